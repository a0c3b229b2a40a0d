"""Statements keep role, level and lead-in of the text around them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.domain import Source
from bot.knowledge.facts.statements import Statement, statements
from bot.knowledge.roles import RoleCatalogue
from bot.reading import Limits, discover, read

ARTICLE = """# Bauleiter: Aufgaben, Gehalt und Karriere

Bauleiter führen Baustellen. Sie stimmen sich mit dem Oberbauleiter ab.

## Gehalt

Der Verdienst schwankt. Für den Einstieg gilt:

- Baustellen bis zehn Leute: 45.000 Euro
- Große Baustellen: 50.000 Euro

Die Tabelle zeigt, was erfahrene Bauleiter bekommen.

- 70.000 Euro im Osten
- 80.000 Euro im Westen

Danach ist Schluss.

## Junior-Stellen

Sie sind selten.

## Was verdient ein Polier?

Er liegt darunter.
"""


@pytest.fixture
def source(tmp_path: Path) -> Source:
    path = tmp_path / "bauleiter.md"
    path.write_text(ARTICLE, encoding="utf-8")
    found, _ = discover([str(path)], limits=Limits())
    return read(found[0], limits=Limits())


@pytest.fixture
def one(source: Source) -> Callable[[str], Statement]:
    found = statements(source, RoleCatalogue.of([source]))

    def pick(part: str) -> Statement:
        (statement,) = [s for s in found if part in s.text]
        return statement

    return pick


def test_spans_are_the_text_in_reading_order(source: Source) -> None:
    found = statements(source, RoleCatalogue.of([source]))
    assert [s.text for s in found] == [source.text[s.span.start : s.span.end] for s in found]
    assert [s.span.start for s in found] == sorted({s.span.start for s in found})
    assert [s.paragraph for s in found] == sorted(s.paragraph for s in found)


def test_roles_come_from_the_title_and_from_headings(one: Callable[[str], Statement]) -> None:
    assert one("Der Verdienst").roles == {"bauleiter"}
    assert one("Er liegt darunter").roles == {"polier"}


def test_roles_that_no_source_is_about_are_mentions_only(one: Callable[[str], Statement]) -> None:
    statement = one("Oberbauleiter")
    assert statement.roles == {"bauleiter"}
    assert [(m.role_id, m.known) for m in statement.mentions] == [("oberbauleiter", False)]


@pytest.mark.parametrize(
    ("part", "level"),
    [
        ("bis zehn Leute", "junior"),
        ("Große Baustellen", "junior"),
        ("im Osten", "senior"),
        ("Danach", None),
        ("Sie sind selten", "junior"),
    ],
)
def test_level_of_lead_in_and_heading(
    one: Callable[[str], Statement], part: str, level: str | None
) -> None:
    assert one(part).seniority == level


def test_lead_ins(one: Callable[[str], Statement]) -> None:
    assert one("Große Baustellen").lead_in == "Für den Einstieg gilt:"
    assert one("80.000").lead_in == "Die Tabelle zeigt, was erfahrene Bauleiter bekommen."
    assert one("Danach").lead_in is None
