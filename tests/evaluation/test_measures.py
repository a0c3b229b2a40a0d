"""Measures against values worked out by hand."""

from __future__ import annotations

import math

import pytest

from bot.evaluation.measures import measures


def test_a_perfect_ranking_scores_one() -> None:
    assert measures(["a", "b", "c"], {"a": 1, "b": 1}) == {
        "ndcg@10": 1.0, "mrr@10": 1.0, "recall@1": 0.5, "recall@5": 1.0, "recall@10": 1.0
    }  # fmt: skip


def test_the_second_place_is_discounted() -> None:
    found = measures(["x", "a"], {"a": 1})
    assert found["ndcg@10"] == pytest.approx(1 / math.log2(3))
    assert found["mrr@10"] == 0.5
    assert (found["recall@1"], found["recall@5"]) == (0.0, 1.0)


def test_a_grade_is_its_own_gain() -> None:
    better = measures(["a", "b"], {"a": 2, "b": 1})["ndcg@10"]
    worse = measures(["b", "a"], {"a": 2, "b": 1})["ndcg@10"]
    assert better == 1.0
    assert worse == pytest.approx((1 + 2 / math.log2(3)) / (2 + 1 / math.log2(3)))


def test_what_lies_beyond_ten_counts_for_nothing() -> None:
    assert set(measures([*"0123456789", "a"], {"a": 1}).values()) == {0.0}


def test_more_relevant_documents_than_places_can_still_be_perfect() -> None:
    relevant = dict.fromkeys("abcdefghijkl", 1)
    found = measures(list("abcdefghij"), relevant)
    assert found["ndcg@10"] == pytest.approx(1.0)
    assert found["recall@10"] == pytest.approx(10 / 12)
