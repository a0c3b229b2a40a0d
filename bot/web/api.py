"""The HTTP interface: answers, sources, roles, matches, health."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

from fastapi import APIRouter, HTTPException, Response
from fastapi.responses import PlainTextResponse

from bot.domain import Source
from bot.knowledge.profiles import RoleProfile
from bot.web.answers import add_answers
from bot.web.completions import add_completions
from bot.web.matches import add_matches
from bot.web.metrics import MEDIA_TYPE
from bot.web.service import Service

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
    def roles() -> list[dict[str, Any]]:
        """Every role that the sources are about, with how much they say of it."""
        return [_summed_up(role) for role in service.assistant.profile_records().values()]

    @router.get("/api/v1/roles/{role_id}")
    def role(role_id: str) -> dict[str, Any]:
        """One role's profile, each fact with its citation."""
        found = service.assistant.profile_records().get(role_id)
        if found is None:
            raise HTTPException(404, "Eine Rolle mit dieser Kennung gibt es nicht.")
        return found


def _described(source: Source) -> dict[str, Any]:
    described = asdict(source)
    del described["text"], described["sections"]
    return described


def _summed_up(role: dict[str, Any]) -> dict[str, Any]:
    return {key: len(v) if key in PROFILE_KINDS else v for key, v in role.items()}
