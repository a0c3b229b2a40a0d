"""BM25 over German stems with parts of compounds, and over fours of letters.

Derived from the passages. What costs time is cutting texts into words; those lists are kept, so
that a new version cuts only what is new and counts everything again in arrays.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.german import CompoundSplitter, content_words, stem
from bot.index.bm25 import Bm25, Counts
from bot.index.terms import grams_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

COUNTED_AT_ONCE = 2_000
"""Passages whose terms are held in memory at the same time."""


@dataclass(frozen=True)
class WordLists:
    """The content words of some passages.

    Attributes:
        words: every different word, by its number.
        ids: numbers of all passages' words, one passage after the other.
        first: (passages + 1,), where each passage's words begin in ``ids``.
    """

    words: tuple[str, ...]
    ids: NDArray[np.int32]
    first: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Iterable[str | NDArray[np.int32]], words: Iterable[str] = ()) -> WordLists:
        """Cuts texts into words.

        Args:
            texts: what is searched of each passage; where an earlier list already has the
                passage, its numbers.
            words: the words that those numbers mean.
        """
        import numpy as np

        numbers = {word: number for number, word in enumerate(words)}
        lists: list[NDArray[np.int32]] = []
        for text in texts:
            if isinstance(text, str):
                found = [numbers.setdefault(word, len(numbers)) for word in content_words(text)]
                lists.append(np.array(found, dtype=np.int32))
            else:
                lists.append(text)
        first = np.zeros(len(lists) + 1, dtype=np.int64)
        np.cumsum([len(found) for found in lists], out=first[1:])
        ids = np.concatenate(lists) if lists else np.zeros(0, dtype=np.int32)
        return cls(tuple(numbers), ids, first)

    def __len__(self) -> int:
        return len(self.first) - 1

    def of_passage(self, row: int) -> NDArray[np.int32]:
        """The numbers of one passage's words."""
        return self.ids[int(self.first[row]) : int(self.first[row + 1])]

    def frequency(self) -> dict[str, int]:
        """In how many passages each word occurs; words that none has any more are left out."""
        import numpy as np

        count = np.zeros(len(self.words), dtype=np.int64)
        for begin in range(0, len(self), COUNTED_AT_ONCE):
            ids, rows = self.block(begin)
            pairs = np.unique(ids.astype(np.int64) * max(1, len(self)) + rows)
            count += np.bincount(pairs // max(1, len(self)), minlength=len(self.words))
        return {word: int(n) for word, n in zip(self.words, count, strict=True) if n}

    def block(self, begin: int) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Words of the ``COUNTED_AT_ONCE`` passages from ``begin`` on, and whose they are."""
        import numpy as np

        end = min(begin + COUNTED_AT_ONCE, len(self))
        sizes = np.diff(self.first[begin : end + 1])
        rows = np.repeat(np.arange(begin, end), sizes)
        return self.ids[int(self.first[begin]) : int(self.first[end])], rows


@dataclass(frozen=True)
class TermIndex:
    """BM25 over named terms."""

    numbers: Mapping[str, int]
    bm25: Bm25

    @classmethod
    def of(cls, lists: WordLists, terms_of: Mapping[str, Sequence[str]]) -> TermIndex:
        """Counts the terms that each word stands for."""
        import numpy as np

        numbers: dict[str, int] = {}
        found = [
            [numbers.setdefault(term, len(numbers)) for term in terms_of.get(word, ())]
            for word in lists.words
        ]
        flat = np.fromiter(itertools.chain.from_iterable(found), dtype=np.int64)
        many = np.array([len(terms) for terms in found], dtype=np.int64)
        first = np.concatenate(([0], np.cumsum(many)))
        lengths = np.zeros(len(lists), dtype=np.int64)
        blocks = []
        for begin in range(0, len(lists), COUNTED_AT_ONCE):
            ids, rows = lists.block(begin)
            sizes = many[ids]
            owners = np.repeat(rows, sizes)
            places = ranges(first[ids], sizes)
            lengths += np.bincount(owners, minlength=len(lists))
            blocks.append(Counts.of(flat[places], owners, len(lists)))
        return cls(numbers, Bm25.of(blocks, lengths, len(numbers)))

    def frequency(self, term: str) -> int:
        """In how many passages a term occurs."""
        number = self.numbers.get(term)
        return 0 if number is None else self.bm25.frequency(number)

    def scores(self, terms: Iterable[str]) -> NDArray[np.float32]:
        """BM25 of every passage, shape (passages,), zero where nothing is shared."""
        return self.bm25.scores([self.numbers[term] for term in terms if term in self.numbers])

    def coverage(self, terms: Sequence[str], rows: NDArray[np.int_]) -> NDArray[np.float64]:
        """For each of ``rows`` the share of ``terms`` that it has, weighed by rarity, 0 to 1."""
        known = [self.numbers[term] for term in terms if term in self.numbers]
        unknown = len({term for term in terms if term not in self.numbers})
        return self.bm25.coverage([*known, *[None] * unknown], rows)


class KeywordIndex:
    """Ranks passages by the words they share with a question.

    Args:
        texts: what is searched of each passage, heading path included.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._fill(WordLists.of(texts))

    @classmethod
    def from_lists(cls, lists: WordLists) -> KeywordIndex:
        """The index over passages that are already cut into words."""
        index = cls.__new__(cls)
        index._fill(lists)
        return index

    @classmethod
    def from_parts(
        cls, lists: WordLists, frequency: Mapping[str, int], stems: TermIndex, grams: TermIndex
    ) -> KeywordIndex:
        """An index whose arrays were kept: nothing is counted."""
        index = cls.__new__(cls)
        index.size, index.lists, index.words = len(lists), lists, frequency
        index._splitter = CompoundSplitter(frequency)
        index.stems, index.grams = stems, grams
        return index

    def _fill(self, lists: WordLists) -> None:
        self.size = len(lists)
        self.lists = lists
        self.words: Mapping[str, int] = lists.frequency()
        self._splitter = CompoundSplitter(self.words)
        self.stems = TermIndex.of(
            lists, {w: [stem(part) for part in (w, *self.parts(w))] for w in self.words}
        )
        self.grams = TermIndex.of(lists, {word: grams_of(word) for word in self.words})

    def terms(self, text: str) -> list[str]:
        """Stems of the content words of ``text``, compounds whole and in parts."""
        return [stem(part) for word in content_words(text) for part in (word, *self.parts(word))]

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts of a folded compound, empty where the corpus doesn't know them."""
        return self._splitter.parts(word)

    def frequency(self, term: str) -> int:
        """In how many passages a stem occurs."""
        return self.stems.frequency(term)

    def knows(self, word: str) -> bool:
        """Whether the corpus uses a folded word, in any form or as a compound of its words."""
        return self.frequency(stem(word)) > 0 or bool(self.parts(word))

    def scores(self, question: str) -> NDArray[np.float32]:
        """BM25 of every passage by stems, shape (passages,), zero where nothing is shared."""
        return self.stems.scores(self.terms(question))


def ranges(first: NDArray[np.int64], sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers from each of ``first`` on, as many as ``sizes`` says, one after the other."""
    import numpy as np

    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) - np.repeat(ends - sizes, sizes) + np.repeat(first, sizes)
