"""The extractive way: the best sentence first, no repeats, and what other ways left out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.answering.direct import texts as direct_texts
from bot.answering.direct.pointed import span_of
from bot.answering.extractive import build_extractive, supplement
from bot.answering.selection import MARGIN, MOST_SENTENCES, best_of, same_statement
from bot.answering.similarity import SentenceSimilarity, in_place
from bot.index.encoder import WordEncoder, WordVectors
from tests.answering.contexts import Reader, broken, headings, items

MORE = direct_texts.MORE_EVIDENCE["de"]


PARTICULAR = "Mit wem spricht ein Account Manager beim Kunden hauptsächlich?"


def test_a_particular_question_gets_a_quote_first(corpus: Reader) -> None:
    context, draft = corpus.context(PARTICULAR), corpus.draft()
    assert build_extractive(context, draft)
    first = draft.text.splitlines()[0]
    assert first == f"{draft.citations[0].quote} [1]"
    assert "Einkäufern" in first, "the sentence that says the question's own words opens"
    assert not broken(draft, context)


def test_a_plain_topic_gets_a_lead_in(corpus: Reader) -> None:
    context, draft = corpus.context("Was ist ein Key Account Manager?"), corpus.draft()
    assert build_extractive(context, draft)
    assert draft.text.splitlines()[0].endswith("Key Account Manager** – das sagen die Quellen:")


def test_two_roles_stand_apart_and_both_are_told(corpus: Reader) -> None:
    question = "Wie weit planen Account Manager und Key Account Manager im Voraus?"
    context, draft = corpus.context(question), corpus.draft()
    assert build_extractive(context, draft)
    assert headings(draft) == ["Account Manager", "Key Account Manager"]


def test_the_best_are_few_near_the_top_and_never_the_same_twice(corpus: Reader) -> None:
    ranked = corpus.context(PARTICULAR).scored
    chosen = best_of([ranked[0], *ranked])
    assert 1 < len(chosen) <= MOST_SENTENCES
    assert chosen[0] == ranked[0]
    assert all(s.score >= ranked[0].score - MARGIN for s in chosen)
    evidence = [s.evidence for s in chosen]
    assert not any(
        same_statement(one, other) for i, one in enumerate(evidence) for other in evidence[:i]
    )


def test_candidates_are_ranked_and_about_the_role(corpus: Reader) -> None:
    context = corpus.context(PARTICULAR)
    scores = [s.score for s in context.scored]
    assert scores == sorted(scores, reverse=True)
    asked = set(context.question.roles)
    assert all(not s.evidence.roles or s.evidence.roles & asked for s in context.scored)


def test_a_supplement_adds_only_what_is_not_cited_yet(corpus: Reader) -> None:
    context, draft = corpus.context(PARTICULAR), corpus.draft()
    best = context.scored[0].evidence
    draft.say(draft.quote(span_of(best)))
    supplement(context, draft)
    assert MORE in draft.lines
    quotes = [citation.quote for citation in draft.citations]
    assert 1 < len(quotes) <= 5
    assert len(quotes) == len(set(quotes))
    assert not any(best.quote in item for item in items(draft))
    assert not broken(draft, context)


@pytest.mark.parametrize(
    "question",
    [
        "Welche Aufgaben hat ein Account Manager?",
        "Was verdient ein Account Manager?",
        "Was verdient ein Account Manager in den USA?",
    ],
)
def test_a_plain_question_gets_no_supplement(corpus: Reader, question: str) -> None:
    draft = corpus.draft()
    supplement(corpus.context(question), draft)
    assert draft.text == ""


def test_a_supplement_adds_no_pay(corpus: Reader) -> None:
    question = "Warum verdienen Account Manager in der Softwarebranche so viel?"
    context, draft = corpus.context(question), corpus.draft()
    assert any(s.evidence.states_pay for s in context.scored[:5])
    supplement(context, draft)
    cited = {(c.source.id, c.start) for c in draft.citations}
    assert not any(
        s.evidence.states_pay
        for s in context.scored
        if (s.evidence.source.id, s.evidence.sentence.start) in cited
    )


class Counting:
    """The encoder, remembering which passages it was given."""

    def __init__(self, encoder: WordEncoder) -> None:
        self._encoder = encoder
        self.seen: list[str] = []

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.seen += texts
        return self._encoder.encode_passages(texts)

    def read_passages(self, texts: Sequence[str]) -> list[WordVectors]:
        self.seen += texts
        return self._encoder.read_passages(texts)


def test_prepared_sentences_are_not_encoded_again(corpus: Reader) -> None:
    encoder = Counting(corpus.encoder)
    similarity = SentenceSimilarity(encoder)
    evidence = corpus.evidence.of(corpus.view.passages[0])
    similarity.prepare(evidence)
    assert set(encoder.seen) == {text for e in evidence for text in (e.quote, in_place(e))}
    encoder.seen.clear()
    similarity.vectors([e.quote for e in evidence])
    similarity.placed(evidence)
    assert not encoder.seen


def test_a_sentence_in_its_place_carries_its_title_and_headings(corpus: Reader) -> None:
    evidence = next(e for p in corpus.view.passages for e in corpus.evidence.of(p) if e.section)
    assert evidence.source.title in in_place(evidence)
    assert str(evidence.section) in in_place(evidence)
