"""The recruiters' room in a real browser: off, by key, review, files, keyboard, phone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.evaluation.ports import free_port
from tests.web.conftest import ROOT, Server, start_server, wait_for
from tests.web.test_chat import fits

pytestmark = pytest.mark.browser

NAME = "Petra Prüferin"
ROLE = "key-account-manager"
CV = """Erika Zwetschgenhof
Geboren am 04.07.1985, verheiratet

Berufserfahrung
03/2019 – heute    Account Managerin, Muster GmbH
                   - Verhandlung von Verträgen mit Bestandskunden

Kenntnisse
Englisch (C1)
Ich bin kommunikationsstark und reise gern. <img src=x onerror="alert(1)">
"""
OTHER = "Profil\nIch habe zwei Jahre im Einzelhandel gearbeitet. Englisch B1.\n"
TABLE = b"PK\x03\x04 xl/workbook.xml"


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("screening")
    return {
        "LOTSE_SCREENING": "1",
        "LOTSE_SCREENING_DB": str(folder / "log.sqlite3"),
        "LOTSE_SCREENING_REVIEWERS": str(folder / "reviewers.json"),
    }


def reviewers(environment: dict[str, str], *arguments: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "bot", "screening", "reviewers", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def key_of(environment: dict[str, str], name: str) -> str:
    told = reviewers(environment, "add", name)
    found = re.search(r"(?<![\w-])[\w-]{43}(?![\w-])", told)
    assert found, told
    return found[0]


@pytest.fixture(scope="module")
def key(environment: dict[str, str]) -> str:
    return key_of(environment, NAME)


@pytest.fixture(scope="module")
def server(database: Path, environment: dict[str, str]) -> Iterator[Server]:
    """In place of the usual one: here the mode is switched on."""
    started = start_server(database, free_port(), **environment)
    try:
        yield wait_for(started)
    finally:
        if started.process.poll() is None:
            started.stop()


def upload(name: str, content: str | bytes) -> dict[str, Any]:
    data = content.encode() if isinstance(content, str) else content
    return {"name": name, "mimeType": "text/plain", "buffer": data}


def enter(opened: Any) -> Any:
    opened.page.get_by_role("link", name="Auswahl").click()
    opened.page.get_by_label("Schlüssel").wait_for()
    return opened.page


def sign_in(opened: Any, key: str, name: str = NAME) -> Any:
    page = enter(opened)
    page.get_by_label("Schlüssel").fill(key)
    page.get_by_label("Schlüssel").press("Enter")
    page.get_by_text(f"Angemeldet als {name}").wait_for()
    page.get_by_label("Rolle", exact=True).locator(f"option[value={ROLE}]").wait_for(
        state="attached"
    )
    return page


def begin(page: Any, *files: dict[str, Any]) -> dict[str, str]:
    """Starts a screening; gives each file's pseudonym or why it wasn't read."""
    page.get_by_label("Rolle", exact=True).select_option(ROLE)
    page.get_by_label("Bewerbungsunterlagen").set_input_files(
        list(files) or [upload("zwetschgenhof.txt", CV), upload("anders.txt", OTHER)]
    )
    page.get_by_role("button", name="Unterlagen vergleichen").click()
    page.locator(".receipts tbody tr").first.wait_for()
    rows = page.locator(".receipts tbody tr").all()
    return {row.locator("th").inner_text(): row.locator("td").inner_text() for row in rows}


def noted(page: Any) -> None:
    page.get_by_role("button", name="Notiert, ausblenden").click()


def focused(page: Any) -> str:
    found = page.evaluate(
        "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"
    )
    return str(found)


class TestSwitchedOff:
    @pytest.fixture
    def server(self, database: Path, launch: Any) -> Any:
        return launch(database)

    def test_there_is_no_room(self, visit: Any) -> None:
        page = visit("/#auswahl").page
        page.get_by_role("link", name="Profil prüfen").wait_for()
        assert page.get_by_role("link", name="Auswahl").count() == 0
        assert page.locator("#auswahl").count() == 0
        assert page.locator("#gespraech").is_visible()


def test_a_wrong_key_is_refused_and_an_advert_needs_none(visit: Any) -> None:
    page = enter(visit())
    page.get_by_label("Schlüssel").fill("falsch")
    page.get_by_role("button", name="Anmelden").click()
    page.locator(".screening > .match-status.alert").wait_for()
    assert page.get_by_label("Schlüssel").input_value() == ""
    assert not page.get_by_role("button", name="Unterlagen vergleichen").is_visible()
    page.get_by_label("Text der Anzeige").fill("Wir suchen einen Digital Native.")
    page.get_by_role("button", name="Anzeige prüfen").click()
    found = page.locator(".advert-result li", has_text="„Digital Native“")
    found.wait_for()
    assert "AGG" in found.inner_text()
    assert "ersetzen keine rechtliche Beratung" in page.locator(".advert-result").inner_text()


def test_the_key_is_in_no_storage_and_signing_out_ends_it(visit: Any, key: str) -> None:
    page = sign_in(visit(), key)
    stored = page.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href,"
        " ...Array.from(document.querySelectorAll('input'), (input) => input.value)])"
    )
    assert key not in stored
    page.reload()
    page.get_by_text(f"Angemeldet als {NAME}").wait_for()
    page.get_by_role("button", name="Abmelden").click()
    page.get_by_text("Sie sind abgemeldet.").wait_for()
    page.reload()
    page.get_by_label("Schlüssel").wait_for()


def test_who_is_who_is_told_once(visit: Any, key: str) -> None:
    page = sign_in(visit(), key)
    told = begin(page, upload("erste.txt", CV), upload("zweite.pdf", TABLE))
    assert re.fullmatch(r"Bewerbung [A-Z]\d[A-Z]", told["erste.txt"])
    assert "Tabelle" in told["zweite.pdf"]
    assert "nur dieses eine Mal" in page.locator(".receipts").inner_text()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Zuordnung als Textdatei sichern").click()
    saved = Path(saving.value.path()).read_text(encoding="utf-8")
    assert f"{told['erste.txt']}\terste.txt" in saved
    page.get_by_role("button", name="Zur Übersicht").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Abbrechen").click()
    assert page.locator(".receipts").is_visible()
    noted(page)
    page.get_by_role("button", name="Zur Übersicht").click()
    page.get_by_role("button", name=re.compile("Öffnen: Key Account Manager")).first.click()
    page.locator(".grid").wait_for()
    assert "erste.txt" not in page.locator(".report").inner_text()


def test_reading_documents_is_stopped_by_keyboard(visit: Any, key: str) -> None:
    page = sign_in(visit(), key)
    page.route("**/api/v1/screenings", lambda route: None)  # documents that take for ever
    page.get_by_label("Rolle", exact=True).select_option(ROLE)
    page.get_by_label("Bewerbungsunterlagen").set_input_files([upload("eine.txt", CV)])
    page.get_by_role("button", name="Unterlagen vergleichen").press("Enter")
    stop = page.locator("#auswahl").get_by_role("button", name="Abbrechen")
    stop.wait_for()
    with page.expect_event("requestfailed") as ended:
        page.keyboard.press("Tab")
        assert stop.evaluate("element => element === document.activeElement")
        page.unroute("**/api/v1/screenings")
        page.keyboard.press("Enter")
    assert ended.value.url.endswith("/api/v1/screenings")
    page.locator("#auswahl").get_by_text("Abgebrochen.").wait_for()
    assert not stop.is_visible()
    # The focus isn't lost with the button, and the same can be tried again.
    assert page.evaluate("document.activeElement.closest('#auswahl') !== null")
    told = begin(page, upload("eine.txt", CV))
    assert told["eine.txt"].startswith("Bewerbung")


def test_a_cell_shows_both_quotes_and_no_markup_of_a_document(visit: Any, key: str) -> None:
    page = sign_in(visit(), key)
    told = begin(page)
    noted(page)
    code = told["zwetschgenhof.txt"]
    cell = page.get_by_role("button", name=f"erfüllt, zu prüfen: Kommunikationsgeschick, {code}")
    assert cell.inner_text().split() == ["✓", "erfüllt", "zu", "prüfen"]
    cell.click()
    dialog = page.get_by_role("dialog", name="Kommunikationsgeschick")
    said = dialog.inner_text()
    assert "kommunikationsstark" in said
    assert "Key Account Manager brauchen Kommunikationsgeschick" in said
    dialog.get_by_text("Stelle im Text zeigen").click()
    assert "kommunikationsstark" in dialog.locator("mark").inner_text()
    assert "<img src=x" in dialog.locator(".document").inner_text()
    assert page.locator(".screening img").count() == 0
    assert "Zwetschgenhof" not in page.locator(".screening").inner_text()
    page.keyboard.press("Escape")
    assert focused(page) == f"erfüllt, zu prüfen: Kommunikationsgeschick, {code}"
    unknown = page.get_by_role("button", name=re.compile("^offen, .*Resilienz")).first
    unknown.click()
    assert "Frage für das Gespräch" in page.get_by_role("dialog").inner_text()


def test_everything_is_reviewed_by_keyboard_then_exported(visit: Any, key: str) -> None:
    page = sign_in(visit(), key)
    begin(page, upload("eine.txt", OTHER))
    noted(page)
    export = page.get_by_role("button", name="CSV sichern")
    assert export.get_attribute("aria-disabled") == "true"
    assert "erst möglich" in page.locator("#auswahl-export").inner_text()
    lines = page.locator(".grid td").count()
    page.get_by_role("button", name="Nächste zu prüfende Zeile").press("Enter")
    dialog = page.locator("dialog.detail")
    dialog.get_by_text("Berichtigen").click()
    dialog.get_by_role("button", name="Berichtigung festhalten").click()
    dialog.get_by_text("wählen Sie, was richtig ist").wait_for()
    dialog.get_by_role("radio").first.check()
    dialog.get_by_role("button", name="Berichtigung festhalten").click()
    dialog.get_by_text("Bitte begründen Sie").wait_for()
    dialog.get_by_role("textbox", name="Begründung").fill("Im Gespräch gezeigt")
    dialog.get_by_role("button", name="Berichtigung festhalten").click()
    dialog.get_by_text(f"Berichtigt. 1 von {lines} Zeilen geprüft.").wait_for()
    assert f"Berichtigt von {NAME}" in dialog.inner_text()
    for done in range(2, lines + 1):
        page.keyboard.press("Enter")  # the focus is on "next line"
        dialog.get_by_text("Diese Zeile hat noch niemand geprüft.").wait_for()
        dialog.get_by_role("button", name="bestätigen").press("Enter")
        told = f"Bestätigt. {done} von {lines}" if done < lines else "Alle Zeilen sind geprüft"
        dialog.get_by_text(told).wait_for()
    page.keyboard.press("Escape")
    assert page.locator(".grid td .cell.open").count() == 0
    for form, opening in (("CSV", b"\xef\xbb\xbf"), ("XLSX", b"PK"), ("PDF", b"%PDF-")):
        with page.expect_download() as saving:
            page.get_by_role("button", name=f"{form} sichern").click()
        assert saving.value.suggested_filename.endswith(form.lower())
        assert Path(saving.value.path()).read_bytes().startswith(opening)
    page.get_by_role("button", name="Verlauf zeigen").click()
    history = page.get_by_role("table", name="Verlauf zeigen")
    history.get_by_text("exportiert: PDF").wait_for()
    assert history.get_by_text(NAME).count() == history.get_by_role("row").count() - 1


def test_the_table_is_one_tab_stop_with_arrow_keys_inside(visit: Any, key: str) -> None:
    page = sign_in(visit(), key)
    begin(page)
    noted(page)
    codes = page.locator(".grid thead .cell").all_inner_texts()
    assert codes == sorted(codes)
    assert page.locator('.grid .cell[tabindex="0"]').count() == 1
    page.locator('.grid .cell[tabindex="0"]').focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.row") == "2"
    assert focused(page).endswith(codes[1])
    page.keyboard.press("Control+Home")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.get_by_role("dialog", name=codes[0]).wait_for()
    page.keyboard.press("Escape")
    assert focused(page) == codes[0]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.export") == "csv"


def test_an_application_is_exported_and_deleted(visit: Any, key: str) -> None:
    page = sign_in(visit(), key)
    told = begin(page)
    noted(page)
    gone = told["anders.txt"]
    page.get_by_role("button", name=gone, exact=True).click()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Daten dieser Bewerbung sichern").click()
    assert gone.split()[-1] in Path(saving.value.path()).read_text(encoding="utf-8")
    delete = page.get_by_role("button", name="Diese Bewerbung löschen")
    delete.click()
    assert focused(page) == "Abbrechen"
    page.keyboard.press("Escape")
    assert focused(page) == "Diese Bewerbung löschen"
    delete.click()
    page.get_by_role("button", name="Löschen", exact=True).click()
    page.get_by_text(f"{gone} wurde gelöscht.").wait_for()
    assert page.locator(".grid thead .cell").all_inner_texts() == [told["zwetschgenhof.txt"]]
    page.get_by_role("button", name="Verfahren löschen").click()
    page.get_by_role("button", name="Löschen", exact=True).click()
    page.get_by_text("Das Verfahren wurde gelöscht.").wait_for()
    assert focused(page) == "Aufbewahrte Verfahren"


def test_a_revoked_reviewer_is_out_and_the_next_goes_on(
    visit: Any, key: str, environment: dict[str, str]
) -> None:
    other = "Rita Revisorin"
    page = sign_in(visit(), key_of(environment, other), other)
    begin(page)
    noted(page)
    page.get_by_role("button", name="Nächste zu prüfende Zeile").click()
    reviewers(environment, "revoke", other)
    page.locator("dialog.detail").get_by_role("button", name="bestätigen").click()
    page.get_by_text("Ihre Anmeldung gilt nicht mehr").wait_for()
    assert page.locator(".grid").count() == 0 and not page.locator("dialog[open]").count()
    page.get_by_label("Schlüssel").fill(key)
    page.get_by_label("Schlüssel").press("Enter")
    page.locator(".grid").wait_for()
    page.get_by_text(re.compile("^0 von [0-9]+ Zeilen geprüft$")).wait_for()


def test_nothing_counts_or_colours_a_person(visit: Any, key: str) -> None:
    page = sign_in(visit(), key)
    begin(page)
    noted(page)
    assert "entscheidet nichts" in page.locator(".screening").inner_text()
    page.mouse.move(0, 0)
    looks = page.locator(".grid td .cell").evaluate_all(
        "(cells) => [...new Set(cells.map((cell) => { const style = getComputedStyle(cell);"
        " return [style.color, style.backgroundColor, style.borderColor].join(); }))]"
    )
    assert len(looks) == 1
    heads = page.locator(".grid thead").inner_text()
    assert not re.search(r"\d\d|%|von", heads)


def test_bad_input_is_told_and_an_unknown_role_too(visit: Any, key: str) -> None:
    page = sign_in(visit(), key)
    begin_button = page.get_by_role("button", name="Unterlagen vergleichen")
    begin_button.click()
    status = page.locator(".screening > .match-status")
    assert "wählen Sie eine Rolle" in status.inner_text()
    page.get_by_label("Rolle", exact=True).select_option("*")
    page.get_by_role("combobox", name="Berufsbezeichnung").fill("Drachenreiter vom Mond")
    begin_button.click()
    assert "mindestens eine Datei" in status.inner_text()
    page.get_by_label("Bewerbungsunterlagen").set_input_files([upload("a.txt", OTHER)])
    begin_button.click()
    page.locator(".screening > .alert", has_text=re.compile("Rolle|Beruf")).wait_for()
    assert page.get_by_role("combobox", name="Berufsbezeichnung").input_value()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_one_application_at_a_time(visit: Any, key: str, scheme: str) -> None:
    page = sign_in(visit(viewport={"width": 320, "height": 640}, color_scheme=scheme), key)
    assert fits(page)
    begin(page)
    assert fits(page)
    noted(page)
    shown = page.locator(".grid thead .cell:visible")
    assert shown.count() == 1
    before = shown.inner_text()
    page.get_by_role("button", name="Nächste Bewerbung").click()
    assert shown.count() == 1 and shown.inner_text() != before
    assert fits(page)
    page.locator(".grid td .cell:visible").first.click()
    assert shown.inner_text() in page.locator("dialog.detail header").inner_text()
    assert page.locator("dialog.detail").evaluate("(e) => e.scrollWidth <= e.clientWidth")
    assert fits(page)


def test_english_under_en(visit: Any, key: str) -> None:
    page = visit("/en/").page
    page.get_by_role("link", name="Selection").click()
    page.get_by_label("Key").fill(key)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Role", exact=True).locator(f"option[value={ROLE}]").wait_for(
        state="attached"
    )
    page.get_by_label("Role", exact=True).select_option(ROLE)
    page.get_by_label("Application documents").set_input_files([upload("a.txt", CV)])
    page.get_by_role("button", name="Compare documents").click()
    page.locator(".grid").wait_for()
    page.get_by_role("button", name="Next line to review").click()
    told = page.locator("dialog.detail").inner_text()
    assert "Nobody has reviewed this line yet." in told and "erfüllt" not in told
    assert re.search(r"Application [A-Z]\d[A-Z] · required", told)
