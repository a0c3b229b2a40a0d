"""The words of a corpus as they are written there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from bot.german.folding import fold
from bot.german.words import stem

WORD = re.compile(r"[^\W\d_]+")
MIN_CAPITAL_SHARE = 0.2
"""A noun is written small in addresses; a verb seldom starts a sentence."""


def written_words(texts: Iterable[str]) -> Counter[str]:
    """How often each word is written in which way."""
    count: Counter[str] = Counter()
    for text in texts:
        count.update(WORD.findall(text))
    return count


class Vocabulary:
    """Every word of some texts, by its folded form.

    Args:
        count: how often each word is written in which way, see ``written_words``.
    """

    def __init__(self, count: Mapping[str, int]) -> None:
        surfaces: dict[str, Counter[str]] = {}
        for written, times in count.items():
            surfaces.setdefault(fold(written), Counter())[written] += times
        self._forms = {
            folded: tuple(form for form, _ in count.most_common())
            for folded, count in surfaces.items()
        }
        self._count = {folded: count.total() for folded, count in surfaces.items()}
        self._capital = frozenset(
            folded
            for folded, count in surfaces.items()
            if sum(n for form, n in count.items() if form[0].isupper())
            >= MIN_CAPITAL_SHARE * count.total()
        )
        self._nouns = frozenset(
            stem(folded) for folded, forms in self._forms.items() if forms[0][:1].isupper()
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self._forms)

    def __len__(self) -> int:
        return len(self._forms)

    def forms(self, folded: str) -> tuple[str, ...]:
        """All the ways the corpus writes a folded word, the most frequent first."""
        return self._forms.get(folded, ())

    def written(self, folded: str) -> str:
        """How the corpus mostly writes a folded word.

        Raises:
            KeyError: it doesn't use the word.
        """
        return self._forms[folded][0]

    def count(self, folded: str) -> int:
        """How often the corpus uses a folded word."""
        return self._count.get(folded, 0)

    def may_be_capital(self, folded: str) -> bool:
        """Whether the corpus writes the word with a capital more than now and then."""
        return folded in self._capital

    def has_noun(self, folded: str) -> bool:
        """Whether some form of the word is mostly written with a capital.

        "Richtet" is in many texts, which doesn't mean that they know what a "Richter" is.
        """
        return stem(folded) in self._nouns
