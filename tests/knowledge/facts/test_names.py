"""Other names of a role, and lines of business."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.domain import Source
from bot.knowledge.facts.names import branches, synonyms
from bot.knowledge.facts.statements import Statement, statements
from bot.knowledge.roles import RoleCatalogue
from bot.reading import Limits, discover, read


def statements_of(folder: Path, body: str, roles: str = "bauleiter") -> tuple[Statement, ...]:
    path = folder / "artikel.md"
    head = f"---\nroles: [{roles}]\n---\n# Ein Beruf\n\n"
    path.write_text(head + body + "\n", encoding="utf-8")
    found, _ = discover([str(path)], limits=Limits())
    source: Source = read(found[0], limits=Limits())
    return statements(source, RoleCatalogue.of([source]))


Read = Callable[..., list[str]]


@pytest.fixture
def called(tmp_path: Path) -> Read:
    return lambda body: [f.label for f in synonyms(statements_of(tmp_path, body))]


@pytest.fixture
def employed(tmp_path: Path) -> Read:
    return lambda body: [f.label for f in branches(statements_of(tmp_path, body))]


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        (
            "Bauleiter heißen auch Baustellenleiter oder Site Manager.",
            ["Baustellenleiter", "Site Manager"],
        ),
        ("Der Bauleiter wird oft Objektleiter genannt.", ["Objektleiter"]),
        (
            "Andere Bezeichnungen für den Bauleiter sind Polierchef und Objektleiter.",
            ["Polierchef", "Objektleiter"],
        ),
        ("Der Bauleiter (kurz: BL) plant.", ["BL"]),
        ("Bauleiter (Objektleiter) stimmen sich ab.", ["Objektleiter"]),
        ("Auf der Visitenkarte steht oft Construction Manager.", ["Construction Manager"]),
        ("Manche Firmen sprechen auch vom Objektleiter.", ["Objektleiter"]),
        ("Objektleiter ist gleichbedeutend mit Bauleiter.", []),
        ("Der Bauleiter, alias Objektleiter, plant.", ["Objektleiter"]),
    ],
)
def test_synonyms(called: Read, sentence: str, labels: list[str]) -> None:
    assert called(sentence) == labels


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Bauleiterin (m/w/d) plant.",
        "Wichtig sind Erfahrung, aber auch Ausbildung und Umsicht.",
        "Ein Bauleiter kann auch Vermittler zwischen Firmen sein.",
        "Bauleiter heißen Gäste auf der Baustelle willkommen.",
    ],
)
def test_what_is_no_other_name(called: Read, sentence: str) -> None:
    assert called(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        ("In der Energiebranche sind Bauleiter gefragt.", ["Energiebranche"]),
        (
            "Arbeitgeber sind Baufirmen, Behörden und die Energiewirtschaft.",
            ["Energiewirtschaft", "Baufirmen", "Behörden"],
        ),
        (
            "Bauleiter arbeiten in Architekturbüros, bei Kommunen und im Handel.",
            ["Architekturbüros", "Kommunen"],
        ),
        (
            "In der Chemie- und Pharmaindustrie bauen sie Werke.",
            ["Chemieindustrie", "Pharmaindustrie"],
        ),
        ("Auch Behörden und Stiftungen suchen Bauleiter.", ["Behörden", "Stiftungen"]),
    ],
)
def test_branches(employed: Read, sentence: str, labels: list[str]) -> None:
    assert set(labels) <= set(employed(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Bauleiter arbeiten in einem Team.",
        "Ein Bauleiter muss gut verhandeln und schnell handeln.",
        "Wichtig ist ein Studium der Betriebswirtschaft.",
        "Jede Branche zahlt anders.",
        "Er ist Kaufmann im Einzelhandel.",
    ],
)
def test_what_is_no_branch(employed: Read, sentence: str) -> None:
    assert employed(sentence) == []
