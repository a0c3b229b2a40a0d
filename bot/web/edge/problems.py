"""Errors of the HTTP interface as RFC 9457 problem objects, in the asker's language."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from bot.errors import IndexProblem, LotseError
from bot.web.edge import problem_texts as texts
from bot.web.edge.language import HEADER, Said, current
from bot.web.edge.operation_texts import UNREACHABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MEDIA_TYPE: Final = "application/problem+json"
RETRY_SECONDS: Final = str(LotseError.retry_seconds)
"""What ``Retry-After`` says: another replica answers at once, this one perhaps then."""

log = logging.getLogger(__name__)


class Refusal(HTTPException):
    """What a route raises where it can't do what it was asked for; becomes a problem object.

    Args:
        status: of HTTP.
        said: a sentence for people; None where the status says it all.
        headers: what the response carries besides.
    """

    def __init__(
        self, status: int, said: Said | None = None, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(status, headers=headers)
        self.said = said

    @classmethod
    def of(cls, status: int, error: LotseError) -> Refusal:
        """For an expected failure; what may be tried again says when."""
        headers = {"retry-after": str(error.retry_seconds)} if status == 503 else None
        return cls(status, sentence_of(error), headers)


def sentence_of(error: LotseError) -> Said:
    """What people are told of an expected failure."""
    if isinstance(error, IndexProblem):  # what it says is for operators: an address, a setting
        return UNREACHABLE
    german = str(error)
    return Said(german, error.english or texts.ONLY_GERMAN.format(german=german))


def problem(
    status: int,
    detail: Said | None = None,
    *,
    headers: Mapping[str, str] | None = None,
    errors: Sequence[Mapping[str, Any]] = (),
) -> JSONResponse:
    """A response that is a problem object.

    Args:
        status: of HTTP.
        detail: a sentence for people.
        headers: what the response carries besides.
        errors: what in particular is wrong.
    """
    content = problem_object(status, detail)
    if errors:
        content["errors"] = list(errors)
    return problem_response(content, headers)


def problem_response(
    content: Mapping[str, Any], headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """The response that carries a problem object, in the asker's language."""
    told = {**(headers or {}), HEADER: current(), "vary": "Accept-Language"}
    return JSONResponse(content, status_code=content["status"], headers=told, media_type=MEDIA_TYPE)


def problem_object(status: int, detail: Said | None = None) -> dict[str, Any]:
    """A problem object; its title is the status's own phrase, so its type is "about:blank"."""
    content: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
    }
    return content | ({"detail": str(detail)} if detail else {})


def install(app: FastAPI) -> None:
    """Makes every error of ``app``'s own routes a problem object."""
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(LotseError, _expected)


async def _invalid(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    return problem(422, texts.INVALID, errors=field_errors(error.errors()))


def field_errors(found: Iterable[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Pydantic's errors as places and sentences; nothing of what was sent stands in them."""
    return [{**_place(entry), "detail": _said(entry)} for entry in found]


def _place(entry: Mapping[str, Any]) -> dict[str, str]:
    """Where something is wrong: a JSON pointer into the body, or the name of a parameter."""
    first, *rest = entry["loc"]
    if first != "body":
        return {"parameter": "/".join(map(str, rest))}
    if entry["type"] == "json_invalid":  # its place is a count of characters
        return {"pointer": "#"}
    escaped = (str(part).replace("~", "~0").replace("/", "~1") for part in rest)
    return {"pointer": "/".join(["#", *(quote(part, safe="~") for part in escaped)])}


def _said(entry: Mapping[str, Any]) -> str:
    context = dict(entry.get("ctx", {}))
    if isinstance(context.get("expected"), str):
        context["expected"] = context["expected"].replace(" or ", ", ")
    try:
        return str(texts.FIELD_ERRORS[entry["type"]].format(**context))
    except KeyError:  # of a type that isn't in the table, or without its context
        return str(texts.OTHER_ERROR)


async def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    said = error.said if isinstance(error, Refusal) else None  # others' are English only
    if error.status_code == 405:
        allowed = (error.headers or {}).get("Allow", "")
        said = texts.OTHER_METHOD.format(method=request.method, allowed=allowed)
    return problem(error.status_code, said, headers=error.headers)


async def _expected(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, LotseError)
    if isinstance(error, IndexProblem):
        log.error("%s", error.log)
    refusal = Refusal.of(503, error)
    return problem(refusal.status_code, refusal.said, headers=refusal.headers)
