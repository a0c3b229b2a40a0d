"""``/api/v1/feedback``: what a visitor says of an answer is kept, replaced or taken back.

Of the visitor nothing is kept but what they typed: no address, no cookie, no browser. Sending the
same twice is sending it once, because the page gives each answer's feedback its id.
"""

from __future__ import annotations

import logging
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import UUID4, BaseModel, ConfigDict, Field

from bot.domain import Intent, Status
from bot.feedback.entry import MAX_COMMENT_CHARACTERS, Entry, Reason, Verdict
from bot.feedback.store import Feedback, FeedbackUnavailableError
from bot.web.chat.feedback_texts import NO_ENTRY, REASON_OF_HELPFUL, UNAVAILABLE
from bot.web.edge.problems import Refusal
from bot.web.parts.texts import MAX_QUESTION_CHARACTERS
from bot.web.service import Service

PATH = "/api/v1/feedback"
MAX_ANSWER_CHARACTERS = 50_000
_MOST_CITED = 200

Id = Annotated[str, Field(min_length=1, max_length=200)]

log = logging.getLogger(__name__)


class FeedbackBody(BaseModel):
    """A judgement of one answer; question and answer only where the visitor sends them along."""

    model_config = ConfigDict(extra="forbid")

    id: UUID4 = Field(description="made by the page, one for each answer")
    verdict: Verdict
    reason: Reason | None = None
    comment: str = Field("", max_length=MAX_COMMENT_CHARACTERS)
    status: Status
    intent: Intent
    answerer: str = Field(max_length=200)
    index_version: int | None = Field(None, ge=0, le=2**53)
    language: Literal["de", "en"] = "de"
    sources: Annotated[list[Id], Field(max_length=_MOST_CITED)] = []
    passages: Annotated[list[Id], Field(max_length=_MOST_CITED)] = []
    question: str | None = Field(None, max_length=MAX_QUESTION_CHARACTERS)
    answer: str | None = Field(None, max_length=MAX_ANSWER_CHARACTERS)


class FeedbackKept(BaseModel):
    """Whoever knows the id may change or withdraw what was sent with it."""

    id: UUID


def add_feedback(router: APIRouter, service: Service) -> None:
    """Adds the routes, where there is something that keeps feedback."""
    kept = service.feedback
    if kept is None:
        return

    @router.post(
        PATH,
        status_code=201,
        summary="Feedback on an answer",
        responses={200: {"model": FeedbackKept, "description": "It replaces what was there"}},
    )
    def put(body: FeedbackBody, response: Response) -> FeedbackKept:
        """Keeps a judgement of an answer, or replaces the one that was sent with this id."""
        if body.reason and body.verdict == "helpful":
            raise Refusal(422, REASON_OF_HELPFUL)
        if not _put(kept, _entry(body)):
            response.status_code = 200
        service.metrics.judged(body.verdict, body.reason)
        return FeedbackKept(id=body.id)

    @router.delete(PATH + "/{identity}", status_code=204, summary="Take feedback back")
    def delete(identity: UUID) -> None:
        """Deletes what was sent with this id."""
        try:
            found = kept.delete(str(identity))
        except FeedbackUnavailableError as error:
            raise _unavailable(error) from error
        if not found:
            raise Refusal(404, NO_ENTRY)


def _put(kept: Feedback, entry: Entry) -> bool:
    try:
        return kept.put(entry)
    except FeedbackUnavailableError as error:
        raise _unavailable(error) from error


def _unavailable(error: FeedbackUnavailableError) -> Refusal:
    log.error("%s", error.log)
    return Refusal(503, UNAVAILABLE, {"retry-after": "60"})


def _entry(body: FeedbackBody) -> Entry:
    return Entry(
        id=str(body.id),
        at="",  # the store's clock counts
        verdict=body.verdict,
        reason=body.reason,
        comment=_storable(body.comment).strip(),
        status=body.status,
        intent=body.intent,
        answerer=_storable(body.answerer),
        index_version=body.index_version,
        language=body.language,
        sources=tuple(_storable(one) for one in body.sources),
        passages=tuple(_storable(one) for one in body.passages),
        question=None if body.question is None else _storable(body.question),
        answer=None if body.answer is None else _storable(body.answer),
    )


def _storable(text: str) -> str:
    """Without halves of characters, which JSON can carry and no file can hold."""
    return text.encode("utf-8", "replace").decode().replace("\0", " ")
