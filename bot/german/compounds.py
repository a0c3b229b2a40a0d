"""Compounds split by the words that the corpus itself uses.

After Koehn and Knight (2003): a long word is split where its tail and its head, less a
linking letter, are words of the corpus; among several splits the one with the most frequent
parts wins. Nothing is split that the corpus can't vouch for.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Mapping

from bot.german.words import QUESTION_FILLERS, content_words

LINKING = ("", "s", "es", "n", "en", "er", "e")
MIN_PART = 4
MIN_WORD = 8
MAX_WORD = 100
"""The longest compounds of German law have 80 letters. What is longer is no word, and splitting it
would take seconds: the work grows with the square of the length."""


class CompoundSplitter:
    """Splits folded words by a vocabulary.

    Args:
        document_frequency: folded word to the number of passages it occurs in.
        min_frequency: how many passages must use a part for it to count as a word.
    """

    def __init__(self, document_frequency: Mapping[str, int], min_frequency: int = 2) -> None:
        self._known = {
            word: count
            for word, count in document_frequency.items()
            if count >= min_frequency and word not in QUESTION_FILLERS
        }
        self.parts = functools.lru_cache(maxsize=200_000)(self._split)

    @classmethod
    def from_texts(cls, texts: Iterable[str]) -> CompoundSplitter:
        """A splitter for a corpus given as passages."""
        frequency: Counter[str] = Counter()
        for text in texts:
            frequency.update(set(content_words(text)))
        return cls(frequency)

    def _split(self, word: str) -> tuple[str, ...]:
        """The parts of ``word``, or an empty tuple where it can't be split."""
        if not MIN_WORD <= len(word) <= MAX_WORD or not word.isalpha():
            return ()
        best: tuple[float, tuple[str, ...]] = (0.0, ())
        for cut in range(MIN_PART, len(word) - MIN_PART + 1):
            tail = word[cut:]
            tail_parts = (tail,) if tail in self._known else self.parts(tail)
            head = self._head(word[:cut])
            if tail_parts and head:
                weight = float(self._known[head] * self._known.get(tail_parts[-1], 1))
                best = max(best, (weight, (head, *tail_parts)))
        return best[1]

    def _head(self, stretch: str) -> str | None:
        for link in LINKING:
            head = stretch.removesuffix(link) if stretch.endswith(link) else ""
            if len(head) >= MIN_PART and head in self._known:
                return head
        # "Sprachkurs" drops the e of "Sprache".
        return f"{stretch}e" if f"{stretch}e" in self._known else None
