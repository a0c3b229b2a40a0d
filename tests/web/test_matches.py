"""``POST /api/v1/matches``: what it answers, what it refuses, and that nothing of it stays."""

from __future__ import annotations

import json
import logging
import os
import tempfile
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from fpdf import FPDF

from bot.answering.assistant import Assistant
from bot.index.serving import Index
from bot.matching.session import Desk
from bot.settings import Settings
from bot.web.api.routes import routes
from bot.web.edge import problems
from bot.web.service import Service
from tests.apart import run_apart
from tests.web.test_api import problem_of

URL = "/api/v1/matches"
ROLE = "key-account-manager"
CV = """Lebenslauf
Berufserfahrung
03/2019 – heute  Account Managerin, Zwetschgenhof GmbH
Ausbildung
2011 – 2014 Bachelor Betriebswirtschaft, Universität Köln
Kenntnisse
Kommunikationsstark, Quittenkunde
"""
RESILIENCE = f"{ROLE}-skill-resilienz"


def verdicts(found: dict[str, Any]) -> dict[str, str]:
    (role,) = found["roles"]
    return {d["requirement"]["id"]: d["verdict"] for d in role["report"]["decisions"]}


def test_text_is_ranked_against_all_roles(client: httpx.Client) -> None:
    response = client.post(URL, json={"text": CV})
    assert response.headers["cache-control"] == "no-store"
    found = response.json()
    assert [role["role"] for role in found["roles"]] == ["account-manager", ROLE]
    text = found["profile"]["text"]
    for role in found["roles"]:
        for decision in role["report"]["decisions"]:
            for quote in decision["evidence"]:
                assert text[quote["start"] : quote["end"]] == quote["quote"]
            citation = decision["requirement"]["citation"]
            source = client.get(f"/api/v1/sources/{citation['source']['id']}").json()["text"]
            assert source[citation["start"] : citation["end"]] == citation["quote"]


def test_a_file_gives_the_same_as_its_text(client: httpx.Client) -> None:
    data = {"role": ROLE, "answers": json.dumps({RESILIENCE: "yes"})}
    sent = client.post(URL, files={"file": ("cv.txt", CV.encode())}, data=data)
    typed = client.post(URL, json={"text": CV, "role": ROLE, "answers": {RESILIENCE: "yes"}})
    assert sent.json() == typed.json()
    assert verdicts(sent.json())[RESILIENCE] == "met"


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [("yes", "met"), ("no", "missing"), ("", "unknown"), ("Ich bin resilient", "met"),
     ("mal sehen", "unknown")],
)  # fmt: skip
def test_answers_change_the_report(client: httpx.Client, answer: str, verdict: str) -> None:
    body = {"text": CV, "role": ROLE, "answers": {RESILIENCE: answer}}
    assert verdicts(client.post(URL, json=body).json())[RESILIENCE] == verdict


@pytest.mark.parametrize(
    ("accept", "opening"),
    [
        ("text/markdown", b"# Profil und Rolle: Key Account Manager"),
        ("application/pdf", b"%PDF-"),
        ("text/html", b"<div"),
        ("*/*", b'{"profile"'),
    ],
)
def test_the_form_is_chosen_by_accept(client: httpx.Client, accept: str, opening: bytes) -> None:
    response = client.post(URL, json={"text": CV, "role": ROLE}, headers={"accept": accept})
    assert response.status_code == 200
    assert response.content.startswith(opening)
    if accept != "*/*":
        assert response.headers["content-type"].startswith(accept)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"text": "  \n"},
        {"text": "123"},
        {"text": "x" * 100_001},
        {"text": CV, "limit": 0},
        {"text": CV, "limit": 51},
        {"text": CV, "language": "fr"},
        {"text": CV, "unknown": 1},
        {"text": CV, "answers": {RESILIENCE: 1}},
        {"text": CV, "answers": {RESILIENCE: "x" * 501}},
        {"text": CV, "answers": {"gibt-es-nicht": "yes"}},
        {"text": CV, "answers": {str(i): "yes" for i in range(201)}},
        [],
        "x",
    ],
)
def test_what_does_not_fit_is_a_problem(client: httpx.Client, body: object) -> None:
    problem_of(client.post(URL, json=body), 422)


def test_an_unknown_role_is_not_found(client: httpx.Client) -> None:
    problem_of(client.post(URL, json={"text": CV, "role": "astronaut"}), 404)


