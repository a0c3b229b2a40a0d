"""The recipes beside the product: filters kept, sets that are missing named, ranks fused."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.evaluation.beir import Query, read_set
from bot.evaluation.bench_retrieval import bench_retrieval, recipes, reciprocal_ranks
from bot.evaluation.judged_index import view_of
from bot.evaluation.tutorial import TutorialIndex
from bot.settings import load_settings
from tests.evaluation.sets import TEXTS, small_set
from tests.index.hashing import HashEncoder

MUNICH = {key for key, (city, _, _) in TEXTS.items() if city == "muenchen"}


def test_missing_and_broken_sets_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "xquad_de").mkdir()
    small_set(tmp_path / "integreat_de")
    broken, *rows, time = bench_retrieval(load_settings(), tmp_path)
    assert (broken.name, broken.value) == ("retrieval, xquad_de", None)
    assert "corpus.jsonl" in broken.note
    assert {row.name for row in rows} == {"ndcg@10, integreat_de", "recall@10, integreat_de"}
    assert {row.value for row in rows} == {1.0}
    assert len({row.baseline_name for row in rows}) == len(rows) / 2
    assert (time.name, time.unit) == ("run time, retrieval, integreat_de", "s")


def test_without_any_set_nothing_is_loaded(tmp_path: Path) -> None:
    first, second = bench_retrieval(load_settings(encoder="no such encoder"), tmp_path)
    assert "xquad_de" in first.note
    assert "integreat_de" in second.note


def test_every_recipe_keeps_to_the_filter(tmp_path: Path) -> None:
    judged = read_set(small_set(tmp_path / "set"))
    encoder = HashEncoder()
    by_id = {query.id: query for query in judged.queries}
    narrow, wide = by_id["q1"], by_id["q2"]
    names = []
    for name, rank in recipes(judged, view_of(judged.documents, encoder, tmp_path), encoder):
        names.append(name)
        found = rank(narrow.text, narrow)
        assert set(found) <= MUNICH, name
        assert len(set(found)) == len(found), name
        assert not set(rank(wide.text, wide)) <= MUNICH or "BM25" in name, name
        nowhere = Query("q", narrow.text, {}, frozenset())
        assert rank(narrow.text, nowhere) == [], name
    assert len(set(names)) == 6


def test_titles_stand_in_front_except_in_the_tutorial(tmp_path: Path) -> None:
    judged = read_set(small_set(tmp_path / "set"))
    view = view_of(judged.documents, HashEncoder(), tmp_path)
    question = Query("q", "Pass", {}, None)
    judged = type(judged)(judged.name, judged.documents, (question,))
    ranked = {
        name: rank("Pass", question)
        for name, rank in recipes(judged, view, HashEncoder())
        if name.startswith("BM25")
    }
    assert [set(found) for found in ranked.values()] == [{"m1", "m3", "b1"}] * 2


def test_reciprocal_ranks_are_added() -> None:
    def one(question: str, query: Query) -> Sequence[str]:
        return ["a", "b", "c"]

    def other(question: str, query: Query) -> Sequence[str]:
        return ["d", "c"]

    # c: 1/63 + 1/62; a and d: 1/61, in the order first met; b: 1/62.
    assert reciprocal_ranks(one, other)("egal", Query("q", "egal", {}, None)) == list("cadb")


@pytest.mark.parametrize("batch", [1, 100])
def test_the_tutorial_finds_by_meaning_and_where(
    tmp_path: Path, batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    import chromadb.api.client

    monkeypatch.setattr(chromadb.api.client.Client, "get_max_batch_size", lambda _: batch)
    texts = {"a": "The library lends books.", "b": "The pool opens in May.", "c": "A library."}
    properties = {"a": {"city": "x", "year": 1}, "b": {"city": "x", "year": 2}, "c": {"city": "y"}}
    index = TutorialIndex(texts, tmp_path, properties)
    assert next(iter(index.nearest("Where can I borrow books?", 3))) == "a"
    assert set(index.nearest("books", 3)) == set(texts)
    assert index.nearest("books", 1, {"city": "y"}) == {"c": "A library."}
    assert set(index.nearest("books", 3, {"city": "x"})) == {"a", "b"}
    assert set(index.nearest("books", 3, {"city": "x", "year": 2})) == {"b"}
