"""A match written out: Markdown, plain text for a terminal, PDF.

The PDF is made by fpdf2 with a font that is embedded, because a PDF's own fonts know Western
Europe's letters alone, and a quote must stay what it is.
"""

from __future__ import annotations

import logging
import re
import textwrap
from datetime import UTC, datetime
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from bot.matching.document import Part, document
from bot.matching.results import Match
from bot.matching.texts import MATCH_TEXTS

if TYPE_CHECKING:
    from fpdf import FPDF

_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~#])")
# What would start a list, a heading, a quote or a rule at the beginning of a line.
_AT_START = re.compile(r"^(\d+)([.)])(?=\s)|^([-+=])")
TERMINAL_WIDTH: Final = 96
FONT_PACKAGE: Final = "font_source_sans_pro"

_MARGIN = 18.0
_BODY, _DETAIL = 10.5, 9.5
_HEADINGS = {1: 18.0, 2: 13.5, 3: 11.5}
_LINE = 1.35
_MILLIMETRES = 0.3528
"""Of one point."""

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u2028-\u202e\ufeff]")


def to_markdown(match: Match) -> str:
    """The match as Markdown; what sources and profile say has no meaning in it."""
    lines: list[str] = []
    above = ""
    for part in document(match):
        if lines and not (part.kind in ("item", "detail") and above in ("item", "detail")):
            lines.append("")
        lines.append(_MARKED[part.kind].format(marks="#" * part.level, text=_literal(part.text)))
        above = part.kind
    return "\n".join(lines) + "\n"


_MARKED = {
    "heading": "{marks} {text}", "text": "{text}", "item": "- {text}", "detail": "  - {text}",
}  # fmt: skip


def to_text(match: Match, width: int = TERMINAL_WIDTH) -> str:
    """The match for a terminal: headings underlined, details indented."""
    lines: list[str] = []
    above = ""
    for part in document(match):
        if lines and not (part.kind in ("item", "detail") and above in ("item", "detail")):
            lines.append("")
        lines += _plain(part, width)
        above = part.kind
    return "\n".join(lines)


def to_pdf(match: Match) -> bytes:
    """The match as PDF (A4); the same match gives the same bytes."""
    pdf = _page(match)
    for part in document(match):
        _write(pdf, part)
    return bytes(pdf.output())


def _literal(text: str) -> str:
    plain = _MARKDOWN.sub(r"\\\1", _clean(text))
    return _AT_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", plain)


def _plain(part: Part, width: int) -> list[str]:
    text = _clean(part.text)
    if part.kind == "heading":
        mark = "=" if part.level == 1 else "-"
        return [text, mark * min(len(text), width)] if part.level < 3 else [text]
    first, rest = {"text": ("", ""), "item": ("", "    "), "detail": ("    ", "      ")}[part.kind]
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    ) or [""]


def _clean(text: str) -> str:
    """On one line, without control characters: a profile may hold any of them."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def _page(match: Match) -> FPDF:
    from fpdf import FPDF

    # It reports every character that the font lacks, and with it words of the profile.
    logging.getLogger("fpdf").setLevel(logging.CRITICAL)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    title = MATCH_TEXTS[match.language].title

    class Page(FPDF):
        def footer(self) -> None:
            self.set_y(-12)
            self.set_font("text", size=8)
            self.set_text_color(90, 90, 90)
            self.cell(0, 4, f"Karrierelotse · {title} · {self.page_no()} / {{nb}}", align="C")

    pdf = Page(format="A4")
    fonts = files(FONT_PACKAGE) / "files"
    pdf.add_font("text", "", str(fonts / "SourceSansPro-Regular.ttf"))
    pdf.add_font("text", "B", str(fonts / "SourceSansPro-Bold.ttf"))
    pdf.set_margins(_MARGIN, _MARGIN, _MARGIN)
    pdf.set_auto_page_break(True, margin=_MARGIN)
    pdf.set_title(title)
    pdf.set_lang(match.language)
    today = match.profile.today
    pdf.set_creation_date(datetime(today.year, today.month, 1, tzinfo=UTC))
    pdf.add_page()
    return pdf


def _write(pdf: FPDF, part: Part) -> None:
    style, size, indent, above = "", _BODY, 0.0, 2.0
    grey = part.kind == "detail"
    if part.kind == "heading":
        style, size, above = "B", _HEADINGS[part.level], 5.0
    elif part.kind == "item":
        style, above = "B", 2.6
    elif part.kind == "detail":
        size, indent, above = _DETAIL, 6.0, 0.6
    pdf.set_font("text", style, size)
    pdf.set_text_color(*((70, 70, 70) if grey else (20, 20, 20)))
    height = size * _MILLIMETRES * _LINE
    # A heading or an item never stands alone at the foot of a page.
    if part.kind in ("heading", "item") and pdf.will_page_break(height * 3):
        pdf.add_page()
    else:
        pdf.set_y(pdf.get_y() + above)
    pdf.set_x(_MARGIN + indent)
    pdf.multi_cell(
        pdf.epw - indent, height, _clean(part.text), align="L", new_x="LMARGIN", new_y="NEXT"
    )
