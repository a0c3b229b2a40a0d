"""WCAG 2.1 AA, as far as a machine can look: every page and state, by axe and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bot.evaluation.ports import free_port
from tests.web.accessibility import (
    ANNOUNCED,
    REACHABLE,
    SETTLED,
    SIDEWAYS,
    WIDE,
    look,
    tab_order,
    violations,
)
from tests.web.conftest import Server, start_server, wait_for
from tests.web.test_matches import CV
from tests.web.test_screening_room import OTHER, key_of, upload

pytestmark = pytest.mark.browser

ROLE = "key-account-manager"
QUESTIONS = {
    "de": ("Was verdient ein Key Account Manager?", "Wie wird man Key Account Manager?"),
    "en": ("What does a Key Account Manager earn?", "How do I become a Key Account Manager?"),
}
PATHS = {"de": "/", "en": "/en/"}
LANGUAGES = pytest.mark.parametrize("language", ["de", "en"])
ROOMS = ("gehalt", "karriere", "rolle")
SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""The distances of success criterion 1.4.12."""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("accessibility")
    return {
        "LOTSE_SCREENING": "1",
        "LOTSE_SCREENING_DB": str(folder / "log.sqlite3"),
        "LOTSE_SCREENING_REVIEWERS": str(folder / "reviewers.json"),
        "LOTSE_FEEDBACK_DB": str(folder / "feedback.sqlite3"),
    }


@pytest.fixture(scope="module")
def server(database: Path, environment: dict[str, str]) -> Iterator[Server]:
    """In place of the usual one: with every room there is."""
    started = start_server(database, free_port(), **environment)
    try:
        yield wait_for(started)
    finally:
        if started.process.poll() is None:
            started.stop()


def widen(page: Any) -> None:
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(WIDE)


def enter(opened: Any, language: str, place: str, role: str = "") -> Any:
    asked = f"?role={role}" if role else ""
    opened.page.goto(f"{opened.url}{PATHS[language]}#{place}{asked}")
    return opened.page.locator(f"#{place}")


@LANGUAGES
def test_the_chat_in_every_state(visit: Any, language: str) -> None:
    opened = visit(PATHS[language])
    page = opened.page
    found = look(page, "empty")
    widen(page)
    turn = opened.ask(QUESTIONS[language][0])
    turn.locator(".marker").first.click()
    page.locator(".evidence mark").wait_for()
    found |= look(page, "answered, quote open")
    page.keyboard.press("Escape")
    widen(page)
    opened.ask(QUESTIONS[language][1])
    opened.ask("Wie wird das Wetter morgen in Rom?")
    opened.ask("x" * 2_001)
    page.locator("summary").first.click()
    page.locator(".feedback button").nth(1).click()
    found |= look(page, "career, declined, too long, articles, feedback")
    assert found == {}


@LANGUAGES
@pytest.mark.parametrize("place", ROOMS)
def test_the_rooms_of_a_role(visit: Any, language: str, place: str) -> None:
    opened = visit(PATHS[language])
    room = enter(opened, language, place)
    room.locator(".roles a").first.wait_for()
    found = look(opened.page, "nothing chosen") if place == "gehalt" else {}
    room = enter(opened, language, place, ROLE)
    room.locator("h3").first.wait_for()
    found |= look(opened.page, "a role")
    marker = room.locator(".marker").first
    marker.click()
    room.locator("dialog mark").wait_for()
    found |= look(opened.page, "its quote")
    opened.page.keyboard.press("Escape")
    assert marker.evaluate("(one) => one === document.activeElement")
    enter(opened, language, place, "gibt-es-nicht")
    room.locator(".match-status:not(:empty)").first.wait_for()
    found |= look(opened.page, "no such role")
    assert found == {}


@LANGUAGES
def test_the_profile_in_every_state(visit: Any, language: str) -> None:
    opened = visit(PATHS[language])
    page = opened.page
    room = enter(opened, language, "profil")
    submit = room.locator("button[type=submit]")
    submit.click()
    found = look(page, "nothing given")
    room.locator("textarea").fill(CV)
    submit.click()
    room.locator(".ranking li").first.wait_for()
    found |= look(page, "ranking")
    room.locator(f".ranking button[data-role={ROLE}]").click()
    room.locator(".decisions").first.wait_for()
    room.locator("details.read > summary").last.click()
    found |= look(page, "report")
    assert found == {}


