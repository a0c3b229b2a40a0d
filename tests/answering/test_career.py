"""Career answers: steps in order, with their years, and the diagram of them."""

from __future__ import annotations

import pytest

from bot.answering.assistant import Assistant
from bot.answering.careers.answer import build_career
from bot.answering.records import record
from bot.web.rooms.career_diagram import career_diagram
from bot.web.rooms.career_texts import CAREER_TEXTS
from tests.answering.contexts import Reader, broken, headings, items, quoted


def test_how_long_is_answered_in_the_words_of_the_source(works: Reader) -> None:
    context = works.context("Wie lange dauert es vom Schichtleiter zum Produktionsleiter?")
    draft = works.draft()
    assert build_career(context, draft)
    assert draft.text.startswith("Schichtleiter → Produktionsleiter: vier bis sechs Jahre. [1]")
    assert [(s.years_min, s.years_max) for s in draft.career] == [(4, 6)]
    assert not broken(draft, context)


def test_a_part_of_the_way_is_not_given_for_the_whole(originals: Reader) -> None:
    question = "Wie lange dauert der Weg vom Account Manager zum Key Account Manager?"
    draft = originals.draft()
    assert build_career(originals.context(question), draft)
    assert "drei bis sieben jahre" in quoted(draft)
    assert "Senior" not in draft.text.splitlines()[0]


def test_what_comes_after_a_role(works: Reader) -> None:
    context = works.context("Wohin kann ein Schichtleiter aufsteigen?")
    draft = works.draft()
    assert build_career(context, draft)
    assert headings(draft)[:2] == [
        "Schichtleiter → Produktionsleiter",
        "Produktionsleiter → Werksleiter",
    ]
    assert [s.to_role for s in draft.career] == ["produktionsleiter", "werksleiter"]
    assert not broken(draft, context)


def test_the_way_to_a_role_ends_there(works: Reader) -> None:
    draft = works.draft()
    assert build_career(works.context("Wie wird man Produktionsleiter?"), draft)
    assert headings(draft)[0] == "Schichtleiter → Produktionsleiter"
    assert "Werksleiter" not in "".join(headings(draft))
    assert "maschinenbau" in quoted(draft)


def test_a_role_that_nothing_leads_to_is_entered_by_its_requirements(works: Reader) -> None:
    draft = works.draft()
    assert build_career(works.context("Wie wird man Schichtleiter?"), draft)
    assert "industriemeister" in quoted(draft)
    assert not draft.career


@pytest.mark.parametrize("reader", ["corpus", "originals"])
def test_the_ladder_goes_over_its_rungs(reader: str, request: pytest.FixtureRequest) -> None:
    read: Reader = request.getfixturevalue(reader)
    context, draft = read.context("Wie wird man Key Account Manager?"), read.draft()
    assert build_career(context, draft)
    assert headings(draft)[:2] == [
        "Account Manager → Senior Account Manager",
        "Senior Account Manager → Key Account Manager",
    ]
    assert "drei bis sieben jahre" in quoted(draft)
    assert "zwei bis drei jahre" in quoted(draft)
    assert not broken(draft, context)


@pytest.mark.parametrize(
    "question", ["What comes after account manager?", "Welche Karriere hat ein AM vor sich?"]
)
def test_steps_told_by_one_sentence_share_a_heading(corpus: Reader, question: str) -> None:
    draft = corpus.draft()
    assert build_career(corpus.context(question), draft)
    together = next(h for h in headings(draft) if "Director of Accounts" in h)
    assert "Vice President of Account Management" in together
    assert len(items(draft)) == len(set(items(draft)))


@pytest.mark.parametrize(
    "question",
    ["Welche Karriere macht ein Produktionsleiter im Weltraum?", "Können Bäcker aufsteigen?"],
)
def test_other_questions_are_left_to_retrieval(works: Reader, question: str) -> None:
    draft = works.draft()
    assert not build_career(works.context(question), draft)
    assert not draft.lines
    assert not draft.career


def test_a_narrower_question_is_answered_on_its_focus(corpus: Reader) -> None:
    question = (
        "Wie bereite ich mich als Account Manager auf den Aufstieg zum Key Account Manager vor?"
    )
    draft = corpus.draft()
    assert build_career(corpus.context(question), draft)
    assert "strategisch" in quoted(draft)
    assert not headings(draft)


