"""Who asks too often waits as long as is said; replicas count together; a store may fail."""

from __future__ import annotations

import asyncio
import logging
import shutil
import subprocess
import time
from collections.abc import Iterator

import pytest

from bot.access import rates
from bot.access.callers import Access, Caller
from bot.access.portals import Portals
from bot.access.rates import Count, Rates
from bot.access.tokens import Signer
from bot.errors import UsageError
from bot.evaluation.ports import free_port
from tests.apart import run_apart

SERVER = shutil.which("redis-server") or shutil.which("valkey-server")
LIMITS = {"visitor": "2/day", "address": "3/day", "portal": "6/day", "matches": "1/day"}


class Store:
    """A real Redis, which may be stopped and started again."""

    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        assert SERVER is not None
        self.process = subprocess.Popen(
            [SERVER, "--port", str(self.port), "--save", "", "--bind", "127.0.0.1"],
            stdout=subprocess.PIPE,
        )
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if b"Ready to accept" in line:
                return
        pytest.fail("the store didn't start")

    def stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None


@pytest.fixture
def store() -> Iterator[Store]:
    if SERVER is None:
        pytest.skip("no redis-server on this machine")
    made = Store()
    made.start()
    yield made
    made.stop()


def access(tmp_path, store=None, **limits) -> Access:
    portals = Portals(tmp_path / "portals.json")
    return Access(portals, Signer(b"x" * 32), Rates(store), True, False, (), LIMITS | limits)


async def let(one: Access, caller: Caller, cost: str, most: int = 100) -> int:
    """How many requests get through."""
    for count in range(most):
        standing = await one.spend(caller, cost)
        if standing.wait:
            return count
    return most


def test_each_has_a_window_of_their_own(tmp_path):
    async def ask():
        one = access(tmp_path)
        ada, bo = Caller("192.0.2.1"), Caller("192.0.2.2")
        assert await let(one, ada, "question") == 3
        assert await let(one, bo, "question") == 3
        # Of two visitors behind one address each has a window; their portal has one, too.
        v1 = Caller("192.0.2.1", "A", "v1", ("ask",), is_token=True)
        v2 = Caller("192.0.2.1", "A", "v2", ("ask",), is_token=True)
        assert await let(one, v1, "question") == 2
        assert await let(one, v2, "question") == 2
        server = Caller("192.0.2.1", "A", None, ("ask",))
        assert await let(one, server, "question") == 2
        other = Caller("192.0.2.1", "B", "v1", ("ask",), is_token=True)
        assert await let(one, other, "question") == 2

    run_apart(ask())


def test_reading_costs_less_and_profiles_have_a_limit_beside(tmp_path):
    async def ask():
        one = access(tmp_path)
        assert await let(one, Caller("192.0.2.1"), "read") == 30
        assert await let(one, Caller("192.0.2.2"), "match") == 1
        assert await let(one, Caller("192.0.2.2"), "question") == 2
        # A portal's own systems are held to the portal's limit alone.
        assert await let(one, Caller("192.0.2.1", "A", None, ("match",)), "match") == 6

    run_apart(ask())


def test_one_household_of_ipv6_is_one_address(tmp_path):
    async def ask():
        one = access(tmp_path)
        assert await let(one, Caller("2001:db8:0:1::1"), "question") == 3
        assert await let(one, Caller("2001:db8:0:1:ffff::9"), "question") == 0
        assert await let(one, Caller("2001:db8:0:2::1"), "question") == 3
        assert await let(one, Caller("ein Name"), "question") == 3

    run_apart(ask())


def test_who_waits_as_long_as_was_said_is_let_in(tmp_path):
    async def ask():
        one = access(tmp_path, address="3/second")
        caller = Caller("192.0.2.1")
        for _ in range(2):
            while not (standing := await one.spend(caller, "question")).wait:
                pass
            assert 1 <= standing.wait <= 2
            await asyncio.sleep(standing.wait)
            assert (await one.spend(caller, "question")).wait == 0

    run_apart(ask())


@pytest.mark.parametrize(
    ("before", "now", "gone"),
    [(20, 0, 0.0), (20, 10, 10.0), (10, 16, 30.0), (5, 16, 59.0), (0, 16, 0.0), (0, 20, 40.0)],
)
def test_the_wait_is_when_the_window_has_room(before, now, gone):
    """Held against the window's own rule, second by second."""
    window, limit, spent = 60, 20, 5

    def weighted(after: float) -> float:
        past = gone + after
        if past < window:
            return int(before * (window - past) / window) + now
        return int(now * max(0.0, 2 * window - past) / window)

    assert weighted(0) + spent > limit
    found = rates._wait(limit - spent, window, before, window - gone, now, 2 * window - gone)
    first = next(second for second in range(1, 200) if weighted(second) + spent <= limit)
    assert found == first


def test_replicas_count_together_and_the_store_sees_no_address(tmp_path, store):
    async def ask():
        first, second = access(tmp_path, store.url), access(tmp_path, store.url)
        caller = Caller("192.0.2.1", "A", "ada@portal.example", ("ask",), is_token=True)
        assert await let(first, caller, "question", 1) == 1
        assert await let(second, caller, "question") == 1
        assert await let(first, caller, "question") == 0
        import redis.asyncio

        client = redis.asyncio.Redis.from_url(store.url)
        keys = await client.keys("*")
        assert keys and not any(b"192" in key or b"ada" in key for key in keys)
        assert all([await client.ttl(key) > 0 for key in keys])
        await client.aclose()
        await first.rates.aclose()
        await second.rates.aclose()

    run_apart(ask())


def test_a_store_that_is_down_takes_nothing_down_and_heals(tmp_path, store, monkeypatch, caplog):
    monkeypatch.setattr(rates, "AGAIN_SECONDS", 0.2)

    async def ask():
        one = access(tmp_path, store.url)
        caller = Caller("192.0.2.1")
        assert await let(one, caller, "question", 2) == 2
        store.stop()
        assert await let(one, caller, "question") == 3  # this process counts alone
        assert await let(one, Caller("192.0.2.2"), "question") == 3
        store.start()
        until = time.monotonic() + 60
        while "answers again" not in caplog.text and time.monotonic() < until:
            await asyncio.sleep(0.1)
            await one.spend(Caller("192.0.2.3"), "read")
        await one.rates.aclose()

    with caplog.at_level(logging.WARNING):
        run_apart(ask())
    said = [record.getMessage() for record in caplog.records if record.name == rates.__name__]
    assert len(said) == 2 and "counting alone" in said[0] and "answers again" in said[1]
    assert "127.0.0.1" not in caplog.text


def test_a_store_that_hangs_holds_nobody_up_for_long(tmp_path, store):
    import signal

    async def ask():
        one = access(tmp_path, store.url)
        assert await let(one, Caller("192.0.2.1"), "question", 1) == 1
        store.process.send_signal(signal.SIGSTOP)
        try:
            async with asyncio.timeout(60):
                assert await let(one, Caller("192.0.2.1"), "question") == 3
        finally:
            store.process.send_signal(signal.SIGCONT)
            await one.rates.aclose()

    run_apart(ask())


def test_another_address_is_no_store():
    with pytest.raises(UsageError, match="LOTSE_STORE_URL"):
        Rates("http://127.0.0.1")


def test_nothing_counted_stands_nowhere():
    assert run_apart(Rates().spend([])) is None
    assert run_apart(Rates().spend([Count("address", "a", "1/day", 1, 1)])).remaining == 0
