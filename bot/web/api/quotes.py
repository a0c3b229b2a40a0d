"""``GET /api/v1/quotes``: a sentence of a source with the section around it.

An answer carries its quotes. A role has hundreds of facts: their quotes are fetched when somebody
opens one, and a check tells whether the source still says the same at that place.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from bot.answering.draft import Draft
from bot.domain import Citation
from bot.facts import Span
from bot.web.api.accept import JSON, asked_form
from bot.web.edge.language import asked_language
from bot.web.edge.problem_texts import NO_PLACE, NO_SOURCE, QUOTE_CHANGED
from bot.web.edge.problems import Refusal
from bot.web.parts.quote import panel
from bot.web.parts.texts import TEXTS
from bot.web.rooms.role_room import CHECK_DIGITS, check_of
from bot.web.service import Service

QUOTES = "/api/v1/quotes"
FORMS = (JSON, "text/html")


def add_quotes(router: APIRouter, service: Service) -> None:
    """Adds the route."""

    @router.get(QUOTES, responses={200: {"content": {"text/html": {}}}})
    def quotes(
        request: Request,
        source: Annotated[str, Query(max_length=300)],
        start: Annotated[int, Query(ge=0)],
        end: Annotated[int, Query(ge=1)],
        check: Annotated[str, Query(max_length=CHECK_DIGITS)] = "",
        number: Annotated[int, Query(ge=1, le=9999)] = 1,
    ) -> Any:  # noqa: ANN401 - a citation, or a page
        """The citation of ``text[start:end]`` of a source; as HTML, highlighted in its section.

        ``check`` holds the first 16 hexadecimal digits of the SHA-256 of the quote that is
        expected there: 409 where the source says something else by now. ``number`` is the
        marker that the citation gets.
        """
        found = _cited(service, Span(source, start, end), number)
        if check and check != check_of(found.quote):
            raise Refusal(409, QUOTE_CHANGED)
        if asked_form(request, FORMS) == JSON:
            return asdict(found)
        texts = TEXTS[asked_language(request.scope)]
        made = panel(found, service.assistant.sources.get(source), texts)
        return HTMLResponse(made)


def _cited(service: Service, span: Span, number: int) -> Citation:
    view = service.index.view()
    source = view.sources.get(span.source_id)
    if source is None:
        raise Refusal(404, NO_SOURCE)
    if not span.start < span.end <= len(source.text):
        raise Refusal(404, NO_PLACE)
    return replace(Draft(view).cite(span), number=number)
