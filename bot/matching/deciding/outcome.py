"""What a rule says about a requirement, before it is written out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.facts import Requirement, RequirementKind
from bot.matching.profile import Place
from bot.matching.report import Verdict

RULES_VERSION = "2026-11-4"
"""Rises whenever a rule decides differently; kept with every report."""


@dataclass(frozen=True, slots=True)
class Demand:
    """A requirement as the rules read it.

    Attributes:
        label: in the source's words.
        sentence: what it was read from; tells what the label leaves out.
        months: the least length of experience; None where no length is stated.
    """

    kind: RequirementKind
    label: str
    months: int | None
    sentence: str


def demand_of(requirement: Requirement, sentence: str) -> Demand:
    """A requirement as the rules read it.

    Args:
        requirement: the fact.
        sentence: what it was read from.
    """
    return Demand(requirement.kind, requirement.label, requirement.months_of_experience, sentence)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict with its evidence.

    Attributes:
        places: what says so in the profile; never empty unless the verdict is "unknown".
        rule: name of the rule, stable between versions; also names its reason in ``texts``.
        values: what the reason mentions, such as months.
    """

    verdict: Verdict
    places: tuple[Place, ...]
    rule: str
    values: dict[str, str | int] = field(default_factory=dict)


MOST_QUOTES = 3


def outcome(
    verdict: Verdict, rule: str, places: Sequence[Place] = (), **values: str | int
) -> Outcome:
    """An outcome with its quotes in reading order, each once, at most ``MOST_QUOTES``."""
    distinct = list(dict.fromkeys(places))[:MOST_QUOTES]
    return Outcome(verdict, tuple(sorted(distinct, key=lambda p: (p.start, p.end))), rule, values)


SILENT = Outcome("unknown", (), "silent")
"""The profile doesn't say anything about it."""

_ORDER = {"met": 3, "partly": 2, "missing": 1, "unknown": 0}


def any_of(outcomes: Sequence[Outcome]) -> Outcome:
    """Alternatives: one that is met is enough; missing only where all are."""
    best = max(outcomes, key=lambda o: _ORDER[o.verdict])
    if best.verdict == "missing" and any(o.verdict == "unknown" for o in outcomes):
        return next(o for o in outcomes if o.verdict == "unknown")
    return best


def all_of(outcomes: Sequence[Outcome]) -> Outcome:
    """Parts that are asked for together: partly where only some are met."""
    verdicts = {o.verdict for o in outcomes}
    places = [place for o in outcomes for place in o.places if o.verdict != "unknown"]
    if len(outcomes) == 1 or verdicts == {"unknown"}:
        return outcomes[0]
    if len(verdicts) == 1:
        return outcome(outcomes[0].verdict, outcomes[0].rule, places, **outcomes[0].values)
    if verdicts <= {"unknown", "missing"}:
        return next(o for o in outcomes if o.verdict == "missing")
    return outcome("partly", "some_parts", places)
