"""What bytes are, judged by the bytes; and text out of bytes."""

from __future__ import annotations

import codecs
import re
import unicodedata
from pathlib import PurePath
from typing import Literal

from bot.errors import UnreadableError

Kind = Literal["markdown", "text", "html", "pdf", "docx"]

SUFFIXES: dict[str, Kind] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".docx": "docx",
}
_NAMES: dict[Kind, str] = {
    "markdown": "Markdown-Datei",
    "text": "Textdatei",
    "html": "HTML-Datei",
    "pdf": "PDF-Datei",
    "docx": "DOCX-Datei",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_FOREIGN = (
    (b"\x89PNG\r\n\x1a\n", "ein Bild (PNG)"),
    (b"\xff\xd8\xff", "ein Bild (JPEG)"),
    (b"GIF8", "ein Bild (GIF)"),
    (b"\x1f\x8b", "ein Archiv (gzip)"),
    (b"7z\xbc\xaf", "ein Archiv (7-Zip)"),
    (b"Rar!", "ein Archiv (RAR)"),
    (b"\x7fELF", "ein Programm"),
    (b"{\\rtf", "ein RTF-Dokument"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.I | re.S
)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.I)


def kind_of_name(name: str) -> Kind | None:
    """The format that a file name's suffix promises; None for an unsupported one."""
    return SUFFIXES.get(PurePath(name).suffix.lower())


def check_content(data: bytes, kind: Kind) -> Kind:
    """The format in which ``data`` is to be read, given what its name promises.

    Text that is an HTML page is read as one; any other contradiction is an error.

    Raises:
        UnreadableError: empty, encrypted, or another format than promised.
    """
    if not data.strip(b" \t\r\n\f\v\x00\xef\xbb\xbf"):
        raise UnreadableError("Die Datei ist leer.")
    name = _NAMES[kind]
    found = _foreign(data, kind)
    if found:
        raise UnreadableError(
            f"Der Inhalt ist {found} und keine {name}.",
            hint="Benennen Sie die Datei nach ihrem Inhalt um oder wandeln Sie sie um.",
        )
    if kind == "text" and _HTML.match(data[:4096]):
        return "html"
    return kind


def _foreign(data: bytes, kind: Kind) -> str | None:
    is_pdf = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-")
    if data.startswith(_OLE):
        if kind == "docx" and "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableError(
                "Das Dokument ist mit einem Passwort geschützt.",
                hint="Speichern Sie es ohne Passwort und versuchen Sie es erneut.",
            )
        return "ein altes Office-Dokument (.doc oder ähnlich)"
    if kind != "pdf" and is_pdf:
        return "ein PDF"
    if kind != "docx" and data.startswith(_ZIP):
        return "ein ZIP-Archiv oder Office-Dokument"
    for magic, found in _FOREIGN:
        if data.startswith(magic):
            return found
    if kind == "pdf" and b"%PDF-" not in data[:1024]:
        return "etwas anderes"
    if kind == "docx" and not data.startswith(_ZIP):
        return "etwas anderes"
    return None


def decode(data: bytes, charset: str | None = None) -> str:
    r"""Text in UTF-8 or UTF-16 (with BOM), in ``charset``, or else in Windows-1252.

    Line ends become ``\\n``.

    Raises:
        UnreadableError: the bytes are no text.
    """
    text = _decode(data, charset).replace("\r\n", "\n").replace("\r", "\n")
    sample = text[:65536]
    controls = sum(
        unicodedata.category(char) == "Cc" and char not in "\n\t\f\v\x85" for char in sample
    )
    if "\x00" in text or controls * 50 > len(sample):
        raise UnreadableError("Die Datei enthält Binärdaten und keinen Text.")
    return text


def _decode(data: bytes, charset: str | None) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding)
            except UnicodeError as error:
                raise UnreadableError(
                    f"Die Zeichen der Datei sind beschädigt (kein gültiges {encoding[:6].upper()})."
                ) from error
    for candidate in ("utf-8", charset, "cp1252"):
        try:
            if candidate:
                return data.decode(candidate)
        except (UnicodeError, LookupError):
            continue
    return data.decode("latin-1")


def declared_charset(data: bytes) -> str | None:
    """The charset that an HTML page names in its first 4,096 bytes."""
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii", "ignore") if match else None
