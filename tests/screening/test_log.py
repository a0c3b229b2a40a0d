"""The log keeps what was written, shows what was changed, and forgets what it must."""

from __future__ import annotations

import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from bot.screening.errors import ScreeningError, TamperedError
from bot.screening.log import Log


@pytest.fixture
def log(path, clock):
    log = Log(path, clock)
    with log.writing() as writer:
        writer.append("s1", "Ada", "opened", facts={"role": "x"}, content={"secret": "Zitrone"})
        writer.append("s1", "Ada", "read", code="A2B", content={"text": "Apfelsine"})
        writer.append("s1", "Ada", "read", code="C3D", content={"text": "Mirabelle"})
        writer.append("s2", "Bo", "opened", facts={}, content={"secret": "Quitte"})
        writer.append("s1", "Ada", "viewed")
    return log


def _write(path: Path, *statements: str) -> None:
    db = sqlite3.connect(path)
    try:
        for statement in statements:
            db.execute(statement)
        db.commit()
    finally:
        db.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log SET who = 'Eve' WHERE seq = 1",
        "DELETE FROM log WHERE seq = 5",
        "DELETE FROM log",
        "INSERT OR REPLACE INTO log SELECT seq, screening, at, 'Eve', action, code, facts, "
        "commitment, chain FROM log WHERE seq = 2",
        "INSERT INTO log SELECT 9, screening, at, who, action, code, facts, commitment, chain "
        "FROM log WHERE seq = 1",
        "UPDATE content SET body = '{}' WHERE seq = 1",
        "UPDATE OR REPLACE content SET seq = 3 WHERE seq = 2",
        "DELETE FROM content WHERE seq = 2",
        "INSERT OR REPLACE INTO content VALUES (2, 'n', '{}')",
        "INSERT INTO content VALUES (7, 'n', '{}')",
        "REPLACE INTO content VALUES (2, 'n', '{}')",
    ],
)
def test_what_is_written_stays(log, path, statement):
    before = log.entries()
    with pytest.raises(sqlite3.IntegrityError):
        _write(path, statement)
    assert log.entries() == before
    log.verify()


def test_content_goes_only_after_its_tombstone(log):
    with pytest.raises(ScreeningError), log.writing() as writer:
        writer.forget("s1", "A2B")
    with pytest.raises(ScreeningError), log.writing() as writer:
        writer.append("s1", "Ada", "application_deleted", code="C3D")
        writer.forget("s1", "A2B")
    with pytest.raises(ScreeningError), log.writing() as writer:
        writer.append("s2", "Ada", "deleted")
        writer.forget("s1")
    assert len(log.entries()) == 5 and all(e.content for e in log.entries()[:4])


def test_a_tombstone_has_no_content_and_the_chain_still_holds(log, path):
    with log.writing() as writer:
        writer.append("s1", "Ada", "application_deleted", code="A2B")
        writer.forget("s1", "A2B")
    entries = log.entries()
    assert [e.content is None for e in entries] == [False, True, False, False, True, True]
    assert b"Apfelsine" not in path.read_bytes() and b"Mirabelle" in path.read_bytes()
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    log.verify()


def _triggers(path: Path) -> list[str]:
    db = sqlite3.connect(path)
    try:
        rows = db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    finally:
        db.close()
    return [f"DROP TRIGGER {name}" for (name,) in rows]


@pytest.mark.parametrize(
    ("statement", "entry"),
    [
        ("UPDATE log SET who = 'Eve' WHERE seq = 3", 3),
        ("UPDATE log SET at = '2020-01-01' WHERE seq = 1", 1),
        ('UPDATE log SET facts = \'{"role":"y"}\' WHERE seq = 1', 1),
        ("UPDATE log SET commitment = NULL WHERE seq = 2", 2),
        ("DELETE FROM log WHERE seq = 4", 4),
        ('UPDATE content SET body = \'{"text":"Birne"}\' WHERE seq = 2', 2),
        ("DELETE FROM content WHERE seq = 2", 2),
        ("INSERT INTO content VALUES (9, 'n', '{}')", 9),
        ("UPDATE log SET screening = 's2' WHERE seq = 5", 5),
    ],
)
def test_tampering_shows(log, path, statement, entry):
    log.verify()
    _write(path, *_triggers(path), statement)
    with pytest.raises(TamperedError, match=f"ab Eintrag {entry} "):
        log.verify()


@pytest.mark.parametrize(
    ("statement", "entry"),
    [
        ("UPDATE log SET who = 'Eve' WHERE seq = 3", 3),
        ('UPDATE content SET body = \'{"text":"Birne"}\' WHERE seq = 2', 2),
        ("DELETE FROM content WHERE seq = 2", 2),
        ("DELETE FROM log WHERE seq = 3", 3),
        ("DELETE FROM log WHERE seq = 4", 5),
    ],
)
def test_what_is_read_is_checked(log, path, statement, entry):
    assert [e.number for e in log.entries("s1")] == [1, 2, 3, 5]
    _write(path, *_triggers(path), statement)
    with pytest.raises(TamperedError, match=f"ab Eintrag {entry} "):
        log.entries("s1")
    with pytest.raises(TamperedError), log.writing() as writer:
        writer.entries("s1")


def test_heads_tell_what_was_done_without_what_was_read(log):
    told = [(e.number, e.action, e.content is None) for e in log.heads()]
    assert told == [(1, "opened", False), (2, "read", True), (3, "read", True),
                    (4, "opened", False), (5, "viewed", True)]  # fmt: skip


def test_a_failure_in_between_writes_nothing(log):
    with pytest.raises(RuntimeError), log.writing() as writer:
        writer.append("s3", "Ada", "opened")
        raise RuntimeError
    assert len(log.entries()) == 5


def test_the_file_is_its_owners_alone(log, path):
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_many_write_at_once(log, path, clock):
    def write(name: str) -> None:
        for _ in range(8):
            with Log(path, clock).writing() as writer:
                writer.append("s1", name, "viewed")

    threads = [threading.Thread(target=write, args=[f"P{n}"]) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [e.number for e in log.entries()] == list(range(1, 38))
    log.verify()


@pytest.mark.parametrize("data", [b"nothing like a database, but long enough to be one" * 20])
def test_another_file_is_refused(path, clock, data):
    path.parent.mkdir()
    path.write_bytes(data)
    with pytest.raises(ScreeningError, match="LOTSE_SCREENING_DB"):
        Log(path, clock)
    assert path.read_bytes() == data


def test_another_database_is_refused(path, clock):
    path.parent.mkdir()
    _write(path, "CREATE TABLE other (x)")
    with pytest.raises(ScreeningError, match="nicht von dieser Fassung"):
        Log(path, clock)


def test_a_folder_that_cannot_be_written(tmp_path, clock):
    (tmp_path / "file").write_text("x")
    with pytest.raises(ScreeningError, match="Rechte"):
        Log(tmp_path / "file" / "log.sqlite3", clock)
