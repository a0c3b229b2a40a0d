"""Lengths of time in German text: "drei bis sieben Jahre", "mindestens 18 Monate", "3-jährig"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORDS = {
    "halb": 0.5,
    "anderthalb": 1.5,
    "eineinhalb": 1.5,
    "zweieinhalb": 2.5,
    "dreieinhalb": 3.5,
    "ein": 1,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "funf": 5,
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "neun": 9,
    "zehn": 10,
    "elf": 11,
    "zwolf": 12,
    "funfzehn": 15,
    "sechzehn": 16,
    "achtzehn": 18,
    "vierundzwanzig": 24,
    "zwanzig": 20,
}
_BY_LENGTH = "|".join(sorted(_WORDS, key=len, reverse=True))
_NUMBER = rf"(?:\d+(?:,\d+)?|(?:{_BY_LENGTH})(?:e[nmrs]?)?)"
_RANGE = re.compile(
    rf"(?P<least>mindestens|mind|wenigstens|fruhestens(?: nach)?|ab|uber|mehr als|"
    rf"minimum)?\s*(?:als\s+)?"
    rf"(?P<most>hochstens|maximal|bis zu|bis|unter|weniger als)?\s*"
    rf"(?:(?P<first>{_NUMBER})\s*(?:-|bis|oder|und)\s*(?:zu\s+)?)?(?<![\d,])(?P<last>{_NUMBER})"
    r"(?P<plus>\s*\+)?\s*-?\s*(?:(?:volle|weitere|gute)[nr]?\s+)?"
    r"(?P<unit>(?:berufs|dienst|praxis|kalender)?jahr(?:e[nrs]?)?|monat(?:e[ns]?)?|j(?:a|"
    r"ae)hrig\w*)\b"
)


@dataclass(frozen=True, slots=True)
class Duration:
    """Years at ``start`` to ``end`` of the folded text; None where a side is open."""

    years_min: float | None
    years_max: float | None
    start: int
    end: int

    @property
    def months(self) -> int | None:
        """The least that is stated, in months."""
        return None if self.years_min is None else round(self.years_min * 12)


def durations(folded: str) -> list[Duration]:
    """Lengths of time stated in a folded text, in order; "mehrjährig" states none."""
    return [_duration(match) for match in _RANGE.finditer(folded)]


def _duration(match: re.Match[str]) -> Duration:
    last = _value(match["last"])
    first = _value(match["first"]) if match["first"] else last
    if match["unit"].startswith("monat"):
        first, last = first / 12, last / 12
    low: float | None = min(first, last)
    high: float | None = max(first, last)
    if (match["least"] and not match["first"]) or match["plus"]:
        high = None
    elif match["most"] and not match["first"]:
        low = None
    return Duration(low, high, match.start(), match.end())


def _value(word: str) -> float:
    if word[0].isdigit():
        return float(word.replace(",", "."))
    return next(
        v for w, v in sorted(_WORDS.items(), key=lambda p: -len(p[0])) if word.startswith(w)
    )
