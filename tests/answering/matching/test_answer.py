"""Whether a role fits: answers on the real corpus, by the same rules as for a CV."""

from __future__ import annotations

import pytest

from bot.answering.draft import Draft
from bot.answering.matching.answer import build_matching
from bot.answering.matching.texts import FIT_TEXTS
from tests.answering.contexts import Reader, broken, headings, items

GROUPS = FIT_TEXTS["de"].groups


def answered(reader: Reader, question: str) -> Draft:
    context = reader.context(question)
    assert context.question.intent == "matching"
    draft = reader.draft()
    assert build_matching(context, draft)
    assert broken(draft, context) == []
    return draft


def below(draft: Draft, heading: str) -> list[str]:
    lines = draft.text.split(f"**{heading}**")[1].split("**")[0].splitlines()
    return [line for line in lines if line.startswith("- ")]


def test_statements_are_held_against_the_role_that_is_named(corpus: Reader) -> None:
    draft = answered(
        corpus,
        "Ich bin gelernte Bürokauffrau, spreche Englisch C1, habe aber kein Studium. "
        "Passt Account Manager zu mir?",
    )
    assert headings(draft)[1:] == list(GROUPS.values())
    assert any("kaufmännische Ausbildung" in item for item in below(draft, GROUPS["met"]))
    assert any("Hochschulabschluss" in item for item in below(draft, GROUPS["missing"]))
    assert "Bürokauf" not in draft.text
    shown = [item.rsplit(": ", 1)[1] for item in below(draft, GROUPS["unknown"])]
    assert not set(shown) & {i.rsplit(": ", 1)[1] for i in below(draft, GROUPS["met"])}


def test_figures_of_the_person_are_never_repeated(corpus: Reader) -> None:
    draft = answered(
        corpus,
        "Ich habe 17 Jahre Erfahrung im Vertrieb. Ich bin 53 und verdiene 81.234 Euro. "
        "Passt Account Manager zu mir?",
    )
    assert any("Erfahrung im Vertrieb" in item for item in below(draft, GROUPS["met"]))
    assert not any(figure in draft.text for figure in ("17", "53", "81"))


def test_a_plan_is_never_shown_as_met(corpus: Reader) -> None:
    draft = answered(
        corpus, "Ich möchte Betriebswirtschaft studieren. Passt Account Manager zu mir?"
    )
    assert GROUPS["met"] not in headings(draft)


def test_without_statements_the_way_to_the_profile_and_what_is_asked_for(corpus: Reader) -> None:
    draft = answered(corpus, "Passt mein Profil zum Account Manager?")
    first, *_ = draft.text.splitlines()
    assert first == FIT_TEXTS["de"].page
    assert items(draft) and len(headings(draft)) == 1
    assert "Key Account Manager**" not in draft.text


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Was passt zu mir?", {"Account Manager", "Key Account Manager"}),
        (
            "Ich bin belastbar, flexibel und resilient. Was passt zu mir?",
            {"Account Manager", "Key Account Manager"},
        ),
    ],
)
def test_without_a_role_all_roles_are_looked_at(
    corpus: Reader, question: str, names: set[str]
) -> None:
    draft = answered(corpus, question)
    assert {line[2:].split("**")[0] for line in draft.text.splitlines() if "** – " in line} == names


def test_the_role_that_is_met_most_comes_first(corpus: Reader) -> None:
    told = {
        "Ich bin belastbar, flexibel, eloquent und resilient. Was passt zu mir?":
            "**Key Account Manager**",
        "Ich bin teamfähig, empathisch und kann zuhören. Was passt zu mir?": "**Account Manager**",
    }  # fmt: skip
    for question, first in told.items():
        assert answered(corpus, question).text.startswith(first)


def test_english_questions_get_english_words(corpus: Reader) -> None:
    draft = answered(corpus, "I speak English at C1. Does account manager suit me?")
    assert draft.text.startswith("**Account Manager** – what you write")
