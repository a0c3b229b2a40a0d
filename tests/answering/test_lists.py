"""Lists of duties, requirements and company matters."""

from __future__ import annotations

import pytest

from bot.answering.listing.answer import MOST, build_company, build_duties, build_qualifications
from bot.answering.listing.facets import write_facets
from tests.answering.contexts import Reader, broken, headings, items, quoted


def test_duties_of_several_sources_come_first_with_the_markers_of_all(works: Reader) -> None:
    context, draft = works.context("Welche Aufgaben hat ein Schichtleiter?"), works.draft()
    assert build_duties(context, draft)
    assert "Personal" in items(draft)[0]
    assert items(draft)[0].endswith("[1] [2]")
    assert len({c.source.id for c in draft.citations[:2]}) == 2
    assert sum("Personal" in item for item in items(draft)) == 1
    assert not broken(draft, context)


def test_duties_are_those_of_the_role_alone(works: Reader) -> None:
    context, draft = works.context("Was macht ein Produktionsleiter?"), works.draft()
    assert build_duties(context, draft)
    assert "lieferanten" in quoted(draft)
    assert "schicht" not in quoted(draft)


def test_several_roles_are_told_one_after_the_other(works: Reader) -> None:
    context = works.context("Welche Aufgaben haben Schichtleiter und Produktionsleiter?")
    draft = works.draft()
    assert build_duties(context, draft)
    text = draft.text
    assert text.index("Personal") < text.index("Rolle Produktionsleiter") < text.index("Lieferant")


@pytest.mark.parametrize(
    "question",
    [
        "Behebt ein Schichtleiter Störungen?",
        "Welche Aufgaben hat ein Senior Schichtleiter?",
        "Welche Aufgaben hat ein Schichtleiter bei Lieferanten?",
    ],
)
def test_a_narrower_question_is_left_to_retrieval(works: Reader, question: str) -> None:
    draft = works.draft()
    assert not build_duties(works.context(question), draft)
    assert not draft.lines
    assert not draft.citations


def test_what_is_required_stands_apart_from_what_helps(works: Reader) -> None:
    context, draft = works.context("Welche Anforderungen hat ein Schichtleiter?"), works.draft()
    assert build_qualifications(context, draft)
    must, helps = draft.text.split("**Ist von Vorteil oder üblich**")
    assert "belastbar" in must
    assert "Englischkenntnisse" in helps
    assert not broken(draft, context)


def test_sources_that_contradict_each_other_are_named_the_newer_first(works: Reader) -> None:
    context, draft = works.context("Welche Anforderungen hat ein Schichtleiter?"), works.draft()
    assert build_qualifications(context, draft)
    assert headings(draft)[-1] == "Die Quellen sind sich hier nicht einig"
    newer, older = items(draft)[-2:]
    assert "keine Pflicht" in newer
    assert "zwingend" in older


def test_sources_that_agree_are_not_called_contradictory(works: Reader) -> None:
    draft = works.draft()
    assert build_qualifications(works.context("Was muss ein Produktionsleiter können?"), draft)
    assert "Die Quellen sind sich hier nicht einig" not in headings(draft)


def test_a_kind_that_is_asked_for_is_told_alone(works: Reader) -> None:
    context, draft = works.context("Welche Sprachen braucht ein Schichtleiter?"), works.draft()
    assert build_qualifications(context, draft)
    assert [c.quote for c in draft.citations] == [
        "Von Vorteil sind Englischkenntnisse für Schichtleiter."
    ]


@pytest.mark.parametrize("reader", ["corpus", "originals"])
def test_a_list_is_short_and_spread_over_sources(
    reader: str, request: pytest.FixtureRequest
) -> None:
    read: Reader = request.getfixturevalue(reader)
    context, draft = read.context("Welche Aufgaben hat ein Account Manager?"), read.draft()
    assert build_duties(context, draft)
    assert len(items(draft)) <= MOST
    assert len({c.source.id for c in draft.citations}) >= 4
    assert not broken(draft, context)


