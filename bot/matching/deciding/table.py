"""The requirements of all roles in arrays: each different one once, roles one after another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.facts import Requirement
from bot.german import content_stems, fold
from bot.index.view import IndexView
from bot.knowledge.profiles import RoleProfile
from bot.knowledge.roles import Role
from bot.matching.deciding.decide import family_of
from bot.matching.deciding.outcome import SILENT, Demand, Outcome, demand_of, outcome
from bot.matching.profile import Place
from bot.matching.report import Verdict

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

VERDICTS: Final[tuple[Verdict, ...]] = ("met", "partly", "missing", "unknown")
RELATIONS: Final = ("essential", "optional")

Key = tuple[object, ...]


@dataclass(frozen=True)
class Table:
    """What all roles ask for.

    Attributes:
        roles: ids, ascending.
        demands: each different requirement once.
        row_of: the row in ``demands`` by ``key_of`` a requirement.
        rows: for each requirement of each role, roles one after another, its row in ``demands``.
        optional: likewise, whether it is optional.
        owners: likewise, the role's number in ``roles``.
        by_words: rows of ``demands`` that are skills, decided by their words alone.
        alphabetical: place of each role by name and id.
        named: numbers of the roles by ``name_key`` each of their names.
    """

    roles: tuple[str, ...]
    demands: tuple[Demand, ...]
    row_of: Mapping[Key, int]
    rows: NDArray[np.int32]
    optional: NDArray[np.bool_]
    owners: NDArray[np.int32]
    by_words: NDArray[np.int32]
    alphabetical: NDArray[np.int64]
    named: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True)
class Decided:
    """Every different requirement, decided for one profile.

    Attributes:
        outcomes: by row of ``Table.demands``; a row that isn't there is silent.
        near: rows that are silent, to the place that is near in meaning.
    """

    outcomes: Mapping[int, Outcome]
    near: Mapping[int, Place]

    def outcome(self, row: int) -> Outcome:
        """What was decided for a row of ``Table.demands``."""
        found = self.outcomes.get(row, SILENT)
        if found == SILENT and row in self.near:
            return outcome("unknown", "near_meaning", [self.near[row]])
        return found


def key_of(requirement: Requirement) -> Key:
    """What tells requirements apart; only a language's sentence says more than its label."""
    span = requirement.span if requirement.kind == "language" else None
    return (requirement.kind, requirement.label, requirement.months_of_experience, span)


def table_of(view: IndexView, profiles: Mapping[str, RoleProfile], roles: tuple[str, ...]) -> Table:
    """The table of some roles, given by their ids in ascending order."""
    import numpy as np

    demands: list[Demand] = []
    row_of: dict[Key, int] = {}
    rows: list[int] = []
    optional: list[bool] = []
    owners: list[int] = []
    known: list[Role] = []  # without their facts: those of all roles would take 60 MB
    for owner, profile in enumerate(profiles[role_id] for role_id in roles):
        known.append(profile.role)
        for requirement in profile.requirements:
            key = key_of(requirement)
            if key not in row_of:
                row_of[key] = len(demands)
                demands.append(_demand(requirement, view))
            rows.append(row_of[key])
            optional.append(requirement.relation == "optional")
            owners.append(owner)
    by_words = [row for row, demand in enumerate(demands) if _is_by_words(demand)]
    return Table(
        roles,
        tuple(demands),
        row_of,
        np.array(rows, np.int32),
        np.array(optional, np.bool_),
        np.array(owners, np.int32),
        np.array(by_words, np.int32),
        _alphabetical(known),
        _named(known),
    )


def _demand(requirement: Requirement, view: IndexView) -> Demand:
    sentence = ""
    if requirement.kind == "language":
        span = requirement.span
        sentence = view.sources[span.source_id].text[span.start : span.end]
    return demand_of(requirement, sentence)


def _is_by_words(demand: Demand) -> bool:
    """Whether words alone decide it, so that it is silent where the profile has none of them."""
    return family_of(demand) == "skill"


def _alphabetical(roles: Sequence[Role]) -> NDArray[np.int64]:
    import numpy as np

    names = [(fold(role.preferred_label), role.id) for role in roles]
    place = np.empty(len(roles), np.int64)
    place[sorted(range(len(roles)), key=names.__getitem__)] = np.arange(len(roles))
    return place


def name_key(stems: Iterable[str]) -> str:
    """A name by its stems, whatever their order."""
    return " ".join(sorted(set(stems)))


def _named(roles: Sequence[Role]) -> dict[str, tuple[int, ...]]:
    found: dict[str, dict[int, None]] = {}
    for number, role in enumerate(roles):
        for label in (role.preferred_label, *role.alt_labels):
            # ESCO writes "Bauleiter/Bauleiterin".
            for name in dict.fromkeys((label, *label.split("/"))):
                if key := name_key(content_stems(name)):
                    found.setdefault(key, {})[number] = None
    return {key: tuple(numbers) for key, numbers in found.items()}
