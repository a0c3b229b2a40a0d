"""For people a page where a program gets a problem object: a wrong address, a server that ends."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from fastapi import Request
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.web.api.accept import asked_form
from bot.web.edge.headers import is_below
from bot.web.edge.language import Said
from bot.web.edge.plain_page import plain_page

_HTML: Final = "text/html"
_INTERFACES: Final = ("/api", "/v1", "/mcp")
"""Who opens these in a browser wants to see what programs get."""

_NOT_FOUND: Final = Said("Diese Seite gibt es nicht", "There is no such page")
_NOT_FOUND_MORE: Final = Said(
    "Unter dieser Adresse steht hier nichts. Vielleicht ist sie nicht vollständig, oder ein alter "
    "Verweis hat Sie hierher geführt.",
    "There is nothing at this address. It may be incomplete, or an old link has led you here.",
)
_NOT_NOW: Final = Said("Gerade nicht erreichbar", "Not available just now")
_NOT_NOW_MORE: Final = Said(
    "Dieser Server nimmt im Augenblick nichts Neues an. Bitte laden Sie die Seite in einem Moment "
    "noch einmal.",
    "This server takes nothing new at the moment. Please load the page again shortly.",
)
_START: Final = ("/?lang={language}", Said("Zur Startseite", "To the start page"))

_PAGES: Final[Mapping[int, tuple[Said, Said, tuple[str, Said] | None]]] = MappingProxyType(
    {404: (_NOT_FOUND, _NOT_FOUND_MORE, _START), 503: (_NOT_NOW, _NOT_NOW_MORE, None)}
)
"""Title, text and link by status."""


class ErrorPages:
    """Sends a page in place of such an error. Pure ASGI: the usual class holds streams back.

    Args:
        app: what stands behind.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands on."""
        if not _is_for_people(scope):
            await self._app(scope, receive, send)
            return
        replaced = False

        async def send_page(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start":
                headers = Headers(raw=message["headers"])
                is_page = headers.get("content-type", "").startswith(_HTML)
                replaced = message["status"] in _PAGES and not is_page
                if replaced:
                    kept = {k: v for k, v in headers.items() if k == "retry-after"}
                    title, text, link = _PAGES[message["status"]]
                    page = plain_page(message["status"], title, text, kept, link)
                    await page(scope, receive, send)
            if not replaced:
                await send(message)

        await self._app(scope, receive, send_page)


def _is_for_people(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return False
    is_page = asked_form(Request(scope), {_HTML}) == _HTML
    return is_page and not is_below(scope["path"], _INTERFACES)
