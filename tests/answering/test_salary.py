"""Answers on pay, over the corpus, the originals and articles on other roles."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot.answering.context import Context
from bot.answering.draft import Draft
from bot.answering.evidence import EvidenceReader
from bot.answering.grounding import numbers_in, violations
from bot.answering.pay.answer import build_salary
from bot.answering.pay.rows import wording
from bot.answering.records import record
from bot.answering.similarity import SentenceSimilarity
from bot.dialogue import understand
from bot.domain import Answer
from bot.index.encoder import load_encoder
from bot.index.serving import Index
from bot.index.sync import default_paths, ingest
from bot.knowledge.facts import read_facts
from bot.knowledge.profiles import role_profiles
from bot.knowledge.roles import RoleCatalogue
from bot.settings import load_settings
from bot.web.parts.salary_table import figure_of
from tests.conftest import ORIGINALS, needs_originals

ARTICLES = Path(__file__).resolve().parents[1] / "knowledge" / "articles"
Asked = Callable[..., Answer | None]


def asker(paths: list[str], folder: Path) -> Asked:
    """Asks the builder alone about an index of ``paths``; keywords replace what was understood."""
    settings = load_settings(db=folder / "index")
    ingest(paths, settings)
    view = Index.open(settings).view()
    catalogue = RoleCatalogue.of(view.sources.values())
    facts = {key: read_facts(source, catalogue) for key, source in view.sources.items()}
    profiles = role_profiles(view.sources, facts, catalogue)
    similarity = SentenceSimilarity(load_encoder(settings))
    vector = np.zeros(view.identity.dimension, np.float32)
    words = np.zeros((0, view.identity.dimension), np.float32)

    def ask(text: str, **given: Any) -> Answer | None:
        question = replace(understand(text, [], catalogue), **given)
        evidence = EvidenceReader(view, catalogue)
        context = Context(
            question, view, catalogue, profiles, (), vector, text, words, evidence, similarity
        )
        draft = Draft(view)
        if not build_salary(context, draft):
            assert not draft.lines and not draft.citations and not draft.salary
            return None
        answer = Answer(
            text, question.standalone, "answered", None, "salary", draft.text, draft.citations,
            salary=tuple(record(figure, draft) for figure in draft.salary),
        )  # fmt: skip
        assert violations(answer, view.sources) == []
        return answer

    return ask


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    """About twelve articles on other roles."""
    return asker([str(ARTICLES)], tmp_path_factory.mktemp("articles"))


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return asker([str(p) for p in default_paths()], tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="module", params=["corpus", pytest.param("originals", marks=needs_originals)])
def ask(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Asked:
    if request.param == "corpus":
        found: Asked = request.getfixturevalue("corpus")
        return found
    return asker([str(ORIGINALS)], tmp_path_factory.mktemp("originals"))


def answered(answer: Answer | None) -> Answer:
    assert answer is not None
    return answer


def first_line(answer: Answer) -> str:
    return next(line for line in answer.text.splitlines() if line)


def amounts(answer: Answer) -> set[tuple[Any, ...]]:
    return {(r["min"], r["max"], r["currency"]) for r in answer.salary}


def test_the_first_sentence_has_an_amount_of_each_source_the_newest_first(ask: Asked) -> None:
    answer = answered(ask("Was verdient ein Account Manager?"))
    newest = max(c.source.published or "" for c in answer.citations)
    assert answer.citations[0].source.published == newest
    assert first_line(answer).startswith("**Account Manager, je nach Quelle:** ")
    assert {40000, 60000} <= {int(n) for n in numbers_in(first_line(answer))}
    assert not {45000, 85000} & {int(n) for n in numbers_in(first_line(answer))}  # US dollars
    assert {58000, 60000} <= {int(n) for n in numbers_in(first_line(answer))}


def test_every_figure_of_the_role_is_a_row_with_its_marker(ask: Asked) -> None:
    answer = answered(ask("Was verdient ein Key Account Manager?"))
    rows = [line for line in answer.text.splitlines() if line.startswith("| ")]
    for shown in answer.salary:
        assert shown["role"] == "key-account-manager"
        quote = shown["citation"]["quote"]
        words = wording(figure_of(shown), quote)
        assert words in quote
        number = shown["citation"]["number"]
        assert any(words in row and f"[{number}]" in row for row in rows)


def test_the_first_sentence_names_the_country_that_is_asked_for_alone(ask: Asked) -> None:
    answer = answered(ask("Was verdient ein Account Manager in Deutschland?"))
    by_number = {shown["citation"]["number"]: shown for shown in answer.salary}
    cited = {int(number) for number in re.findall(r"\[(\d+)\]", first_line(answer))}
    assert len(cited) > 1
    assert {by_number[number]["country"] for number in cited if number in by_number} == {"DE"}


def test_old_figures_are_marked_and_nothing_is_averaged(ask: Asked) -> None:
    text = answered(ask("Was verdient ein Key Account Manager?")).text
    old = [line for line in text.splitlines() if "über 5.000 Euro" in line and "|" in line]
    assert old
    assert all("ältere Angabe" in line for line in old)
    assert text.count("ältere Angabe") == 3  # two rows, and the one in the first sentence
    assert "nicht gemittelt" in text


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Was verdient ein Junior Account Manager?",
         {(50e3, 56e3, "EUR"), (40e3, 45e3, "EUR"), (25e3, 35e3, "EUR")}),
        ("Was verdient ein Senior Account Manager?", {(55e3, 65e3, "EUR"), (100e3, None, "EUR")}),
        ("Was verdient ein Account Manager in den USA?", {(45e3, 85e3, "USD")}),
        ("Was verdient ein Account Manager in der Software-Branche?", {(50e3, 70e3, "EUR")}),
        ("Was verdienten Account Manager 2025?", {(50e3, 60e3, "EUR")}),
        ("Wie viel verdient ein Key Account Manager im Monat?", {(5e3, None, "EUR")}),
        ("Was verdienen Senior Account Manager in großen Firmen?", {(100e3, None, "EUR")}),
    ],
)  # fmt: skip
def test_filters(ask: Asked, question: str, expected: set[tuple[Any, ...]]) -> None:
    assert amounts(answered(ask(question))) == expected


@pytest.mark.parametrize(
    "question",
    [
        "Was verdient ein Key Account Manager in den USA?",
        "Was verdient ein Account Manager in der Schweiz?",
        "Was verdiente ein Account Manager 1995?",
        "Wie hoch ist der Stundensatz eines Account Managers?",
        "Was verdient ein Account Manager netto?",
        "Was ist der Median beim Gehalt eines Account Managers?",
        "Warum verdienen Key Account Manager mehr als Account Manager?",
        "Was verdient ein Zahnarzt?",
    ],
)
def test_where_no_fact_states_it_nothing_is_said(ask: Asked, question: str) -> None:
    assert ask(question) is None


def test_no_computed_figure_unless_asked(ask: Asked) -> None:
    plain = answered(ask("Was verdient ein Account Manager?"))
    assert all("computed" not in shown for shown in plain.salary)
    monthly = answered(ask("Wie viel verdient ein Account Manager im Monat?"))
    made = {shown["min"]: shown["computed"] for shown in monthly.salary}
    assert made[58000.0] == {
        "period": "month", "min": 4833.33, "max": 5000.0, "rule": "year_to_month", "factor": 12,
    }  # fmt: skip
    assert "umgerechnet" in monthly.text
    assert "4.833" not in monthly.text


def test_bonus_car_and_reasons_are_sentences(ask: Asked) -> None:
    bonus = answered(ask("Wie hoch ist der Bonus eines Account Managers?"))
    assert re.search("10 bis 20 Prozent", first_line(bonus))
    car = answered(ask("Bekommt ein Key Account Manager einen Firmenwagen?"))
    assert first_line(car).startswith("**Ja, das nennen die Quellen:**")
    assert "gehobenen Klasse" in first_line(car)
    reasons = answered(ask("Wovon hängt das Gehalt eines Account Managers ab?"))
    assert len({c.source.id for c in reasons.citations}) >= 4
    assert reasons.salary == ()


def test_two_roles_side_by_side(ask: Asked) -> None:
    answer = answered(ask("Wer verdient mehr, Account Manager oder Key Account Manager?"))
    assert first_line(answer).startswith("Key Account Manager verdienen nach den Quellen mehr")
    assert "| Angabe | Account Manager | Key Account Manager |" in answer.text
    row = next(line for line in answer.text.splitlines() if "70.000" in line and "120.000" in line)
    assert "40.000" in row
    assert {shown["role"] for shown in answer.salary} == {"account-manager", "key-account-manager"}


def test_english_frame_around_german_quotes(ask: Asked) -> None:
    answer = answered(ask("What does an account manager earn in Germany?"))
    assert first_line(answer).startswith("**Account Manager, depending on the (German) source:** ")
    assert "| Figure | Amount | Period | Country | Quote |" in answer.text
    assert {shown["country"] for shown in answer.salary} == {"DE", None}
    assert {shown["currency"] for shown in answer.salary} == {"EUR"}


def test_an_amount_that_no_source_states_is_not_confirmed(ask: Asked) -> None:
    answer = answered(ask("Stimmt es, dass Key Account Manager 200.000 Euro verdienen?"))
    assert first_line(answer) == "Genau diesen Betrag nennt keine der Quellen."
    stated = answered(ask("Welche Key Account Manager verdienen 120.000 Euro und mehr?"))
    assert "120.000 Euro und mehr" in first_line(stated)


def test_other_roles_periods_and_currencies(articles: Asked) -> None:
    swiss = answered(articles("Was verdient ein UX Designer in der Schweiz?"))
    assert {shown["currency"] for shown in swiss.salary} == {"CHF"}
    daily = answered(articles("Wie hoch ist der Tagessatz eines UX Designers?"))
    assert {shown["period"] for shown in daily.salary} == {"day"}
    net = answered(articles("Was verdient ein Erzieher netto?"))
    assert [shown["gross"] for shown in net.salary] == [False]
    fixed = answered(articles("Was verdient ein Filialleiter ohne Bonus?"))
    assert [shown["max"] for shown in fixed.salary] == [60000.0]


def test_fourteen_salaries_are_counted_where_the_sentence_states_them(articles: Asked) -> None:
    answer = answered(articles("Wie viel verdient ein Softwarearchitekt in Österreich im Jahr?"))
    assert answer.salary[0]["computed"]["max"] == 5900 * 14
    assert "vierzehn" in answer.text


def test_pay_in_training_is_called_so_and_never_leads(articles: Asked) -> None:
    answer = answered(articles("Was verdient ein Elektroniker?"))
    assert "41.800" in first_line(answer)
    rows = [line for line in answer.text.splitlines() if "| 950 Euro" in line]
    assert rows and all("usbildung" in row for row in rows)


def test_a_car_that_some_do_not_get_is_no_plain_yes(articles: Asked) -> None:
    answer = answered(articles("Bekommen Filialleiter einen Firmenwagen?"))
    assert not first_line(answer).startswith("**Ja")
    assert len(answer.citations) == 2
