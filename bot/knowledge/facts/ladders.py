"""Career ladders written as lists or with arrows: one title a line, each a step above the last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.facts import CareerStep, Span
from bot.knowledge.facts.aligned import aligned
from bot.knowledge.facts.durations import Duration, durations
from bot.knowledge.facts.statements import Statement

_ARROW = re.compile(r"\s*(?:→|➔|➜|⇒|->|–>|=>|>|»)\s*")
_LADDER = re.compile(
    r"stufe|karriere|laufbahn|leiter|aufstieg|stationen|entwicklung|werdegang|weg|position"
)
_ALTERNATIVES = re.compile(
    r"spezialisierung|weiterbildung|moglichkeit|alternativ|fachrichtung|wechsel|einsatz|verwandt|"
    r"umstieg|richtung|quereinst|optionen|oder\b"
)


@dataclass(frozen=True, slots=True)
class _Rung:
    step_id: str
    years: Duration | None
    span: Span


def ladder_steps(statements: tuple[Statement, ...]) -> Iterator[CareerStep]:
    """Steps between neighbouring rungs of every ladder."""
    for statement in statements:
        if _ARROW.search(statement.text):
            yield from _climb(list(_arrow_rungs(statement)), _tail(statement))
    for items in _lists(statements):
        rungs = [_rung(item) for item in items]
        if len(rungs) >= 2 and all(rungs):
            yield from _climb([rung for rung in rungs if rung])


def _lists(statements: tuple[Statement, ...]) -> Iterator[list[Statement]]:
    """Neighbouring list items below a heading or lead-in that speaks of a career."""
    group: list[Statement] = []
    for statement in statements:
        if statement.is_item and _speaks_of_ladder(statement):
            if not statement.opens_paragraph and group and group[-1].section == statement.section:
                continue
            same = group and group[-1].section == statement.section
            if group and not (same and group[-1].lead_in == statement.lead_in):
                yield group
                group = []
            group.append(statement)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _speaks_of_ladder(statement: Statement) -> bool:
    frame = aligned(f"{statement.lead_in or ''} {statement.section.heading or ''}").folded
    lead_in = aligned(statement.lead_in or "").folded
    if _ALTERNATIVES.search(lead_in or frame):
        return False
    return "career" in statement.section_topics or bool(_LADDER.search(frame))


def _rung(statement: Statement) -> _Rung | None:
    """An item that opens with a title: "Senior Consultant (3 bis 5 Jahre)"."""
    first = statement.mentions[:1]
    if not first or first[0].start > 14 or _ARROW.search(statement.text):
        return None
    head = re.match(r"[^:]{3,40}:\s", statement.text)
    if head and any(m.start >= head.end() for m in statement.mentions):
        return None
    return _Rung(_id(statement, 0), _years(statement.text), statement.span)


def _id(statement: Statement, number: int) -> str:
    mention = statement.mentions[number]
    return f"{mention.level}-{mention.role_id}" if mention.level else mention.role_id


def _arrow_rungs(statement: Statement) -> Iterator[_Rung]:
    start = 0
    for part in _ARROW.split(statement.text):
        at = statement.text.find(part, start)
        inside = [
            n for n, m in enumerate(statement.mentions) if at <= m.start < at + max(1, len(part))
        ]
        if inside:
            yield _Rung(_id(statement, inside[-1]), _years(part), statement.span)
        start = at + len(part)


def _tail(statement: Statement) -> str | None:
    """What stands behind the last title of a step with an arrow: "X → Y: nach zwei Jahren"."""
    return statement.text[statement.mentions[-1].end :] if statement.mentions else None


def _years(text: str) -> Duration | None:
    stated = durations(aligned(text).folded)
    return stated[0] if stated else None


def _climb(rungs: Sequence[_Rung], tail: str | None = None) -> Iterator[CareerStep]:
    said = _years(tail) if tail and len(rungs) == 2 else None
    condition = re.search(r"\b(?:wenn|sofern|sobald|falls|mit|nach bestandener) [^.;]+", tail or "")
    special = bool(re.search(r"[Ss]pezialisier|Fachlaufbahn", tail or ""))
    for lower, upper in pairwise(rungs):
        years = said or lower.years
        yield CareerStep(
            from_role=lower.step_id,
            to_role=upper.step_id,
            kind="specialisation" if special else "promotion",
            years_min=years.years_min if years else None,
            years_max=years.years_max if years else None,
            conditions=(condition.group(),) if condition else (),
            span=upper.span,
        )
