"""Patterns that read umlauts as people type them: "möchte" and "moechte"."""

from __future__ import annotations

import re
from typing import Final

_TYPED: Final = {
    "ä": "(?:ä|ae)", "ö": "(?:ö|oe)", "ü": "(?:ü|ue)", "ß": "(?:ß|ss)",
    "Ä": "(?:Ä|Ae)", "Ö": "(?:Ö|Oe)", "Ü": "(?:Ü|Ue)",
}  # fmt: skip
_PIECE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|[äöüßÄÖÜ]", re.S)


def spelt(pattern: str) -> str:
    """A regular expression whose umlauts match their two-letter forms too.

    Sets of characters stay as they are: one character can't be two.

    >>> spelt("[äa]möchte")
    '[äa]m(?:ö|oe)chte'
    """
    return _PIECE.sub(lambda m: _TYPED.get(m.group(), m.group()), pattern)