@pytest.mark.parametrize("question", ["Wie sieht die Karriere aus?", "Und was kommt danach?"])
def test_without_a_role_the_whole_ladder_is_shown(corpus: Reader, question: str) -> None:
    draft = corpus.draft()
    assert build_career(corpus.context(question), draft)
    steps = {(step.from_role, step.to_role) for step in draft.career}
    assert ("account-manager", "key-account-manager") in steps
    assert "rund um die Rolle" in draft.text


def test_a_question_of_another_kind_is_no_career(corpus: Reader) -> None:
    draft = corpus.draft()
    assert not build_career(corpus.context("Wie heißt ein Account Manager noch?"), draft)
    assert not draft.lines


def test_the_diagram_draws_and_lists_every_step(corpus: Reader) -> None:
    draft = corpus.draft()
    build_career(corpus.context("Wie wird man Key Account Manager?"), draft)
    html = career_diagram([record(s, draft) for s in draft.career], CAREER_TEXTS["de"])
    ends = {(s.from_role, s.to_role) for s in draft.career}
    assert html.count("<li>") == len(ends) == html.count('class="career-arrow"')
    assert "3–7 Jahre" in html.split("</svg>")[0]
    assert 'role="img"' in html
    assert "<title" in html


def test_the_diagram_escapes_what_sources_write() -> None:
    step = {
        "from_role": None,
        "to_role": "x",
        "kind": "move",
        "years_min": 1.0,
        "years_max": 1.0,
        "conditions": ["<script>alert(1)</script>"],
        "citation": {"quote": "<b>X</b>"},
    }
    html = career_diagram([step], CAREER_TEXTS["en"])
    assert "<script" not in html
    assert "<b>" not in html
    assert "1 year" in html


def test_a_circle_of_steps_is_drawn_without_end() -> None:
    ends = [("a", "b"), ("b", "c"), ("c", "a")]
    steps = [
        {
            "from_role": first,
            "to_role": second,
            "years_min": None,
            "years_max": None,
            "conditions": [],
            "citation": {"quote": ""},
        }
        for first, second in ends
    ]
    assert career_diagram(steps, CAREER_TEXTS["de"]).count("<li>") == len(ends)


COMPUTED = {
    "from_role": "laternenputzer",
    "to_role": "laternenmeister",
    "kind": "move",
    "years_min": None,
    "years_max": None,
    "conditions": [],
    "citation": {"quote": "- Glas polieren"},
    "computed": {
        "rule": "r",
        "similarity": 0.5,
        "from_name": "Laternenputzer",
        "to_name": "Laternenmeister (Bühne)",
        "shared": ["Glas polieren", "Leitern aufstellen", "Lampen tauschen"],
        "missing": ["Nachwuchs ausbilden"],
    },
}


def test_computed_steps_are_dashed_and_say_so() -> None:
    html = career_diagram([COMPUTED], CAREER_TEXTS["de"])
    assert 'class="career-arrow computed"' in html
    drawn, listed = html.split("</svg>")
    assert ">berechnet</text>" in drawn
    assert "Laternenmeister (Bühne)" in listed
    assert "von keiner Quelle berichtet" in listed and "3, hinzu kommen 1" in listed


def test_a_stated_step_goes_before_the_computed_one() -> None:
    stated = {key: value for key, value in COMPUTED.items() if key != "computed"}
    html = career_diagram([COMPUTED, {**stated, "years_min": 2.0}], CAREER_TEXTS["de"])
    assert "computed" not in html and "ab 2 Jahren" in html


def test_no_steps_make_no_diagram() -> None:
    assert career_diagram([], CAREER_TEXTS["de"]) == ""


def test_a_word_wider_than_a_box_goes_on_behind_a_hyphen() -> None:
    long = {**COMPUTED["computed"], "to_name": "Physiotherapieassistent"}
    drawn = career_diagram([{**COMPUTED, "computed": long}], CAREER_TEXTS["de"]).split("</svg>")[0]
    assert ">Physiotherapieassist-</text>" in drawn and ">ent</text>" in drawn


def test_where_to_is_declined_where_no_source_tells_a_further_step(
    assistant: Assistant,
) -> None:
    for question in (
        "Was kommt nach dem Key Account Manager?",
        "Welche Aufstiegsmöglichkeiten hat ein Key Account Manager?",
    ):
        answer = assistant.answer(question)
        assert answer.reason == "not_in_sources"
        assert answer.text.startswith("Welche Schritte aus dieser Rolle weiterführen")
        assert any("Wie wird man" in asked for asked in answer.suggestions)
    assert assistant.answer("Was kommt nach dem Account Manager?").status == "answered"
