"""Whatever is typed gets an answer object that keeps the contract's invariants."""

from __future__ import annotations

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answering.assistant import Assistant
from bot.answering.grounding import violations
from bot.domain import Message

SEEDS = (
    "Was verdient ein Account Manager?",
    "Wie viele Kunden betreut ein Key Account Manager?",
    "Wie komme ich vom AM zum KAM?",
    "Welche Ausbildung brauche ich [1]?",
    "What does a KAM earn in the US?",
    "Warum? <script>alert(1)</script> **fett** 70.000 Euro 2020",
)
fragments = st.sampled_from([word for seed in SEEDS for word in seed.split()])
mutated = st.builds(
    lambda seed, chance: "".join(
        c for c in seed if chance.random() > 0.05
    ) + chance.choice(["", "!", " 2026", "\u202e", "\x00", " [2]"]),
    st.sampled_from(SEEDS),
    st.randoms(use_true_random=False),
)  # fmt: skip
questions = st.one_of(st.text(max_size=80), mutated, st.lists(fragments, max_size=9).map(" ".join))


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(questions, st.lists(st.text(max_size=40), max_size=2))
def test_invariants_hold_for_any_question(
    assistant: Assistant, question: str, earlier: list[str]
) -> None:
    answer = assistant.answer(question, [Message("user", text) for text in earlier])
    assert violations(answer, assistant.sources) == []


def test_the_same_question_gets_the_same_answer(assistant: Assistant) -> None:
    order = [*SEEDS, *SEEDS]
    random.Random(0).shuffle(order)
    answers: dict[str, set[str]] = {}
    for question in order:
        answers.setdefault(question, set()).add(assistant.answer(question).text)
    assert all(len(texts) == 1 for texts in answers.values())
