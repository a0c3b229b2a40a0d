"""What is there as long as an app serves ends with it: the connections to the store of limits."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path

import pytest
from fastapi import FastAPI
from redis import Redis

from bot.access.callers import Caller
from bot.web.edge.lifespan import beside
from tests.access.test_rates import SERVER, Store, access, store
from tests.apart import run_apart

__all__ = ["store"]  # the fixture


@pytest.mark.skipif(SERVER is None, reason="no redis-server on this machine")
def test_the_store_is_left_when_the_app_ends(tmp_path: Path, store: Store) -> None:
    one = access(tmp_path, store.url)
    app = FastAPI()
    beside(app, lambda: contextlib.aclosing(one.rates))
    with Redis.from_url(store.url) as watching:

        async def serve_one() -> tuple[int, int]:
            async with app.router.lifespan_context(app):
                await one.spend(Caller("192.0.2.1"), "question")
                during = await asyncio.to_thread(watching.client_list)
            return len(during), len(await asyncio.to_thread(watching.client_list))

        during, after = run_apart(serve_one())
    assert during == after + 1
