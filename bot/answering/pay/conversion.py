"""Amounts for another period than their source states them for: computed, and marked so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.facts import Period, SalaryFigure
from bot.knowledge.facts.patterns import german

Rule = Literal["year_to_month", "month_to_year", "hour_to_month", "hour_to_year"]

MONTHS = 12
WEEKS = 52

_NUMBER = r"(?P<{name}>1[2-4]|zwölf|dreizehn|vierzehn)"
_SALARIES = german(
    rf"\b{_NUMBER.format(name='times')}[ -]?(?:mal|x)\b|"
    rf"\b{_NUMBER.format(name='count')} (?:brutto)?(?:monats)?(?:gehälter|gehältern|löhne|löhnen)\b"
)
_THIRTEENTH = german(
    r"\b(?:1[34]\.|dreizehnte\w*|vierzehnte\w*) (?:monats)?(?:gehalt|gehälter|lohn)\w*|"
    r"\b1[34]th (?:monthly )?salary\b"
)
_HOURS = german(
    r"(?P<hours>\d{2}(?:,\d)?)[ -](?:stunden|hours?)(?:[ -]?woche\b| (?:in der|pro|je|die|per|"
    r"a) (?:woche|week)\b)|\bwochenarbeitszeit von (?P<week>\d{2}(?:,\d)?) stunden"
)
_WORDS = {"zwölf": 12, "zwoelf": 12, "dreizehn": 13, "vierzehn": 14}


@dataclass(frozen=True, slots=True)
class Converted:
    """A figure for another period.

    Attributes:
        period: that period.
        min, max: in the figure's currency, rounded to cents; None where the figure has none.
        rule: how it was computed.
        factor: salaries a year, or hours a week, that the rule uses.
    """

    period: Period
    min: float | None
    max: float | None
    rule: Rule
    factor: float


def converted(
    figure: SalaryFigure, period: Period, *, quote: str = "", around: str = ""
) -> Converted | None:
    """The figure for another period; None where that takes more than the source says.

    Year and month are twelve to one, unless the figure's own sentence states 13 or 14 salaries.
    Where only text around it speaks of more than twelve, nobody knows whether they are in: None.
    Hours become months and years only with the hours a week that the sentence states, at 52
    weeks a year; days never.

    Args:
        figure: as its source states it.
        period: the one that is asked for.
        quote: the figure's sentence.
        around: the text it stands in.
    """
    low, high = bounds(figure)
    if figure.period is None or figure.period == period:
        return None
    if {figure.period, period} == {"month", "year"}:
        salaries = stated_salaries(quote)
        if salaries is None and speaks_of_more(f"{quote} {around}"):
            return None
        count = salaries or MONTHS
        if period == "month":
            return _times(low, high, 1 / count, period, "year_to_month", count)
        return _times(low, high, count, period, "month_to_year", count)
    hours = stated_hours(quote)
    if figure.period != "hour" or hours is None or period == "day":
        return None
    if period == "year":
        return _times(low, high, hours * WEEKS, period, "hour_to_year", hours)
    return _times(low, high, hours * WEEKS / MONTHS, period, "hour_to_month", hours)


def bounds(figure: SalaryFigure) -> tuple[float | None, float | None]:
    """The least and the most of a figure; a mean or median alone is both."""
    single = figure.mean if figure.mean is not None else figure.median
    if figure.min is None and figure.max is None:
        return single, single
    return figure.min, figure.max


def stated_salaries(text: str) -> int | None:
    """How many salaries a year ``text`` states, 12 to 14; None where it states none."""
    match = _SALARIES.search(text)
    if match is None:
        return None
    written = (match["times"] or match["count"]).lower()
    return int(written) if written.isdigit() else _WORDS.get(written)


def speaks_of_more(text: str) -> bool:
    """Whether ``text`` speaks of a 13th or 14th salary."""
    return bool(_THIRTEENTH.search(text)) or (stated_salaries(text) or MONTHS) > MONTHS


def stated_hours(text: str) -> float | None:
    """Hours a week that ``text`` states; None where it states none."""
    match = _HOURS.search(text)
    if match is None:
        return None
    return float(re.sub(",", ".", match["hours"] or match["week"]))


def _times(
    low: float | None,
    high: float | None,
    by: float,
    period: Period,
    rule: Rule,
    factor: float,
) -> Converted:
    return Converted(
        period,
        None if low is None else round(low * by, 2),
        None if high is None else round(high * by, 2),
        rule,
        factor,
    )
