"""Requirements: what is asked for, how strictly, in short labels of the source's words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.domain import Source
from bot.facts import Requirement
from bot.knowledge.facts.requirements import kind_of, requirements
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


Read = Callable[..., tuple[Requirement, ...]]


@pytest.fixture
def asked(tmp_path: Path) -> Read:
    def of(
        body: str, heading: str = "Anforderungen", roles: str = "bauleiter"
    ) -> tuple[Requirement, ...]:
        return requirements(statements_of(tmp_path, f"## {heading}\n\n{body}", roles))

    return of


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        (
            "Gefragt sind Verhandlungsgeschick, Empathie und sehr gutes Englisch.",
            ["Verhandlungsgeschick", "Empathie", "sehr gutes Englisch"],
        ),
        (
            "Ein Bauleiter braucht Geduld sowie die Fähigkeit, Pläne schnell zu lesen.",
            ["Geduld", "Fähigkeit, Pläne schnell zu lesen"],
        ),
        (
            "Ein Bauleiter muss schwindelfrei und belastbar sein.",
            ["schwindelfrei", "belastbar"],
        ),
        (
            "Mündliches und schriftliches Ausdrucksvermögen wird vorausgesetzt.",
            ["Mündliches und schriftliches Ausdrucksvermögen"],
        ),
        (
            "Erforderlich sind Erfahrung im Hochbau und Durchsetzungsvermögen.",
            ["Erfahrung im Hochbau", "Durchsetzungsvermögen"],
        ),
        (
            "Die Bauleiterin sollte Fach- und Branchenwissen mitbringen.",
            ["Fach- und Branchenwissen"],
        ),
    ],
)
def test_an_enumeration_becomes_one_label_each(
    asked: Read, sentence: str, labels: list[str]
) -> None:
    assert [r.label for r in asked(sentence)] == labels


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Ein Studium ist zwingend erforderlich.", "essential"),
        ("Ein Studium ist von Vorteil.", "optional"),
        ("Wünschenswert ist ein Studium.", "optional"),
        ("Ein Studium wird gern gesehen.", "optional"),
        ("Ein Studium ist hilfreich, aber keine Pflicht.", "optional"),
        ("Ein Studium ist nicht zwingend.", "optional"),
    ],
)
def test_relation(asked: Read, sentence: str, relation: str) -> None:
    assert [(r.label, r.relation) for r in asked(sentence)] == [("Studium", relation)]


def test_each_half_of_a_sentence_has_its_own_relation(asked: Read) -> None:
    found = asked("Ein Studium ist Pflicht, und Berufserfahrung ist von Vorteil.")
    assert {r.label: r.relation for r in found} == {
        "Studium": "essential",
        "Berufserfahrung": "optional",
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Ein Studium ist nicht nötig.",
        "Man braucht dafür kein Abitur.",
        "Ein Meisterbrief ist keine Voraussetzung.",
    ],
)
def test_what_is_not_needed_is_no_requirement(asked: Read, sentence: str) -> None:
    assert asked(sentence) == ()


@pytest.mark.parametrize(
    ("stated", "months"),
    [
        ("mindestens drei Jahre Berufserfahrung", 36),
        ("drei bis sieben Jahre Berufserfahrung", 36),
        ("18 Monate Berufserfahrung", 18),
        ("zweijährige Berufserfahrung", 24),
        ("mehrjährige Berufserfahrung", None),
    ],
)
def test_months_of_experience(asked: Read, stated: str, months: int | None) -> None:
    (found,) = asked(f"Ein Bauleiter benötigt {stated}.")
    assert (found.kind, found.months_of_experience) == ("experience", months)


def test_the_length_of_an_apprenticeship_is_no_experience(asked: Read) -> None:
    (found,) = asked("Vorgeschrieben ist eine dreijährige Ausbildung.")
    assert (found.kind, found.months_of_experience) == ("education", None)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("abgeschlossenes Studium der Architektur", "education"),
        ("Meisterbrief", "education"),
        ("Erfahrung im Tiefbau", "experience"),
        ("verhandlungssicheres Englisch", "language"),
        ("Deutschkenntnisse auf dem Niveau B2", "language"),
        ("Führerschein der Klasse B", "mobility"),
        ("Reisebereitschaft", "mobility"),
        ("polizeiliches Führungszeugnis", "other"),
        ("Durchsetzungsvermögen", "skill"),
        ("Weiterbildungsbereitschaft", "skill"),
    ],
)
def test_kind(label: str, kind: str) -> None:
    assert kind_of(label) == kind


def test_list_items_and_their_lead_in(asked: Read) -> None:
    found = asked(
        "Das brauchen Bauleiter:\n\n- abgeschlossene Ausbildung\n- Teamgeist: Niemand baut.\n\n"
        "Von Vorteil sind:\n\n- Kenntnisse im Vergaberecht\n"
    )
    assert [(r.label, r.relation) for r in found] == [
        ("abgeschlossene Ausbildung", "essential"),
        ("Teamgeist", "essential"),
        ("Kenntnisse im Vergaberecht", "optional"),
    ]


def test_lost_umlauts_make_no_difference(asked: Read) -> None:
    (found,) = asked("Fur Bauleiter ist Zuverlassigkeit unerlasslich.")
    assert (found.label, found.kind) == ("Zuverlassigkeit", "skill")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ein Unternehmen braucht einen Bauleiter, sobald zwei Baustellen laufen.",
        "Ein Bauleiter verdient mit viel Erfahrung 70.000 Euro.",
        "Wir erwarten viel Engagement von unseren Kunden.",
        "Welche Kenntnisse braucht ein Bauleiter?",
    ],
)
def test_what_asks_nothing_of_the_role(asked: Read, sentence: str) -> None:
    assert asked(sentence, heading="Überblick") == ()


def test_ids_are_stable_and_repeats_left_out(asked: Read) -> None:
    found = asked("Ein Bauleiter braucht Geduld.\n\nGeduld ist für Bauleiter unverzichtbar.")
    assert [r.id for r in found] == ["bauleiter-skill-geduld"]
