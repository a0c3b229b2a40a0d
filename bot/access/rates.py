"""How often: sliding windows over what visitors, addresses and portals ask for.

Counted in memory, or, where a store is configured, together with the other replicas. A store that
is down takes nothing else down: this process then counts alone, until the store answers again.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from bot.access.scopes import Cost
from bot.errors import UsageError

if TYPE_CHECKING:
    from limits import RateLimitItem
    from limits.aio.storage.base import SlidingWindowCounterSupport
    from limits.aio.strategies import SlidingWindowCounterRateLimiter

    from bot.settings import Settings

QUESTION_UNITS: Final = 10
UNITS: Final[dict[Cost, int]] = {"question": QUESTION_UNITS, "match": QUESTION_UNITS, "read": 1}
"""Limits are set in questions; reading costs a tenth of one, and a match has a limit beside."""

STORE_SECONDS: Final = 0.5
"""What a request waits for the store at most."""

AGAIN_SECONDS: Final = 5.0
"""How long a store that failed isn't asked."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Count:
    """What is counted together.

    Attributes:
        kind: "visitor", "address", "portal" or "matches".
        subject: whose requests.
        rate: how much of it may be, such as "60/minute".
        units: of which it is so many.
        spent: units that this request takes.
    """

    kind: str
    subject: str
    rate: str
    units: int
    spent: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a caller stands after a request.

    Attributes:
        limit, remaining: requests of this kind, in the whole window and still to have in it.
        reset: seconds until there is more.
        wait: seconds until this request would be let through; 0 where it is.
    """

    limit: int
    remaining: int
    reset: int
    wait: int = 0


class Rates:
    """Counts requests. Belongs to one event loop.

    Args:
        store: address of a Redis or Valkey; None counts in memory.
        salt: mixed into what the store sees of visitors and addresses.

    Raises:
        UsageError: it is no such address.
    """

    def __init__(self, store: str | None = None, salt: bytes = b"") -> None:
        if store is not None and not store.startswith(("redis://", "rediss://", "redis+unix://")):
            raise UsageError(
                "LOTSE_STORE_URL nennt keinen Redis- oder Valkey-Server.",
                hint="Die Adresse hat die Form redis://HOST:6379/0.",
            )
        self._address = store
        self._salt = hashlib.sha256(salt).digest()
        self._failed = False
        self._again = 0.0

    @classmethod
    def open(cls, settings: Settings, salt: bytes) -> Rates:
        """The configured store, or memory."""
        address = settings.store_url
        return cls(address.get_secret_value() if address else None, salt)

    async def spend(self, counts: Sequence[Count]) -> Standing | None:
        """Takes a request's units out of all counts, the first that has too few refuses.

        Where one refuses, those before it are spent all the same: who asks too much gains nothing.

        Returns:
            Where the caller stands, by the count that refused or the first; None for no counts.
        """
        if not counts:
            return None
        shared = self._shared if self._address and time.monotonic() >= self._again else None
        if shared is not None:
            try:
                async with asyncio.timeout(STORE_SECONDS):
                    standing = await self._spend(shared, counts)
            except Exception as error:
                self._fell(error)
            else:
                self._healed()
                return standing
        return await self._spend(self._own, counts)

    async def aclose(self) -> None:
        """Ends the connections to the store; another request would make new ones."""
        shared = self.__dict__.pop("_shared", None)
        if shared is not None:
            await shared.storage.bridge.storage.aclose()

    async def _spend(
        self, limiter: SlidingWindowCounterRateLimiter, counts: Sequence[Count]
    ) -> Standing:
        standing: Standing | None = None
        for count in counts:
            item, name = _item(count), self._name(count)
            let = await limiter.hit(item, count.kind, name, cost=count.spent)
            if not let or standing is None:
                standing = await _standing(limiter, item, (count.kind, name), count.spent, let)
            if not let:
                break
        assert standing is not None
        return standing

    def _name(self, count: Count) -> str:
        """A stand-in: an address or a visitor's name stays in this process."""
        digest = hashlib.blake2b(count.subject.encode(), key=self._salt, digest_size=12)
        return digest.hexdigest()

    def _fell(self, error: Exception) -> None:
        self._again = time.monotonic() + AGAIN_SECONDS
        if not self._failed:
            log.warning("rate limits: store failed, counting alone: %s", type(error).__name__)
        self._failed = True

    def _healed(self) -> None:
        if self._failed:
            log.warning("rate limits: the store answers again")
        self._failed = False

    @cached_property
    def _own(self) -> SlidingWindowCounterRateLimiter:
        from limits.aio.storage import MemoryStorage
        from limits.aio.strategies import SlidingWindowCounterRateLimiter

        return SlidingWindowCounterRateLimiter(MemoryStorage())

    @cached_property
    def _shared(self) -> SlidingWindowCounterRateLimiter:
        from limits.aio.storage import RedisStorage
        from limits.aio.strategies import SlidingWindowCounterRateLimiter
        from redis.asyncio.retry import Retry
        from redis.backoff import NoBackoff

        options = {
            "socket_timeout": STORE_SECONDS,
            "socket_connect_timeout": STORE_SECONDS,
            "retry": Retry(NoBackoff(), 1),  # a connection that the server closed is made anew
        }
        storage = RedisStorage(
            f"async+{self._address}",
            implementation="redispy",
            key_prefix="lotse",
            **options,  # type: ignore[arg-type]
        )
        return SlidingWindowCounterRateLimiter(storage)


def _item(count: Count) -> RateLimitItem:
    from limits import parse

    item = parse(count.rate)
    return type(item)(item.amount * count.units, item.multiples, namespace="rate")


async def _standing(
    limiter: SlidingWindowCounterRateLimiter,
    item: RateLimitItem,
    names: tuple[str, str],
    spent: int,
    let: bool,
) -> Standing:
    storage: SlidingWindowCounterSupport = limiter.storage  # type: ignore[assignment]
    window = item.get_expiry()
    before, before_left, now, now_left = await storage.get_sliding_window(
        item.key_for(*names), window
    )
    weighted = math.floor(before * before_left / window + now)
    return Standing(
        limit=item.amount // spent,
        remaining=max(0, item.amount - weighted) // spent if let else 0,
        reset=max(1, math.ceil(now_left - window)) if now_left > window else window,
        wait=0 if let else _wait(item.amount - spent, window, before, before_left, now, now_left),
    )


def _wait(
    most: int, window: int, before: int, before_left: float, now: int, now_left: float
) -> int:
    """Seconds until the weighted count, rounded down, has sunk to ``most``, if nothing is asked.

    What was asked in the window before counts by the share of it that the last ``window`` seconds
    still hold, and what was asked in this one does so when it is over.
    """
    rest = now_left - window if now else before_left
    if now <= most and before:
        wait = before_left - (most + 1 - now) * window / before
    else:
        wait = rest + window - (most + 1) * window / max(now, 1)
    return max(1, math.floor(wait) + 1)
