"""The HTTP interface: answers, sources, roles, matches, health."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Response
from fastapi.responses import PlainTextResponse

from bot.answering.occupations.finding import MOST, RoleFound
from bot.domain import Source
from bot.knowledge.esco.notice import ADAPTED, NOTICE
from bot.knowledge.profiles import RoleProfile
from bot.web.adverts import add_adverts
from bot.web.answers import add_answers
from bot.web.completions import add_completions
from bot.web.matches import add_matches
from bot.web.metrics import MEDIA_TYPE
from bot.web.screenings import add_screenings
from bot.web.service import Service

MAX_TITLE_CHARACTERS = 300
FOUND = 20
PROFILE_KINDS = frozenset(field.name for field in fields(RoleProfile)) - {"role"}


def routes(service: Service) -> APIRouter:
    """All routes, answering from ``service``. Plain functions: they run in worker threads."""
    router = APIRouter()

    @router.get("/healthz")
    def healthz() -> dict[str, str]:
        """Whether the process lives."""
        return {"status": "ok"}

    @router.get("/readyz")
    def readyz() -> dict[str, Any]:
        """Whether it can answer: the index opens; the encoder was warmed before the start."""
        view = service.index.view()
        return {
            "status": "ready",
            "index_version": view.version,
            "encoder": view.identity.model,
            "encoder_warm": True,
            "sources": len(view.sources),
            "passages": len(view.passages),
        }

    @router.get(
        "/metrics",
        response_class=PlainTextResponse,
        responses={200: {"description": "Prometheus's text format"}},
    )
    def metrics() -> Response:
        """Counters and durations, without any text."""
        return Response(service.metrics.exposed(service.index.view()), media_type=MEDIA_TYPE)

    @router.get("/api/v1/sources")
    def sources() -> list[dict[str, Any]]:
        """Every source, without its text."""
        return [_described(source) for source in service.assistant.sources.values()]

    @router.get("/api/v1/sources/{source_id}")
    def source(source_id: str) -> dict[str, Any]:
        """One source with its normalised text, to which all offsets refer."""
        found = service.assistant.sources.get(source_id)
        if found is None:
            raise HTTPException(404, "Eine Quelle mit dieser Kennung gibt es nicht.")
        return {**_described(found), "text": found.text}

    add_answers(router, service)
    add_completions(router, service)
    _add_roles(router, service)
    add_matches(router, service)
    add_screenings(router, service)
    add_adverts(router)

    @router.api_route(
        "/api/{path:path}",
        methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
        include_in_schema=False,
    )
    def unknown(path: str) -> None:
        """Keeps what is mounted behind from answering in another format."""
        raise HTTPException(404, f"Unter /api/{path} gibt es mit dieser Methode nichts.")

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
            return [_found(role) for role in service.assistant.find_roles(q, limit)]
        return [_summed_up(role) for role in service.assistant.profile_records().values()]

    @router.get("/api/v1/roles/{role_id}")
    def role(role_id: str) -> dict[str, Any]:
        """The profile of a role or an occupation, each fact with its citation.

        Where anything in it is from a classification, "notices" says so, and that the data was
        adapted.
        """
        found = service.assistant.role_record(role_id)
        if found is None:
            raise HTTPException(404, "Eine Rolle mit dieser Kennung gibt es nicht.")
        return found


def _found(role: RoleFound) -> dict[str, Any]:
    return asdict(role) | ({"notices": [NOTICE, ADAPTED["de"]]} if role.is_occupation else {})


def _described(source: Source) -> dict[str, Any]:
    described = asdict(source)
    del described["text"], described["sections"]
    return described


def _summed_up(role: dict[str, Any]) -> dict[str, Any]:
    return {key: len(v) if key in PROFILE_KINDS else v for key, v in role.items()}
