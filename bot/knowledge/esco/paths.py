"""Steps between occupations, computed from the essential skills that they share.

No source states them: what sources say of careers (``bot.facts.CareerStep``) comes first, and
these are shown as computed, with what they were computed from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain import Source
from bot.facts import Requirement
from bot.knowledge.esco.facts import occupation_facts, skills_of
from bot.knowledge.esco.notice import is_occupation
from bot.knowledge.esco.sources import IN_ENGLISH

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RULE = "esco-shared-essential-skills-1"
"""Names how a step was computed; changes with the formula below."""

FEWEST_SHARED = 3
"""Fewer skills in common are chance: most occupations share one or two."""

LEAST_SIMILAR = 0.1


@dataclass(frozen=True, slots=True)
class SharedSkill:
    """A skill that both occupations need, as each of them states it."""

    label: str
    here: Requirement
    there: Requirement


@dataclass(frozen=True, slots=True)
class ComputedStep:
    """A step that no source states.

    Attributes:
        from_role, to_role: ids of roles.
        similarity: 0 to 1, the essential skills of both by the weight of those they share:
            the weighted Jaccard index, where a skill weighs log(occupations / those that need it).
        shared: the rarest first.
        missing: essential skills of ``to_role`` that ``from_role`` doesn't list as essential,
            those first that it doesn't list as optional either.
        rule: how it was computed.
    """

    from_role: str
    to_role: str
    similarity: float
    shared: tuple[SharedSkill, ...]
    missing: tuple[Requirement, ...]
    rule: str = RULE


class SkillPaths:
    """The occupations of a classification with the skills they need.

    Args:
        sources: any, by id; those that aren't occupations are left out.
    """

    def __init__(self, sources: Mapping[str, Source]) -> None:
        import numpy as np

        self._sources = sources
        self._ids: list[str] = []
        self._roles: list[str] = []
        self._needs: list[NDArray[np.int32]] = []
        numbers: dict[str, int] = {}
        self._numbers = numbers
        for source in sources.values():
            if is_occupation(source) and source.roles:
                own = [numbers.setdefault(label, len(numbers)) for label in _needed(source)]
                self._ids.append(source.id)
                self._roles.append(source.roles[0])
                self._needs.append(np.unique(np.array(own, dtype=np.int32)))
        self._place = {role_id: row for row, role_id in enumerate(self._roles)}
        sizes = [len(own) for own in self._needs]
        flat = np.concatenate([*self._needs, np.zeros(0, np.int32)])
        order = np.argsort(flat, kind="stable")
        # The matrix by its columns: who needs skill 0, who needs skill 1, and so on.
        self._who = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)[order]
        self._first = np.searchsorted(flat[order], np.arange(len(numbers) + 1))
        self._weight = np.log(max(1, len(sizes)) / np.maximum(1, np.diff(self._first)))
        self._total = np.array([float(self._weight[own].sum()) for own in self._needs])

    def __len__(self) -> int:
        return len(self._roles)

    def __contains__(self, role_id: object) -> bool:
        return role_id in self._place

    def steps_from(self, role_id: str, limit: int = 10) -> tuple[ComputedStep, ...]:
        """The occupations nearest to one, the nearest first.

        Raises:
            KeyError: the classification has no such occupation.
        """
        here = self._place[role_id]
        return tuple(self._step(here, there, s) for there, s in self._nearest(here, limit))

    def steps_to(self, role_id: str, limit: int = 10) -> tuple[ComputedStep, ...]:
        """The occupations from which one is nearest, the nearest first.

        Raises:
            KeyError: the classification has no such occupation.
        """
        there = self._place[role_id]
        return tuple(self._step(here, there, s) for here, s in self._nearest(there, limit))

    def step(self, first: str, second: str) -> ComputedStep | None:
        """The step from one occupation to another; None where they share too little.

        Raises:
            KeyError: the classification lacks one of them.
        """
        here, there = self._place[first], self._place[second]
        found = dict(self._nearest(here, len(self))).get(there)
        return None if found is None else self._step(here, there, found)

    def _nearest(self, row: int, limit: int) -> list[tuple[int, float]]:
        import numpy as np

        shared = np.zeros(len(self))
        count = np.zeros(len(self), dtype=np.int64)
        for skill in self._needs[row]:
            holders = self._who[self._first[skill] : self._first[skill + 1]]
            shared[holders] += self._weight[skill]
            count[holders] += 1
        union = self._total[row] + self._total - shared
        similarity = np.divide(shared, union, out=np.zeros_like(shared), where=union > 0)
        similarity[(count < FEWEST_SHARED) | (similarity < LEAST_SIMILAR)] = 0
        similarity[row] = 0
        best = np.argsort(-similarity, kind="stable")[:limit]
        return [(int(i), float(similarity[i])) for i in best if similarity[i] > 0]

    def _weight_of(self, label: str) -> float:
        return float(self._weight[self._numbers[label]])

    def _step(self, here: int, there: int, similarity: float) -> ComputedStep:
        needed_here, helps_here = _by_label(self._sources[self._ids[here]])
        needed_there, _ = _by_label(self._sources[self._ids[there]])
        shared = [
            SharedSkill(label, needed_here[label], requirement)
            for label, requirement in needed_there.items()
            if label in needed_here
        ]
        missing = [r for label, r in needed_there.items() if label not in needed_here]
        return ComputedStep(
            from_role=self._roles[here],
            to_role=self._roles[there],
            similarity=round(similarity, 4),
            shared=tuple(sorted(shared, key=lambda skill: -self._weight_of(skill.label))),
            missing=tuple(sorted(missing, key=lambda r: r.label in helps_here)),
        )


def _needed(source: Source) -> list[str]:
    """Labels as requirements have them."""
    return [label.removesuffix(IN_ENGLISH) for label in skills_of(source)[0]]


def _by_label(source: Source) -> tuple[dict[str, Requirement], dict[str, Requirement]]:
    """Essential and optional requirements of an occupation by their labels."""
    every = occupation_facts(source).requirements
    essential = {r.label: r for r in every if r.relation == "essential"}
    return essential, {r.label: r for r in every if r.relation == "optional"}
