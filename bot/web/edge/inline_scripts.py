"""The page's inline scripts by their hashes: what else turns up in the page is no script.

Gradio writes its settings into inline scripts, others with each request. So the page is held back
until it is whole, and its policy names the hash of each script that the server itself put there;
markup that something else brings into the page later runs nothing.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from collections.abc import Callable, Collection, Sequence
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.web.edge.headers import page_policy

_INLINE: Final = re.compile(rb"<script\b([^>]*)>(.*?)</script", re.DOTALL | re.IGNORECASE)
_ENCODING: Final = b"accept-encoding"
_LEVEL: Final = 5


class InlineScripts:
    """Sets the policy of pages. Pure ASGI, and the only one that holds a response back.

    Args:
        app: what stands behind.
        pages: their paths.
        origins: gives the origins of pages that may embed them, at each request.
    """

    def __init__(
        self, app: ASGIApp, pages: Collection[str], origins: Callable[[], Sequence[str]]
    ) -> None:
        self._app = app
        self._pages = frozenset(pages)
        self._origins = origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands on."""
        is_page = scope["type"] == "http" and scope["path"] in self._pages
        if not is_page or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        zipped = "gzip" in Headers(scope=scope).get("accept-encoding", "")
        plain = [pair for pair in scope["headers"] if pair[0] != _ENCODING]
        start: Message | None = None
        parts: list[bytes] = []

        async def send_whole(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            if start is None or message["type"] != "http.response.body":
                await send(message)
                return
            parts.append(message.get("body", b""))
            if not message.get("more_body", False):
                first, start = start, None
                body = self._told(first, b"".join(parts), zipped)
                await send(first)
                await send({"type": "http.response.body", "body": body})

        await self._app({**scope, "headers": plain}, receive, send_whole)

    def _told(self, start: Message, body: bytes, zipped: bool) -> bytes:
        """The body as it is sent; its headers are put right."""
        headers = MutableHeaders(scope=start)
        if not headers.get("content-type", "").startswith("text/html"):
            return body
        if "content-security-policy" not in headers:
            policy = page_policy(self._origins(), script_hashes(body))
            headers["content-security-policy"] = policy
        headers.add_vary_header("Accept-Encoding")
        if zipped and body:
            body = gzip.compress(body, _LEVEL)
            headers["content-encoding"] = "gzip"
        headers["content-length"] = str(len(body))
        return body


def script_hashes(html: bytes) -> list[str]:
    """What a policy calls the scripts that stand in a page itself, each once."""
    found = (text for attributes, text in _INLINE.findall(html) if b"src=" not in attributes)
    made = (base64.b64encode(hashlib.sha256(text).digest()).decode() for text in found if text)
    return list(dict.fromkeys(f"'sha256-{digest}'" for digest in made))
