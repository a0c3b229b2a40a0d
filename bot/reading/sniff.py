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
_NAMES: dict[Kind, tuple[str, str]] = {
    "markdown": ("Markdown-Datei", "Markdown file"),
    "text": ("Textdatei", "text file"),
    "html": ("HTML-Datei", "HTML file"),
    "pdf": ("PDF-Datei", "PDF file"),
    "docx": ("DOCX-Datei", "DOCX file"),
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_FOREIGN = (
    (b"\x89PNG\r\n\x1a\n", ("ein Bild (PNG)", "a picture (PNG)")),
    (b"\xff\xd8\xff", ("ein Bild (JPEG)", "a picture (JPEG)")),
    (b"GIF8", ("ein Bild (GIF)", "a picture (GIF)")),
    (b"\x1f\x8b", ("ein Archiv (gzip)", "an archive (gzip)")),
    (b"7z\xbc\xaf", ("ein Archiv (7-Zip)", "an archive (7-Zip)")),
    (b"Rar!", ("ein Archiv (RAR)", "an archive (RAR)")),
    (b"\x7fELF", ("ein Programm", "a program")),
    (b"{\\rtf", ("ein RTF-Dokument", "an RTF document")),
)
_OLD_OFFICE = (
    "ein altes Office-Dokument (.doc oder ähnlich)",
    "an old Office document (.doc or similar)",
)
_SOMETHING_ELSE = ("etwas anderes", "something else")
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
        raise UnreadableError("Die Datei ist leer.", english="The file is empty.")
    found = _foreign(data, kind)
    if found:
        (german, english), (name, english_name) = found, _NAMES[kind]
        raise UnreadableError(
            f"Der Inhalt ist {german} und keine {name}.",
            hint="Benennen Sie die Datei nach ihrem Inhalt um oder wandeln Sie sie um.",
            english=f"The content is {english} and no {english_name}. Rename the file after its "
            "content, or convert it.",
        )
    if kind == "text" and _HTML.match(data[:4096]):
        return "html"
    return kind


def _foreign(data: bytes, kind: Kind) -> tuple[str, str] | None:
    """What the bytes are instead, in German and English."""
    is_pdf = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-")
    if data.startswith(_OLE):
        if kind == "docx" and "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableError(
                "Das Dokument ist mit einem Passwort geschützt.",
                hint="Speichern Sie es ohne Passwort und versuchen Sie es erneut.",
                english="The document is protected by a password. Save it without one and try "
                "again.",
            )
        return _OLD_OFFICE
    if kind != "pdf" and is_pdf:
        return "ein PDF", "a PDF"
    if kind != "docx" and data.startswith(_ZIP):
        return "ein ZIP-Archiv oder Office-Dokument", "a ZIP archive or Office document"
    for magic, found in _FOREIGN:
        if data.startswith(magic):
            return found
    if kind == "pdf" and b"%PDF-" not in data[:1024]:
        return _SOMETHING_ELSE
    if kind == "docx" and not data.startswith(_ZIP):
        return _SOMETHING_ELSE
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
        raise UnreadableError(
            "Die Datei enthält Binärdaten und keinen Text.",
            english="The file holds binary data and no text.",
        )
    return text


def _decode(data: bytes, charset: str | None) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding)
            except UnicodeError as error:
                name = encoding[:6].upper()
                raise UnreadableError(
                    f"Die Zeichen der Datei sind beschädigt (kein gültiges {name}).",
                    english=f"The characters of the file are damaged (no valid {name}).",
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
