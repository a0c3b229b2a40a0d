"""The reading of judged sets."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import UsageError
from bot.evaluation.beir import read_set, set_folder, sets_found
from tests.evaluation.sets import foreign_set, small_set, write


def test_a_facet_filters_and_an_identifier_does_not(tmp_path: Path) -> None:
    judged = read_set(small_set(tmp_path))
    first, second = judged.queries
    assert first.scope == {"m1", "m2", "m3"}
    assert second.scope is None
    assert judged.documents[0].facets == (("city", "muenchen"),)


def test_three_cities_among_nine_documents_are_a_facet(tmp_path: Path) -> None:
    small_set(tmp_path)
    write(tmp_path, "corpus", [
        {"_id": f"{city}{i}", "text": "Text", "city": city, "page": f"{city}{i}"}
        for city in "abc" for i in range(3)
    ])  # fmt: skip
    write(tmp_path, "queries", [{"_id": "q1", "text": "Was?", "city": "b", "page": "a1"}])
    (query,) = read_set(tmp_path).queries
    assert query.scope == {"b0", "b1", "b2"}


def test_only_judged_questions_are_asked(tmp_path: Path) -> None:
    assert [query.id for query in read_set(small_set(tmp_path)).queries] == ["q1", "q2"]


def test_judgements_as_a_table_are_the_same(tmp_path: Path) -> None:
    lines = read_set(small_set(tmp_path))
    (tmp_path / "qrels.jsonl").unlink()
    (tmp_path / "qrels").mkdir()
    table = "query-id\tcorpus-id\tscore\nq1\tm1\t1\nq2\tm2\t1\n"
    (tmp_path / "qrels" / "test.tsv").write_text(table, encoding="utf-8")
    assert read_set(tmp_path).fingerprint == lines.fingerprint


def test_unanswerable_questions_keep_their_facets(tmp_path: Path) -> None:
    first, _ = read_set(small_set(tmp_path, unanswerable=True)).unanswerable
    assert (first.id, first.relevant, first.scope) == ("u1", {}, {"m1", "m2", "m3"})


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("corpus", "Freibad", "Museum"),
        ("corpus", '"berlin"', '"muenchen"'),
        ("queries", "leihen", "kaufen"),
        ("queries", '"city": "muenchen"', '"city": "berlin"'),
        ("qrels", '"m1"', '"m3"'),
        ("qrels", '"score": 1', '"score": 2'),
    ],
)
def test_whatever_changes_changes_the_fingerprint(
    tmp_path: Path, name: str, old: str, new: str
) -> None:
    before = read_set(small_set(tmp_path))
    assert read_set(tmp_path).fingerprint == before.fingerprint
    file = tmp_path / f"{name}.jsonl"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert read_set(tmp_path).fingerprint != before.fingerprint


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("corpus", None, r"corpus\.jsonl lässt sich nicht lesen"),
        ("queries", '{"_id": "q1", "text": "a"}\nkaputt', "Zeile 2: kein gültiges JSON"),
        ("queries", "{}", "Zeile 1: das Feld '_id' fehlt"),
        ("queries", "[1]", "Zeile 1: kein passendes"),
        ("queries", '{"_id": "q1", "text": 5}', "Zeile 1: kein passendes"),
        ("qrels", '{"query-id": "q1", "corpus-id": "m1", "score": "x"}', "kein passendes"),
        ("qrels", "", "keine Frage mit einem Urteil"),
        ("corpus", '{"_id": "a", "text": "x"}\n{"_id": "a", "text": "y"}', "mehrmals"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, name: str, text: str | None, says: str) -> None:
    file = small_set(tmp_path) / f"{name}.jsonl"
    if text is None:
        file.unlink()
    else:
        file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=says):
        read_set(tmp_path)


def test_a_file_in_another_encoding_is_no_traceback(tmp_path: Path) -> None:
    (small_set(tmp_path) / "corpus.jsonl").write_bytes(b'{"_id": "a", "text": "\xfc"}')
    with pytest.raises(UsageError, match="UTF-8"):
        read_set(tmp_path)


def test_a_set_is_found_by_path_and_by_name(tmp_path: Path) -> None:
    own = small_set(tmp_path / "eigene")
    known = foreign_set(tmp_path / "xquad_de")
    assert set_folder(str(own)) == own
    assert set_folder("xquad_de", tmp_path) == known
    assert sets_found(tmp_path) == [known]
    with pytest.raises(UsageError, match=r"Mit Namen gefunden: xquad_de"):
        set_folder("nirgends", tmp_path)