def test_branches_are_told_where_they_are_asked_for(corpus: Reader) -> None:
    context = corpus.context("In welchen Branchen arbeiten Key Account Manager?")
    draft = corpus.draft()
    assert build_company(context, draft)
    assert "konsumguterindustrie" in quoted(draft)
    assert not broken(draft, context)


@pytest.mark.parametrize(
    "question",
    ["Welche Firmen suchen Key Account Manager?", "Wo kann man als Key Account Manager arbeiten?"],
)
def test_who_asks_for_employers_gets_their_branches(corpus: Reader, question: str) -> None:
    context, draft = corpus.context(question), corpus.draft()
    assert context.question.intent == "company"
    assert build_company(context, draft)
    assert "konsumguterindustrie" in quoted(draft)


@pytest.mark.parametrize(
    "question",
    [
        "Woran erkenne ich einen guten Key Account Manager?",
        "Was zeichnet einen guten Key Account Manager aus?",
        "Welche Anforderungen soll ich in die Stellenanzeige für Key Account Manager schreiben?",
    ],
)
def test_words_around_a_list_do_not_narrow_it(corpus: Reader, question: str) -> None:
    plain, asked = corpus.draft(), corpus.draft()
    build_qualifications(corpus.context("Was muss ein Key Account Manager mitbringen?"), plain)
    context = corpus.context(question)
    assert context.question.intent == "qualifications"
    assert build_qualifications(context, asked)
    assert quoted(asked) == quoted(plain)


def test_when_a_company_needs_the_role(corpus: Reader) -> None:
    context = corpus.context("Wann braucht ein Unternehmen einen Key Account Manager?")
    draft = corpus.draft()
    assert build_company(context, draft)
    assert "10 prozent" in quoted(draft)


def test_an_english_question_gets_an_english_frame(corpus: Reader) -> None:
    draft = corpus.draft()
    assert build_duties(corpus.context("What does a Key Account Manager do?"), draft)
    assert draft.text.startswith("The sources (in German) name these duties")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Woran merkt eine Firma, dass ihr ein Key Account Manager fehlt?", "40 bis 60 prozent"),
        ("Was bringt ein Account Manager dem Unternehmen?", "abwanderung"),
        ("Wie sollte ein Team aus Account Managern und Key Account Managern aufgebaut sein?",
         "zwei bis drei account manager"),
        ("Was sind die Herausforderungen für Account Manager?", "entscheidungsbefugnis"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("reader", ["corpus", "originals"])
def test_what_is_asked_in_other_words_than_the_sources_is_told(
    reader: str, request: pytest.FixtureRequest, question: str, told: str
) -> None:
    read: Reader = request.getfixturevalue(reader)
    context, draft = read.context(question), read.draft()
    assert build_company(context, draft) or build_qualifications(context, draft)
    if reader == "originals":
        told = told.replace("abwanderung", "kundenabwanderung")
    assert told in quoted(draft)
    assert not broken(draft, context)


def test_a_company_question_in_its_own_words_is_no_facet(works: Reader) -> None:
    draft = works.draft()
    context = works.context("Wie viele Schichtleiter braucht ein Team?")
    assert not write_facets(context, draft, ["schichtleiter"])
    assert not draft.lines


@pytest.mark.parametrize("reader", ["corpus", "originals"])
def test_a_level_is_told_of_with_the_sentences_that_go_on_about_it(
    reader: str, request: pytest.FixtureRequest
) -> None:
    read: Reader = request.getfixturevalue(reader)
    context = read.context("Welche Aufgaben hat ein Senior Account Manager?")
    draft = read.draft()
    assert build_duties(context, draft)
    assert "grossere kunden" in quoted(draft)
    assert "account-plane" in quoted(draft)
    assert "dauert" not in draft.text.splitlines()[0]
    assert not broken(draft, context)
