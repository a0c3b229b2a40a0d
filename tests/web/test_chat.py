"""The chat in a real browser, as somebody with a keyboard, a phone or bad intentions uses it."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

pytestmark = pytest.mark.browser

SALARY = "Was verdient ein Key Account Manager?"


def fits(page: Any) -> bool:
    return bool(
        page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        )
    )


def test_a_question_by_keyboard_gets_a_cited_answer(visit: Any) -> None:
    opened = visit()
    turn = opened.ask(SALARY)
    assert turn.get_attribute("data-kind") == "answered"
    assert turn.get_by_role("button", name="Beleg 1 anzeigen").first.is_visible()
    assert "Euro" in turn.locator(".blocks").inner_text()
    assert opened.page.get_by_role("textbox").input_value() == ""


def test_the_answer_arrives_in_pieces(visit: Any) -> None:
    opened = visit()
    opened.page.evaluate(
        """() => {
          window.sizes = [];
          new MutationObserver(() => {
            const size = document.querySelectorAll(".turn li").length;
            if (size !== window.sizes.at(-1)) window.sizes.push(size);
          }).observe(document.querySelector(".turns"), { childList: true, subtree: true });
        }"""
    )
    opened.ask(SALARY)
    sizes = opened.page.evaluate("window.sizes")
    assert len(sizes) > 2 and sizes == sorted(sizes)


def test_a_marker_opens_its_quote_highlighted_in_its_section(
    visit: Any, client: httpx.Client
) -> None:
    answer = client.post("/api/v1/answers", json={"question": SALARY}).json()
    opened = visit()
    turn = opened.ask(SALARY)
    panel = opened.page.get_by_role("complementary", name="Beleg")
    for citation in answer["citations"]:
        turn.get_by_role(
            "button", name=f"Beleg {citation['number']} anzeigen", exact=True
        ).first.click()
        source = client.get(f"/api/v1/sources/{citation['source']['id']}").json()
        assert source["text"][citation["start"] : citation["end"]] == citation["quote"]
        assert panel.locator("mark").inner_text() == citation["quote"]
        assert panel.get_by_role("heading").inner_text() == citation["section"]
        lines = panel.locator(".section-text p").all_inner_texts()
        assert all(line in source["text"] for line in lines)
        assert citation["source"]["title"] in panel.inner_text()


def test_a_quote_names_where_it_comes_from(visit: Any, client: httpx.Client) -> None:
    question = "Welche Aufgaben hat ein Account Manager?"
    citations = client.post("/api/v1/answers", json={"question": question}).json()["citations"]
    opened = visit()
    turn = opened.ask(question)
    panel = opened.page.get_by_role("complementary", name="Beleg")
    for citation in citations:
        turn.get_by_role(
            "button", name=f"Beleg {citation['number']} anzeigen", exact=True
        ).first.click()
        source = citation["source"]
        if source["url"]:
            link = panel.get_by_role("link")
            assert link.get_attribute("href") == source["url"]
            assert link.get_attribute("rel") == "noopener noreferrer nofollow"
            assert link.get_attribute("target") == "_blank"
        if source["published"]:
            year, month, day = source["published"].split("-")
            assert f"{day}.{month}.{year}" in panel.inner_text()
        else:
            assert "ohne Datum" in panel.inner_text()


def test_the_quote_is_reached_and_left_by_keyboard(visit: Any) -> None:
    opened = visit()
    page = opened.page
    turn = opened.ask(SALARY)
    marker = turn.get_by_role("button", name="Beleg 2 anzeigen", exact=True).first
    marker.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('.evidence') !== null")
    assert marker.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.number") == "2"
    page.keyboard.press("Space")
    assert page.locator(".evidence mark").count() == 1
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Schließen").click()
    assert page.evaluate("document.activeElement.dataset.number") == "2"
    assert page.locator(".evidence mark").count() == 0


def test_a_foreign_question_is_declined_calmly(visit: Any) -> None:
    turn = visit().ask("Was verdient ein Zahnarzt?")
    assert turn.get_attribute("data-kind") == "declined"
    assert turn.locator(".marker").count() == 0
    assert turn.get_by_role("heading", name="Dazu gibt es keine Antwort").is_visible()
    assert turn.get_by_role("group", name="Weiterfragen").get_by_role("button").count() >= 2


def test_an_example_and_a_suggestion_are_asked_with_a_click(visit: Any) -> None:
    page = visit().page
    examples = page.get_by_role("group", name="Beispielfragen")
    examples.get_by_role("button", name=SALARY).click()
    first = page.locator(".turn").nth(0)
    first.locator(".answer[aria-busy=false]").wait_for()
    assert first.locator(".question p").inner_text() == SALARY
    assert not examples.is_visible()
    suggestion = first.get_by_role("group", name="Weiterfragen").get_by_role("button").first
    text = suggestion.inner_text()
    suggestion.click()
    second = page.locator(".turn").nth(1)
    second.locator(".answer[aria-busy=false]").wait_for()
    assert second.locator(".question p").inner_text() == text


def test_a_follow_up_takes_the_conversation_along(visit: Any) -> None:
    opened = visit()
    opened.ask("Welche Aufgaben hat ein Key Account Manager?")
    with opened.page.expect_request("**/queue/join*") as sent:
        turn = opened.ask("Und was verdient er?")
    history = sent.value.post_data_json["data"][1]["history"]
    assert [message["role"] for message in history] == ["user", "assistant"]
    assert turn.get_attribute("data-kind") == "answered"
    assert "Key Account Manager" in turn.locator(".blocks").inner_text()


def test_a_new_conversation_starts_empty(visit: Any) -> None:
    opened = visit()
    page = opened.page
    opened.ask(SALARY).get_by_role("button", name="Beleg 1 anzeigen", exact=True).first.click()
    page.get_by_role("button", name="Neues Gespräch").click()
    assert page.locator(".turn").count() == 0
    assert page.locator(".evidence mark").count() == 0
    assert page.get_by_role("group", name="Beispielfragen").is_visible()
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    with page.expect_request("**/queue/join*") as sent:
        opened.ask("Und was verdient er?")
    assert sent.value.post_data_json["data"][1]["history"] == []


def test_copying_takes_the_sources_along(visit: Any) -> None:
    opened = visit(permissions=["clipboard-read", "clipboard-write"])
    turn = opened.ask(SALARY)
    turn.get_by_role("button", name="Antwort kopieren").click()
    opened.page.get_by_text("Antwort und Belege sind kopiert.").first.wait_for()
    copied = opened.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(SALARY)
    assert "**" not in copied and "\\" not in copied
    markers = turn.locator(".marker").all_inner_texts()
    assert f"[{len(set(markers))}] " in copied.rsplit("\n\n", 1)[1]


def test_a_double_click_asks_once(visit: Any) -> None:
    page = visit().page
    page.get_by_role("button", name=SALARY).dblclick()
    page.locator(".turn .answer[aria-busy=false]").first.wait_for()
    page.wait_for_timeout(500)
    assert page.locator(".turn").count() == 1


def test_two_questions_at_once_are_both_answered(visit: Any) -> None:
    page = visit().page
    box = page.get_by_role("textbox")
    for question in (SALARY, "Welche Aufgaben hat ein Account Manager?"):
        box.fill(question)
        box.press("Enter")
    page.locator(".turn").nth(1).wait_for()
    for number in (0, 1):
        page.locator(".turn").nth(number).locator(".answer[aria-busy=false]").wait_for()
    assert page.get_by_role("button", name="Antwort kopieren").count() == 2


def test_nothing_is_sent_for_an_empty_input(visit: Any) -> None:
    opened = visit()
    box = opened.page.get_by_role("textbox")
    for empty in ("", "   "):
        box.fill(empty)
        box.press("Enter")
    opened.page.wait_for_timeout(500)
    assert opened.page.locator(".turn").count() == 0


def test_shift_and_enter_begin_a_new_line(visit: Any) -> None:
    opened = visit()
    box = opened.page.get_by_role("textbox")
    box.press_sequentially("Was verdient")
    box.press("Shift+Enter")
    box.press_sequentially("ein Account Manager?")
    assert box.input_value() == "Was verdient\nein Account Manager?"
    assert opened.page.locator(".turn").count() == 0


def test_a_question_that_is_too_long_stays_to_be_shortened(visit: Any) -> None:
    opened = visit()
    question = "Was verdient er? " * 150
    turn = opened.ask(question)
    assert turn.get_attribute("data-kind") == "error"
    assert "2000" in turn.locator(".blocks").inner_text()
    assert opened.page.get_by_role("textbox").input_value() == question


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script> Account Manager",
        "Account Manager <img src=x onerror=alert(1)>",
        "[Account Manager](javascript:alert(1)) ![](https://example.org/x.png)",
        "${alert(1)} {{constructor.constructor('alert(1)')()}} `Account Manager`",
        "Was verdient ein Account Manager\" onfocus=alert(1) autofocus x='?",
    ],
)
def test_hostile_questions_are_shown_as_text(visit: Any, hostile: str) -> None:
    opened = visit()
    turn = opened.ask(hostile)
    assert turn.locator(".question p").inner_text() == hostile
    assert turn.locator("script, img, iframe, a").count() == 0
    opened.ask("Und was verdient er?")  # the text also travels as history


@pytest.mark.parametrize("width", [375, 320])
def test_a_phone_shows_everything_without_sideways_scrolling(visit: Any, width: int) -> None:
    opened = visit(viewport={"width": width, "height": 667}, has_touch=True)
    page = opened.page
    assert fits(page)
    turn = opened.ask(SALARY)
    assert fits(page)
    marker = turn.get_by_role("button", name="Beleg 1 anzeigen", exact=True).first
    marker.tap()
    sheet = page.locator(".evidence.open")
    box = sheet.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width and box["height"] <= 667
    assert page.locator(".evidence mark").is_visible()
    assert fits(page)
    assert page.evaluate("document.querySelector('#gespraech').inert")
    page.get_by_role("button", name="Schließen").tap()
    assert not sheet.is_visible()
    assert not page.evaluate("document.querySelector('#gespraech').inert")


def test_english_labels_when_asked_for(visit: Any) -> None:
    asked = visit("/?lang=en")
    assert asked.page.evaluate("document.documentElement.lang") == "en"
    assert asked.page.get_by_role("button", name="New conversation").is_visible()
    turn = asked.ask("What does a Key Account Manager earn?")
    turn.get_by_role("button", name="Show quote 1", exact=True).first.click()
    assert asked.page.get_by_role("button", name="Close").is_visible()
    asked.page.get_by_role("link", name="Deutsch").click()
    asked.page.get_by_role("button", name="Neues Gespräch").wait_for()
    assert asked.page.evaluate("document.documentElement.lang") == "de"


def _luminance(colour: str) -> float:
    channels = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_holds_in_both_schemes(visit: Any, scheme: str) -> None:
    opened = visit(color_scheme=scheme)
    page = opened.page
    opened.ask("Was verdient ein Zahnarzt?")
    opened.ask(SALARY).get_by_role("button", name="Beleg 1 anzeigen", exact=True).first.click()
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (_luminance(ground) < 0.1) == (scheme == "dark")
    for selector in (
        "h1",
        ".masthead .name p",
        ".notice p",
        "summary",
        ".controls a",
        ".controls button",
        ".question p",
        "[data-kind=answered] .answer-title",
        "[data-kind=declined] .blocks p",
        ".blocks li",
        ".marker >> nth=3",
        ".marker[aria-expanded=true]",
        ".suggestion",
        ".evidence .kicker",
        ".evidence mark",
        ".evidence dt",
        "#eingabe textarea",
        "#eingabe .submit-button",
        "#eingabe .info-text",
    ):
        ink, paper = page.locator(selector).first.evaluate(
            """element => {
              const opaque = e => {
                const colour = getComputedStyle(e).backgroundColor;
                return /, 0\\)|transparent/.test(colour) && e.parentElement
                  ? opaque(e.parentElement) : colour;
              };
              return [getComputedStyle(element).color, opaque(element)];
            }"""
        )
        lighter, darker = sorted((_luminance(ink), _luminance(paper)), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5, (selector, ink, paper)


def test_names_and_roles_for_a_screen_reader(visit: Any) -> None:
    page = visit().page
    assert page.get_by_role("log", name="Gespräch").count() == 1
    assert page.get_by_role("textbox", name="Ihre Frage", exact=True).is_visible()
    assert page.get_by_role("button", name="Fragen", exact=True).is_visible()
    assert page.get_by_role("heading", level=1).inner_text() == "Karrierelotse"
    assert page.get_by_text("nicht mit einem Menschen").is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Direkt zur Eingabe"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"


def test_the_articles_are_listed_with_date_and_link(visit: Any, client: httpx.Client) -> None:
    page = visit().page
    page.get_by_text("Woher die Antworten stammen").click()
    shown = page.locator(".articles li")
    sources = client.get("/api/v1/sources").json()
    assert shown.count() == len(sources) > 0
    listed = "\n".join(shown.all_inner_texts())
    assert all(source["title"] in listed for source in sources)


def test_gradios_own_footer_is_hidden_and_nothing_is_kept(visit: Any) -> None:
    opened = visit()
    opened.ask(SALARY)
    assert opened.page.locator("footer:visible").count() == 0
    stored = opened.page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")
    assert SALARY not in stored
