"""HTML to blocks: the main content of a page, found by trafilatura."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from bot.errors import UnreadableError
from bot.reading.blocks import Block, Document, Heading, ListItem, Metadata, Paragraph, table_items
from bot.reading.dates import iso_date
from bot.reading.frontmatter import language_code

Element = Any  # An element of lxml, which comes without types.
_MAX_ELEMENTS = 200_000
_MAX_DEPTH = 200
_FURNITURE = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "footer",
        "header",
        "aside",
        "form",
        "button",
        "iframe",
        "svg",
    )
)
_BULLET = re.compile(r"\s*[•▪‣◦●]\s*(?=\S)")


def read_html(text: str, url: str | None = None) -> Document:
    """The blocks of the page's main content, and the metadata of its head.

    Args:
        text: the page, decoded.
        url: where it was fetched; the page's own canonical address wins.

    Raises:
        UnreadableError: no HTML, or nested too deeply or too large to be a page.
    """
    import trafilatura
    from lxml import etree  # type: ignore[import-untyped]

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        tree = _parse(text)
        language = language_code(tree.get("lang"))
        metadata = _metadata(tree, url, language)
        root, is_marked = _main_element(tree)
        fallback = list(_generic(root)) if root is not None else []
        extracted = trafilatura.bare_extraction(
            tree, fast=True, favor_recall=True, include_comments=False, include_tables=True
        )
        body = getattr(extracted, "body", None)
        blocks = list(_blocks(body)) if body is not None else []
    except (etree.LxmlError, ValueError, RecursionError, AttributeError, TypeError) as error:
        raise UnreadableError(
            "Die HTML-Seite ist nicht lesbar aufgebaut.", log=f"broken html: {error!r}"
        ) from error
    # On short pages trafilatura finds nothing, or the whole page as one paragraph; and it may
    # leave out half of what the page itself marks as its main part.
    is_flat = len(blocks) <= 1 < len(fallback)
    if is_flat or (is_marked and _length(blocks) < 0.5 * _length(fallback)):
        blocks = fallback
    return Document(tuple(_with_main_heading(blocks, fallback)), metadata)


def _length(blocks: list[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _with_main_heading(blocks: list[Block], fallback: list[Block]) -> list[Block]:
    """Puts the page's only h1 back, which often stands in a header outside the content."""
    tops = [b for b in fallback if isinstance(b, Heading) and b.level == 1]
    if len(tops) == 1 and not any(isinstance(b, Heading) and b.level == 1 for b in blocks):
        return [tops[0], *blocks]
    return blocks


def _parse(text: str) -> Element:
    from lxml import html

    # A declared encoding would contradict the text, which is decoded already.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, remove_comments=True)
    tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    stack = [(tree, 0)]
    count = 0
    while stack:
        element, depth = stack.pop()
        count += 1
        if depth > _MAX_DEPTH or count > _MAX_ELEMENTS:
            raise UnreadableError("Die HTML-Seite ist zu tief verschachtelt oder zu groß.")
        stack.extend((child, depth + 1) for child in element)
    return tree


def _metadata(tree: Element, url: str | None, language: str | None) -> Metadata:
    import trafilatura

    found = trafilatura.extract_metadata(tree, default_url=url, extensive=False)
    canonical = next(iter(tree.xpath("//link[@rel='canonical']/@href")), None)
    return Metadata(
        title=found.title,
        publisher=found.sitename,
        url=canonical or url or found.url,
        published=iso_date(found.date) if found.date else None,
        updated=_updated(tree),
        language=language,
    )


def _updated(tree: Element) -> str | None:
    query = "//meta[@property='article:modified_time' or @name='last-modified']/@content"
    value = next(iter(tree.xpath(query)), None)
    return iso_date(str(value)) if value else None


