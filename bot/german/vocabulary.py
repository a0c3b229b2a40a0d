"""The words of a corpus as they are written there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from bot.german.folding import fold
from bot.german.words import stem

WORD = re.compile(r"[^\W\d_]+")


class Vocabulary:
    """Every word of some texts, by its folded form.

    Args:
        texts: the passages of the corpus.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        surfaces: dict[str, Counter[str]] = {}
        for text in texts:
            for written in WORD.findall(text):
                surfaces.setdefault(fold(written), Counter())[written] += 1
        self._written = {folded: count.most_common(1)[0][0] for folded, count in surfaces.items()}
        self._count = {folded: count.total() for folded, count in surfaces.items()}
        self._nouns = frozenset(
            stem(folded) for folded, written in self._written.items() if written[:1].isupper()
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self._written)

    def written(self, folded: str) -> str:
        """How the corpus mostly writes a folded word.

        Raises:
            KeyError: it doesn't use the word.
        """
        return self._written[folded]

    def count(self, folded: str) -> int:
        """How often the corpus uses a folded word."""
        return self._count.get(folded, 0)

    def has_noun(self, folded: str) -> bool:
        """Whether some form of the word is mostly written with a capital.

        "Richtet" is in many texts, which doesn't mean that they know what a "Richter" is.
        """
        return stem(folded) in self._nouns
