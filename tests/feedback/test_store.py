"""What is kept of feedback, for how long, and what happens where it can't be."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.feedback import store
from bot.feedback.entry import Entry
from bot.feedback.store import Feedback, FeedbackUnavailableError
from bot.settings import load_settings
from tests.conftest import ROOT

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
ENTRY = Entry(
    id="0b5d6f0e-58c5-4c7e-9d57-0d3f8f1f2a11",
    at="",
    verdict="unhelpful",
    reason="outdated",
    comment="Größe „falsch“",
    status="answered",
    intent="salary",
    answerer="extractive",
    index_version=3,
    language="de",
    sources=("a", "b"),
    passages=("a-1",),
    question=None,
    answer=None,
)


class Clock:
    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "feedback.sqlite3"


@pytest.fixture
def kept(path: Path, clock: Clock) -> Feedback:
    return Feedback(path, 30, clock)


def test_an_entry_is_read_back_with_the_time_of_its_keeping(kept: Feedback) -> None:
    assert kept.put(ENTRY)
    assert kept.entries() == [replace(ENTRY, at="2026-11-22T12:00:00+00:00")]


def test_the_same_id_replaces(kept: Feedback, clock: Clock) -> None:
    kept.put(ENTRY)
    clock.at += timedelta(minutes=1)
    changed = replace(ENTRY, verdict="helpful", reason=None, comment="")
    assert not kept.put(changed)
    assert kept.entries() == [replace(changed, at="2026-11-22T12:01:00+00:00")]


def test_an_entry_is_taken_back(kept: Feedback, path: Path) -> None:
    assert not kept.delete(ENTRY.id)
    assert not path.exists()
    kept.put(replace(ENTRY, comment="Zitronenfalter"))
    assert kept.delete(ENTRY.id) and not kept.delete(ENTRY.id)
    assert kept.entries() == []
    assert all(b"Zitronenfalter" not in file.read_bytes() for file in path.parent.iterdir())


def test_only_its_owner_reads_the_file(kept: Feedback, path: Path) -> None:
    kept.put(ENTRY)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with kept._opened() as db:  # SQLite's own files beside it, while they are there
        db.execute("DELETE FROM feedback WHERE id = 'x'")
        for file in path.parent.iterdir():
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file


def test_entries_since_a_time(kept: Feedback, clock: Clock) -> None:
    kept.put(ENTRY)
    clock.at += timedelta(days=1)
    later = replace(ENTRY, id="1b5d6f0e-58c5-4c7e-9d57-0d3f8f1f2a11")
    kept.put(later)
    assert [e.id for e in kept.entries("2026-11-23")] == [later.id]
    assert len(kept.entries("2026-11-22T12:00:00+00:00")) == 2


@pytest.mark.parametrize("doing", ["put", "entries", "expire"])
def test_what_is_past_its_time_is_deleted(kept: Feedback, clock: Clock, doing: str) -> None:
    kept.put(ENTRY)
    clock.at += timedelta(days=30, seconds=1)
    other = replace(ENTRY, id="1b5d6f0e-58c5-4c7e-9d57-0d3f8f1f2a11")
    {"put": lambda: kept.put(other), "entries": kept.entries, "expire": kept.expire}[doing]()
    with kept._opened() as db:
        assert ENTRY.id not in {row["id"] for row in db.execute("SELECT id FROM feedback")}


def test_an_entry_stays_to_its_last_day(kept: Feedback, clock: Clock) -> None:
    kept.put(ENTRY)
    clock.at += timedelta(days=30)
    assert kept.expire() == 0 and len(kept.entries()) == 1


def test_a_server_deletes_what_is_due_when_it_starts(path: Path) -> None:
    long_ago = Feedback(path, 3650, lambda: NOON - timedelta(days=400))
    long_ago.put(ENTRY)
    settings = load_settings(feedback_db=path, feedback_days=30)
    assert Feedback.of(settings) is not None
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM feedback").fetchone() == (0,)
    db.close()


@pytest.mark.parametrize("content", [b"garbage " * 400, b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_broken_file_is_told_and_left_alone(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    kept = Feedback.of(load_settings(feedback_db=path))  # starts all the same
    for call in (lambda: kept.put(ENTRY), kept.entries, lambda: kept.delete(ENTRY.id)):
        with pytest.raises(FeedbackUnavailableError, match="LOTSE_FEEDBACK_DB"):
            call()
    assert path.read_bytes() == content


def test_a_file_of_something_else_is_left_alone(path: Path, kept: Feedback) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE feedback (other TEXT)")
    db.close()
    with pytest.raises(FeedbackUnavailableError):
        kept.put(ENTRY)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FeedbackUnavailableError):
        Feedback(tmp_path / "file" / "feedback.sqlite3", 30).put(ENTRY)


def test_a_locked_file_is_told(kept: Feedback, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.put(ENTRY)
    monkeypatch.setattr(store, "WAIT_SECONDS", 0.1)
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(FeedbackUnavailableError):
            kept.put(ENTRY)
    finally:
        db.rollback()
        db.close()
    assert not kept.put(ENTRY)


def test_nobody_fills_the_disk(kept: Feedback, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.put(ENTRY)
    monkeypatch.setattr(store, "MOST_ENTRIES", 1)
    with pytest.raises(FeedbackUnavailableError):
        kept.put(replace(ENTRY, id="1b5d6f0e-58c5-4c7e-9d57-0d3f8f1f2a11"))
    assert not kept.put(ENTRY)


_WRITER = """
import sys
from pathlib import Path
from dataclasses import replace
from tests.feedback.test_store import ENTRY
from bot.feedback.store import Feedback
kept = Feedback(Path(sys.argv[1]), 30)
for number in range(6):
    kept.put(replace(ENTRY, id=f"{sys.argv[2]}-{number}"))
"""


def test_threads_and_processes_write_side_by_side(path: Path) -> None:
    kept = Feedback(path, 30)

    def write(name: str) -> None:
        for number in range(6):
            kept.put(replace(ENTRY, id=f"{name}-{number}"))

    others = [
        subprocess.Popen([sys.executable, "-c", _WRITER, str(path), f"p{n}"], cwd=ROOT)
        for n in range(2)
    ]
    threads = [threading.Thread(target=write, args=(f"t{n}",)) for n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [other.wait(120) for other in others] == [0, 0]
    assert len(kept.entries()) == 24
