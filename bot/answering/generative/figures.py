"""Figures in a text with what they are said of: role, level, country, unit, kind of bound.

A real number of the wrong role with a real source is what goes wrong most often when a model
rewords, so a figure is compared with all that stands around it and not by its value alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Literal, TypeVar

from bot.answering.grounding import numbers_in
from bot.german import fold, stem
from bot.knowledge.facts.levels import levels_in
from bot.knowledge.roles import RoleCatalogue

Bound = Literal["least", "most"]

_DIGITS = re.compile(r"\d(?:[\d.,\u00a0\u202f ]*\d)?")
_NUMBER_WORDS: Mapping[str, int] = MappingProxyType(
    {
        word: value
        for value, names in {
            2: "zwei two", 3: "drei three", 4: "vier four", 5: "fünf funf five", 6: "sechs six",
            7: "sieben seven", 8: "acht eight", 9: "neun nine", 10: "zehn ten", 11: "elf eleven",
            12: "zwölf zwolf twelve", 15: "fünfzehn fifteen", 20: "zwanzig twenty",
            30: "dreißig dreissig thirty", 40: "vierzig forty", 50: "fünfzig fifty",
            100: "hundert hundred",
        }.items()
        for word in names.split()
    }
)  # fmt: skip
_WORD_FIGURE = re.compile(
    rf"\b(?P<word>{'|'.join(sorted(_NUMBER_WORDS, key=len, reverse=True))})"
    r"(?:j(?:ä|a)hrig\w*|monatig\w*|w(?:ö|o)chig\w*)?\b"
    # "Ein Studium" is no figure, "ein Jahr" and "ein bis drei Jahre" are.
    r"|\b(?P<one>ein(?:e[mnrs]?)?|one)(?=\s+(?:bis\s|to\s|jahr|monat|woche|tag\b|stunde|year|month))",
    re.IGNORECASE,
)

_UNITS: Mapping[str, str] = MappingProxyType(
    {
        "percent": r"%|prozent\w*|percent",
        "euro": r"€|euros?\b|eur\b",
        "dollar": r"\$|\w*dollars?\b|usd\b",
        "franc": r"chf\b|\w*franken\b|francs?\b",
        "pound": r"£|\w*pfund\b|gbp\b|pounds?\b",
        "thousand": r"tsd\b|tausend\b|thousand\b|teur\b|t€|k€|k\b",
        "million": r"mio\b|million\w*|mrd\b|milliarde\w*|billion\w*",
        "year": r"jahr\w*|jähr\w*|\w*jährig\w*|years?\b|yearly|annual\w*|p\.\s?a\.",
        "month": r"monat\w*|\w*monatig\w*|months?\b|monthly",
        "week": r"woche\w*|wöch\w*|weeks?\b|weekly",
        "day": r"tage?n?s?\b|tagess\w*|täglich\w*|days?\b|daily",
        "hour": r"stunde\w*|stündlich\w*|hours?\b|hourly",
    }
)
_UNIT = re.compile(
    "|".join(
        rf"(?P<{name}>{'(?<!' + chr(92) + 'w)'}(?:{pattern}))" for name, pattern in _UNITS.items()
    ),
    re.IGNORECASE,
)
UNIT_REACH = 45
"""Characters behind a number within which its unit stands: "50.000 bis rund 60.000 Euro"."""

_COUNTRIES: Mapping[str, str] = MappingProxyType(
    {
        "DE": r"deutschland\w*|bundesweit\w*|germany",
        "AT": r"österreich\w*|austria\w*",
        "CH": r"schweiz\w*|switzerland|swiss",
        "US": r"usa\b|us\b|u\.s\.\w*|vereinigte\w* staaten|amerika\w*|united states|america\w*",
        "GB": r"großbritannien|england|vereinigte\w* königreich\w*|united kingdom|britain|uk\b",
    }
)
_COUNTRY = re.compile(
    "|".join(rf"(?P<{code}>\b(?:{pattern}))" for code, pattern in _COUNTRIES.items()), re.IGNORECASE
)

_ABOUT = r"(?:rund|etwa|ca\.?|circa|ungefähr|weit|deutlich|about|around)"
_BOUND = re.compile(
    rf"(?:(?P<most>bis zu|höchstens|maximal|up to|at most|no more than)"
    rf"|(?P<least>mindestens|wenigstens|über|oberhalb von|mehr als|ab|at least|more than|over))"
    rf"\s+(?:{_ABOUT}\s+)*$",
    re.IGNORECASE,
)
_NOUN = re.compile(r"[\s\u00a0]*(?:bis|-|–|und|to)?[\s\u00a0]*([A-ZÄÖÜ][^\W\d_]{2,})")

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what stands around it; None where nothing does.

    Attributes:
        value: 70000 for "70.000", 3 for "drei" and "dreijährig".
        role: id of the catalogue's role named last before it, else of the only one behind it.
        level: "junior", "mid", "senior" or "lead", found in the same way.
        country: ISO 3166, found in the same way.
        unit: what is counted or paid: "euro", "year", "percent" …
        bound: "least" and "most" for "über" and "bis zu".
        noun: stem of the noun right behind it.
    """

    value: Decimal
    role: str | None
    level: str | None
    country: str | None
    unit: str | None
    bound: Bound | None
    noun: str | None


