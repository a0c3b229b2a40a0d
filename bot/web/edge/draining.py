"""The end of the process: what is under way is finished, nothing new is begun.

From the signal on ``/readyz`` says 503, so that a proxy looks elsewhere, and whatever would begin
new work is turned away with a sentence. Requests that only wait for news of a page, as Gradio's
heartbeat does, would never end by themselves: they are ended.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections.abc import Iterator
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.web.edge.language import Said
from bot.web.edge.operation_texts import ENDING
from bot.web.edge.problems import RETRY_SECONDS, problem

SETTLING_SECONDS: Final = 0.5
"""Gradio's page asks by one request and listens by the next; between both nothing is under way."""

_HEARTBEAT = "/gradio_api/heartbeat/"
_READS = ("GET", "HEAD", "OPTIONS")


class Ending:
    """Whether the process is about to end, and what it still has to finish.

    Safe to share between the threads of signals and of the server.
    """

    def __init__(self) -> None:
        self._since: float | None = None
        self._lock = threading.Lock()
        self._running = 0
        self._idle: set[asyncio.Task[None]] = set()

    @property
    def begun(self) -> bool:
        """Whether it was told to stop."""
        return self._since is not None

    @property
    def running(self) -> int:
        """Requests under way, but those that only wait."""
        return self._running

    def begin(self) -> None:
        """Takes no new work from now on."""
        self._since = time.monotonic()

    def is_over(self, seconds: float) -> bool:
        """Whether nothing is left to be done, or it has been waited for as long as was agreed."""
        if self._since is None:
            return False
        waited = time.monotonic() - self._since
        return waited >= seconds or (self._running == 0 and waited >= SETTLING_SECONDS)

    def leave(self) -> None:
        """Ends the requests that only wait."""
        with self._lock:
            for task in self._idle:
                task.get_loop().call_soon_threadsafe(task.cancel)

    @contextlib.contextmanager
    def work(self) -> Iterator[None]:
        """Counts a request while it is under way."""
        with self._lock:
            self._running += 1
        try:
            yield
        finally:
            with self._lock:
                self._running -= 1

    async def idle(self, request: asyncio.Task[None]) -> None:
        """Waits for a request that ``leave`` may end."""
        with self._lock:
            self._idle.add(request)
        try:
            with contextlib.suppress(asyncio.CancelledError):
                await request
        finally:
            request.cancel()
            with self._lock:
                self._idle.discard(request)


class Draining:
    """Counts requests, and turns new work away once the end has begun.

    Args:
        app: what stands behind.
        ending: of this process.
    """

    def __init__(self, app: ASGIApp, ending: Ending) -> None:
        self._app = app
        self._ending = ending

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hands on, or refuses."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif _HEARTBEAT in scope["path"]:
            await self._ending.idle(asyncio.create_task(self._handed_on(scope, receive, send)))
        elif self._ending.begun and _is_new_work(scope):
            await not_now(ENDING)(scope, receive, send)
        else:
            await self._worked_on(scope, receive, send)

    async def _worked_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            with self._ending.work():
                await self._app(scope, receive, noted)
        except asyncio.CancelledError:  # it took longer than was agreed
            if begun or not self._ending.begun:
                raise
            await not_now(ENDING)(scope, receive, send)

    async def _handed_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, receive, send)


def _is_new_work(scope: Scope) -> bool:
    """Whether a request begins something: all that isn't read, and opening a page."""
    if scope["method"] not in _READS:
        return True
    return "text/html" in Headers(scope=scope).get("accept", "")


def not_now(sentence: Said) -> JSONResponse:
    """The refusal of what another replica, or this one in a moment, can do."""
    return problem(503, sentence, headers={"retry-after": RETRY_SECONDS})
