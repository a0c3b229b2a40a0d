"""Which of several forms a request asks for."""

from __future__ import annotations

from collections.abc import Collection

from starlette.requests import Request

JSON = "application/json"


def asked_form(request: Request, forms: Collection[str]) -> str:
    """The first media type of ``Accept`` that is one of ``forms``; JSON where none is.

    Browsers list many types, ours are rare: the order they are named in is order enough.
    """
    accepted = request.headers.get("accept", "")
    named = (part.split(";")[0].strip().lower() for part in accepted.split(","))
    return next((form for form in named if form in forms), JSON)
