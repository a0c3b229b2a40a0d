"""Every amount of the five articles that is pay, listed by hand, and none beside."""

from __future__ import annotations

import pytest

from bot.domain import Source
from bot.index.sync import default_paths
from bot.knowledge.facts.salary import salary_figures
from bot.knowledge.facts.statements import statements
from bot.knowledge.roles import RoleCatalogue
from bot.reading import Limits, discover, read

AM, KAM = "account-manager", "key-account-manager"
BOTH = "account-manager-und-key-account-manager"
TECH = "Cleantech- oder Software-Industrie"

# role, level, min, max, statistic, currency, period, gross, country, year, its basis, branch
FIGURES: dict[str, list[tuple[object, ...]]] = {
    "account-manager-2026": [
        (AM, "junior", 50e3, 56e3, "range", "EUR", "year", True, None, 2026, "article", None),
        (AM, None, 58e3, 60e3, "mean", "EUR", "year", True, None, 2026, "article", None),
        (AM, None, 32e3, 100e3, "range", "EUR", "year", True, None, 2026, "article", None),
        (AM, None, 50e3, 60e3, "mean", "EUR", "year", True, "DE", 2025, "text", None),
        (KAM, None, 60e3, 75e3, "range", "EUR", "year", True, None, 2026, "article", None),
    ],
    "account-manager-digitalwirtschaft": [
        (AM, "junior", 25e3, 35e3, "range", "EUR", None, None, None, None, None, None),
        (AM, "senior", 100e3, None, "minimum", "EUR", None, True, None, None, None, None),
        (KAM, None, 100e3, None, "minimum", "EUR", None, True, None, None, None, None),
    ],
    "account-manager-finanzlexikon": [
        (AM, None, 45e3, 85e3, "range", "USD", "year", None, "US", None, None, None),
    ],
    BOTH: [
        (AM, None, 40e3, 60e3, "range", "EUR", "year", None, "DE", None, None, None),
        (AM, "junior", 40e3, 45e3, "range", "EUR", "year", None, "DE", None, None, None),
        (AM, "senior", 55e3, 65e3, "range", "EUR", "year", None, "DE", None, None, None),
        (AM, None, 50e3, 70e3, "range", "EUR", "year", None, "DE", None, None, TECH),
        (KAM, None, 70e3, 120e3, "range", "EUR", "year", None, None, None, None, None),
        (KAM, "junior", 70e3, 70e3, "exact", "EUR", "year", None, None, None, None, None),
        (KAM, "senior", 120e3, None, "minimum", "EUR", "year", None, None, None, None, None),
        (KAM, None, 100e3, 150e3, "range", "EUR", "year", None, None, None, None, TECH),
        (AM, None, 40e3, 60e3, "range", "EUR", "year", None, "DE", None, None, None),
        (KAM, None, 70e3, 120e3, "range", "EUR", "year", None, "DE", None, None, None),
    ],
    "key-account-manager": [
        (KAM, None, 5e3, None, "mean", "EUR", "month", None, None, 2020, "article", None),
        (KAM, None, 50e3, 90e3, "mean", "EUR", "year", None, None, 2020, "article", None),
    ],
}


@pytest.fixture(scope="module")
def corpus() -> dict[str, Source]:
    found, _ = discover([str(path) for path in default_paths()], limits=Limits())
    sources = [read(file, limits=Limits()) for file in found]
    return {source.id: source for source in sources}


@pytest.mark.parametrize("alone", [True, False], ids=["alone", "with the other articles"])
@pytest.mark.parametrize("name", FIGURES)
def test_figures_are_exactly_those_listed(
    corpus: dict[str, Source], name: str, alone: bool
) -> None:
    known = [corpus[name]] if alone else list(corpus.values())
    found = salary_figures(statements(corpus[name], RoleCatalogue.of(known)))
    assert [
        (
            f.role,
            f.seniority,
            f.min,
            f.max,
            f.statistic,
            f.currency,
            f.period,
            f.gross,
            f.country,
            f.year,
            f.year_basis,
            f.branch,
        )
        for f in found
    ] == FIGURES[name]
    assert all(f.mean is None and f.median is None for f in found)
