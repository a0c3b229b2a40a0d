"""A judged set as an index version."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.evaluation.beir import Document, read_set
from bot.evaluation.judged_index import JudgedIndex, view_of
from tests.evaluation.sets import small_set
from tests.index.hashing import HashEncoder

DOCUMENTS = (
    Document("a-0", "Pass", "Erste Seite. Mit zwei Sätzen.", (("city", "m"),)),
    Document("b-0", "Pass", "Andere Stadt.", (("city", "b"),)),
    Document("c-0", "", "Ohne Titel.", (("city", "m"),)),
    Document("d-0", "", "Auch ohne Titel.", (("city", "m"),)),
    Document("z-x-9", "Pass", "Zweite Seite.", (("city", "m"),)),
)


def test_one_title_in_one_city_is_one_source(tmp_path: Path) -> None:
    view = view_of(DOCUMENTS, HashEncoder(), tmp_path)
    by_source: dict[str, list[str]] = {}
    for passage in view.passages:
        by_source.setdefault(passage.source_id, []).append(passage.id)
    assert list(by_source.values()) == [["a-0", "z-x-9"], ["b-0"], ["c-0"], ["d-0"]]
    assert set(view.sources) == set(by_source)


def test_offsets_lead_to_the_document(tmp_path: Path) -> None:
    view = view_of(DOCUMENTS, HashEncoder(), tmp_path)
    texts = {document.id: document.text for document in DOCUMENTS}
    for passage in view.passages:
        source = view.sources[passage.source_id].text
        assert source[passage.start : passage.end] == passage.text == texts[passage.id]
        assert passage.start <= passage.sentences[0].start
        assert passage.sentences[-1].end <= passage.end
    two = next(passage for passage in view.passages if passage.id == "a-0")
    assert [two.text[s.start : s.end] for s in two.sentences] == [
        "Erste Seite.",
        "Mit zwei Sätzen.",
    ]
    assert view.sources[two.source_id].text.endswith("Sätzen.\n\nZweite Seite.")


def test_each_passage_has_its_own_vector(tmp_path: Path) -> None:
    encoder = HashEncoder()
    view = view_of(DOCUMENTS, encoder, tmp_path)
    texts = [view.searched_text(passage) for passage in view.passages]
    assert view.vectors is not None
    np.testing.assert_allclose(view.vectors, HashEncoder().encode_passages(texts))
    assert "Pass\nZweite Seite." in texts


def test_vectors_are_kept_by_texts_and_encoder(tmp_path: Path) -> None:
    first, again, other = HashEncoder(), HashEncoder(), HashEncoder("2")
    made = view_of(DOCUMENTS, first, tmp_path).vectors
    read = view_of(DOCUMENTS, again, tmp_path).vectors
    assert (len(first.encoded), again.encoded) == (5, [])
    assert made is not None and read is not None
    np.testing.assert_array_equal(made, read)
    view_of(DOCUMENTS, other, tmp_path)
    view_of(DOCUMENTS[1:], again, tmp_path)
    assert (len(other.encoded), len(again.encoded)) == (5, 4)
    assert not list(tmp_path.rglob("*.part.npy"))


def test_the_question_is_repaired_as_in_the_product(tmp_path: Path) -> None:
    judged = read_set(small_set(tmp_path / "set"))
    # A word is whole to this encoder when it is one word: it takes every word for a real one.
    encoder = _Strict()
    repairing = JudgedIndex(judged, encoder, tmp_path)
    plain = JudgedIndex(judged, encoder, tmp_path, repaired=False)
    assert repairing.ask("Wo ist die Biblothek?", None, 3).spelt == "Wo ist die Bibliothek?"
    assert plain.ask("Wo ist die Biblothek?", None, 3).spelt == "Wo ist die Biblothek?"


def test_the_scope_is_kept(tmp_path: Path) -> None:
    judged = read_set(small_set(tmp_path / "set"))
    index = JudgedIndex(judged, HashEncoder(), tmp_path)
    scope = frozenset({"m1", "m3", "b2"})
    found = index.ask("Reisepass", scope, 10)
    assert {hit.passage.id for hit in found.hits} == scope
    assert len(index.ask("Reisepass", None, 10).hits) == 10


@pytest.mark.parametrize("ids", [("a", "b"), ("page-1-x-3", "page-1-0")])
def test_ids_say_nothing(tmp_path: Path, ids: tuple[str, str]) -> None:
    renamed = [Document(key, d.title, d.text) for key, d in zip(ids, DOCUMENTS[1:3], strict=True)]
    view = view_of(renamed, HashEncoder(), tmp_path)
    assert list(view.sources) == ["page-0", "page-1"]


class _Strict(HashEncoder):
    """Knows no word as a whole, so that every unknown one may be repaired."""

    def count_tokens(self, text: str) -> int:
        return 2 * len(text.split()) + 2
