"""``POST /api/v1/answers``: a question in, the contract's answer object out, whole or streamed.

Streamed (``Accept: text/event-stream``) these events come, each with JSON as data:

- ``started``: at once, so that the caller knows that the question arrived;
- ``text`` {"text"}: the next piece of the answer's text; all pieces together are that text;
- ``answer``: the whole answer object, the last event of every answer;
- ``problem``: instead of all that, an RFC 9457 object, where the question can't be answered now.

Nothing is streamed before every check has passed: a sentence that is shown is never taken back.
While a language model works, comments keep the connection open.
"""

from __future__ import annotations

import json
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse
from fastapi.sse import format_sse_event
from pydantic import BaseModel, Field

from bot.answering.trace import Trace
from bot.domain import Answer, Message
from bot.web.api.accept import JSON, asked_form
from bot.web.api.streaming import EVENTS, KEEPALIVE_SECONDS, events_of, streamed
from bot.web.chat.turns import MAX_HISTORY_CHARACTERS
from bot.web.edge.language import HEADER, Said, language_of_answer, language_of_question
from bot.web.edge.problems import problem_object
from bot.web.parts.texts import MAX_QUESTION_CHARACTERS
from bot.web.service import Service

MAX_HISTORY = 100


class MessageBody(BaseModel):
    """One earlier message."""

    role: Literal["user", "assistant"]
    content: str = Field(max_length=MAX_HISTORY_CHARACTERS)


class QuestionBody(BaseModel):
    """A question with the conversation before it, oldest message first."""

    question: str = Field(
        min_length=1,
        max_length=MAX_QUESTION_CHARACTERS,
        examples=["Was verdient ein Key Account Manager?"],
    )
    history: Annotated[list[MessageBody], Field(max_length=MAX_HISTORY)] = []


def add_answers(router: APIRouter, service: Service) -> None:
    """Adds the route."""

    @router.post(
        "/api/v1/answers",
        response_model=None,
        responses={
            200: {
                "description": "The answer object, or its events",
                "content": {EVENTS: {"schema": {"type": "string"}}},
            }
        },
    )
    async def answers(body: QuestionBody, request: Request) -> Response:
        """The contract's answer object; as events where ``Accept`` names ``text/event-stream``.

        Fields that aren't named here are ignored, so that a caller may send along what is its own.
        """
        history = [Message(message.role, message.content) for message in body.history]

        trace = Trace()

        def ask() -> Answer:
            return service.answer(body.question, history, trace)

        if asked_form(request, (JSON, EVENTS)) == JSON:
            answer = await run_in_threadpool(ask)
            return JSONResponse(answer.to_json(), headers={HEADER: language_of_answer(answer)})
        return streamed(
            answer_events(ask, stop=trace.stop), language_of_question(body.question, history)
        )


def answer_events(
    ask: Callable[[], Answer],
    every: float = KEEPALIVE_SECONDS,
    stop: threading.Event | None = None,
) -> AsyncIterator[bytes]:
    """The events of one answer, encoded.

    Args:
        ask: gives the answer; runs in a worker thread.
        every: seconds between the comments that keep a waiting connection open.
        stop: set where whoever asked has gone away.
    """
    return events_of(ask, _event("started", {}), _told, _failed, every, stop)


def _told(answer: Answer) -> Iterator[bytes]:
    for piece in answer.text.splitlines(keepends=True):
        yield _event("text", {"text": piece})
    yield _event("answer", answer.to_json())


def _failed(said: Said) -> bytes:
    return _event("problem", problem_object(503, said))


def _event(name: str, data: dict[str, Any]) -> bytes:
    return format_sse_event(event=name, data_str=json.dumps(data, ensure_ascii=False))
