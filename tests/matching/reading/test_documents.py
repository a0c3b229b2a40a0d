"""Every format, and everything that can't be read."""

from __future__ import annotations

import io
import json
import random
import zipfile

import docx
import pytest
from fpdf import FPDF
from fpdf.enums import XPos, YPos
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import UnreadableError
from bot.matching.profile import Month
from bot.matching.reading import profile_of_text, read_profile
from tests.matching.reading.cvs import CVS

TODAY = Month(2026, 11)
ROWS = [
    ("03/2019 - heute", "Vertriebsleiterin, Muster GmbH, Ulm", ["Leitung eines Teams", "Budget"]),
    ("10/2015 - 02/2019", "Account Managerin, Beispiel AG", ["Betreuung von Kunden"]),
]
JOBS = [("Vertriebsleiter", "Muster GmbH", 93), ("Account Manager", "Beispiel AG", 41)]


def _jobs(profile):
    return [(job.title, job.employer, job.months) for job in profile.work]


def _pdf() -> FPDF:
    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    return pdf


def _table(pdf: FPDF) -> None:
    pdf.cell(0, 8, "Berufserfahrung", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    for when, what, details in ROWS:
        pdf.cell(45, 6, when)
        lines = "\n".join([what, *(f"- {detail}" for detail in details)])
        pdf.multi_cell(0, 6, lines, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        pdf.ln(3)


def test_a_pdf_with_dates_in_a_column():
    pdf = _pdf()
    pdf.add_page()
    _table(pdf)
    profile = read_profile(bytes(pdf.output()), "cv.pdf", TODAY)
    assert _jobs(profile) == JOBS
    assert [len(job.details) for job in profile.work] == [2, 1]


def test_a_pdf_with_a_side_bar():
    pdf = _pdf()
    pdf.add_page()
    bar = ["Kontakt", "a.b@example.org", "0171 2345678", "Sprachen", "Deutsch (Muttersprache)",
           "Englisch (C1)", "EDV", "SAP", "Excel", "Interessen", "Klettern"]  # fmt: skip
    main = ["Berufserfahrung", "Vertriebsleiterin", "Muster GmbH, Ulm", "03/2019 - heute",
            "- Leitung eines Teams", "Account Managerin", "Beispiel AG", "10/2015 - 02/2019",
            "- Betreuung von Kunden"]  # fmt: skip
    for x, width, step, lines in ((10, 50, 7, bar), (75, 120, 8, main)):
        for number, line in enumerate(lines):
            pdf.set_xy(x, 20 + number * step)
            pdf.cell(width, 6, line)
    profile = read_profile(bytes(pdf.output()), "cv.pdf", TODAY)
    assert _jobs(profile) == JOBS
    assert {skill.language: skill.level for skill in profile.languages} == {
        "de": "native",
        "en": "C1",
    }
    assert {"SAP", "Excel"} <= {claim.label for claim in profile.claims}
    assert "example" not in profile.text


def test_a_docx_with_tables():
    document = docx.Document()
    document.add_heading("Lebenslauf", 1)
    personal = document.add_table(rows=2, cols=2)
    for row, cells in zip(
        personal.rows, (("Name", "Anna Lindner"), ("Geburtsdatum", "1.2.1990")), strict=True
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_heading("Berufserfahrung", 2)
    table = document.add_table(rows=0, cols=2)
    for when, what, details in ROWS:
        left, right = table.add_row().cells
        left.text = when
        right.text = what
        for detail in details:
            right.add_paragraph(detail, style="List Bullet")
    document.add_heading("Kenntnisse", 2)
    document.add_paragraph("Excel", style="List Bullet")
    out = io.BytesIO()
    document.save(out)
    profile = read_profile(out.getvalue(), "cv.docx", TODAY)
    assert _jobs(profile) == JOBS
    assert [len(job.details) for job in profile.work] == [2, 1]
    assert "Excel" in {claim.label for claim in profile.claims}
    assert dict(profile.removed) == {"name": 1, "birth": 1}
    assert "Beispiel AG" in profile.text and "Anna" not in profile.text


RESUME = {
    "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
    "basics": {
        "name": "Erika Lindner",
        "label": "Account Managerin",
        "image": "https://example.org/e.jpg",
        "email": "erika@example.org",
        "phone": "0151 23456789",
        "summary": "Ich habe zehn Jahre Erfahrung im Vertrieb.",
        "location": {
            "address": "Am Ring 3",
            "postalCode": "50667",
            "city": "Köln",
            "countryCode": "DE",
        },
        "profiles": [{"network": "LinkedIn", "username": "erika", "url": "https://example.org/e"}],
    },
    "work": [
        {
            "name": "Muster GmbH",
            "position": "Vertriebsleiterin",
            "startDate": "2019-03-01",
            "summary": "Verantwortlich für den Vertrieb",
            "highlights": ["Leitung eines Teams"],
        },
        {
            "company": "Beispiel AG",
            "position": "Account Managerin",
            "startDate": "2015-10",
            "endDate": "2019-02",
        },
    ],
    "education": [
        {
            "institution": "Universität Köln",
            "area": "Betriebswirtschaft",
            "studyType": "Bachelor",
            "startDate": "2010",
            "endDate": "2013",
        }
    ],
    "certificates": [{"name": "Ausbildereignung", "date": "2020-05-01", "issuer": "IHK"}],
    "skills": [{"name": "CRM", "level": "Master", "keywords": ["Salesforce", "HubSpot"]}],
    "languages": [
        {"language": "Deutsch", "fluency": "Muttersprache"},
        {"language": "English", "fluency": "C1"},
    ],
    "interests": [{"name": "Klettern"}],
    "favourites": ["Blau"],
}


def test_a_json_resume():
    profile = read_profile(json.dumps(RESUME).encode(), "resume.json", TODAY)
    assert _jobs(profile) == JOBS
    assert [(e.level, e.subject, e.finished) for e in profile.education] == [
        ("bachelor", "Betriebswirtschaft", True)
    ]
    assert {skill.language: skill.level for skill in profile.languages} == {
        "de": "native",
        "en": "C1",
    }
    labels = {claim.label for claim in profile.claims}
    assert {"CRM", "Salesforce", "HubSpot", "Leitung eines Teams"} <= labels
    assert [c.months for c in profile.claims if c.months] == [120]
    assert any("Ausbildereignung" in c.label for c in profile.claims if c.kind == "certificate")
    for words in ("Erika", "0151", "Am Ring", "50667", "e.jpg"):
        assert words not in profile.text
    unread = [profile.text[place.start : place.end] for place in profile.unread]
    assert "favourites: Blau" in unread


def _reason(data: bytes, name: str) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_profile(data, name, TODAY)
    assert caught.value.message.endswith((".", ").")) and "\n" not in caught.value.message
    return caught.value.message


def _docx_of(text: str) -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _xlsx() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", "<sheet/>")
    return out.getvalue()


def test_empty_files():
    assert _reason(b"", "cv.pdf") == "Die Datei ist leer."
    assert _reason(b" \n\t\r\n", "cv.txt") == "Die Datei ist leer."
    assert "keinen Text" in _reason(b"--- 1 2 3 ---\n***", "cv.txt")
    assert "keinen Text" in _reason(_docx_of(""), "cv.docx")
    with pytest.raises(UnreadableError, match="keinen Text"):
        profile_of_text("   ", TODAY)


def test_a_scan_without_text():
    pdf = _pdf()
    pdf.add_page()
    pdf.rect(10, 10, 50, 50)
    assert "keinen Text" in _reason(bytes(pdf.output()), "scan.pdf")


def test_too_many_pages():
    pdf = _pdf()
    for _ in range(200):
        pdf.add_page()
        pdf.cell(0, 8, "Seite")
    assert _reason(bytes(pdf.output()), "cv.pdf") == (
        "Die PDF-Datei hat 200 Seiten; gelesen werden bis zu 50."
    )


def test_too_much_text():
    assert "zu lang" in _reason(b"Wort " * 100_000, "cv.txt")
    assert "zu groß" in _reason(b"x" * 10_000_001, "cv.txt")
    with pytest.raises(UnreadableError, match="zu lang"):
        profile_of_text("Wort " * 100_000, TODAY)


def test_a_spreadsheet_by_another_name():
    for name in ("cv.pdf", "cv.docx", "cv.txt", "cv"):
        assert "Excel" in _reason(_xlsx(), name)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "altes Office-Dokument"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + "EncryptedPackage".encode("utf-16-le")
            + bytes(600),
            "Passwort",
        ),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG"),
        (b"\xff\xd8\xff" + bytes(50), "JPEG"),
        (b"{\\rtf1 Hallo}", "RTF"),
        (b"<!DOCTYPE html><html><body>Hallo</body></html>", "HTML"),
        (b'{"a": 1}', "JSON Resume"),
        (b'{"basics": ', "beschädigt"),
        (b"PK\x03\x04" + bytes(50), "beschädigt"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 9 + b"\n%%EOF", "beschädigt"),
        (b"%PDF-1.7\n1 0 obj", "unvollständig"),
        (random.Random(7).randbytes(5000), "Binärdaten"),
    ],
)
def test_content_that_is_not_read(data, said):
    for name in ("cv.txt", "cv.pdf", "cv.docx", "cv.json", "cv"):
        reason = _reason(data, name)
        assert said in reason or (said == "Binärdaten" and "etwas anderes" in reason)


