from __future__ import annotations

import io
import zlib

import pytest
from fpdf import FPDF
from fpdf.enums import XPos, YPos

from bot.reading import Limits

SENTENCE = "Der Key Account Manager verhandelt Rahmenverträge mit großen Kunden über viele Jahre. "


class Paper(FPDF):
    def header(self):
        self.set_font("Helvetica", size=8)
        self.line_of("Jobmagazin, Ausgabe 7", 8)

    def footer(self):
        self.set_y(-15)
        self.line_of(f"Seite {self.page_no()}", 8)

    def line_of(self, text, size, style=""):
        self.set_font("Helvetica", style, size)
        self.multi_cell(0, size / 2 + 1, text, new_x=XPos.LMARGIN, new_y=YPos.NEXT)


@pytest.fixture
def paper():
    pdf = Paper()
    pdf.add_page()
    pdf.line_of("Beruf im Porträt", 22, "B")
    pdf.line_of("Aufgaben", 15, "B")
    pdf.line_of(SENTENCE * 4, 11)
    pdf.ln(5)
    pdf.line_of("Ein zweiter Absatz steht hier.", 11)
    pdf.line_of("- Kunden beraten", 11)
    pdf.line_of("- Umsatz planen", 11)
    pdf.line_of("Gehalt", 11, "B")
    pdf.line_of("Es liegt bei 70.000 Euro im Ver-", 11)
    pdf.line_of("trieb der Firma.", 11)
    pdf.add_page()
    pdf.line_of("Ausblick", 15, "B")
    pdf.line_of(SENTENCE * 2, 11)
    return pdf


def test_headings_paragraphs_lists_and_no_running_lines(read_as, outline, paper):
    source = read_as("x.pdf", bytes(paper.output()))
    assert source.title == "Beruf im Porträt"
    assert outline(source) == {
        ("Aufgaben",): (SENTENCE * 4).strip()
        + "\n\nEin zweiter Absatz steht hier.\n\n• Kunden beraten\n• Umsatz planen",
        ("Aufgaben", "Gehalt"): "Es liegt bei 70.000 Euro im Vertrieb der Firma.",
        ("Ausblick",): (SENTENCE * 2).strip(),
    }


def test_password_is_named(refuse, paper):
    paper.set_encryption(owner_password="chef", user_password="geheim")
    assert "Passwort" in refuse("x.pdf", bytes(paper.output()))


def test_owner_password_alone_is_no_obstacle(read_as, paper):
    paper.set_encryption(owner_password="chef")
    assert "70.000" in read_as("x.pdf", bytes(paper.output())).text


def test_truncated_and_garbage_are_named(refuse, paper):
    data = bytes(paper.output())
    assert "unvollständig" in refuse("x.pdf", data[: len(data) // 2])
    assert "beschädigt" in refuse("x.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 20 + b"\n%%EOF")


def test_scan_without_text_is_named(refuse):
    pdf = FPDF()
    pdf.add_page()
    pdf.rect(10, 10, 50, 50)
    assert "keinen Text" in refuse("x.pdf", bytes(pdf.output()))


def test_too_many_pages_and_too_much_text(refuse, paper):
    data = bytes(paper.output())
    assert "2 Seiten" in refuse("x.pdf", data, Limits(max_pages=1))
    assert "100 Zeichen" in refuse("x.pdf", data, Limits(max_text_chars=100))


def test_time_budget(refuse, paper):
    assert "zu lange" in refuse("x.pdf", bytes(paper.output()), Limits(parse_seconds=0))


def test_flate_bomb_is_named(refuse):
    bomb = zlib.compress(b"BT (x) Tj ET\n" * 20_000_000, 9)
    assert len(bomb) < 2_000_000
    out = io.BytesIO()
    offsets = []
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(bomb), bomb),
    ]
    out.write(b"%PDF-1.7\n")
    for number, body in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 5\n0000000000 65535 f \n")
    out.write(b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    out.write(b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start)
    assert "Dekompressionsbombe" in refuse("x.pdf", out.getvalue())
