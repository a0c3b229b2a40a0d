"""The words of a question with all the ways in which a sentence may say them."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from bot.german import content_words, stem
from bot.german.employment import is_term
from bot.german.synonyms import (
    ASKING_ADVERB,
    COMMON_ENDS,
    FRAME_NOUNS,
    GENERAL_HEADS,
    LIGHT_FIRSTS,
    family,
    synonyms,
)
from bot.index.keyword import KeywordIndex

IN_PARTS = 0.9
"""Worth of a compound whose parts all occur, though not together."""

ONE_PART = 0.5
"""Worth of a compound's parts where some are missing."""


MIN_PART = 5
"""Letters of a compound's part that no more than one passage needs to have."""

UNKNOWN = 0.5
"""Weight of a word that the corpus can't say: no sentence is worse for lacking it."""


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A content word of a question.

    Attributes:
        word: folded.
        weight: more for a rare one.
        ways: stems that say it: its own, those of synonyms and of its family.
        parts: stems of a compound's parts, empty where it is none.
    """

    word: str
    weight: float
    ways: frozenset[str]
    parts: tuple[str, ...]

    def said_in(self, terms: frozenset[str]) -> float:
        """How much of it a sentence with these stems says, 0 to 1."""
        if not self.ways.isdisjoint(terms):
            return 1.0
        if not self.parts:
            return 0.0
        share = sum(part in terms for part in self.parts) / len(self.parts)
        return IN_PARTS if share == 1 else ONE_PART * share


_NOTHING_NEAR: Mapping[str, frozenset[str]] = MappingProxyType({})


def asked_words(
    words: Iterable[str],
    keywords: KeywordIndex,
    near: Mapping[str, frozenset[str]] = _NOTHING_NEAR,
) -> tuple[AskedWord, ...]:
    """The words among folded ``words`` that say what is asked about, without repeats.

    Args:
        words: folded.
        keywords: the corpus's words.
        near: further stems that say one of ``words``, see ``near_words``.
    """
    return tuple(
        _asked(word, keywords, near.get(word, frozenset()))
        for word in dict.fromkeys(words)
        if is_telling(word)
    )


def is_telling(word: str) -> bool:
    """Whether a folded content word says what is asked about, not only how it is asked."""
    return word not in FRAME_NOUNS and not ASKING_ADVERB.fullmatch(word)


def asked_in(text: str, keywords: KeywordIndex) -> tuple[AskedWord, ...]:
    """The content words of ``text``, without repeats."""
    return asked_words(content_words(text), keywords)


def said(asked: Sequence[AskedWord], terms: frozenset[str]) -> float:
    """How much of ``asked`` a sentence with these stems says, rare words counting more, 0 to 1."""
    total = sum(word.weight for word in asked)
    found = sum(word.weight * word.said_in(terms) for word in asked)
    return found / total if total else 0.0


def known_ways(word: str, keywords: KeywordIndex) -> frozenset[str]:
    """Stems of the corpus that say a folded word; empty where it can't say it at all."""
    own = {stem(word), *map(stem, synonyms(word))}
    own |= _families(keywords).get(family(word), frozenset())
    first = _before_common_end(word)
    if first:
        own |= {stem(first)}
    last = None if is_term(word) else _last_part(word)
    if last:
        own |= {stem(last), *map(stem, synonyms(last))}
    return frozenset(way for way in own if keywords.frequency(way))


def _before_common_end(word: str) -> str | None:
    for end in COMMON_ENDS:
        if word.endswith(end) and len(word) - len(end) >= 4:
            return word[: -len(end)].removesuffix("s")
    return None


def _asked(word: str, keywords: KeywordIndex, near: frozenset[str]) -> AskedWord:
    ways = known_ways(word, keywords) | near
    parts = compound_parts(word, keywords)
    if not ways and not parts:
        return AskedWord(word, UNKNOWN, frozenset((stem(word),)), ())
    most = max((keywords.frequency(way) for way in ways or parts), default=0)
    weight = math.log(1 + keywords.size / (1 + most))
    return AskedWord(word, weight, ways or frozenset((stem(word),)), parts)


def compound_parts(word: str, keywords: KeywordIndex) -> tuple[str, ...]:
    """Stems of a compound's parts, empty where the corpus doesn't know both.

    What the index splits needs words of several passages; to recognise what is asked for, a word
    of one passage will do. A set term of employment has no parts: "Teilzeit" isn't about a "Teil".
    """
    if is_term(word):
        return ()
    found = tuple(stem(part) for part in keywords.parts(word))
    if found or len(word) < 2 * MIN_PART:
        return found
    for cut in range(len(word) - MIN_PART, MIN_PART - 1, -1):
        head, tail = stem(word[:cut]), stem(word[cut:])
        if word[cut:] in keywords.words and keywords.frequency(head):
            return (head, tail)
    return ()


def _last_part(word: str) -> str | None:
    """A compound's last part where it says nearly all: "Fachmessen" are "Messen"."""
    for first in LIGHT_FIRSTS:
        last = word.removeprefix(first)
        if last != word and len(last) >= MIN_PART and last not in GENERAL_HEADS:
            return last
    return None


@functools.lru_cache(maxsize=2)
def _families(keywords: KeywordIndex) -> Mapping[str, frozenset[str]]:
    """Stems of the corpus by the family of their words."""
    found: dict[str, set[str]] = {}
    for word in keywords.words:
        found.setdefault(family(word), set()).add(stem(word))
    return {key: frozenset(stems) for key, stems in found.items()}
