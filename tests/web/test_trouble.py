"""What a visitor of the chat page sees when the server refuses, falls silent or dies."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.evaluation.ports import free_port
from tests.answering.generative.server import scripted
from tests.web.accessibility import violations
from tests.web.conftest import Server, start_server, wait_for
from tests.web.test_chat import SALARY
from tests.web.test_turn_tools import ask, counted, until

pytestmark = pytest.mark.browser

DECLINED = "Was verdient ein Zahnarzt?"
GRADIO = "[data-testid=toast-body]"
"""Where Gradio says, mostly in English, what went wrong."""


class House:
    """A server that ends and is started anew at its address, then with a low limit."""

    def __init__(self, database: Path) -> None:
        self._database, self._port = database, free_port()
        self.now: Server | None = None

    def start(self, **environment: str) -> Server:
        self.now = start_server(self._database, self._port, **environment)
        return wait_for(self.now)

    def start_limited(self) -> Server:
        return self.start(LOTSE_RATE_ADDRESS="3/hour")

    def end(self, number: int = signal.SIGTERM) -> None:
        if self.now:
            self.now.stop(number)
        self.now = None


@pytest.fixture(scope="module")
def house(database: Path) -> Iterator[House]:
    made = House(database)
    yield made
    made.end()


@contextmanager
def visiting(browser: Any, address: str, **options: Any) -> Iterator[Any]:
    """A page whose window is marked: one that was loaded anew isn't."""
    context = browser.new_context(locale="de-DE", **options)
    context.set_default_timeout(60_000)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    page.locator(".suggestion").first.wait_for()
    page.evaluate("window.marked = true; window.gradioSaid = 0")
    page.evaluate(
        f"new MutationObserver(() => {{ window.gradioSaid += document.querySelectorAll('{GRADIO}')"
        ".length; }).observe(document.body, { childList: true, subtree: true })"
    )
    try:
        yield page
        assert page.evaluate("window.marked") is True
        assert page.evaluate("window.gradioSaid") == 0
        assert errors == []
    finally:
        context.close()


def failed(page: Any, words: str) -> Any:
    """The turn that says so."""
    turn = page.locator(".turn[data-kind=error]").filter(has_text=words)
    turn.first.wait_for()
    return turn


def test_the_server_ends_and_comes_back(house: House, browser: Any, shot: Any) -> None:
    with scripted() as model:
        model.pieces, model.pause = ["Ein "] * 400, 0.3
        server = house.start(
            LOTSE_MODEL="openai:m",
            LOTSE_MODEL_URL=model.url,
            LOTSE_MODEL_KEY="k",
            LOTSE_MODEL_TIMEOUT="300",
        )
        with visiting(browser, server.url) as page:
            ask(page, DECLINED)
            page.locator(".turn[data-kind=declined]").wait_for()
            # Eight are answered at the same time, the ninth waits in line.
            questions = {f"{SALARY} {number}" for number in range(9)}
            for question in sorted(questions):
                ask(page, question)
            until(page, lambda: counted(server, "lotse_running_answers") == 8)
            assert page.locator(".turn[data-kind=pending]").count() == 8
            server.process.send_signal(signal.SIGTERM)
            until(page, lambda: httpx.get(f"{server.url}/readyz").status_code == 503)
            ask(page, "Was verdient ein Astronaut?")
            failed(page, "Dieser Server beendet sich gerade")
            house.end(signal.SIGKILL)
            broken = failed(page, "Die Antwort ist nicht ganz angekommen")
            until(page, lambda: broken.count() == 9)
            assert set(broken.locator(".question p").all_inner_texts()) == questions
            assert page.locator(".waiting").count() == 0
            ask(page, "Was macht ein Account Manager?")
            turn = failed(page, "Der Server ist nicht erreichbar")
            box = page.get_by_role("textbox", name="Ihre Frage")
            box.fill("Angefangen")
            shot(page, "chat-away")
            assert violations(page) == []
            house.start_limited()
            turn.get_by_role("button", name="Noch einmal versuchen").click()
            page.locator(".turn[data-kind=answered]").wait_for()
            # What was typed meanwhile, and said before, is there.
            assert box.input_value() == "Angefangen"
            assert broken.count() == 9
            assert page.locator(".turn[data-kind=declined]").count() == 1


def test_too_many_questions(house: House, browser: Any, shot: Any) -> None:
    server = house.now or house.start_limited()
    with visiting(browser, server.url) as page:
        asked = 0
        while not page.locator(".turn[data-kind=error]").count():
            asked += 1
            ask(page, f"{DECLINED} {asked}")
            page.locator(".answer[aria-busy=false]").nth(asked - 1).wait_for()
        turn = failed(page, "zu viele Anfragen")
        assert "Minuten wieder" in turn.inner_text()
        assert turn.locator(".question p").inner_text() == f"{DECLINED} {asked}"
        assert turn.get_by_role("heading", name="Das hat nicht geklappt").is_visible()
        shot(page, "chat-too-often")
        assert violations(page) == []
        # Nothing else was lost, and nothing is asked twice.
        assert page.locator(".turn").count() == asked
        with page.expect_response("**/queue/join*") as again:
            turn.get_by_role("button", name="Noch einmal versuchen").press("Enter")
        assert again.value.status == 429
        failed(page, "zu viele Anfragen")
        assert page.locator(".turn").count() == asked
        assert page.evaluate("document.activeElement.className") == "turn"
    # Whoever opens the page now, in English, meets no notice of Gradio's either.
    with visiting(browser, f"{server.url}/en/") as page:
        page.get_by_role("textbox", name="Your question").fill(SALARY)
        page.get_by_role("textbox", name="Your question").press("Enter")
        turn = failed(page, "too many requests")
        assert turn.get_by_role("button", name="Try again").is_visible()


def test_a_wrong_address(visit: Any, shot: Any, server: Server) -> None:
    page = visit().page
    for language, words in (("de", "Diese Seite gibt es nicht"), ("en", "There is no such page")):
        for path in ("gibt-es-nicht", "en/nothing"):
            answer = page.goto(f"{server.url}/{path}?lang={language}")
            assert answer.status == 404
            assert page.get_by_role("heading", level=1).inner_text() == words
    assert violations(page) == []
    shot(page, "not-found")
    page.get_by_role("link", name="To the start page").press("Enter")
    page.get_by_role("button", name="New conversation").wait_for()
    # Programs get what they can read, and so does who looks at what they get.
    accept = {"accept": "text/html"}
    assert "json" in httpx.get(f"{server.url}/gibt-es-nicht").headers["content-type"]
    shown = httpx.get(f"{server.url}/api/v1/roles/x", headers=accept)
    assert shown.headers["content-type"] == "application/problem+json"
