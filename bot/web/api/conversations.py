"""``POST /api/v1/conversations/export``: a conversation that a page kept, as a file.

The page sends the answer objects of its turns. Nothing of them is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict, Field

from bot.dialogue.language import Language
from bot.domain import Answer
from bot.web.api.accept import asked_form
from bot.web.chat.conversation_file import checked, document
from bot.web.chat.conversation_texts import CONVERSATION_TEXTS, NOT_OURS
from bot.web.edge.language import HEADER
from bot.web.edge.problems import Refusal
from bot.web.service import Service
from bot.writing.document import Imprint, Part
from bot.writing.marked import to_markdown
from bot.writing.pdf import to_pdf

PATH = "/api/v1/conversations/export"
MOST_TURNS = 100


class TurnBody(BaseModel):
    """An answer as it was given, with the seal that came with it."""

    model_config = ConfigDict(extra="forbid")

    answer: Answer
    seal: str = Field("", max_length=64, description="by which we know the answer to be ours")


class ConversationBody(BaseModel):
    """The turns of a conversation, oldest first."""

    model_config = ConfigDict(extra="forbid")

    turns: Annotated[list[TurnBody], Field(min_length=1, max_length=MOST_TURNS)]
    language: Literal["de", "en"] = "de"


def add_conversations(router: APIRouter, service: Service) -> None:
    """Adds the route."""

    @router.post(
        PATH,
        summary="A conversation as Markdown or PDF",
        response_class=Response,
        responses={
            200: {
                "description": "The file; nothing of it is kept",
                "content": {
                    "text/markdown": {"schema": {"type": "string"}},
                    "application/pdf": {"schema": {"type": "string", "format": "binary"}},
                },
            }
        },
    )
    async def export(body: ConversationBody, request: Request) -> Response:
        """The conversation as a file, ``text/markdown`` or, by ``Accept``, ``application/pdf``.

        Every citation is checked against its source. An answer that isn't ours is refused.
        """
        form = asked_form(request, _FORMS)
        return await run_in_threadpool(_exported, service, body, form, datetime.now(UTC).date())


def _exported(service: Service, body: ConversationBody, form: str, today: date) -> Response:
    sources = service.assistant.sources
    turns = []
    for number, turn in enumerate(body.turns, 1):
        found = checked(turn.answer, turn.seal, service.seals, sources)
        if found is None:
            raise Refusal(422, NOT_OURS.format(number=number))
        turns.append(found)
    parts = list(document(turns, sources, body.language, today))
    kind = form if form in _FORMS else _MARKDOWN
    ending = _ENDINGS[kind]
    name = f"karrierelotse-{CONVERSATION_TEXTS[body.language].file}-{today}.{ending}"
    return Response(
        _FORMS[kind](parts, body.language, today),
        media_type=kind if kind == _PDF else f"{kind}; charset=utf-8",
        headers={
            "cache-control": "no-store",
            HEADER: body.language,
            "content-disposition": f'attachment; filename="{name}"',
        },
    )


def _pdf(parts: list[Part], language: Language, today: date) -> bytes:
    title = CONVERSATION_TEXTS[language].title
    created = datetime(today.year, today.month, today.day, tzinfo=UTC)
    return to_pdf(parts, Imprint(title, title, language, created))


_MARKDOWN: Final = "text/markdown"
_PDF: Final = "application/pdf"
_ENDINGS: Final = {_MARKDOWN: "md", _PDF: "pdf"}
_FORMS: Final[Mapping[str, Callable[[list[Part], Language, date], bytes]]] = {
    _MARKDOWN: lambda parts, _, __: to_markdown(parts).encode(),
    _PDF: _pdf,
}
