"""PDF: requirement by requirement, each with all applications below it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from bot.screening.exports.rows import provenance_rows, quotes, relation, source
from bot.screening.exports.texts import ExportTexts, texts_of
from bot.screening.report import Candidate, Line, ScreeningReport

if TYPE_CHECKING:
    from fpdf import FPDF

_FONT = "SourceSans"
_STYLES = {"": "Regular", "B": "Bold", "I": "It"}


def pdf_bytes(report: ScreeningReport, chain: str) -> bytes:
    """A document on A4; characters that its font lacks become "?", which it then says."""
    t = texts_of(report.language)
    page = _Page(report, t)
    page.text(f"{t.title}: {report.role_name}", "B", 16)
    page.text(t.order, "I", 9)
    for number, requirement in enumerate(report.requirements):
        page.gap(3)
        page.text(f"{requirement['label']} ({relation(requirement, t)})", "B", 12)
        page.text(source(requirement), "I", 9)
        if requirement["caution"]:
            page.text(str(requirement["caution"]), "", 9)
        for candidate in report.candidates:
            _line(page, candidate, candidate.lines[number], t)
    page.gap(6)
    page.text(t.provenance, "B", 12)
    for name, told in provenance_rows(report, t, chain):
        page.text(f"{name}: {told}" if name else told, "", 9)
    if page.lacks:
        page.text(t.missing_characters, "I", 9)
    return page.bytes()


def _line(page: _Page, candidate: Candidate, line: Line, t: ExportTexts) -> None:
    page.gap(1)
    verdict = line.review.verdict if line.review else line.found
    page.text(f"{candidate.pseudonym}: {t.verdicts[verdict]}", "B", 10)
    if line.evidence:
        page.text(quotes(line), "", 10)
    page.text(line.reason, "", 9)
    if line.review:
        how = t.confirmed if line.review.confirmed else t.corrected
        told = f"{how}: {line.review.reviewer}, {line.review.at}"
        if not line.review.confirmed:
            told += f" ({t.found}: {t.verdicts[line.found]})"
        page.text(f"{told}. {line.review.reason}".strip(), "", 9)


class _Page:
    """A document that text is written into, one block below the other."""

    def __init__(self, report: ScreeningReport, t: ExportTexts) -> None:
        self.lacks = False
        self._pdf = _document(t)
        self._pdf.set_title(f"{t.title}: {report.role_name}")
        self._pdf.set_lang(report.language)
        # Else the time of writing would be in it, and no two files would be the same.
        self._pdf.set_creation_date(datetime.fromisoformat(report.opened_at))
        self._known = _characters(self._pdf)
        self._pdf.add_page()

    def text(self, text: str, style: str, size: int) -> None:
        """One block of text."""
        self._pdf.set_font(_FONT, style, size)
        self._pdf.multi_cell(
            0, size * 0.48, self._writable(text), new_x="LMARGIN", new_y="NEXT", align="L"
        )

    def gap(self, millimetres: float) -> None:
        """Space before the next block."""
        self._pdf.ln(millimetres)

    def bytes(self) -> bytes:
        """The finished file."""
        return bytes(self._pdf.output())

    def _writable(self, text: str) -> str:
        plain = text.replace("\u2011", "-").replace("\t", " ").replace("\u202f", "\u00a0")
        written = "".join(c if c == "\n" or ord(c) in self._known else "?" for c in plain)
        self.lacks = self.lacks or written != plain
        return written


def _characters(pdf: FPDF) -> frozenset[int]:
    from fpdf.fonts import TTFFont

    return frozenset(
        code for font in pdf.fonts.values() if isinstance(font, TTFFont) for code in font.cmap
    )


def _document(t: ExportTexts) -> FPDF:
    from importlib.resources import files

    from fpdf import FPDF

    class Document(FPDF):
        def footer(self) -> None:
            self.set_y(-12)
            self.set_font(_FONT, "", 8)
            self.cell(0, 5, f"{t.page} {self.page_no()}", align="R")

    pdf = Document(format="A4")
    folder = files("font_source_sans_pro") / "files"
    for style, name in _STYLES.items():
        pdf.add_font(_FONT, style, str(folder / f"SourceSansPro-{name}.ttf"))
    pdf.set_auto_page_break(True, margin=15)
    return pdf
