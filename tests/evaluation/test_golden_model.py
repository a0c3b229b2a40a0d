"""The golden set with a language model: the sample, what is told, and that nothing gets worse."""

from __future__ import annotations

import argparse
import re
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult

from bot.answering.assistant import Assistant
from bot.answering.generative.answerer import Wording
from bot.errors import UsageError
from bot.evaluation.command import add_eval_arguments, run_eval
from bot.evaluation.golden import ask_golden
from bot.evaluation.golden_model import Asked, RecordingAnswerer, readable, report, sample, worse
from bot.evaluation.golden_set import read_golden
from bot.index.encoder import load_encoder
from bot.index.serving import Index
from bot.settings import Settings

DEV = [question for question in read_golden("dev") if "corpus" in question.on]


class Mixing(BaseChatModel):
    """Writes what a hasty model writes: sources run together, and an invention at the end."""

    @property
    def _llm_type(self) -> str:
        return "mixing"

    def _generate(self, messages: list[BaseMessage], *args: Any, **kwargs: Any) -> ChatResult:
        given = re.findall(r"^(.+?)[.!]? (\[\d+\])$", str(messages[-1].content), re.MULTILINE)
        pairs = [
            f"{a} {n} und {b} {m}."
            for (a, n), (b, m) in zip(given[::2], given[1::2], strict=False)
        ]  # fmt: skip
        told = " ".join([*pairs, "Alle verdienen 999.999 Euro [1]."])
        return ChatResult(generations=[ChatGeneration(message=AIMessage(told))])


def test_the_sample_is_even_over_kinds_and_always_the_same() -> None:
    chosen = sample(DEV, 30)
    assert chosen == sample(DEV[::-1], 30)
    assert len({question.id for question in chosen}) == 30
    assert {question.status for question in chosen} == {"answered"}
    counts = Counter(question.kind[0] for question in chosen)
    there = Counter(q.kind[0] for q in DEV if q.status == "answered")
    assert all(n >= min(max(counts.values()) - 1, there[kind]) for kind, n in counts.items())
    few = sample(DEV, 100_000)
    assert len(few) == sum(question.status == "answered" for question in DEV)


def test_a_model_makes_no_answer_worse(corpus_settings: Settings) -> None:
    index, encoder = Index.open(corpus_settings), load_encoder(corpus_settings)
    threshold = corpus_settings.relevance_threshold
    recording = RecordingAnswerer(Mixing(), "mixing")
    chosen = sample(DEV, 24)
    without = ask_golden(Assistant(index, encoder, threshold), "corpus", chosen)
    worded = Assistant(index, encoder, threshold, recording)
    with_model = ask_golden(worded, "corpus", chosen)
    assert worse(without, with_model) == []
    assert sum(asked.wording.outcome == "worded" for asked in recording.asked) >= 3
    assert any(asked.wording.dropped for asked in recording.asked)
    assert all(
        after.answer.citations[: len(before.answer.citations)] == before.answer.citations
        and (after.answer.salary, after.answer.career)
        == (before.answer.salary, before.answer.career)
        for before, after in zip(without, with_model, strict=True)
    )
    # The yardstick notices a loss, even where another question gains as much.
    loses = next(n for n, v in enumerate(without) if v.question.facts and not v.missing)
    spoilt = list(with_model)
    spoilt[loses] = replace(spoilt[loses], missing=spoilt[loses].question.facts[:1])
    assert worse(without, spoilt) == [f"{chosen[loses].id}: fact_recall"]


def test_the_report_tells_what_became_of_the_model(assistant: Assistant) -> None:
    verdicts = ask_golden(assistant, "corpus", sample(DEV, 2))
    answer = verdicts[0].answer
    asked = [
        Asked(Wording(answer, "worded", 3, 1, ("no marker",)), 2.0),
        Asked(Wording(answer, "rejected", 2, 2, ("no marker", "too long"), "no sentence holds"), 4),
        Asked(Wording(answer, "not_asked"), 0.0),
    ]
    made = report("generative:m", verdicts, verdicts, asked)
    assert made["answers"] == {"worded": 1, "rejected": 1, "not_asked": 1}
    assert (made["sentences"], made["dropped"]) == (5, 3)
    assert made["faults"] == {"no marker": 2, "too long": 1}
    assert made["seconds"] == [2.0, 4.0]
    assert made["worse"] == []
    shown = readable(made)
    assert "davon verworfen 3 (no marker 2, too long 1)" in shown
    assert "fact_recall" in shown
    assert "Schlechter" not in shown
    assert "Schlechter als ohne Modell: q: direct_share" in readable(
        made | {"worse": ["q: direct_share"]}
    )


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--set", "golden", "--model"], "kein Sprachmodell eingestellt"),
        (["--set", "golden", "--model", "0"], "wenigstens eine Frage"),
        (["--set", "golden", "--model", "--perturb", "lower"], "--model vergleicht"),
        (["--set", "golden", "--model", "--record"], "--model vergleicht"),
        (["--model"], "nur mit --set golden"),
    ],
)
def test_arguments_that_do_not_fit_are_refused(arguments: list[str], reason: str) -> None:
    parser = argparse.ArgumentParser()
    add_eval_arguments(parser)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--db", default=None)
    with pytest.raises(UsageError, match=reason):
        list(run_eval(parser.parse_args(arguments)))
