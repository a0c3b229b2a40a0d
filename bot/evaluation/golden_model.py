"""``python -m bot eval --set golden --model``: the same questions without and with the model.

A model is slow, so a sample is asked: evenly over the kinds of questions, the same each time.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any, Final

from bot.answering.generative.answerer import GenerativeAnswerer, Wording
from bot.answering.generative.prompts import PROMPT_VERSION
from bot.errors import UsageError
from bot.evaluation.golden import Verdict, ask_golden, golden_settings
from bot.evaluation.golden_measures import LEVELLED, Measures, measures
from bot.evaluation.golden_set import SPLITS, GoldenQuestion, read_golden

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from bot.answering.evidence import Evidence
    from bot.dialogue import Question
    from bot.domain import Answer
    from bot.knowledge.roles import RoleCatalogue
    from bot.settings import Settings

INDEX: Final = "corpus"
_SEED: Final = 1


@dataclass(frozen=True, slots=True)
class Asked:
    """One call of the model."""

    wording: Wording
    seconds: float


class RecordingAnswerer(GenerativeAnswerer):
    """The product's own answerer, which remembers what became of each answer."""

    def __init__(self, model: BaseChatModel, name: str, seconds: float = 30) -> None:
        super().__init__(model, name, seconds)
        self.asked: list[Asked] = []

    def word(
        self,
        question: Question,
        base: Answer,
        evidence: Sequence[Evidence],
        catalogue: RoleCatalogue,
    ) -> Wording:
        """As the product's, timed."""
        started = time.perf_counter()
        wording = super().word(question, base, evidence, catalogue)
        self.asked.append(Asked(wording, time.perf_counter() - started))
        return wording


def sample(questions: Sequence[GoldenQuestion], count: int) -> list[GoldenQuestion]:
    """So many questions that are to be answered, evenly over their kinds, in a fixed order.

    A declined question is never sent to a model, so none is in the sample. The first tag counts
    as the kind. Fewer where there aren't as many.
    """
    chance = Random(_SEED)
    shuffled = sorted((q for q in questions if q.status == "answered"), key=lambda q: q.id)
    chance.shuffle(shuffled)
    by_kind: dict[str, deque[GoldenQuestion]] = defaultdict(deque)
    for question in shuffled:
        by_kind[question.kind[0]].append(question)
    chosen: list[GoldenQuestion] = []
    waiting = deque(by_kind[kind] for kind in sorted(by_kind))
    while waiting and len(chosen) < count:
        row = waiting.popleft()
        chosen.append(row.popleft())
        if row:
            waiting.append(row)
    return chosen


def measure_model(settings: Settings, count: int) -> dict[str, Any]:
    """Both runs side by side, as plain JSON types.

    Args:
        settings: they name the model; the index lies in a temporary folder.
        count: how many questions are asked.

    Raises:
        UsageError: no model is set, or it can't be set up.
    """
    from bot.answering.assistant import Assistant
    from bot.index.encoder import load_encoder
    from bot.index.serving import Index

    recording = RecordingAnswerer.open(settings)
    if recording is None:
        raise UsageError(
            "Es ist kein Sprachmodell eingestellt.",
            log="eval --model without LOTSE_MODEL",
            hint="Bitte setzen Sie LOTSE_MODEL (siehe docs/models.md).",
        )
    questions = [q for split in SPLITS for q in read_golden(split) if INDEX in q.on]
    with golden_settings(settings) as made:
        own = made[INDEX]
        index, encoder = Index.open(own), load_encoder(own)
        default = Assistant(index, encoder, own.relevance_threshold)
        worded = Assistant(index, encoder, own.relevance_threshold, recording)
        chosen = sample(questions, count)
        without = ask_golden(default, INDEX, chosen)
        with_model = ask_golden(worded, INDEX, chosen)
    return report(recording.name, without, with_model, recording.asked)


def report(
    name: str, without: Sequence[Verdict], with_model: Sequence[Verdict], asked: Sequence[Asked]
) -> dict[str, Any]:
    """What is printed: measures of both, what got worse, and what became of the sentences."""
    before, after = _measures(without), _measures(with_model)
    return {
        "model": name.removeprefix("generative:"),
        "prompt": PROMPT_VERSION,
        "questions": len(without),
        "measures": {"without": before, "with": after},
        "worse": worse(without, with_model),
        "answers": dict(Counter(a.wording.outcome for a in asked)),
        "sentences": sum(a.wording.written for a in asked),
        "dropped": sum(a.wording.dropped for a in asked),
        "faults": dict(Counter(f for a in asked for f in a.wording.faults).most_common()),
        "reasons": dict(Counter(a.wording.reason for a in asked if a.wording.reason)),
        "seconds": [round(a.seconds, 1) for a in asked if a.wording.outcome != "not_asked"],
        "worded": [
            {"id": v.question.id, "text": v.answer.text}
            for v in with_model
            if v.answer.answerer != "extractive" and v.question.split == "dev"
        ],
    }


def worse(without: Sequence[Verdict], with_model: Sequence[Verdict]) -> list[str]:
    """Every question of which any measure fell with the model; empty is what must be."""
    found = []
    for before, after in zip(without, with_model, strict=True):
        # One by one, for a gain elsewhere must not make up for a loss.
        one, other = measures([before]), measures([after])
        fell = [n for n in LEVELLED if (other[n] or 0) < (one[n] or 0)]
        if (other["violations"] or 0) > (one["violations"] or 0):
            fell.append("violations")
        found += [f"{before.question.id}: {name}" for name in fell]
    return found


def readable(made: dict[str, Any]) -> str:
    """The report on a terminal, without the worded texts."""
    head = f"{made['model']}, prompt {made['prompt']}, {made['questions']} Fragen"
    without, with_model = made["measures"]["without"], made["measures"]["with"]
    lines = [head, f"  {'':25}{'ohne':>11}{'mit':>11}"]
    for name, value in without.items():
        if value is not None:
            lines.append(f"  {name:25}{_shown(value):>11}{_shown(with_model[name]):>11}")
    times = sorted(made["seconds"]) or [0.0]
    lines += [
        f"Antworten: {_counts(made['answers'])}",
        f"Sätze des Modells: {made['sentences']}, davon verworfen {made['dropped']}"
        f" ({_counts(made['faults'])})",
        f"Sekunden je Antwort: Median {times[len(times) // 2]:.1f}, höchstens {times[-1]:.1f}",
    ]
    lines += [f"  {reason}: {count}" for reason, count in made["reasons"].items()]
    lines += [f"Schlechter als ohne Modell: {line}" for line in made["worse"]]
    return "\n".join(lines)


def _measures(verdicts: Sequence[Verdict]) -> Measures:
    shown = {name: value for name, value in measures(verdicts).items() if name != "questions"}
    characters = [len(v.answer.text) for v in verdicts]
    return shown | {"characters_mean": round(sum(characters) / max(1, len(characters)), 1)}


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")


def _counts(counted: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counted.items()) or "-"
