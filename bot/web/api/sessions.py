"""Signing in to the recruiters' mode: a key becomes a cookie that scripts can't read."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from bot.web.api.identity import Identity
from bot.web.api.screening_gate import SWITCHED_OFF
from bot.web.edge.problems import Refusal

_KEY_CHARACTERS = 200


class SessionBody(BaseModel):
    """A reviewer's key."""

    model_config = ConfigDict(extra="forbid")

    key: str = Field(min_length=1, max_length=_KEY_CHARACTERS)


class SessionAnswer(BaseModel):
    """Whose key it is."""

    reviewer: str


def add_session(router: APIRouter, identity: Identity | None) -> None:
    """Adds the routes; without an identity the mode is off.

    Nothing here asks for a key beforehand.
    """

    def on() -> Identity:
        if identity is None:
            raise Refusal(404, SWITCHED_OFF)
        return identity

    @router.get("/session")
    def session(request: Request) -> SessionAnswer:
        """Who is signed in."""
        return SessionAnswer(reviewer=on().reviewer(request))

    @router.post("/session")
    def sign_in(body: SessionBody, request: Request, response: Response) -> SessionAnswer:
        """Signs in by a key, which is then kept in a cookie that scripts can't read."""
        if "sec-fetch-site" in request.headers or "origin" in request.headers:
            on().refuse_foreign(request)
        name = on().named_by(body.key, request)
        on().remember(response, body.key, request)
        return SessionAnswer(reviewer=name)

    @router.delete("/session", status_code=204, responses={204: {"description": "Done"}})
    def sign_out(request: Request) -> Response:
        """Takes the cookie away."""
        if request.cookies:
            on().refuse_foreign(request)
        response = Response(status_code=204)
        on().forget(response, request)
        return response
