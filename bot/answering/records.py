"""Facts as the contract's records: the fields of the fact, and its citation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, fields
from typing import Any

from bot.answering.draft import Draft
from bot.facts import (
    CareerStep,
    Difference,
    Duty,
    NamedFact,
    PayNote,
    Requirement,
    SalaryFigure,
)
from bot.index.view import IndexView
from bot.knowledge.profiles import RoleProfile

Fact = SalaryFigure | PayNote | Requirement | Duty | CareerStep | NamedFact | Difference


def record(fact: Fact, draft: Draft) -> dict[str, Any]:
    """One fact as plain JSON types; ``draft`` numbers its citation.

    A figure that is shown for another period too has "computed": "period", "min", "max" and the
    "rule" by which they were computed. No source states these.
    """
    values = {f.name: getattr(fact, f.name) for f in fields(fact) if f.name != "span"}
    plain = {key: list(v) if isinstance(v, tuple) else v for key, v in values.items()}
    made = {**plain, "citation": asdict(draft.cite(fact.span))}
    if isinstance(fact, SalaryFigure) and fact in draft.computed:
        made["computed"] = asdict(draft.computed[fact])
    return made


def profile_record(profile: RoleProfile, view: IndexView) -> dict[str, Any]:
    """A role profile as plain JSON types; a sentence has the same number wherever it is cited."""
    draft = Draft(view)
    return _of_each_kind(profile, lambda facts: [record(fact, draft) for fact in facts])


def profile_counts(profile: RoleProfile) -> dict[str, Any]:
    """The same with how many facts there are of each kind in place of the facts."""
    return _of_each_kind(profile, len)


def _of_each_kind(profile: RoleProfile, told: Callable[[Sequence[Fact]], Any]) -> dict[str, Any]:
    kinds = (f.name for f in fields(profile) if f.name != "role")
    return {
        "id": profile.role.id,
        "label": profile.role.preferred_label,
        "abbreviations": list(profile.role.abbreviations),
        **{kind: told(getattr(profile, kind)) for kind in kinds},
    }
