"""The widget: a script for portals' pages, and the chat's page for the frame that it makes.

``/widget.js`` puts a chat button, or a chat, into a page of another origin; the chat is
``/widget`` in a frame, so neither page's styles reach the other, and only the origins that may
embed it can. Its answers are the turns that the chat page gets, as events.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Annotated, Any, Final

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, StreamingResponse
from fastapi.sse import format_sse_event
from pydantic import BaseModel, StringConstraints

from bot.access.origins import frame_ancestors
from bot.web.api.streaming import streamed
from bot.web.chat.examples import examples
from bot.web.chat.turns import converse, read_history
from bot.web.edge.language import asked_language
from bot.web.parts.quote import empty_panel
from bot.web.parts.texts import TEXTS
from bot.web.service import Service
from bot.web.widget.assets import SCHEMES, File, frame_files, loader
from bot.web.widget.page import page

FOR_EVER: Final = "public, max-age=31536000, immutable"
FIVE_MINUTES: Final = "public, max-age=300"
"""How long a page may show the widget, or not, after the origins that may embed it changed."""

_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)


class TurnBody(BaseModel):
    """A question, and the messages before it as the frame keeps them."""

    question: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    history: list[Any] = []


def add_widget(router: APIRouter, service: Service) -> None:
    """Adds the widget's routes. No part of the versioned interface: script and page go together."""

    @router.get("/widget.js", include_in_schema=False)
    def script(request: Request) -> Response:
        """The script for portals' pages."""
        return _sent(request, loader(tuple(service.access.origins())), FIVE_MINUTES)

    @router.get("/widget", include_in_schema=False)
    def frame(
        request: Request,
        scheme: str = "auto",
        role: str = "",
    ) -> HTMLResponse:
        """The chat's page for a frame, in the language asked for."""
        texts = TEXTS[asked_language(request.scope)]
        origins = tuple(service.access.origins())
        html = page(
            texts,
            next((one for one in SCHEMES if one == scheme), "auto"),
            examples(service, texts, role),
            origins,
            empty_panel(texts),
            whole=service.access.anonymous,
        )
        headers = {
            "content-security-policy": f"{_POLICY}; {frame_ancestors(origins)}",
            "content-language": texts.language,
            "cache-control": "no-cache",
            "vary": "Accept-Language",
        }
        return HTMLResponse(html, headers=headers)

    @router.get("/widget/{name}", include_in_schema=False)
    def file(request: Request, name: str) -> Response:
        """A file of that page."""
        stem, _, rest = name.partition(".")
        found = frame_files().get((stem, rest.rpartition(".")[2]))
        if found is None:
            raise HTTPException(404)
        # While replicas are replaced one by one, a page may ask another one than made it.
        return _sent(request, found, FOR_EVER if name == found.name else "no-store")

    @router.post("/widget/turns", include_in_schema=False)
    async def turns(body: TurnBody, request: Request) -> StreamingResponse:
        """The turn that answers a question, as events: in each the whole turn so far."""
        return streamed(_events(service, body, request))


async def _events(service: Service, body: TurnBody, request: Request) -> AsyncIterator[bytes]:
    texts = TEXTS[asked_language(request.scope)]
    history = read_history(body.history)
    async with aclosing(converse(service, body.question, history, texts)) as turns:
        async for turn in turns:
            data = json.dumps(turn.to_json(), ensure_ascii=False)
            yield format_sse_event(event="turn", data_str=data)


def _sent(request: Request, file: File, kept: str) -> Response:
    """The file, compressed where that is understood; nothing where the browser has it already."""
    etag = f'"{file.digest}"'
    headers = {"cache-control": kept, "vary": "Accept-Encoding", "etag": etag}
    if request.headers.get("if-none-match", "").removeprefix("W/") == etag:
        return Response(status_code=304, headers=headers)
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(file.content, media_type=file.media_type, headers=headers)
    # Another form of the file is another entity.
    told = headers | {"content-encoding": "gzip", "etag": f"W/{etag}"}
    return Response(file.compressed, media_type=file.media_type, headers=told)
