"""What stands right beside a word of a question, and can tell what the word is."""

from __future__ import annotations

import re

_NEAR = 40
"""Characters that are looked at."""

DETERMINER = re.compile(
    r"(?:^|\b(?:eine?[nmrs]?|['’]?n|['’]?ne[nmr]?|als|zum|zur|vom|beim|für|von|der|die|den|dem|"
    r"an?|the|of|and|und|oder|or|verdienen|vs))\s+$",
    re.IGNORECASE,
)
"""An article, or what else stands before a title, at the end of what is before a place."""


def before(text: str, start: int) -> str:
    """What stands right before a place; a text's own start stays recognisable."""
    return text[max(0, start - _NEAR) : start]


def after(text: str, end: int) -> str:
    """What stands right behind a place."""
    return text[end : end + _NEAR]
