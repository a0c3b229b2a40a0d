"""The child process that parses: its limits, its end, and that it is used again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.errors import UnreadableError
from bot.reading import apart
from bot.reading.apart import Pool, ReadersBusyError
from bot.reading.limits import Limits
from tests.conftest import ROOT
from tests.patience import SECONDS

LIMITS = Limits(parse_seconds=SECONDS)
SHORT = Limits(parse_seconds=0.3)
JOBS = "tests.reading.apart_jobs:"

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells and limits it")
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")


@pytest.fixture
def pool() -> Iterator[Pool]:
    made = Pool(1)
    yield made
    made.close()


def is_running(number: int) -> bool:
    """Whether there is such a process, and not only its exit status that nobody has read."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    try:
        return ") Z" not in Path(f"/proc/{number}/stat").read_text(encoding="utf-8")
    except OSError:
        return sys.platform != "linux"


def gone(number: int) -> None:
    """Waits until there is no such process."""
    patience = threading.Event()
    for _ in range(SECONDS * 20):
        if not is_running(number):
            return
        patience.wait(0.05)
    raise AssertionError(f"process {number} is still there")


def test_bytes_and_limits_go_in_and_json_comes_back(pool: Pool) -> None:
    data = "Grüße".encode() * 400_000
    words, pages, said = pool.call(f"{JOBS}echo", data, LIMITS, said="ja")
    assert (words.encode(), pages, said) == (data, LIMITS.max_pages, "ja")


def test_a_child_is_used_again_and_is_another_process(pool: Pool) -> None:
    first, second = (pool.call(f"{JOBS}who", b"", LIMITS) for _ in range(2))
    assert first == second != os.getpid()


def test_what_takes_too_long_is_killed(pool: Pool) -> None:
    before = pool.call(f"{JOBS}who", b"", LIMITS)
    with pytest.raises(UnreadableError, match="dauert zu lange"):
        pool.call(f"{JOBS}forever", b"", SHORT)
    assert not is_running(before)
    assert pool.call(f"{JOBS}who", b"", LIMITS) != before


@on_linux
def test_what_needs_too_much_memory_is_refused(pool: Pool) -> None:
    assert pool.call(f"{JOBS}greedy", b"10000000", LIMITS) == 10_000_000
    with pytest.raises(UnreadableError, match="zu viel Speicher"):
        pool.call(f"{JOBS}greedy", b"600000000", LIMITS)
    more = Limits(parse_seconds=SECONDS, parse_memory_bytes=1_500_000_000)
    assert pool.call(f"{JOBS}greedy", b"600000000", more) == 600_000_000


def test_a_large_parent_makes_no_large_child(pool: Pool) -> None:
    held = bytearray(os.urandom(1)) * 300_000_000
    first, second = (pool.call(f"{JOBS}who", b"", LIMITS) for _ in range(2))
    assert first == second and held


@on_linux
def test_a_child_that_has_grown_is_not_used_again(pool: Pool) -> None:
    before = pool.call(f"{JOBS}who", b"", LIMITS)
    pool.call(f"{JOBS}large", b"250000000", LIMITS)
    assert pool.call(f"{JOBS}who", b"", LIMITS) != before


def test_a_child_that_breaks_costs_its_file_alone(pool: Pool) -> None:
    with pytest.raises(UnreadableError, match="beschädigt"):
        pool.call(f"{JOBS}broken", b"", LIMITS)
    assert pool.call(f"{JOBS}echo", b"a", LIMITS)[0] == "a"


def test_one_that_died_idle_is_replaced(pool: Pool) -> None:
    before = pool.call(f"{JOBS}who", b"", LIMITS)
    child = pool._idle[0]
    child._process.kill()
    child._process.wait()
    assert pool.call(f"{JOBS}who", b"", LIMITS) != before


def test_errors_come_back_as_they_are_and_others_without_their_words(pool: Pool) -> None:
    with pytest.raises(UnreadableError) as told:
        pool.call(f"{JOBS}unreadable", b"", LIMITS)
    assert (told.value.message, told.value.log, told.value.hint) == (
        "Unlesbar.",
        "unreadable",
        "Neu speichern.",
    )
    with pytest.raises(UnreadableError) as told:
        pool.call(f"{JOBS}mistaken", b"", LIMITS)
    assert "words" not in f"{told.value} {told.value.log}" and "KeyError" in told.value.log
    with pytest.raises(UnreadableError, match="tief"):
        pool.call(f"{JOBS}deep", b"", LIMITS)


def test_what_a_library_prints_is_no_reply(pool: Pool) -> None:
    assert pool.call(f"{JOBS}chatty", b"", LIMITS) == "returned"


@on_posix
def test_a_child_writes_no_file(pool: Pool, tmp_path: Path) -> None:
    file = tmp_path / "kept.txt"
    assert pool.call(f"{JOBS}writes", str(file).encode(), LIMITS) == "OSError"
    assert not file.exists() or not file.read_bytes()


def test_no_setting_of_the_server_is_in_its_environment(
    pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOTSE_MODEL_KEY", "secret")
    assert not [n for n in pool.call(f"{JOBS}environment", b"", LIMITS) if "LOTSE" in n]


def test_more_callers_wait_and_too_many_are_told(
    pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "MOST_WAITING", 1)
    long = Limits(parse_seconds=SECONDS)
    of_others = set(_children_of_this_process())
    with ThreadPoolExecutor(3) as threads:
        at_work = threads.submit(pool.call, f"{JOBS}forever", b"", long)
        while pool._slots._value:
            threading.Event().wait(0.01)
        waits = threads.submit(pool.call, f"{JOBS}echo", b"a", long)
        while not pool._waiting:
            threading.Event().wait(0.01)
        with pytest.raises(ReadersBusyError, match="viele Dokumente"):
            pool.call(f"{JOBS}echo", b"b", long)
        monkeypatch.setattr(apart, "MOST_WAITING", 8)
        with pytest.raises(ReadersBusyError):  # it waits for its own time at most
            pool.call(f"{JOBS}echo", b"c", SHORT)
        while not (own := set(_children_of_this_process()) - of_others):
            threading.Event().wait(0.01)
        os.kill(own.pop(), 9)
        with pytest.raises(UnreadableError):
            at_work.result(SECONDS)
        assert waits.result(SECONDS)[0] == "a"


def _children_of_this_process() -> list[int]:
    made = []
    for task in Path("/proc/self/task").iterdir():
        for number in (task / "children").read_text().split():
            if b"apart_child" in Path(f"/proc/{number}/cmdline").read_bytes():
                made.append(int(number))
    return made


def test_idle_children_leave(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "IDLE_SECONDS", 0.05)
    number = pool.call(f"{JOBS}who", b"", LIMITS)
    gone(number)
    assert pool._idle == []


def test_closing_ends_them(pool: Pool) -> None:
    number = pool.call(f"{JOBS}who", b"", LIMITS)
    pool.close()
    assert not is_running(number)


@on_posix
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_no_child_outlives_its_parent(number: signal.Signals) -> None:
    program = (
        "import time; from bot.reading import apart; from bot.reading.limits import Limits;"
        f"print(apart.call('{JOBS}who', b'', Limits()), flush=True); time.sleep({SECONDS})"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert is_running(child)
        parent.send_signal(number)
    gone(child)
