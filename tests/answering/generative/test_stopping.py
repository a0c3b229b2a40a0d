"""An answer that nobody waits for ends: at its next stage, and a model's at once."""

from __future__ import annotations

import threading

import pytest

from bot.answering.assistant import Assistant
from bot.answering.generative import GenerativeAnswerer
from bot.answering.trace import Stopped, Trace, stage, tracing
from bot.settings import load_settings
from tests.answering.generative.conftest import Harbour
from tests.answering.generative.server import scripted
from tests.patience import patience


def test_no_further_stage_begins() -> None:
    trace = Trace()
    with tracing(trace):
        with stage("search"):
            assert trace.at == "search"
            trace.stop.set()
        assert trace.at is None
        with pytest.raises(Stopped), stage("checks"):
            pytest.fail("the stage has begun")
    assert set(trace.seconds) == {"search", "composing"}


def test_an_answer_ends(assistant: Assistant) -> None:
    trace = Trace()
    trace.stop.set()
    with pytest.raises(Stopped), tracing(trace):
        assistant.answer("Was verdient ein Account Manager?")
    assert assistant.answer("Was verdient ein Account Manager?").status == "answered"


@pytest.mark.parametrize("pause", [0.05, 600.0])
def test_a_model_is_read_no_further(harbour: Harbour, pause: float) -> None:
    """Whether it writes word by word or says nothing at all."""
    with scripted() as script, patience():
        script.pieces, script.pause = ["Ein "] * 100_000, pause
        settings = load_settings(model="m", model_url=script.url, model_timeout=600)
        answerer = GenerativeAnswerer.open(settings)
        assert answerer is not None
        question = harbour.question("Was verdient ein Hafenmeister?")
        base = harbour.base(question, "48.000")
        trace = Trace()
        threading.Timer(0.5, trace.stop.set).start()
        with pytest.raises(Stopped), tracing(trace), stage("model"):
            answerer.answer(question, base, harbour.evidence, harbour.catalogue)
        assert trace.wording is None  # no failure of the model's
