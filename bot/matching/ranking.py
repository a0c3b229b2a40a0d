"""Roles in the order of what a profile meets: by counts, never by a percentage.

Roles are compared by these, one after another; each is a fact or a count that is shown:

1. whether the profile names the role as a job or as an occupation that was learnt: it plainly
   fits, however little the CV tells;
2. essential requirements met, more first;
3. essential requirements partly met, and any silent ones with a statement near in meaning, more
   first;
4. essential requirements that the profile denies, fewer first;
5. optional requirements met, then partly met, more first;
6. essential requirements left open, fewer first;
7. the role's name and id.

Eleven CVs held against ESCO's 3,039 occupations, without the first point: the person's own
occupation came at place 83 (median) in this order, 88 without nearness, 142 by the mean of the
encoder's cosines. Short CVs name few of ESCO's skills: the first point matters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from bot.answering.draft import Draft
from bot.answering.records import record
from bot.german import content_stems
from bot.knowledge.profiles import RoleProfile
from bot.knowledge.roles import Role
from bot.matching.deciding.table import VERDICTS, Decided, Table, name_key
from bot.matching.deciding.texts import Language
from bot.matching.profile import Place, Profile
from bot.matching.report import Decision, ProfileQuote

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.matching.matcher import Matcher

MOST_NEXT = 8
MOST_STEPS = 6


@dataclass(frozen=True, slots=True)
class LeadingStep:
    """A stated career step to the role.

    Attributes:
        step: the contract's record of a career step, with its ``citation``.
        from_name: how answers call the role it starts from; None for a way in from outside.
        held: the job of the profile that is where the step starts; None where there is none.
    """

    step: dict[str, Any]
    from_name: str | None
    held: ProfileQuote | None


@dataclass(frozen=True, slots=True)
class RankedRole:
    """One role with what a profile meets of it, and what could come next. No score.

    Attributes:
        counts: how many requirements have each verdict, by relation, as in ``MatchReport``.
        near: silent requirements that a statement of the profile is near to.
        held: the job of the profile that is this role; None where there is none.
        to_learn: requirements that the profile denies or meets in part, the essential ones
            first; at most ``MOST_NEXT``.
        to_prove: requirements that the profile is silent about, those with something near first;
            at most ``MOST_NEXT``, with how many there are in ``counts``.
        steps: stated steps that lead to the role, those that start at a job of the profile first.
    """

    role: str
    role_name: str
    counts: dict[str, dict[str, int]]
    near: int
    held: ProfileQuote | None
    to_learn: tuple[Decision, ...]
    to_prove: tuple[Decision, ...]
    steps: tuple[LeadingStep, ...]

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types, keys in this order."""
        return asdict(self)


def rank(
    matcher: Matcher, profile: Profile, decided: Decided, limit: int, language: Language
) -> list[RankedRole]:
    """The roles that a profile fits best.

    Args:
        matcher: with all roles.
        profile: the person's.
        decided: what the matcher decided for the profile.
        limit: how many roles are returned at most.
        language: of reasons and questions.
    """
    table, jobs = matcher.table, _jobs(profile)
    counts, near = counted(table, decided)
    held = _held(table, jobs)
    order = _ordered(table, counts, near, held)[: max(limit, 0)]
    return [
        _ranked(matcher, profile, decided, number, int(near[number].sum()), held, language)
        for number in order
    ]