@LANGUAGES
def test_the_recruiters_room_in_every_state(
    visit: Any, environment: dict[str, str], language: str
) -> None:
    opened = visit(PATHS[language])
    page = opened.page
    room = enter(opened, language, "auswahl")
    key = room.locator("#auswahl-key")
    key.wait_for()
    found = look(page, "signed out")
    key.fill(key_of(environment, f"Petra Prüferin {language}"))
    key.press("Enter")
    room.locator(f"#auswahl-role option[value={ROLE}]").wait_for(state="attached")
    room.locator("#auswahl-advert").fill("Wir suchen einen Digital Native.")
    room.locator("form:has(#auswahl-advert) button").click()
    room.locator(".advert-result li").first.wait_for()
    found |= look(page, "signed in, advert")
    room.locator("#auswahl-role").select_option(ROLE)
    room.locator("#auswahl-files").set_input_files(
        [upload("eine.txt", CV), upload("andere.txt", OTHER), upload("tabelle.pdf", b"PK\3\4 xl/")]
    )
    room.locator("form.start button[type=submit]").click()
    room.locator(".receipts tbody tr").first.wait_for()
    room.locator(".grid button").first.wait_for()
    found |= look(page, "table")
    widen(page)
    room.locator(".grid th button").first.click()
    page.locator("dialog[open] .document").wait_for()
    found |= look(page, "an application")
    page.keyboard.press("Escape")
    room.locator(".grid td button").first.click()
    page.locator("dialog[open] .review").wait_for()
    found |= look(page, "one line")
    assert found == {}


@LANGUAGES
def test_the_widgets_page(browser: Any, server: Server, language: str) -> None:
    context = browser.new_context(viewport=WIDE)
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto(f"{server.url}/widget?language={language}&lang={language}")
    page.locator(".suggestion").first.wait_for()
    found = look(page, "empty")
    page.locator("#frage").fill(QUESTIONS[language][0])
    page.keyboard.press("Enter")
    page.locator(".answer[aria-busy=false]").wait_for()
    found |= look(page, "answered")
    page.locator(".marker").first.click()
    page.locator(".evidence mark").wait_for()
    found |= look(page, "quote")
    context.close()
    assert found == {}


def test_axe_would_find_something(visit: Any) -> None:
    page = visit().page
    page.evaluate(
        "document.querySelector('#kopf').insertAdjacentHTML('beforeend',"
        " '<p style=\"color:#999;background:#fff\">blass</p><button></button>')"
    )
    assert {"color-contrast", "button-name"} <= {rule for rule, _ in violations(page)}


def walked(page: Any) -> list[str]:
    """What is wrong with the way of the tab key through the page as it is now."""
    reached = tab_order(page, most=300)
    should = page.evaluate(REACHABLE)
    came = [one["order"] for one in reached]
    wrong = [f"not reached: {place}" for place in should if place not in came]
    wrong += [
        f"backwards: {one['name']} → {then['name']}"
        for one, then in pairwise(reached)
        if then["order"] < one["order"]
    ]
    for flaw in ("outlined", "seen", "uncovered"):
        wrong += [f"not {flaw}: {one['name']}" for one in reached if not one[flaw]]
    return wrong


@pytest.mark.parametrize("size", [WIDE, {"width": 640, "height": 400}], ids=["wide", "200 %"])
def test_the_keyboard_comes_everywhere_in_the_order_of_reading(
    visit: Any, size: dict[str, int]
) -> None:
    opened = visit(viewport=size, device_scale_factor=1 if size is WIDE else 2)
    page = opened.page
    assert walked(page) == []
    opened.ask(QUESTIONS["de"][0])
    assert walked(page) == []
    assert page.evaluate(SIDEWAYS) == []
    for place in ("gehalt", "rolle"):
        enter(opened, "de", place, ROLE).locator("h3").first.wait_for()
        page.wait_for_function(SETTLED)
        assert walked(page) == []
        assert page.evaluate(SIDEWAYS) == []
    room = enter(opened, "de", "profil")
    room.locator("textarea").fill(CV)
    room.locator("button[type=submit]").click()
    room.locator(".ranking li").first.wait_for()
    assert walked(page) == []


