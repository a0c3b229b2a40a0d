"""Who is at the other end of a request of the recruiters' mode.

A key names the person: as ``Authorization: Bearer``, or in a cookie that scripts can't read. So
does a login at the organisation's provider, in a cookie of its own. What else a request says about
who sends it counts for nothing.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import Final, Literal, TypedDict
from urllib.parse import urlsplit

from fastapi import Request, Response

from bot.access.tokens import Signer
from bot.screening.reviewers import Reviewers
from bot.web.edge import access_texts as texts
from bot.web.edge.gate import INSIDE_COOKIE
from bot.web.edge.language import Said
from bot.web.edge.problems import Refusal

COOKIE: Final = "lotse_reviewer"
LOGIN_COOKIE: Final = "lotse_login"
SESSION_SECONDS: Final = 8 * 3600
WRONG_KEYS: Final = 10
WINDOW_SECONDS: Final = 60.0
_ADDRESSES: Final = 10_000
_AUDIENCE: Final = "reviewer"
_READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})


class _Attributes(TypedDict):
    path: str
    secure: bool
    httponly: bool
    samesite: Literal["strict"]


class Identity:
    """Names the reviewer whose key a request carries.

    Args:
        reviewers: who may act.
        path: the cookies are sent to this path and below.
        signer: of logins; None where no provider is set up.
        clock: seconds, rising.
    """

    def __init__(
        self,
        reviewers: Reviewers,
        path: str,
        signer: Signer | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._reviewers = reviewers
        self._path = path
        self._signer = signer
        self._wrong = _WrongKeys(clock)

    def reviewer(self, request: Request) -> str:
        """The name of who sends a request.

        Raises:
            Refusal: 401 without a good key, 403 where another page made the browser send
                it, 429 after too many wrong keys.
        """
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return self.named_by(given.strip(), request)
        cookie = request.cookies.get(COOKIE)
        logged_in = self._logged_in(request)
        if not cookie and logged_in is None:
            raise _unauthorized(texts.NO_KEY)
        self.refuse_foreign(request)
        return self.named_by(cookie, request) if cookie else logged_in or ""

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
            raise Refusal(429, texts.TOO_MANY_KEYS.format(seconds=wait), {"Retry-After": str(wait)})
        raise _unauthorized(texts.WRONG_KEY)

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
            raise Refusal(403, texts.FOREIGN_PAGE)

    def remember(self, response: Response, key: str, request: Request) -> None:
        """Puts the key into its cookie; a login before it is over."""
        self._keep(response, COOKIE, key, request)
        self._drop(response, LOGIN_COOKIE, request)

    def remember_login(self, response: Response, name: str, request: Request) -> None:
        """Puts a login into its cookie, signed; a session by key before it is over."""
        assert self._signer is not None
        token, _ = self._signer.sign(_AUDIENCE, name, SESSION_SECONDS)
        self._keep(response, LOGIN_COOKIE, token, request)
        self._drop(response, COOKIE, request)

    def forget(self, response: Response, request: Request) -> None:
        """Takes the cookies away."""
        for name in (COOKIE, LOGIN_COOKIE):
            self._drop(response, name, request)
        response.delete_cookie(INSIDE_COOKIE)

    def _keep(self, response: Response, name: str, value: str, request: Request) -> None:
        response.set_cookie(name, value, max_age=SESSION_SECONDS, **self._only_here(request))

    def _drop(self, response: Response, name: str, request: Request) -> None:
        response.delete_cookie(name, **self._only_here(request))

    def _only_here(self, request: Request) -> _Attributes:
        return {
            "path": self._path,
            "secure": request.url.scheme == "https",
            "httponly": True,
            "samesite": "strict",
        }

    def _logged_in(self, request: Request) -> str | None:
        token = request.cookies.get(LOGIN_COOKIE)
        if not token or self._signer is None:
            return None
        signed = self._signer.read(token, _AUDIENCE)
        return signed.subject if signed else None


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


def _unauthorized(said: Said) -> Refusal:
    return Refusal(401, said, {"WWW-Authenticate": "Bearer"})
