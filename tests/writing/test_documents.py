"""One document in its three forms: what texts say has no meaning in any of them."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from markdown_it import MarkdownIt
from pypdf import PdfReader

from bot.writing.document import Imprint, Part
from bot.writing.marked import literal, to_markdown, to_text
from bot.writing.pdf import LACKING, to_pdf

IMPRINT = Imprint("Titel", "Probe", "de", datetime(2026, 11, 1, tzinfo=UTC))
HOSTILE = (
    "[klick](javascript:alert(1))",
    "![bild](https://example.org/x.png)",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "# Überschrift",
    "- Liste",
    "1. Liste",
    "1)",
    "> Zitat",
    "| a | b |",
    "`code` ~~weg~~ **fett** __fett__ *kursiv*",
    "&lt;b&gt; &#35;",
    "---",
    "===",
    "    eingerückt",
    "zwei\n\n# Zeilen",
    "[1]: https://example.org",
    "\\[klick\\](x)",
    "<https://example.org>",
)


def shown(markdown: str) -> list[tuple[str, str]]:
    """Kinds and contents of all that a reader of Markdown finds."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    return [
        (child.type, child.content)
        for token in tokens
        for child in (token.children or [token])
        if child.type not in ("paragraph_open", "paragraph_close", "softbreak")
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_has_a_meaning_in_markdown(text: str) -> None:
    found = shown(to_markdown([Part("text", text)]))
    assert {kind for kind, _ in found} <= {"text", "text_special"}
    assert "".join(content for _, content in found) == " ".join(text.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_nor_in_a_heading_or_an_item(text: str) -> None:
    parts = [Part("heading", text, 1), Part("item", text), Part("detail", text)]
    kinds = {kind for kind, _ in shown(to_markdown(parts))}
    assert kinds <= {"heading_open", "heading_close", "text", "text_special", "bullet_list_open",
                     "bullet_list_close", "list_item_open", "list_item_close"}  # fmt: skip


def test_an_address_is_a_link_where_it_is_one_of_the_web() -> None:
    good = to_markdown([Part("link", "https://example.org/a_b?c=1&d=ä>")])
    assert "<https://example.org/a_b?c=1&d=%C3%A4%3E>" in good
    bad = to_markdown([Part("link", "javascript:alert(1)")])
    assert not any(kind == "link_open" for kind, _ in shown(bad))


def test_signs_that_hide_or_turn_text_are_taken_out() -> None:
    text = "a\u202eb\u200bc\x1b[31md\u2066e\x00f\x9bg"
    for told in (literal(text), to_text([Part("text", text)])):
        assert not set(told) & set("\u202e\u200b\x1b\u2066\x00\x9b")


def test_a_pdf_has_the_text_and_links_of_the_web_alone() -> None:
    parts = [
        Part("heading", "Überschrift", 1),
        Part("text", "Łódź kostet 5 € im Monat"),
        Part("link", "https://example.org/x"),
        Part("link", "javascript:alert(1)"),
    ]
    pdf = to_pdf(parts, IMPRINT)
    (page,) = PdfReader(io.BytesIO(pdf)).pages
    told = " ".join(page.extract_text().split())
    assert "Überschrift Łódź kostet 5 € im Monat" in told and LACKING["de"] not in told
    links = [a.get_object()["/A"]["/URI"] for a in page.get("/Annots", [])]
    assert links == ["https://example.org/x"]
    assert to_pdf(parts, IMPRINT) == pdf


def test_a_pdf_says_what_its_font_lacks() -> None:
    (page,) = PdfReader(io.BytesIO(to_pdf([Part("text", "営業 heute")], IMPRINT))).pages
    told = " ".join(page.extract_text().split())
    assert "?? heute" in told and LACKING["de"] in told


def test_a_long_document_has_several_pages() -> None:
    parts = [Part("text", "Wort " * 200) for _ in range(40)]
    assert len(PdfReader(io.BytesIO(to_pdf(parts, IMPRINT))).pages) > 3
