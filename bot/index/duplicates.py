"""Passages that say the same in nearly the same words are recognised at ingest, returned once.

Alike is not the same: one figure, one name or one "nicht" makes another statement of a text of
a hundred words, and so does the heading that says whose salary it is. So passages count as one
only where title, headings, nouns, figures and negations agree and nine in ten runs of three
words do. What three sources repeat word for word, without any figure, is boilerplate, and counts
as one whatever the sources' titles.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain import Passage
from bot.german import STOP_WORDS, fold, words
from bot.index.table import PassageTable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SAME_FROM = 0.9
"""Jaccard similarity of runs of three words from which on two passages count as one."""

RUN = 3
BOILERPLATE_FROM = 3
"""Sources that repeat a passage without figures from which on it is boilerplate."""

# Two sets of runs that agree in nine of ten have one of six least hashes in common but for one
# pair in a million.
_MULTIPLIERS = (3_935_559, 7_294_513, 11_400_714, 26_364_541, 48_271, 69_621)
_PRIME = 2**61 - 1

_DIGIT = re.compile(r"\d")
_CAPITAL = re.compile(r"\b[A-ZÄÖÜ][^\W\d_]*")
_NEGATION = re.compile(r"nicht|nie|niemals|ohne|kein(?:e[mnrs]?)?")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What of a passage must agree exactly with that of its twin.

    Attributes:
        statement: of headings, nouns, figures and negations.
        wording: of headings and every word; None where figures forbid to take it for boilerplate.
    """

    statement: str
    wording: str | None

    @classmethod
    def of(cls, passage: Passage) -> Fingerprint:
        """The fingerprint of a passage, whatever source it stands in."""
        found = words(passage.text)
        nouns = {fold(word) for word in _CAPITAL.findall(passage.text)} - STOP_WORDS
        exact = {w for w in found if _DIGIT.search(w) or _NEGATION.fullmatch(w)}
        above = words("\n".join(passage.heading_path))
        wording = None
        if not _DIGIT.search(passage.text):
            wording = _digest(*passage.heading_path, "", *passage.text.lower().split())
        return cls(_digest(*above, "", *sorted(nouns | exact)), wording)


def twins(
    passages: PassageTable, fingerprints: Sequence[Fingerprint], titles: Mapping[str, str]
) -> NDArray[np.int32]:
    """For each passage the first one, in reading order, that says the same; else itself.

    Args:
        passages: a whole version.
        fingerprints: one a passage.
        titles: each source's, by its id.
    """
    import numpy as np

    repeated = _boilerplate(passages, fingerprints)
    groups: dict[tuple[str, ...], list[int]] = {}
    for row, fingerprint in enumerate(fingerprints):
        title = titles.get(passages.source_ids[passages.owner[row]], "")
        key = (fingerprint.statement, "" if row in repeated else " ".join(words(title)))
        groups.setdefault(key, []).append(row)
    first = np.arange(len(fingerprints), dtype=np.int32)
    for rows in groups.values():
        seen = _Seen()
        for row in rows if len(rows) > 1 else ():
            first[row] = seen.first_like(row, _runs(passages[row].text))
    return first


class _Seen:
    """Passages whose fingerprints agree, found again by their least hashes (Broder 1997)."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, int], list[tuple[int, frozenset[int]]]] = {}

    def first_like(self, row: int, runs: frozenset[int]) -> int:
        """The first row seen that says the same as this one, perhaps itself."""
        sketch = [(m, min(run * m % _PRIME for run in runs)) for m in _MULTIPLIERS]
        for place in sketch:
            for other, theirs in self._kept.get(place, ()):
                if _same(runs, theirs):
                    return other
        for place in sketch:
            self._kept.setdefault(place, []).append((row, runs))
        return row


def _boilerplate(passages: PassageTable, fingerprints: Sequence[Fingerprint]) -> frozenset[int]:
    """Rows of passages that several sources repeat word for word under the same headings."""
    places: dict[str, list[int]] = {}
    for row, fingerprint in enumerate(fingerprints):
        if fingerprint.wording is not None:
            places.setdefault(fingerprint.wording, []).append(row)
    return frozenset(
        row
        for rows in places.values()
        if len({int(passages.owner[row]) for row in rows}) >= BOILERPLATE_FROM
        for row in rows
    )


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()


def _runs(text: str) -> frozenset[int]:
    found = words(text)
    runs = (tuple(found[i : i + RUN]) for i in range(max(1, len(found) - RUN + 1)))
    return frozenset(map(hash, runs))


def _same(runs: frozenset[int], others: frozenset[int]) -> bool:
    fewer, more = sorted((len(runs), len(others)))
    if fewer < SAME_FROM * more:
        return False
    shared = len(runs & others)
    return shared >= SAME_FROM * (fewer + more - shared)
