"""Which rule family decides a requirement."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Literal

from bot.german import fold
from bot.matching.deciding import education, experience, languages, mobility, skills
from bot.matching.deciding.outcome import Demand, Outcome, any_of
from bot.matching.deciding.statements import Statement
from bot.matching.profile import Profile

Family = Literal["education", "experience", "language", "mobility", "skill", "skill_or_experience"]

_EXPERIENCE = re.compile(r"erfahrung|experience|praxis\b")


def decide(demand: Demand, profile: Profile, said: Sequence[Statement]) -> Outcome:
    """What a profile says about one requirement. Deterministic; reads nothing else.

    Args:
        demand: the requirement.
        profile: the profile.
        said: ``statements(profile)``.
    """
    family = family_of(demand)
    if family == "education":
        return education.decide(demand, profile, said)
    if family == "experience":
        return experience.decide(demand, profile, said)
    if family == "language":
        return languages.decide(demand, profile, said)
    if family == "mobility":
        return mobility.decide(demand, profile, said)
    found = skills.decide(demand, said)
    if family == "skill_or_experience" and found.verdict == "unknown":
        return any_of([experience.decide(demand, profile, said), found])
    return found


@functools.lru_cache(maxsize=50_000)
def family_of(demand: Demand) -> Family:
    """The rules that a requirement is for; its words tell where its kind is too wide."""
    if demand.kind in ("education", "language", "mobility"):
        return demand.kind
    if demand.kind == "experience" or demand.months is not None:
        return "experience"
    if mobility.matter_of(fold(demand.label)) == "licence":
        return "mobility"
    if languages.is_all(demand.label):
        return "language"
    return "skill_or_experience" if _EXPERIENCE.search(fold(demand.label)) else "skill"
