"""``POST /api/v1/matches``: a profile in, a match out, nothing kept.

The body is read into memory whole: no part of an upload is ever written to a disk, and a
response must not be kept by anything on its way.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.errors import UnreadableError, UsageError
from bot.matching.answers import MAX_ANSWER_CHARACTERS, MAX_ANSWERS
from bot.matching.export import to_markdown, to_pdf
from bot.matching.reading import profile_of_text, read_profile
from bot.matching.reading.documents import LIMITS
from bot.matching.results import Match
from bot.matching.session import MOST_ROLES, UnknownRoleError, today
from bot.web.api.accept import asked_form
from bot.web.api.uploads import read_form
from bot.web.edge.guard import MAX_PROFILE_BYTES, PROFILES
from bot.web.edge.language import HEADER, Said
from bot.web.edge.problem_texts import ANSWERS_NO_JSON, NO_JSON, NO_PROFILE, READ_AS
from bot.web.edge.problems import Refusal
from bot.web.rooms import match_page
from bot.web.service import Service

_NAME_CHARACTERS = 300


class MatchBody(BaseModel):
    """A profile as text, or beside a file, with what is asked about it."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(max_length=LIMITS.max_text_chars)] = ""
    role: Annotated[str, Field(max_length=_NAME_CHARACTERS)] | None = None
    answers: Annotated[
        dict[
            Annotated[str, Field(max_length=_NAME_CHARACTERS)],
            Annotated[str, Field(max_length=MAX_ANSWER_CHARACTERS)],
        ],
        Field(max_length=MAX_ANSWERS),
    ] = {}
    limit: int = Field(10, ge=1, le=MOST_ROLES)
    language: Literal["de", "en"] = "de"


_FORM: Final = {
    "type": "object",
    "properties": {
        "file": {"type": "string", "format": "binary"},
        "text": {"type": "string"},
        "role": {"type": "string"},
        "answers": {"type": "string", "description": "JSON object: requirement id to answer"},
        "limit": {"type": "integer"},
        "language": {"enum": ["de", "en"]},
    },
}


def add_matches(router: APIRouter, service: Service) -> None:
    """Adds the route."""

    @router.post(
        PROFILES,
        openapi_extra={
            "requestBody": {
                "required": True,
                "content": {
                    "application/json": {"schema": MatchBody.model_json_schema()},
                    "multipart/form-data": {"schema": _FORM},
                },
            }
        },
    )
    async def matches(request: Request) -> Response:
        """A profile against the roles it fits best, or against one; see ``Accept`` for forms."""
        body, file = await _read(request)
        if not body.text.strip() and file is None:
            raise Refusal(422, NO_PROFILE)
        return await run_in_threadpool(_answered, service, body, file, asked_form(request, _FORMS))


def _answered(
    service: Service, body: MatchBody, file: tuple[bytes, str] | None, form: str
) -> Response:
    try:
        if file:
            profile = read_profile(*file, today(), service.document_limits)
        else:
            profile = profile_of_text(body.text, today())
        found = service.desk.match(profile, body.role, body.answers, body.limit, body.language)
    except UnknownRoleError as error:
        raise Refusal.of(404, error) from error
    except (UnreadableError, UsageError) as error:
        raise Refusal.of(422, error) from error
    content = _FORMS[form](found, body.answers)
    kind = form if form == "application/pdf" else f"{form}; charset=utf-8"
    headers = {"cache-control": "no-store", HEADER: body.language}
    return Response(content, media_type=kind, headers=headers)


def _html(match: Match, answers: Mapping[str, str]) -> bytes:
    made = match_page.report(match, answers) if match.asked else match_page.ranking(match)
    return made.encode()


_FORMS: Final[Mapping[str, Callable[[Match, Mapping[str, str]], bytes]]] = {
    "application/json": lambda m, _: json.dumps(m.to_json(), ensure_ascii=False).encode(),
    "text/html": _html,
    "text/markdown": lambda m, _: to_markdown(m).encode(),
    "application/pdf": lambda m, _: to_pdf(m),
}


async def _read(request: Request) -> tuple[MatchBody, tuple[bytes, str] | None]:
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind == "multipart/form-data":
        return await _read_form(request)
    if kind != "application/json":
        raise Refusal(415, READ_AS.format(kinds="multipart/form-data, application/json"))
    return _validated(_parsed(await request.body(), NO_JSON)), None


def _parsed(content: bytes | str, otherwise: Said) -> Any:  # noqa: ANN401 - whatever JSON holds
    """JSON of real characters; half a character can't be written back to anybody."""
    try:
        read = json.loads(content)
        json.dumps(read, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise Refusal(422, otherwise) from error
    return read


async def _read_form(request: Request) -> tuple[MatchBody, tuple[bytes, str] | None]:
    given, files = await read_form(request, MAX_PROFILE_BYTES, 1)
    fields: dict[str, Any] = dict(given)
    file = next(((one.data, one.name) for one in files), None)
    if "answers" in fields:
        fields["answers"] = _parsed(fields["answers"] or "{}", ANSWERS_NO_JSON)
    return _validated({key: value for key, value in fields.items() if value != ""}), file


def _validated(given: object) -> MatchBody:
    try:
        return MatchBody.model_validate(given)
    except ValidationError as error:
        # Without what was sent: it may be a profile.
        raise RequestValidationError(
            [{**entry, "loc": ("body", *entry["loc"])} for entry in
             error.errors(include_input=False, include_url=False)]
        ) from None  # fmt: skip