def test_unreadable_files_are_problems_that_say_why(client: httpx.Client) -> None:
    for name, data, said in (
        ("leer.pdf", b"", "leer"),
        ("tabelle.pdf", b"PK\x03\x04 xl/workbook.xml", "Tabelle"),
        ("kaputt.pdf", b"%PDF-1.7 nichts", "PDF"),
    ):
        found = problem_of(client.post(URL, files={"file": (name, data)}), 422)
        assert said in str(found["detail"])


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"{", "application/json", 422),
        (b"[" * 200_000, "application/json", 422),
        (b'{"text": "Ich spreche Englisch \\ud800"}', "application/json", 422),
        (b'{"text": "Ich spreche Englisch", "role": "\\ud800"}', "application/json", 422),
        (b"a=b", "application/x-www-form-urlencoded", 415),
        (b"x", "multipart/form-data", 422),
        (b"x", "multipart/form-data; boundary=y", 422),
        (b"", "text/plain", 415),
    ],
)
def test_other_bodies_are_problems(
    client: httpx.Client, content: bytes, kind: str, status: int
) -> None:
    problem_of(client.post(URL, content=content, headers={"content-type": kind}), status)


def test_control_characters_do_no_harm(client: httpx.Client) -> None:
    body = {"text": f"{CV}\nresilient\0\x1b[31m\ufffe\u202e", "role": ROLE}
    for accept in ("application/json", "text/html", "text/markdown", "application/pdf"):
        assert client.post(URL, json=body, headers={"accept": accept}).status_code == 200


def test_ten_megabytes_are_read_and_more_is_refused(client: httpx.Client) -> None:
    long = b"%PDF-1.7\n" + b"x" * 9_900_000
    problem_of(client.post(URL, files={"file": ("a.pdf", long)}), 422)
    problem_of(client.post(URL, files={"file": ("a.pdf", long * 2)}), 413)


def test_errors_do_not_repeat_the_profile(client: httpx.Client) -> None:
    for body in ({"text": CV, "limit": 99}, {"text": CV * 2000}, {"text": [CV]}):
        response = client.post(URL, json=body)
        assert response.status_code == 422
        assert "Zwetschgenhof" not in response.text


def test_html_of_a_profile_is_only_text(client: httpx.Client) -> None:
    cv = 'Kenntnisse\nkommunikationsstark <img src=x onerror=alert(1)> "\nresilient'
    key = f"{ROLE}-skill-eigenverantwortung"
    own = '"><script>alert(1)</script>'
    body = {"text": cv, "role": ROLE, "answers": {key: own}}
    html = client.post(URL, json=body, headers={"accept": "text/html"}).text
    assert "<img" not in html and "<script" not in html
    assert "&lt;img" in html and "&quot;&gt;&lt;script&gt;" in html


def test_openapi_describes_both_bodies(client: httpx.Client) -> None:
    described = client.get("/openapi.json").json()["paths"][URL]["post"]["requestBody"]
    assert set(described["content"]) == {"application/json", "multipart/form-data"}


@pytest.fixture(scope="module")
def service(corpus_settings: Settings, assistant: Assistant) -> Service:
    index = Index.open(corpus_settings)
    return Service(index, assistant, Desk(index, assistant.encoder))


def pdf_of(text: str, more: int) -> bytes:
    """A PDF of ``text`` with ``more`` bytes that nobody reads."""
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=11)
    for line in text.replace("–", "-").splitlines():
        pdf.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    pdf.embed_file(bytes=os.urandom(more), basename="more.bin")
    return bytes(pdf.output())


def holds(folder: Path, words: list[bytes]) -> list[Path]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if any(word in path.read_bytes() for word in words)]


def test_nothing_of_a_profile_is_logged_or_kept(
    service: Service,
    corpus_settings: Settings,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    app = FastAPI()
    problems.install(app)
    app.include_router(routes(service))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    written: list[str] = []
    make = tempfile.SpooledTemporaryFile.rollover
    monkeypatch.setattr(
        tempfile.SpooledTemporaryFile, "rollover",
        lambda spooled: (written.append("disk"), make(spooled)),
    )  # fmt: skip
    large = pdf_of(CV, 1_500_000)

    async def ask() -> None:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://t") as asking:
            for accept in ("application/json", "text/html", "text/markdown", "application/pdf"):
                headers = {"accept": accept}
                for role in ("", ROLE):
                    answers = json.dumps({RESILIENCE: "Das zeigte ich auf der Mirabellenmesse"})
                    sent = await asking.post(
                        URL,
                        files={"file": ("Zwetschgenhof.pdf", large)},
                        data={"role": role, "answers": answers},
                        headers=headers,
                    )
                    assert sent.status_code == 200, sent.text
            await asking.post(URL, files={"file": ("Zwetschgenhof.pdf", b"%PDF-1 Quittenkunde")})
            await asking.post(URL, json={"text": CV, "limit": 99})

    with caplog.at_level(logging.DEBUG):
        logging.getLogger("bot").debug("the log is listened to")
        run_apart(ask())
    words = ["Zwetschgenhof", "Quittenkunde", "Mirabellenmesse", "Kommunikationsstark"]
    assert "the log is listened to" in caplog.text
    assert not any(word in caplog.text for word in words)
    encoded = [word.encode() for word in words]
    assert written == []
    assert holds(tmp_path, encoded) == []
    assert corpus_settings.db.is_dir()
    assert holds(corpus_settings.db, encoded) == []
