"""The HTTP interface: answers, sources, roles, matches, health."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from bot.answering.occupations.finding import MOST
from bot.domain import Source
from bot.web.api.accept import JSON, asked_form
from bot.web.api.adverts import add_adverts
from bot.web.api.answers import add_answers
from bot.web.api.careers import add_careers
from bot.web.api.completions import add_completions
from bot.web.api.conversations import add_conversations
from bot.web.api.feedback import add_feedback
from bot.web.api.health import add_health
from bot.web.api.login import add_login
from bot.web.api.matches import add_matches
from bot.web.api.methods import add_unknown
from bot.web.api.quotes import add_quotes
from bot.web.api.role_list import MAX_TITLE_CHARACTERS, found_roles
from bot.web.api.salaries import add_salaries
from bot.web.api.screenings import add_screenings
from bot.web.api.visitor_tokens import add_tokens
from bot.web.edge.language import asked_language
from bot.web.edge.problem_texts import NO_ROLE, NO_SOURCE
from bot.web.edge.problems import Refusal
from bot.web.rooms.role_page import role_page
from bot.web.service import Service
from bot.web.widget.routes import add_widget

FOUND = 20


def routes(service: Service) -> APIRouter:
    """All routes, answering from ``service``. Plain functions: they run in worker threads."""
    router = APIRouter()

    add_health(router, service)

    @router.get("/api/v1/sources")
    def sources() -> list[dict[str, Any]]:
        """Every source, without its text."""
        return [_described(source) for source in service.assistant.sources.values()]

    @router.get("/api/v1/sources/{source_id}")
    def source(source_id: str) -> dict[str, Any]:
        """One source with its normalised text, to which all offsets refer."""
        found = service.assistant.sources.get(source_id)
        if found is None:
            raise Refusal(404, NO_SOURCE)
        return {**_described(found), "text": found.text}

    add_answers(router, service)
    add_completions(router, service)
    _add_roles(router, service)
    add_quotes(router, service)
    add_salaries(router, service)
    add_careers(router, service)
    add_matches(router, service)
    add_screenings(router, service)
    add_adverts(router)
    add_feedback(router, service)
    add_conversations(router, service)
    add_tokens(router, service)
    add_login(router, service)

    add_widget(router, service)
    add_unknown(router)
    return router


def _add_roles(router: APIRouter, service: Service) -> None:
    @router.get("/api/v1/roles")
    def roles(
        q: Annotated[str, Query(max_length=MAX_TITLE_CHARACTERS)] = "",
        limit: Annotated[int, Query(ge=1, le=MOST)] = FOUND,
    ) -> list[dict[str, Any]]:
        """The roles of the articles, or roles and occupations that a title or a part of one means.

        Without ``q`` every role that articles are about, with how much they say of it. With it
        the likeliest first: id, label, the name that fits, whether it is an occupation of a
        classification that no article is about, and then that classification's notices.
        """
        if q.strip():
            return found_roles(service, q, limit)
        return service.assistant.role_counts()

    @router.get("/api/v1/roles/{role_id}", responses={200: {"content": {"text/html": {}}}})
    def role(role_id: str, request: Request) -> Any:  # noqa: ANN401 - the record, or its page
        """The profile of a role or an occupation, each fact with its citation; HTML by ``Accept``.

        Where anything in it is from a classification, "notices" says so, and that the data was
        adapted.
        """
        found = service.assistant.role_record(role_id)
        if found is None:
            raise Refusal(404, NO_ROLE)
        if asked_form(request, (JSON, "text/html")) == JSON:
            return found
        return HTMLResponse(role_page(found, asked_language(request.scope)))


def _described(source: Source) -> dict[str, Any]:
    described = asdict(source)
    del described["text"], described["sections"]
    return described
