"""What the tests have a child do."""

from __future__ import annotations

import os
import time
from pathlib import Path

from bot.errors import UnreadableError
from bot.reading.limits import Limits


def echo(data: bytes, limits: Limits, said: str = "") -> list[object]:
    return [data.decode(), limits.max_pages, said]


def who(data: bytes, limits: Limits) -> int:
    return os.getpid()


def forever(data: bytes, limits: Limits) -> None:
    while True:
        time.sleep(0.05)


def greedy(data: bytes, limits: Limits) -> int:
    return len(bytearray(int(data)))


def large(data: bytes, limits: Limits) -> int:
    """Takes memory, and gives it back."""
    return greedy(data, limits)


def broken(data: bytes, limits: Limits) -> None:
    os.abort()


def chatty(data: bytes, limits: Limits) -> str:
    os.write(1, b'{"result": "printed"}\n')
    return "returned"


def writes(data: bytes, limits: Limits) -> str:
    try:
        Path(data.decode()).write_text("something", encoding="utf-8")
    except OSError as error:
        return type(error).__name__
    return "written"


def environment(data: bytes, limits: Limits) -> list[str]:
    return sorted(os.environ)


def unreadable(data: bytes, limits: Limits) -> None:
    raise UnreadableError("Unlesbar.", log="unreadable", hint="Neu speichern.")


def mistaken(data: bytes, limits: Limits) -> None:
    raise KeyError("words of the file")


def deep(data: bytes, limits: Limits) -> None:
    deep(data, limits)
