"""Answers with a classification beside the articles: each is told by what tells of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering.assistant import Assistant
from bot.answering.grounding import violations
from bot.answering.occupations.titles import prepare_titles
from bot.dialogue import role_names
from bot.domain import Answer, Message
from bot.index.encoder import load_encoder
from bot.index.serving import Index
from bot.index.sync import ingest
from bot.knowledge.esco.notice import NOTICE, is_occupation
from bot.settings import Settings
from tests.index.articles import write
from tests.knowledge.esco.export import write_export

ARTICLE = """---
title: Was macht ein Schichtleiter?
published: "2024-03-01"
roles: [schichtleiter]
---
# Was macht ein Schichtleiter?

## Aufgaben

- Ein Schichtleiter teilt das Personal einer Schicht ein.
- Ein Schichtleiter behebt Störungen an den Maschinen.

## Anforderungen

- Schichtleiter brauchen einen Abschluss als Industriemeister.
- Schichtleiter müssen belastbar sein.

## Gehalt

Ein Schichtleiter verdient in Deutschland 50.000 Euro brutto im Jahr.

## Karriere

Der Aufstieg vom Schichtleiter zum Produktionsleiter dauert vier Jahre.
"""

ABOUT_THE_ARTICLE = (
    "Was macht ein Schichtleiter?",
    "Welche Anforderungen muss ein Schichtleiter erfüllen?",
    "Was verdient ein Schichtleiter?",
    "was vedient ein schichtleiter",
    "Wie lange dauert der Aufstieg vom Schichtleiter zum Produktionsleiter?",
    "Muss ein Schichtleiter Leitern aufstellen?",
    "Putzt ein Schichtleiter auch Lampen?",
    "What does a Schichtleiter earn?",
    "Wie polier ich Glas?",
    "Wie wird das Wetter?",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("with_esco")
    write(made / "articles", {"a.md": ARTICLE})
    write_export(made / "esco")
    return made


def _assistant(folder: Path, name: str, *, esco: bool) -> Assistant:
    default = Settings(_env_file=None)
    settings = Settings(db=folder / name, _env_file=None)
    encoder = load_encoder(default)
    ingest(
        [str(folder / "articles")],
        settings,
        encoder=encoder,
        esco=folder / "esco" if esco else None,
    )
    index = Index.open(settings)
    cache = folder / "cache"
    if esco:
        prepare_titles(index.view().sources, encoder, cache)
    return Assistant(index, encoder, cache=cache)


@pytest.fixture(scope="module")
def both(folder: Path) -> Assistant:
    return _assistant(folder, "both", esco=True)


@pytest.fixture(scope="module")
def articles(folder: Path) -> Assistant:
    return _assistant(folder, "articles", esco=False)


def checked(assistant: Assistant, question: str, *history: str) -> Answer:
    answer = assistant.answer(question, [Message("user", earlier) for earlier in history])
    assert violations(answer, assistant.sources) == []
    about_esco = any(is_occupation(c.source) for c in answer.citations)
    assert not about_esco or NOTICE in answer.warnings
    return answer


def quotes(answer: Answer) -> list[str]:
    return [citation.quote for citation in answer.citations]


@pytest.mark.parametrize("question", ABOUT_THE_ARTICLE)
def test_articles_answer_as_if_there_were_nothing_else(
    both: Assistant, articles: Assistant, question: str
) -> None:
    one, other = checked(articles, question), checked(both, question)
    assert replace(one, milliseconds=0) == replace(other, milliseconds=0)


def test_an_occupation_is_described_with_the_notice(both: Assistant) -> None:
    answer = checked(both, "Was macht ein Laternenputzer?")
    assert answer.status == "answered"
    assert quotes(answer)[0] == "Laternenputzer reinigen die Laternen einer Stadt."
    assert all(is_occupation(citation.source) for citation in answer.citations)
    assert "Laternenputzer" in answer.suggestions[0]


def test_skills_are_listed_whole_and_by_relation(both: Assistant) -> None:
    answer = checked(both, "Welche Fähigkeiten braucht ein Laternenputzer?")
    assert {"Glas polieren", "Leitern aufstellen", "Lampen tauschen"} <= set(quotes(answer))
    assert answer.text.index("**Wesentlich**") < answer.text.index("**Optional**")


def test_a_skill_that_is_asked_for_is_the_answer(both: Assistant) -> None:
    assert quotes(checked(both, "Muss ein Wolkenzähler Bücher führen können?")) == ["Bücher führen"]


@pytest.mark.parametrize(
    "question",
    [
        "Was verdient ein Laternenputzer?",
        "Wie viele Laternenputzer gibt es?",
        "Welche Firmen suchen Laternenputzer?",
        "Welche Ausbildung braucht ein Laternenputzer?",
        "Wie lange dauert es, bis man Laternenputzer ist?",
        "Arbeitet ein Laternenputzer im Homeoffice?",
        "What does a Laternenputzer earn?",
    ],
)
def test_what_the_classification_does_not_hold_is_declined(both: Assistant, question: str) -> None:
    answer = checked(both, question)
    assert (answer.status, answer.reason) == ("declined", "not_in_sources")
    assert "Laternenputzer" in answer.text
    assert "ESCO" in answer.text


def test_pay_is_called_by_its_name(both: Assistant) -> None:
    answer = checked(both, "Was verdient ein Laternenputzer?")
    assert answer.text.startswith("Zu Gehalt steht für „Laternenputzer“ in den vorliegenden")


def test_computed_steps_are_called_so(both: Assistant) -> None:
    answer = checked(both, "Welche Karriere ist als Laternenputzer möglich?")
    assert "**Berechnet**" in answer.text
    (step,) = answer.career
    assert (step["from_role"], step["to_role"]) == ("laternenputzer", "laternenmeister")
    assert step["computed"]["missing"] == ["Nachwuchs ausbilden"]
    assert set(step["computed"]["shared"]) == {
        "Glas polieren",
        "Leitern aufstellen",
        "Lampen tauschen",
    }
    assert "Nachwuchs ausbilden" in quotes(answer)


def test_stated_steps_go_before_computed_ones(both: Assistant) -> None:
    answer = checked(both, "Welche Karriere ist als Schichtleiter möglich?")
    assert all("computed" not in step for step in answer.career)
    assert "Berechnet" not in answer.text


def test_no_step_is_computed_where_nothing_is_shared(both: Assistant) -> None:
    assert checked(both, "Wie komme ich vom Wolkenzähler zum Turmkoch?").status == "declined"


def test_two_occupations_are_compared_without_lines_of_the_classification(
    both: Assistant,
) -> None:
    answer = checked(both, "Was ist der Unterschied zwischen Laternenputzer und Laternenmeister?")
    assert answer.status == "answered"
    assert not [quote for quote in quotes(answer) if "ISCO" in quote or "ESCO-Code" in quote]
    assert {"Arbeitswege planen", "Nachwuchs ausbilden"} <= set(quotes(answer))


def test_the_place_in_the_classification_is_told_to_who_asks_for_it(both: Assistant) -> None:
    answer = checked(both, "Zu welcher ISCO-Gruppe gehört der Turmkoch?")
    assert any("ISCO-08-Gruppe" in quote for quote in quotes(answer))


def test_other_names_are_told(both: Assistant) -> None:
    assert "Lampenwart" in quotes(checked(both, "Wie nennt man Laternenputzer noch?"))


def test_another_name_says_what_it_is_taken_for(both: Assistant) -> None:
    answer = checked(both, "Was macht ein Lampenwart?")
    assert answer.status == "answered"
    assert answer.text.startswith("Unter „Lampenwart“ wird hier der Beruf „Laternenputzer“")


@pytest.mark.parametrize("typed", ["Was macht ein Laternnputzer?", "Was macht ein Turmkch?"])
def test_misspelt_titles_are_understood(both: Assistant, typed: str) -> None:
    assert checked(both, typed).status == "answered"


@pytest.mark.parametrize("title", ["Drachenreiter", "Brandmeister", "General Manager"])
def test_other_titles_are_not_taken_for_an_occupation(both: Assistant, title: str) -> None:
    assert checked(both, f"Was macht ein {title}?").status == "declined"


def test_a_title_of_several_kinds_is_asked_back(both: Assistant) -> None:
    answer = checked(both, "Was macht ein Putzer?")
    assert answer.status == "declined"
    assert "„Laternenputzer“" in answer.text
    assert both.answer(answer.suggestions[0]).status == "answered"


def test_every_suggestion_is_answered(both: Assistant) -> None:
    for question in ("Was macht ein Laternenputzer?", "What does a Laternenputzer do?"):
        for suggested in checked(both, question).suggestions:
            assert checked(both, suggested).status == "answered", suggested


def test_follow_ups_stay_with_the_occupation(both: Assistant) -> None:
    answer = checked(both, "Und welche Fähigkeiten braucht er?", "Was macht ein Turmkoch?")
    assert "Speisen zubereiten" in quotes(answer)


def test_several_questions_are_each_answered_from_where_it_is_told(both: Assistant) -> None:
    answer = checked(both, "Was macht ein Schichtleiter und was macht ein Turmkoch?")
    assert {is_occupation(citation.source) for citation in answer.citations} == {True, False}


def test_roles_are_found_by_a_piece_of_their_title(both: Assistant) -> None:
    assert [role.id for role in both.find_roles("")] == ["schichtleiter"]
    found = both.find_roles("Laternen", limit=2)
    assert {role.id for role in found} == {"laternenputzer", "laternenmeister"}
    assert all(role.is_occupation for role in found)
    assert both.find_roles("schicht", limit=1)[0].is_occupation is False


def test_what_has_nothing_of_a_title_finds_nothing(both: Assistant) -> None:
    assert both.find_roles("qxyz wvu") == []


@pytest.mark.parametrize(
    ("question", "level"),
    [
        ("Was macht ein Junior Laternenputzer?", "Junior"),
        ("Was macht ein Junior-Laternenputzer?", "Junior"),
        ("Was macht eine Auszubildende zur Laternenputzerin?", "Auszubildende"),
        ("Was macht ein stellvertretender Laternenputzer?", "stellvertretender"),
        ("Was macht ein Azubi als Lampenwart?", "Azubi"),
        ("What does a trainee Laternenputzer do?", "trainee"),
    ],
)
def test_levels_are_told_of_the_occupation_and_named(
    both: Assistant, question: str, level: str
) -> None:
    answer = checked(both, question)
    assert quotes(answer)[0] == "Laternenputzer reinigen die Laternen einer Stadt."
    assert answer.text.split("\n")[0].find(level) > 0
    assert answer.standalone_question == question


def test_a_level_changes_nothing_of_what_is_not_told(both: Assistant) -> None:
    answer = checked(both, "Was verdient ein Junior Laternenputzer?")
    assert (answer.status, answer.reason) == ("declined", "not_in_sources")
    assert "Stufen" not in answer.text


def test_levels_of_an_articles_role_stay_with_the_article(
    both: Assistant, articles: Assistant
) -> None:
    question = "Was macht ein Junior Schichtleiter?"
    one, other = checked(articles, question), checked(both, question)
    assert replace(one, milliseconds=0) == replace(other, milliseconds=0)


def test_a_verb_is_no_title_where_nouns_have_capitals(both: Assistant) -> None:
    named = {name.role_id for name in role_names("Ich turmkoch im Turm.", both.catalogue)}
    assert named == set()
    asked = role_names("Was macht ein turmkoch im Turm?", both.catalogue)
    assert {name.role_id for name in asked} == {"turmkoch"}
    within = role_names("Wie hoch ist der Net Turmkoch Score?", both.catalogue)
    assert {name.role_id for name in within} == set()


def test_a_role_is_told_by_its_id(both: Assistant) -> None:
    told = both.role_record("turmkoch")
    assert told is not None
    assert NOTICE in told["notices"]
    assert [r["label"] for r in told["requirements"]][:1] == ["iOS-Geräte bedienen"]
    article = both.role_record("schichtleiter")
    assert article is not None
    assert "notices" not in article
    assert both.role_record("nobody") is None
    assert [role["id"] for role in both.role_counts()] == ["schichtleiter"]
