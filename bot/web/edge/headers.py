"""What every response says to browsers: which content it may load, who may embed it, and so on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.access.origins import frame_ancestors

# Gradio compiles its components' templates and sets styles inline; its inline scripts are named by
# their hashes. Nothing may come from elsewhere. docs/access.md says what was tried instead.
_PAGE: Final = "; ".join(
    (
        "default-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
    )
)
STRICT: Final = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""For what is no page: nothing is loaded, nothing embeds it."""

_SECURE_SECONDS: Final = 31_536_000
_OWN: Final = ("/api", "/v1", "/mcp", "/widget", "/login", "/logout")
_OWN_EXACTLY: Final = frozenset({"/healthz", "/readyz", "/metrics", "/openapi.json", "/widget.js"})
_EMBEDDED: Final = ("/widget", "/widget.js")
_NOT_STORED: Final = (
    "/api/v1/screenings",
    "/api/v1/adverts",
    "/api/v1/tokens",
    "/login",
    "/logout",
)
_ALWAYS: Final = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": (
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), "
        "browsing-topics=()"
    ),
    "cross-origin-opener-policy": "same-origin",
}


class ResponseHeaders:
    """Sets headers where a route hasn't. Pure ASGI, because the usual class holds streams back.

    Args:
        app: what stands behind; the outermost, so that errors carry them, too.
        origins: gives the origins of pages that may embed the page, at each request.
    """

    def __init__(self, app: ASGIApp, origins: Callable[[], Sequence[str]] = tuple) -> None:
        self._app = app
        self._origins = origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_told(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._tell(MutableHeaders(scope=message), scope)
            await send(message)

        await self._app(scope, receive, send_told)

    def _tell(self, headers: MutableHeaders, scope: Scope) -> None:
        path = scope["path"]
        for name, value in _ALWAYS.items():
            headers.setdefault(name, value)
        if "content-security-policy" not in headers:
            is_own = path in _OWN_EXACTLY or is_below(path, _OWN)
            policy = STRICT if is_own else page_policy(self._origins())
            headers["content-security-policy"] = policy
        shared = "cross-origin" if is_below(path, _EMBEDDED) else "same-origin"
        headers.setdefault("cross-origin-resource-policy", shared)
        if scope["scheme"] == "https":
            headers.setdefault("strict-transport-security", f"max-age={_SECURE_SECONDS}")
        if is_below(path, _NOT_STORED):
            headers["cache-control"] = "no-store"


def page_policy(origins: Sequence[str], scripts: Sequence[str] = ()) -> str:
    """The policy of Gradio's pages.

    Args:
        origins: of pages that may embed them.
        scripts: hashes of the scripts that stand in the page itself.
    """
    sources = " ".join(("script-src 'self' 'unsafe-eval'", *scripts))
    return f"{_PAGE}; {sources}; {frame_ancestors(origins)}"


def is_below(path: str, folders: Sequence[str]) -> bool:
    """Whether a path is one of these or stands below it."""
    return any(path == folder or path.startswith(f"{folder}/") for folder in folders)
