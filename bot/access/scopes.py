"""What a key may open, and how often each of it may be asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

SCOPES: Final = ("ask", "roles", "match", "chat", "completions", "mcp", "tokens", "metrics")
"""``ask`` answers; ``roles`` roles, figures, sources; ``match`` profiles and adverts; ``chat`` the
widget; ``completions`` OpenAI's interface; ``mcp`` assistants; ``tokens`` tokens for visitors;
``metrics`` the counters."""

DEFAULT: Final = ("ask", "roles", "match", "chat", "tokens")
"""What a portal needs that embeds the widget and calls the interface."""

INSIDE: Final = ("page", "ask", "roles", "match")
"""What a recruiter's login opens where the page is closed to others: the page and what it calls."""

KEPT_BACK: Final = ("tokens", "metrics")
"""What no visitor's token opens, whatever its portal may do."""

Cost = Literal["question", "match", "read"]
"""What a request counts as."""


@dataclass(frozen=True, slots=True)
class Door:
    """What a route needs.

    Attributes:
        scopes: any of these opens it.
        cost: what it counts as; None where nothing is counted.
        always_key: whether it stays shut to who shows nothing, even where anonymous use is on.
    """

    scopes: tuple[str, ...] = ()
    cost: Cost | None = None
    always_key: bool = False


OPEN: Final = Door()
PAGE_SCOPE: Final = "page"
"""Gradio's page and what belongs to it: no key has this scope, only anonymous use opens it."""

METRICS: Final = Door(("metrics",))
PAGE: Final = Door((PAGE_SCOPE,))
_PAGE_QUESTION: Final = Door((PAGE_SCOPE,), "question")
_API: Final = Door(("ask",), "read")
"""A route of the interface that no line below names; a test sees to it that there is none."""

ELSEWHERE: Final = "/"
"""Stands for Gradio's pages, and for what is nowhere, where paths are counted."""

# The first line whose path is the asked one, or a folder above it, decides.
_DOORS: Final[dict[str, Door]] = {
    "/healthz": OPEN,
    "/readyz": OPEN,
    "/openapi.json": OPEN,
    "/metrics": METRICS,
    # Who acts there is settled by a login of its own.
    "/api/v1/screenings": OPEN,
    "/login": OPEN,
    "/logout": OPEN,
    "/api/v1/tokens": Door(("tokens",), "read", always_key=True),
    "/api/v1/answers": Door(("ask",), "question"),
    "/api/v1/feedback": Door(("ask", "chat"), "read"),
    "/api/v1/conversations": Door(("ask", "chat"), "question"),
    "/api/v1/matches": Door(("match",), "match"),
    "/api/v1/adverts": Door(("match",), "question"),
    "/api/v1/roles": Door(("roles",), "read"),
    "/api/v1/salaries": Door(("roles",), "read"),
    "/api/v1/careers": Door(("roles",), "read"),
    "/api/v1/sources": Door(("roles",), "read"),
    "/api/v1/quotes": Door(("roles", "ask", "chat"), "read"),
    "/api": _API,
    "/v1/chat/completions": Door(("completions",), "question"),
    "/v1/models": Door(("completions",), "read"),
    "/v1": _API,
    "/mcp": Door(("mcp",), "question"),
    "/widget/turns": Door(("chat",), "question"),
    "/widget": OPEN,
    "/widget.js": OPEN,
}
_PAGES: Final = ("/en", "")
"""Where Gradio is mounted."""

_PAGE_QUESTIONS: Final = ("queue/join", "call", "run", "api")
"""Gradio's routes that make its functions run; the page itself takes the first."""


def door_of(method: str, path: str) -> Door:
    """What a request needs. Nothing of a body is known yet."""
    if method == "OPTIONS":
        return OPEN
    line = line_of(path)
    if line != ELSEWHERE:
        return _DOORS[line]
    asks = any(
        _is_below(path, f"{page}/gradio_api/{route}")
        for page in _PAGES
        for route in _PAGE_QUESTIONS
    )
    return _PAGE_QUESTION if method == "POST" and asks else PAGE


def line_of(path: str) -> str:
    """The table's line that a path belongs to, as its first part; ``ELSEWHERE`` for all the rest.

    There are a few dozen of these, whatever is asked for: requests can be counted by them.
    """
    return next((prefix for prefix in _DOORS if _is_below(path, prefix)), ELSEWHERE)


def is_named(path: str) -> bool:
    """Whether a line of its own says what this route needs."""
    return door_of("GET", path) is not _API


def _is_below(path: str, prefix: str) -> bool:
    return path == prefix or path.startswith(f"{prefix}/")
