"""Answers as server-sent events, over a real socket and one by one."""

from __future__ import annotations

import json
import threading
import time
from typing import Any

import httpx
import pytest

from bot.answering.trace import Stopped
from bot.domain import Answer
from bot.errors import LotseError
from bot.web.api.answers import answer_events
from tests.apart import run_apart
from tests.patience import SECONDS

EVENTS = {"accept": "text/event-stream"}
PATH = "/api/v1/answers"


def read(text: str) -> list[tuple[str, Any]]:
    """Events with their data, by the rules of the format; comments are left out."""
    found = []
    for block in text.split("\n\n"):
        fields = dict(
            line.split(": ", 1) for line in block.splitlines() if line and not line.startswith(":")
        )
        if fields:
            found.append((fields["event"], json.loads(fields["data"])))
    return found


def streamed(client: httpx.Client, question: str) -> list[tuple[str, Any]]:
    with client.stream("POST", PATH, json={"question": question}, headers=EVENTS) as response:
        assert response.status_code == 200
        assert response.headers["content-type"].startswith("text/event-stream")
        assert response.headers["cache-control"] == "no-store"
        return read(response.read().decode())


@pytest.mark.parametrize(
    "question",
    ["Was verdient ein Key Account Manager?", "Wie wird morgen das Wetter?"],
    ids=["answered", "declined"],
)
def test_the_pieces_are_the_text_and_the_last_event_is_the_whole_answer(
    client: httpx.Client, question: str
) -> None:
    events = streamed(client, question)
    assert events[0] == ("started", {})
    assert {name for name, _ in events[1:-1]} == {"text"}
    name, answer = events[-1]
    whole = client.post(PATH, json={"question": question}).json()
    assert name == "answer"
    assert {**answer, "milliseconds": 0} == {**whole, "milliseconds": 0}
    assert "".join(data["text"] for _, data in events[1:-1]) == whole["text"]


def test_json_is_the_form_where_events_are_not_asked_for_first(client: httpx.Client) -> None:
    for accept in ("*/*", "application/json, text/event-stream", "text/html"):
        answer = client.post(PATH, json={"question": "Gehalt?"}, headers={"accept": accept})
        assert answer.headers["content-type"] == "application/json"


def test_bad_input_is_a_problem_and_no_stream(client: httpx.Client) -> None:
    refused = client.post(PATH, json={"question": ""}, headers=EVENTS)
    assert refused.status_code == 422
    assert refused.headers["content-type"].startswith("application/problem+json")


def collected(ask: Any, keepalive: float = 10.0) -> list[bytes]:
    async def collect() -> list[bytes]:
        return [event async for event in answer_events(ask, keepalive)]

    return run_apart(collect())


def test_a_long_wait_is_filled_with_comments() -> None:
    answer = Answer(
        question="?",
        standalone_question="?",
        status="declined",
        reason="off_topic",
        intent="other",
        text="Nichts.",
    )

    def slow() -> Answer:
        time.sleep(0.3)
        return answer

    events = collected(slow, keepalive=0.05)
    assert events[0].startswith(b"event: started")
    assert sum(event.startswith(b":") for event in events) >= 2
    assert events[-1].startswith(b"event: answer")


def test_what_fails_ends_in_a_problem_without_an_answer() -> None:
    def failing() -> Answer:
        raise LotseError("Der Index kann gerade nicht gelesen werden.", log="broken")

    names = [name for name, _ in read(b"".join(collected(failing)).decode())]
    assert names == ["started", "problem"]


def test_an_answer_that_nobody_waits_for_is_ended() -> None:
    stop, ended = threading.Event(), threading.Event()

    def slow() -> Answer:
        assert stop.wait(SECONDS)
        ended.set()
        raise Stopped

    async def leave() -> None:
        events = answer_events(slow, every=0.01, stop=stop)
        await anext(events)
        assert (await anext(events)).startswith(b":")
        await events.aclose()

    run_apart(leave())
    assert ended.wait(SECONDS)