def _blocks(element: Element) -> Iterator[Block]:
    """Blocks of trafilatura's own XML: head, p, list/item, table/row/cell, quote, code."""
    for child in element:
        tag = child.tag
        if tag == "head":
            yield Heading(_rank(child.get("rend")), _plain(child).replace("\n", " "))
        elif tag == "list":
            yield from _list(child)
        elif tag == "table":
            yield from _table(child)
        elif tag in ("div", "quote", "body") and len(child) and child.find("lb") is None:
            if (child.text or "").strip():
                yield from _lines(child.text)
            yield from _blocks(child)
        elif tag not in ("graphic", "lb"):
            yield from _lines(_plain(child))
        if (child.tail or "").strip():
            yield from _lines(child.tail)


def _rank(rend: str | None) -> int:
    match = re.fullmatch(r"h([1-6])", rend or "")
    return int(match[1]) if match else 3


def _list(element: Element) -> Iterator[Block]:
    for item in element.iter("item"):
        own = _plain(item, skip=("list",)).replace("\n", " ").strip()
        if own:
            yield ListItem(own)


def _table(element: Element) -> list[ListItem]:
    header: list[str] = []
    rows: list[list[str]] = []
    for row in element.iter("row"):
        cells = [_plain(cell).replace("\n", " ").strip() for cell in row.iter("cell")]
        is_header = (
            not rows and not header and all(c.get("role") == "head" for c in row.iter("cell"))
        )
        if is_header:
            header = cells
        else:
            rows.append(cells)
    return table_items(header, rows) if rows else table_items([], [header])


def _lines(text: str) -> Iterator[Block]:
    for line in text.split("\n"):
        if bullet := _BULLET.match(line):
            yield ListItem(line[bullet.end() :])
        elif line.strip():
            yield Paragraph(line.strip())


def _plain(element: Element, skip: tuple[str, ...] = ()) -> str:
    """All text below ``element``; a line break stays one, other white space becomes a space."""
    parts = [_flat(element.text)]
    for child in element:
        if child.tag in ("lb", "br"):
            parts.append("\n")
        elif child.tag not in skip and isinstance(child.tag, str):
            inner = _plain(child, skip)
            parts.append(f" {inner} " if child.tag in ("p", "item", "cell", "list") else inner)
        parts.append(_flat(child.tail))
    return "".join(parts)


def _flat(text: str | None) -> str:
    return re.sub(r"[\t\r\n ]+", " ", text or "")


def _main_element(tree: Element) -> tuple[Element, bool]:
    """The only main or article element, else the body; and whether the page marked it so."""
    mains = tree.xpath("//main") or tree.xpath("//article")
    return (mains[0], True) if len(mains) == 1 else (tree.find("body"), False)


def _generic(element: Element) -> Iterator[Block]:
    """Every heading, paragraph, list and table outside of navigation, footers and the like."""
    inline = _flat(element.text)
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag in _FURNITURE and not (tag == "header" and child.find(".//h1") is not None):
            pass
        elif tag == "br":
            inline += "\n"
        elif tag in _INLINE:
            inline += _plain(child)
        else:
            yield from _lines(inline)
            inline = ""
            yield from _generic_block(child, tag)
        inline += _flat(child.tail)
    yield from _lines(inline)


_INLINE = frozenset(
    (
        "a",
        "abbr",
        "b",
        "cite",
        "code",
        "em",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
    )
)


def _generic_block(child: Element, tag: str) -> Iterator[Block]:
    if re.fullmatch(r"h[1-6]", tag):
        yield Heading(int(tag[1]), _plain(child).replace("\n", " "))
    elif tag == "li":
        for block in _generic(child):
            yield ListItem(block.text) if isinstance(block, Paragraph) else block
    elif tag == "tr":
        cells = [_plain(c).replace("\n", " ").strip() for c in child if c.tag in ("td", "th")]
        yield from table_items([], [cells])
    elif tag not in ("img", "figure", "select", "textarea", "input"):
        yield from _generic(child)
