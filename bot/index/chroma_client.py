"""A client of a Chroma server that waits for an answer only so long; Chroma's own waits for ever.

A limit holds for connecting, for sending and for each piece that is read; Chroma answers in one
piece. Searches, which visitors wait for, aren't even tried for a short while after the server
was found silent.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final, cast

import httpx
from chromadb.api.client import Client

if TYPE_CHECKING:
    from chromadb.api import ServerAPI
    from chromadb.api.fastapi import FastAPI
    from chromadb.auth import UserIdentity
    from chromadb.config import Settings as ChromaSettings

WRITE_FACTOR: Final = 12
"""A batch of 5,000 passages takes Chroma a quarter of a minute on two cores."""

CONNECT_SECONDS: Final = 3.0
REST_SECONDS: Final = 5.0
"""How long no search is sent to a server that didn't answer."""

_READS = ("/get", "/query", "/count", "/search")


class Silence:
    """When a server was last found silent; shared by all sessions with it."""

    def __init__(self) -> None:
        self._until = 0.0

    @property
    def lasts(self) -> bool:
        """Whether it isn't worth asking again yet."""
        return time.monotonic() < self._until

    def begin(self) -> None:
        """The server didn't answer."""
        self._until = time.monotonic() + REST_SECONDS

    def end(self) -> None:
        """It answered."""
        self._until = 0.0


class LimitedSession(httpx.Client):
    """An HTTP session whose every request has a time limit, longer where it writes.

    Args:
        seconds: the limit of a read.
        silence: of the server that it talks with.
        options: as for ``httpx.Client``.
    """

    def __init__(self, seconds: float, silence: Silence, **options: Any) -> None:  # noqa: ANN401
        super().__init__(timeout=None, **options)
        self._seconds = seconds
        self._silence = silence

    def send(self, request: httpx.Request, **options: Any) -> httpx.Response:  # noqa: ANN401
        """As httpx's.

        Raises:
            httpx.TransportError: the server didn't answer in time, or just before.
        """
        path = request.url.path
        if path.endswith("/query") and self._silence.lasts:
            raise httpx.ConnectError("the server was silent a moment ago", request=request)
        reads = request.method == "GET" or path.endswith(_READS)
        seconds = self._seconds if reads else self._seconds * WRITE_FACTOR
        limit = httpx.Timeout(seconds, connect=min(seconds, CONNECT_SECONDS))
        request.extensions["timeout"] = limit.as_dict()
        try:
            response = super().send(request, **options)
        except httpx.TransportError:
            self._silence.begin()
            raise
        self._silence.end()
        return response


class LimitedClient(Client):
    """Chroma's client over limited sessions.

    Chroma offers no place for a session of one's own, and asks the server while a client is
    being made; so the sessions are exchanged at the last moment before each first request.
    """

    def __init__(self, settings: ChromaSettings, seconds: float) -> None:
        self._seconds = seconds
        self._silence = Silence()
        super().__init__(settings=settings)

    def get_user_identity(self) -> UserIdentity:
        """The first request of a client."""
        self._limit(self._server)
        return super().get_user_identity()

    def _validate_tenant_database(self, tenant: str, database: str) -> None:
        """The first request of the second client inside, which has a session of its own."""
        self._limit(cast("Client", self._admin_client)._server)
        super()._validate_tenant_database(tenant, database)

    def _limit(self, server: ServerAPI) -> None:
        api = cast("FastAPI", server)
        unlimited = api._session
        if isinstance(unlimited, LimitedSession):
            return
        verify = api._settings.chroma_server_ssl_verify
        api._session = LimitedSession(
            self._seconds,
            self._silence,
            headers=unlimited.headers,
            limits=api.http_limits,
            **({} if verify is None else {"verify": verify}),
        )
        unlimited.close()
