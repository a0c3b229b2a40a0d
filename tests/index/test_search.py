"""The search over a version in memory: filters, windows, pages, twins, and what a hit says."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from bot.domain import Passage, Source
from bot.index.filters import PassageFilter
from bot.index.pages import CONTEXT
from bot.index.relevance import relevance_score
from bot.index.search import Hit, search
from bot.index.store import IndexIdentity
from bot.index.view import IndexView
from bot.passages import split_sentences
from tests.index.hashing import HashEncoder

ENCODER = HashEncoder()
LONG = "Ein Account Manager betreut Kunden im Vertrieb und berichtet jede Woche der Leitung. " * 4
Rows = list[tuple[Source, tuple[str, ...], str]]


def source(key: str, **fields: object) -> Source:
    return Source(key, str(fields.pop("title", f"Titel {key}")), "", (), **fields)  # type: ignore[arg-type]


def view_of(rows: Rows) -> IndexView:
    passages, end = [], 0
    for number, (owner, headings, text) in enumerate(rows):
        found = tuple(split_sentences(" " * end + text, end))
        key = f"{owner.id}-{number}"
        passages.append(Passage(key, owner.id, headings, end, end + len(text), found, text))
        end += len(text) + 2
    sources = {owner.id: owner for owner, _, _ in rows}
    identity = IndexIdentity.of(ENCODER.identity)
    return IndexView.in_memory(identity, sources, passages, ENCODER.encode_passages)


def ask(view: IndexView, question: str, **options: object) -> list[Hit]:
    vector = ENCODER.encode_questions([question])[0]
    return search(view, question, vector, **options)  # type: ignore[arg-type]


SOURCES = [
    source("at", country="AT", published="2019-05-01", roles=("am",), language="de"),
    source("de", country="DE", published="2021", roles=("am", "kam"), language="de"),
    source("en", published="2024-02", roles=("kam",), language="en"),
    source("undated", country="DE"),
]
MANY: Rows = [
    (owner, (f"Abschnitt {n}",), f"Absatz {n} über Gehalt und Kunden, Beleg {owner.id} {n}.")
    for owner in SOURCES
    for n in range(40)
]
FILTERS = [
    (PassageFilter(), {"at", "de", "en", "undated"}),
    (PassageFilter(source_ids=frozenset({"at", "en"})), {"at", "en"}),
    (PassageFilter(roles=frozenset({"am"})), {"at", "de"}),
    (PassageFilter(roles=frozenset({"am", "kam"})), {"at", "de", "en"}),
    (PassageFilter(country="DE"), {"de", "undated"}),
    (PassageFilter(year_from=2020), {"de", "en"}),
    (PassageFilter(year_to=2021), {"at", "de"}),
    (PassageFilter(year_from=2021, year_to=2021), {"de"}),
    (PassageFilter(language="de", country="DE"), {"de", "undated"}),
    (PassageFilter(country="FR"), set()),
]


@pytest.mark.parametrize(("only", "kept"), FILTERS)
def test_a_filter_keeps_what_it_says_and_returns_all_that_is_asked_for(
    only: PassageFilter, kept: set[str]
) -> None:
    view = view_of(MANY)
    hits = ask(view, "Gehalt der Kunden", limit=500, only=only)
    assert {hit.passage.source_id for hit in hits} == kept
    assert len(hits) == 40 * len(kept)
    same = ask(view, "Gehalt der Kunden", limit=500, only=lambda p: p.source_id in kept)
    assert same == hits


def test_the_best_passages_are_the_same_however_many_are_asked_for() -> None:
    view = view_of(MANY)
    many = ask(view, "Absatz 7 Beleg en", limit=160)
    assert len(many) == 160
    assert ask(view, "Absatz 7 Beleg en", limit=5) == many[:5]
    assert many[0].passage.text.startswith("Absatz 7")
    assert ask(view, "Absatz 7", limit=0) == []


def test_what_chroma_does_not_give_is_found_by_comparing() -> None:
    view = view_of(MANY)
    large = replace(view, exact=False)  # and no collection to ask
    for only in (None, FILTERS[2][0]):
        assert ask(large, "Gehalt", limit=50, only=only) == ask(view, "Gehalt", limit=50, only=only)


def test_a_window_brings_up_what_the_whole_blurs() -> None:
    body = LONG + "Das Zwischenzeugnis kostet Prüfungsgebühren. " + LONG
    view = view_of([(SOURCES[0], (), body), (SOURCES[1], (), LONG), (SOURCES[1], (), "Kurz.")])
    hits = {h.passage.id: h for h in ask(view, "Zwischenzeugnis kostet Prüfungsgebühren")}
    assert hits["at-0"].window_cosine > hits["at-0"].cosine
    assert hits["de-2"].window_cosine == hits["de-2"].cosine
    assert view.windows is not None
    first = view.windows.first
    assert first[3] - first[2] == 0
    vector = ENCODER.encode_questions(["Zwischenzeugnis kostet Prüfungsgebühren"])[0]
    own = view.windows.vectors[first[0] : first[1]].astype(np.float32) @ vector
    assert hits["at-0"].window_cosine == pytest.approx(float(own.max()), abs=1e-6)


def test_a_page_is_a_top_level_section_and_lends_its_mean() -> None:
    rows: Rows = [
        (SOURCES[0], ("A", "x"), "Erster Absatz."),
        (SOURCES[0], ("A", "y"), "Zweiter Absatz."),
        (SOURCES[0], ("B",), "Dritter Absatz."),
        (SOURCES[1], ("B",), "Vierter Absatz."),
    ]
    view = view_of(rows)
    assert view.pages.page.tolist() == [0, 0, 1, 2]
    scores = np.array([1, 0, 4, 0], dtype=np.float32)
    wanted = [1 - CONTEXT + CONTEXT / 2, CONTEXT / 2, 4, 0]
    assert view.pages.mixed(scores).tolist() == pytest.approx(wanted)
    vector = ENCODER.encode_questions(["Absatz"])[0]
    assert view.vectors is not None
    whole = view.vectors @ vector
    means = [whole[:2].mean(), whole[:2].mean(), whole[2], whole[3]]
    assert view.pages.cosines(vector, np.arange(4)).tolist() == pytest.approx(means)


TWIN = "Der Account Manager betreut seine Kunden, und er berichtet der Leitung regelmäßig davon, "


@pytest.mark.parametrize(
    ("other", "is_twin"),
    [
        (TWIN, True),
        (TWIN.replace("regelmäßig", "regelmaessig"), True),
        (TWIN.replace("Leitung", "LEITUNG").replace(", und", " und"), True),
        (TWIN.replace("regelmäßig", "nicht"), False),
        (TWIN.replace("Der Account", "Der Key Account"), False),
        (TWIN + "und zwar 3 Mal.", False),
    ],
)
def test_what_says_the_same_is_returned_once(other: str, is_twin: bool) -> None:
    one, two = source("a", title="Beruf"), source("b", title="Beruf")
    filler: Rows = [(two, ("Gehalt",), f"Absatz {n} über anderes.") for n in range(3)]
    view = view_of([(one, ("Aufgaben",), TWIN), (two, ("Aufgaben",), other), *filler])
    hits = ask(view, TWIN, limit=4)
    assert hits[0].duplicates == (("b-1",) if is_twin else ())
    assert len(hits) == 4
    assert ("b-1" in {hit.passage.id for hit in hits}) is not is_twin


def test_the_same_words_under_another_heading_or_title_are_no_twins() -> None:
    rows: Rows = [
        (source("a", title="Account Manager"), ("Gehalt",), TWIN),
        (source("b", title="Key Account Manager"), ("Gehalt",), TWIN),
        (source("c", title="Key Account Manager"), ("Aufgaben",), TWIN),
    ]
    assert len(ask(view_of(rows), TWIN)) == 3


def test_boilerplate_of_several_sources_is_returned_once() -> None:
    def rows(text: str, copies: int) -> Rows:
        return [(source(f"s{n}", title=f"Titel {n}"), ("Hinweis",), text) for n in range(copies)]

    assert len(ask(view_of(rows(TWIN, 3)), TWIN)) == 1
    assert len(ask(view_of(rows(TWIN, 2)), TWIN)) == 2
    assert len(ask(view_of(rows(TWIN + "rund 3.000 Euro im Monat", 3)), TWIN)) == 3
    elsewhere = (source("x"), ("Gehalt",), TWIN)
    assert len(ask(view_of([*rows(TWIN, 3), elsewhere]), TWIN)) == 2


def test_duplicates_are_made_up_for_from_further_down() -> None:
    copies: Rows = [(source(f"c{n:03}", title="Beruf"), (), TWIN) for n in range(150)]
    rest: Rows = [(SOURCES[0], (f"Teil {n}",), f"Ganz anderes, Nummer {n}.") for n in range(150)]
    hits = ask(view_of([*copies, *rest]), TWIN, limit=120)
    assert len(hits) == 120
    assert len(hits[0].duplicates) == 149


def test_relevance_grows_with_what_is_found() -> None:
    view = view_of(MANY)

    def score(question: str) -> float:
        vector = ENCODER.encode_questions([question])[0]
        return relevance_score(view, question, vector, search(view, question, vector))

    found = ask(view, "Absatz 7 über Gehalt")
    assert found[0].grams == pytest.approx(1)
    assert 0 <= found[-1].grams <= 1
    assert score("Absatz 7 über Gehalt") > score("Absatz 7 über Quarkspeisen") > score("Quark")
    assert relevance_score(view, "x", ENCODER.encode_questions(["x"])[0], []) == float("-inf")


def test_where_all_fingerprints_agree_the_words_tell_which_say_the_same() -> None:
    """No nouns, figures or negations: every fingerprint is the same."""
    words = [f"{a}{b}" for a in "bdfgklmnprst" for b in ("al", "er", "in", "os", "um")]
    chance = random.Random(1)
    texts = [" ".join(chance.sample(words, 40)) for _ in range(60)]
    copies = [f"{text} anders" for text in texts]
    rows: Rows = [(SOURCES[0], (), text) for text in [*texts, *copies]]
    twins = view_of(rows).derived.twins
    assert twins.tolist() == [*range(60), *range(60)]
