"""Files of a reviewed screening, opened again by another library."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import pypdf
import pytest

from bot.matching.report import ProfileQuote
from bot.screening.exports import FORMATS, export
from bot.screening.report import Candidate, Line, Provenance, Review, ScreeningReport

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FORMULAS = (
    "=HYPERLINK(\"http://example.org\")", "+49 170", "-2+3", "@SUM(A1)", "\t=1", " =1+1",
    "=cmd|' /C calc'!A0", "＝1+1", "\n=1", "\r=1", "|x",
)  # fmt: skip


def _requirement(identity: str, label: str) -> dict[str, object]:
    citation = {
        "quote": f"Nötig ist {label}.",
        "source": {"id": "s", "title": "Rollen im Vertrieb"},
    }
    return {
        "id": identity,
        "label": label,
        "relation": "essential",
        "citation": citation,
        "caution": None,
    }


def _line(identity: str, quote: str, reason: str = "") -> Line:
    review = Review("Bo Läng", "2026-11-22T09:30:00+00:00", "met", False, reason)
    return Line(
        identity, "partly", (ProfileQuote(quote, 0, len(quote)),), "named", "Ja.", None, review
    )


def _report(quote: str = "Größe: „Übung“ – 5 € …", reason: str = "Gespräch") -> ScreeningReport:
    lines = (_line("a", quote, reason), _line("b", "kürzer"))
    candidates = tuple(
        Candidate(code, f"Bewerbung {code}", quote, ("- Hobby: Żeglarstwo ✓",), (), lines)
        for code in ("A7K", "B3C")
    )
    return ScreeningReport(
        id="0123456789abcdef",
        role="account-manager",
        role_name="Account Manager",
        language="de",
        opened_by="Ada Krüger",
        opened_at="2026-11-22T09:30:00+00:00",
        delete_on="2027-05-24",
        requirements=(_requirement("a", "Führerschein"), _requirement("b", "=Englisch")),
        candidates=candidates,
        failures=(),
        deleted=("Z9Z",),
        open_lines=0,
        notices=("This service uses the ESCO classification of the European Commission.",),
        provenance=Provenance("0.1", "m", "f", "s", {"model": "e5", "revision": "r"}, 3,
                              {"s": "ab"}, "2026-11"),
        state=17,
    )  # fmt: skip


def _rows(report: ScreeningReport) -> list[list[str]]:
    data = export(report, "csv", "c" * 64).data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(data, newline=""), delimiter=";"))


def _cells(report: ScreeningReport) -> tuple[list[str], str]:
    """All texts of the workbook, and its sheets' XML."""
    with zipfile.ZipFile(io.BytesIO(export(report, "xlsx", "c" * 64).data)) as archive:
        shared = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
        texts = ["".join(t.text or "" for t in one.iter(f"{_MAIN}t")) for one in shared]
        sheets = [n for n in archive.namelist() if n.startswith("xl/worksheets/sheet")]
        return texts, "".join(archive.read(name).decode() for name in sheets)


def _pdf_text(report: ScreeningReport) -> str:
    reader = pypdf.PdfReader(io.BytesIO(export(report, "pdf", "c" * 64).data))
    return "\n".join(page.extract_text() for page in reader.pages)


def test_csv_has_a_row_for_each_line():
    rows = _rows(_report())
    assert rows[0][:4] == ["Anforderung", "Art", "Quelle", "Bewerbung"]
    assert [(row[0], row[3]) for row in rows[1:5]] == [
        ("Führerschein", "Bewerbung A7K"),
        ("Führerschein", "Bewerbung B3C"),
        ("'=Englisch", "Bewerbung A7K"),
        ("'=Englisch", "Bewerbung B3C"),
    ]
    first = dict(zip(rows[0], rows[1], strict=True))
    assert first["Gefunden"] == "teilweise" and first["Geprüft"] == "erfüllt"
    assert first["Zitate"] == "„Größe: „Übung“ – 5 € …“" and first["Prüfung"] == "berichtigt"
    assert first["Geprüft von"] == "Bo Läng" and first["Begründung der Prüfung"] == "Gespräch"


@pytest.mark.parametrize("cell", FORMULAS)
def test_no_cell_of_a_csv_is_a_formula(cell):
    for row in _rows(_report(reason=cell)):
        assert all(not c.lstrip().startswith(("=", "+", "-", "@", "＝", "|")) for c in row)


@pytest.mark.parametrize("cell", [*FORMULAS, "http://example.org/x"])
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(cell):
    texts, sheets = _cells(_report(reason=cell))
    assert any(cell.strip("\r\n\t ") in text for text in texts)
    assert "<f>" not in sheets and "hyperlink" not in sheets.lower()


def test_a_workbook_has_the_table_of_requirements_and_applications():
    texts, sheets = _cells(_report())
    assert {"Führerschein", "=Englisch", "Bewerbung A7K", "Bewerbung B3C"} <= set(texts)
    assert "erfüllt\n„Größe: „Übung“ – 5 € …“" in texts
    assert sheets.count("<sheetData>") == 3


def test_very_long_text_fits_a_cell():
    texts, _ = _cells(_report(quote="ä" * 40_000))
    assert max(map(len, texts)) == 32_767


def test_a_pdf_carries_german_text_and_more():
    text = _pdf_text(_report())
    for said in ("Führerschein", "„Größe: „Übung“ – 5 € …“", "Bewerbung A7K: erfüllt", "Żeglarstwo",
                 "Bo Läng", "Die Reihenfolge", "2027-05-24"):  # fmt: skip
        assert said in " ".join(text.split())
    assert "Zeichen, die die Schrift nicht kennt" not in text


def test_a_pdf_says_what_its_font_lacks():
    text = " ".join(_pdf_text(_report(quote="営業 und Verkauf")).split())
    assert "?? und Verkauf" in text and "Zeichen, die die Schrift nicht kennt" in text


def test_a_long_pdf_has_several_pages():
    report = _report(quote="Wort " * 3_000)
    reader = pypdf.PdfReader(io.BytesIO(export(report, "pdf", "").data))
    assert len(reader.pages) > 3


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_report_is_the_same_file(form):
    one, two = (export(_report(), form, "c" * 64) for _ in range(2))
    assert one == two and one.name == f"auswahl-01234567-17.{form}"
    other = export(replace(_report(), role_name="Verkäufer", notices=()), form, "c" * 64)
    assert other.data != one.data


@pytest.mark.parametrize("form", FORMATS)
def test_files_carry_where_they_are_from(form):
    report = _report()
    told = {
        "csv": lambda: "\n".join(" ".join(row) for row in _rows(report)),
        "xlsx": lambda: "\n".join(_cells(report)[0]),
        "pdf": lambda: _pdf_text(report),
    }[form]()
    flat = "".join(told.split())
    for said in (
        "c" * 64,
        "0123456789abcdef",
        "ESCOclassification",
        "Z9Z",
        "s ab".replace(" ", ""),
    ):
        assert said in flat


def test_english_files():
    report = replace(_report(), language="en")
    assert _rows(report)[0][0] == "Requirement" and _rows(report)[1][7] == "met"


@pytest.mark.parametrize("form", FORMATS)
def test_odd_characters_do_no_harm(form):
    report = _report(quote="a\x00b\x0b\ufffe\U0001f600\u202e", reason="\x07")
    assert export(report, form, "").data
