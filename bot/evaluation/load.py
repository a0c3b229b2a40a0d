"""Visitors who ask, think and ask again, all at once; how long each waited, and what went wrong."""

from __future__ import annotations

import asyncio
import random
import statistics
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import httpx

THINKING_SECONDS: Final = (2.0, 4.0)
"""Between an answer and the next question, each time another."""

TIMEOUT_SECONDS: Final = 60.0

Ask = Callable[["httpx.AsyncClient", str], Awaitable[None]]
"""Asks one question and waits for the whole answer; raises where there is none."""


@dataclass(frozen=True)
class Load:
    """What visitors saw.

    Attributes:
        seconds: from each question to the end of its answer, ascending.
        errors: how often each kind of failure happened.
    """

    seconds: tuple[float, ...]
    errors: Counter[str]

    @classmethod
    def of(cls, loads: Iterable[Load]) -> Load:
        """Several as one."""
        several = list(loads)
        seconds = sorted(second for load in several for second in load.seconds)
        return cls(tuple(seconds), sum((load.errors for load in several), Counter()))

    def percentile(self, percent: int) -> float:
        """In milliseconds; not a number with fewer than two answers."""
        if len(self.seconds) < 2:
            return float("nan")
        cuts = statistics.quantiles(self.seconds, n=100, method="inclusive")
        return cuts[percent - 1] * 1000


class FailedError(Exception):
    """A question got no answer; the message names the kind of failure."""


def put_under_load(
    ask: Ask,
    url: str,
    questions: Sequence[str],
    visitors: int,
    seconds: float,
    thinking: tuple[float, float] = THINKING_SECONDS,
) -> Load:
    """Lets visitors ask for a while, each at least once; who has begun is waited for.

    Args:
        ask: how a question is asked.
        url: of what is asked.
        questions: each visitor takes others; the same ones in every run.
        visitors: how many there are.
        seconds: how long they go on.
        thinking: shortest and longest time between an answer and the next question.
    """
    return asyncio.run(_load(ask, url, questions, visitors, seconds, thinking))


async def _load(
    ask: Ask,
    url: str,
    questions: Sequence[str],
    visitors: int,
    seconds: float,
    thinking: tuple[float, float],
) -> Load:
    import httpx

    taken: list[float] = []
    errors: Counter[str] = Counter()
    end = time.monotonic() + seconds

    async def visitor(number: int) -> None:
        chance = random.Random(number)
        # Each has a browser of their own, and so a connection.
        async with httpx.AsyncClient(base_url=url, timeout=TIMEOUT_SECONDS) as client:
            await asyncio.sleep(chance.uniform(0, thinking[1]))
            while True:
                started = time.perf_counter()
                try:
                    await ask(client, chance.choice(questions))
                    taken.append(time.perf_counter() - started)
                except FailedError as error:
                    errors[str(error)] += 1
                except httpx.HTTPError as error:
                    errors[type(error).__name__] += 1
                if time.monotonic() >= end:
                    return
                await asyncio.sleep(chance.uniform(*thinking))

    await asyncio.gather(*(visitor(number) for number in range(visitors)))
    return Load(tuple(sorted(taken)), errors)


async def ask_product(client: httpx.AsyncClient, question: str) -> None:
    """By ``POST /api/v1/answers``."""
    answer = await client.post("/api/v1/answers", json={"question": question})
    if answer.status_code != 200 or not answer.json()["text"]:
        raise FailedError(f"status {answer.status_code}")


async def ask_gradio(client: httpx.AsyncClient, question: str) -> None:
    """A ``gr.ChatInterface`` by Gradio's own HTTP interface: one request asks, one hears."""
    begun = await client.post("/gradio_api/call/chat", json={"data": [question]})
    if begun.status_code != 200:
        raise FailedError(f"status {begun.status_code}")
    heard = await client.get(f"/gradio_api/call/chat/{begun.json()['event_id']}")
    if "event: complete" not in heard.text:
        raise FailedError("no answer")
