"""The append-only log in SQLite, from which every report is made.

Entries form a hash chain: each holds SHA-256 over the one before it and all of itself, and for
its content a commitment, SHA-256 over a random nonce and the content. So a change shows, and
content that was deleted leaves nothing to guess it by, while the chain still holds. Whoever
can write the file could compute a whole new chain: exports carry the chain's value, so that even
this shows beside one of them.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.screening.chain import START, Gone, chained, commitment, is_right
from bot.screening.errors import LogUnavailableError, ScreeningError, TamperedError
from bot.screening.report import canonical
from bot.screening.schema import SCHEMA, SCHEMA_VERSION

_WAIT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done.

    Attributes:
        number: from 1, over all screenings.
        screening: id of the screening it belongs to.
        at: UTC, ISO 8601.
        who: the name that was given; "Karrierelotse" for what it does by itself.
        action: "opened", "read", "refused", "viewed", "confirmed", "corrected", "exported",
            "application_exported", "application_deleted", "deleted" or "expired".
        code: of the application it is about.
        facts: plain JSON without anything about an applicant.
        content: plain JSON; None where there is none or it was deleted.
        chain: hexadecimal SHA-256.
    """

    number: int
    screening: str
    at: str
    who: str
    action: str
    code: str | None
    facts: Mapping[str, Any]
    content: Mapping[str, Any] | None
    chain: str


class Log:
    """A log in one file. Each call opens and closes it; many processes may use the same file.

    Args:
        path: the file; made with its folder where missing, readable by its owner alone.
        now: the time, aware.
    """

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self._path = path
        self._now = now
        with _plain_errors():
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        with self._connected() as db, _transaction(db):
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if version == 0 and not db.execute("SELECT 1 FROM sqlite_schema").fetchone():
                for statement in _statements(SCHEMA):
                    db.execute(statement)
                db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            elif version != SCHEMA_VERSION:
                raise ScreeningError(
                    "Die Datei des Auswahlprotokolls stammt nicht von dieser Fassung.",
                    hint="Bitte prüfen Sie LOTSE_SCREENING_DB.",
                )

    @contextlib.contextmanager
    def writing(self) -> Iterator[Writer]:
        """One transaction: all of it is written, or nothing; nobody else writes meanwhile."""
        with self._connected() as db, _transaction(db):
            yield Writer(db, self._now())

    def entries(self, screening: str | None = None) -> list[Entry]:
        """The entries in order, of one screening or of all.

        Raises:
            TamperedError: one of them isn't as it was written, or one is gone.
        """
        with self._connected() as db:
            return _entries(db, screening)

    def heads(self) -> list[Entry]:
        """All entries in order, as if none but "opened" had content: who did what and when."""
        with self._connected() as db:
            return _heads(db)

    def verify(self) -> None:
        """Checks the chain and the content of every entry.

        Raises:
            TamperedError: something isn't as it was written.
        """
        with self._connected() as db:
            rows = db.execute(
                "SELECT log.*, nonce, body FROM log LEFT JOIN content USING (seq) ORDER BY seq"
            ).fetchall()
            orphan = db.execute(
                "SELECT min(seq) FROM content WHERE seq NOT IN (SELECT seq FROM log)"
            ).fetchone()[0]
        chain, gone = START, Gone(rows)
        for number, row in enumerate(rows, 1):
            if row["seq"] != number or not is_right(chain, row, gone):
                raise _tampered(number)
            chain = row["chain"]
        if orphan is not None:
            raise _tampered(orphan)

    @contextlib.contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        with _plain_errors():
            db = sqlite3.connect(self._path, timeout=_WAIT_SECONDS, isolation_level=None)
            with contextlib.closing(db):
                db.row_factory = sqlite3.Row
                # What is deleted is overwritten, and no second file keeps a copy of it.
                db.execute("PRAGMA secure_delete = ON")
                db.execute("PRAGMA journal_mode = DELETE")
                db.execute("PRAGMA recursive_triggers = ON")
                yield db


