"""Before every route: who asks, what that opens, and how often it may be asked for.

Settled once per request and before a body is read; ``scope["state"]["caller"]`` holds the answer.
"""

from __future__ import annotations

from typing import Final

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.access.callers import Access, BadCredentialError, Caller
from bot.access.errors import PortalsFileError
from bot.access.rates import Standing
from bot.access.scopes import PAGE_SCOPE, Door, door_of
from bot.web.api.accept import asked_form
from bot.web.edge import access_texts as texts
from bot.web.edge.language import Said
from bot.web.edge.plain_page import plain_page
from bot.web.edge.problems import RETRY_SECONDS, problem, sentence_of

INSIDE_COOKIE: Final = "lotse_inside"
LOGIN: Final = "/login"
_REALM: Final = 'Bearer realm="Karrierelotse"'
_HTML: Final = "text/html"
_MINUTE: Final = 60


class Gate:
    """Lets through or refuses. Pure ASGI, because the usual class holds streams back.

    Args:
        app: what stands behind.
        access: who may do what.
    """

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands on, or answers 401, 403, 429 or 503."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        door = door_of(scope["method"], scope["path"])
        address = (scope.get("client") or ("", 0))[0]
        refused, caller = self._settle(scope, door, address)
        cost = "question" if refused is not None else door.cost
        standing = await self._access.spend(caller, cost) if cost else None
        if standing is not None and standing.wait:
            refused = _too_often(standing)
        if refused is not None:
            await refused(scope, receive, send)
            return
        scope.setdefault("state", {})["caller"] = caller

        async def send_standing(message: Message) -> None:
            if message["type"] == "http.response.start" and standing is not None:
                MutableHeaders(scope=message).update(_standing_headers(standing))
            await send(message)

        await self._app(scope, receive, send_standing)

    def _settle(self, scope: Scope, door: Door, address: str) -> tuple[Response | None, Caller]:
        """The refusal, if it is one, and who asks."""
        nobody = Caller(address)
        if not door.scopes:
            return None, nobody
        inside = self._inside(scope, address)
        if PAGE_SCOPE in door.scopes:
            if inside is not None:
                return None, inside
            return (None if self._access.anonymous else self._closed(scope)), nobody
        try:
            caller = self._access.caller(Headers(scope=scope).get("authorization", ""), address)
        except BadCredentialError:
            return _unauthorized(texts.NOT_GOOD, ', error="invalid_token"'), nobody
        except PortalsFileError as error:
            headers = {"retry-after": RETRY_SECONDS}
            return problem(503, sentence_of(error), headers=headers), nobody
        if caller.scopes is None and inside is not None:
            caller = inside
        if caller.scopes is None:
            if self._access.needs_key(door):
                return _unauthorized(texts.NEEDED), caller
        elif not set(door.scopes) & set(caller.scopes):
            return _forbidden(door.scopes[0]), caller
        return None, caller

    def _inside(self, scope: Scope, address: str) -> Caller | None:
        """Who logged in as a recruiter, where that opens what is closed to others.

        What another page makes a browser send counts for nothing, but for following a link.
        """
        token = None if self._access.anonymous else Request(scope).cookies.get(INSIDE_COOKIE)
        if not token:
            return None
        site = Headers(scope=scope).get("sec-fetch-site", "same-origin")
        if site not in ("same-origin", "none") and scope["method"] not in ("GET", "HEAD"):
            return None
        return self._access.inside(token, address)

    def _closed(self, scope: Scope) -> Response:
        """For people a page, for programs a problem."""
        reads = scope["method"] in ("GET", "HEAD")
        if not reads or asked_form(Request(scope), {_HTML}) != _HTML:
            return _unauthorized(texts.CLOSED)
        login, link = self._access.login, None
        if login is not None:
            link = (f"{LOGIN}?lang={{language}}", texts.RECRUITERS.format(provider=login.host))
        headers = {"www-authenticate": _REALM}
        return plain_page(401, texts.CLOSED_TITLE, texts.CLOSED, headers, link)


def caller_of(request: Request) -> Caller:
    """Who asks, as the gate settled it."""
    caller: Caller = request.state.caller
    return caller


def _unauthorized(detail: Said, more: str = "") -> Response:
    return problem(401, detail, headers={"www-authenticate": _REALM + more})


def _forbidden(scope: str) -> Response:
    more = f'{_REALM}, error="insufficient_scope", scope="{scope}"'
    return problem(403, texts.NOT_OPENED.format(scope=scope), headers={"www-authenticate": more})


def _too_often(standing: Standing) -> Response:
    headers = _standing_headers(standing) | {"retry-after": str(standing.wait)}
    return problem(429, told_to_wait(standing), headers=headers)


def told_to_wait(standing: Standing) -> Said:
    """What is said to who asks too often."""
    return texts.TOO_OFTEN.format(wait=_said(standing.wait))


def _said(seconds: int) -> Said:
    if seconds == 1:
        return texts.SECOND
    if seconds <= 2 * _MINUTE:
        return texts.SECONDS.format(count=seconds)
    return texts.MINUTES.format(count=-(-seconds // _MINUTE))


def _standing_headers(standing: Standing) -> dict[str, str]:
    return {
        "ratelimit-limit": str(standing.limit),
        "ratelimit-remaining": str(standing.remaining),
        "ratelimit-reset": str(standing.wait or standing.reset),
    }
