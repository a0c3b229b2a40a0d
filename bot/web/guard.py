"""What stands before every request: its size, its language, and headers on the way out."""

from __future__ import annotations

from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.web.problems import problem

MAX_BODY_BYTES = 1_000_000
MAX_PROFILE_BYTES = 10_500_000
"""A document of ten megabytes and the form around it."""

MAX_SCREENING_BYTES = 60_900_000
"""Documents of sixty megabytes and the form around them."""

PROFILES = "/api/v1/matches"
SCREENINGS = "/api/v1/screenings"
ADVERTS = "/api/v1/adverts"
_LARGER = {PROFILES: MAX_PROFILE_BYTES, SCREENINGS: MAX_SCREENING_BYTES}
_NOT_STORED = (SCREENINGS, ADVERTS)

# Gradio's page needs inline scripts and compiles templates; nothing may come from elsewhere.
_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


class Guard:
    """Pure ASGI, because the usual middleware class holds streams back.

    Args:
        app: what stands behind.
        english: where the page with English labels is mounted, such as "/en".
    """

    def __init__(self, app: ASGIApp, english: str) -> None:
        self._app = app
        self._english = english
        self._english_paths = (english, f"{english}/")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, redirects or hands on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    sent.setdefault(name, value)
                if scope["path"].startswith(_NOT_STORED):
                    sent["cache-control"] = "no-store"
            await send(message)

        size = headers.get("content-length", "")
        most = _LARGER.get(scope["path"], MAX_BODY_BYTES)
        if size.isdecimal() and int(size) > most:
            await _too_large(most)(scope, receive, send_guarded)
            return
        elsewhere = self._other_page(scope)
        if elsewhere is not None:
            response = RedirectResponse(elsewhere)
            await response(scope, receive, send_guarded)
            return
        await self._app(scope, _limited(receive, most), send_guarded)

    def _other_page(self, scope: Scope) -> str | None:
        """Where the asked-for language is, if it isn't this page; German is the first language."""
        path = scope["path"]
        if scope["method"] not in ("GET", "HEAD") or path not in ("/", *self._english_paths):
            return None
        asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[0].lower()
        if asked == "de" and path != "/":
            return "/?lang=de"
        if path == self._english or (asked == "en" and path == "/"):
            return f"{self._english}/"
        return None


def _too_large(most: int) -> ASGIApp:
    limit = f"{most // 1_000_000} MB"
    return problem(413, f"Die Anfrage ist größer als {limit}.")


def _limited(receive: Receive, most: int) -> Receive:
    """Ends a request without a stated size as soon as it has sent more than is allowed."""
    seen = 0

    async def receive_limited() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        return message if seen <= most else {"type": "http.disconnect"}

    return receive_limited