class Writer:
    """What may be done inside one transaction. Made by ``Log.writing``."""

    def __init__(self, db: sqlite3.Connection, now: datetime) -> None:
        self._db = db
        self.now = now

    def entries(self, screening: str | None = None) -> list[Entry]:
        """As ``Log.entries``, with what this transaction has written."""
        return _entries(self._db, screening)

    def heads(self) -> list[Entry]:
        """As ``Log.heads``."""
        return _heads(self._db)

    def append(
        self,
        screening: str,
        who: str,
        action: str,
        *,
        code: str | None = None,
        facts: Mapping[str, Any] | None = None,
        content: Mapping[str, Any] | None = None,
    ) -> Entry:
        """Writes one entry at the end; returns it."""
        last = self._db.execute("SELECT seq, chain FROM log ORDER BY seq DESC LIMIT 1").fetchone()
        number, before = (last["seq"] + 1, last["chain"]) if last else (1, START)
        body = canonical(content).decode() if content is not None else None
        nonce = secrets.token_hex(16)
        row: dict[str, Any] = {
            "seq": number,
            "screening": screening,
            "at": self.now.isoformat(timespec="seconds"),
            "who": who,
            "action": action,
            "code": code,
            "facts": canonical(dict(facts or {})).decode(),
            "commitment": None if body is None else commitment(nonce, body),
        }
        row["chain"] = chained(before, row)
        self._db.execute(
            "INSERT INTO log VALUES (:seq, :screening, :at, :who, :action, :code, :facts, "
            ":commitment, :chain)",
            row,
        )
        if body is not None:
            self._db.execute("INSERT INTO content VALUES (?, ?, ?)", (number, nonce, body))
        return _entry({**row, "body": body})

    def forget(self, screening: str, code: str | None = None) -> None:
        """Deletes the content of a screening or of one application, after its tombstone."""
        which = "screening = ?" + ("" if code is None else " AND code = ?")
        self._db.execute(
            f"DELETE FROM content WHERE seq IN (SELECT seq FROM log WHERE {which})",
            (screening,) if code is None else (screening, code),
        )


def _tampered(number: int) -> TamperedError:
    return TamperedError(
        f"Das Auswahlprotokoll wurde ab Eintrag {number} verändert.",
        log=f"the screening log was changed at entry {number}",
        english=f"The screening log was changed from entry {number} on.",
        hint="Bitte verwenden Sie die letzte unversehrte Sicherung.",
    )


def _entries(db: sqlite3.Connection, screening: str | None) -> list[Entry]:
    rows = db.execute(
        "SELECT log.*, nonce, body, coalesce(before.chain, ?2) AS before FROM log "
        "LEFT JOIN content USING (seq) LEFT JOIN log AS before ON before.seq = log.seq - 1 "
        "WHERE ?1 IS NULL OR log.screening = ?1 ORDER BY log.seq",
        (screening, START),
    ).fetchall()
    gone = Gone(rows)
    for row in rows:
        if not is_right(row["before"], row, gone):
            raise _tampered(row["seq"])
    count, last = db.execute("SELECT count(*), coalesce(max(seq), 0) FROM log").fetchone()
    if count != last:
        raise _tampered(_first_gap(db))
    return [_entry(row) for row in rows]


def _first_gap(db: sqlite3.Connection) -> int:
    rows = db.execute("SELECT seq FROM log ORDER BY seq")
    return next((n for n, row in enumerate(rows, 1) if row["seq"] != n), 1)


def _heads(db: sqlite3.Connection) -> list[Entry]:
    rows = db.execute(
        "SELECT log.*, body FROM log LEFT JOIN content "
        "ON content.seq = log.seq AND action = 'opened' ORDER BY log.seq"
    )
    return [_entry(row) for row in rows]


def _entry(row: sqlite3.Row | Mapping[str, Any]) -> Entry:
    return Entry(
        row["seq"],
        row["screening"],
        row["at"],
        row["who"],
        row["action"],
        row["code"],
        json.loads(row["facts"]),
        None if row["body"] is None else json.loads(row["body"]),
        row["chain"],
    )


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: ``executescript`` would end the transaction."""
    part = ""
    for line in script.splitlines(keepends=True):
        part += line
        if sqlite3.complete_statement(part):
            yield part
            part = ""


@contextlib.contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.rollback()
        raise
    db.commit()


@contextlib.contextmanager
def _plain_errors() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise LogUnavailableError(
            "Das Auswahlprotokoll kann nicht gelesen oder geschrieben werden.",
            log=f"screening log: {error}",
            english="The screening log cannot be read or written.",
            hint="Bitte prüfen Sie LOTSE_SCREENING_DB und die Rechte an der Datei.",
        ) from error
