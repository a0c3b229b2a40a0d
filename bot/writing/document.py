"""A document as a run of parts, whatever it is then written as."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from urllib.parse import quote

# Control characters, and signs that are invisible or turn the direction of text around.
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a document.

    Attributes:
        kind: "detail" belongs to the item or text above it; "link" is one whose text is an
            address.
        text: plain text; it is written on one line and wrapped.
        level: of a heading, from 1 to 3.
    """

    kind: Literal["heading", "text", "item", "detail", "link"]
    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a file says of itself.

    Attributes:
        title: in its properties.
        running: stands at the foot of every page.
        created: a fixed time, so that the same document gives the same bytes.
    """

    title: str
    running: str
    language: Literal["de", "en"]
    created: datetime


def target(part: Part) -> str | None:
    """Where a part's link leads: http or https alone, without what could end it early."""
    address = "".join(clean(part.text).split())
    if part.kind != "link" or not re.match(r"https?://[^\s/]", address, re.IGNORECASE):
        return None
    return quote(address, safe=":/?#[]@!$&'()*+,;=%~")


def clean(text: str) -> str:
    """On one line, without control characters: what a visitor sent may hold any of them."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())
