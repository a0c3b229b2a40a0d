"""``python -m bot eval --set golden``: the whole product, asked the golden set.

Each index is made in a temporary folder by the real ingest: ``corpus/``, and the captured
originals where they lie beside the project.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.domain import Answer, Source
from bot.evaluation.golden_figures import Figure, FigureVerdict, judge_figures
from bot.evaluation.golden_set import SPLITS, GoldenQuestion, read_golden, read_salary
from bot.evaluation.golden_text import comparable, first_sentence, holds, said, unsupported
from bot.evaluation.perturb import perturbed

if TYPE_CHECKING:
    from bot.answering.assistant import Assistant
    from bot.settings import Settings

ROOT: Final = Path(__file__).resolve().parents[2]
FOLDERS: Final[Mapping[str, Path]] = {
    "corpus": ROOT / "corpus",
    "originals": ROOT.parent / "shared" / "originals",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One question, asked of one index, and how its answer did.

    Attributes:
        missing: the facts that the answer doesn't hold.
        direct: whether the first sentence holds what it must; None where nothing must.
        statements: statements with a marker; ``unsupported`` of them have no quote that says so.
        cited: whether one of the expected sources is cited; None where it must decline.
        milliseconds: from the question to the checked answer.
    """

    question: GoldenQuestion
    index: str
    answer: Answer
    missing: tuple[tuple[str, ...], ...]
    direct: bool | None
    statements: int
    unsupported: tuple[str, ...]
    figures: FigureVerdict
    cited: bool | None
    violations: tuple[str, ...]
    milliseconds: float


def ask_golden(
    assistant: Assistant,
    index: str,
    questions: Sequence[GoldenQuestion],
    *,
    perturbation: str | None = None,
) -> list[Verdict]:
    """Asks the questions that belong to an index, and judges the answers.

    Args:
        assistant: the product on that index.
        index: "corpus" or "originals".
        questions: those for other indexes are left out.
        perturbation: one of ``PERTURBATIONS``, to spoil the questions first.
    """
    assistant.warm_up()
    assistant.prepare_sentences()
    asked = [question for question in questions if index in question.on]
    if perturbation:
        spoilt = perturbed([question.question for question in asked], perturbation)
        asked = [replace(q, question=text) for q, text in zip(asked, spoilt, strict=True)]
    sources = assistant.sources
    known = [figure for figure in read_salary() if figure["source"] in sources]
    verdicts = []
    for question in asked:
        started = time.perf_counter()
        answer = assistant.answer(question.question, question.history)
        elapsed = (time.perf_counter() - started) * 1000
        verdicts.append(judge(question, index, answer, sources, known, elapsed))
    return verdicts


def judge(
    question: GoldenQuestion,
    index: str,
    answer: Answer,
    sources: Mapping[str, Source],
    known: Sequence[Figure],
    milliseconds: float,
) -> Verdict:
    """Holds one answer against what is expected of it."""
    from bot.answering.grounding import violations

    text = said(answer) if answer.status == "answered" else ""
    expected = question.sources.get(index, ())
    count, wrong = unsupported(answer)
    first = comparable(first_sentence(answer.text)) if text else ""
    return Verdict(
        question=question,
        index=index,
        answer=answer,
        missing=tuple(fact for fact in question.facts if not holds(text, fact)),
        direct=holds(first, question.direct) if question.direct else None,
        statements=count,
        unsupported=wrong,
        figures=judge_figures(answer, question, known, expected),
        cited=any(c.source.id in expected for c in answer.citations) if expected else None,
        violations=tuple(violations(answer, sources)),
        milliseconds=milliseconds,
    )


@contextmanager
def golden_settings(settings: Settings) -> Iterator[dict[str, Settings]]:
    """Settings of each index that can be made here, by its name; they hold while the block runs.

    Args:
        settings: the encoder and the working point; its index is left alone.
    """
    from bot.index.sync import ingest

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        made = {}
        for name, folder in FOLDERS.items():
            if folder.is_dir():
                own = settings.model_copy(update={"db": Path(temporary) / name, "chroma_url": None})
                ingest([str(folder)], own)
                made[name] = own
        yield made


@contextmanager
def golden_indexes(settings: Settings) -> Iterator[dict[str, Assistant]]:
    """The product on each index that can be made here, by its name."""
    from bot.answering.assistant import Assistant

    with golden_settings(settings) as made:
        yield {name: Assistant.open(own) for name, own in made.items()}


def measure_golden(settings: Settings, perturbation: str | None = None) -> list[Verdict]:
    """Asks both parts of the set on every index that can be made here."""
    questions = [question for split in SPLITS for question in read_golden(split)]
    with golden_indexes(settings) as indexes:
        return [
            verdict
            for name, assistant in indexes.items()
            for verdict in ask_golden(assistant, name, questions, perturbation=perturbation)
        ]
