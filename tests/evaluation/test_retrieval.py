"""Any retriever measured on a judged set."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.evaluation.beir import Query, read_set
from bot.evaluation.perturb import perturbed
from bot.evaluation.retrieval import evaluate_folder, measure
from bot.settings import load_settings
from tests.evaluation.sets import small_set


@pytest.mark.parametrize("kind", [None, "ae", "typos"])
def test_the_retriever_is_asked_what_was_typed(tmp_path: Path, kind: str | None) -> None:
    judged = read_set(small_set(tmp_path))
    asked: list[str] = []

    def rank(question: str, query: Query) -> list[str]:
        asked.append(question)
        return ["m1", "m2"]

    run = measure(judged, rank, perturbation=kind)
    plain = [query.text for query in judged.queries]
    assert asked == (perturbed(plain, kind) if kind else plain)
    assert run.perturbation == kind
    assert run.per_question["q1"]["recall@1"] == 1.0
    assert run.per_question["q2"]["recall@1"] == 0.0
    assert run.means["recall@1"] == 0.5
    assert run.means["mrr@10"] == 0.75


def test_per_question_figures_are_only_given_on_demand(tmp_path: Path) -> None:
    run = measure(read_set(small_set(tmp_path)), lambda question, query: ["m1"])
    assert "per_question" not in run.to_json()
    assert set(run.to_json(per_question=True)["per_question"]) == {"q1", "q2"}


def test_a_folder_is_measured_with_the_products_own_retriever(tmp_path: Path) -> None:
    found = evaluate_folder(small_set(tmp_path), load_settings())
    assert (found["questions"], found["passages"]) == (2, 66)
    assert found["ndcg@10"] == found["recall@1"] == 1.0
