"""The keyword index: the same scores as bm25s, known again after a change, grams that forgive."""

from __future__ import annotations

import bm25s
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.index import bm25, keyword
from bot.index.keyword import KeywordIndex, WordLists, ranges
from bot.index.terms import grams, grams_of

TEXTS = [
    "Das Jahresgehalt liegt bei 45.000 Euro brutto.",
    "Das Gehalt im Vertrieb steigt jedes Jahr, das Gehalt der anderen nicht.",
    "Kundenbetreuer im Vertrieb betreuen Kunden.",
    "",
    "Ein Betreuer betreut; im Jahr der Kunden gibt es mehr Vertrieb.",
    "Kunden und Betreuer.",
]


@pytest.fixture(params=[1, 2, 2_000], ids="blocks-of-{}".format)
def index(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> KeywordIndex:
    monkeypatch.setattr(keyword, "COUNTED_AT_ONCE", request.param)
    return KeywordIndex(TEXTS)


@pytest.mark.parametrize("question", ["Gehalt im Vertrieb", "Kundenbetreuer Kunden Kunden", "Jahr"])
def test_scores_are_those_of_bm25s(index: KeywordIndex, question: str) -> None:
    for terms_of, scores_of in ((index.terms, index.stems.scores), (grams, index.grams.scores)):
        reference = bm25s.BM25(k1=1.2, b=0.75)
        reference.index([terms_of(text) for text in TEXTS], show_progress=False)
        known = [term for term in terms_of(question) if term in reference.vocab_dict]
        scores = scores_of(terms_of(question))
        assert scores == pytest.approx(reference.get_scores(known), abs=1e-5)
        assert scores.max() > 0


def test_compounds_are_found_by_their_parts(index: KeywordIndex) -> None:
    assert index.parts("kundenbetreuer") == ("kunden", "betreuer")
    assert index.scores("Betreuer")[2] > 0
    assert index.scores("Kundenbetreuer")[5] > 0


def test_fours_of_letters_find_misspelt_words(index: KeywordIndex) -> None:
    assert grams_of("amt") == ["_amt", "amt_"]
    assert grams_of("a") == ["_a_"]
    assert not index.scores("Vertriep").any()
    assert index.grams.scores(grams("Vertriep")).argmax() in (1, 2, 4)


def test_a_word_nobody_has_weighs_most_in_coverage(index: KeywordIndex) -> None:
    rows = np.arange(len(TEXTS))
    assert index.stems.coverage(["vertrieb"], rows).tolist() == [0, 1, 1, 0, 1, 0]
    shares = index.stems.coverage(["vertrieb", "quark", "quark"], rows)
    assert 0 < shares[1] < 0.5
    assert index.stems.coverage([], rows).tolist() == [0] * len(TEXTS)


def test_nothing_to_search_and_nothing_asked() -> None:
    empty = KeywordIndex([])
    assert empty.scores("Gehalt").shape == (0,)
    assert KeywordIndex(["", ""]).scores("Gehalt").tolist() == [0, 0]
    assert not KeywordIndex(TEXTS).scores("???").any()


@given(
    st.lists(st.sampled_from([*TEXTS, "Neues vom Amt", "Jahr Jahr Jahr"]), max_size=8),
    st.data(),
)
def test_words_that_are_known_already_make_the_same_index(
    texts: list[str], data: st.DataObject
) -> None:
    earlier = WordLists.of(TEXTS)
    known = [
        earlier.of_passage(TEXTS.index(text))
        if text in TEXTS and data.draw(st.booleans())
        else text
        for text in texts
    ]
    again = KeywordIndex.from_lists(WordLists.of(known, earlier.words))
    fresh = KeywordIndex(texts)
    for question in ("Kundenbetreuer im Vertrieb", "Jahr", "Amt"):
        assert again.scores(question) == pytest.approx(fresh.scores(question), abs=1e-6)
        assert again.grams.scores(grams(question)) == pytest.approx(
            fresh.grams.scores(grams(question)), abs=1e-6
        )
    assert again.knows("amt") == fresh.knows("amt")


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 5)), max_size=10))
def test_ranges_are_the_numbers_one_after_the_other(pairs: list[tuple[int, int]]) -> None:
    first = np.array([a for a, _ in pairs], dtype=np.int64)
    sizes = np.array([n for _, n in pairs], dtype=np.int64)
    wanted = [a + i for a, n in pairs for i in range(n)]
    assert ranges(first, sizes).tolist() == wanted


@pytest.mark.parametrize("often", [1, 3, 10**9])
def test_frequent_and_rare_terms_count_alike(often: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """With 10**9 every term is kept for all passages, with 1 only those that all have."""
    wanted = KeywordIndex(TEXTS)
    monkeypatch.setattr(bm25, "OFTEN", often)
    index = KeywordIndex(TEXTS)
    assert (len(index.stems.bm25.everywhere) > 0) is (often > 1)
    rows = np.array([4, 0, 2])
    for question in ("Gehalt im Vertrieb", "Kundenbetreuer Kunden Kunden", "Jahr"):
        terms = index.terms(question)
        assert index.stems.scores(terms) == pytest.approx(wanted.stems.scores(terms), abs=1e-6)
        assert index.stems.coverage(terms, rows).tolist() == pytest.approx(
            wanted.stems.coverage(terms, rows).tolist()
        )
    assert [index.frequency(t) for t in ("kund", "jahr")] == [
        wanted.frequency(t) for t in ("kund", "jahr")
    ]
