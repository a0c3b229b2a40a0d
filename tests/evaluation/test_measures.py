"""Measures against values worked out by hand, and the reading of judged sets."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from bot.errors import UsageError
from bot.evaluation.beir import read_set
from bot.evaluation.retrieval import evaluate_folder, measures
from bot.settings import load_settings


def test_a_perfect_ranking_scores_one() -> None:
    assert measures(["a", "b", "c"], {"a": 1, "b": 1}) == {
        "ndcg@10": 1.0, "mrr@10": 1.0, "recall@1": 0.5, "recall@5": 1.0, "recall@10": 1.0
    }  # fmt: skip


def test_the_second_place_is_discounted() -> None:
    found = measures(["x", "a"], {"a": 1})
    assert found["ndcg@10"] == pytest.approx(1 / math.log2(3))
    assert found["mrr@10"] == 0.5
    assert (found["recall@1"], found["recall@5"]) == (0.0, 1.0)


def test_grades_count() -> None:
    better = measures(["a", "b"], {"a": 2, "b": 1})["ndcg@10"]
    worse = measures(["b", "a"], {"a": 2, "b": 1})["ndcg@10"]
    assert better == 1.0
    assert worse == pytest.approx((1 + 3 / math.log2(3)) / (3 + 1 / math.log2(3)))


def test_what_lies_beyond_ten_counts_for_nothing() -> None:
    assert set(measures([*"0123456789", "a"], {"a": 1}).values()) == {0.0}


def write(folder: Path, name: str, rows: list[dict[str, object]]) -> None:
    text = "\n".join(json.dumps(row) for row in rows)
    (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")


def small_set(folder: Path) -> Path:
    texts = {
        "m1": ("muenchen", "Das Bürgerbüro stellt Reisepässe aus."),
        "m2": ("muenchen", "Die Bibliothek verleiht Bücher und Spiele."),
        "b1": ("berlin", "Der Reisepass wird im Bürgeramt beantragt."),
        "b2": ("berlin", "Im Schwimmbad gibt es Kurse für Kinder."),
    }
    filler = {f"f{i}": ("berlin", f"Der Park Nummer {i} hat eine große Wiese.") for i in range(60)}
    write(folder, "corpus", [
        {"_id": key, "title": "Stadt", "text": text, "city": city, "page": key}
        for key, (city, text) in {**texts, **filler}.items()
    ])  # fmt: skip
    write(folder, "queries", [
        {"_id": "q1", "text": "Wo bekomme ich einen Reisepass?", "city": "muenchen", "page": "b2"},
        {"_id": "q2", "text": "Wo kann man Bücher leihen?"},
        {"_id": "q3", "text": "Ohne Urteil"},
    ])  # fmt: skip
    write(folder, "qrels", [
        {"query-id": "q1", "corpus-id": "m1", "score": 1},
        {"query-id": "q2", "corpus-id": "m2", "score": 1},
    ])  # fmt: skip
    return folder


def test_a_facet_filters_and_an_identifier_does_not(tmp_path: Path) -> None:
    judged = read_set(small_set(tmp_path))
    first, second = judged.queries
    assert first.scope == {"m1", "m2"}
    assert second.scope is None


def test_the_product_finds_the_judged_passages(tmp_path: Path) -> None:
    found = evaluate_folder(small_set(tmp_path), load_settings())
    assert (found["questions"], found["passages"]) == (2, 64)
    assert found["ndcg@10"] == found["recall@1"] == 1.0


def test_a_missing_file_and_broken_json_are_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"corpus\.jsonl"):
        read_set(tmp_path)
    small_set(tmp_path)
    (tmp_path / "queries.jsonl").write_text("{}\nkaputt", encoding="utf-8")
    with pytest.raises((UsageError, KeyError)):
        read_set(tmp_path)
