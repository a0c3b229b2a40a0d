"""Strangers' files are parsed in a process of their own, with an end to its time and memory.

A parser can be made to loop, to unpack gigabytes or to crash by a file written for that. In a
child process that costs the file, and nothing else: the child is killed, the server goes on. A
child is used again, because starting one costs more than reading a CV; it is ended when it is
idle, has grown or has read enough. It runs ``apart_child`` in a plain interpreter, so it works
the same on every system and from any thread; where the system has no limit on memory, the limit
on time alone holds.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bot.errors import LotseError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bot.reading.limits import Limits

MOST_CHILDREN: Final = 2
MOST_WAITING: Final = 8
"""Callers that may wait for a child; each holds a thread of the server."""

IDLE_SECONDS: Final = 300.0
START_SECONDS: Final = 60.0
MOST_REPLY_BYTES: Final = 20_000_000

_KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP", "LANG", "LC_ALL")
_ROOT = Path(__file__).resolve().parents[2]
_SMALLER = "Speichern Sie den Inhalt als einfaches PDF oder als Textdatei und versuchen Sie es neu."
_SAVE_SMALLER = "Save the content as a plain PDF or a text file and try again."


class ReadersBusyError(LotseError):
    """All children are at work, and enough others wait already."""

    retry_seconds = 60

    def __init__(self) -> None:
        super().__init__(
            "Gerade werden viele Dokumente gelesen.",
            log="all children for parsing are busy",
            hint="Versuchen Sie es in einer Minute noch einmal.",
            english="Many documents are being read just now. Please try again in a minute.",
        )


class Pool:
    """Children that parse; safe between threads.

    Args:
        most: children at the same time.
    """

    def __init__(self, most: int = MOST_CHILDREN) -> None:
        self._slots = threading.BoundedSemaphore(most)
        self._lock = threading.Lock()
        self._idle: list[_Child] = []
        self._waiting = 0

    def call(self, function: str, data: bytes, limits: Limits, **more: str) -> Any:  # noqa: ANN401 - JSON
        """What ``function(data, limits, **more)`` returns, run in a child.

        Args:
            function: "package.module:name"; it returns what JSON can hold.
            data: the file's bytes; they go through a pipe, never through a file.
            limits: of time and memory too.
            more: what else the function takes.

        Raises:
            UnreadableError: as the function; or it took too long, too much memory, or the
                child broke.
            ReadersBusyError: no child was free in time.
        """
        with self._slot(limits.parse_seconds):
            child = self._taken(limits.parse_memory_bytes)
            try:
                reply = child.ask({"function": function, "more": more}, data, limits)
            except BaseException:
                child.end()
                raise
            if reply.get("last"):
                child.end()
            else:
                self._give_back(child)
        return _result(reply)

    def close(self) -> None:
        """Ends the idle children; those at work end with their file."""
        with self._lock:
            idle, self._idle = self._idle, []
        for child in idle:
            child.end()

    @contextlib.contextmanager
    def _slot(self, seconds: float) -> Iterator[None]:
        if not self._slots.acquire(blocking=False):
            with self._lock:
                if self._waiting >= MOST_WAITING:
                    raise ReadersBusyError
                self._waiting += 1
            try:
                if not self._slots.acquire(timeout=seconds):
                    raise ReadersBusyError
            finally:
                with self._lock:
                    self._waiting -= 1
        try:
            yield
        finally:
            self._slots.release()

    def _taken(self, memory: int) -> _Child:
        """An idle child with that limit of memory, or a new one."""
        while True:
            with self._lock:
                child = self._idle.pop() if self._idle else None
            if child is None:
                try:
                    return _Child(memory)
                except OSError as error:  # the system has no room for another process
                    raise ReadersBusyError from error
            if child.is_alive and child.memory == memory:
                child.stay()
                return child
            child.end()

    def _give_back(self, child: _Child) -> None:
        with self._lock:
            self._idle.append(child)
        child.leave_after(IDLE_SECONDS, self._retire)

    def _retire(self, child: _Child) -> None:
        with self._lock:
            if child not in self._idle:
                return  # taken in the same moment
            self._idle.remove(child)
        child.end()


class _Child:
    """One process; asked by one thread at a time."""

    def __init__(self, memory: int) -> None:
        self.memory = memory
        self._leaving: threading.Timer | None = None
        self._overdue = threading.Event()
        kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot.reading.apart_child", str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # Libraries' complaints may hold words of the file.
            stderr=subprocess.DEVNULL,
            # No key or address of the server's environment is there to be read.
            env={**kept, "PYTHONPATH": str(_ROOT), "PYTHONIOENCODING": "utf-8"},
        )

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, job: Mapping[str, Any], data: bytes, limits: Limits) -> dict[str, Any]:
        """The child's reply.

        Raises:
            UnreadableError: the time is over, or the child ended.
        """
        own = {name: getattr(limits, name) for name in limits.__slots__}
        head = json.dumps({**job, "limits": own, "bytes": len(data)}).encode()
        assert self._process.stdin is not None
        try:
            with self._at_most(START_SECONDS):
                self._process.stdin.write(head + b"\n" + data)
                self._process.stdin.flush()
                self._reply()  # it has what it needs, from here on the file's own time counts
            with self._at_most(limits.parse_seconds):
                return self._reply()
        except (OSError, EOFError, ValueError) as error:
            raise self._broken() from error

    def _reply(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline(MOST_REPLY_BYTES)
        if not line.endswith(b"\n"):
            raise EOFError("the child's reply isn't whole")
        reply: dict[str, Any] = json.loads(line)
        return reply

    @contextlib.contextmanager
    def _at_most(self, seconds: float) -> Iterator[None]:
        """Kills the process after that time; whoever reads from it then meets the end."""
        clock = threading.Timer(seconds, self._kill)
        clock.daemon = True
        clock.start()
        try:
            yield
        finally:
            clock.cancel()

    def _kill(self) -> None:
        self._overdue.set()
        self._process.kill()

    def _broken(self) -> UnreadableError:
        self.end()
        status = self._process.returncode
        if self._overdue.is_set():
            return UnreadableError(
                "Das Lesen der Datei dauert zu lange.",
                log="parsing took too long",
                hint=_SMALLER,
                english=f"Reading the file takes too long. {_SAVE_SMALLER}",
            )
        return UnreadableError(
            "Die Datei ist beschädigt und kann nicht gelesen werden.",
            log=f"the parsing child ended with status {status}",
            hint=_SMALLER,
            english=f"The file is damaged and cannot be read. {_SAVE_SMALLER}",
        )

    def leave_after(self, seconds: float, leave: Callable[[_Child], None]) -> None:
        self._leaving = threading.Timer(seconds, leave, (self,))
        self._leaving.daemon = True
        self._leaving.start()

    def stay(self) -> None:
        if self._leaving is not None:
            self._leaving.cancel()

    def end(self) -> None:
        """Ends the process and gives its handles back; does no harm a second time."""
        self.stay()
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


def _result(reply: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON
    if "result" in reply:
        return reply["result"]
    if reply.get("memory"):
        raise UnreadableError(
            "Das Lesen der Datei braucht zu viel Speicher.",
            log="parsing took too much memory",
            hint=_SMALLER,
            english=f"Reading the file takes too much memory. {_SAVE_SMALLER}",
        )
    message, log, hint, english = reply["unreadable"]
    raise UnreadableError(message, log=log, hint=hint, english=english)


_pool = Pool()
call = _pool.call
close = _pool.close
atexit.register(close)
