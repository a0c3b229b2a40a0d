"""PDF to lines: rows of a table stay rows, columns side by side are read one after the other."""

from __future__ import annotations

import io
import logging
import re
import time
from collections.abc import Sequence

from bot.errors import UnreadableError
from bot.matching.reading.lines import Line, text_lines
from bot.matching.reading.sections import section_of
from bot.reading.limits import Limits
from bot.reading.pdf import read_pdf

_PAGE_NUMBER = re.compile(
    r"\s*(?:(?:seite|page)\s*)?-?\s*\d{1,3}(?:\s*(?:von|of|/)\s*\d{1,3})?\s*-?\s*", re.I
)
_DATED = re.compile(r"\d{4}|\d{1,2}[./]\d\d")
_NARROWEST = 12
_EDGE_LINES = 2


def pdf_lines(data: bytes, limits: Limits) -> list[Line]:
    """The lines of a PDF's text layer, in reading order.

    Raises:
        UnreadableError: encrypted, cut off, damaged, without text, or beyond ``limits``.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pages = _pages(data, limits)
    except UnreadableError:
        raise
    except Exception:
        pages = []  # The articles' reader names what is wrong; broken files raise anything.
    if not any(page.strip() for page in pages):
        read_pdf(data, limits)
        raise UnreadableError(
            "Die PDF-Datei ist beschädigt.",
            english="The PDF file is damaged.",
        )
    return text_lines("\f".join(_in_columns(_without_number(page)) for page in pages))


def _pages(data: bytes, limits: Limits) -> list[str]:
    """The text of each page, its columns set apart by spaces."""
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return []
    count = len(reader.pages)
    if count > limits.max_pages:
        raise UnreadableError(
            f"Die PDF-Datei hat {count} Seiten; gelesen werden bis zu {limits.max_pages}.",
            english=f"The PDF file has {count} pages; up to {limits.max_pages} are read.",
        )
    if b"%%EOF" not in data[-4096:]:
        return []
    deadline = time.monotonic() + limits.parse_seconds
    pages: list[str] = []
    for page in reader.pages:
        if time.monotonic() > deadline:
            raise UnreadableError(
                "Das Lesen der PDF-Datei dauert zu lange.",
                english="Reading the PDF file takes too long.",
            )
        pages.append(_page_text(page, limits))
    return pages


def _page_text(page: object, limits: Limits) -> str:
    from pypdf import PageObject

    assert isinstance(page, PageObject)
    contents = page.get_contents()
    size = len(contents.get_data()) if contents is not None else 0
    if size > limits.max_uncompressed_bytes // 10:
        raise UnreadableError(
            "Die PDF-Datei ist entpackt zu groß.",
            english="The PDF file is too large when unpacked.",
        )
    try:
        text = page.extract_text(extraction_mode="layout")
    except Exception:
        # Layout needs metrics that some fonts lack; the plain text is better than none.
        text = ""
    return text if text.strip() else page.extract_text()


def _without_number(page: str) -> str:
    lines = page.split("\n")
    edges = [i for i, line in enumerate(lines) if line.strip()]
    for index in {*edges[:_EDGE_LINES], *edges[-_EDGE_LINES:]}:
        if _PAGE_NUMBER.fullmatch(lines[index]) and not re.fullmatch(r"\s*\d{4}\s*", lines[index]):
            lines[index] = ""
    return "\n".join(lines)


def _in_columns(page: str) -> str:
    """The page's text with a side bar before the main column; a table's rows stay whole."""
    lines = [line.rstrip() for line in page.split("\n")]
    column = _gutter(lines)
    if column is None:
        return page
    crossing = [bool(line[column - 1 : column].strip()) for line in lines]
    top = next((i for i, line in enumerate(lines) if line[column:].strip() and not crossing[i]), 0)
    banner = [line for i, line in enumerate(lines) if i < top or crossing[i]]
    rows = [line for i, line in enumerate(lines) if i >= top and not crossing[i]]
    left = [line[:column] for line in rows]
    right = [line[column:] for line in rows]
    if not _is_side_bar(left, right):
        return page
    return "\n".join([*banner, "", *left, "", *right])


def _gutter(lines: Sequence[str]) -> int | None:
    """The column at which a second block of text begins on many lines."""
    filled = [line for line in lines if line.strip()]
    starts: dict[int, int] = {}
    for line in filled:
        for match in re.finditer(r"(?:^|(?<=\S))\s{3,}(?=\S)", line):
            starts[match.end()] = starts.get(match.end(), 0) + 1
    candidates = [
        (count, -column)
        for column, count in starts.items()
        if column >= _NARROWEST
        and count >= max(4, 0.3 * len(filled))
        and sum(bool(line[column - 1 : column].strip()) for line in filled) <= 0.15 * len(filled)
    ]
    return -max(candidates)[1] if candidates else None


def _is_side_bar(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether both columns have headings of their own, and the left one isn't made of dates."""
    cells = [cell for cell in left if cell.strip()]
    dated = sum(bool(_DATED.search(cell)) for cell in cells)
    has_headings = all(any(section_of(cell) for cell in side) for side in (left, right))
    return len(cells) >= 4 and dated * 2 < len(cells) and has_headings
