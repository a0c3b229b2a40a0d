"""However a model's server fails, the default answer comes, in time and with a warning."""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from bot.answering import texts
from bot.answering.generative import GenerativeAnswerer
from bot.answering.generative.streaming import MAX_CALLS
from bot.answering.grounding import violations
from bot.domain import Answer
from bot.settings import load_settings
from tests.answering.generative.conftest import Harbour
from tests.answering.generative.server import Script, scripted

QUESTION = "Was verdient ein Hafenmeister?"
GOOD = "Hafenmeister verdienen 48.000 bis 61.000 Euro {48.000}, ein Junior 39.000 Euro {39.000}."


@pytest.fixture
def script() -> Iterator[Script]:
    with scripted() as script:
        yield script


def ask(harbour: Harbour, url: str, seconds: float = 5) -> tuple[Answer, Answer]:
    """The answer and the default answer beside it."""
    settings = load_settings(model="m", model_url=url, model_timeout=seconds)
    answerer = GenerativeAnswerer.open(settings)
    assert answerer is not None
    question = harbour.question(QUESTION)
    base = harbour.base(question, "48.000", "39.000")
    return answerer.answer(question, base, harbour.evidence, harbour.catalogue), base


def assert_default(answer: Answer, base: Answer, warning: str) -> None:
    assert answer.answerer == "extractive"
    assert (answer.text, answer.citations) == (base.text, base.citations)
    assert answer.warnings == (*base.warnings, warning)


UNAVAILABLE = texts.MODEL_UNAVAILABLE["de"]
REJECTED = texts.MODEL_REJECTED["de"]


def test_a_good_answer_comes_through(harbour: Harbour, script: Script) -> None:
    text = harbour.written(GOOD)
    script.pieces = [text[i : i + 7] for i in range(0, len(text), 7)]
    answer, base = ask(harbour, script.url)
    assert answer.answerer == "generative:m"
    assert "verdienen 48.000 bis 61.000 Euro [1], ein Junior 39.000 Euro [2]." in answer.text
    assert answer.warnings == base.warnings
    assert violations(answer, {e.source.id: e.source for e in harbour.evidence}) == []
    assert script.requests[0]["stream"] is True
    assert script.requests[0]["temperature"] == 0


def test_the_key_is_sent_as_bearer_token(harbour: Harbour, script: Script) -> None:
    settings = load_settings(model="m", model_url=script.url, model_key="geheim")
    answerer = GenerativeAnswerer.open(settings)
    assert answerer is not None
    question = harbour.question(QUESTION)
    answerer.answer(question, harbour.base(question, "48.000"), harbour.evidence, harbour.catalogue)
    assert script.keys == ["Bearer geheim"]
    assert "geheim" not in repr(settings)


def test_a_refused_connection(harbour: Harbour) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert_default(*ask(harbour, f"http://127.0.0.1:{port}/v1"), UNAVAILABLE)


@pytest.mark.parametrize("status", [400, 401, 404, 413, 429, 500, 503])
def test_an_error_of_the_server_is_not_waited_out(
    harbour: Harbour, script: Script, status: int
) -> None:
    """429 with "retry-after: 60", and 400 as it is given for too long a context."""
    script.status = status
    started = time.monotonic()
    assert_default(*ask(harbour, script.url), UNAVAILABLE)
    assert len(script.requests) == 1
    assert time.monotonic() - started < 4


def test_a_stream_cut_off_without_an_end(harbour: Harbour, script: Script) -> None:
    script.pieces, script.finish = [harbour.written(GOOD)], None
    assert_default(*ask(harbour, script.url), UNAVAILABLE)


def test_an_answer_cut_off_at_its_longest(harbour: Harbour, script: Script) -> None:
    script.pieces, script.finish = [harbour.written(GOOD)], "length"
    assert_default(*ask(harbour, script.url), UNAVAILABLE)


def test_a_dripping_stream_ends_at_the_deadline(harbour: Harbour, script: Script) -> None:
    """Every piece comes well within a client's timeout, the whole never does."""
    script.pieces, script.pause = ["a "] * 200, 0.1
    started = time.monotonic()
    assert_default(*ask(harbour, script.url, seconds=0.8), UNAVAILABLE)
    assert time.monotonic() - started < 2.5
    time.sleep(0.5)
    stopped_at = script.written
    time.sleep(0.5)
    assert script.written <= stopped_at + 1, "the connection was left open"


def test_a_server_that_says_nothing(harbour: Harbour, script: Script) -> None:
    script.pieces, script.pause = ["zu spät"], 3
    started = time.monotonic()
    assert_default(*ask(harbour, script.url, seconds=0.5), UNAVAILABLE)
    assert time.monotonic() - started < 2


def test_a_model_that_never_stops(harbour: Harbour, script: Script) -> None:
    script.pieces = ["immer weiter und " * 20] * 400
    assert_default(*ask(harbour, script.url), UNAVAILABLE)


@pytest.mark.parametrize("garbage", [b"\x00\xff\xfe", b"data: {]\n\n", b"<html>404</html>", b""])
def test_bytes_that_are_no_stream(harbour: Harbour, script: Script, garbage: bytes) -> None:
    script.garbage = garbage
    assert_default(*ask(harbour, script.url), UNAVAILABLE)


@pytest.mark.parametrize(
    "text", ["", "   ", "\ufffd\ufffd \x00", "[1]", "[[[", "1 2 3", "asdf " * 9]
)
def test_empty_and_garbled_text(harbour: Harbour, script: Script, text: str) -> None:
    script.pieces = [text]
    assert_default(*ask(harbour, script.url), REJECTED)


def test_the_log_tells_what_happened_without_the_question(
    harbour: Harbour, script: Script, caplog: pytest.LogCaptureFixture
) -> None:
    """The server repeats the question in its error message, as real ones do."""
    script.status = 429
    with caplog.at_level(logging.DEBUG, logger="bot"):
        ask(harbour, script.url)
    assert "RateLimitError 429" in caplog.text
    assert "verdient ein Hafenmeister" not in caplog.text


def test_hanging_calls_do_not_pile_up(harbour: Harbour, script: Script) -> None:
    script.pieces, script.pause = ["a"], 20
    settings = load_settings(model="m", model_url=script.url, model_timeout=0.4)
    answerer = GenerativeAnswerer.open(settings)
    assert answerer is not None
    question = harbour.question(QUESTION)
    base = harbour.base(question, "48.000")
    arguments = (question, base, harbour.evidence, harbour.catalogue)
    threads = [
        threading.Thread(target=answerer.answer, args=arguments) for _ in range(3 * MAX_CALLS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(script.requests) <= MAX_CALLS
