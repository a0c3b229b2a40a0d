"""DOCX to blocks: heading styles, lists and tables."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from bot.errors import UnreadableError
from bot.reading.blocks import Block, Document, Heading, ListItem, Metadata, Paragraph, table_items
from bot.reading.limits import Limits

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

Element = Any  # An element of lxml, which comes without types.
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|überschrift)\s*(\d)", re.I)
_TITLE = re.compile(r"(?:title|titel)", re.I)
_LIST = re.compile(r"(?:list|liste|listenabsatz|aufzählung)\b", re.I)
_BULLET = re.compile(r"\s*(?:[•▪‣◦●·\uf0b7]|[-–*](?=\s))\s*(?=\S)")
_MAX_PARTS = 10_000
_XML_NO_MEMORY = 2  # XML_ERR_NO_MEMORY of libxml2, which lxml calls a syntax error


def read_docx(data: bytes, limits: Limits) -> Document:
    """The blocks of a Word document; headings by style, or else by short bold paragraphs.

    Raises:
        UnreadableError: damaged, another kind of archive, or beyond ``limits``.
    """
    _check_archive(data, limits)
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
        blocks = list(_blocks(document))
        title = document.core_properties.title
    except Exception as error:
        # Python-docx lets errors of zipfile, lxml and its own types through, without a base.
        raise broken(error) from error
    if not any(isinstance(block, Heading) for block in blocks):
        blocks = [_promoted(block) for block in blocks]
    has_title = any(isinstance(block, Heading) and block.level == 1 for block in blocks)
    metadata = Metadata() if has_title or not title else Metadata(title=title)
    plain: tuple[Block, ...] = tuple(
        Paragraph(block.text) if isinstance(block, _BoldParagraph) else block for block in blocks
    )
    return Document(plain, metadata)


def broken(error: Exception) -> Exception:
    """What is to be raised for an error of python-docx; want of memory stays what it is."""
    if isinstance(error, MemoryError) or getattr(error, "code", None) == _XML_NO_MEMORY:
        return MemoryError()
    return UnreadableError(
        "Das Word-Dokument ist beschädigt.",
        log=f"broken docx: {error!r}",
        english="The Word document is damaged.",
    )


class _BoldParagraph(Paragraph):
    """A paragraph that is bold from end to end."""

    __slots__ = ()


def _promoted(block: Block) -> Block:
    is_short = len(block.text) <= 110 and not block.text.endswith((".", ",", ";", ":"))
    if isinstance(block, _BoldParagraph) and is_short:
        return Heading(2, block.text)
    return block


def _check_archive(data: bytes, limits: Limits) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise UnreadableError(
            "Das Word-Dokument ist unvollständig oder beschädigt.",
            log=f"bad zip: {error}",
            hint="Laden Sie es noch einmal oder speichern Sie es neu.",
            english="The Word document is incomplete or damaged. Load it again or save it anew.",
        ) from error
    # Zipfile never unpacks more than the declared size, so the sum is a true bound.
    total = sum(part.file_size for part in parts)
    if total > limits.max_uncompressed_bytes or len(parts) > _MAX_PARTS:
        megabytes = total // 1_000_000
        raise UnreadableError(
            f"Das Word-Dokument ist entpackt zu groß ({megabytes} MB in {len(parts)} "
            "Teilen; mögliche Dekompressionsbombe).",
            english=f"The Word document is too large when unpacked ({megabytes} MB in "
            f"{len(parts)} parts; perhaps a decompression bomb).",
        )
    if any(part.flag_bits & 0x1 for part in parts):
        raise UnreadableError(
            "Das Dokument ist mit einem Passwort geschützt.",
            english="The document is protected by a password.",
        )
    if any(part.filename.lower().endswith("vbaproject.bin") for part in parts):
        raise UnreadableError(
            "Das Word-Dokument enthält Makros.",
            hint="Speichern Sie es als gewöhnliches Word-Dokument (DOCX).",
            english="The Word document holds macros. Save it as an ordinary Word document (DOCX).",
        )
    if not any(part.filename == "word/document.xml" for part in parts):
        raise UnreadableError(
            "Die Datei ist ein Archiv, aber kein Word-Dokument (DOCX).",
            english="The file is an archive, but no Word document (DOCX).",
        )


def _blocks(document: WordDocument) -> Iterator[Block]:
    styles = {style.style_id: style.name or "" for style in document.styles}
    body = document.element.body
    for element in body.iter(f"{_W}p", f"{_W}tbl"):
        if element.tag == f"{_W}tbl":
            if not _inside_table(element):
                yield from _table(element)
        elif not _inside_table(element):
            yield from _paragraph(element, styles)


def _inside_table(element: Element) -> bool:
    return next(element.iterancestors(f"{_W}tbl"), None) is not None


def _table(table: Element) -> list[ListItem]:
    rows = [
        [" ".join(filter(None, map(_text, cell.iter(f"{_W}p")))) for cell in row.iter(f"{_W}tc")]
        for row in table.findall(f"{_W}tr")
    ]
    if len(rows) > 1 and len(rows[0]) > 1 and not any(c.isdigit() for c in "".join(rows[0])):
        return table_items(rows[0], rows[1:])
    return table_items([], rows)


def _text(paragraph: Element) -> str:
    """The visible text: insertions included, deletions not."""
    parts = []
    for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        elif node.tag == f"{_W}tab":
            # The same tag defines tab stops, inside of w:tabs.
            parts.append("" if node.getparent().tag == f"{_W}tabs" else " ")
        else:
            parts.append("\n")
    return "".join(parts).strip()


def _paragraph(paragraph: Element, styles: dict[str, str]) -> Iterator[Block]:
    text = _text(paragraph)
    if not text:
        return
    style_id = _value(paragraph, "pStyle") or ""
    style = f"{style_id} {styles.get(style_id, '')}"
    level = _level(style, _value(paragraph, "outlineLvl"))
    if level:
        yield Heading(level, text.replace("\n", " "))
        return
    listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None or bool(_LIST.search(style))
    bold = _is_bold(paragraph)
    for line in filter(str.strip, text.split("\n")):
        bullet = _BULLET.match(line)
        if bullet or listed:
            yield ListItem(line[bullet.end() :] if bullet else line)
        else:
            yield (_BoldParagraph if bold else Paragraph)(line)


def _level(style: str, outline: str | None) -> int:
    if match := _HEADING.search(style):
        return min(max(int(match[1]), 1), 6)
    if _TITLE.match(style) and "sub" not in style.lower():
        return 1
    if outline and outline.isdigit() and int(outline) < 6:
        return int(outline) + 1
    return 0


def _value(paragraph: Element, name: str) -> str | None:
    element = paragraph.find(f"{_W}pPr/{_W}{name}")
    return element.get(f"{_W}val") if element is not None else None


def _is_bold(paragraph: Element) -> bool:
    runs = [
        run
        for run in paragraph.iter(f"{_W}r")
        if "".join(t.text or "" for t in run.iter(f"{_W}t")).strip()
    ]
    marks = [run.find(f"{_W}rPr/{_W}b") for run in runs]
    return bool(marks) and all(
        mark is not None and mark.get(f"{_W}val", "1") not in ("0", "false") for mark in marks
    )
