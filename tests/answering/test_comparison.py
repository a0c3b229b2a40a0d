"""Two roles side by side."""

from __future__ import annotations

import pytest

from bot.answering.comparing.answer import build_comparison
from bot.german import fold
from tests.answering.contexts import Reader, broken, headings, items, quoted


def test_an_aspect_pairs_the_sentences_about_it(works: Reader) -> None:
    context = works.context("Was unterscheidet Schichtleiter und Produktionsleiter?")
    draft = works.draft()
    assert build_comparison(context, draft)
    powers = draft.text.split("**Entscheidungsbefugnisse**")[1].split("\n\n**")[0]
    assert "**Schichtleiter:** Ein Schichtleiter muss sich Überstunden genehmigen" in powers
    assert "**Produktionsleiter:** Ein Produktionsleiter entscheidet eigenständig" in powers
    assert not broken(draft, context)


def test_an_aspect_that_is_asked_for_is_told_alone(works: Reader) -> None:
    question = "Wie unterscheidet sich die Einarbeitung von Schichtleiter und Produktionsleiter?"
    draft = works.draft()
    assert build_comparison(works.context(question), draft)
    assert len(items(draft)) == 2
    assert "sechs wochen" in quoted(draft)
    assert "halbes jahr" in quoted(draft)


def test_an_aspect_that_one_role_lacks_says_so(works: Reader) -> None:
    question = "Wie unterscheiden sich Schichtleiter und Produktionsleiter beim Reisen?"
    draft = works.draft()
    assert build_comparison(works.context(question), draft)
    assert items(draft)[0] == "Schichtleiter: Dazu sagen die Quellen nichts."
    assert "reist häufig" in items(draft)[1]


def test_what_both_share_is_told_as_pairs(works: Reader) -> None:
    question = "Was haben Schichtleiter und Produktionsleiter gemeinsam?"
    draft = works.draft()
    assert build_comparison(works.context(question), draft)
    assert quoted(draft).count("belastbar") == 2
    assert "sechs wochen" not in quoted(draft)


@pytest.mark.parametrize("reader", ["corpus", "originals"])
def test_the_clearest_aspects_of_real_articles(reader: str, request: pytest.FixtureRequest) -> None:
    read: Reader = request.getfixturevalue(reader)
    context, draft = read.context("AM vs KAM"), read.draft()
    assert build_comparison(context, draft)
    assert {"Zeithorizont", "Entscheidungsbefugnisse", "Gehalt"} <= set(headings(draft))
    assert "operativ" in quoted(draft)
    assert "strategisch" in quoted(draft)
    assert not broken(draft, context)


@pytest.mark.parametrize("reader", ["corpus", "originals"])
def test_onboarding_of_both(reader: str, request: pytest.FixtureRequest) -> None:
    read: Reader = request.getfixturevalue(reader)
    draft = read.draft()
    question = "Wie unterscheidet sich das Onboarding von Account Manager und Key Account Manager?"
    assert build_comparison(read.context(question), draft)
    assert "drei bis sechs" in quoted(draft)
    assert "ein jahr" in quoted(draft)


def test_one_role_alone_is_not_compared(works: Reader) -> None:
    draft = works.draft()
    assert not build_comparison(works.context("Was unterscheidet einen Schichtleiter?"), draft)
    assert not draft.lines


def test_an_unknown_aspect_is_found_by_meaning(corpus: Reader) -> None:
    question = "Who needs sign-off for bigger discounts, the account manager or the key one?"
    context = corpus.context(question.replace("the key one", "the key account manager"))
    draft = corpus.draft()
    assert build_comparison(context, draft)
    assert "genehmigen" in items(draft)[0]


def test_a_way_from_one_role_to_the_other_is_no_comparison(corpus: Reader) -> None:
    question = "How can account managers grow into key account managers?"
    draft = corpus.draft()
    assert not build_comparison(corpus.context(question), draft)
    assert not draft.lines


def test_whom_they_talk_to_is_an_aspect_though_customers_are_named(corpus: Reader) -> None:
    question = "Mit wem reden Account Manager und Key Account Manager beim Kunden?"
    context, draft = corpus.context(question), corpus.draft()
    assert build_comparison(context, draft)
    assert headings(draft)[0].startswith("Gesprächspartner")
    assert "einkaufer" in fold(items(draft)[0])
    assert not broken(draft, context)


def test_the_first_sentence_sets_the_roles_apart(corpus: Reader) -> None:
    draft = corpus.draft()
    assert build_comparison(corpus.context("AM vs KAM"), draft)
    assert draft.citations[0].quote in draft.text.splitlines()[0]
