"""An answer as server-sent events, whatever the events look like."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Callable, Iterable
from typing import Final

from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse
from fastapi.sse import KEEPALIVE_COMMENT

from bot.dialogue.language import Language
from bot.domain import Answer
from bot.errors import LotseError
from bot.web.edge.language import HEADER, Said
from bot.web.edge.problems import sentence_of

EVENTS: Final = "text/event-stream"
KEEPALIVE_SECONDS: Final = 10.0
"""Proxies end a connection on which nothing comes; few do so sooner than after thirty seconds."""

log = logging.getLogger(__name__)


def streamed(events: AsyncIterator[bytes], language: Language | None = None) -> StreamingResponse:
    """The response that carries the events of an answer.

    Args:
        events: encoded.
        language: that the answer will have, which begins before it is there; None where no
            one is told.
    """
    # Proxies would otherwise collect the events until the end.
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    if language is not None:
        headers[HEADER] = language
    return StreamingResponse(events, media_type=EVENTS, headers=headers)


async def events_of(
    ask: Callable[[], Answer],
    begun: bytes,
    told: Callable[[Answer], Iterable[bytes]],
    failed: Callable[[Said], bytes],
    every: float = KEEPALIVE_SECONDS,
    stop: threading.Event | None = None,
) -> AsyncIterator[bytes]:
    """The events of one answer, encoded; comments keep the connection open until it is there.

    Args:
        ask: gives the answer; runs in a worker thread.
        begun: the first event, sent at once.
        told: the events of the answer.
        failed: the event that tells why there is none, from a sentence for people.
        every: seconds between two comments.
        stop: set where whoever asked has gone away, so that ``ask`` may end early.
    """
    yield begun
    pending = asyncio.create_task(run_in_threadpool(ask))
    try:
        while not (await asyncio.wait({pending}, timeout=every))[0]:
            yield KEEPALIVE_COMMENT
        for event in told(pending.result()):
            yield event
    except LotseError as error:
        log.error("%s", error.log)
        yield failed(sentence_of(error))
    finally:
        if not pending.done():
            if stop is not None:
                stop.set()
            # Nobody else looks at what becomes of it.
            pending.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
            pending.cancel()
