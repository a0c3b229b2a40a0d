"""Questions and conversations from files: untrusted JSON, named by line where it is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.errors import UsageError

if TYPE_CHECKING:
    from bot.domain import Message


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One question of a batch; ``id`` is whatever JSON value the file has."""

    id: Any
    question: str
    history: tuple[Message, ...]


def read_batch(path: Path) -> Iterator[BatchRow]:
    """The questions of a file, one a line; empty lines are skipped.

    Raises:
        UsageError: the file can't be read, or a line isn't what the contract asks for.
    """
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            history = _messages(row.get("history") or [])
            yield BatchRow(row.get("id"), _text(row["question"]), history)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UsageError(
                f"{path}, Zeile {number}: erwartet wird ein JSON-Objekt mit „question“ und "
                "höchstens „id“ und „history“."
            ) from error


def read_history(path: Path) -> tuple[Message, ...]:
    """Messages from a JSON file: a list, or an object with "history".

    Raises:
        UsageError: the file can't be read, or holds something else.
    """
    text = "\n".join(_lines(path))
    try:
        value = json.loads(text)
        return _messages(value["history"] if isinstance(value, dict) else value)
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"{path} ist kein Gesprächsverlauf: erwartet wird eine JSON-Liste aus Objekten mit "
            "„role“ und „content“."
        ) from error


def _messages(rows: Sequence[Any]) -> tuple[Message, ...]:
    from bot.domain import Message

    made = []
    for row in rows:
        if row["role"] not in ("user", "assistant"):
            raise ValueError(f"unknown role {row['role']!r}")
        made.append(Message(row["role"], _text(row["content"])))
    return tuple(made)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected text, got {type(value).__name__}")
    return value


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "keine UTF-8-Textdatei"
        raise UsageError(f"{path} lässt sich nicht lesen: {reason}.") from error
