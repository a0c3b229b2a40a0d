"""English names lead to what the classification calls in German."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.knowledge.esco.english import english_names, german_of
from bot.knowledge.esco.sources import occupation_sources
from bot.knowledge.occupations import Occupations
from tests.conftest import SHARED
from tests.knowledge.esco.export import write_export

ESCO = SHARED / "data" / "esco_de"


def test_names_are_english_and_each_stands_once() -> None:
    names = [english for english, _ in english_names()]
    assert len(names) == len(set(names)) == len(german_of())
    assert all(name == name.lower() and name.isascii() for name in names)
    assert german_of()["secretaries"] == german_of()["secretary"]
    assert german_of()["policemen"] == "Polizist"


def test_a_name_counts_only_where_the_occupation_is(tmp_path: Path) -> None:
    (first, *others) = occupation_sources(write_export(tmp_path))
    baker = replace(first, title="Bäcker/Bäckerin")
    assert Occupations.of((first, *others)).id_of("bakers") is None
    assert Occupations.of((baker, *others)).id_of("bakers") == baker.roles[0]


@pytest.mark.skipif(not ESCO.is_dir(), reason="the export isn't beside the project")
def test_most_names_are_occupations_of_the_classification() -> None:
    occupations = Occupations.of(occupation_sources(ESCO))
    lacking = {g for _, g in english_names() if occupations.id_of(g) is None}
    # These the classification has in kinds alone; an answer asks back for one of them.
    assert lacking == {
        *("Arzt", "Drucker", "Gärtner", "Kranführer", "Laborant", "Lehrer", "Professor"),
        *("Redakteur", "Schneider", "Tierarzt"),
    }
