"""Titles that no occupation bears, led to the one that they mean, or to none.

A wrong occupation is worse than none: what is shown then is true of something else. So a title is
taken only where one occupation is plainly nearest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.domain import Source
from bot.index.encoder import Encoder
from bot.knowledge.esco.titles import TitleIndex, TitleMatch, titles_file
from bot.settings import DEFAULT_ENCODER

FROM = 0.6
MOST_OTHERS = 5


@dataclass(frozen=True, slots=True)
class Resolved:
    """A title and the occupation that it is taken for.

    Attributes:
        typed: as in the question.
        role_id: of the occupation.
        others: ids of further ones that it may mean, the likeliest first.
    """

    typed: str
    role_id: str
    others: tuple[str, ...] = ()