def test_an_encrypted_pdf():
    pdf = _pdf()
    pdf.set_encryption(owner_password="a", user_password="b")
    pdf.add_page()
    pdf.cell(0, 8, "Geheim")
    assert "Passwort" in _reason(bytes(pdf.output()), "cv.pdf")


def test_the_name_of_a_file_tells_nothing():
    data = CVS["tabular"][0].encode()
    assert read_profile(data, "cv.txt", TODAY) == read_profile(data, "cv.pdf", TODAY)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding):
    text = CVS["tabular"][0]
    assert read_profile(text.encode(encoding), "x", TODAY) == profile_of_text(text, TODAY)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.pdf", "a.docx", "a.txt", "a.json", "a"]))
def test_any_bytes_are_read_or_refused(data, name):
    try:
        read_profile(data, name, TODAY)
    except UnreadableError as error:
        assert error.message


@settings(max_examples=80, deadline=None)
@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=8),
        lambda c: (
            st.lists(c, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "name",
                        "startDate",
                        "endDate",
                        "position",
                        "language",
                        "summary",
                        "highlights",
                    ]
                ),
                c,
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_any_json_is_read_or_refused(value):
    for key in ("basics", "work", "languages", "skills", "education"):
        try:
            read_profile(json.dumps({key: value, "work": [value]}).encode(), "a.json", TODAY)
        except UnreadableError as error:
            assert error.message
