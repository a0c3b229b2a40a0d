"""Which of many labels a profile names at all: each label is looked at once, in arrays.

A label is taken apart once into words, each with the terms that say it. A profile says a few
hundred terms; the labels all of whose words are said are found by counting, without a loop over
the labels. Only those are then decided one by one; every other one is silent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.matching.deciding.skills import Core, parts_of
from bot.matching.deciding.terms import is_trait

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Lists:
    """Many short lists of numbers, one after another.

    Attributes:
        first: (lists + 1,), where each begins in ``numbers``.
        numbers: of all lists.
    """

    first: NDArray[np.int32]
    numbers: NDArray[np.int32]

    @classmethod
    def of(cls, lists: Sequence[Sequence[int]]) -> Lists:
        """Lists of numbers in their order."""
        import numpy as np

        first = np.zeros(len(lists) + 1, np.int32)
        np.cumsum([len(one) for one in lists], out=first[1:])
        flat = (number for one in lists for number in one)
        return cls(first, np.fromiter(flat, np.int32, count=int(first[-1])))

    def __getitem__(self, place: int) -> NDArray[np.int32]:
        return self.numbers[self.first[place] : self.first[place + 1]]


@dataclass(frozen=True)
class Screening:
    """The labels of skills, ready to be held against any profile's terms.

    Attributes:
        terms: the place in ``words`` of each term.
        words: for each term, the words that it says.
        parts: for each word, the parts of labels that have it.
        sizes: how many words each part has.
        owners: the row of each part's label.
    """

    terms: Mapping[str, int]
    words: Lists
    parts: Lists
    sizes: NDArray[np.int32]
    owners: NDArray[np.int32]

    @classmethod
    def of(cls, labels: Sequence[str]) -> Screening:
        """Takes labels apart.

        Args:
            labels: what requirements ask for, each once.
        """
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
        words_with: dict[str, list[int]] = {}
        for options, word in words.items():
            for term in sorted(options):
                words_with.setdefault(term, []).append(word)
        return cls(
            {term: place for place, term in enumerate(words_with)},
            Lists.of(list(words_with.values())),
            Lists.of(parts_with),
            np.array(sizes, np.int32),
            np.array(owners, np.int32),
        )

    def named(self, terms: Iterable[str]) -> NDArray[np.int32]:
        """Rows of the labels with a part all of whose words are among the terms, ascending."""
        import numpy as np

        places = [self.terms[term] for term in terms if term in self.terms]
        if not places:
            return np.zeros(0, np.int32)
        words = np.unique(np.concatenate([self.words[place] for place in places]))
        hits = np.concatenate([self.parts[int(word)] for word in words])
        full = np.bincount(hits, minlength=len(self.sizes)) >= self.sizes
        return np.unique(self.owners[full])


def _screened(label: str) -> list[Core]:
    """The parts of a label, and its traits alone, which a rule decides too."""
    cores, _ = parts_of(label)
    traits = [tuple(o for o in core if any(map(is_trait, o))) for core in cores]
    distinct = {tuple(dict.fromkeys(core)) for core in (*cores, *traits) if core}
    return sorted(distinct, key=lambda core: [sorted(options) for options in core])
