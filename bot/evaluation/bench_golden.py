"""The golden set, asked of the product and of the plain tutorial pipeline.

The pipeline pastes what it finds, so all of it counts as its answer, as do the product's text and
the quotes below it. A reader of such rows may ask three things, and each has a row: whether
recall is bought by length (the pipeline cut to the product's length), whether single facts hide
answers that lack one (all facts), and what becomes of questions that nothing answers (declined).
"""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.domain import Answer
from bot.evaluation.golden import Verdict, ask_golden, golden_indexes
from bot.evaluation.golden_set import SPLITS, GoldenQuestion, read_golden
from bot.evaluation.golden_text import comparable, holds
from bot.evaluation.rows import BenchRow

if TYPE_CHECKING:
    from bot.evaluation.tutorial import TutorialPipeline
    from bot.settings import Settings

NAME: Final = "tutorial pipeline"
_MARKER: Final = re.compile(r"(?<!\\)\[\d+\]")


@dataclass(frozen=True, slots=True)
class Beside:
    """One question with what the product and the pipeline show for it."""

    verdict: Verdict
    pasted: str


def bench_golden(settings: Settings) -> Iterator[BenchRow]:
    """Rows by index and part of the set, as they are measured, and the run time last.

    Args:
        settings: the encoder and the working point; a language model is left out.

    Raises:
        UsageError: the package with the MiniLM isn't installed.
    """
    from bot.evaluation.tutorial import TutorialPipeline

    started = time.perf_counter()
    own = settings.model_copy(update={"model": None, "model_url": None})
    with (
        golden_indexes(own) as indexes,
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder,
    ):
        for index, assistant in indexes.items():
            tutorial = TutorialPipeline(assistant.sources.values(), Path(folder) / index)
            for split in SPLITS:
                verdicts = ask_golden(assistant, index, read_golden(split))
                if verdicts:
                    yield from rows(f"golden {split}, {index}", paired(verdicts, tutorial))
    yield BenchRow.alone("run time, golden", time.perf_counter() - started, "s")


def paired(verdicts: Sequence[Verdict], tutorial: TutorialPipeline) -> list[Beside]:
    """Asks the pipeline what the product was asked."""
    return [Beside(v, tutorial.answer(asked_of_tutorial(v.question))) for v in verdicts]


def asked_of_tutorial(question: GoldenQuestion) -> str:
    """The question behind the one before it: the pipeline knows no conversation.

    A pipeline without a language model has no better way to understand a follow-up, and alone
    "Und in den USA?" would find nothing.
    """
    before = [message.content for message in question.history if message.role == "user"]
    return " ".join([*before[-1:], question.question])


def shown(answer: Answer) -> str:
    """All that a reader sees, once: the text without markers, and quotes that it doesn't hold."""
    text = _MARKER.sub("", answer.text)
    held = comparable(text)
    quotes = [c.quote for c in answer.citations if comparable(c.quote).strip() not in held]
    return "\n".join([text, *quotes])


def rows(label: str, asked: Sequence[Beside]) -> Iterator[BenchRow]:
    """Both on the same questions; facts are counted as ``python -m bot eval`` counts them."""
    answerable = [b for b in asked if b.verdict.question.facts]
    ours = [len(b.verdict.question.facts) - len(b.verdict.missing) for b in answerable]
    theirs = [_held(b, b.pasted) for b in answerable]
    length = [len(shown(b.verdict.answer)) for b in answerable]
    # A declined question has no length to cut to: what it would have shown isn't known.
    cut = [
        _held(b, b.pasted[: n if _answered(b) else None])
        for b, n in zip(answerable, length, strict=True)
    ]
    facts = [len(b.verdict.question.facts) for b in answerable]
    if answerable:
        recall = _share(sum(ours), sum(facts))
        yield _row(label, "fact recall", recall, "", _share(sum(theirs), sum(facts)))
        yield _row(label, "the same at equal length", recall, "", _share(sum(cut), sum(facts)))
        yield _row(label, "all facts", _whole(ours, facts), "", _whole(theirs, facts))
        answered = [(n, len(b.pasted)) for b, n in zip(answerable, length, strict=True)
                    if _answered(b)]  # fmt: skip
        if answered:
            mine, pasted = (sum(values) / len(answered) for values in zip(*answered, strict=True))
            yield _row(label, "characters shown", mine, "chars", pasted)
    to_decline = [b for b in asked if b.verdict.question.status == "declined"]
    if to_decline:
        declined = _share(sum(not _answered(b) for b in to_decline), len(to_decline))
        refused = _share(sum(not b.pasted for b in to_decline), len(to_decline))
        yield _row(label, "unanswerable declined", declined, "", refused)


def _row(label: str, name: str, ours: float, unit: str, theirs: float) -> BenchRow:
    return BenchRow.beside(f"{label}: {name}", ours, unit, NAME, theirs)


def _held(asked: Beside, text: str) -> int:
    """How many of the question's facts ``text`` holds."""
    words = comparable(text)
    return sum(holds(words, fact) for fact in asked.verdict.question.facts)


def _answered(asked: Beside) -> bool:
    return asked.verdict.answer.status == "answered"


def _whole(found: Sequence[int], facts: Sequence[int]) -> float:
    return _share(sum(n == m for n, m in zip(found, facts, strict=True)), len(facts))


def _share(part: int, whole: int) -> float:
    return part / whole
