"""Which letters stand together in a corpus's words: a typo mostly makes a rare combination."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

RARE = 1 / 1000
"""Share of the words with a combination, below which it is rare."""


class LetterCombinations:
    """Three letters in a row, the word's start and end included, and how many words have them.

    Args:
        words: folded words, each once.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._count: Counter[str] = Counter()
        total = 0
        for word in words:
            self._count.update(set(_triples(word)))
            total += 1
        self._enough = max(1.0, total * RARE)

    def are_odd(self, word: str) -> bool:
        """Whether some combination in ``word`` is rare or unheard of."""
        return any(self._count[triple] < self._enough for triple in _triples(word))


def _triples(word: str) -> Iterator[str]:
    bounded = f"^{word}$"
    return (bounded[i : i + 3] for i in range(len(bounded) - 2))
