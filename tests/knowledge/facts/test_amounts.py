"""Amounts are read however German texts write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.facts.amounts import amounts_in, periods_in
from bot.knowledge.facts.numerals import value_of


@pytest.mark.parametrize(
    ("text", "low", "high", "currency"),
    [
        ("70.000 Euro", 70_000, 70_000, "EUR"),
        ("70 000 €", 70_000, 70_000, "EUR"),
        ("70\u00a0000 €", 70_000, 70_000, "EUR"),
        ("70\u202f000 EUR", 70_000, 70_000, "EUR"),
        ("95'000 Franken", 95_000, 95_000, "CHF"),
        ("CHF 110’000 bis 125’000", 110_000, 125_000, "CHF"),
        ("SFr. 7500", 7_500, 7_500, "CHF"),
        ("1.234,56 €", 1_234.56, 1_234.56, "EUR"),
        ("3.200,- Euro", 3_200, 3_200, "EUR"),
        ("$90,000", 90_000, 90_000, "USD"),
        ("45.000 und 85.000 US-Dollar", 85_000, 85_000, "USD"),
        ("zwischen 46.000 und 87.000 US-Dollar", 46_000, 87_000, "USD"),
        ("zwischen rund 3.000 und gut 4.000 Euro", 3_000, 4_000, "EUR"),
        ("25.000 - 35.000 Euro", 25_000, 35_000, "EUR"),
        ("€40.000 bis €60.000", 40_000, 60_000, "EUR"),
        ("2.800 € bis 3.400 €", 2_800, 3_400, "EUR"),
        ("40 bis 60 Tausend Euro", 40_000, 60_000, "EUR"),
        ("40–60k €", 40_000, 60_000, "EUR"),
        ("60–75 TEUR", 60_000, 75_000, "EUR"),
        ("T€ 80 bis T€ 95", 80_000, 95_000, "EUR"),
        ("65 T€", 65_000, 65_000, "EUR"),
        ("60 Tsd. Euro", 60_000, 60_000, "EUR"),
        ("rund sechzigtausend Euro", 60_000, 60_000, "EUR"),
        ("1,2 Mrd. Euro", 1_200_000_000, 1_200_000_000, "EUR"),
        ("bis zu 90.000 Euro", None, 90_000, "EUR"),
        ("nicht mehr als 40.000 €", None, 40_000, "EUR"),
        ("bei weit über 100.000 Euro", 100_000, None, "EUR"),
        ("weit uber 100.000 Euro", 100_000, None, "EUR"),
        ("mindestens aber 2.850 Euro", 2_850, None, "EUR"),
        ("nicht weniger als 70.000 Euro", 70_000, None, "EUR"),
        ("ein Mindestgehalt von EUR 3.600", 3_600, None, "EUR"),
        ("120.000 Euro und mehr", 120_000, None, "EUR"),
        ("ab 70k", 70_000, None, None),
    ],
)
def test_money(text: str, low: float | None, high: float | None, currency: str | None) -> None:
    amount = amounts_in(text)[-1]
    assert (amount.unit, amount.low, amount.high, amount.currency) == ("money", low, high, currency)


def test_every_amount_of_a_sentence_with_its_place() -> None:
    text = "1.100 Euro im ersten, 1.200 Euro im zweiten Jahr und 8 bis zehn Prozent Bonus."
    found = [(a.low, a.high, a.unit, text[a.start : a.end]) for a in amounts_in(text)]
    assert found == [
        (1_100, 1_100, "money", "1.100 Euro"),
        (1_200, 1_200, "money", "1.200 Euro"),
        (8, 10, "percent", "8 bis zehn Prozent"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2020 bis 2024",
        "5 bis 15 Kunden",
        "im Jahr 2024",
        "seit 25 Jahren",
        "mehrere Millionen Euro",
    ],
)
def test_numbers_that_are_no_amounts(text: str) -> None:
    assert amounts_in(text) == []


def test_a_year_is_no_part_of_the_amount_behind_it() -> None:
    (amount,) = amounts_in("2023/24 etwa zwischen 51 000 € und 62 000 €")
    assert (amount.low, amount.high) == (51_000, 62_000)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("12,50 Euro pro Stunde", "hour"),
        ("16 Euro die Stunde", "hour"),
        ("85 €/h", "hour"),
        ("ein Tagessatz von 640 Euro", "day"),
        ("900 Euro am Tag", "day"),
        ("ein Bruttomonatsgehalt von 3.000 Euro", "month"),
        ("monatlich 3.000 Euro", "month"),
        ("50 000 € brutto/Jahr", "year"),
        ("85 T€ p. a.", "year"),
        ("Jahresgehälter von 60.000 Euro", "year"),
    ],
)
def test_periods(text: str, period: str) -> None:
    assert [mention.period for mention in periods_in(text)] == [period]


def test_a_calendar_year_is_no_period() -> None:
    assert periods_in("Im Jahr 2023 waren es 60.000 Euro") == []


@given(st.integers(min_value=0, max_value=999_999))
def test_grouping_never_changes_a_number(number: int) -> None:
    grouped = f"{number:,}"
    for mark in (".", "'", "\u00a0", "\u202f"):
        assert value_of(grouped.replace(",", mark)) == number


@given(st.text(max_size=200))
def test_any_text_is_read_without_fail(text: str) -> None:
    for amount in amounts_in(text):
        assert 0 <= amount.start < amount.end <= len(text)
