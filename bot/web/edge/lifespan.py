"""What is there as long as an app serves, in its event loop."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

from starlette.applications import Starlette


def beside(app: Starlette, running: Callable[[], AbstractAsyncContextManager[object]]) -> None:
    """Has something begin before an app serves its first request, and end after the last.

    Args:
        app: whose start and end count.
        running: made once, when the app starts.
    """
    before = app.router.lifespan_context

    @contextlib.asynccontextmanager
    async def both(started: Any) -> AsyncIterator[Any]:  # noqa: ANN401 - Starlette's signature
        async with running(), before(started) as state:
            yield state

    app.router.lifespan_context = both
