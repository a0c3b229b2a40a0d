"""Passages that say the same in nearly the same words are returned once.

Alike is not the same: one figure, one name or one "nicht" makes another statement of a text of
a hundred words, and so does the heading that says whose salary it is. So passages count as one
only where title, headings, nouns, figures and negations agree and nine in ten runs of three
words do. What three sources repeat word for word, without any figure, is boilerplate, and counts
as one whatever the sources' titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from bot.domain import Passage
from bot.german import STOP_WORDS, fold, words

SAME_FROM = 0.9
"""Jaccard similarity of runs of three words from which on two passages count as one."""

RUN = 3
BOILERPLATE_FROM = 3
"""Sources that repeat a passage without figures from which on it is boilerplate."""

_DIGIT = re.compile(r"\d")
_CAPITAL = re.compile(r"\b[A-ZÄÖÜ][^\W\d_]*")
_NEGATION = re.compile(r"nicht|nie|niemals|ohne|kein(?:e[mnrs]?)?")

Runs = frozenset[int]
Statement = tuple[str, ...]


def boilerplate(passages: Iterable[Passage]) -> frozenset[str]:
    """Ids of passages that several sources repeat word for word under the same heading."""
    places: dict[tuple[str, ...], list[Passage]] = {}
    for passage in passages:
        if not _DIGIT.search(passage.text):
            key = (" ".join(passage.text.lower().split()), *passage.heading_path)
            places.setdefault(key, []).append(passage)
    return frozenset(
        passage.id
        for copies in places.values()
        if len({passage.source_id for passage in copies}) >= BOILERPLATE_FROM
        for passage in copies
    )


@dataclass
class Distinct:
    """Takes passages best first and tells which say something new."""

    _kept: dict[Statement, list[tuple[str, Runs]]] = field(default_factory=dict)

    def twin_of(self, passage: Passage, title: str) -> str | None:
        """The id of an earlier passage that says the same; None where this one is new.

        Args:
            passage: the next best.
            title: its source's, empty for boilerplate.
        """
        above = "\n".join([title, *passage.heading_path])
        statement, runs = _print(above, passage.text)
        kept = self._kept.setdefault(statement, [])
        for key, others in kept:
            if _same(runs, others):
                return key
        kept.append((passage.id, runs))
        return None


def _same(runs: Runs, others: Runs) -> bool:
    fewer, more = sorted((len(runs), len(others)))
    if fewer < SAME_FROM * more:
        return False
    shared = len(runs & others)
    return shared >= SAME_FROM * (fewer + more - shared)


@lru_cache(maxsize=20_000)
def _print(above: str, text: str) -> tuple[Statement, Runs]:
    """What must agree exactly, and what must agree for the most part."""
    found = words(text)
    nouns = {fold(word) for word in _CAPITAL.findall(text)} - STOP_WORDS
    exact = {w for w in found if _DIGIT.search(w) or _NEGATION.fullmatch(w)}
    runs = (tuple(found[i : i + RUN]) for i in range(max(1, len(found) - RUN + 1)))
    return (*words(above), "", *sorted(nouns | exact)), frozenset(map(hash, runs))
