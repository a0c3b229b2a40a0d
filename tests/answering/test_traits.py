"""Questions whether one's nature fits are answered by what a role asks for just there."""

from __future__ import annotations

import pytest

from bot.answering.direct import texts as direct_texts
from bot.answering.traits import MOST, build_traits
from tests.answering.contexts import Reader, broken, quoted


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Bin ich zu schüchtern für den Job als Account Manager?", "kommunikationsfahigkeit"),
        ("bin voll der chaot, geht account manager trotzdem für mich", "organisation"),
        ("Ich hasse Reisen. Kann ich Key Account Manager werden?", "reisen"),
        ("ich hab schiss vorm verkaufen, passt account manager zu mir", "nicht glucklich"),
        ("Ich bin nicht so belastbar, wird das was als Key Account Manager?", "belastbar"),
        ("Mein Englisch ist schlecht. Key Account Manager?", "englisch"),
    ],
)
def test_the_first_sentences_speak_to_the_trait(corpus: Reader, question: str, told: str) -> None:
    context, draft = corpus.context(question), corpus.draft()
    assert build_traits(context, draft)
    assert draft.text.startswith(direct_texts.NATURE["de"])
    assert told in quoted(draft)
    assert len(draft.citations) <= MOST
    assert not broken(draft, context)


def test_a_consequence_comes_before_what_is_merely_asked_for(corpus: Reader) -> None:
    draft = corpus.draft()
    assert build_traits(corpus.context("Ich verkaufe ungern, ungern verkaufen, und dann?"), draft)
    assert "nicht glücklich" in draft.citations[0].quote


def test_other_roles_are_answered_by_the_same_rule(works: Reader) -> None:
    context, draft = works.context("Ich bin nicht belastbar. Schichtleiter?"), works.draft()
    assert build_traits(context, draft)
    assert "Schichtleiter müssen belastbar sein." in draft.citations[0].quote


@pytest.mark.parametrize(
    "question",
    [
        "Muss man als Account Manager viel reisen?",
        "Ich habe BWL studiert und drei Jahre im Vertrieb gearbeitet, bin aber schüchtern. "
        "Passt Account Manager zu mir?",
        "Ich bin schüchtern. Wie viele Kunden hat ein Account Manager?",
    ],
)
def test_no_trait_or_more_than_one_leaves_the_draft_alone(corpus: Reader, question: str) -> None:
    draft = corpus.draft()
    assert not build_traits(corpus.context(question), draft)
    assert not draft.lines


def test_where_nothing_speaks_to_it_nothing_is_said(works: Reader) -> None:
    draft = works.draft()
    assert not build_traits(works.context("Ich hasse Verkaufen. Schichtleiter?"), draft)
