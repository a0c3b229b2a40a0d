"""How the log's entries hold together: each by the one before it, content by a commitment."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from bot.screening.report import canonical

START = "0" * 64
"""The chain's value before the first entry."""


class Gone:
    """Which content has a tombstone after it."""

    def __init__(self, rows: Iterable[sqlite3.Row]) -> None:
        self._stones: dict[tuple[str, str | None], int] = {}
        for row in rows:
            if row["action"] in ("deleted", "expired"):
                self._stones[row["screening"], None] = row["seq"]
            elif row["action"] == "application_deleted":
                self._stones[row["screening"], row["code"]] = row["seq"]

    def explains(self, row: sqlite3.Row) -> bool:
        """Whether an entry's content was deleted by a later one."""
        which = {(row["screening"], None), (row["screening"], row["code"])}
        return any(self._stones.get(key, 0) > row["seq"] for key in which)


def is_right(before: str, row: sqlite3.Row, gone: Gone) -> bool:
    """Whether an entry is as it was written, given the chain's value before it."""
    if row["chain"] != chained(before, row):
        return False
    if row["body"] is None:
        return row["commitment"] is None or gone.explains(row)
    return bool(commitment(row["nonce"], row["body"]) == row["commitment"])


_CHAINED = ("seq", "screening", "at", "who", "action", "code", "facts", "commitment")


def chained(before: str, row: Mapping[str, Any] | sqlite3.Row) -> str:
    """The chain's value at an entry, given the one before it."""
    return hashlib.sha256(canonical([before, *(row[name] for name in _CHAINED)])).hexdigest()


def commitment(nonce: str, body: str) -> str:
    """Tells content that is shown later from any other, and nothing about it while it isn't."""
    return hashlib.sha256(f"{nonce}\n{body}".encode()).hexdigest()
