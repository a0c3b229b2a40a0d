"""Which of many labels a profile names at all: each label is looked at once, in arrays.

A label is taken apart once into words, each with the terms that say it. A profile says a few
hundred terms; the labels all of whose words are said are found by counting, without a loop over
the labels. Only those are then decided one by one; every other one is silent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from bot.matching.deciding.skills import Core, parts_of
from bot.matching.deciding.terms import is_trait

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Screening:
    """The labels of skills, ready to be held against any profile's terms.

    Args:
        labels: what requirements ask for, each once.
    """

    def __init__(self, labels: Sequence[str]) -> None:
        import numpy as np

        words: dict[frozenset[str], int] = {}
        parts_with: list[list[int]] = []
        sizes: list[int] = []
        owners: list[int] = []
        for owner, label in enumerate(labels):
            for core in _screened(label):
                for options in core:
                    word = words.setdefault(options, len(words))
                    if word == len(parts_with):
                        parts_with.append([])
                    parts_with[word].append(len(sizes))
                sizes.append(len(core))
                owners.append(owner)
        self._words_with: dict[str, list[int]] = {}
        for options, word in words.items():
            for term in options:
                self._words_with.setdefault(term, []).append(word)
        self._parts_with = [np.array(parts, np.int32) for parts in parts_with]
        self._sizes = np.array(sizes, np.int32)
        self._owners = np.array(owners, np.int32)

    def named(self, terms: Iterable[str]) -> NDArray[np.int32]:
        """Rows of the labels with a part all of whose words are among the terms, ascending."""
        import numpy as np

        words = {word for term in terms for word in self._words_with.get(term, ())}
        if not words:
            return np.zeros(0, np.int32)
        hits = np.concatenate([self._parts_with[word] for word in sorted(words)])
        full = np.bincount(hits, minlength=len(self._sizes)) >= self._sizes
        return np.unique(self._owners[full])


def _screened(label: str) -> list[Core]:
    """The parts of a label, and its traits alone, which a rule decides too."""
    cores, _ = parts_of(label)
    traits = [tuple(o for o in core if any(map(is_trait, o))) for core in cores]
    distinct = {tuple(dict.fromkeys(core)) for core in (*cores, *traits) if core}
    return sorted(distinct, key=lambda core: [sorted(options) for options in core])
