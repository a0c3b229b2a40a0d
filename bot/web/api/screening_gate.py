"""What is settled before any route of the recruiters' mode: is it on, and who asks."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, Final

from fastapi import Request, Response
from fastapi.routing import APIRoute

from bot.errors import LotseError
from bot.matching.session import UnknownRoleError
from bot.screening.errors import (
    KeyBusyError,
    LinesOpenError,
    LogUnavailableError,
    ReviewersFileError,
    ScreeningError,
    ScreeningOffError,
    TamperedError,
    UnknownScreeningError,
)
from bot.screening.screenings import OFF
from bot.web.edge.language import Said
from bot.web.edge.problems import Refusal

SWITCHED_OFF: Final = Said(OFF, "Screening for recruiters is not switched on.")

# In order: a kind before the one that it is a kind of.
_STATUS: Final[tuple[tuple[type[LotseError], int], ...]] = (
    (ScreeningOffError, 404),
    (UnknownScreeningError, 404),
    (UnknownRoleError, 404),
    (LinesOpenError, 409),
    (KeyBusyError, 409),
    (TamperedError, 500),
    (LogUnavailableError, 503),
    (ReviewersFileError, 503),
    (ScreeningError, 422),
)


def route_class(is_on: bool, reviewer: Callable[[Request], str] | None = None) -> type[APIRoute]:
    """Routes that settle first, before a body is read, whether the mode is on and who asks."""

    class Route(APIRoute):
        def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
            handle = super().get_route_handler()

            async def settled(request: Request) -> Response:
                if not is_on:
                    raise Refusal(404, SWITCHED_OFF)
                try:
                    if reviewer is not None:
                        request.state.reviewer = reviewer(request)
                    return await handle(request)
                except LotseError as error:
                    raise _refused(error) from error

            return settled

    return Route


def _refused(error: LotseError) -> LotseError | Refusal:
    """The answer to an expected failure."""
    for kind, status in _STATUS:
        if isinstance(error, kind):
            return Refusal.of(status, error)
    return error


def who(request: Request) -> str:
    """The name that the request's key belongs to."""
    name: str = request.state.reviewer
    return name
