"""A figure is read with what it is said of."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.answering.generative.figures import figures_in, has_figure
from bot.knowledge.roles import Role, RoleCatalogue

ROLES = RoleCatalogue((Role("lotse", "Lotse"), Role("maat", "Maat")))


def test_each_figure_belongs_to_the_role_named_last_before_it() -> None:
    first, second = figures_in("Ein Lotse verdient 90.000 Euro, ein Maat 40.000 Euro.", ROLES)
    assert (first.value, first.role) == (Decimal(90_000), "lotse")
    assert (second.value, second.role) == (Decimal(40_000), "maat")


def test_a_role_behind_the_figure_counts_where_it_is_the_only_one() -> None:
    (figure,) = figures_in("Rund 90.000 Euro verdient ein Lotse.", ROLES)
    assert figure.role == "lotse"
    (unclear,) = figures_in("90.000 Euro verdient ein Lotse und auch ein Maat.", ROLES)
    assert unclear.role is None


@pytest.mark.parametrize(
    ("text", "field", "values"),
    [
        ("Ein Junior Lotse bekommt 30.000, ein Senior Lotse 60.000 Euro.", "level",
         ["junior", "senior"]),
        ("In der Schweiz 90.000 Franken, in Deutschland 60.000 Euro.", "country", ["CH", "DE"]),
        ("In der Schweiz 90.000 Franken, in Deutschland 60.000 Euro.", "unit", ["franc", "euro"]),
        ("nach drei bis sechs Monaten", "unit", ["month", "month"]),
        ("ein bis drei Jahre", "value", [1, 3]),
        ("dreijährige Ausbildung", "value", [3]),
        ("bis zu 90.000 Euro", "bound", ["most"]),
        ("weit über 90.000 Euro", "bound", ["least"]),
        ("über 90.000 Euro", "bound", ["least"]),
        ("mehr als rund 90.000 Euro", "bound", ["least"]),
        ("60.000 Euro bis zu 90.000 Euro", "bound", [None, None]),
        ("20 bis 50 Kunden", "noun", [None, "kund"]),
        ("um 15 % mehr", "unit", ["percent"]),
        ("70 000 Euro, 70\u00a0000 Euro und 70,000 euros", "value", [70_000] * 3),
    ],
)  # fmt: skip
def test_what_stands_around_a_figure(text: str, field: str, values: list[object]) -> None:
    assert [getattr(figure, field) for figure in figures_in(text, ROLES)] == values


def test_an_article_is_no_figure() -> None:
    assert not has_figure("Ein Lotse führt ein Schiff.")
    assert has_figure("Ein Lotse lernt ein Jahr.")
