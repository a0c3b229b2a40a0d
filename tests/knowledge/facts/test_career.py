"""Career steps: from which role to which, after how long, on what conditions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.domain import Source
from bot.facts import CareerStep
from bot.knowledge.facts.career import career_steps
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


Read = Callable[..., tuple[CareerStep, ...]]


@pytest.fixture
def steps(tmp_path: Path) -> Read:
    def of(body: str, heading: str = "Karriere") -> tuple[CareerStep, ...]:
        return career_steps(statements_of(tmp_path, f"## {heading}\n\n{body}"))

    return of


@pytest.mark.parametrize(
    ("sentence", "step"),
    [
        (
            "Nach drei bis fünf Jahren steigt ein Bauleiter zum Oberbauleiter auf.",
            ("bauleiter", "oberbauleiter", "promotion", 3, 5),
        ),
        (
            "Der Aufstieg vom Bauleiter zum Projektleiter dauert mindestens vier Jahre.",
            ("bauleiter", "projektleiter", "promotion", 4, None),
        ),
        (
            "Ein Polier kann nach zwei Jahren Bauleiter werden.",
            ("polier", "bauleiter", "promotion", 2, 2),
        ),
        (
            "Bauleiter spezialisieren sich mit einem Lehrgang zum Sicherheitsingenieur.",
            ("bauleiter", "sicherheitsingenieur", "specialisation", None, None),
        ),
        (
            "Bauleiter wechseln als Einkäufer in die Industrie.",
            ("bauleiter", "einkaeufer", "move", None, None),
        ),
        (
            "Eine Bauleiterin wird zur Projektleiterin befördert.",
            ("bauleiter", "projektleiter", "promotion", None, None),
        ),
        (
            "Nach 18 Monaten folgt die Beförderung zum Senior Bauleiter.",
            ("bauleiter", "senior-bauleiter", "promotion", 1.5, 1.5),
        ),
        (
            "Auch Quereinsteiger können Bauleiter werden.",
            (None, "bauleiter", "move", None, None),
        ),
    ],
)
def test_steps_in_sentences(steps: Read, sentence: str, step: tuple[object, ...]) -> None:
    (found,) = steps(sentence)
    assert (found.from_role, found.to_role, found.kind, found.years_min, found.years_max) == step


def test_a_condition_ends_with_a_whole_word(steps: Read) -> None:
    (found,) = steps(
        "Auch über kaufmännische Ausbildungs- oder Weiterbildungsberufe ist der Einstieg als "
        "Account Manager möglich."
    )
    assert found.conditions == ("über kaufmännische Ausbildungs- oder Weiterbildungsberufe",)


def test_conditions_in_the_words_of_the_source(steps: Read) -> None:
    (found,) = steps("Ein Bauleiter wird zum Projektleiter befördert, sobald eine Stelle frei ist.")
    assert found.conditions == ("sobald eine Stelle frei ist",)


def test_a_step_in_between(steps: Read) -> None:
    found = steps(
        "Der Aufstieg vom Bauleiter zum Projektleiter führt über die Zwischenstufe Oberbauleiter."
    )
    assert {(s.from_role, s.to_role) for s in found} == {
        ("bauleiter", "oberbauleiter"),
        ("oberbauleiter", "projektleiter"),
    }


@pytest.mark.parametrize(
    "body",
    [
        "1. Junior Bauleiter (1 bis 2 Jahre)\n2. Bauleiter (3 bis 5 Jahre)\n3. Oberbauleiter",
        "- Junior Bauleiter: 1 bis 2 Jahre\n- Bauleiter: 3 bis 5 Jahre\n- Oberbauleiter",
        "Junior Bauleiter (1–2 Jahre) → Bauleiter (3–5 Jahre) → Oberbauleiter",
    ],
)
def test_ladders(steps: Read, body: str) -> None:
    assert [(s.from_role, s.to_role, s.years_min, s.years_max) for s in steps(body)] == [
        ("junior-bauleiter", "bauleiter", 1, 2),
        ("bauleiter", "oberbauleiter", 3, 5),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ein Bauleiter spricht täglich mit dem Projektleiter.",
        "Im Vergleich zum Projektleiter hat ein Bauleiter weniger Verantwortung.",
        "Wie wird ein Bauleiter zum Projektleiter?",
    ],
)
def test_what_is_no_step(steps: Read, sentence: str) -> None:
    assert steps(sentence, heading="Überblick") == ()
