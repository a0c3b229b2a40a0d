"""Amounts for another period: only by a rule that the source supports."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.pay.conversion import converted, stated_hours, stated_salaries
from bot.facts import SalaryFigure, Span

NOTHING: dict[str, Any] = dict.fromkeys(
    ["seniority", "mean", "median", "gross", "includes_variable", "country", "year", "year_basis",
     "branch", "bonus_share_min", "bonus_share_max", "company_car"]
)  # fmt: skip
YEARLY = SalaryFigure(
    **NOTHING, role="koch", min=36000.0, max=48000.0, statistic="range", currency="EUR",
    period="year", span=Span("s", 0, 10),
)  # fmt: skip


def test_a_year_has_twelve_months() -> None:
    made = converted(YEARLY, "month")
    assert made is not None
    assert (made.min, made.max, made.period) == (3000.0, 4000.0, "month")
    assert (made.rule, made.factor) == ("year_to_month", 12)


def test_a_lower_bound_stays_one() -> None:
    made = converted(replace(YEARLY, max=None, statistic="minimum"), "month")
    assert made is not None
    assert (made.min, made.max) == (3000.0, None)


def test_a_mean_is_converted_as_one_amount() -> None:
    made = converted(replace(YEARLY, min=None, max=None, mean=50000.0, statistic="mean"), "month")
    assert made is not None
    assert made.min == made.max == 4166.67


@pytest.mark.parametrize(
    ("quote", "yearly"),
    [
        ("3.000 Euro im Monat, und zwar vierzehnmal im Jahr.", 42000.0),
        ("3.000 Euro im Monat bei 13 Gehältern.", 39000.0),
        ("3.000 Euro im Monat, ausgezahlt 14-mal.", 42000.0),
        ("3.000 Euro im Monat.", 36000.0),
    ],
)
def test_salaries_that_the_sentence_states_count(quote: str, yearly: float) -> None:
    monthly = replace(YEARLY, min=3000.0, max=3000.0, period="month")
    made = converted(monthly, "year", quote=quote)
    assert made is not None
    assert made.max == yearly


def test_nothing_is_computed_where_a_13th_salary_is_only_mentioned_around() -> None:
    around = "Ein 13. Monatsgehalt gibt es in vielen Betrieben."
    assert converted(YEARLY, "month", around=around) is None
    assert converted(YEARLY, "month", quote="36.000 Euro, dazu ein 13. Gehalt.") is None


def test_hours_need_stated_hours() -> None:
    hourly = replace(YEARLY, min=20.0, max=20.0, period="hour")
    assert converted(hourly, "month", quote="20 Euro pro Stunde.") is None
    made = converted(hourly, "year", quote="20 Euro pro Stunde bei 40 Stunden in der Woche.")
    assert made is not None
    assert (made.max, made.rule, made.factor) == (41600.0, "hour_to_year", 40.0)


def test_no_period_no_conversion() -> None:
    assert converted(replace(YEARLY, period=None), "month") is None
    assert converted(YEARLY, "year") is None
    assert converted(YEARLY, "hour") is None
    assert converted(replace(YEARLY, period="day"), "month") is None


@given(st.floats(1, 10**7), st.floats(1, 10**7))
def test_there_and_back_is_the_same(low: float, high: float) -> None:
    figure = replace(YEARLY, min=min(low, high), max=max(low, high))
    monthly = converted(figure, "month")
    assert monthly is not None
    again = converted(replace(figure, min=monthly.min, max=monthly.max, period="month"), "year")
    assert again is not None
    assert again.min == pytest.approx(figure.min, abs=0.07)
    assert again.max == pytest.approx(figure.max, abs=0.07)


@given(st.text(max_size=80))
def test_no_text_breaks_the_rules(text: str) -> None:
    assert stated_salaries(text) in (None, 12, 13, 14)
    hours = stated_hours(text)
    assert hours is None or hours >= 0
