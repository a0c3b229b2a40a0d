"""Hostile words and files through every door of the page, in a real browser: they stay words."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from bot.evaluation.ports import free_port
from tests import hostile_files
from tests.answering.generative.server import Script, scripted
from tests.hostile_texts import LONG_WORD, STRINGS, SUSPICIOUS, article, page
from tests.patience import SECONDS
from tests.web.conftest import ROOT, START_SECONDS, Server, start_server, wait_for
from tests.web.test_markup import read
from tests.web.test_screening_room import begin, key_of, sign_in, upload

ROLE, OTHER_ROLE = "Fuhrparkmeister", "Hallenwart"
KNOWN = set(
    "p h2 h3 ul ol li div span strong mark button a dl dt dd table thead tbody tr th td figure "
    "figcaption svg title desc text rect circle line path g details summary".split()
)
SIX = ["\n".join(list(STRINGS.values())[at : at + 6]) for at in range(0, len(STRINGS), 6)]
# A text with a null in it is none, and refused.
CV = "\n".join(
    ["Kenntnisse", "kommunikationsstark", *(s for s in STRINGS.values() if s.isprintable())]
)
MODEL_SAYS = [
    f"Ein {ROLE} plant die Wartung aller Fahrzeuge {STRINGS['handler']} [1]. ",
    f"{STRINGS['script']} {STRINGS['markdown link']} [2]. ",
    f"{STRINGS['markdown picture']} {STRINGS['template']}\n\n{STRINGS['table']}",
]


@pytest.fixture(scope="module")
def model() -> Iterator[Script]:
    """A language model that somebody has turned."""
    with scripted() as script:
        script.pieces = MODEL_SAYS
        yield script


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory, model: Script) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("untrusted")
    return {
        "LOTSE_SCREENING": "1",
        "LOTSE_SCREENING_DB": str(folder / "log.sqlite3"),
        "LOTSE_SCREENING_REVIEWERS": str(folder / "reviewers.json"),
        "LOTSE_FEEDBACK_DB": str(folder / "feedback.sqlite3"),
        "LOTSE_PARSE_SECONDS": "4",
        "LOTSE_MODEL": "openai:scripted",
        "LOTSE_MODEL_URL": model.url,
        "LOTSE_MODEL_KEY": "none",
    }


@pytest.fixture(scope="module")
def server(
    tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]
) -> Iterator[Server]:
    """In place of the usual one: two of its articles were written to do harm."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "artikel.md").write_text(article(ROLE), encoding="utf-8")
    (folder / "seite.html").write_text(page(OTHER_ROLE), encoding="utf-8")
    index = folder / "index"
    made = subprocess.run(
        [sys.executable, "ingest.py", "corpus", str(folder), "--db", str(index)],
        cwd=ROOT, check=True, capture_output=True, text=True, timeout=START_SECONDS,
    )  # fmt: skip
    assert "0 nicht lesbar" in made.stdout
    started = start_server(index, free_port(), **environment)
    try:
        yield wait_for(started)
    finally:
        if started.process.poll() is None:
            started.stop()


@pytest.fixture(scope="module")
def http(server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, timeout=SECONDS) as made:
        yield made


def clean(shown: Any) -> None:
    assert shown.evaluate(SUSPICIOUS) == []


def open_quotes(shown: Any, buttons: Any, opened: str, close: str) -> None:
    """Opens some quotes, one after the other: each is highlighted, and none is more than text."""
    assert buttons.count()
    for number in range(min(buttons.count(), 3)):
        buttons.nth(number).click()
        shown.locator(f"{opened} mark").first.wait_for()
        clean(shown)
        shown.locator(close).click()


@pytest.mark.browser
@pytest.mark.parametrize("path", ["/", "/en/"])
def test_questions_stay_words(visit: Any, path: str) -> None:
    opened = visit(path)
    for asked in [*(SIX if path == "/" else SIX[:1]), f"{ROLE}: Gehalt? {STRINGS['handler']}"]:
        turn = opened.ask(asked.replace("\n", " "))
        assert turn.locator(".question p").inner_text().strip()
    clean(opened.page)


@pytest.mark.browser
@pytest.mark.parametrize("case", ["handler", "svg", "svg link", "form", "focus"])
def test_the_check_itself_finds_what_slips_through(visit: Any, case: str) -> None:
    opened = visit()
    opened.page.evaluate(
        "(html) => document.querySelector('#verlauf').insertAdjacentHTML('beforeend', html)",
        STRINGS[case],
    )
    assert opened.page.evaluate(SUSPICIOUS) != []
    opened.errors.clear()


@pytest.mark.browser
def test_a_word_without_end_neither_breaks_the_page_nor_is_answered(visit: Any) -> None:
    opened = visit(viewport={"width": 375, "height": 720})
    turn = opened.ask(LONG_WORD)
    assert turn.get_attribute("data-kind") == "error"
    turn = opened.ask("ü" * 1_900)
    width = opened.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 375
    clean(opened.page)


