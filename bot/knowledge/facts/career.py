"""Ways from one role to another, with the years before and the conditions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from bot.facts import CareerStep
from bot.knowledge.facts.aligned import Aligned, aligned
from bot.knowledge.facts.career_roles import MOVES, becomes, role_pairs, step_id
from bot.knowledge.facts.durations import Duration, durations
from bot.knowledge.facts.ladders import ladder_steps
from bot.knowledge.facts.statements import Statement

Kind = Literal["promotion", "move", "specialisation"]


_SPECIALISES = re.compile(
    r"\bspezialisier\w*|\bfachweiterbildung\w*|\bzusatzausbildung\w*|\bzusatzqualifikation\w*|"
    r"\bfachkarriere\w*|\bexperten(?:laufbahn|karriere)\b"
)


_TRAINING = re.compile(
    r"\b(?:weiter|fort|aufstiegsfort)bildung\w*|\bweiterbilden\b|"
    r"\bqualifizier\w*"
)


_LEADS = re.compile(
    r"(?:leiter|leitung|meister|lead|head|director|direktor|chef|manager|fachwirt|betriebswirt|"
    r"geschaeftsfuehrer|techniker|partner|vorstand|officer|polier|senior|principal)"
)


_CONDITION_NOUN = re.compile(
    r"erfahrung|weiterbildung|fortbildung|erfolg|leistung|abschluss|studium|prufung|zertifi|"
    r"fuhrung|kenntnis|eignung|qualifi|ausbildung|engagement|ergebnis|seminar|lehrgang|schein|"
    r"eigenkapital|bewahrung|kompetenz|nachweis|netzwerk|verantwortung|praxis"
)


_OTHER_SECTIONS = {"salary", "duties", "company"}


def career_steps(statements: tuple[Statement, ...]) -> tuple[CareerStep, ...]:
    """Every step that the sentences and lists state, in reading order.

    A step is there twice where a later sentence adds years or conditions.
    """
    found: list[CareerStep] = []
    steps = (*_in_sentences(statements), *ladder_steps(statements))
    for step in sorted(steps, key=lambda step: (step.span.start, step.to_role)):
        same = [s for s in found if (s.from_role, s.to_role) == (step.from_role, step.to_role)]
        if step.from_role != step.to_role and (not same or _tells_more(step, same)):
            found.append(step)
    return tuple(found)


def _tells_more(step: CareerStep, earlier: Sequence[CareerStep]) -> bool:
    """Whether a step states years or conditions that no earlier sentence has for it."""
    years = (step.years_min, step.years_max)
    new_years = years != (None, None) and all((s.years_min, s.years_max) != years for s in earlier)
    return new_years or bool(set(step.conditions) - {c for s in earlier for c in s.conditions})


def _in_sentences(statements: tuple[Statement, ...]) -> Iterator[CareerStep]:
    for statement in statements:
        heading = aligned(statement.section.heading or "").folded
        if statement.text.endswith("?") or not statement.mentions:
            continue
        if re.search(r"\bbewerb", f"{heading} {aligned(statement.text).folded}"):
            continue
        yield from _steps(statement)


def _steps(statement: Statement) -> Iterator[CareerStep]:
    sentence = aligned(statement.text)
    folded = sentence.folded
    in_career = "career" in statement.section_topics or "career" in statement.topics
    turns = bool(becomes(statement)) and len({step_id(m) for m in statement.mentions}) > 1
    if not in_career and not _explicit(folded) and not turns:
        return
    elsewhere = bool(set(statement.section_topics[:1]) & _OTHER_SECTIONS)
    if elsewhere and not _explicit(folded) and not turns:
        return
    pairs = list(role_pairs(statement, sentence))
    years = _years(folded)
    conditions = _conditions(sentence)
    for from_role, to_role in pairs:
        yield CareerStep(
            from_role=from_role,
            to_role=to_role,
            kind=_kind(folded, from_role, to_role),
            years_min=years.years_min if years else None,
            years_max=years.years_max if years else None,
            conditions=conditions,
            span=statement.span,
        )


def _explicit(folded: str) -> bool:
    return bool(
        re.search(
            r"\baufstieg\w*|\baufsteig\w*|\bsteig(?:t|en)\b.*\bauf\b|\bbefordert\b|"
            r"\bbeforderung\b|"
            r"\bkarriere\w*|\bzwischenstufe\b|\bvo(?:m|n der) .*\bzu[mr]\b|\bquereinst\w*|"
            r"\bruck(?:t|en)\b.*\bauf\b|\bpromoted\b|\bbecomes?\b|"
            r"\bwechsel\w* (?:\w+ ){0,6}als\b|\bnach dem studium als\b|\bals \w+ angefangen\b|"
            r"\bin den beruf als\b|\b(?:beginn|start)\w* (?:\w+ ){0,6}als\b|"
            r"\b(?:weiter|fort)bildung zu[mr]\b|\bspezialisier\w*|\bweiterentwick\w*|"
            r"\bwechsel\w* (?:\w+ ){0,5}(?:zu[mr]|in die)\b",
            folded,
        )
    )


def _kind(folded: str, from_role: str | None, to_role: str) -> Kind:
    if re.search(r"\bquereinst\w*", folded) or from_role is None:
        return "move"
    if _SPECIALISES.search(folded):
        return "specialisation"
    if _TRAINING.search(folded) and not _LEADS.search(to_role):
        return "specialisation"
    upward = re.search(
        r"\baufstieg\w*|\baufsteig\w*|\bbeforder\w*|\bsteig(?:t|en)\b.*\bauf\b|"
        r"\bkarriere\w*",
        folded,
    )
    if MOVES.search(folded) and not upward:
        return "move"
    return "promotion"


def _years(folded: str) -> Duration | None:
    """How long one stays before the step; "drei Jahre voraus" and an age are none."""
    for duration in durations(folded):
        after = folded[duration.end : duration.end + 24]
        if re.match(r"\s*(?:alt|voraus|lange ausbildung)", after):
            continue
        long = re.search(r"\bjahrig", folded[duration.start : duration.end])
        if long and not re.match(r"\w*\s+(?:berufs)?(?:erfahrung|tatigkeit|praxis)", after):
            continue
        return duration
    return None


def _conditions(sentence: Aligned) -> tuple[str, ...]:
    """What the step takes, in the sentence's words."""
    text = sentence.text
    found: list[str] = []
    for match in re.finditer(
        r"\b(?:wenn|sobald|sofern|falls|vorausgesetzt)\b,? (?P<what>[^,;.]+(?:, (?:die|der|"
        r"das|deren)[^,;.]+)?)",
        text,
        re.IGNORECASE,
    ):
        found.append(match.group().strip())
    for match in re.finditer(
        r"\b(?:muss|müssen|mussen|erfordert|verlangt|braucht|brauchen|benötigt|benötigen|setzt|"
        r"Voraussetzung(?:en)? (?:dafür |hierfür )?(?:ist|sind)|nötig (?:ist|sind)) "
        r"(?P<what>[^;.]+)",
        text,
    ):
        found.append(match["what"].strip())
    if not found:
        # A hyphen at the end waits for the next word: "Ausbildungs- oder Studienabschluss".
        for match in re.finditer(
            r"\b(?:mit|nach|durch|bei|über|dank) (?P<what>(?:[^\s,;.]+ "
            r"){0,5}?[^\s,;.]+)(?<!-)(?=[,;.]| (?:zum|zur|ist|sind|"
            r"kann|können|wird|werden|steig|führt|folgt|oder|rück|auf)\b|$)",
            text,
        ):
            what = match["what"]
            if _CONDITION_NOUN.search(aligned(what).folded):
                found.append(match.group().strip())
    return tuple(dict.fromkeys(found))
