"""For whoever runs the process: whether it lives, whether it can answer, what it counts."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse, PlainTextResponse

from bot.web.edge.draining import not_now
from bot.web.edge.operation_texts import ENDING, UNREACHABLE
from bot.web.metrics import MEDIA_TYPE
from bot.web.service import Service


def add_health(router: APIRouter, service: Service) -> None:
    """Adds the routes. No request waits for Chroma here: what was seen last is told."""

    @router.get("/healthz")
    def healthz() -> dict[str, str]:
        """Whether the process lives."""
        return {"status": "ok"}

    @router.get(
        "/readyz",
        response_model=None,
        responses={503: {"description": "It is ending, or can't reach what it searches"}},
    )
    def readyz() -> dict[str, Any] | JSONResponse:
        """Whether it can answer: the index is open; the encoder was warmed before the start.

        With "index_reachable" false Chroma doesn't answer, and the version in memory does.
        """
        view, trouble = service.index.view(), service.index.trouble
        if service.ending.begun:
            return not_now(ENDING)
        if trouble is not None and not view.exact:
            return not_now(UNREACHABLE)
        return {
            "status": "ready",
            "index_version": view.version,
            "index_reachable": trouble is None,
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
        index = service.index
        told = service.metrics.exposed(index.view(), reachable=index.trouble is None)
        return Response(told, media_type=MEDIA_TYPE)
