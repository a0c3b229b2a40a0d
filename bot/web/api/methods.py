"""Methods and addresses that no route of the HTTP interface knows: 404, 405, HEAD and OPTIONS."""

from __future__ import annotations

import re
from typing import Final

from fastapi import APIRouter, Request, Response
from fastapi.routing import iter_route_contexts
from starlette.routing import compile_path
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.web.edge.problem_texts import NOTHING_HERE, OTHER_VERSION
from bot.web.edge.problems import Refusal

METHODS: Final = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")

MOST_SHOWN: Final = 200
"""Characters of an unknown address that are told back."""

_SINGLE: Final = ("/healthz", "/readyz", "/metrics", "/openapi.json")
_OWN: Final = re.compile(r"/(api|v1)/.*|" + "|".join(map(re.escape, _SINGLE)), re.DOTALL)
_VERSION: Final = re.compile(r"/api/v(?!1(/|$))[^/]*(/.*)?", re.DOTALL)


class HeadAsGet:
    """``HEAD`` of the HTTP interface's own addresses is ``GET``; the server leaves the body out."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands on."""
        if scope["type"] == "http" and scope["method"] == "HEAD" and _OWN.fullmatch(scope["path"]):
            scope = {**scope, "method": "GET"}
        await self._app(scope, receive, send)


def add_unknown(router: APIRouter) -> None:
    """Adds, after all others, the routes for what nobody knows.

    They keep what is mounted behind from answering in another format.
    """

    async def unknown(request: Request) -> Response:
        allowed = ", ".join(_allowed(request))
        if not allowed:
            asked = request.url.path
            known = OTHER_VERSION if _VERSION.fullmatch(asked) else NOTHING_HERE
            raise Refusal(404, known.format(path=asked[:MOST_SHOWN]))
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"allow": allowed})
        raise Refusal(405, headers={"Allow": allowed})

    for path in ("/api", "/api/{path:path}", "/v1", "/v1/{path:path}", *_SINGLE):
        router.add_api_route(path, unknown, methods=list(METHODS), include_in_schema=False)


def _allowed(request: Request) -> list[str]:
    """The methods that routes of its own offer at the request's address; none where there is none.

    Routes that take every method are those for what nobody knows.
    """
    found: set[str] = set()
    for route in iter_route_contexts(request.app.routes):
        methods = route.methods or set()
        if route.path and len(methods) < len(METHODS):
            pattern, _, _ = compile_path(route.path)
            found |= methods if pattern.match(request.url.path) else set()
    if not found:
        return []
    return sorted(found | {"OPTIONS"} | ({"HEAD"} if "GET" in found else set()))
