"""Which pages of other origins may call the interface from a browser.

Never the recruiters' mode, and never with cookies: who calls from elsewhere shows a token.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.web.edge.headers import is_below

PREFLIGHT_SECONDS: Final = 600
_OPEN: Final = ("/api/v1", "/v1", "/widget", "/widget.js")
_NEVER: Final = ("/api/v1/screenings", "/api/v1/adverts", "/api/v1/tokens")
_METHODS: Final = ("GET", "HEAD", "POST", "DELETE")
_ASKED: Final = ("Authorization", "Content-Type", "Idempotency-Key", "X-Request-Id")
_TOLD: Final = (
    "X-Request-Id",
    "Retry-After",
    "RateLimit-Limit",
    "RateLimit-Remaining",
    "RateLimit-Reset",
    "Content-Disposition",
    "WWW-Authenticate",
)


class Cors:
    """Starlette's middleware over a list that changes with the portals.

    Args:
        app: what stands behind.
        origins: gives the allowed origins, at each request.
    """

    def __init__(self, app: ASGIApp, origins: Callable[[], Sequence[str]]) -> None:
        self._app = app
        self._open = _Listed(app, origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands on, by the middleware where the path is one that may be called from elsewhere."""
        path = scope["path"] if scope["type"] == "http" else ""
        is_open = is_below(path, _OPEN) and not is_below(path, _NEVER)
        await (self._open if is_open else self._app)(scope, receive, send)


class _Listed(CORSMiddleware):
    def __init__(self, app: ASGIApp, origins: Callable[[], Sequence[str]]) -> None:
        super().__init__(
            app,
            allow_methods=_METHODS,
            allow_headers=_ASKED,
            expose_headers=_TOLD,
            max_age=PREFLIGHT_SECONDS,
        )
        self._listed = origins

    def is_allowed_origin(self, origin: str) -> bool:
        return origin in self._listed()
