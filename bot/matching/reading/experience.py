"""Lengths of experience as sentences state them: "fünf Jahre", "over ten years"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBERS = {
    "ein": 1, "eine": 1, "einem": 1, "einer": 1, "einen": 1, "one": 1, "a": 1, "an": 1,
    "zwei": 2, "two": 2, "drei": 3, "three": 3, "vier": 4, "four": 4, "fünf": 5, "fuenf": 5,
    "five": 5, "sechs": 6, "six": 6, "sieben": 7, "seven": 7, "acht": 8, "eight": 8, "neun": 9,
    "nine": 9, "zehn": 10, "ten": 10, "elf": 11, "eleven": 11, "zwölf": 12, "zwoelf": 12,
    "twelve": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "fifteen": 15, "sechzehn": 16,
    "siebzehn": 17, "achtzehn": 18, "eighteen": 18, "neunzehn": 19, "zwanzig": 20, "twenty": 20,
    "fünfundzwanzig": 25, "dreißig": 30, "thirty": 30, "vierzig": 40, "halb": 0.5, "half": 0.5,
    "anderthalb": 1.5, "eineinhalb": 1.5, "zweieinhalb": 2.5, "dreieinhalb": 3.5, "halbes": 0.5,
    "halben": 0.5, "thirteen": 13, "fourteen": 14, "sixteen": 16,
}  # fmt: skip
_WORD = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_LENGTH = re.compile(
    rf"(?<![\w.,/])(?:(?P<low>\d{{1,2}}(?:[.,]5)?|{_WORD})\s*(?:-|–|bis|to|oder|or)\s*)?"
    rf"(?P<number>\d{{1,3}}(?:[.,]5)?|(?:{_WORD}))\s?\+?[\s-]?(?P<half>(?:and\sa\shalf|einhalb)\s)?"
    r"(?:(?:volle|gute|weitere|ganze|full|whole|knapp\w*|more)[nr]?\s)?"
    r"(?P<unit>(?:berufs|dienst|praxis)?jahr(?:e[nrs]?)?|jährig\w*|monat(?:e[ns]?)?|"
    r"months?|years?|yrs?)\b['’]?",
    re.I,
)
_LESS = re.compile(
    r"(?:unter|weniger als|knapp|fast|beinahe|höchstens|maximal|bis zu|less than|under|"
    r"almost|nearly|up to)\s$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A length at ``start`` to ``end`` of a text, in months."""

    months: int
    start: int
    end: int


def stated_months(text: str) -> Stated | None:
    """The first length of time in ``text``; of a range the lower end.

    An age ("34 Jahre alt"), and a length that isn't reached ("knapp drei Jahre"), are none.
    """
    for match in _LENGTH.finditer(text):
        if re.match(r"\s?(?:alt|old|garantie|warranty)", text[match.end() :], re.I):
            continue
        if _LESS.search(text[: match.start()]):
            continue
        value = _value(match["low"] or match["number"]) + (0.5 if match["half"] else 0)
        is_month = match["unit"].lower().startswith("mon")
        months = round(value if is_month else value * 12)
        if 0 < months <= 720:
            return Stated(months, match.start(), match.end())
    return None


def _value(written: str) -> float:
    if written[0].isdigit():
        return float(written.replace(",", "."))
    return _NUMBERS[written.lower()]
