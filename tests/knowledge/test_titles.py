"""Occupational titles are recognised by their form; what anybody may be called is none."""

from __future__ import annotations

import pytest

from bot.domain import Section, Source
from bot.knowledge.announced import announced_titles
from bot.knowledge.titles import named_roles


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Die Projektleiterin und der Bauleiter", ["projektleiter", "bauleiter"]),
        ("Vertriebsleitern und Fachärzten", ["vertriebsleiter", "facharzt"]),
        ("Product-Owner:in oder Software-Engineer", ["product-owner", "software-engineer"]),
        ("Senior Key Account Managerinnen", ["key-account-manager"]),
        ("zum Head of Sales", ["head-of-sales"]),
        ("Vice Presidents of Account Management", ["vice-president-of-account-management"]),
        ("Kauffrau für Büromanagement", ["kaufmann-fuer-bueromanagement"]),
        ("Kaufleute im Einzelhandel", ["kaufmann-im-einzelhandel"]),
        ("Pflegefachkräfte im Monat", ["pflegefachkraft"]),
        ("ein technischer Leiter", ["technischer-leiter"]),
        ("der CFO", ["cfo"]),
    ],
)
def test_titles(text: str, ids: list[str]) -> None:
    assert [role.role_id for role in named_roles(text)] == ids


@pytest.mark.parametrize(
    "text",
    [
        "Ansprechpartner für Mitarbeiter und Arbeitgeber",
        "im Monat das Rückgrat des Teams",
        "Manager leiten und Meister loben",
        "der Marktführer ist Vorreiter",
        "Die Leiter steht am Haus",
    ],
)
def test_what_is_no_title(text: str) -> None:
    found = [role.role_id for role in named_roles(text)]
    assert found in ([], ["meister"])


def test_level_and_place() -> None:
    text = "Ein Senior Bauleiter plant."
    (role,) = named_roles(text)
    assert (role.role_id, role.level, text[role.start : role.end]) == (
        "bauleiter",
        "senior",
        "Senior Bauleiter",
    )


@pytest.mark.parametrize(
    ("title", "headings", "ids"),
    [
        ("Was macht ein(e) Projektleiter/-in?", [], ["projektleiter"]),
        ("Gehalt als Pflegefachkraft", [], ["pflegefachkraft"]),
        ("Hebamme werden", [], ["hebamme"]),
        ("Berufsbild Data Scientist (m/w/d)", [], ["data-scientist"]),
        ("Logopäde: Aufgaben & Gehalt", [], ["logopaede"]),
        ("Der Tag am Bienenstock", ["Was verdient ein Imker?"], ["imker"]),
        ("Bauleiter: Gehalt", ["Vom Bauleiter zum Oberbauleiter"], ["bauleiter"]),
        ("Pflegefachkraft", ["Was verdient eine Pflegefachkraft im Monat?"], ["pflegefachkraft"]),
        ("Zwei Rollen im Vergleich", ["Gehalt", "Was macht das Unternehmen?"], []),
    ],
)
def test_what_an_article_announces(title: str, headings: list[str], ids: list[str]) -> None:
    source = Source("a", title, "Text.", tuple(Section((h,), 0, 1) for h in headings))
    assert [role.role_id for role in announced_titles(source)] == ids
