"""PDF to lines with their size and place; ``pdf_layout`` makes blocks of them."""

from __future__ import annotations

import io
import logging
import time
from typing import TYPE_CHECKING, Any

from bot.errors import UnreadableError
from bot.reading.blocks import Document, Metadata
from bot.reading.limits import Limits
from bot.reading.pdf_layout import Line, blocks_of_pages

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_Font = Any  # The page's font dictionary, or None.
_TAIL = 4096


def read_pdf(data: bytes, limits: Limits) -> Document:
    """The blocks of a PDF's text layer.

    Raises:
        UnreadableError: encrypted, cut off, damaged, without text, or beyond ``limits``.
    """
    import pypdf
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    if b"%%EOF" not in data[-_TAIL:]:
        raise UnreadableError(
            "Die PDF-Datei ist unvollständig: Ihr Ende fehlt.",
            hint="Laden Sie sie noch einmal.",
            english="The PDF file is incomplete: its end is missing. Load it again.",
        )
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        _unlock(reader)
        pages = _pages(reader, limits)
        title = reader.metadata.title if reader.metadata else None
    except UnreadableError:
        raise
    except (FileNotDecryptedError, DependencyError) as error:
        raise _protected() from error
    except (LimitReachedError, MemoryError) as error:
        raise UnreadableError(
            "Die PDF-Datei ist entpackt zu groß (mögliche Dekompressionsbombe).",
            log=f"pdf exceeds a limit: {error}",
            english="The PDF file is too large when unpacked (perhaps a decompression bomb).",
        ) from error
    except Exception as error:
        # Pypdf's own documentation: broken files may cause other exceptions than its own.
        raise UnreadableError(
            "Die PDF-Datei ist beschädigt.",
            log=f"broken pdf: {error!r}",
            english="The PDF file is damaged.",
        ) from error
    if not any(line.text.strip() for page in pages for line in page):
        raise UnreadableError(
            "Die PDF-Datei enthält keinen Text, vermutlich nur eingescannte Bilder.",
            hint="Lassen Sie eine Texterkennung (OCR) darüberlaufen.",
            english="The PDF file holds no text, presumably only scanned pictures. Run text "
            "recognition (OCR) over it.",
        )
    fallback = Metadata(title=title.strip() if isinstance(title, str) else None)
    blocks = blocks_of_pages(pages)
    has_title = any(getattr(block, "level", 0) == 1 for block in blocks)
    return Document(tuple(blocks), Metadata() if has_title else fallback)


def _unlock(reader: PdfReader) -> None:
    """Opens files that are encrypted against printing only, with the empty password."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise _protected()


def _protected() -> UnreadableError:
    return UnreadableError(
        "Die PDF-Datei ist mit einem Passwort geschützt.",
        hint="Speichern Sie sie ohne Passwort und versuchen Sie es erneut.",
        english="The PDF file is protected by a password. Save it without one and try again.",
    )


def _pages(reader: PdfReader, limits: Limits) -> list[list[Line]]:
    count = len(reader.pages)
    if not count:
        raise UnreadableError(
            "Die PDF-Datei ist beschädigt: Sie hat keine Seiten.",
            english="The PDF file is damaged: it has no pages.",
        )
    if count > limits.max_pages:
        raise UnreadableError(
            f"Die PDF-Datei hat {count} Seiten; erlaubt sind {limits.max_pages}.",
            english=f"The PDF file has {count} pages; {limits.max_pages} are allowed.",
        )
    deadline = time.monotonic() + limits.parse_seconds
    pages: list[list[Line]] = []
    chars = 0
    for page in reader.pages:
        lines = _lines(page, deadline)
        chars += sum(len(line.text) for line in lines)
        if chars > limits.max_text_chars:
            raise UnreadableError(
                f"Der Text der PDF-Datei ist länger als {limits.max_text_chars} Zeichen.",
                english=f"The PDF file's text is longer than {limits.max_text_chars} characters.",
            )
        pages.append(lines)
    return pages


def _lines(page: PageObject, deadline: float) -> list[Line]:
    """The page's lines in reading order, each with the place and size of its first letters."""
    lines: list[Line] = []
    pieces: list[str] = []
    sizes: list[tuple[float, int, bool]] = []
    heights: list[float] = []

    def end_line() -> None:
        if text := "".join(pieces).strip():
            size, _, bold = max(sizes, key=lambda item: item[1])
            lines.append(Line(text, round(size, 1), heights[0], bold))
        pieces.clear()
        sizes.clear()
        heights.clear()

    def visit(text: str, cm: list[float], tm: list[float], font: _Font, size: float) -> None:
        if time.monotonic() > deadline:
            raise UnreadableError(
                "Das Lesen der PDF-Datei dauert zu lange.",
                english="Reading the PDF file takes too long.",
            )
        for index, part in enumerate(text.split("\n")):
            if index:
                end_line()
            if not part.strip():
                if pieces:
                    pieces.append(part)
                continue
            scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
            name = str((font or {}).get("/BaseFont", "")).lower()
            pieces.append(part)
            sizes.append((float(size) * scale, len(part.strip()), "bold" in name))
            heights.append(tm[4] * cm[1] + tm[5] * cm[3] + cm[5])

    # Text extraction takes a stream beyond pypdf's limits for an empty one; this raises.
    page.get_contents()
    page.extract_text(visitor_text=visit)
    end_line()
    return lines
