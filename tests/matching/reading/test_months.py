"""Spans of time as CVs write them; every expected month was fixed before the rules were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.profile import Month, Period, Place
from bot.matching.reading.months import length, periods, together

TODAY = Month(2026, 11)

# Text; first month; last month ("" where it goes on); length up to November 2026.
MONTH_FORMS = """
03/2019 – heute | 2019-03 | | 93
03/2019 - 05/2021 | 2019-03 | 2021-05 | 27
03/2019–05/2021 | 2019-03 | 2021-05 | 27
03/2019 bis 05/2021 | 2019-03 | 2021-05 | 27
3/2019 - 5/2021 | 2019-03 | 2021-05 | 27
03.2019 – 05.2021 | 2019-03 | 2021-05 | 27
03-2019 bis 05-2021 | 2019-03 | 2021-05 | 27
03/19 – 05/21 | 2019-03 | 2021-05 | 27
03.19-05.21 | 2019-03 | 2021-05 | 27
11/98 – 02/01 | 1998-11 | 2001-02 | 28
2019-03 – 2021-05 | 2019-03 | 2021-05 | 27
2019/03 – 2021/05 | 2019-03 | 2021-05 | 27
2019-03-01 bis 2021-05-31 | 2019-03 | 2021-05 | 27
2019-03/2021-05 | 2019-03 | 2021-05 | 27
01.04.2017–31.12.2019 | 2017-04 | 2019-12 | 33
01.04.2017 - 31.12.2019 | 2017-04 | 2019-12 | 33
1.4.2017 bis 31.12.2019 | 2017-04 | 2019-12 | 33
01.04.17 – 31.12.19 | 2017-04 | 2019-12 | 33
vom 01.04.2017 bis zum 31.12.2019 | 2017-04 | 2019-12 | 33
1. April 2017 bis 31. Dezember 2019 | 2017-04 | 2019-12 | 33
vom 1. April 2017 bis 31. Dezember 2019 | 2017-04 | 2019-12 | 33
Okt. 2018 bis Mai 2021 | 2018-10 | 2021-05 | 32
Okt 2018 – Mai 2021 | 2018-10 | 2021-05 | 32
Oktober 2018 - Mai 2021 | 2018-10 | 2021-05 | 32
von Oktober 2018 bis Mai 2021 | 2018-10 | 2021-05 | 32
Von Oktober 2018 bis einschließlich Mai 2021 | 2018-10 | 2021-05 | 32
Okt. 18 – Mai 21 | 2018-10 | 2021-05 | 32
Okt. '18 – Mai '21 | 2018-10 | 2021-05 | 32
April '19 – Juni '19 | 2019-04 | 2019-06 | 3
Jänner 2019 – Februar 2019 | 2019-01 | 2019-02 | 2
Mrz. 2020 – Sept. 2020 | 2020-03 | 2020-09 | 7
März 2020 – August 2020 | 2020-03 | 2020-08 | 6
Maerz 2020 bis Aug. 2020 | 2020-03 | 2020-08 | 6
MÄRZ 2020 – DEZ 2020 | 2020-03 | 2020-12 | 10
April – Juni 2019 | 2019-04 | 2019-06 | 3
April bis Juni 2019 | 2019-04 | 2019-06 | 3
04–09/2018 | 2018-04 | 2018-09 | 6
04/–09/2018 | 2018-04 | 2018-09 | 6
seit 03/2019 | 2019-03 | | 93
seit März 2019 | 2019-03 | | 93
Seit dem 1. März 2019 | 2019-03 | | 93
seit 01.03.2019 | 2019-03 | | 93
ab 03/2019 | 2019-03 | | 93
03/2019 – dato | 2019-03 | | 93
03/2019 bis dato | 2019-03 | | 93
03/2019 bis heute | 2019-03 | | 93
03/2019 – jetzt | 2019-03 | | 93
03/2019 – aktuell | 2019-03 | | 93
03/2019 - derzeit | 2019-03 | | 93
03/2019 – laufend | 2019-03 | | 93
03/2019 – | 2019-03 | | 93
03/2019 -- 05/2021 | 2019-03 | 2021-05 | 27
März 2019 bis zum heutigen Tag | 2019-03 | | 93
März 2019 | 2019-03 | 2019-03 | 1
05/2021 | 2021-05 | 2021-05 | 1
Januar 2024 bis voraussichtlich März 2027 | 2024-01 | 2027-03 | 35
12/2018 – 12/2018 | 2018-12 | 2018-12 | 1
Jan 2018 - Present | 2018-01 | | 107
January 2018 to March 2020 | 2018-01 | 2020-03 | 27
since March 2020 | 2020-03 | | 81
from March 2020 until May 2021 | 2020-03 | 2021-05 | 15
Sep 2019 – now | 2019-09 | | 87
Mar 5, 2019 - Apr 2, 2020 | 2019-03 | 2020-04 | 14
5 March 2019 – 2 April 2020 | 2019-03 | 2020-04 | 14
"""

# Here a month is missing: the least that the words allow is counted.
YEAR_FORMS = """
2015-2018 | 2015-12 | 2018-01 | 26
2015 – 2018 | 2015-12 | 2018-01 | 26
2015 bis 2018 | 2015-12 | 2018-01 | 26
von 2015 bis 2018 | 2015-12 | 2018-01 | 26
2015–18 | 2015-12 | 2018-01 | 26
2015/16 | 2015-12 | 2016-01 | 2
seit 2020 | 2020-12 | | 72
Seit 2020 | 2020-12 | | 72
2020 – heute | 2020-12 | | 72
2020 bis dato | 2020-12 | | 72
2020 - | 2020-12 | | 72
seit 2026 | 2026-11 | | 1
2019 | 2019-12 | 2019-12 | 1
03/2019 – 2021 | 2019-03 | 2021-01 | 23
2019 – 05/2021 | 2019-12 | 2021-05 | 18
Sommer 2019 | 2019-08 | 2019-08 | 1
Sommer 2018 – Herbst 2019 | 2018-08 | 2019-09 | 14
Anfang 2019 bis Ende 2020 | 2019-04 | 2020-09 | 18
Mitte 2019 – heute | 2019-08 | | 88
Q1 2019 – Q4 2019 | 2019-03 | 2019-10 | 8
WS 2015/16 – SS 2018 | 2015-10 | 2018-09 | 36
bis 05/2018 | 2018-05 | 2018-05 | 1
03/2019 – ? | 2019-03 | 2019-03 | 1
2018 - present | 2018-12 | | 96
since 2020 | 2020-12 | | 72
"""

# No span of time at all.
NOT_TIMES = """
Verantwortung für 2000 Kunden
1.500 Mitarbeiter
2.019 Euro
Tel. 030 / 2019 4455
Klasse B
24/7-Bereitschaft
ISO 9001:2015
Windows Server 2019
05/2021 – 03/2019
13/2019
SAP S/4HANA 1909
Umsatz 2020 € im Monat
"""


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.split("|")] for row in table.strip().splitlines()]


def _month(text: str) -> Month | None:
    return Month(*map(int, text.split("-"))) if text else None


def _check(row: list[str], *, exact: bool) -> None:
    text, first, last, months = row
    found = periods(text, TODAY)
    assert [(p.first, p.last, p.exact) for p in found] == [(_month(first), _month(last), exact)]
    assert length(found[0], TODAY) == int(months)
    assert (found[0].place.start, found[0].place.end) == (0, len(text))


@pytest.mark.parametrize("row", _rows(MONTH_FORMS), ids=lambda row: row[0])
def test_months_are_exact(row):
    _check(row, exact=True)


@pytest.mark.parametrize("row", _rows(YEAR_FORMS), ids=lambda row: row[0])
def test_years_count_for_the_least(row):
    _check(row, exact=False)


@pytest.mark.parametrize("text", NOT_TIMES.strip().splitlines())
def test_other_figures_are_no_time(text):
    assert periods(text, TODAY) == []


def test_a_span_inside_a_sentence_knows_its_place():
    text = "Von 2015 bis 2018 war ich in Köln, seit 03/2019 in Bonn."
    assert [text[p.place.start : p.place.end] for p in periods(text, TODAY)] == [
        "Von 2015 bis 2018",
        "seit 03/2019",
    ]


def test_open_spans_end_today_and_future_ones_count_nothing():
    (later,) = periods("ab 01/2027", TODAY)
    assert length(later, TODAY) == 0
    (until,) = periods("10/2026 – 12/2030", TODAY)
    assert length(until, TODAY) == 2


def _period(first: str, last: str) -> Period:
    start = _month(first)
    assert start
    return Period(start, _month(last), True, Place(0, 0))


def test_overlaps_count_once_and_gaps_not_at_all():
    jobs = [
        _period("2015-01", "2015-12"),
        _period("2015-07", "2016-03"),
        _period("2017-01", "2017-02"),
    ]
    assert together(jobs, TODAY) == 15 + 2
    assert together(reversed(jobs), TODAY) == 17
    assert together([_period("2026-10", ""), _period("2026-11", "")], TODAY) == 2


@given(st.integers(1960, 2026), st.integers(1, 12), st.integers(0, 400))
def test_any_pair_of_months_is_read_back(year, month, more):
    first = Month(year, month)
    last = Month(*divmod(first.number + more, 12))
    last = Month(last.year, last.month + 1)
    text = f"{first.month:02}/{first.year} – {last.month:02}/{last.year}"
    (found,) = periods(text, Month(2070, 1))
    assert (found.first, found.last) == (first, last)
    assert length(found, Month(2070, 1)) == more + 1


@given(st.text(alphabet="0123456789/.-– bisetJanuarMäz'heu", max_size=40))
def test_nothing_raises_and_places_hold(text):
    end = 0
    for found in periods(text, TODAY):
        assert end <= found.place.start < found.place.end <= len(text)
        end = found.place.end
        assert found.last is None or found.first <= found.last
        assert length(found, TODAY) >= 0
