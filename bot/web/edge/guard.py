"""What stands before every request: its size."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.web.edge.problem_texts import TOO_LARGE
from bot.web.edge.problems import problem

MAX_BODY_BYTES = 1_000_000
MAX_PROFILE_BYTES = 10_500_000
"""A document of ten megabytes and the form around it."""

MAX_SCREENING_BYTES = 60_900_000
"""Documents of sixty megabytes and the form around them."""

PROFILES = "/api/v1/matches"
SCREENINGS = "/api/v1/screenings"
ADVERTS = "/api/v1/adverts"
_LARGER = {PROFILES: MAX_PROFILE_BYTES, SCREENINGS: MAX_SCREENING_BYTES}


class Guard:
    """Pure ASGI, because the usual middleware class holds streams back."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers or hands on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        size = Headers(scope=scope).get("content-length", "")
        most = _LARGER.get(scope["path"], MAX_BODY_BYTES)
        if size.isdecimal() and int(size) > most:
            await _too_large(most)(scope, receive, send)
            return
        await self._app(scope, _limited(receive, most), send)


def _too_large(most: int) -> ASGIApp:
    return problem(413, TOO_LARGE.format(limit=most // 1_000_000))


def _limited(receive: Receive, most: int) -> Receive:
    """Ends a request without a stated size as soon as it has sent more than is allowed."""
    seen = 0

    async def receive_limited() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        return message if seen <= most else {"type": "http.disconnect"}

    return receive_limited
