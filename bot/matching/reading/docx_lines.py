"""DOCX to lines: rows of tables as cells side by side, text boxes where they are anchored."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from bot.errors import UnreadableError
from bot.matching.reading.lines import CELL, Line, tidy
from bot.reading.docx import broken, read_docx
from bot.reading.limits import Limits

Element = Any  # An element of lxml, which comes without types.
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING = ("heading", "überschrift", "berschrift", "title", "titel")


def docx_lines(data: bytes, limits: Limits) -> list[Line]:
    """The lines of a Word document's body; headings by style or bold type.

    Raises:
        UnreadableError: damaged, another kind of archive, or beyond ``limits``.
    """
    read_docx(data, limits)  # It checks the archive, and names what is wrong with it.
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
        styles = {style.style_id: (style.name or "").lower() for style in document.styles}
        lines = tidy(_block_lines(document.element.body, styles))
    except Exception as error:
        # Python-docx lets errors of zipfile, lxml and its own types through, without a base.
        raise broken(error) from error
    if not lines:
        raise UnreadableError(
            "Das Word-Dokument enthält keinen Text, vermutlich nur Bilder.",
            hint="Lassen Sie eine Texterkennung (OCR) darüberlaufen.",
            english="The Word document holds no text, presumably only pictures. Run text "
            "recognition (OCR) over it.",
        )
    return lines


def _block_lines(container: Element, styles: dict[str, str]) -> Iterator[Line]:
    """Lines of all paragraphs and tables right below ``container``."""
    for element in container:
        if element.tag == f"{_W}p":
            yield from _paragraph(element, styles)
        elif element.tag == f"{_W}tbl":
            yield Line("")
            for row in element.findall(f"{_W}tr"):
                yield from _row(row, styles)
            yield Line("")
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}smartTag", f"{_W}ins"):
            yield from _block_lines(element, styles)


def _row(row: Element, styles: dict[str, str]) -> Iterator[Line]:
    """A row's cells: side by side where each is a line or two, below one another otherwise.

    The first lines of all cells make one line ("03/2019 – heute", "Vertriebsleiter"); what the
    last cell has more follows it. A layout of two long columns is read column by column.
    """
    cells = [
        [line for line in _block_lines(cell, styles) if line.text.strip()]
        for cell in row.iter(f"{_W}tc")
        if next(cell.iterancestors(f"{_W}tr")) is row
    ]
    cells = [cell for cell in cells if cell]
    if not cells:
        return
    if len(cells) > 1 and max(map(len, cells[:-1])) > 3:
        for cell in cells:
            yield Line("")
            yield from cell
        return
    *labels, content = cells
    first = CELL.join([" ".join(line.text for line in cell) for cell in labels] + [content[0].text])
    heading = all(line.heading for line in (*(cell[0] for cell in labels), content[0]))
    yield Line(first, heading=heading and not labels, bullet=content[0].bullet and not labels)
    yield from content[1:]


def _paragraph(paragraph: Element, styles: dict[str, str]) -> Iterator[Line]:
    style = styles.get(_value(paragraph, "pStyle") or "", "")
    heading = style.startswith(_HEADING) or _is_bold(paragraph)
    listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None or "list" in style
    text = _text(paragraph)
    if not text.strip():
        yield Line("")
    for part in text.split("\n"):
        if part.strip():
            yield Line(part, heading=heading and not listed, bullet=listed)
    for box in paragraph.iter(f"{_W}txbxContent"):
        if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
            yield Line("")
            yield from _block_lines(box, styles)
            yield Line("")


def _text(paragraph: Element) -> str:
    """The visible text; tabs are kept, for CVs set their columns with them."""
    parts: list[str] = []
    for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        above = next(node.iterancestors(f"{_W}p"))
        if above is not paragraph or node.getparent().tag == f"{_W}tabs":
            continue
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        else:
            parts.append({"tab": CELL, "noBreakHyphen": "-"}.get(node.tag[len(_W) :], "\n"))
    return "".join(parts)


def _value(paragraph: Element, name: str) -> str | None:
    element = paragraph.find(f"{_W}pPr/{_W}{name}")
    return element.get(f"{_W}val") if element is not None else None


def _is_bold(paragraph: Element) -> bool:
    runs = [run for run in paragraph.iter(f"{_W}r") if "".join(run.itertext()).strip()]
    marks = [run.find(f"{_W}rPr/{_W}b") for run in runs]
    return bool(marks) and all(
        mark is not None and mark.get(f"{_W}val", "1") not in ("0", "false") for mark in marks
    )
