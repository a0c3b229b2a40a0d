"""Whatever is typed gets an answer object that keeps the contract's invariants."""

from __future__ import annotations

import os
import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, event, given, settings

from bot.answering.assistant import Assistant
from bot.domain import Answer, Citation, Message, Source, SourceReference
from tests.answering.contract_check import broken
from tests.answering.mutations import GOLDEN, histories, questions

ASKED = int(os.environ.get("ANY_QUESTIONS", "0"))
"""How many questions to ask. Unset, the same 2,500 each time; CONTRIBUTING.md tells when more."""


@settings(
    max_examples=ASKED or 2_500,
    derandomize=not ASKED,
    database=None,
    deadline=None,
    # Each example may take a tenth of a second, and shrinking asks many more.
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(questions(), histories())
def test_invariants_hold_for_any_question(
    assistant: Assistant, question: str, history: list[Message]
) -> None:
    answer = assistant.answer(question, history)
    event(f"{answer.status}, {answer.reason}")
    assert broken(answer, assistant.sources) == []


def test_the_same_question_gets_the_same_answer(assistant: Assistant) -> None:
    order = [*GOLDEN[::40], *GOLDEN[::40]]
    random.Random(0).shuffle(order)
    answers: dict[str, set[str]] = {}
    for question in order:
        answers.setdefault(question, set()).add(assistant.answer(question).text)
    assert all(len(texts) == 1 for texts in answers.values())


# The checker itself: what it must notice

SOURCE = Source("a", "A", "Im Jahr 2020 waren es 70.000 Euro oder 1,5 %.", ())
QUOTE = Citation(
    1, SOURCE.text, 0, len(SOURCE.text), None, "p", SourceReference("a", "A", *[None] * 3)
)
GOOD = Answer("?", "?", "answered", None, "salary", "2020 waren es 70 000 Euro. [1]", (QUOTE,))
NO = Answer("?", "?", "declined", "off_topic", "other", "Dazu steht hier nichts.")


@pytest.mark.parametrize(
    "text", ["70,000 [1]", "1.5 [1]", "1,50 [1]", "\\[70.000\\] [1]", "2020, 70.000 [1]"]
)
def test_the_checker_lets_right_answers_pass(text: str) -> None:
    assert broken(replace(GOOD, text=text), {"a": SOURCE}) == []
    assert broken(NO, {}) == []


@pytest.mark.parametrize(
    "answer",
    [
        replace(GOOD, text="70.001 Euro [1]"),
        replace(GOOD, text="Im Jahr 202 [1]"),
        replace(GOOD, text="70 Euro [1]"),
        replace(GOOD, text="15 % [1]"),
        replace(GOOD, text="٣ Euro [1]"),
        replace(GOOD, text="Euro"),
        replace(GOOD, text="Euro [1] [2]"),
        replace(GOOD, text=" "),
        replace(GOOD, citations=()),
        replace(GOOD, citations=(replace(QUOTE, start=1),)),
        replace(GOOD, citations=(replace(QUOTE, number=2),), text="Euro [2]"),
        replace(GOOD, reason="off_topic"),
        replace(GOOD, salary=({"min": 1, "citation": 3},)),
        replace(NO, reason=None),
        replace(NO, text="Dazu steht in 5 Quellen nichts."),
        replace(NO, citations=(QUOTE,)),
    ],
)  # fmt: skip
def test_the_checker_notices(answer: Answer) -> None:
    assert broken(answer, {"a": SOURCE}) != []