@pytest.mark.browser
def test_a_hostile_article_is_quoted_as_it_is(visit: Any) -> None:
    opened = visit()
    for asked in (
        f"Was verdient ein {ROLE}?",
        f"Welche Aufgaben hat ein {ROLE}?",
        f"Was muss ein {ROLE} können?",
        f"Wie wird man als {ROLE} Leiter Fuhrpark?",
        f"Welche Aufgaben hat ein {OTHER_ROLE}?",
    ):
        turn = opened.ask(asked)
        assert turn.get_attribute("data-kind") == "answered", asked
        markers = turn.locator(".marker")
        open_quotes(opened.page, markers, "#beleg", "#beleg .close")
    first = opened.page.locator(".turn").first
    first.locator(".marker").first.click()
    quoted = opened.page.locator("#beleg mark").first.inner_text()
    assert STRINGS["handler"] in quoted
    told = opened.page.locator("#beleg .provenance")
    assert "<script>" in told.inner_text() and told.locator("a").count() == 0
    first.get_by_role("button", name="Antwort kopieren").click()
    opened.page.locator("summary").first.click()
    clean(opened.page)


@pytest.mark.browser
@pytest.mark.parametrize("path", ["/", "/en/"])
def test_the_rooms_of_a_role_show_words(visit: Any, path: str) -> None:
    opened = visit(path)
    for place in ("gehalt", "karriere", "rolle"):
        opened.page.goto(f"{opened.url}{path}#{place}?role=fuhrparkmeister")
        room = opened.page.locator(f"#{place}")
        room.locator("h3").first.wait_for()
        markers = room.locator(".marker")
        if place != "karriere" or markers.count():  # no step of that article is clear enough
            open_quotes(opened.page, markers, f"#{place} dialog", f"#{place} dialog .close")
        room.get_by_role("searchbox").fill(STRINGS["handler"])
        room.locator(".match-status").first.wait_for(state="attached")
        clean(opened.page)


@pytest.mark.browser
def test_an_address_brings_nothing_with_it(visit: Any) -> None:
    opened = visit()
    for place in ("gehalt", "rolle", STRINGS["handler"]):
        for value in (STRINGS["handler"], "javascript:window.__pwned=1/../../x?y=<b>"):
            escaped = opened.page.evaluate("(text) => encodeURIComponent(text)", value)
            opened.page.goto(f"{opened.url}/?lang={escaped}#{place}?role={escaped}&country={value}")
            opened.page.wait_for_load_state("networkidle")
            clean(opened.page)
    opened.errors.clear()  # what it was told of unknown roles


@pytest.mark.browser
def test_a_profile_and_its_name_stay_words(visit: Any) -> None:
    opened = visit()
    shown = opened.page
    shown.get_by_role("link", name="Profil prüfen").click()
    chooser = shown.get_by_label("Lebenslauf als Datei")
    name = "<img src=x onerror=window.__pwned=1>.txt"
    chooser.set_input_files([upload(name, CV)])
    shown.get_by_role("button", name="Profil prüfen").click()
    shown.locator(".ranking li").first.wait_for()
    clean(shown)
    shown.get_by_role("button", name=f"Anforderungen ansehen: {ROLE}", exact=True).click()
    shown.locator(".decisions").first.wait_for()
    shown.locator("details.read summary").click()
    assert "<script>" in shown.locator("#profil .match-result").inner_text()
    box = shown.locator("[data-free]").first
    box.fill(STRINGS["out of an attribute"])
    box.press("Enter")
    shown.get_by_text("Der Vergleich ist aktualisiert.").wait_for()
    clean(shown)
    chooser.set_input_files([upload(name.replace("txt", "pdf"), hostile_files.macros())])
    shown.get_by_role("button", name="Profil prüfen").click()
    shown.locator(".match-status.alert", has_text="Makros").wait_for()
    clean(shown)


@pytest.mark.browser
def test_applications_and_reasons_stay_words(visit: Any, environment: dict[str, str]) -> None:
    name = "<img src=x onerror=window.__pwned=1>"
    shown = sign_in(visit(), key_of(environment, name), name)
    told = begin(
        shown, upload(f"{name}.txt", CV), upload('"onclick="x.pdf', hostile_files.macros())
    )
    assert f"{name}.txt" in told
    # How a quotation mark in a file's name is sent is the browser's affair.
    assert any("Makros" in reason for reason in told.values())
    clean(shown)
    shown.get_by_role("button", name="Notiert, ausblenden").click()
    shown.locator(".grid td button").first.click()
    dialog = shown.locator("dialog.detail")
    dialog.get_by_text("Berichtigen").click()
    dialog.get_by_role("radio").first.check()
    dialog.get_by_role("textbox", name="Begründung").fill(STRINGS["handler"])
    dialog.get_by_role("button", name="Berichtigung festhalten").click()
    dialog.get_by_text("Berichtigt von").wait_for()
    assert STRINGS["handler"] in dialog.inner_text()
    clean(shown)


