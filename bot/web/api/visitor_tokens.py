"""``POST /api/v1/tokens``: a portal's key in, a short-lived token for one of its visitors out."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from bot.access.callers import VISITOR_CHARACTERS
from bot.access.errors import PortalError
from bot.access.tokens import MAX_SECONDS
from bot.web.edge.access_texts import KEY_ONLY
from bot.web.edge.gate import caller_of
from bot.web.edge.problems import Refusal
from bot.web.service import Service

TOKENS = "/api/v1/tokens"
USUAL_SECONDS = 900


class TokenBody(BaseModel):
    """For whom, how long, and for what."""

    model_config = ConfigDict(extra="forbid")

    visitor: str | None = Field(
        None,
        min_length=1,
        max_length=VISITOR_CHARACTERS,
        description="As the portal calls them; opaque here, no name or address please",
        examples=["b3f1c2"],
    )
    seconds: int = Field(USUAL_SECONDS, ge=1, le=MAX_SECONDS, examples=[900])
    scopes: list[Literal["ask", "roles", "match", "chat", "completions", "mcp"]] | None = Field(
        None,
        min_length=1,
        description="A part of the portal's own; left out: all that it may pass on",
        examples=[["chat"]],
    )


class TokenAnswer(BaseModel):
    """The token, to be shown as ``Authorization: Bearer``."""

    token: str = Field(examples=["eyJhbGciOiJIUzI1NiIs…"])
    expires: datetime = Field(examples=["2026-11-22T12:15:00Z"])
    scopes: list[str] = Field(examples=[["chat"]])


def add_tokens(router: APIRouter, service: Service) -> None:
    """Adds the route; the gate has asked for a key of scope "tokens"."""

    @router.post(TOKENS, status_code=201, tags=["access"], summary="A token for a visitor")
    def give(body: TokenBody, request: Request) -> TokenAnswer:
        """A short-lived token for one of the portal's visitors, who never sees its key."""
        access = service.access
        portal = access.portals.active(caller_of(request).portal or "")
        if portal is None:
            raise Refusal(403, KEY_ONLY)
        try:
            given = access.give_token(portal, body.visitor, body.seconds, body.scopes)
        except PortalError as error:
            raise Refusal.of(403, error) from error
        return TokenAnswer(token=given.token, expires=given.expires, scopes=list(given.scopes))