def test_the_skip_link_leads_to_the_rooms_first_field(visit: Any) -> None:
    opened = visit()
    for place, first in (("fragen", "TEXTAREA"), ("gehalt", "INPUT"), ("profil", "TEXTAREA")):
        enter(opened, "de", place)
        opened.page.locator(".skip").focus()
        opened.page.keyboard.press("Enter")
        assert opened.page.evaluate("document.activeElement.tagName") == first


def test_an_answer_is_announced_once(visit: Any) -> None:
    opened = visit()
    page = opened.page
    page.evaluate(ANNOUNCED)
    turn = opened.ask(QUESTIONS["de"][0])
    heard = page.evaluate("window.announced.added.join('\\n')")
    for block in turn.locator(".blocks > p, .blocks li").all():
        assert heard.count(block.evaluate("(one) => one.textContent.trim()")) == 1
    before = page.evaluate("window.announced.added.length")
    opened.ask(QUESTIONS["de"][1])
    later = page.evaluate("window.announced.added")[before:]
    first = turn.locator(".blocks > p").first.evaluate("(one) => one.textContent.trim()")
    assert first not in "\n".join(later)


def test_more_space_between_letters_hides_nothing(visit: Any) -> None:
    opened = visit(viewport={"width": 375, "height": 720})
    page = opened.page
    opened.ask(QUESTIONS["de"][0])
    page.add_style_tag(content=SPACING)
    clipped = """
    () => [...document.querySelectorAll("main *")].filter((one) => {
      const style = getComputedStyle(one);
      const cut = [style.overflowX, style.overflowY].some((how) => /hidden|clip/.test(how));
      return cut && one.textContent.trim() && one.checkVisibility() && !one.closest("svg, textarea")
        && !one.closest(".visually-hidden") && getComputedStyle(one).position !== "absolute"
        && (one.scrollHeight > one.clientHeight + 2 || one.scrollWidth > one.clientWidth + 2);
    }).map((one) => one.outerHTML.slice(0, 150))
    """
    assert page.evaluate(clipped) == []
    assert page.evaluate(SIDEWAYS) == []
    for place in (*ROOMS, "profil"):
        room = enter(opened, "de", place, "" if place == "profil" else ROLE)
        room.locator("h2" if place == "profil" else "h3").first.wait_for()
        assert page.evaluate(clipped) == []
        assert page.evaluate(SIDEWAYS) == []


def test_who_wants_calm_sees_nothing_move(visit: Any) -> None:
    opened = visit(reduced_motion="reduce")
    page = opened.page
    moving = """
    () => document.getAnimations().filter((one) => one.playState === "running"
      && one.effect.getComputedTiming().endTime > 200).map((one) => one.animationName ?? "?")
    """
    opened.ask(QUESTIONS["de"][0])
    assert page.evaluate(moving) == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_colours_of_the_readers_own_leave_everything_visible(visit: Any) -> None:
    opened = visit(forced_colors="active")
    page = opened.page
    turn = opened.ask(QUESTIONS["de"][0])
    turn.locator(".marker").first.click()
    page.locator(".evidence mark").wait_for()
    told = page.evaluate(
        """
        () => {
          const style = (one) => getComputedStyle(document.querySelector(one));
          const ground = style("body").backgroundColor;
          return {
            mark: style(".evidence mark").backgroundColor !== ground,
            button: style(".suggestion").borderTopStyle !== "none",
            marker: style(".turn .marker").borderTopColor !== "rgba(0, 0, 0, 0)",
            bar: [...document.querySelectorAll("svg.ranges rect, svg.ranges circle")]
              .every((one) => getComputedStyle(one).fill !== ground),
          };
        }
        """
    )
    assert told == {"mark": True, "button": True, "marker": True, "bar": True}
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert [one["name"] for one in tab_order(page, 12) if not one["outlined"]] == []
