"""The child's side of ``apart``: limits itself, then reads jobs from stdin until it ends.

A job is a line of JSON and the file's bytes after it. Two lines of JSON go back: one when the
work begins, one with the outcome.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any, BinaryIO, Final

from bot.errors import UnreadableError
from bot.reading.limits import Limits

MOST_FILES: Final = 100
MOST_RESIDENT_BYTES: Final = 200_000_000
"""A child that a file has made larger than this, or that has read so many, isn't used again."""

_GRACE_SECONDS = 5


def main() -> None:
    """Serves until stdin ends, which it does with the parent at the latest."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle.
    with os.fdopen(os.dup(1), "wb") as replies:
        os.dup2(2, 1)  # what a library prints is no reply
        _limit_memory(int(sys.argv[1]))
        for _ in range(MOST_FILES - 1):
            if not _serve(sys.stdin.buffer, replies, last=False):
                return
        _serve(sys.stdin.buffer, replies, last=True)


def _serve(jobs: BinaryIO, replies: BinaryIO, *, last: bool) -> bool:
    """One job; False where there is no other to come."""
    head = jobs.readline()
    if not head:
        return False
    job = json.loads(head)
    data = jobs.read(job["bytes"])
    limits = Limits(**job["limits"])
    module, _, name = job["function"].partition(":")
    function = getattr(importlib.import_module(module), name)
    _limit_time(limits.parse_seconds)
    _send(replies, {"begun": True})
    reply: dict[str, Any]
    try:
        reply = {"result": function(data, limits, **job["more"])}
    except UnreadableError as error:
        reply = _unreadable(error)
    except MemoryError:
        reply = {"memory": True}
    except RecursionError:
        reply = _unreadable(
            UnreadableError(
                "Der Text ist zu tief verschachtelt.", english="The text is nested too deeply."
            )
        )
    except Exception as error:
        # Parsers let anything through; its type tells enough, its words may be the file's.
        reply = _unreadable(
            UnreadableError(
                "Die Datei ist beschädigt.",
                log=f"parsing failed with {type(error).__name__}",
                english="The file is damaged.",
            )
        )
    last = last or "memory" in reply or _largest() > MOST_RESIDENT_BYTES
    _send(replies, reply | {"last": last})
    return not last


def _unreadable(error: UnreadableError) -> dict[str, Any]:
    return {"unreadable": [error.message, error.log, error.hint, error.english]}


def _send(replies: BinaryIO, reply: dict[str, Any]) -> None:
    replies.write(json.dumps(reply).encode() + b"\n")
    replies.flush()


def _limit_memory(most: int) -> None:
    """Bounds what the process may ask for, and forbids it to write a file or a core dump."""
    if sys.platform == "win32":
        return
    import resource

    for kind, bound in (
        (resource.RLIMIT_AS, most),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # macOS refuses some of them
            resource.setrlimit(kind, (bound, bound))


def _limit_time(seconds: float) -> None:
    """Ends the process by itself, should nobody be left to do so."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime + seconds) + _GRACE_SECONDS
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


def _largest() -> int:
    """The process's largest size so far, in bytes; 0 where the system doesn't tell.

    Not ``ru_maxrss``, which Linux hands down from the process that started this one.
    """
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0


if __name__ == "__main__":
    main()
