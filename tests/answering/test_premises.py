"""Claims in a question are put right or confirmed, never taken over."""

from __future__ import annotations

import pytest

from bot.answering.assistant import Assistant
from bot.answering.grounding import numbers_in, violations


def first_line(text: str) -> str:
    return text.splitlines()[0]


@pytest.mark.parametrize(
    ("question", "lead", "said"),
    [
        ("Warum verdienen Account Manager mehr als Key Account Manager?", "Das stimmt", "70.000"),
        ("Warum braucht man als Account Manager zwingend ein Studium?", "Das stimmt", "Pflicht"),
        ("Warum brauchen Key Account Manager kein Englisch?", "Das stimmt", "Englisch"),
        ("Warum dürfen Account Manager Rabatte ohne Genehmigung geben?", "Das stimmt", "genehm"),
        (
            "Warum bekommen Account Manager einen höheren Bonus als Key Account Manager?",
            "Das stimmt",
            "10 bis 20",
        ),
        ("Wieso gibt es Key Account Manager erst seit 2010?", "Das stimmt", "1970er"),
        (
            "Warum gibt es Key Account Manager erst nach dem Jahr 1995?",
            "Das stimmt",
            "1970er",
        ),
        ("Warum spricht ein Key Account Manager nur mit Einkäufern?", "Das geben", "Einkäufern"),
    ],
)
def test_a_false_claim_is_put_right(
    assistant: Assistant, question: str, lead: str, said: str
) -> None:
    answer = assistant.answer(question)
    assert answer.status == "answered", answer.text
    assert answer.text.startswith(lead), answer.text
    assert said in answer.text
    assert violations(answer, assistant.sources) == []


def test_a_true_claim_is_confirmed_and_answered_with_its_reason(assistant: Assistant) -> None:
    answer = assistant.answer("Warum verdienen Key Account Manager mehr als Account Manager?")
    assert "Verantwortung" in first_line(answer.text)
    assert "Das bestätigen die Quellen" in answer.text


@pytest.mark.parametrize("amount", ["200.000", "333.000", "12.345"])
def test_a_claimed_figure_that_no_source_has_is_never_repeated(
    assistant: Assistant, amount: str
) -> None:
    answer = assistant.answer(f"Stimmt es, dass Key Account Manager {amount} Euro verdienen?")
    assert answer.status == "answered"
    assert amount not in answer.text
    quoted = {n for citation in answer.citations for n in numbers_in(citation.quote)}
    assert 120_000 in quoted


def test_more_customers_are_concluded_from_ranges_that_do_not_overlap(
    assistant: Assistant,
) -> None:
    answer = assistant.answer(
        "Warum betreut ein Key Account Manager mehr Kunden als ein Account Manager?"
    )
    assert "umgekehrt" in first_line(answer.text), answer.text
