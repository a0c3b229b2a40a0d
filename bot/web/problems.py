"""Errors of the HTTP interface as RFC 9457 problem objects."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from bot.errors import LotseError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MEDIA_TYPE = "application/problem+json"


def problem(
    status: int,
    detail: str | None = None,
    *,
    headers: Mapping[str, str] | None = None,
    errors: Sequence[Mapping[str, Any]] = (),
) -> JSONResponse:
    """A response that is a problem object."""
    content = problem_object(status, detail)
    if errors:
        content["errors"] = list(errors)
    return JSONResponse(
        content, status_code=status, headers=dict(headers or {}), media_type=MEDIA_TYPE
    )


def problem_object(status: int, detail: str | None = None) -> dict[str, Any]:
    """A problem object; its title is the status's own phrase, so its type is "about:blank"."""
    content: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
    }
    return content | ({"detail": detail} if detail else {})


def install(app: FastAPI) -> None:
    """Makes every error of ``app``'s own routes a problem object."""
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(LotseError, _expected)


async def _invalid(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    found = [
        {"pointer": "/".join(["#", *map(str, entry["loc"][1:])]), "detail": entry["msg"]}
        for entry in error.errors()
    ]
    return problem(422, "Die Anfrage passt nicht zum Schema.", errors=found)


async def _http(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    phrase = HTTPStatus(error.status_code).phrase
    detail = error.detail if error.detail != phrase else None
    return problem(error.status_code, detail, headers=error.headers)


async def _expected(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, LotseError)
    return problem(503, str(error))
