"""The server's log: one JSON object a line on stderr, each with its request's id.

Nothing that a visitor typed stands in it unless ``LOTSE_LOG_QUESTIONS`` is set, and nothing of a
profile or an application ever does.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import time
import traceback
import uuid
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any, Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.access.scopes import line_of
from bot.settings import Settings
from bot.web.edge.problem_texts import UNEXPECTED
from bot.web.edge.problems import problem

HEADER: Final = "x-request-id"
FIELDS: Final = "fields"
"""Where a record carries what stands beside its message: ``log.info("…", extra={FIELDS: {…}})``."""

INNERMOST: Final = 8
"""Places of an unexpected error that are logged, from the inside."""

_FIRST_REFUSAL: Final = 400
_GIVEN = re.compile(r"[A-Za-z0-9._-]{1,64}")
_request: ContextVar[str | None] = ContextVar("request", default=None)

log = logging.getLogger(__name__)


def set_up(settings: Settings) -> None:
    """Sends all records to stderr: ours from ``LOTSE_LOG_LEVEL`` on, warnings of the rest."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("bot").setLevel(settings.log_level)


class JsonLines(logging.Formatter):
    """A record as one line: time (UTC), level, module, message, request, and its own fields."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        request = _request.get()
        if request:
            line["request"] = request
        line |= getattr(record, FIELDS, {})
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


class RequestLog:
    """Gives each request an id, which the answer carries too, and logs how it ended (INFO).

    Who sends a decent id in ``X-Request-Id`` finds the same one here. What nobody expected to
    fail is a problem object as well.

    Args:
        app: what stands behind.
        refused: told the part of the interface and the status of what was refused or failed.
    """

    def __init__(
        self, app: ASGIApp, refused: Callable[[str, int], None] = lambda route, status: None
    ) -> None:
        self._app = app
        self._refused = refused

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands on, and logs."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get(HEADER, "")
        request = given if _GIVEN.fullmatch(given) else uuid.uuid4().hex
        status = 0

        async def send_marked(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = request
            await send(message)

        token = _request.set(request)
        started = time.perf_counter()
        try:
            await self._app(scope, receive, send_marked)
        except Exception as error:
            log_unexpected(error)
            if not status:
                response = problem(500, UNEXPECTED)
                await response(scope, receive, send_marked)
        finally:
            milliseconds = round((time.perf_counter() - started) * 1000)
            told = {"method": scope["method"], "path": _path(scope), "status": status}
            log.info("request", extra={FIELDS: {**told, "milliseconds": milliseconds}})
            if status >= _FIRST_REFUSAL:
                self._refused(line_of(scope["path"]), status)
            _request.reset(token)


def log_unexpected(error: Exception) -> None:
    """Kind and place of what nobody expected; its message may hold words of a visitor."""
    places = [f"{f.filename}:{f.lineno} {f.name}" for f in _frames(error)]
    log.error("unexpected", extra={FIELDS: {"error": type(error).__name__, "at": places}})


def _frames(error: Exception) -> list[traceback.FrameSummary]:
    return list(traceback.extract_tb(error.__traceback__))[-INNERMOST:]


def _path(scope: Scope) -> str:
    """The route's pattern where there is one: a path may name an application."""
    pattern = getattr(scope.get("route"), "path", None)
    return pattern if isinstance(pattern, str) and pattern else scope["path"].split("/")[1] or "/"
