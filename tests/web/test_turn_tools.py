"""Feedback, saving, stopping and trying again in a real browser, with a model that takes long."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from bot.evaluation.ports import free_port
from bot.feedback.store import Feedback
from bot.settings import load_settings
from tests.answering.generative.server import Script, scripted
from tests.web.conftest import Server, start_server, wait_for
from tests.web.test_chat import SALARY, fits

pytestmark = pytest.mark.browser

WORDED = "Die Fundstellen liegen vor"


@pytest.fixture(scope="module")
def model() -> Iterator[Script]:
    """A model that writes a word now and then."""
    with scripted() as script:
        script.pieces = ["Ein ", "Key "] * 200
        script.pause = 0.3
        yield script


@pytest.fixture(scope="module")
def slow(database: Path, model: Script) -> Iterator[Server]:
    started = start_server(
        database,
        free_port(),
        LOTSE_MODEL="openai:m",
        LOTSE_MODEL_URL=model.url,
        LOTSE_MODEL_KEY="k",
        LOTSE_MODEL_TIMEOUT="300",
    )
    try:
        yield wait_for(started)
    finally:
        if started.process.poll() is None:
            started.stop()


@pytest.fixture
def slow_page(browser: Any, slow: Server) -> Iterator[Any]:
    context = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 800})
    context.set_default_timeout(60_000)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(slow.url)
    page.locator(".suggestion").first.wait_for()
    yield page
    context.close()
    assert errors == []


def counted(server: Server, name: str) -> float:
    lines = httpx.get(f"{server.url}/metrics", timeout=60).text.splitlines()
    return next(float(line.split()[-1]) for line in lines if line.startswith(f"{name} "))


def until(page: Any, done: Any) -> None:
    for _ in range(240):
        if done():
            return
        page.wait_for_timeout(250)
    raise AssertionError("it did not come about")


def read_no_further(page: Any, model: Script, since: int) -> None:
    """Waits until nobody reads what the model writes, and that long before it is at its end."""

    def has_ended() -> bool:
        written = model.written
        page.wait_for_timeout(1500)
        return model.written == written

    until(page, has_ended)
    assert model.written - since < len(model.pieces)


def ask(page: Any, question: str) -> None:
    box = page.get_by_role("textbox", name="Ihre Frage")
    box.fill(question)
    box.press("Enter")


def judge(opened: Any, turn: Any) -> Any:
    turn.get_by_role("button", name="Nicht hilfreich").click()
    return turn.locator(".feedback-form")


def newest() -> Any:
    return Feedback.of(load_settings()).entries()[-1]


def test_what_is_done_is_told_and_can_be_stopped(
    slow_page: Any, slow: Server, model: Script, shot: Any
) -> None:
    page = slow_page
    before = counted(slow, "lotse_stopped_questions_total")
    since = model.written
    ask(page, SALARY)
    turn = page.locator(".turn")
    turn.get_by_text(WORDED).wait_for()
    stop = turn.get_by_role("button", name="Abbrechen")
    stop.wait_for()
    until(page, lambda: "Sekunden" in turn.locator(".elapsed").inner_text())
    shot(page, "chat-waiting")
    page.keyboard.press("Shift+Tab")  # from the input back to the turn under way
    assert stop.evaluate("element => element === document.activeElement")
    page.keyboard.press("Enter")
    assert page.locator(".turn").count() == 0
    box = page.get_by_role("textbox", name="Ihre Frage")
    assert box.input_value() == SALARY
    assert box.evaluate("element => element === document.activeElement")
    page.get_by_text("Ihre Frage steht wieder im Eingabefeld").wait_for(state="attached")
    assert page.get_by_role("heading", name="Was möchten Sie wissen?").is_visible()
    # The work has ended too: the model is read no further.
    until(page, lambda: counted(slow, "lotse_stopped_questions_total") == before + 1)
    assert counted(slow, "lotse_running_answers") == 0
    read_no_further(page, model, since)
    assert page.locator(".turn").count() == 0


def test_one_of_two_is_stopped_and_the_other_answered(
    slow_page: Any, slow: Server, model: Script
) -> None:
    page = slow_page
    ask(page, SALARY)
    page.locator(".turn").get_by_text(WORDED).wait_for()
    ask(page, "Was verdient ein Zahnarzt?")  # declined without a model
    other = page.locator(".turn").nth(1)
    other.locator(".answer[aria-busy=false]").wait_for()
    page.locator(".turn").first.get_by_role("button", name="Abbrechen").click()
    assert page.locator(".turn").count() == 1
    assert page.locator(".turn").get_attribute("data-kind") == "declined"
    until(page, lambda: counted(slow, "lotse_running_answers") == 0)
    # The page goes on as before.
    ask(page, "Was verdient ein Astronaut?")
    page.locator(".turn").nth(1).locator(".answer[aria-busy=false]").wait_for()


def test_the_widget_stops_too_by_keyboard(browser: Any, slow: Server, model: Script) -> None:
    context = browser.new_context(locale="de-DE")
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto(f"{slow.url}/widget")
    page.locator(".suggestion").first.wait_for()
    before = counted(slow, "lotse_stopped_questions_total")
    since = model.written
    ask(page, SALARY)
    page.locator(".turn").get_by_text(WORDED).wait_for()
    stop = page.locator(".turn").get_by_role("button", name="Abbrechen")
    stop.wait_for()
    page.keyboard.press("Shift+Tab")
    assert stop.evaluate("element => element === document.activeElement")
    page.keyboard.press("Space")
    assert page.locator(".turn").count() == 0
    box = page.get_by_role("textbox", name="Ihre Frage")
    assert box.input_value() == SALARY
    assert box.evaluate("element => element === document.activeElement")
    until(page, lambda: counted(slow, "lotse_stopped_questions_total") == before + 1)
    assert counted(slow, "lotse_running_answers") == 0
    read_no_further(page, model, since)
    assert page.locator(".turn").count() == 0
    context.close()


def test_who_leaves_the_page_is_answered_no_longer(
    slow_page: Any, slow: Server, browser: Any
) -> None:
    page = slow_page
    before = counted(slow, "lotse_stopped_questions_total")
    ask(page, SALARY)
    page.locator(".turn").get_by_text(WORDED).wait_for()
    page.goto("about:blank")
    until(page, lambda: counted(slow, "lotse_stopped_questions_total") == before + 1)
    assert counted(slow, "lotse_running_answers") == 0


def test_a_question_that_failed_can_be_asked_again(slow_page: Any, slow: Server) -> None:
    page = slow_page
    # Nobody refuses it and no connection breaks: there is only silence.
    page.route("**/healthz", lambda route: route.abort())
    page.route("**/queue/join*", lambda route: None)  # sent, and never heard of again
    ask(page, "Was verdient ein Zahnarzt?")
    failed = page.locator(".turn[data-kind=error]")
    failed.get_by_text("Der Server ist nicht erreichbar").wait_for()
    assert failed.locator(".question p").inner_text() == "Was verdient ein Zahnarzt?"
    page.unroute("**/queue/join*")
    failed.get_by_role("button", name="Noch einmal versuchen").click()
    page.locator(".turn[data-kind=declined]").wait_for()
    assert page.locator(".turn").count() == 1


def test_helpful_is_one_click_and_another_takes_it_back(visit: Any) -> None:
    turn = visit().ask(SALARY)
    button = turn.get_by_role("button", name="Hilfreich", exact=True)
    button.click()
    turn.get_by_text("Danke").wait_for()
    assert button.get_attribute("aria-pressed") == "true"
    entry = newest()
    assert (entry.verdict, entry.status, entry.intent) == ("helpful", "answered", "salary")
    assert entry.question is None and entry.answer is None and entry.comment == ""
    assert entry.sources and entry.passages and entry.index_version
    button.click()
    turn.get_by_text("Ihre Rückmeldung ist gelöscht.").wait_for()
    assert button.get_attribute("aria-pressed") == "false"
    assert entry.id not in {one.id for one in Feedback.of(load_settings()).entries()}


def test_not_helpful_has_reasons_and_keeps_no_texts_unasked(visit: Any, shot: Any) -> None:
    opened = visit()
    turn = opened.ask("Was verdient ein Zahnarzt?")
    form = judge(opened, turn)
    # An answer without quotes has none that could be wrong.
    assert form.get_by_role("group", name="Was stimmt nicht?").get_by_role("radio").count() == 5
    assert not form.get_by_role("checkbox").is_checked()
    comment = form.get_by_role("textbox", name="Anmerkung (freiwillig)")
    assert comment.get_attribute("maxlength") == "1000"
    form.get_by_text("am Thema vorbei").click()
    comment.fill("<img src=x onerror=alert(1)> Größe")
    form.scroll_into_view_if_needed()
    shot(opened.page, "feedback-form")
    form.get_by_role("button", name="Rückmeldung senden").click()
    turn.get_by_text("Danke").wait_for()
    assert not form.is_visible()
    bad = turn.get_by_role("button", name="Nicht hilfreich")
    assert bad.get_attribute("aria-pressed") == "true"
    assert bad.evaluate("element => element === document.activeElement")
    entry = newest()
    assert (entry.verdict, entry.reason, entry.status) == ("unhelpful", "off_the_point", "declined")
    assert entry.comment == "<img src=x onerror=alert(1)> Größe"
    assert entry.question is None and entry.answer is None
    # Sent again with both texts it replaces.
    bad.click()
    form.get_by_role("checkbox", name="Frage und Antwort mitsenden").check()
    form.get_by_role("button", name="Rückmeldung senden").click()
    until(opened.page, lambda: newest().question == "Was verdient ein Zahnarzt?")
    assert newest().id == entry.id and newest().answer
    turn.get_by_role("button", name="Zurücknehmen").click()
    turn.get_by_text("Ihre Rückmeldung ist gelöscht.").wait_for()


def test_feedback_by_keyboard(visit: Any) -> None:
    opened = visit()
    turn = opened.ask("Was verdient ein Zahnarzt?")
    page = opened.page
    turn.get_by_role("button", name="Nicht hilfreich").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.type") == "radio"
    page.keyboard.press("Space")
    for _ in range(4):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Verwerfen"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Nicht hilfreich"
    assert turn.locator(".feedback-form").is_hidden()


def test_a_failing_server_is_told_at_the_feedback(visit: Any) -> None:
    opened = visit()
    turn = opened.ask(SALARY)
    opened.page.route("**/api/v1/feedback", lambda route: route.abort())
    button = turn.get_by_role("button", name="Hilfreich", exact=True)
    button.click()
    turn.get_by_text("Ihre Rückmeldung wurde nicht gespeichert.").wait_for()
    assert button.get_attribute("aria-pressed") == "false"


def test_a_conversation_is_saved(visit: Any, tmp_path: Path, shot: Any) -> None:
    opened = visit()
    page = opened.page
    saving = page.get_by_role("group", name="Gespräch speichern")
    assert not saving.is_visible()
    opened.ask(SALARY)
    opened.ask("Was verdient ein [Zahnarzt](javascript:alert(1))?")
    page.evaluate("window.scrollTo(0, 0)")
    shot(page, "chat-saving")
    for form, start in (("Markdown", b"# Gespr"), ("PDF", b"%PDF-")):
        with page.expect_download() as download:
            saving.get_by_role("button", name=f"Gespräch als {form} speichern").click()
        path = tmp_path / download.value.suggested_filename
        download.value.save_as(path)
        assert path.read_bytes().startswith(start)
    told = next(tmp_path.glob("*.md")).read_text()
    assert SALARY in told and r"\[Zahnarzt\](javascript" in told
    page.get_by_role("link", name="Profil prüfen").click()
    assert not saving.is_visible()
    page.get_by_role("link", name="Fragen stellen").click()
    page.get_by_role("button", name="Neues Gespräch").click()
    assert not saving.is_visible()


def test_a_forged_conversation_is_not_saved(visit: Any) -> None:
    opened = visit()
    opened.ask(SALARY)

    def forge(route: Any) -> None:
        sent = json.loads(route.request.post_data)
        sent["turns"][0]["answer"]["citations"][0]["quote"] = "Erfunden."
        route.continue_(post_data=json.dumps(sent))

    opened.page.route("**/conversations/export", forge)
    opened.page.get_by_role("button", name="Gespräch als PDF speichern").click()
    opened.page.get_by_text("stammt so nicht von Karrierelotse").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_all_of_it_fits(visit: Any, scheme: str, shot: Any) -> None:
    opened = visit(viewport={"width": 320, "height": 640}, has_touch=True, color_scheme=scheme)
    form = judge(opened, opened.ask(SALARY))
    assert fits(opened.page)
    form.scroll_into_view_if_needed()
    shot(opened.page, f"feedback-phone-{scheme}")


def test_the_profile_can_be_stopped(visit: Any) -> None:
    opened = visit()
    page = opened.page
    page.get_by_role("link", name="Profil prüfen").click()
    page.route("**/api/v1/matches", lambda route: None)  # an answer that takes for ever
    page.get_by_label("oder Text einfügen").fill("Ich bin Account Managerin.")
    page.get_by_role("button", name="Profil prüfen").click()
    stop = page.locator("#profil").get_by_role("button", name="Abbrechen")
    stop.wait_for()
    stop.click()
    page.locator("#profil").get_by_text("Abgebrochen.").wait_for()
    assert not stop.is_visible()
    assert page.locator("#profil .match").get_attribute("aria-busy") == "false"
    page.unroute("**/api/v1/matches")
    page.get_by_role("button", name="Profil prüfen").click()
    page.get_by_role("heading", name="Rollen im Vergleich").wait_for()
    assert urlsplit(page.url).fragment == "profil"
