"""Words that state a level of seniority, and where they stand."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from bot.facts import Seniority
from bot.knowledge.facts.patterns import german

_PATTERNS: tuple[tuple[Seniority, str], ...] = (
    (
        "junior",
        r"junior\w*|(?:berufs|quer)?einsteiger\w*|berufsanfänger\w*|anfänger\w*|"
        r"(?:berufs)?einstiegs\w+|(?:berufs)?einstieg\b|anfangs(?:gehalt|gehält|verdienst)\w*|"
        r"start(?:gehalt|gehält)\w*|(?:hochschul|uni|bachelor|master|studien)?absolvent\w*|"
        r"berufsneuling\w*|berufsstart(?:er)?\w*|entry[ -]level|zum start\b|"
        r"(?:direkt )?nach dem studium|am anfang\b(?! de)|anfangs\b|(?:im ersten berufsjahr|"
        r"in den ersten (?:berufs)?jahren)\b|"
        r"zu beginn der (?:laufbahn|karriere)|ohne berufserfahrung|mit (?:wenig|geringer) "
        r"(?:berufs)?erfahrung|neu (?:in (?:die|der|den) (?:rolle|position|beruf|job)|im beruf)|"
        r"steigt (?:\w+ ){0,3}mit|steigen (?:\w+ ){0,3}mit",
    ),
    (
        "senior",
        r"senior\w*|(?:sehr |besonders )?erfahrene[nrsm]?\b(?: professionals?\b)?|erfahren\b|"
        r"routinierte\w*|(?:mit|nach|bei) (?:langer|langjähriger|viel|großer|umfangreicher|"
        r"umfassender|reicher) (?:\w+ )?(?:berufs)?(?:erfahrung|praxis)|"
        r"(?:mit|nach) vielen (?:berufs)?jahren|langjährige\w*",
    ),
    (
        "mid",
        r"mid[ -]?(?:level|senior)\b|professionals?\b|berufserfahrene?\w*|"
        r"(?:mit|nach|bei) (?:einigen|ein paar|mehreren|wenigen) (?:berufs)?jahren\b|"
        r"mit (?:etwas|einiger|mehrjähriger|mittlerer|solider) (?:\w+ )?"
        r"(?:berufs)?(?:erfahrung|praxis)",
    ),
    (
        "lead",
        r"lead\b|(?:mit|samt|plus) (?:\w+ )?(?:personal|führungs|team|leitungs)\w*verantwortung|"
        r"in (?:leitender|führender) (?:position|funktion|stellung)|"
        r"in (?:führungs|leitungs)position\w*|in der (?:teamleitung|leitung)|(?:gruppe|team|"
        r"abteilung)n? (?:leitet|führt)\b|teamlead\b|"
        r"leitende[nrsm]?\b",
    ),
)
_LEVEL = german("|".join(rf"(?P<{level}>(?<![^\W_])(?:{pattern}))" for level, pattern in _PATTERNS))


@dataclass(frozen=True, slots=True)
class LevelMention:
    """A level stated at ``start`` to ``end`` of a text."""

    level: Seniority
    start: int
    end: int


def levels_in(text: str) -> list[LevelMention]:
    """Levels of seniority that ``text`` states, in order."""
    return list(_found(text))


def _found(text: str) -> Iterator[LevelMention]:
    for match in _LEVEL.finditer(text):
        level = next(name for name, _ in _PATTERNS if match[name])
        yield LevelMention(level, match.start(), match.end())


# Every question asks it of every sentence at hand, and those stay the same.
@functools.lru_cache(maxsize=20_000)
def level_of(text: str) -> Seniority | None:
    """The one level that ``text`` states; None where it states none or several."""
    levels = {mention.level for mention in levels_in(text)}
    return levels.pop() if len(levels) == 1 else None