def counted(table: Table, decided: Decided) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Verdicts and near statements by role.

    Returns:
        Verdicts, shape (roles, 2 relations, 4 verdicts), in the order of ``RELATIONS`` and
        ``VERDICTS``; silent requirements with a near statement, shape (roles, 2 relations).
    """
    import numpy as np

    verdicts = np.full(len(table.demands), VERDICTS.index("unknown"), np.int64)
    for row, found in decided.outcomes.items():
        verdicts[row] = VERDICTS.index(found.verdict)
    near = np.zeros(len(table.demands), np.int64)
    near[list(decided.near)] = 1
    kinds, roles = len(VERDICTS), len(table.roles)
    slots = table.owners.astype(np.int64) * 2 + table.optional
    counts = np.bincount(slots * kinds + verdicts[table.rows], minlength=roles * 2 * kinds)
    near_by_slot = np.bincount(slots, weights=near[table.rows], minlength=roles * 2)
    return counts.reshape(roles, 2, kinds), near_by_slot.astype(np.int64).reshape(roles, 2)


def _ordered(
    table: Table,
    counts: NDArray[np.int64],
    near: NDArray[np.int64],
    held: Mapping[int, Place],
) -> list[int]:
    """Numbers of the roles in the order that the module tells."""
    import numpy as np

    is_held = np.zeros(len(table.roles), np.int64)
    is_held[list(held)] = 1
    met, partly, missing, unknown = (counts[:, 0, kind] for kind in range(len(VERDICTS)))
    keys = (
        -is_held, -met, -(partly + near.sum(axis=1)), missing, -counts[:, 1, 0], -counts[:, 1, 1],
        missing + unknown, table.alphabetical,
    )  # fmt: skip
    return [int(number) for number in np.lexsort(keys[::-1])]


def _ranked(
    matcher: Matcher,
    profile: Profile,
    decided: Decided,
    number: int,
    near: int,
    held: Mapping[int, Place],
    language: Language,
) -> RankedRole:
    role_id = matcher.table.roles[number]
    role = matcher.profiles[role_id]
    report = matcher.report_of(role, profile, decided, language)
    open_ones = [d for d in report.decisions if d.verdict in ("missing", "partly")]
    silent = [d for d in report.decisions if d.verdict == "unknown"]
    return RankedRole(
        role=role_id,
        role_name=report.role_name,
        counts=report.counts,
        near=near,
        held=_quote(profile, held.get(number)),
        to_learn=tuple(sorted(open_ones, key=_urgency)[:MOST_NEXT]),
        to_prove=tuple(sorted(silent, key=_urgency)[:MOST_NEXT]),
        steps=tuple(_steps(matcher, profile, role)),
    )


def _urgency(decision: Decision) -> tuple[bool, bool, bool]:
    """Essential before optional, denied before partly met, near before silent."""
    return (
        decision.requirement["relation"] != "essential",
        decision.verdict != "missing",
        not decision.evidence,
    )


def _steps(matcher: Matcher, profile: Profile, role: RoleProfile) -> list[LeadingStep]:
    """Steps to the role that sources state, those within reach first."""
    draft, jobs = Draft(matcher.view), _jobs(profile)
    found: list[LeadingStep] = []
    for step in dict.fromkeys(s for s in role.career if s.to_role == role.role.id):
        start = _role(matcher, step.from_role) if step.from_role else None
        place = _held_as(start, jobs) if start else None
        name = start.preferred_label if start else None
        found.append(LeadingStep(record(step, draft), name, _quote(profile, place)))
    found.sort(key=lambda leading: (leading.held is None, not _states_years(leading.step)))
    return found[:MOST_STEPS]


def _role(matcher: Matcher, role_id: str) -> Role:
    known = matcher.profiles.get(role_id)
    return known.role if known else Role.from_id(role_id)


def _states_years(step: dict[str, Any]) -> bool:
    return step["years_min"] is not None or step["years_max"] is not None


def _jobs(profile: Profile) -> list[tuple[frozenset[str], Place]]:
    """The stems of each job's title, with its place; of each occupation that was learnt, too."""
    learnt = [
        (one.subject, one.place)
        for one in profile.education
        if one.level == "apprenticeship" and one.finished and one.subject
    ]
    titled = [(job.title, job.place) for job in profile.work if job.title]
    named = ((frozenset(content_stems(title)), place) for title, place in (*learnt, *titled))
    return [(stems, place) for stems, place in named if stems]


def _held(table: Table, jobs: Sequence[tuple[frozenset[str], Place]]) -> dict[int, Place]:
    """Numbers of the roles that the profile names as a job, the latest named job last."""
    return {
        number: place for stems, place in jobs for number in table.named.get(name_key(stems), ())
    }


def _held_as(role: Role, jobs: Sequence[tuple[frozenset[str], Place]]) -> Place | None:
    """The job that has all words of one of the role's names."""
    names = {frozenset(content_stems(name)) for name in (role.preferred_label, *role.alt_labels)}
    return next((place for stems, place in jobs if stems in names), None)


def _quote(profile: Profile, place: Place | None) -> ProfileQuote | None:
    return None if place is None else ProfileQuote.first_line(profile, place)
