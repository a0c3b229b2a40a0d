"""The steps around a role: those that sources name, else computed ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.answering.careers.computed_step import computed_record
from bot.answering.draft import Draft
from bot.dialogue.language import Language
from bot.index.view import IndexView
from bot.web.rooms.career_diagram import Ladder
from bot.web.rooms.career_texts import CAREER_TEXTS
from bot.web.rooms.role_room import notices_of, renumbered

MOST_COMPUTED: Final = 3


@dataclass(frozen=True)
class RoleCareer:
    """The steps to a role and from it.

    Attributes:
        steps: the contract's career steps from the lowest role upwards, of the same step what
            says most first; citations are numbered in this order.
        computed: steps to the nearest occupations, with "computed", where no source names any;
            None where nothing can be computed, for a classification doesn't list the role.
        known: ids of the roles at their ends that have profiles of their own.
        notices: what must be said where a classification lists the role.
    """

    role_id: str
    label: str
    steps: tuple[Mapping[str, Any], ...]
    computed: tuple[Mapping[str, Any], ...] | None
    known: frozenset[str]
    notices: tuple[str, ...]

    @property
    def all(self) -> tuple[Mapping[str, Any], ...]:
        """Every step; stated and computed ones never stand together."""
        return (*self.steps, *(self.computed or ()))


def role_career(profile: Mapping[str, Any], view: IndexView, language: Language) -> RoleCareer:
    """The steps around a role.

    Args:
        profile: the role's record, as ``Assistant.role_record`` gives it.
        view: the serving version.
        language: of the notices.
    """
    role_id, steps = profile["id"], profile["career"]
    computed: list[dict[str, Any]] | None = None
    if not steps and role_id in view.catalogue.occupations:
        draft = Draft(view)
        near = view.paths.steps_from(role_id, MOST_COMPUTED) if role_id in view.paths else ()
        computed = [computed_record(step, draft) for step in near]
    ladder = Ladder.of([*steps, *(computed or ())], CAREER_TEXTS[language])
    numbered = tuple(
        renumbered(r for edge in ladder.edges for r in sorted(edge.records, key=_telling))
    )
    ends = {step[end] for step in numbered for end in ("from_role", "to_role")}
    return RoleCareer(
        role_id,
        profile["label"],
        numbered if steps else (),
        None if computed is None else numbered,
        frozenset(end for end in ends if end in view.profiles),
        notices_of(profile, language),
    )


def _telling(record: Mapping[str, Any]) -> tuple[bool, bool]:
    """What says how long a step takes comes first, then what says what it takes."""
    return (record["years_min"] is record["years_max"] is None, not record["conditions"])
