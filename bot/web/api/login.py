"""``/login``, ``/login/callback``, ``/logout``: recruiters enter by their organisation's provider.

What must be known when they come back is kept in their browser, signed; it is Lax, because they
come from another site. Who has entered holds a strict cookie, which goes to the recruiters' routes
alone (``bot.web.api.identity``).
"""

from __future__ import annotations

import logging
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from bot.access.errors import LoginError, ProviderError
from bot.access.login import WAY_SECONDS, Login, RefusedError, Way
from bot.screening.errors import ScreeningError
from bot.screening.reviewers import tidy
from bot.web.api.identity import SESSION_SECONDS, Identity
from bot.web.api.screening_gate import SWITCHED_OFF
from bot.web.edge import access_texts as texts
from bot.web.edge.gate import INSIDE_COOKIE, LOGIN
from bot.web.edge.guard import SCREENINGS
from bot.web.edge.language import current
from bot.web.edge.plain_page import plain_page
from bot.web.edge.problems import Refusal
from bot.web.service import Service

if TYPE_CHECKING:
    from itsdangerous import URLSafeTimedSerializer

CALLBACK: Final = "/login/callback"
LOGOUT: Final = "/logout"
WAY_COOKIE: Final = "lotse_way"
_ROOM: Final = "#auswahl"
_PAGES: Final = {"de": "/?lang=de", "en": "/en/"}

log = logging.getLogger(__name__)


def add_login(router: APIRouter, service: Service) -> None:
    """Adds the routes; where no provider is set up, or the mode is off, they answer 404."""

    def on() -> tuple[Login, Identity]:
        if service.reviewers is None:
            raise Refusal(404, SWITCHED_OFF)
        if service.access.login is None:
            raise Refusal(404, texts.LOGIN_OFF)
        return service.access.login, Identity(service.reviewers, SCREENINGS, service.access.signer)

    @router.get(LOGIN, include_in_schema=False)
    async def begin(request: Request) -> Response:
        """Sends the browser to the provider."""
        login, _ = on()
        try:
            to, way = await login.begin(_own_address(request), _PAGES[current()])
        except ProviderError as error:
            return _failed(error, service)
        response = RedirectResponse(to, 303)
        response.set_cookie(
            WAY_COOKIE,
            str(_sealed(service).dumps(asdict(way))),
            max_age=WAY_SECONDS,
            path=LOGIN,
            secure=request.url.scheme == "https",
            httponly=True,
            samesite="lax",
        )
        return response

    @router.get(CALLBACK, include_in_schema=False)
    async def come_back(request: Request) -> Response:
        """Lets in whom the provider names."""
        login, identity = on()
        try:
            way = _way(service, request)
            name = tidy(await login.end(way, request.query_params))
        except (LoginError, ScreeningError) as error:
            response = _failed(error, service)
        else:
            response = RedirectResponse(f"{way.back}{_ROOM}", 303)
            _let_in(response, name, request, service, identity)
        response.delete_cookie(WAY_COOKIE, path=LOGIN)
        return response

    @router.get(LOGOUT, include_in_schema=False)
    async def leave(request: Request) -> Response:
        """Takes the cookies away; the provider's own session isn't ours to end."""
        _, identity = on()
        identity.refuse_foreign(request)
        response = RedirectResponse(f"{_PAGES[current()]}{_ROOM}", 303)
        identity.forget(response, request)
        return response


def _let_in(
    response: Response, name: str, request: Request, service: Service, identity: Identity
) -> None:
    identity.remember_login(response, name, request)
    if service.access.anonymous:
        return
    response.set_cookie(
        INSIDE_COOKIE,
        service.access.inside_token(name, SESSION_SECONDS),
        max_age=SESSION_SECONDS,
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="lax",  # the browser comes from the provider, to the page
    )


def _own_address(request: Request) -> str:
    return f"{request.url.scheme}://{request.url.netloc}{CALLBACK}"


def _way(service: Service, request: Request) -> Way:
    """What was kept of this login's beginning."""
    from itsdangerous import BadData

    try:
        kept = _sealed(service).loads(request.cookies.get(WAY_COOKIE, ""), max_age=WAY_SECONDS)
        return Way(**kept)
    except (BadData, TypeError) as error:
        raise LoginError(str(texts.LOGIN_BROKEN), log="login: no beginning") from error


def _sealed(service: Service) -> URLSafeTimedSerializer:
    from itsdangerous import URLSafeTimedSerializer

    return URLSafeTimedSerializer(service.access.signer.derived("login"))


def _failed(error: LoginError | ScreeningError, service: Service) -> Response:
    log.warning("%s", error.log)
    status, text = 400, texts.LOGIN_BROKEN
    if isinstance(error, ProviderError):
        # Where the whole page is closed, the room that takes a key is behind the same door.
        anonymous = service.access.anonymous
        status, text = 503, texts.PROVIDER_DOWN_TAKE_KEY if anonymous else texts.PROVIDER_DOWN
    elif isinstance(error, RefusedError | ScreeningError):
        status, text = 403, texts.LOGIN_REFUSED
    back = f"{_PAGES[current()]}{_ROOM}"
    return plain_page(status, texts.LOGIN_FAILED_TITLE, text, link=(back, texts.BACK))
