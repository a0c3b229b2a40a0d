"""``/api/v1/screenings``: the recruiters' mode over HTTP, off until it is switched on.

Who acts is the person whose key a request carries (``bot.web.api.identity``); no request can name
somebody else. Whether the mode is on and who asks are settled before a body is read. Documents
are read in memory alone, and no answer may be kept by anything on its way.
"""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, ConfigDict, Field

from bot.matching.report import Verdict
from bot.screening.checks import MAX_REASON
from bot.screening.exports import Exported
from bot.screening.exports import Format as FileFormat
from bot.screening.intake import Document, Receipt
from bot.screening.report import ScreeningReport, canonical, report_bytes
from bot.screening.results import Overview
from bot.screening.screenings import MAX_DOCUMENTS, Screenings
from bot.web.api.identity import Identity
from bot.web.api.screening_gate import SWITCHED_OFF, route_class, who
from bot.web.api.sessions import add_session
from bot.web.api.uploads import Upload, read_form
from bot.web.edge import problem_texts as texts
from bot.web.edge.guard import MAX_SCREENING_BYTES, SCREENINGS
from bot.web.edge.language import HEADER
from bot.web.edge.problems import Refusal
from bot.web.service import Service

_NAME_CHARACTERS = 300
_KEY_CHARACTERS: Final = 100
_KEY: Final = re.compile(rf"[\x21-\x7e]{{1,{_KEY_CHARACTERS}}}")
_IDEMPOTENCY_KEY: Final = "Idempotency-Key"
_REPLAYED: Final = "Idempotency-Replayed"
_JSON = "application/json"


class ReviewBody(BaseModel):
    """A reviewer's word on one line; what was found confirms it, another verdict corrects it."""

    model_config = ConfigDict(extra="forbid")

    application: str = Field(max_length=_NAME_CHARACTERS, examples=["A7K"])
    requirement: str = Field(max_length=_NAME_CHARACTERS)
    verdict: Verdict
    reason: str = Field("", max_length=MAX_REASON, description="Needed where it corrects")


class StartedAnswer(BaseModel):
    """A new screening, and which upload became which application."""

    report: ScreeningReport
    receipts: list[Receipt]


class HistoryEntry(BaseModel):
    """Who did what and when; nothing about an applicant."""

    number: int
    at: str
    who: str
    action: str
    application: str | None
    facts: dict[str, Any]
    chain: str


_FORM: Final = {
    "type": "object",
    "required": ["files", "role"],
    "properties": {
        "files": {
            "type": "array",
            "items": {"type": "string", "format": "binary"},
            "minItems": 1,
            "maxItems": MAX_DOCUMENTS,
        },
        "role": {"type": "string", "description": "Id or name of the role"},
        "language": {"enum": ["de", "en"], "default": "de"},
    },
}
_TABLE: Final[dict[int | str, dict[str, Any]]] = {
    200: {
        "description": "The file",
        "content": {
            "text/csv": {"schema": {"type": "string"}},
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                "schema": {"type": "string", "format": "binary"}
            },
            "application/pdf": {"schema": {"type": "string", "format": "binary"}},
        },
    }
}
_KEPT: Final[dict[int | str, dict[str, Any]]] = {
    200: {"description": "The file", "content": {_JSON: {"schema": {"type": "object"}}}}
}
_NOTHING: Final[dict[int | str, dict[str, Any]]] = {204: {"description": "Done"}}


def add_screenings(router: APIRouter, service: Service) -> None:
    """Adds the routes; where the mode is off, all of them answer 404."""
    is_on = service.screenings is not None
    signer = service.access.signer if service.access.login else None
    reviewers = service.reviewers
    identity = None if reviewers is None else Identity(reviewers, SCREENINGS, signer)
    asks = identity.reviewer if identity else None
    signing_in = APIRouter(prefix=SCREENINGS, route_class=route_class(is_on))
    signed_in = APIRouter(prefix=SCREENINGS, route_class=route_class(is_on, asks))
    # "session" comes before the id of a screening, which it would be taken for.
    add_session(signing_in, identity)
    _add_reports(signed_in, service)
    _add_files(signed_in, service)
    router.include_router(signing_in)
    router.include_router(signed_in)


def _on(service: Service) -> Screenings:
    if service.screenings is None:
        raise Refusal(404, SWITCHED_OFF)
    return service.screenings