def test_a_forged_history_becomes_no_markup(http: httpx.Client) -> None:
    for six in SIX:
        history = [
            {"role": "user", "content": f"Was verdient ein {ROLE}? {six}"},
            {"role": "assistant", "content": six},
        ]
        asked = {"question": f"Und welche Aufgaben hat er? {six[:500]}", "history": history}
        answer = http.post("/api/v1/answers", json=asked)
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"].startswith("application/json")
        assert answer.headers["x-content-type-options"] == "nosniff"
        with http.stream("POST", "/widget/turns", json=asked) as sent:
            assert sent.headers["content-type"].startswith("text/event-stream")
            # Not by iter_lines: it breaks lines at U+2028, too.
            for line in b"".join(sent.iter_bytes()).decode().split("\n"):
                if not line.startswith("data:"):
                    continue
                turn = json.loads(line.removeprefix("data:"))
                made = [block["html"] for block in turn.get("blocks", ())]
                for html in [*made, *turn.get("quotes", {}).values()]:
                    reader = read(html)
                    assert {tag.removeprefix("/") for tag in reader.tags} <= KNOWN


def test_a_turned_model_says_nothing(http: httpx.Client, model: Script) -> None:
    before = len(model.requests)
    answer = http.post("/api/v1/answers", json={"question": f"Was macht ein {ROLE}?"}).json()
    assert len(model.requests) > before
    assert answer["status"] == "answered"
    assert "javascript:" not in answer["text"] and "evil.example" not in answer["text"]
    assert "constructor.constructor" not in answer["text"].replace("\\", "") or any(
        "constructor.constructor" in citation["quote"] for citation in answer["citations"]
    )


def test_no_interface_hands_a_foreign_scheme_on(http: httpx.Client) -> None:
    for path in ("/api/v1/sources", "/api/v1/roles/fuhrparkmeister"):
        assert '"url":"javascript' not in http.get(path).text.replace(" ", "")


def test_quotes_of_a_hostile_article_are_verbatim(http: httpx.Client) -> None:
    answer = http.post("/api/v1/answers", json={"question": f"Was verdient ein {ROLE}?"}).json()
    assert answer["citations"]
    for citation in answer["citations"]:
        source = http.get(f"/api/v1/sources/{citation['source']['id']}").json()
        assert source["text"][citation["start"] : citation["end"]] == citation["quote"]
    assert any(STRINGS["handler"] in citation["quote"] for citation in answer["citations"])


def test_bytes_that_are_no_text_are_a_problem_and_no_failure(http: httpx.Client) -> None:
    for body in (
        b'{"question": "\\ud800"}',
        b'{"question": "a\\u0000b"}',
        b"\xff\xfe",
        b"[" * 9_999,
    ):
        answer = http.post(
            "/api/v1/answers", content=body, headers={"content-type": "application/json"}
        )
        assert answer.status_code in (200, 400, 422), answer.text


def match(http: httpx.Client, data: bytes, name: str = "cv.pdf") -> httpx.Response:
    return http.post("/api/v1/matches", files={"file": (name, data, "application/pdf")})


def test_others_are_served_while_a_file_is_fought_with(http: httpx.Client, server: Server) -> None:
    slow = hostile_files.slow_pdf()
    with ThreadPoolExecutor(3) as threads:
        fought = [threads.submit(match, http, slow) for _ in range(3)]
        served = 0
        while not all(one.done() for one in fought):
            assert http.get("/healthz").status_code == 200
            assert http.post("/api/v1/answers", json={"question": "Was ist KAM?"}).is_success
            served += 1
        answers = [one.result() for one in fought]
    assert served
    # Who waits for a place longer than a file may take is asked to come again.
    assert {answer.status_code for answer in answers} <= {422, 503}
    assert any("dauert zu lange" in answer.json()["detail"] for answer in answers)
    assert match(http, hostile_files.plain_pdf()).status_code == 200


def test_scripts_take_html_in_few_places_and_from_the_server_alone() -> None:
    """Each of these was looked at: what goes in was made, and escaped, by ``bot/web``."""
    scripts = sorted((ROOT / "bot/web/assets").rglob("*.js"))
    taking = {
        path.name: found
        for path in scripts
        if (found := re.findall(r"\.innerHTML\s*[+?|&]*=[^=;]*", path.read_text(encoding="utf-8")))
    }
    assert taking == {
        "conversation.js": [
            ".innerHTML = html",
            ".innerHTML = empty",
            ".innerHTML = block.html",
        ],
        "match.js": [".innerHTML = html"],
        "role_room.js": [".innerHTML = await response.text()"] * 2,
    }
    others = re.compile(
        r"outerHTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc|"
        r"createContextualFragment|setHTML|DOMParser|setAttribute\(\s*[\"']on|javascript:"
    )
    for path in scripts:
        assert not others.findall(path.read_text(encoding="utf-8")), path.name
