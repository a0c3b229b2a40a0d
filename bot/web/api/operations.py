"""The routes' names, tags and shapes for ``/openapi.json``; a test finds a route without a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from pydantic import BaseModel

from bot.web.api import schemas

INTRODUCTION: Final = (
    "Answers about roles, requirements, pay and careers, each statement with its verbatim quote: "
    "`quote` equals `source.text[start:end]`, counted in Unicode code points. Errors are RFC 9457 "
    "problem objects whose `detail` is German or English by `Accept-Language` or `?lang=`. "
    "Unknown fields of a question are ignored, those of everything else refused. All requests but "
    "`POST /api/v1/screenings` and its reviews may be repeated without harm; that one takes an "
    "`Idempotency-Key`. Assistants find the same tools at `/mcp` (Model Context Protocol)."
)
TAGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Answers": "Questions, and what becomes of their answers",
        "Roles": "Roles with their facts, and the sources behind them",
        "Profiles": "A job seeker's profile against roles; nothing is kept",
        "Portals": "Tokens that a portal gives to its visitors",
        "Recruiters": "The recruiters' mode, off until the operator switches it on; and adverts",
        "OpenAI": "The same answers for software that speaks OpenAI's interface",
        "Operation": "For whoever runs it",
    }
)


Speaks = Literal["answer", "sources", "request", "screening", "german"]
"""Where the language of what is sent comes from, as ``Content-Language`` tells it."""

LANGUAGES: Final[Mapping[Speaks, str]] = MappingProxyType(
    {
        "answer": "The answer's, which is its question's",
        "sources": "German, as the sources are; the visitor's for pages and tables",
        "request": "As the request's `language` says",
        "screening": "As `language` said when the screening was begun",
        "german": "German",
    }
)


@dataclass(frozen=True, slots=True)
class Operation:
    """What is told of one route.

    Attributes:
        model: shape of the JSON that is sent; None where FastAPI knows it, or where it is none.
        many: whether it is a list of these.
        problems: statuses beside those that follow from the route's form.
        speaks: whose language its words are in; None where there are no words for people.
    """

    tag: str
    summary: str
    model: type[BaseModel] | None = None
    many: bool = False
    problems: tuple[int, ...] = ()
    speaks: Speaks | None = None


_SCREENING: Final = "/api/v1/screenings/{screening_id}"

OPERATIONS: Final[Mapping[str, Operation]] = MappingProxyType(
    {
        "POST /api/v1/answers": Operation(
            "Answers", "Ask a question", schemas.AnswerObject, speaks="answer"
        ),
        "POST /api/v1/feedback": Operation("Answers", "Say whether an answer helped"),
        "DELETE /api/v1/feedback/{identity}": Operation("Answers", "Take feedback back"),
        "POST /api/v1/conversations/export": Operation(
            "Answers", "A conversation as Markdown or PDF", speaks="request"
        ),
        "GET /api/v1/roles": Operation(
            "Roles", "List or find roles", schemas.RoleListed, True, speaks="sources"
        ),
        "GET /api/v1/roles/{role_id}": Operation(
            "Roles", "A role's profile", schemas.RoleRecord, speaks="sources"
        ),
        "GET /api/v1/salaries": Operation(
            "Roles", "Pay figures of a role", schemas.Salaries, problems=(404,), speaks="sources"
        ),
        "GET /api/v1/careers": Operation(
            "Roles", "Career steps of a role", schemas.Careers, problems=(404,), speaks="sources"
        ),
        "GET /api/v1/quotes": Operation(
            "Roles",
            "A quote in its section",
            schemas.CitationObject,
            problems=(404, 409),
            speaks="sources",
        ),
        "GET /api/v1/sources": Operation(
            "Roles", "List sources", schemas.SourceSummary, True, speaks="sources"
        ),
        "GET /api/v1/sources/{source_id}": Operation(
            "Roles", "A source with its text", schemas.SourceWithText, speaks="sources"
        ),
        "POST /api/v1/matches": Operation(
            "Profiles",
            "Hold a profile against roles",
            schemas.MatchObject,
            problems=(404, 415),
            speaks="request",
        ),
        "POST /api/v1/tokens": Operation("Portals", "A token for a visitor"),
        "POST /api/v1/adverts": Operation(
            "Recruiters", "Check a job advert's wording", speaks="german"
        ),
        "GET /api/v1/screenings/session": Operation("Recruiters", "Who is signed in"),
        "POST /api/v1/screenings/session": Operation("Recruiters", "Sign in"),
        "DELETE /api/v1/screenings/session": Operation("Recruiters", "Sign out"),
        "GET /api/v1/screenings": Operation("Recruiters", "List screenings"),
        "POST /api/v1/screenings": Operation(
            "Recruiters", "Begin a screening", problems=(409, 415), speaks="screening"
        ),
        f"GET {_SCREENING}": Operation("Recruiters", "A screening's table", speaks="screening"),
        f"DELETE {_SCREENING}": Operation("Recruiters", "Delete a screening"),
        f"POST {_SCREENING}/reviews": Operation(
            "Recruiters", "Confirm or correct a line", speaks="screening"
        ),
        f"GET {_SCREENING}/history": Operation("Recruiters", "Who did what and when"),
        f"GET {_SCREENING}/export": Operation(
            "Recruiters", "Export a table", problems=(409,), speaks="screening"
        ),
        f"GET {_SCREENING}/applications/{{code}}": Operation(
            "Recruiters", "All that is kept of an application", speaks="screening"
        ),
        f"DELETE {_SCREENING}/applications/{{code}}": Operation(
            "Recruiters", "Delete an application"
        ),
        "POST /v1/chat/completions": Operation("OpenAI", "Chat completion", speaks="answer"),
        "GET /v1/models": Operation("OpenAI", "List models"),
        "GET /healthz": Operation("Operation", "Does the process live"),
        "GET /readyz": Operation("Operation", "Can it answer", schemas.Readiness, problems=(503,)),
        "GET /metrics": Operation("Operation", "Counters for Prometheus"),
    }
)