def figures_in(text: str, catalogue: RoleCatalogue) -> list[Figure]:
    """Every figure of a sentence in order, number words included."""
    places = _places(text)
    levels = [(mention.start, str(mention.level)) for mention in levels_in(text)]
    countries = countries_in(text)
    return [
        Figure(
            value=value,
            role=_role_at(text, start, catalogue),
            level=_in_force(levels, start),
            country=_in_force(countries, start),
            unit=_unit_behind(text, end),
            bound=_bound_before(text, start),
            noun=stem(fold(match[1])) if (match := _NOUN.match(text, end)) else None,
        )
        for start, end, value in places
    ]


def has_figure(text: str) -> bool:
    """Whether ``text`` states any number, in digits or words."""
    return bool(_places(text))


def countries_in(text: str) -> list[tuple[int, str]]:
    """Countries that ``text`` names: where, and their ISO 3166 codes."""
    return [(m.start(), m.lastgroup) for m in _COUNTRY.finditer(text) if m.lastgroup]


def units_in(text: str) -> frozenset[str]:
    """Names of the units that occur in ``text``."""
    return frozenset(match.lastgroup for match in _UNIT.finditer(text) if match.lastgroup)


def _places(text: str) -> list[tuple[int, int, Decimal]]:
    digits = [
        (match.start(), match.end(), value)
        for match in _DIGITS.finditer(text)
        for value in numbers_in(match.group())
    ]
    in_words = [
        (match.start(), match.end(), Decimal(_NUMBER_WORDS.get((match["word"] or "").lower(), 1)))
        for match in _WORD_FIGURE.finditer(text)
    ]
    return sorted(digits + in_words)


def _role_at(text: str, position: int, catalogue: RoleCatalogue) -> str | None:
    before = catalogue.mentions(text[:position])
    if before:
        return before[-1].role_id
    behind = {mention.role_id for mention in catalogue.mentions(text[position:])}
    return behind.pop() if len(behind) == 1 else None


def _in_force(mentions: Sequence[tuple[int, _T]], position: int) -> _T | None:
    """What was named last before ``position``, else the only thing named at all."""
    before = [value for start, value in mentions if start < position]
    if before:
        return before[-1]
    values = {value for _, value in mentions}
    return values.pop() if len(values) == 1 else None


def _unit_behind(text: str, end: int) -> str | None:
    match = _UNIT.search(text, end, end + UNIT_REACH)
    return match.lastgroup if match else None


def _bound_before(text: str, start: int) -> Bound | None:
    match = _BOUND.search(text[max(0, start - 40) : start])
    if match is None:
        return None
    # "40.000 bis zu 60.000" is a range.
    if re.search(r"\d[^.!?\d]{0,12}$", text[: max(0, start - 40) + match.start()]):
        return None
    return "most" if match["most"] else "least"
