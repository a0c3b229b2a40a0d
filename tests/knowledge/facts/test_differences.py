"""Sentences that set two roles apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.domain import Source
from bot.knowledge.facts.differences import differences
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


Read = Callable[..., list[tuple[str, ...]]]


@pytest.fixture
def apart(tmp_path: Path) -> Read:
    def of(body: str) -> list[tuple[str, ...]]:
        read = statements_of(tmp_path, body, "bauleiter, architekt")
        return [tuple(sorted(d.roles)) for d in differences(read)]

    return of


@pytest.mark.parametrize(
    "body",
    [
        "Während ein Architekt entwirft, überwacht ein Bauleiter die Baustelle.",
        "Bauleiter und Architekt unterscheiden sich in ihrem Auftrag.",
        "Im Gegensatz zum Architekten ist ein Bauleiter täglich vor Ort.",
        "Ein Bauleiter trägt mehr Verantwortung für Termine als ein Architekt.",
        "Ein Architekt entwirft das Gebäude, ein Bauleiter lässt es errichten.",
        "Ein Architekt zeichnet Pläne. Der Bauleiter setzt sie dagegen um.",
        "Beide Berufe unterscheiden sich deutlich.",
    ],
)
def test_two_roles_set_apart(apart: Read, body: str) -> None:
    assert apart(body) == [("architekt", "bauleiter")]


@pytest.mark.parametrize(
    "body",
    [
        "Bauleiter und Architekten verdienen mehr als 50.000 Euro.",
        "Ein Bauleiter arbeitet mit dem Architekten zusammen.",
        "Ein Bauleiter hat mehr Arbeit als früher.",
        "Worin unterscheiden sich Bauleiter und Architekt?",
        "Nach einigen Jahren steigt der Architekt zum Bauleiter auf, statt zu entwerfen.",
    ],
)
def test_what_sets_nobody_apart(apart: Read, body: str) -> None:
    assert apart(body) == []
