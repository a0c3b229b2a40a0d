from __future__ import annotations

import io
import zipfile

import docx
import pytest

from bot.reading import Limits


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def letter():
    document = docx.Document()
    document.add_heading("Key Account Manager", 0)
    document.add_paragraph("Er betreut wichtige Großkunden.")
    document.add_heading("Aufgaben", 1)
    document.add_paragraph("Kunden beraten", style="List Bullet")
    document.add_paragraph("• Verträge verhandeln")
    document.add_heading("Gehalt", 2)
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["Stufe", "Gehalt", "Junior", "40.000 Euro"], strict=True):
        cell.text = text
    return document


def test_headings_lists_and_tables(read_as, outline, letter):
    source = read_as("x.docx", saved(letter))
    assert source.title == "Key Account Manager"
    assert outline(source) == {
        (): "Er betreut wichtige Großkunden.",
        ("Aufgaben",): "• Kunden beraten\n• Verträge verhandeln",
        ("Aufgaben", "Gehalt"): "• Stufe: Junior; Gehalt: 40.000 Euro",
    }


def test_german_heading_styles(read_as, outline):
    document = docx.Document()
    document.styles.add_style("Überschrift 1", 1)
    document.add_paragraph("Aufgaben", style="Überschrift 1")
    document.add_paragraph("Er betreut wichtige Großkunden.")
    document.add_paragraph("Gehalt", style="Überschrift 1")
    document.add_paragraph("Er verdient 50.000 Euro brutto.")
    assert ("Gehalt",) in outline(read_as("x.docx", saved(document)))


def test_bold_lines_are_headings_where_no_style_is_used(read_as, outline):
    document = docx.Document()
    document.add_paragraph("Er betreut wichtige Großkunden.")
    document.add_paragraph().add_run("Gehalt").bold = True
    document.add_paragraph("Er verdient 50.000 Euro brutto.")
    assert outline(read_as("x.docx", saved(document)))[("Gehalt",)].startswith("Er verdient")


def test_truncated_is_named(refuse, letter):
    data = saved(letter)
    assert "unvollständig oder beschädigt" in refuse("x.docx", data[: len(data) // 2])


def test_damaged_part_is_named(refuse, letter):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(letter))) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            broken = part.filename == "word/document.xml"
            new.writestr(part.filename, b"<kein xml" if broken else old.read(part))
    assert "beschädigt" in refuse("x.docx", out.getvalue())


def test_password_is_named(refuse):
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    container += "EncryptedPackage".encode("utf-16-le") + bytes(512)
    assert "Passwort" in refuse("x.docx", container)


def test_old_word_document_is_named(refuse):
    assert "altes Office-Dokument" in refuse(
        "x.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900)
    )


def test_zip_bomb_is_refused_before_unpacking(refuse):
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(120):
            part.write(bytes(1_000_000))
    assert len(out.getvalue()) < 1_000_000
    assert "Dekompressionsbombe" in refuse("x.docx", out.getvalue())


def test_other_archives_are_named(refuse):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("inhalt.txt", "Text")
    assert "kein Word-Dokument" in refuse("x.docx", out.getvalue())


def test_limits_can_be_set(refuse, letter):
    assert "zu groß" in refuse("x.docx", saved(letter), Limits(max_uncompressed_bytes=1000))
