"""Career steps of all profiles as one ladder: what leads to a role, and what comes after it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answering.context import Context
from bot.facts import CareerStep
from bot.german import words
from bot.index.view import IndexView
from bot.knowledge.facts.aligned import Aligned
from bot.knowledge.facts.durations import durations
from bot.knowledge.profiles import RoleProfile

FARTHEST = 4
"""Steps before or after the role asked about; further ones are another career."""

_LEVELS = {"junior": "Junior", "senior": "Senior", "lead": "Lead", "mid": ""}
_SMALL = frozenset({"of", "and", "for", "und", "für", "der", "des", "in", "im"})


@dataclass(frozen=True, slots=True)
class Step:
    """Everything that the sources say of one step.

    Attributes:
        records: newest source first.
    """

    from_role: str | None
    to_role: str
    records: tuple[CareerStep, ...]

    @property
    def states_years(self) -> bool:
        """Whether a source says how long it takes."""
        return any(r.years_min or r.years_max for r in self.records)

    @property
    def telling(self) -> list[CareerStep]:
        """Its records, those with years first, then those with conditions."""
        return sorted(
            self.records,
            key=lambda r: (not (r.years_min or r.years_max), not r.conditions),
        )


def all_steps(profiles: Iterable[RoleProfile]) -> list[Step]:
    """Every step between two roles that a source tells of, without repeats."""
    found: dict[tuple[str, str], dict[CareerStep, None]] = {}
    for profile in profiles:
        for record in profile.career:
            if record.from_role and record.from_role != record.to_role:
                found.setdefault((record.from_role, record.to_role), {})[record] = None
    return [Step(start, end, tuple(records)) for (start, end), records in found.items()]


def grouped(steps: Sequence[Step]) -> list[Step]:
    """Steps that start at one role and are told by the same sentences, made one."""
    groups: dict[object, list[Step]] = {}
    for step in steps:
        key = (step.from_role, frozenset(record.span for record in step.records))
        groups.setdefault(key, []).append(step)
    return [
        Step(
            group[0].from_role,
            group[0].to_role,
            tuple(dict.fromkeys(record for step in group for record in step.records)),
        )
        for group in groups.values()
    ]


def onward(steps: Sequence[Step], role_id: str) -> list[Step]:
    """The steps from a role upwards, nearest first."""
    distance = _distances(steps, role_id, forward=True)
    kept = [step for step in steps if step.from_role in distance]
    return _climbing([s for s in kept if s.to_role != role_id], kept)


def toward(steps: Sequence[Step], role_id: str) -> list[Step]:
    """The steps that lead up to a role, lowest first."""
    distance = _distances(steps, role_id, forward=False)
    kept = [step for step in steps if step.to_role in distance]
    return _climbing([s for s in kept if s.from_role != role_id], kept)


def between(steps: Sequence[Step], start: str, end: str) -> list[Step]:
    """The steps on any way from one role to the other, lowest first."""
    after = _distances(steps, start, forward=True)
    before = _distances(steps, end, forward=False)
    kept = [s for s in steps if s.from_role in after and s.to_role in before]
    return _climbing([s for s in kept if s.from_role != end and s.to_role != start], kept)


def label_of(role_id: str, records: Sequence[CareerStep], context: Context) -> str:
    """How an answer calls a role: by the catalogue, else as the sources write it."""
    known = {role.id: role.preferred_label for role in context.catalogue.roles}
    if role_id in known:
        return known[role_id]
    if role_id in context.catalogue.occupations:
        return context.catalogue.get(role_id).preferred_label
    level, _, base = role_id.partition("-")
    if level in _LEVELS and base in known:
        return f"{_LEVELS[level]} {known[base]}".strip()
    sources = context.view.sources
    return written_label(
        role_id, (sources[r.span.source_id].text[r.span.start : r.span.end] for r in records)
    )


def written_label(role_id: str, quotes: Iterable[str]) -> str:
    """How one of the quotes writes a role, else the words of its id with capitals."""
    parts = role_id.split("-")
    for quote in quotes:
        tokens = re.sub(r"[^\w\s/&:*-]", " ", quote).split()
        for at in range(len(tokens) - len(parts) + 1):
            written = " ".join(tokens[at : at + len(parts)])
            if words(written) == parts:
                return written
    return " ".join(part if part in _SMALL else part.capitalize() for part in parts)


def span_of_years(record: CareerStep, view: IndexView) -> str:
    """How long a step takes, exactly as its sentence writes it; empty where it doesn't say."""
    sentence = Aligned(
        view.sources[record.span.source_id].text[record.span.start : record.span.end]
    )
    stated = durations(sentence.folded)
    fitting = [
        d for d in stated if (d.years_min, d.years_max) == (record.years_min, record.years_max)
    ]
    for duration in fitting or stated:
        return sentence.words_of(sentence.covered(duration.start, duration.end))
    return ""


def _distances(steps: Sequence[Step], role_id: str, *, forward: bool) -> dict[str | None, int]:
    """Roles within ``FARTHEST`` - 1 steps of a role, with how many steps off they are."""
    found: dict[str | None, int] = {role_id: 0}
    ring: set[str | None] = {role_id}
    for distance in range(1, FARTHEST):
        ends = {
            (s.to_role if forward else s.from_role)
            for s in steps
            if (s.from_role if forward else s.to_role) in ring
        }
        ring = {end for end in ends if end not in found}
        found.update(dict.fromkeys(ring, distance))
    return found


def _climbing(steps: Sequence[Step], ladder: Sequence[Step]) -> list[Step]:
    """Steps by the height of the role they reach, one that skips a rung after the single ones."""
    height: dict[str | None, int] = {}
    for _ in range(len(ladder) + 1):  # longest way; a circle ends with the rounds
        for step in ladder:
            low = height.get(step.from_role, 0)
            if low < len(ladder):
                height[step.to_role] = max(height.get(step.to_role, 0), low + 1)
    return sorted(
        steps, key=lambda s: (height.get(s.to_role, 0), -height.get(s.from_role, 0), s.to_role)
    )
