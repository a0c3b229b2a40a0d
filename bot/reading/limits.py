"""How much a single file may cost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds for one file or page; whatever exceeds one is refused, never cut.

    Attributes:
        max_bytes: size of the file or of the response's body, in bytes.
        max_uncompressed_bytes: what an archive (DOCX) or a PDF stream may unpack to.
        max_pages: pages of a PDF.
        max_text_chars: characters of text, before and after parsing.
        parse_seconds: time for one file.
        parse_memory_bytes: memory of a process that parses one file, everything in it counted.
        fetch_seconds: time for one address, from connecting to the last byte.
        max_redirects: how many redirects of an address are followed.
    """

    max_bytes: int = 25_000_000
    max_uncompressed_bytes: int = 100_000_000
    max_pages: int = 500
    max_text_chars: int = 2_000_000
    parse_seconds: float = 30.0
    parse_memory_bytes: int = 512_000_000
    fetch_seconds: float = 30.0
    max_redirects: int = 5
