"""Statements of several sources brought together: what says the same, and what stands for all.

E5's cosines between sentences about one role all lie near .95. What tells them apart is what is
left without their mean; beside it count the stems they share, rare ones more.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answering.context import Context
from bot.answering.listing.told import Told

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SAME = 0.36
"""Likeness from which two sentences say the same; read off the duties of twelve articles."""

ALIKE = 0.05
"""Likeness below which one sentence doesn't stand for another at all."""

FEWEST_CENTRED = 6
"""With fewer sentences their mean says nothing about what they have in common."""

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Theme:
    """One statement with those of other sources that say it too, at most one of each."""

    told: Told
    also: tuple[Told, ...]

    @property
    def sources(self) -> int:
        """How many sources say it."""
        return 1 + len(self.also)


def likeness(
    context: Context, told: Sequence[Told], groups: Sequence[object] = ()
) -> NDArray[np.float64]:
    """How alike statements are, shape (n, n), about -.2 to 1.

    Args:
        context: whose encoder compares them.
        told: statements.
        groups: which group each belongs to, where each is measured from its own group's mean;
            so statements about two roles are compared by what they say, not by the role.
    """
    import numpy as np

    if not told:
        return np.zeros((0, 0))
    meaning = context.similarity.vectors([item.text for item in told]).astype(np.float64)
    labels = list(groups) or [None] * len(told)
    if min(Counter(labels).values()) >= FEWEST_CENTRED:
        for label in set(labels):
            rows = [row for row, other in enumerate(labels) if other == label]
            meaning[rows] -= meaning[rows].mean(axis=0)
        meaning /= np.maximum(np.linalg.norm(meaning, axis=1, keepdims=True), 1e-9)
        alike = meaning @ meaning.T
    else:  # stretched to the same range: .90 is foreign here, 1 the same
        alike = (meaning @ meaning.T - 0.9) / 0.1
    return np.asarray(0.5 * alike + 0.5 * _shared(told))


def choose(
    told: Sequence[Told], alike: NDArray[np.float64], most: int, worth: Sequence[float] = ()
) -> list[Theme]:
    """Up to ``most`` statements that together stand for all, those of several sources first.

    Each step takes the statement that makes the whole better represented (facility location).
    A source with many statements counts for more, but not by their number, so that none is left
    out beside a long one.

    Args:
        told: candidates.
        alike: ``likeness`` of them.
        most: how many at most.
        worth: how much it matters that each is represented; the same for all where empty.
    """
    import numpy as np

    if not told:
        return []
    per_source = Counter(item.source_id for item in told)
    weight = np.array([1 / math.sqrt(per_source[item.source_id]) for item in told])
    if worth:
        weight = weight * np.asarray(worth)
    stands_for = np.clip((alike - ALIKE) / (SAME - ALIKE), 0, 1) * np.array(
        [item.reads_well for item in told]
    )
    same = _same(told, alike)
    chosen: list[int] = []
    covered = np.zeros(len(told))
    open_ = np.ones(len(told), dtype=bool)
    while len(chosen) < most and open_.any():
        gains = (np.maximum(stands_for - covered[:, None], 0) * weight[:, None]).sum(axis=0)
        best = int(np.argmax(np.where(open_, gains, -1.0)))
        chosen.append(best)
        covered = np.maximum(covered, stands_for[:, best])
        open_ &= ~same[best]
        open_[best] = False
    themes = [_theme(told, alike, same, index) for index in chosen]
    return sorted(themes, key=lambda theme: -theme.sources)


def _theme(
    told: Sequence[Told], alike: NDArray[np.float64], same: NDArray[np.bool_], index: int
) -> Theme:
    """Of each other source the statement that is most like the chosen one."""
    closest: dict[str, int] = {}
    for other in sorted(same[index].nonzero()[0], key=lambda o: -alike[index, o]):
        if told[other].source_id != told[index].source_id:
            closest.setdefault(told[other].source_id, int(other))
    return Theme(told[index], tuple(told[other] for other in closest.values()))


def _same(told: Sequence[Told], alike: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which pairs say the same; never where their numbers differ."""
    import numpy as np

    numbers = [frozenset(_DIGITS.findall(item.text)) for item in told]
    equal = np.array([[one == other for other in numbers] for one in numbers], dtype=bool)
    return np.asarray((alike >= SAME) & equal)


def _shared(told: Sequence[Told]) -> NDArray[np.float64]:
    """Weighed share of stems that two statements have in common (Jaccard), shape (n, n)."""
    import numpy as np

    counts = Counter(term for item in told for term in item.terms)
    numbers = {term: number for number, term in enumerate(counts)}
    has = np.zeros((len(told), len(numbers)))
    for row, item in enumerate(told):
        for term in item.terms:
            has[row, numbers[term]] = 1
    rarity = np.array([math.log(1 + len(told) / count) for count in counts.values()])
    both = (has * rarity) @ has.T
    own = np.diag(both) if len(told) else np.zeros(0)
    either = own[:, None] + own[None, :] - both
    return np.asarray(both / np.maximum(either, 1e-9))