def _add_reports(router: APIRouter, service: Service) -> None:
    @router.get("", response_model=list[Overview])
    def overview(request: Request) -> list[Overview]:
        """What is kept, newest first."""
        return list(_on(service).overview(who(request)))

    @router.post(
        "",
        status_code=201,
        response_model=StartedAnswer,
        openapi_extra={
            "parameters": [
                {
                    "name": _IDEMPOTENCY_KEY,
                    "in": "header",
                    "description": "Names this request, so that sending it again does no harm",
                    "schema": {"type": "string", "pattern": f"^{_KEY.pattern}$"},
                    "example": "6f1c2d1e-5b0a-4c55-9c3e-0f6a7a1d2b33",
                }
            ],
            "requestBody": {
                "required": True,
                "content": {"multipart/form-data": {"schema": _FORM}},
            },
        },
    )
    async def start(request: Request) -> Response:
        """Holds documents against a role; which became which application is told only here.

        With an ``Idempotency-Key`` the same request, sent again by the same reviewer, gets the
        first answer again, marked ``Idempotency-Replayed: true``, as long as the screening is
        kept. A different one with the key is refused (422), as is one that comes while the first
        is being worked on (409).
        """
        kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
        if kind != "multipart/form-data":
            raise Refusal(415, texts.READ_AS.format(kinds="multipart/form-data"))
        key = _key(request)
        fields, files = await read_form(request, MAX_SCREENING_BYTES, 2 * MAX_DOCUMENTS)
        return await run_in_threadpool(_started, service, dict(fields), files, who(request), key)

    @router.get("/{screening_id}", response_model=ScreeningReport)
    def report(screening_id: str, request: Request) -> Response:
        """The table, requirement by application; that it was seen is logged."""
        return _told(_on(service).report(screening_id, who(request)))

    @router.post("/{screening_id}/reviews", response_model=ScreeningReport)
    def review(screening_id: str, body: ReviewBody, request: Request) -> Response:
        """Confirms or corrects one line."""
        return _told(
            _on(service).review(
                screening_id,
                body.application,
                body.requirement,
                who(request),
                body.verdict,
                body.reason,
            )
        )

    @router.get("/{screening_id}/history", response_model=list[HistoryEntry])
    def history(screening_id: str, request: Request) -> Response:
        """Who did what and when, without content; there after a deletion too."""
        told = _on(service).history(screening_id, who(request))
        return Response(canonical(list(told)), media_type=_JSON)

    @router.delete("/{screening_id}", status_code=204, responses=_NOTHING)
    def delete(screening_id: str, request: Request) -> Response:
        """Deletes all content; the log keeps that it was deleted, and by whom."""
        _on(service).delete(screening_id, who(request))
        return Response(status_code=204)


def _add_files(router: APIRouter, service: Service) -> None:
    @router.get("/{screening_id}/export", response_class=Response, responses=_TABLE)
    def export(
        screening_id: str,
        file_format: Annotated[FileFormat, Query(alias="format")],
        request: Request,
    ) -> Response:
        """The whole table as a file, once every line is confirmed or corrected."""
        return _download(_on(service).export(screening_id, file_format, who(request)))

    @router.get("/{screening_id}/applications/{code}", response_class=Response, responses=_KEPT)
    def application(screening_id: str, code: str, request: Request) -> Response:
        """All that is kept of one application, as a JSON file."""
        return _download(_on(service).export_candidate(screening_id, code, who(request)))

    @router.delete("/{screening_id}/applications/{code}", status_code=204, responses=_NOTHING)
    def delete_application(screening_id: str, code: str, request: Request) -> Response:
        """Deletes all content of one application."""
        _on(service).delete_candidate(screening_id, code, who(request))
        return Response(status_code=204)


def _started(
    service: Service,
    fields: dict[str, str],
    files: tuple[Upload, ...],
    reviewer: str,
    key: str | None,
) -> Response:
    named = fields.get("role", "").strip()
    if not named or len(named) > _NAME_CHARACTERS:
        raise Refusal(422, texts.NO_ROLE_NAMED)
    if any(file.field != "files" for file in files):
        raise Refusal(422, texts.OTHER_FILES)
    role_id, matcher = service.desk.matcher(named)
    documents = [Document(file.data, file.name) for file in files]
    made = _on(service).start(
        matcher, role_id, documents, reviewer, _language(fields.get("language") or "de"), key
    )
    content = b'{"report":%b,"receipts":%b}' % (
        report_bytes(made.report),
        canonical([asdict(receipt) for receipt in made.receipts]),
    )
    headers = {"location": f"{SCREENINGS}/{made.report.id}", HEADER: made.report.language}
    if made.repeated:
        headers[_REPLAYED] = "true"
    return Response(content, 201, headers, media_type=_JSON)


def _key(request: Request) -> str | None:
    given = request.headers.get(_IDEMPOTENCY_KEY)
    if given is not None and not _KEY.fullmatch(given):
        raise Refusal(422, texts.BAD_KEY.format(limit=_KEY_CHARACTERS))
    return given


def _language(named: str) -> Literal["de", "en"]:
    if named not in ("de", "en"):
        raise Refusal(422, texts.OTHER_LANGUAGE)
    return "en" if named == "en" else "de"


def _told(report: ScreeningReport) -> Response:
    headers = {HEADER: report.language}
    return Response(report_bytes(report), headers=headers, media_type=_JSON)


def _download(made: Exported) -> Response:
    headers = {
        "content-disposition": f'attachment; filename="{made.name}"',
        HEADER: made.language,
    }
    return Response(made.data, headers=headers, media_type=made.media_type)
