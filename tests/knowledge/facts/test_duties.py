"""Duties: sentences and list items that say what somebody in a role does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.domain import Source
from bot.knowledge.facts.duties import duties
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


Read = Callable[..., list[tuple[str | None, str]]]


@pytest.fixture
def done(tmp_path: Path) -> Read:
    def of(
        body: str, heading: str = "Aufgaben", roles: str = "bauleiter"
    ) -> list[tuple[str | None, str]]:
        read = statements_of(tmp_path, f"## {heading}\n\n{body}", roles)
        text = read[0].source.text
        return [(d.role, text[d.span.start : d.span.end]) for d in duties(read)]

    return of


@pytest.mark.parametrize(
    ("sentence", "heading"),
    [
        ("Ein Bauleiter überwacht den Ablauf der Arbeiten.", "Aufgaben"),
        ("Dabei plant er den Einsatz der Kolonnen.", "Aufgaben"),
        ("Zu den Aufgaben eines Bauleiters gehört die Abnahme.", "Überblick"),
        ("Täglich kontrolliert eine Bauleiterin die Sicherheit der Baustelle.", "Überblick"),
        ("Als Bauleiter bist du für den Zeitplan verantwortlich.", "Überblick"),
        ("Ein Bauleiter muss sich mit dem Architekten abstimmen.", "Aufgaben"),
    ],
)
def test_sentences_that_state_a_duty(done: Read, sentence: str, heading: str) -> None:
    assert done(sentence, heading=heading) == [("bauleiter", sentence)]


def test_items_of_a_list_of_duties(done: Read) -> None:
    found = done("- Überwachung der Baustelle\n- Bestellt Material und prüft Lieferungen\n")
    assert [text for _, text in found] == [
        "Überwachung der Baustelle",
        "Bestellt Material und prüft Lieferungen",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ein Bauleiter verdient 60.000 Euro im Jahr.",
        "Ein Bauleiter braucht Geduld.",
        "Ein Bauleiter arbeitet in Baufirmen und Behörden.",
        "Wir betreuen Bauleiter bei der Suche nach einer Stelle.",
        "Was macht ein Bauleiter?",
        "Die Ausschreibung ist nicht Sache des Bauleiters.",
        "Firmen suchen Bauleiter.",
        "Die Pläne, die ein Bauleiter prüft, sind umfangreich.",
    ],
)
def test_sentences_that_state_none(done: Read, sentence: str) -> None:
    assert done(sentence, heading="Überblick") == []


def test_what_repeats_an_earlier_duty_is_left_out(done: Read) -> None:
    found = done(
        "Ein Bauleiter überwacht die Baustelle und prüft Lieferungen.\n\n"
        "Bauleiter überwachen die Baustelle, prüfen Lieferungen."
    )
    assert len(found) == 1


def test_a_duty_belongs_to_the_role_that_acts(done: Read) -> None:
    found = done("Ein Bauleiter meldet dem Architekten jeden Mangel.", roles="bauleiter, architekt")
    assert [role for role, _ in found] == ["bauleiter"]
