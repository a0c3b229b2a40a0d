"""Whether somebody can get into a role, where no sentence says just that of them."""

from __future__ import annotations

import pytest

from bot.answering.assistant import Assistant
from bot.domain import Answer


def quotes(answer: Answer) -> str:
    return " ".join(citation.quote for citation in answer.citations)


@pytest.mark.parametrize(
    "question",
    [
        "Kann ich als Quereinsteiger Account Manager werden?",
        "Ich bin 45 und war 20 Jahre im Einzelhandel, kann ich noch Account Manager werden?",
        "Ich bin Bäcker und 38 Jahre alt. Kann ich Account Manager werden?",
        "Ist es schwer, Account Manager zu werden?",
    ],
)
def test_the_ways_in_are_told(assistant: Assistant, question: str) -> None:
    answer = assistant.answer(question)
    assert answer.text.startswith("Diese Wege in die Rolle Account Manager nennen die Quellen:")
    assert "kaufmännische" in quotes(answer)
    assert "20 bis 50" not in answer.text  # years of a life, no number of customers


def test_what_is_said_of_people_like_the_asker_comes_first(assistant: Assistant) -> None:
    answer = assistant.answer("Ich bin 30 und Medienkaufmann, kann ich Account Manager werden?")
    assert "Medienkaufmann" in answer.citations[0].quote


def test_a_sentence_that_says_just_that_is_the_answer(assistant: Assistant) -> None:
    answer = assistant.answer("Kann man als Quereinsteiger Key Account Manager werden?")
    assert answer.text.startswith("Ja: Auch Quereinsteiger")


def test_what_is_told_and_fits_is_held_against_the_role(assistant: Assistant) -> None:
    answer = assistant.answer(
        "Ich habe BWL studiert und drei Jahre im Vertrieb gearbeitet, "
        "kann ich Account Manager werden?"
    )
    assert "was Sie von sich schreiben" in answer.text


@pytest.mark.parametrize(
    ("asked", "shown", "left_out"),
    [
        ("Welche Anforderungen sind für Account Manager zwingend?", "Wird verlangt", "Vorteil"),
        (
            "Welche Anforderungen sind bei Account Managern nur wünschenswert?",
            "Ist von Vorteil oder üblich",
            "Wird verlangt",
        ),
    ],
)
def test_a_must_is_told_apart_from_what_helps(
    assistant: Assistant, asked: str, shown: str, left_out: str
) -> None:
    headings = [line for line in assistant.answer(asked).text.splitlines() if line.startswith("**")]
    assert any(shown in heading for heading in headings)
    assert not any(left_out in heading for heading in headings)
