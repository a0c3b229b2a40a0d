"""Levels before a title are taken out of a question; fields become titles where one is known."""

from __future__ import annotations

import pytest

from bot.answering.occupations.levels import Plain, without_level
from bot.knowledge.esco.sources import occupation_sources
from bot.knowledge.occupations import Occupations
from tests.knowledge.esco.export import write_export


@pytest.fixture(scope="module")
def occupations(tmp_path_factory: pytest.TempPathFactory) -> Occupations:
    return Occupations.of(occupation_sources(write_export(tmp_path_factory.mktemp("esco"))))


@pytest.mark.parametrize(
    ("question", "plain", "level"),
    [
        ("Was macht ein Azubi zum Turmkoch?", "Was macht ein Turmkoch?", "Azubi"),
        ("Was macht ein Senior-Turmkoch?", "Was macht ein Turmkoch?", "Senior"),
        ("was macht ein werkstudent turmkoch", "was macht ein turmkoch", "werkstudent"),
        ("What does a deputy Turmkoch do?", "What does a Turmkoch do?", "deputy"),
        ("Was tut ein Praktikant Wolkenzählung?", "Was tut ein Wolkenzähler?", "Praktikant"),
        ("Was tut ein Praktikant Regenzählung?", "Was tut ein Regenzählung?", "Praktikant"),
    ],
)
def test_the_level_goes_and_the_title_stays(
    occupations: Occupations, question: str, plain: str, level: str
) -> None:
    assert without_level(question, occupations) == Plain(plain, level)


@pytest.mark.parametrize(
    "question",
    ["Was macht ein Turmkoch?", "Was lernt ein Azubi?", "Was macht ein Juniorchef?"],
)
def test_without_a_level_before_a_word_nothing_changes(
    occupations: Occupations, question: str
) -> None:
    assert without_level(question, occupations) is None
