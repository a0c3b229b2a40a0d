"""From a found file or address to a ``Source``."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Sequence
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from bot.domain import Source
from bot.errors import UnreadableError
from bot.reading.assembly import assemble
from bot.reading.blocks import Block, Document, Heading, Metadata, Paragraph
from bot.reading.cleaning import clean
from bot.reading.discovery import Found
from bot.reading.fetch import Page, fetch, is_url
from bot.reading.language import guess_language
from bot.reading.limits import Limits
from bot.reading.normalise import normalise, slug
from bot.reading.sniff import Kind, check_content, declared_charset, decode, kind_of_name

_MIN_WORDS = 3
_FOREIGN_SCHEME = re.compile(r"(?!https?://)[a-z][a-z\d+-]*:", re.I)


def read(found: Found, *, limits: Limits) -> Source:
    """The source that a file or page holds, normalised and cleaned.

    ``Source.id`` is the front matter's, or made from ``found.relative``; it is unique only
    within what its author kept unique.

    Raises:
        UnreadableError: nothing can be read; its message names the reason in German.
    """
    if is_url(found.location):
        page = fetch(found.location, limits)
        document = parse(page.data, page.kind, limits, charset=page.charset, url=page.url)
        document = _with_publisher(document, page)
    else:
        kind = kind_of_name(found.location)
        if kind is None:
            raise UnreadableError("Dieses Dateiformat wird nicht gelesen.")
        document = parse(_load(found.location, limits), kind, limits)
    return _source(document, found)


def _load(path: str, limits: Limits) -> bytes:
    """The file's bytes; doesn't block on a pipe and reads no more than allowed."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise UnreadableError("Das ist keine gewöhnliche Datei.")
            if status.st_size > limits.max_bytes:
                raise _too_large(status.st_size, limits)
            data = file.read(limits.max_bytes + 1)
    except FileNotFoundError as error:
        raise UnreadableError("Die Datei ist nicht vorhanden.") from error
    except IsADirectoryError as error:
        raise UnreadableError("Das ist ein Ordner und keine Datei.") from error
    except PermissionError as error:
        raise UnreadableError("Die Datei darf nicht gelesen werden (fehlende Rechte).") from error
    except (OSError, ValueError) as error:
        raise UnreadableError("Die Datei ist nicht lesbar.", log=f"can't read: {error}") from error
    if len(data) > limits.max_bytes:
        raise _too_large(len(data), limits)
    return data


def _too_large(size: int, limits: Limits) -> UnreadableError:
    shown, allowed = (f"{n / 1_000_000:.1f}".replace(".", ",") for n in (size, limits.max_bytes))
    return UnreadableError(
        f"Die Datei ist zu groß: {shown} MB, erlaubt sind {allowed} MB.",
        hint="Die Grenze setzt LOTSE_MAX_FILE_MEGABYTES.",
    )


def parse(
    data: bytes, kind: Kind, limits: Limits, *, charset: str | None = None, url: str | None = None
) -> Document:
    """The blocks and metadata of ``data``, whose name or type promises ``kind``.

    Raises:
        UnreadableError: as ``read``.
    """
    kind = check_content(data, kind)
    try:
        return _parse(data, kind, limits, charset, url)
    except RecursionError as error:
        raise UnreadableError("Der Text ist zu tief verschachtelt.") from error
    except ImportError as error:
        raise UnreadableError(
            "Zum Lesen dieses Formats fehlt ein Paket.",
            log=f"can't import a format's library: {error}",
            hint="Der Befehl „make setup“ richtet es ein.",
        ) from error


def _parse(
    data: bytes, kind: Kind, limits: Limits, charset: str | None, url: str | None
) -> Document:
    if kind == "pdf":
        from bot.reading.pdf import read_pdf

        return read_pdf(data, limits)
    if kind == "docx":
        from bot.reading.docx import read_docx

        return read_docx(data, limits)
    if kind == "html":
        charset = charset or declared_charset(data)
    text = decode(data, charset)
    if len(text) > limits.max_text_chars:
        raise UnreadableError(f"Der Text ist länger als {limits.max_text_chars} Zeichen.")
    return _parse_text(text, kind, url)


def _parse_text(text: str, kind: Kind, url: str | None) -> Document:
    if kind == "html":
        from bot.reading.html import read_html

        return read_html(text, url)
    from bot.reading.markdown import looks_like_markdown, read_markdown
    from bot.reading.plaintext import read_plain_text

    if kind == "markdown" or looks_like_markdown(text):
        return read_markdown(text)
    return read_plain_text(text)


def _with_publisher(document: Document, page: Page) -> Document:
    host = (urlsplit(page.url).hostname or "").removeprefix("www.")
    known = document.metadata.or_else(Metadata(publisher=host or None, url=page.url))
    return Document(document.blocks, known, document.ranked)


def _source(document: Document, found: Found) -> Source:
    blocks, metadata = clean(document)
    if not _has_words(blocks):
        blocks = [Paragraph(b.text) if isinstance(b, Heading) else b for b in blocks]
    title = _title(blocks, metadata, found)
    text, sections = assemble(blocks, title)
    if not sections or not _has_words(blocks):
        raise UnreadableError("Die Datei enthält keinen verwertbaren Satz.")
    return Source(
        id=metadata.id or default_id(found),
        title=title,
        text=text,
        sections=sections,
        publisher=metadata.publisher,
        url=_harmless(metadata.url),
        published=metadata.published,
        updated=metadata.updated,
        captured=metadata.captured,
        language=metadata.language or guess_language(text),
        country=metadata.country,
        roles=metadata.roles,
    )


def _harmless(address: str | None) -> str | None:
    """The address; None where a click on it would run something, or open what isn't the web's."""
    return None if address and _FOREIGN_SCHEME.match(address) else address


def _has_words(blocks: Sequence[Block]) -> bool:
    """Whether some block below a heading has the words of at least a short sentence."""
    return any(
        len(re.findall(r"[^\W\d_]{2,}", block.text)) >= _MIN_WORDS
        for block in blocks
        if not isinstance(block, Heading)
    )


def default_id(found: Found) -> str:
    """The id of a source that states none: its place below the root, without the suffix."""
    path = PurePosixPath(found.relative)
    has_suffix = kind_of_name(path.name) is not None
    return slug(str(path.with_suffix("")) if has_suffix else str(path))


def _title(blocks: Sequence[Block], metadata: Metadata, found: Found) -> str:
    headings = [b for b in blocks if isinstance(b, Heading) and normalise(b.text)]
    top = next((heading for heading in headings if heading.level == 1), None)
    chosen = metadata.title or (top or next(iter(headings), Heading(1, ""))).text
    if title := normalise(chosen):
        return title
    stem = PurePosixPath(found.relative).stem
    words = normalise(re.sub(r"[-_]+", " ", stem))
    return words[:1].upper() + words[1:] or found.location
