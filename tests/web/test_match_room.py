"""The room "Profil prüfen" in a real browser: with text, a file, a keyboard, a phone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.web.test_chat import fits
from tests.web.test_matches import CV

pytestmark = pytest.mark.browser

ROLE = "Key Account Manager"


def enter(opened: Any, link: str = "Profil prüfen") -> Any:
    opened.page.get_by_role("link", name=link).click()
    opened.page.locator("#profil h2").wait_for()
    return opened.page


def check(page: Any, text: str = CV) -> None:
    page.get_by_label("oder Text einfügen").fill(text)
    page.get_by_role("button", name="Profil prüfen").click()
    page.get_by_role("heading", name="Rollen im Vergleich").wait_for()


def open_role(page: Any, name: str = ROLE) -> Any:
    page.get_by_role("button", name=f"Anforderungen ansehen: {name}", exact=True).click()
    page.locator(".decisions").first.wait_for()
    return page.get_by_role("table", name=f"Anforderungen an die Rolle {name}: Verlangt")


def row(table: Any, label: str) -> Any:
    return table.get_by_role("row").filter(has=table.page.get_by_text(label, exact=True))


def test_pasted_text_is_compared_with_every_role(visit: Any) -> None:
    page = enter(visit())
    assert not page.locator("#gespraech").is_visible()
    assert "Arbeitsspeicher" in page.locator(".consent").inner_text()
    check(page)
    names = page.locator(".ranking h4").all_inner_texts()
    assert names == ["Account Manager", ROLE]
    assert "erfüllt" in page.locator(".ranking li").first.inner_text()
    focused = page.evaluate("document.activeElement.textContent")
    assert focused == "Rollen im Vergleich"


def test_a_report_has_the_quotes_of_both_sides(visit: Any) -> None:
    page = enter(visit())
    check(page)
    table = open_role(page)
    found = row(table, "Kommunikationsgeschick")
    assert "erfüllt" in found.inner_text()
    assert "„Kommunikationsstark“" in found.inner_text()
    assert "„Key Account Manager brauchen Kommunikationsgeschick" in found.inner_text()
    told = page.locator(".match-result").inner_text()
    assert "Account Manager → Key Account Manager, 3–7 Jahre" in told
    assert "Was die Quellen zum Gehalt sagen" in told and "Euro" in told


def test_an_answer_changes_the_report_and_can_be_taken_back(visit: Any) -> None:
    page = enter(visit())
    check(page)
    table = open_role(page)
    before = page.locator(".counts").first.inner_text()
    assert "offen" in row(table, "Resilienz").inner_text()
    page.get_by_role("button", name="Trifft zu: Resilienz", exact=True).press("Enter")
    page.get_by_text("Der Vergleich ist aktualisiert.").wait_for()
    assert "erfüllt" in row(table, "Resilienz").inner_text()
    assert "Ihre Ergänzung" in row(table, "Resilienz").inner_text()
    assert page.locator(".counts").first.inner_text() != before
    assert page.evaluate("document.activeElement.dataset.requirement").endswith("resilienz")
    page.get_by_role("button", name="Zurücknehmen: Resilienz", exact=True).press("Enter")
    page.get_by_role("button", name="Trifft zu: Resilienz", exact=True).wait_for()
    assert page.locator(".counts").first.inner_text() == before
    page.get_by_role("button", name="Trifft nicht zu: Resilienz", exact=True).click()
    row(table, "Resilienz").get_by_text("verneint").first.wait_for()


def test_an_own_answer_is_typed_and_sent_by_keyboard(visit: Any) -> None:
    page = enter(visit())
    check(page)
    table = open_role(page)
    box = page.get_by_role("textbox", name="Eigene Antwort: verhandlungssicheres Englisch")
    box.fill("C1")
    box.press("Enter")
    row(table, "verhandlungssicheres Englisch").get_by_text("erfüllt").first.wait_for()


def test_a_file_is_compared_and_a_bad_one_explained(visit: Any, tmp_path: Path) -> None:
    page = enter(visit())
    bad = tmp_path / "tabelle.pdf"
    bad.write_bytes(b"PK\x03\x04 xl/workbook.xml")
    chooser = page.get_by_label("Lebenslauf als Datei")
    chooser.set_input_files(str(bad))
    page.get_by_role("button", name="Profil prüfen").click()
    page.locator("#profil .match-status.alert", has_text="Tabelle").wait_for()
    good = tmp_path / "cv.txt"
    good.write_text(CV, encoding="utf-8")
    chooser.set_input_files(str(good))
    page.get_by_role("button", name="Profil prüfen").click()
    page.locator(".ranking li").first.wait_for()
    assert not page.locator("#profil .match-status.alert").count()


def test_nothing_given_is_told(visit: Any) -> None:
    page = enter(visit())
    page.get_by_role("button", name="Profil prüfen").click()
    assert "wählen Sie eine Datei" in page.locator("#profil .match-status").inner_text()


@pytest.mark.parametrize(
    ("label", "ending", "opening"),
    [("PDF", "pdf", b"%PDF-"), ("Markdown", "md", b"# Profil und Rolle")],
)
def test_the_report_can_be_saved(visit: Any, label: str, ending: str, opening: bytes) -> None:
    page = enter(visit())
    check(page)
    open_role(page)
    with page.expect_download() as saving:
        page.get_by_role("button", name=f"Als {label} speichern").click()
    assert saving.value.suggested_filename == f"karrierelotse-key-account-manager.{ending}"
    assert Path(saving.value.path()).read_bytes().startswith(opening)


def test_the_profile_can_be_dropped_and_is_in_no_storage(visit: Any) -> None:
    page = enter(visit())
    check(page)
    stored = page.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
    )
    assert "Zwetschgenhof" not in stored
    page.get_by_role("button", name="Profil verwerfen").click()
    assert page.get_by_label("oder Text einfügen").input_value() == ""
    assert page.locator(".match-result").inner_text() == ""


def test_a_conversation_is_still_there_on_the_way_back(visit: Any) -> None:
    opened = visit()
    opened.ask("Was verdient ein Key Account Manager?")
    page = enter(opened)
    check(page)
    page.get_by_role("link", name="Fragen stellen").click()
    page.locator(".turn").first.wait_for()
    enter(opened)
    page.locator(".ranking li").first.wait_for()


def test_a_profile_cannot_bring_html(visit: Any) -> None:
    page = enter(visit())
    check(page, 'Kenntnisse\nkommunikationsstark <img src=x onerror="alert(1)">\nresilient')
    open_role(page)
    assert page.locator(".match-result img").count() == 0
    assert "<img src=x" in page.locator(".match-result").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone(visit: Any, scheme: str) -> None:
    opened = visit(viewport={"width": 375, "height": 720}, color_scheme=scheme)
    page = enter(opened)
    assert fits(page)
    check(page)
    assert fits(page)
    open_role(page)
    assert fits(page)
    box = page.get_by_role("textbox", name="Eigene Antwort: Resilienz")
    ground, ink = (
        box.evaluate("(e, name) => getComputedStyle(e)[name]", name)
        for name in ("backgroundColor", "color")
    )
    light, dark = "rgb(255, 255, 255)", "rgb(24, 32, 40)"
    assert ground == (light if scheme == "light" else dark) and ink != ground


def test_english_under_en(visit: Any) -> None:
    page = enter(visit("/en/"), "Check a profile")
    page.get_by_label("or paste text").fill(CV)
    page.get_by_role("button", name="Check profile").click()
    page.get_by_role("button", name="View requirements: Key Account Manager").click()
    page.locator(".decisions").first.wait_for()
    told = page.locator(".match-result").inner_text()
    assert "What the sources say about pay" in told and "erfüllt" not in told
