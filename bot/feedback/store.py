"""Judgements in SQLite. Threads and processes share the file; each call opens and closes it.

What is past its time is deleted at the start of a server and with every writing.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from bot.errors import LotseError
from bot.feedback.entry import Entry

if TYPE_CHECKING:
    from bot.settings import Settings

WAIT_SECONDS = 5.0
"""How long a call waits for others that write."""

MOST_ENTRIES = 200_000
"""More are no feedback: whoever sends so many wants to fill the disk."""

_VERSION = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS feedback (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  verdict TEXT NOT NULL,
  reason TEXT,
  comment TEXT NOT NULL,
  status TEXT NOT NULL,
  intent TEXT NOT NULL,
  answerer TEXT NOT NULL,
  index_version INTEGER,
  language TEXT NOT NULL,
  sources TEXT NOT NULL,
  passages TEXT NOT NULL,
  question TEXT,
  answer TEXT
) STRICT
"""
_INDEX = "CREATE INDEX IF NOT EXISTS feedback_at ON feedback (at)"
_COLUMNS = tuple(Entry.__dataclass_fields__)
_LISTS = ("sources", "passages")

log = logging.getLogger(__name__)


class FeedbackUnavailableError(LotseError):
    """The file can't be read or written now."""


class Feedback:
    """The judgements of one file.

    Args:
        path: made with its folder at the first writing, readable by its owner alone.
        days: after which an entry is deleted.
        now: the time, aware.
    """

    def __init__(
        self, path: Path, days: int, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self.path = path
        self._days = days
        self._now = now

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """The one of ``LOTSE_FEEDBACK_DB``, without what is past its time.

        A file that can't be used is told in the log and ends nothing: visitors are told when
        they send something.
        """
        made = cls(settings.feedback_db.expanduser(), settings.feedback_days)
        try:
            made.expire()
        except FeedbackUnavailableError as error:
            log.warning("%s", error.log)
        return made

    def put(self, entry: Entry) -> bool:
        """Keeps an entry, in place of the one with its id; its time is now.

        Returns:
            Whether it is a new one.

        Raises:
            FeedbackUnavailableError: it can't be kept now.
        """
        kept = asdict(replace(entry, at=self._now().isoformat(timespec="seconds")))
        row = {k: json.dumps(v) if k in _LISTS else v for k, v in kept.items()}
        with self._opened() as db:
            self._expire(db)
            known = db.execute("SELECT 1 FROM feedback WHERE id = ?", (entry.id,)).fetchone()
            count = db.execute("SELECT count(*) FROM feedback").fetchone()[0]
            if not known and count >= MOST_ENTRIES:
                raise FeedbackUnavailableError(
                    "Es werden keine weiteren Rückmeldungen angenommen.",
                    log=f"feedback: {count} entries are kept, no more are taken",
                )
            places = ", ".join(f":{name}" for name in _COLUMNS)
            db.execute(f"INSERT OR REPLACE INTO feedback VALUES ({places})", row)
        return known is None

    def delete(self, identity: str) -> bool:
        """Deletes an entry; says whether there was one.

        Raises:
            FeedbackUnavailableError: it can't be deleted now.
        """
        if not self.path.exists():
            return False
        with self._opened() as db:
            done = db.execute("DELETE FROM feedback WHERE id = ?", (identity,)).rowcount
        return done > 0

    def entries(self, since: str | None = None) -> list[Entry]:
        """What is kept, oldest first.

        Args:
            since: ISO date or time (UTC) of the first that is wanted.

        Raises:
            FeedbackUnavailableError: it can't be read now.
        """
        if not self.path.exists():
            return []
        with self._opened() as db:
            self._expire(db)
            rows = db.execute(
                "SELECT * FROM feedback WHERE at >= ? ORDER BY at, id", (since or "",)
            ).fetchall()
        return [_entry(row) for row in rows]

    def expire(self) -> int:
        """Deletes what is past its time; returns how many.

        Raises:
            FeedbackUnavailableError: it can't be deleted now.
        """
        if not self.path.exists():
            return 0
        with self._opened() as db:
            return self._expire(db)

    def _expire(self, db: sqlite3.Connection) -> int:
        first = (self._now() - timedelta(days=self._days)).isoformat(timespec="seconds")
        return db.execute("DELETE FROM feedback WHERE at < ?", (first,)).rowcount

    @contextlib.contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is done, or nothing."""
        with _plain_errors(self.path):
            _make(self.path)
            db = sqlite3.connect(self.path, timeout=WAIT_SECONDS, isolation_level=None)
            with contextlib.closing(db):
                db.row_factory = sqlite3.Row
                db.execute("PRAGMA secure_delete = ON")
                db.execute("PRAGMA journal_mode = WAL")
                db.execute("BEGIN IMMEDIATE")
                try:
                    _prepare(db)
                    yield db
                except BaseException:
                    db.rollback()
                    raise
                db.commit()


def _make(path: Path) -> None:
    """The file with its rights before anything is in it; SQLite's other files take them over."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _prepare(db: sqlite3.Connection) -> None:
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version == _VERSION:
        return
    if version or db.execute("SELECT 1 FROM sqlite_schema").fetchone():
        raise sqlite3.DatabaseError("not a file of this product's feedback, or of another version")
    db.execute(_SCHEMA)
    db.execute(_INDEX)
    db.execute(f"PRAGMA user_version = {_VERSION}")


def _entry(row: sqlite3.Row) -> Entry:
    kept: dict[str, Any] = {
        name: tuple(json.loads(row[name])) if name in _LISTS else row[name] for name in _COLUMNS
    }
    return Entry(**kept)


@contextlib.contextmanager
def _plain_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise FeedbackUnavailableError(
            "Die Rückmeldungen können nicht gelesen oder geschrieben werden.",
            log=f"feedback in {path}: {error}",
            hint="Bitte prüfen Sie LOTSE_FEEDBACK_DB und die Rechte an der Datei.",
        ) from error
