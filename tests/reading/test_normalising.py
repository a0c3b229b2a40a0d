from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.dates import iso_date
from bot.reading.normalise import normalise, slug


@pytest.mark.parametrize(
    ("raw", "normal"),
    [
        ("70\u202f000\u2009€", "70\u00a0000\u00a0€"),
        ("z.\u00a0B. der\u2003Vertrieb", "z. B. der Vertrieb"),
        ("Ver\u00adtrieb\u200b \ufeffist", "Vertrieb ist"),
        ("A\u0308rger", "Ärger"),
        ("bieten .\n\tUnd  mehr", "bieten. Und mehr"),
        ("mit .NET", "mit .NET"),
        ("„Schlüssel“ – ja’s", "„Schlüssel“ – ja’s"),
        ("a\x00b\x07c", "abc"),
    ],
)
def test_normalise(raw, normal):
    assert normalise(raw) == normal


@given(st.text())
def test_normalise_twice_changes_nothing(text):
    once = normalise(text)
    assert normalise(once) == once


@given(st.text())
def test_slugs_are_lower_case_ascii(text):
    made = slug(text)
    assert made
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(made) == made


@given(
    st.dates(
        min_value=__import__("datetime").date(1900, 1, 1),
        max_value=__import__("datetime").date(2099, 12, 31),
    )
)
def test_german_and_iso_dates_agree(day):
    assert (
        iso_date(day.isoformat())
        == iso_date(f"{day.day}.{day.month}.{day.year}")
        == day.isoformat()
    )
