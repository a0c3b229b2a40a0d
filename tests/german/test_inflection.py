"""Endings and prefixes make forms of a word; dropped and swapped letters don't."""

from __future__ import annotations

import pytest

from bot.german.inflection import are_forms_of_one_word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("grammys", "grammy"),
        ("autos", "auto"),
        ("gespielt", "spielt"),
        ("analysiert", "analysieren"),
        ("auszugeben", "aufzugeben"),
        ("befordert", "gefordert"),
        ("unternehmens", "unternehmen"),
    ],
)
def test_forms(one: str, other: str) -> None:
    assert are_forms_of_one_word(one, other)
    assert are_forms_of_one_word(other, one)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("aufgabn", "aufgaben"),
        ("verdint", "verdient"),
        ("zertifika", "zertifikat"),
        ("findte", "findet"),
        ("gehlat", "gehalt"),
        ("gehallt", "gehalt"),
        ("privae", "privat"),
    ],
)
def test_typos_are_no_forms(typed: str, meant: str) -> None:
    assert not are_forms_of_one_word(typed, meant)
