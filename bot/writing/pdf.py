"""A document as PDF (A4), by fpdf2 with an embedded font.

A PDF's own fonts know Western Europe's letters alone, and a quote must stay what it is. The same
document and imprint give the same bytes.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from bot.dialogue.language import Language
from bot.writing.document import Imprint, Part, clean, target

if TYPE_CHECKING:
    from fpdf import FPDF

FONT_PACKAGE: Final = "font_source_sans_pro"

LACKING: Final[Mapping[Language, str]] = MappingProxyType(
    {
        "de": "Zeichen, die die Schrift nicht kennt, stehen hier als „?“.",
        "en": "Characters that the font lacks stand here as “?”.",
    }
)

_MARGIN = 18.0
_BODY, _DETAIL = 10.5, 9.5
_HEADINGS = {1: 18.0, 2: 13.5, 3: 11.5}
_LINE = 1.35
_MILLIMETRES = 0.3528
"""Of one point."""

_SAME = str.maketrans({"\u2011": "-", "\u202f": "\u00a0"})
"""Signs that the font lacks, and others that look the same."""


def to_pdf(parts: Iterable[Part], imprint: Imprint) -> bytes:
    """The finished file; where characters had to be replaced by "?", its last line says so."""
    page = _Page(imprint)
    for part in parts:
        page.write(part)
    if page.lacks:
        page.write(Part("detail", LACKING[imprint.language]))
    return page.bytes()


class _Page:
    """A document that parts are written into, one below the other."""

    def __init__(self, imprint: Imprint) -> None:
        self.lacks = False
        self._pdf = _opened(imprint)
        self._known = _characters(self._pdf)

    def write(self, part: Part) -> None:
        """Adds a part; a heading or an item never stands alone at the foot of a page."""
        pdf = self._pdf
        style, size, indent, above = "", _BODY, 0.0, 2.0
        if part.kind == "heading":
            style, size, above = "B", _HEADINGS[part.level], 5.0
        elif part.kind == "item":
            style, above = "B", 2.6
        elif part.kind in ("detail", "link"):
            size, indent, above = _DETAIL, 6.0, 0.6
        pdf.set_font("text", style, size)
        pdf.set_text_color(*((70, 70, 70) if indent else (20, 20, 20)))
        height = size * _MILLIMETRES * _LINE
        if part.kind in ("heading", "item") and pdf.will_page_break(height * 3):
            pdf.add_page()
        else:
            pdf.set_y(pdf.get_y() + above)
        pdf.set_x(_MARGIN + indent)
        pdf.multi_cell(
            pdf.epw - indent,
            height,
            self._writable(part.text),
            align="L",
            link=target(part) or "",
            new_x="LMARGIN",
            new_y="NEXT",
        )

    def bytes(self) -> bytes:
        """The finished file."""
        return bytes(self._pdf.output())

    def _writable(self, text: str) -> str:
        plain = clean(text).translate(_SAME)
        written = "".join(sign if ord(sign) in self._known else "?" for sign in plain)
        self.lacks = self.lacks or written != plain
        return written


def _opened(imprint: Imprint) -> FPDF:
    from fpdf import FPDF

    # It reports every character that the font lacks, and with it words of a visitor.
    logging.getLogger("fpdf").setLevel(logging.CRITICAL)
    logging.getLogger("fontTools").setLevel(logging.ERROR)

    class Document(FPDF):
        def footer(self) -> None:
            self.set_y(-12)
            self.set_font("text", size=8)
            self.set_text_color(90, 90, 90)
            told = f"Karrierelotse · {imprint.running} · {self.page_no()} / {{nb}}"
            self.cell(0, 4, told, align="C")

    pdf = Document(format="A4")
    fonts = files(FONT_PACKAGE) / "files"
    pdf.add_font("text", "", str(fonts / "SourceSansPro-Regular.ttf"))
    pdf.add_font("text", "B", str(fonts / "SourceSansPro-Bold.ttf"))
    pdf.set_margins(_MARGIN, _MARGIN, _MARGIN)
    pdf.set_auto_page_break(True, margin=_MARGIN)
    pdf.set_title(clean(imprint.title))
    pdf.set_lang(imprint.language)
    pdf.set_creation_date(imprint.created)
    pdf.add_page()
    return pdf


def _characters(pdf: FPDF) -> frozenset[int]:
    from fpdf.fonts import TTFFont

    return frozenset(
        code for font in pdf.fonts.values() if isinstance(font, TTFFont) for code in font.cmap
    )
