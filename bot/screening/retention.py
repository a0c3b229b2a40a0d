"""How long the content of screenings is kept, and that it goes when it is due."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from bot.screening.checks import ITSELF
from bot.screening.log import Entry, Log, Writer


class Retention:
    """Deletes what is due in one log. Safe to share between threads and processes.

    Args:
        log: where everything is kept.
        days: after which all content of a screening is deleted.
        now: the time, aware.
    """

    def __init__(self, log: Log, days: int, now: Callable[[], datetime]) -> None:
        self._log = log
        self._days = timedelta(days=days)
        self._now = now
        self._lock = threading.Lock()
        self._swept: datetime | None = None

    def ends(self, opened: datetime) -> str:
        """The day on which a screening opened at this time is deleted, ISO 8601."""
        return (opened + self._days).date().isoformat()

    def expire(self) -> int:
        """Deletes the content of every screening that is due; returns how many were."""
        now = self._now()
        today = now.date().isoformat()
        with self._log.writing() as log:
            due = [
                screening
                for screening, opened in living_in(log.heads()).items()
                if opened.facts["delete_on"] <= today
            ]
            for screening in due:
                forget(log, screening, ITSELF, "expired")
        self._swept = now
        return len(due)

    def sweep(self) -> None:
        """Deletes what is due, at most once a day."""
        with self._lock:
            now = self._now()
            if self._swept is None or now.date() != self._swept.date():
                self.expire()


def forget(log: Writer, screening: str, who: str, action: str) -> None:
    """Deletes the content of a screening; the log keeps who did it, by "deleted" or "expired"."""
    log.append(screening, who, action)
    log.forget(screening)


def living_in(entries: Sequence[Entry]) -> dict[str, Entry]:
    """Screenings whose content is still there, with the entry that opened them, oldest first."""
    living = {e.screening: e for e in entries if e.action == "opened"}
    for entry in entries:
        if entry.action in ("deleted", "expired"):
            living.pop(entry.screening, None)
    return living
