"""Salary figures: what is pay, whose, where, when and for what time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.facts import PayNote, SalaryFigure
from bot.knowledge.facts.pay_notes import pay_notes
from bot.knowledge.facts.salary import salary_figures
from bot.knowledge.facts.statements import statements
from bot.knowledge.roles import RoleCatalogue
from bot.reading import Limits, discover, read

Read = Callable[..., tuple[SalaryFigure, ...]]
READ_SOURCE = "# Bauleiter: Aufgaben und Gehalt\n\n"


@pytest.fixture
def figures(tmp_path: Path) -> Read:
    def of(body: str, **metadata: str) -> tuple[SalaryFigure, ...]:
        lines = "".join(f"{key}: {value}\n" for key, value in metadata.items())
        path = tmp_path / "bauleiter.md"
        path.write_text(f"---\n{lines}---\n{READ_SOURCE}{body}\n", encoding="utf-8")
        found, _ = discover([str(path)], limits=Limits())
        source = read(found[0], limits=Limits())
        return salary_figures(statements(source, RoleCatalogue.of([source])))

    return of


@pytest.fixture
def notes(tmp_path: Path) -> Callable[[str], tuple[PayNote, ...]]:
    def of(body: str) -> tuple[PayNote, ...]:
        path = tmp_path / "bauleiter.md"
        path.write_text(READ_SOURCE + body, encoding="utf-8")
        found, _ = discover([str(path)], limits=Limits())
        source = read(found[0], limits=Limits())
        return pay_notes(statements(source, RoleCatalogue.of([source])))

    return of


def values(figure: SalaryFigure, *names: str) -> tuple[Any, ...]:
    return tuple(getattr(figure, name) for name in names)


@pytest.mark.parametrize(
    "text",
    [
        "Er verantwortet ein Jahresbudget von 500 TEUR.",
        "Die Firma macht 50 Mio. Euro Umsatz im Jahr.",
        "Der Lehrgang kostet 4.200 Euro.",
        "Die Prüfungsgebühr beträgt 450 Euro.",
        "Eltern zahlen je nach Einkommen 90 bis 380 Euro im Monat.",
        "Kunden zahlen dafür 900.000 Euro.",
        "Auf der Baustelle liegen 5.000 Sensoren.",
        "Eine Einkommensteuererklärung kostet 300 Euro.",
        "Üblich ist ein Honorar von 90 Euro je Besuch.",
        "Für Schäden ab 10.000 Euro haftet die Versicherung.",
    ],
)
@pytest.mark.parametrize("heading", ["Alltag", "Gehalt"])
def test_other_money_is_no_pay(figures: Read, text: str, heading: str) -> None:
    assert figures(f"## {heading}\n\n{text}") == ()


def test_outside_of_pay_a_verb_is_not_enough(figures: Read) -> None:
    assert figures("## Alltag\n\nEin Kran kommt auf 350.000 Euro.") == ()
    assert figures("## Alltag\n\nEin Bauleiter kommt auf 60.000 Euro.") != ()


@pytest.mark.parametrize(
    "text",
    [
        "Die Schichtzulage beträgt 200 Euro im Monat.",
        "Die Gewerkschaft fordert 200 Euro mehr im Monat.",
        "Zwischen Nord und Süd liegen 4.000 Euro.",
    ],
)
def test_supplements_and_differences_are_no_salary(figures: Read, text: str) -> None:
    assert figures(f"## Gehalt\n\n{text}") == ()


def test_pay_beside_other_money(figures: Read) -> None:
    (figure,) = figures("Bauleiter in Firmen mit 10 Mio. Euro Umsatz verdienen 55.000 Euro.")
    assert values(figure, "role", "min", "max") == ("bauleiter", 55_000, 55_000)


def test_levels_stand_before_or_behind_their_amounts(figures: Read) -> None:
    for text in (
        "Junior 45.000 Euro, Senior 70.000 Euro.",
        "Üblich sind 45.000 Euro für Berufsanfänger und 70.000 Euro für erfahrene Bauleiter.",
        "Das Gehalt beginnt bei 45.000 Euro für Einsteiger und steigt auf 70.000 Euro "
        "für erfahrene Professionals.",
    ):
        found = figures(f"## Gehalt\n\n{text}")
        assert [values(f, "seniority", "min") for f in found] == [
            ("junior", 45_000),
            ("senior", 70_000),
        ], text


def test_countries_and_currencies_of_one_sentence(figures: Read) -> None:
    found = figures("In Deutschland verdienen Bauleiter 60.000 Euro, in den USA 90.000 Dollar.")
    assert [values(f, "country", "currency", "min") for f in found] == [
        ("DE", "EUR", 60_000),
        ("US", "USD", 90_000),
    ]


def test_francs_are_no_country(figures: Read) -> None:
    (figure,) = figures("Ein Bauleiter verdient 95'000 Franken im Jahr.")
    assert values(figure, "currency", "country") == ("CHF", None)


def test_roles_joined_by_and_each_get_a_figure(figures: Read) -> None:
    found = figures("Senior Bauleiter und Oberbauleiter verdienen weit über 100.000 Euro brutto.")
    assert [values(f, "role", "seniority", "min", "max", "statistic", "gross") for f in found] == [
        ("bauleiter", "senior", 100_000, None, "minimum", True),
        ("oberbauleiter", None, 100_000, None, "minimum", True),
    ]


def test_a_role_that_is_compared_with_is_not_paid(figures: Read) -> None:
    (figure,) = figures("Mehr als Poliere verdienen Bauleiter mit 60.000 Euro.")
    assert figure.role == "bauleiter"
    (figure,) = figures("Ein Bauleiter verdient im Vergleich zum Polier 60.000 Euro.")
    assert figure.role == "bauleiter"
    (figure,) = figures("Im Vergleich dazu verdient ein Polier 45.000 Euro.")
    assert figure.role == "polier"


def test_what_stands_before_an_amount_wins(figures: Read) -> None:
    (figure,) = figures("Bauleiter verdienen 60.000 Euro und führen Poliere.")
    assert figure.role == "bauleiter"


def test_the_english_title_is_the_same_role(figures: Read) -> None:
    (figure,) = figures(
        "## Projektmanager\n\nEin Project Manager verdient 60.000 Euro.", roles="[projektmanager]"
    )
    assert figure.role == "projektmanager"


def test_a_list_inherits_what_its_lead_in_and_heading_say(figures: Read) -> None:
    found = figures(
        "## Gehalt in Österreich\n\nBruttojahresgehälter 2023:\n\n"
        "- Berufseinsteiger: 42k\n- Technischer Leiter: ab 75 TEUR inkl. Bonus\n"
    )
    shared = ("period", "gross", "country", "year", "year_basis", "currency")
    assert {values(f, *shared) for f in found} == {("year", True, "AT", 2023, "text", "EUR")}
    assert [values(f, "role", "seniority", "min", "includes_variable") for f in found] == [
        ("bauleiter", "junior", 42_000, None),
        ("technischer-leiter", None, 75_000, True),
    ]


def test_table_cells_have_the_country_of_their_column(figures: Read) -> None:
    found = figures(
        "## Gehalt\n\n| Erfahrung | Deutschland | Schweiz |\n|---|---|---|\n"
        "| bis 2 Jahre | 50.000 € | 85.000 CHF |\n"
    )
    assert [values(f, "country", "min") for f in found] == [("DE", 50_000), ("CH", 85_000)]


def test_paragraphs_hand_on_period_and_country_forwards_only(figures: Read) -> None:
    text = "Bauleiter verdienen 50.000 Euro. In Österreich sind es 48.000 Euro im Jahr. {}"
    found = figures("## Gehalt\n\n" + text.format("Erfahrene kommen auf 70.000 Euro."))
    assert [values(f, "period", "country") for f in found] == [
        (None, None),
        ("year", "AT"),
        ("year", "AT"),
    ]


def test_a_period_that_cannot_be_meant_is_not_handed_on(figures: Read) -> None:
    found = figures(
        "## Gehalt\n\nBauleiter verdienen 4.000 Euro im Monat. Leiter kommen auf 90.000 Euro."
    )
    assert [f.period for f in found] == ["month", None]


def test_gross_and_net_of_one_sentence(figures: Read) -> None:
    found = figures("## Gehalt\n\nVon 4.500 Euro brutto bleiben netto 2.800 Euro.")
    assert [values(f, "min", "gross") for f in found] == [(4_500, True), (2_800, False)]


def test_mean_median_and_their_ranges(figures: Read) -> None:
    found = figures(
        "## Gehalt\n\nIm Durchschnitt sind es 58.000 bis 60.000 Euro. Der Median beträgt 57.000 "
        "Euro."
    )
    names = ("statistic", "min", "max", "mean", "median")
    assert [values(f, *names) for f in found] == [
        ("mean", 58_000, 60_000, None, None),
        ("median", None, None, None, 57_000),
    ]


def test_an_articles_date_is_marked_as_such(figures: Read) -> None:
    text = "Bauleiter verdienen 60.000 Euro."
    assert values(figures(text, published="2020-02-24")[0], "year", "year_basis") == (
        2020,
        "article",
    )
    assert values(figures(text)[0], "year", "year_basis") == (None, None)
    stated = figures(f"{text[:-1]} (Stand 2018).", published="2020-02-24")[0]
    assert values(stated, "year", "year_basis") == (2018, "text")


def test_branch_share_and_car(figures: Read) -> None:
    (figure,) = figures(
        "In der Software- oder Cleantech-Industrie verdienen Bauleiter 60.000 Euro, dazu 10 bis "
        "15 Prozent Bonus und ein Firmenwagen."
    )
    names = ("branch", "bonus_share_min", "bonus_share_max", "company_car")
    assert values(figure, *names) == ("Software- oder Cleantech-Industrie", 10, 15, True)


def test_notes_of_each_kind(notes: Callable[[str], tuple[PayNote, ...]]) -> None:
    found = notes(
        "## Gehalt\n\nDer Bonus beträgt 8 bis 15 Prozent des Fixgehalts, wenn der Umsatz um 3 "
        "Prozent wächst. Einen Dienstwagen gibt es meist. Hinzu kommt eine betriebliche "
        "Altersvorsorge. Das Gehalt hängt von der Region ab."
    )
    assert [(n.kind, n.share_min, n.share_max) for n in found] == [
        ("variable", 8, 15),
        ("company_car", None, None),
        ("benefit", None, None),
        ("factor", None, None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Es gibt keinen Firmenwagen und keine Provision.",
        "Inklusive Bonus liegt das Gehalt bei 98.000 Euro.",
        "Einen Firmenwagen gibt es auf dieser Ebene dagegen nicht.",
        "Einen Bonus gibt es nicht.",
    ],
)
def test_what_is_denied_or_counted_in_is_no_note(
    notes: Callable[[str], tuple[PayNote, ...]], text: str
) -> None:
    assert notes(f"## Gehalt\n\n{text}") == ()
