"""Computed career steps beside a match: from the person's own occupation, else the nearest ones.

Steps that sources state come first (``RankedRole.steps``). Only a classification's occupations
list their skills so that they can be counted against each other; for a role that articles alone
are about nothing is computed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from bot.answering.careers.computed_step import computed_record
from bot.answering.draft import Draft
from bot.knowledge.esco.paths import ComputedStep, SkillPaths
from bot.knowledge.roles import RoleCatalogue
from bot.matching.profile import Place, Profile
from bot.matching.report import MatchReport, ProfileQuote

MOST_COMPUTED = 3


@dataclass(frozen=True, slots=True)
class ComputedLeading:
    """A computed step to the role, or from it where the person is in it already.

    Attributes:
        step: the contract's record of a career step with its ``citation``, and ``computed``: the
            rule, both names, the shared skills and those to be added.
        held: the job of the profile that is where the step starts; None where there is none.
        already: skills to be added that the profile says all the same.
    """

    step: dict[str, Any]
    held: ProfileQuote | None
    already: tuple[str, ...]

    @property
    def from_name(self) -> str:
        """The title of the occupation that it starts from."""
        return str(self.step["computed"]["from_name"])

    @property
    def to_name(self) -> str:
        """The title of the occupation that it leads to."""
        return str(self.step["computed"]["to_name"])

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types, keys in this order."""
        return asdict(self)


def computed_steps(
    paths: SkillPaths,
    catalogue: RoleCatalogue,
    profile: Profile,
    report: MatchReport,
    held: ProfileQuote | None,
    draft: Draft,
) -> tuple[ComputedLeading, ...]:
    """At most ``MOST_COMPUTED`` steps, those from the person's occupations first.

    Args:
        paths: between a classification's occupations.
        catalogue: knows titles.
        profile: the person's.
        report: on the role that the steps lead to.
        held: the job of the profile that is the role; the steps then lead on from there.
        draft: cites what they are computed from.

    Raises:
        KeyError: the classification lacks the role.
    """
    role = report.role
    if held is not None:
        found = paths.steps_from(role, MOST_COMPUTED)
        return tuple(ComputedLeading(computed_record(s, draft), held, ()) for s in found)
    met = {d.requirement["label"] for d in report.decisions if d.verdict == "met"}
    own = dict(_own_occupations(profile, catalogue, paths))
    steps: dict[str, ComputedStep] = {}
    for start in own:
        step = paths.step(start, role) if start != role else None
        if step:
            steps[start] = step
    for step in paths.steps_to(role, MOST_COMPUTED):
        steps.setdefault(step.from_role, step)
    return tuple(
        ComputedLeading(
            computed_record(step, draft),
            ProfileQuote.first_line(profile, own[start]) if start in own else None,
            tuple(r.label for r in step.missing if r.label in met),
        )
        for start, step in list(steps.items())[:MOST_COMPUTED]
    )


def _own_occupations(
    profile: Profile, catalogue: RoleCatalogue, paths: SkillPaths
) -> Iterator[tuple[str, Place]]:
    """Occupations that the profile names as jobs or finished apprenticeships."""
    titled = [(job.title, job.place) for job in profile.work if job.title and not job.training]
    learnt = [
        (one.subject, one.place)
        for one in profile.education
        if one.level == "apprenticeship" and one.subject and one.finished
    ]
    for title, place in (*titled, *learnt):
        role_id = catalogue.id_of(title)
        if role_id is not None and role_id in paths:
            yield role_id, place
