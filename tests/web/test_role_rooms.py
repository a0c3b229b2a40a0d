"""The rooms "Gehalt", "Karriere" and "Rolle" in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.web.test_chat import fits

pytestmark = pytest.mark.browser

ROLE = "Account Manager"
Shot = Callable[[Any, str], None]


def enter(opened: Any, room: str, role: str | None = ROLE) -> Any:
    page = opened.page
    page.get_by_role("link", name=room, exact=True).click()
    if role:
        page.locator(".roles:visible").get_by_role("link", name=role, exact=True).click()
        page.locator(".explorer-result:visible[aria-busy=false] h3", has_text=role).wait_for()
    return page


def focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.textContent"))


def said(page: Any, text: str) -> None:
    page.locator(".explorer:visible .match-status", has_text=text).wait_for(state="attached")


def test_figures_are_chosen_and_narrowed_down(visit: Any, shot: Shot) -> None:
    page = enter(visit(), "Gehalt")
    assert focused(page) == f"Gehaltsangaben: {ROLE}"
    table = page.get_by_role("table", name="Gehaltsangaben der Quellen")
    rows = table.get_by_role("row").count()
    said(page, f"{rows - 1} Angaben aus")
    # The two currencies, years and what has no period stated: a chart of its own each.
    titles = page.locator(".charts figcaption").all_inner_texts()
    assert {"Euro pro Jahr", "US-Dollar pro Jahr"} < set(titles) == {*titles}
    shot(page, "salary-desktop")
    country = page.get_by_label("Land", exact=True)
    country.focus()
    country.select_option("US")
    said(page, f"Gezeigt: eine Angabe von {rows - 1}.")
    assert table.get_by_role("row").count() == 2
    assert page.evaluate("document.activeElement.name") == "country"
    assert page.evaluate("location.hash") == "#gehalt?role=account-manager&country=US"
    with page.expect_download() as saving:
        page.get_by_role("button", name="Tabelle als CSV speichern").click()
    assert saving.value.suggested_filename == "gehalt-account-manager.csv"
    assert "USD" in Path(saving.value.path()).read_text(encoding="utf-8-sig")
    page.get_by_label("Jahr", exact=True).select_option("none")
    said(page, "Gezeigt: eine Angabe")
    page.reload()
    page.get_by_role("button", name="Alles zurücksetzen").press("Enter")
    said(page, f"{rows - 1} Angaben aus")
    assert table.get_by_role("row").count() == rows
    assert not page.get_by_role("button", name="Alles zurücksetzen").count()


def test_a_figure_opens_its_quote_and_the_focus_comes_back(visit: Any, shot: Shot) -> None:
    page = enter(visit(), "Gehalt")
    row = page.get_by_role("table").get_by_role("row").filter(has_text="US-Dollar")
    marker = row.get_by_role("button")
    number = marker.inner_text()
    marker.press("Enter")
    sheet = page.get_by_role("dialog", name="Beleg")
    sheet.locator("mark").first.wait_for()
    assert "45.000 bis 85.000 US-Dollar" in sheet.locator("mark").first.inner_text()
    assert sheet.locator(".kicker").inner_text() == f"Beleg {number}"
    assert page.evaluate("document.activeElement.tagName") == "H2"
    shot(page, "salary-quote-desktop")
    page.keyboard.press("Escape")
    sheet.wait_for(state="hidden")
    assert focused(page) == number
    marker.click()
    sheet.get_by_role("button", name="Schließen").click()
    sheet.wait_for(state="hidden")
    assert focused(page) == number


def test_steps_lead_from_role_to_role(visit: Any, shot: Shot) -> None:
    page = enter(visit(), "Karriere")
    shot(page, "career-desktop")
    drawing = page.get_by_role("group", name="Karriereschritte als Diagramm")
    drawing.get_by_role("link", name="Key Account Manager").press("Enter")
    heading = page.get_by_role("heading", name="Karriereschritte: Key Account Manager")
    heading.wait_for()
    assert focused(page) == "Karriereschritte: Key Account Manager"
    steps = page.locator(".steps li")
    own = steps.filter(has=page.get_by_role("link", name=ROLE, exact=True))
    assert "3–7 Jahre" in own.inner_text() and "Bedingung: „mit konstant" in own.inner_text()
    own.get_by_role("button").first.click()
    mark = page.get_by_role("dialog").locator("mark").first
    mark.wait_for()
    assert mark.inner_text() in own.inner_text()
    page.keyboard.press("Escape")
    own.get_by_role("link").click()
    page.get_by_role("heading", name=f"Karriereschritte: {ROLE}", exact=True).wait_for()
    page.go_back()
    heading.wait_for()


def test_a_role_leads_to_its_pay_and_career(visit: Any, shot: Shot) -> None:
    page = enter(visit(), "Rolle")
    told = page.locator("#rolle .explorer-result").inner_text()
    for words in ("Auch genannt", "Kundenbetreuer", "Aufgaben", "Wird verlangt", "Quellen"):
        assert words in told
    shot(page, "role-desktop")
    more = page.locator("#rolle details summary").first
    more.press("Enter")
    assert page.locator("#rolle details[open] li").count()
    page.get_by_role("link", name="Gehaltsangaben ansehen", exact=True).click()
    page.get_by_role("heading", name=f"Gehaltsangaben: {ROLE}").wait_for()
    assert focused(page) == f"Gehaltsangaben: {ROLE}"
    assert page.get_by_role("link", name="Gehalt", exact=True).get_attribute("aria-current")
    # On the way back a room is as it was left, and its address says so.
    page.get_by_role("link", name="Fragen stellen").click()
    page.get_by_role("link", name="Gehalt", exact=True).click()
    page.get_by_role("heading", name=f"Gehaltsangaben: {ROLE}").wait_for()
    page.wait_for_function("location.hash === '#gehalt?role=account-manager'")
    page.get_by_label("Land", exact=True).select_option("US")
    said(page, "Gezeigt: eine Angabe")
    page.get_by_role("link", name="Karriereschritte ansehen", exact=True).click()
    page.get_by_role("heading", name=f"Karriereschritte: {ROLE}").wait_for()


def test_a_role_is_found_by_a_part_of_its_title(visit: Any) -> None:
    page = enter(visit(), "Rolle", None)
    box = page.get_by_role("searchbox", name="Rolle oder Beruf suchen")
    box.press_sequentially("key acc")
    said(page, "Eine Rolle passt.")
    assert page.locator(".roles:visible a").all_inner_texts() == ["Key Account Manager"]
    box.fill("zzzz <img src=x onerror=alert(1)>")
    said(page, "ist keine Rolle bekannt")
    assert page.locator("#rolle img").count() == 0
    box.fill("")
    page.locator(".roles:visible a").nth(1).wait_for()


def test_what_fails_is_told_and_can_be_tried_again(visit: Any) -> None:
    opened = visit()
    page = opened.page
    page.route("**/api/v1/salaries?**", lambda route: route.abort())
    page.get_by_role("link", name="Gehalt", exact=True).click()
    page.locator(".roles:visible").get_by_role("link", name=ROLE, exact=True).click()
    page.locator(".match-status.alert:visible", has_text="nicht erreichbar").wait_for()
    page.unroute("**/api/v1/salaries?**")
    page.get_by_role("button", name="Noch einmal versuchen").press("Enter")
    page.get_by_role("heading", name=f"Gehaltsangaben: {ROLE}").wait_for()
    assert not page.locator(".match-status.alert").count()
    page.evaluate("location.hash = '#gehalt?role=gibt-es-nicht'")
    page.locator(".match-status.alert:visible", has_text="Kennung gibt es nicht").wait_for()
    assert page.locator("#gehalt .explorer-result").inner_text() == ""


def test_an_index_without_roles_is_told(visit: Any) -> None:
    opened = visit()
    opened.page.route("**/api/v1/roles?**", lambda route: route.fulfill(json=[]))
    page = enter(opened, "Karriere", None)
    page.get_by_text("Die Quellen nennen noch keine Rolle.").wait_for()
    assert page.locator("#karriere .explorer-result").inner_text() == ""


def test_the_newest_request_wins(visit: Any) -> None:
    page = enter(visit(), "Gehalt", None)
    held: list[Any] = []
    page.route("**/api/v1/salaries?role=account-manager&**", lambda r: held.append(r))
    roles = page.locator(".roles:visible")
    roles.get_by_role("link", name=ROLE, exact=True).click()
    page.get_by_text("Die Angaben werden geladen …").wait_for()
    roles.get_by_role("link", name="Key Account Manager").click()
    page.get_by_role("heading", name="Gehaltsangaben: Key Account Manager").wait_for()
    assert held
    for route in held:
        route.continue_()
    page.wait_for_timeout(300)
    assert focused(page) == "Gehaltsangaben: Key Account Manager"
    page.unroute("**/api/v1/salaries?role=account-manager&**")


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (375, "dark")])
def test_they_fit_a_phone(visit: Any, shot: Shot, width: int, scheme: str) -> None:
    opened = visit(viewport={"width": width, "height": 720}, color_scheme=scheme)
    for room, name in (("Gehalt", "salary"), ("Karriere", "career"), ("Rolle", "role")):
        page = enter(opened, room)
        assert fits(page), room
        shot(page, f"{name}-phone-{scheme}")
    page = enter(opened, "Gehalt", None)
    table = page.get_by_role("table")
    # Stacked cells keep their roles.
    assert table.get_by_role("columnheader").count() == 6
    assert table.get_by_role("row").nth(1).get_by_role("cell").count() >= 4
    table.get_by_role("button").first.click()
    page.get_by_role("dialog").locator("mark").first.wait_for()
    assert fits(page)
    shot(page, f"salary-quote-phone-{scheme}")


def test_english_under_en(visit: Any) -> None:
    page = enter(visit("/en/"), "Pay")
    told = page.locator("#gehalt .explorer-result").inner_text()
    assert "All that the sources say is shown" in told and "nicht genannt" not in told
    page.get_by_role("table").get_by_role("button").first.click()
    page.get_by_role("dialog", name="Quote").locator("mark").first.wait_for()
    assert "Publisher" in page.get_by_role("dialog").inner_text()
