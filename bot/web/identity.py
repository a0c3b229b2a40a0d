"""Who is at the other end of a request of the recruiters' mode.

A key names the person: as ``Authorization: Bearer``, or in a cookie that scripts can't read. What
else a request says about who sends it counts for nothing.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from fastapi import HTTPException, Request, Response

from bot.screening.reviewers import Reviewers

COOKIE: Final = "lotse_reviewer"
SESSION_SECONDS: Final = 8 * 3600
WRONG_KEYS: Final = 10
WINDOW_SECONDS: Final = 60.0
_ADDRESSES: Final = 10_000
_READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})

NO_KEY = "Bitte melden Sie sich mit Ihrem Schlüssel an."
WRONG_KEY = "Dieser Schlüssel ist nicht bekannt oder wurde widerrufen."
TOO_MANY = "Zu viele falsche Schlüssel. Bitte versuchen Sie es in {seconds} Sekunden wieder."
FOREIGN = "Diese Anfrage kommt von einer anderen Seite und wird nicht ausgeführt."


class Identity:
    """Names the reviewer whose key a request carries.

    Args:
        reviewers: who may act.
        path: the cookie is sent to this path and below.
        clock: seconds, rising.
    """

    def __init__(
        self, reviewers: Reviewers, path: str, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._reviewers = reviewers
        self._path = path
        self._wrong = _WrongKeys(clock)

    def reviewer(self, request: Request) -> str:
        """The name of who sends a request.

        Raises:
            HTTPException: 401 without a good key, 403 where another page made the browser send
                it, 429 after too many wrong keys.
        """
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return self.named_by(given.strip(), request)
        cookie = request.cookies.get(COOKIE)
        if not cookie:
            raise _unauthorized(NO_KEY)
        self.refuse_foreign(request)
        return self.named_by(cookie, request)

    def named_by(self, key: str, request: Request) -> str:
        """The name that a key belongs to; raises as ``reviewer`` does.

        A good key is always let in: nobody can guess one, and whoever shares an address with
        others (an office, a proxy) must not be able to lock them out.
        """
        name = self._reviewers.named_by(key)
        if name is not None:
            return name
        address = request.client.host if request.client else ""
        wait = self._wrong.wait_after(address)
        if wait:
            raise HTTPException(429, TOO_MANY.format(seconds=wait), {"Retry-After": str(wait)})
        raise _unauthorized(WRONG_KEY)

    def refuse_foreign(self, request: Request) -> None:
        """Refuses what a browser sends for another page, by what browsers tell about that.

        Where a browser doesn't tell the site (old ones, and addresses without TLS), the origin of
        what changes something must be this host.
        """
        reads = request.method in _READING
        site = request.headers.get("sec-fetch-site")
        if site is not None:
            is_own = site == "same-origin" or (reads and site == "none")
        else:
            is_own = reads or _is_own_origin(request)
        if not is_own:
            raise HTTPException(403, FOREIGN)

    def remember(self, response: Response, key: str, request: Request) -> None:
        """Puts the key into the cookie."""
        response.set_cookie(
            COOKIE,
            key,
            max_age=SESSION_SECONDS,
            path=self._path,
            secure=request.url.scheme == "https",
            httponly=True,
            samesite="strict",
        )

    def forget(self, response: Response, request: Request) -> None:
        """Takes the cookie away."""
        response.delete_cookie(
            COOKIE,
            path=self._path,
            secure=request.url.scheme == "https",
            httponly=True,
            samesite="strict",
        )


class _WrongKeys:
    """Counts wrong keys by address, in memory, for some thousand addresses at most."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._times: OrderedDict[str, deque[float]] = OrderedDict()

    def wait_after(self, address: str) -> int:
        """Counts one more; seconds to wait where there were too many, else 0."""
        with self._lock:
            now = self._clock()
            times = self._times.setdefault(address, deque())
            self._times.move_to_end(address)
            if len(self._times) > _ADDRESSES:
                self._times.popitem(last=False)
            while times and times[0] <= now - WINDOW_SECONDS:
                times.popleft()
            if len(times) < WRONG_KEYS:
                times.append(now)
                return 0
            return int(times[0] + WINDOW_SECONDS - now) + 1


def _is_own_origin(request: Request) -> bool:
    origin, host = request.headers.get("origin"), request.headers.get("host")
    return bool(origin and host) and urlsplit(origin).netloc.lower() == (host or "").lower()


def _unauthorized(detail: str) -> HTTPException:
    return HTTPException(401, detail, {"WWW-Authenticate": "Bearer"})
