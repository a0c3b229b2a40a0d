"""``POST /v1/chat/completions``: the chat for software that speaks OpenAI's interface.

The last message is the question, those before it are its history; system messages are read by
nobody, because who asks must not be able to change what the sources say. The citations are kept
twice: as a list below the text, which every client shows, and whole in ``answer``, the contract's
object, which none of theirs minds. Settings of sampling have no meaning here and are ignored.

Shape of requests, responses and chunks: OpenAI's API reference, "Chat Completions".
"""

from __future__ import annotations

import json
import logging
import threading
import time
import uuid
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, StreamingResponse
from pydantic import BaseModel, Field

from bot.answering.draft import escape
from bot.answering.trace import Trace
from bot.domain import Answer
from bot.errors import LotseError
from bot.web.api.streaming import EVENTS, events_of, streamed
from bot.web.chat.turns import read_history
from bot.web.edge.language import HEADER, Said, language_of_answer, language_of_question
from bot.web.edge.problem_texts import LONG_QUESTION, NO_QUESTION
from bot.web.edge.problems import problem_object, problem_response, sentence_of
from bot.web.parts.markup import safe_link
from bot.web.parts.quote import about
from bot.web.parts.texts import MAX_QUESTION_CHARACTERS, TEXTS
from bot.web.service import Service

MODEL: Final = "karrierelotse"
MOST_MESSAGES: Final = 1000
MOST_CHARACTERS: Final = 100_000

log = logging.getLogger(__name__)


class TextPart(BaseModel):
    """A part of a message; other kinds can't be read."""

    type: Literal["text"]
    text: str = Field(max_length=MOST_CHARACTERS)


class ChatMessage(BaseModel):
    """A message of any role; only those of visitors and answers count."""

    role: str = Field(max_length=40)
    content: Annotated[str, Field(max_length=MOST_CHARACTERS)] | list[TextPart] | None = None

    @property
    def text(self) -> str:
        """Its parts as one text."""
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content)
        return self.content or ""


class CompletionBody(BaseModel):
    """What is used of OpenAI's request; the rest is accepted and ignored."""

    messages: Annotated[list[ChatMessage], Field(min_length=1, max_length=MOST_MESSAGES)]
    model: str = MODEL
    stream: bool = False


def add_completions(router: APIRouter, service: Service) -> None:
    """Adds the routes."""

    @router.get("/v1/models")
    def models() -> dict[str, Any]:
        """The one model there is."""
        return {
            "object": "list",
            "data": [{"id": MODEL, "object": "model", "created": 0, "owned_by": MODEL}],
        }

    @router.post(
        "/v1/chat/completions",
        response_model=None,
        responses={
            200: {
                "description": "A completion, or its chunks",
                "content": {EVENTS: {"schema": {"type": "string"}}},
            }
        },
    )
    async def completions(body: CompletionBody) -> JSONResponse | StreamingResponse:
        """An answer with its citations, as OpenAI's clients expect it."""
        last = body.messages[-1]
        question = last.text.strip()
        if last.role != "user" or not question:
            return _error(422, NO_QUESTION)
        if len(question) > MAX_QUESTION_CHARACTERS:
            told = LONG_QUESTION.format(length=len(question), limit=MAX_QUESTION_CHARACTERS)
            return _error(422, told)
        earlier = [m for m in body.messages[:-1] if m.role in ("user", "assistant")]
        history = read_history([{"role": m.role, "content": m.text} for m in earlier])

        trace = Trace()

        def ask() -> Answer:
            return service.answer(question, history, trace)

        if body.stream:
            return streamed(_chunks(ask, trace.stop), language_of_question(question, history))
        try:
            answer = await run_in_threadpool(ask)
        except LotseError as error:
            log.error("%s", error.log)
            return _error(503, sentence_of(error), {"retry-after": str(error.retry_seconds)})
        message = {"role": "assistant", "content": with_sources(answer), "refusal": None}
        choice = {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
        return JSONResponse(
            {**_head("chat.completion"), "choices": [choice], "answer": answer.to_json()},
            headers={HEADER: language_of_answer(answer)},
        )


def with_sources(answer: Answer) -> str:
    """The answer's text with its quotes and their sources below, as Markdown."""
    if not answer.citations:
        return answer.text
    texts = TEXTS[language_of_answer(answer)]
    lines = [answer.text, "", f"**{texts.evidence}**", ""]
    for citation in answer.citations:
        quote = escape(" ".join(citation.quote.split()))
        address = safe_link(citation.source.url)
        told = escape(about(citation.source, texts)) + (f", <{address}>" if address else "")
        lines.append(f"[{citation.number}] „{quote}“ ({told})  ")
    return "\n".join(lines)


def _chunks(ask: Callable[[], Answer], stop: threading.Event) -> AsyncIterator[bytes]:
    head = _head("chat.completion.chunk")

    def told(answer: Answer) -> Iterator[bytes]:
        for piece in with_sources(answer).splitlines(keepends=True):
            yield _chunk(head, {"content": piece})
        yield _chunk({**head, "answer": answer.to_json()}, {}, "stop")
        yield b"data: [DONE]\n\n"

    def failed(said: Said) -> bytes:
        return _data(_problem(503, said))

    begun = _chunk(head, {"role": "assistant", "content": ""})
    return events_of(ask, begun, told, failed, stop=stop)


def _head(kind: str) -> dict[str, Any]:
    return {
        "id": f"chatcmpl-{uuid.uuid4().hex}",
        "object": kind,
        "created": int(time.time()),
        "model": MODEL,
    }


def _chunk(head: Mapping[str, Any], delta: Mapping[str, Any], finish: str | None = None) -> bytes:
    return _data({**head, "choices": [{"index": 0, "delta": delta, "finish_reason": finish}]})


def _data(content: Mapping[str, Any]) -> bytes:
    return f"data: {json.dumps(content, ensure_ascii=False)}\n\n".encode()


def _error(status: int, said: Said, headers: Mapping[str, str] | None = None) -> JSONResponse:
    return problem_response(_problem(status, said), headers)


def _problem(status: int, said: Said) -> dict[str, Any]:
    """A problem object with the member that OpenAI's clients look for."""
    error = {"message": str(said), "type": "invalid_request_error", "param": None, "code": None}
    if status >= 500:
        error["type"] = "server_error"
    return {**problem_object(status, said), "error": error}
