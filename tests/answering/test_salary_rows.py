"""Figures as rows: what is said twice, what is old, and the words of the amounts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.pay.comparison import pay_verdict
from bot.answering.pay.rows import label_of, rows_of, special_case, wording
from bot.facts import SalaryFigure, Span
from tests.answering.test_salary_conversion import YEARLY

HERE, THERE = Span("a", 0, 9), Span("b", 0, 9)
DATES = {"a": "2026-01-12", "b": "2020-02-24", "c": None}


def test_two_sources_that_say_the_same_are_one_row() -> None:
    rows = rows_of([replace(YEARLY, span=THERE), replace(YEARLY, span=HERE)], DATES)
    assert len(rows) == 1
    assert {figure.span for figure in rows[0].figures} == {HERE, THERE}
    assert rows[0].year == 2026


@pytest.mark.parametrize(
    "other", [{"country": "AT"}, {"seniority": "junior"}, {"currency": "CHF"}, {"max": 49000.0},
              {"period": "month"}, {"gross": False}]
)  # fmt: skip
def test_what_differs_in_amount_or_case_stays_apart(other: dict[str, object]) -> None:
    known = replace(YEARLY, country="DE", gross=True)
    changed: SalaryFigure = replace(known, span=THERE, **other)  # type: ignore[arg-type]
    assert len(rows_of([known, changed], DATES)) == 2


def test_what_another_source_leaves_open_is_not_filled_in() -> None:
    known = replace(YEARLY, country="DE", span=HERE)
    assert len(rows_of([known, replace(known, country=None, span=THERE)], DATES)) == 2
    again = replace(known, country=None, span=Span("a", 20, 30))
    rows = rows_of([again, known], DATES)
    assert len(rows) == 1
    assert rows[0].figure.country == "DE"


def test_newest_first_undated_last_and_old_ones_marked() -> None:
    figures = [
        replace(YEARLY, min=1000.0, span=Span("c", 0, 9)),
        replace(YEARLY, min=2000.0, span=THERE),
        replace(YEARLY, min=3000.0, span=HERE),
        replace(YEARLY, min=4000.0, span=HERE, year=2021, year_basis="text"),
    ]
    rows = rows_of(figures, DATES)
    assert [row.year for row in rows] == [2026, 2021, 2020, None]
    assert [row.old for row in rows] == [False, False, True, False]
    assert [row.dated_by_article for row in rows] == [True, False, True, False]


@pytest.mark.parametrize(
    ("low", "high", "quote", "words"),
    [
        (36000, 48000, "Ein Koch verdient ca. 36.000 bis 48.000 Euro brutto.",
         "ca. 36.000 bis 48.000 Euro"),
        (36000, 48000, "Es sind zwischen 36 000 € und 48 000 €.", "zwischen 36 000 € und 48 000 €"),
        (100000, None, "Hier sind weit mehr als 100.000 Euro drin.", "weit mehr als 100.000 Euro"),
        (120000, None, "Manche erreichen 120.000 Euro und mehr.", "120.000 Euro und mehr"),
        (None, 60000, "Es sind bis zu 60.000 Euro im Jahr.", "bis zu 60.000 Euro"),
        (50000, 58000, "Junior; Fixgehalt: 50–58 k€; Bonus: 5 %", "50–58 k€"),
    ],
)  # fmt: skip
def test_the_words_of_an_amount(
    low: float | None, high: float | None, quote: str, words: str
) -> None:
    figure = replace(YEARLY, min=low, max=high)
    assert wording(figure, quote) == words
    assert words in quote


def test_an_amount_that_is_not_found_is_shown_by_its_sentence() -> None:
    assert wording(YEARLY, "Davon kann man leben.") == "Davon kann man leben."


def test_a_list_says_itself_what_its_amounts_are() -> None:
    assert label_of(YEARLY, "Spannweite: ca. 36.000 bis 48.000 Euro") == "Spannweite"
    assert label_of(YEARLY, "Junior (0 bis 2 Jahre): 36.000 bis 48.000 Euro") == (
        "Junior (0 bis 2 Jahre)"
    )
    row = "Zahl der Betten: bis 50; Gehalt: 36.000 bis 48.000 Euro"
    assert label_of(YEARLY, row) == "Zahl der Betten: bis 50"
    assert label_of(YEARLY, "Ein Koch verdient 36.000 bis 48.000 Euro.") == ""


def test_cases_that_are_not_the_job_as_such() -> None:
    assert special_case("Im Praktikum gibt es 600 Euro.") == "internship"
    assert special_case("1. Ausbildungsjahr: 950 Euro") == "training"
    assert special_case("In Teilzeit bleiben 1.650 Euro.") == "part_time"
    assert special_case("Ein Koch verdient 36.000 Euro.") is None


def test_who_is_paid_more_is_read_from_sentences_on_both_only() -> None:
    cook = replace(YEARLY, span=HERE)
    chef = replace(YEARLY, role="chef", min=50000.0, max=70000.0, span=HERE)
    verdict = pay_verdict([cook], [chef])
    assert verdict is not None
    assert (verdict.higher, verdict.spans) == ("chef", (HERE,))
    assert pay_verdict([cook], [replace(chef, span=THERE)]) is None
    assert pay_verdict([cook], [replace(chef, currency="CHF")]) is None
    assert pay_verdict([cook], [replace(chef, seniority="senior")]) is None
    crossing = pay_verdict([cook], [replace(chef, min=30000.0)])
    assert crossing is not None
    assert crossing.higher is None
