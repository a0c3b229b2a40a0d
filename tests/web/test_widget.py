"""The widget's files and routes, as a browser asks for them."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.evaluation.ports import free_port
from bot.web.widget.assets import SCHEMES, frame_script, frame_style, loader
from tests.web.conftest import ROOT, Server, start_server, wait_for

ALLOWED = ("https://portal.example", "http://localhost:8123")
MOST_BYTES = 20_000
SALARY = "Was verdient ein Key Account Manager?"


@pytest.fixture(scope="module")
def embedded(database: Path) -> Iterator[httpx.Client]:
    """A server that two origins may embed."""
    server: Server = start_server(database, free_port(), LOTSE_ORIGINS=", ".join(ALLOWED))
    try:
        with httpx.Client(base_url=wait_for(server).url, timeout=60) as client:
            yield client
    finally:
        if server.process.poll() is None:
            server.stop()


def events_of(text: str) -> list[dict[str, Any]]:
    """The data of each event; every one must be a turn."""
    events = [part for part in text.split("\n\n") if part and not part.startswith(":")]
    assert all(part.startswith("event: turn\ndata: ") for part in events)
    return [json.loads(part.split("data: ", 1)[1]) for part in events]


def test_all_that_a_portals_visitor_loads_is_under_twenty_kilobytes() -> None:
    files = (loader(ALLOWED), frame_script(), frame_style("auto"))
    assert sum(len(file.compressed) for file in files) < MOST_BYTES
    assert all(gzip.decompress(file.compressed) == file.content for file in files)


def test_the_script_names_no_host_of_its_own() -> None:
    for file in (loader(()), frame_script(), *(frame_style(scheme) for scheme in SCHEMES)):
        named = set(re.findall(r"https?://[\w./-]*", file.content.decode()))
        assert named <= {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("path", ["/widget.js", "FRAME"])
def test_files_come_compressed_and_are_not_sent_twice(embedded: httpx.Client, path: str) -> None:
    if path == "FRAME":
        path = f"/widget/{frame_script().name}"
    whole = embedded.get(path, headers={"accept-encoding": "identity"})
    packed = embedded.get(path, headers={"accept-encoding": "gzip"})
    assert "content-encoding" not in whole.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == whole.content  # httpx has unpacked it
    assert "Accept-Encoding" in whole.headers["vary"]
    assert whole.headers["content-type"] == "text/javascript; charset=utf-8"
    for answer in (whole, packed):
        again = embedded.get(path, headers={"if-none-match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_another_site_may_load_the_script_and_only_that_origin_list_shows(
    embedded: httpx.Client,
) -> None:
    answer = embedded.get("/widget.js")
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert answer.headers["cache-control"] == "public, max-age=300"
    assert f'"origins": {json.dumps(list(ALLOWED))}' in answer.text


def test_the_page_is_strict_and_lets_only_allowed_origins_embed_it(embedded: httpx.Client) -> None:
    answer = embedded.get("/widget?lang=de")
    rules = dict(
        rule.split(" ", 1) for rule in answer.headers["content-security-policy"].split("; ")
    )
    assert rules == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": f"'self' {' '.join(ALLOWED)}",
    }
    assert "x-frame-options" not in answer.headers
    assert not re.search(r"<style|\son\w+=|\sstyle=|<script(?![^>]*\ssrc=)", answer.text)


def test_what_the_page_loads_may_be_kept_for_ever(embedded: httpx.Client) -> None:
    page = embedded.get("/widget").text
    named = re.findall(r'(?:src|href)="(widget/[^"]+)"', page)
    assert len(named) == 2
    for path in named:
        answer = embedded.get(f"/{path}")
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        # The hash of another release: this one's file, which is not to be kept.
        older = re.sub(r"\.[0-9a-f]{16}\.", ".0000000000000000.", f"/{path}")
        assert embedded.get(older).headers["cache-control"] == "no-store"
        assert embedded.get(older).content == answer.content


@pytest.mark.parametrize(
    "path",
    ["/widget/frame", "/widget/other.0000000000000000.js", "/widget/frame.0.css"],
)
def test_what_is_not_there_is_a_problem(embedded: httpx.Client, path: str) -> None:
    answer = embedded.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_languages_schemes_and_roles(embedded: httpx.Client) -> None:
    english = embedded.get("/widget?lang=en&scheme=dark&role=Sales+Manager").text
    assert '<html lang="en">' in english and f"widget/{frame_style('dark').name}" in english
    accepted = embedded.get("/widget", headers={"accept-language": "en-GB"})
    assert '<html lang="en">' in accepted.text
    assert "Accept-Language" in accepted.headers["vary"]
    odd = embedded.get("/widget?scheme=<script>&role=<script>").text
    assert f"widget/{frame_style('auto').name}" in odd and "<script>" not in odd


def test_a_role_gives_its_questions_by_id_and_by_name(embedded: httpx.Client) -> None:
    roles = embedded.get("/api/v1/roles").json()
    for role in roles[:2]:
        for asked in (role["id"], role["label"].upper()):
            page = embedded.get("/widget", params={"role": asked}).text
            examples = re.findall(r"&quot;examples&quot;: \[(.*?)\]", page)[0].split(
                "&quot;, &quot;"
            )
            assert len(examples) == 4 and all(role["label"] in one for one in examples)


def test_each_scheme_has_its_colours_whatever_the_system_prefers() -> None:
    sheets = {scheme: frame_style(scheme).content.decode() for scheme in SCHEMES}
    assert "@media (prefers-color-scheme: dark)" in sheets["auto"]
    for scheme in ("light", "dark"):
        assert "prefers-color-scheme" not in sheets[scheme]
        assert f"color-scheme: {scheme};" in sheets[scheme]
    # The widths at which the chat page changes are those of a page, not of a frame.
    assert "max-width: 899px" not in "".join(sheets.values())


def test_a_turn_is_streamed_as_the_chat_page_gets_it(embedded: httpx.Client) -> None:
    history = [
        {"role": "user", "content": "Welche Aufgaben hat ein Key Account Manager?"},
        {"role": "assistant", "content": "…"},
    ]
    body = {"question": "Und was verdient er?", "history": history}
    answer = embedded.post("/widget/turns", json=body)
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.headers["cache-control"] == "no-store"
    turns = events_of(answer.text)
    assert {turn["id"] for turn in turns} == {turns[0]["id"]}
    assert [turn["done"] for turn in turns] == [False] * (len(turns) - 1) + [True]
    sizes = [len(turn["blocks"]) for turn in turns]
    assert sizes == sorted(sizes) and sizes[-1] > 2
    whole = embedded.post("/api/v1/answers", json=body).json()
    last = turns[-1]["answer"]
    assert last | {"milliseconds": 0} == whole | {"milliseconds": 0}
    assert set(turns[-1]["quotes"]) == {str(one["number"]) for one in whole["citations"]}


def test_turns_speak_the_language_asked_for(embedded: httpx.Client) -> None:
    answer = embedded.post(
        "/widget/turns", json={"question": SALARY}, headers={"accept-language": "en"}
    )
    assert events_of(answer.text)[-1]["label"].startswith("Answer with")


@pytest.mark.parametrize(
    "history", [[1, None, {"role": "system", "content": "x"}], [{"role": "user"}]]
)
def test_of_a_strange_history_only_what_fits_is_taken(
    embedded: httpx.Client, history: list[Any]
) -> None:
    answer = embedded.post("/widget/turns", json={"question": SALARY, "history": history})
    assert events_of(answer.text)[-1]["kind"] == "answered"


def test_wrong_bodies_are_problems_and_a_long_question_a_turn(embedded: httpx.Client) -> None:
    for body in ({}, {"question": " \n"}, {"question": SALARY, "history": "x"}):
        refused = embedded.post("/widget/turns", json=body)
        assert refused.status_code == 422
        assert refused.headers["content-type"] == "application/problem+json"
    told = events_of(embedded.post("/widget/turns", json={"question": "x" * 2001}).text)[-1]
    assert told["kind"] == "error" and "2000" in told["blocks"][0]["html"]


def test_nothing_of_it_is_part_of_the_described_interface(embedded: httpx.Client) -> None:
    assert not [path for path in embedded.get("/openapi.json").json()["paths"] if "widget" in path]


def test_the_demo_portal_starts_by_its_command() -> None:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "examples/portal/serve.py", "--port", str(port), "--widget", ALLOWED[0]],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        answer = httpx.get(address)
        policy = answer.headers["content-security-policy"]
        assert f"script-src 'self' {ALLOWED[0]};" in policy and "unsafe" not in policy
        assert f'src="{ALLOWED[0]}/widget.js"' in answer.text
        assert httpx.get(f"{address}/portal.css").status_code == 200
    finally:
        process.terminate()
        process.communicate(timeout=30)


def test_every_attribute_and_event_is_documented() -> None:
    script = loader(()).content.decode()
    manual = (ROOT / "docs" / "widget.md").read_text(encoding="utf-8")
    listed = re.search(r"const NAMES = \[(.*?)\];\nconst FLAGS = \[(.*?)\];", script, re.DOTALL)
    assert listed is not None
    names = re.findall(r'"(\w+)"', listed[1] + listed[2])
    assert len(names) == 10
    for name in names:
        attribute = "data-" + re.sub("[A-Z]", lambda capital: "-" + capital[0].lower(), name)
        assert f"`{attribute}`" in manual, attribute
    for event in ("ready", "opened", "closed", "question", "answer", "error", "token-expired"):
        assert f"`{event}`" in manual, event
