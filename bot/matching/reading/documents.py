"""A file's bytes to lines. What a file is, its bytes tell; its name is never trusted."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from bot.errors import UnreadableError
from bot.matching.reading.lines import Line, text_lines
from bot.reading import apart
from bot.reading.limits import Limits
from bot.reading.sniff import Kind, check_content, decode

if TYPE_CHECKING:
    from bot.settings import Settings

LIMITS = Limits(max_bytes=10_000_000, max_pages=50, max_text_chars=100_000, parse_seconds=20.0)
READ = "Gelesen werden Textdateien, Markdown, PDF, DOCX und JSON Resume."
_READ_ENGLISH = "Text files, Markdown, PDF, DOCX and JSON Resume are read."

_SHEET = (b"xl/workbook.xml", b"xl/worksheets/")
_FAMILIES: tuple[tuple[tuple[bytes, ...], tuple[str, str]], ...] = (
    (_SHEET, ("eine Tabelle (Excel)", "a table (Excel)")),
    (
        (b"ppt/presentation.xml", b"ppt/slides/"),
        ("eine Präsentation (PowerPoint)", "a presentation (PowerPoint)"),
    ),
    ((b"opendocument.spreadsheet",), ("eine Tabelle (OpenDocument)", "a table (OpenDocument)")),
    (
        (b"opendocument.text",),
        (
            "ein Textdokument von OpenOffice oder LibreOffice (ODT)",
            "a text document of OpenOffice or LibreOffice (ODT)",
        ),
    ),
)
_ZIP = b"PK\x03\x04"


def limits_of(settings: Settings) -> Limits:
    """``LIMITS`` with the time and memory that the settings allow."""
    memory = int(settings.parse_megabytes * 1_000_000)
    return replace(LIMITS, parse_seconds=settings.parse_seconds, parse_memory_bytes=memory)


def document_lines(data: bytes, name: str, limits: Limits = LIMITS) -> list[Line]:
    """The lines of a document in reading order; all but plain text is parsed in a child process.

    Raises:
        UnreadableError: empty, too long, protected, damaged, without text, of a kind that
            isn't read, or too dear to parse; says which in German.
        ReadersBusyError: too many are being read.
    """
    if len(data) > limits.max_bytes:
        raise UnreadableError(
            f"Die Datei ist zu groß: {len(data) / 1e6:.1f} MB, erlaubt sind "
            f"{limits.max_bytes // 1_000_000} MB.".replace(".", ",", 1),
            english=f"The file is too large: {len(data) / 1e6:.1f} MB; "
            f"{limits.max_bytes // 1_000_000} MB are allowed.",
        )
    kind: str = _kind(data, name)
    if kind == "text":
        text = decode(data)
        if len(text) > limits.max_text_chars:
            raise too_long()
        if not text.lstrip("\ufeff \n\t").startswith("{"):
            return checked(text_lines(text))
        data, kind = text.encode("utf-8", "surrogatepass"), "json"
    rows = apart.call("bot.matching.reading.documents:parsed", data, limits, kind=kind)
    return checked([Line(*row) for row in rows])  # a child that was taken over may send anything


def parsed(data: bytes, limits: Limits, kind: str) -> list[tuple[Any, ...]]:
    """The fields of the lines of a PDF, a DOCX or a JSON Resume in UTF-8; runs in the child.

    Raises:
        UnreadableError: as ``document_lines``.
    """
    if kind == "pdf":
        from bot.matching.reading.pdf_lines import pdf_lines

        lines = pdf_lines(data, limits)
    elif kind == "docx":
        from bot.matching.reading.docx_lines import docx_lines

        lines = docx_lines(data, limits)
    else:
        from bot.matching.reading.json_resume import json_lines

        lines = json_lines(data.decode("utf-8", "surrogatepass"))
    return [tuple(getattr(line, name) for name in Line.__slots__) for line in checked(lines)]


def checked(lines: list[Line]) -> list[Line]:
    """``lines``, where they hold some word and are not too long.

    Raises:
        UnreadableError: otherwise.
    """
    length = sum(len(line.text) + 1 for line in lines)
    if length > LIMITS.max_text_chars:
        raise too_long()
    if not any(re.search(r"[^\W\d_]{2}", line.text) for line in lines):
        raise UnreadableError(
            "Das Dokument enthält keinen Text.",
            english="The document holds no text.",
        )
    return lines


def too_long() -> UnreadableError:
    """The error for a text beyond the limit."""
    allowed = f"{LIMITS.max_text_chars:,}".replace(",", ".")
    return UnreadableError(
        f"Der Text ist zu lang für einen Lebenslauf; erlaubt sind {allowed} Zeichen.",
        english=f"The text is too long for a CV; {LIMITS.max_text_chars:,} characters are allowed.",
    )


def _kind(data: bytes, name: str) -> Kind:
    """What the bytes are; a clear error where they are something that isn't read."""
    if not data.strip(b" \t\r\n\f\v\x00\xef\xbb\xbf"):
        raise UnreadableError(
            "Die Datei ist leer.",
            english="The file is empty.",
        )
    if b"%PDF-" in data[:1024]:
        return check_content(data, "pdf")
    if data.startswith(_ZIP) and (family := _family(data)):
        told, told_english = family
        raise UnreadableError(
            f"Der Inhalt ist {told} und kein Lebenslauf als Text.",
            hint=READ,
            english=f"The content is {told_english} and no CV as text. {_READ_ENGLISH}",
        )
    suffix = PurePath(name).suffix.lower()
    try:
        if data.startswith(_ZIP):
            return check_content(data, "docx")
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            return check_content(data, "docx")
        # Bytes that are no text and no known format are named by what their name promises.
        if suffix in (".pdf", ".docx") and not _is_text(data):
            return check_content(data, "pdf" if suffix == ".pdf" else "docx")
        if check_content(data, "text") == "html":
            raise UnreadableError(
                "Der Inhalt ist eine HTML-Seite.",
                english="The content is an HTML page.",
            )
    except UnreadableError as error:
        english = error.english and f"{error.english} {_READ_ENGLISH}"
        raise UnreadableError(error.message, log=error.log, hint=READ, english=english) from error
    return "text"


def _family(data: bytes) -> tuple[str, str] | None:
    return next((said for marks, said in _FAMILIES if any(m in data for m in marks)), None)


def _is_text(data: bytes) -> bool:
    try:
        decode(data)
    except UnreadableError:
        return False
    return True
