"""Waiting for an answer while its connection stays open."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Final

from fastapi.concurrency import run_in_threadpool

from bot.domain import Answer

KEEPALIVE_SECONDS: Final = 10.0
"""Proxies end a connection on which nothing comes; few do so sooner than after thirty seconds."""


async def answered(
    ask: Callable[[], Answer], every: float = KEEPALIVE_SECONDS
) -> AsyncIterator[Answer | None]:
    """None as often as a sign of life is due, then the answer.

    Args:
        ask: gives the answer; runs in a worker thread. What it raises is raised here.
        every: seconds between two signs of life.
    """
    pending = asyncio.create_task(run_in_threadpool(ask))
    try:
        while not (await asyncio.wait({pending}, timeout=every))[0]:
            yield None
        yield pending.result()
    finally:
        pending.cancel()  # where whoever asked has gone away
