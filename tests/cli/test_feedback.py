"""``python -m bot feedback``: printed, as JSON, as a table, and deleted."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unicodedata import category

import pytest

from bot.feedback.store import Feedback
from tests.cli.test_commands import run
from tests.feedback.test_store import ENTRY

STEERING = {"Cc", "Cf", "Zl", "Zp"}
"""Categories of characters that move the cursor, colour, ring, or turn the direction of text."""

OTHER = "1b5d6f0e-58c5-4c7e-9d57-0d3f8f1f2a11"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "feedback.sqlite3"
    Feedback(path, 9, lambda: datetime.now(UTC) - timedelta(days=3)).put(ENTRY)
    hostile = replace(
        ENTRY,
        id=OTHER,
        verdict="helpful",
        reason=None,
        comment="=HYPERLINK(1)\x1b[31m",
        question="Was\nverdient er?",
        answer="Viel [1]",
    )
    Feedback(path, 9).put(hostile)
    return path


def test_people_read_it(path: Path) -> None:
    done = run("feedback", LOTSE_FEEDBACK_DB=str(path))
    assert (done.returncode, done.stderr) == (0, "")
    assert "nicht hilfreich: veraltet" in done.stdout and ENTRY.id in done.stdout
    assert "Frage: Was verdient er?" in done.stdout and "\x1b" not in done.stdout
    assert done.stdout.endswith("Rückmeldungen: 2.\n")


def test_what_a_visitor_wrote_steers_no_terminal(tmp_path: Path) -> None:
    path = tmp_path / "feedback.sqlite3"
    hostile = "".join(
        f"{chr(code)}x" for code in range(0x110000) if category(chr(code)) in STEERING
    )
    forged = f"gut\n{ENTRY.id}\r\x1b[2J\x1b]0;neu\x07\x9b31m\u202eträwkcür\u2066"
    Feedback(path, 9).put(replace(ENTRY, comment=forged, question=hostile, answer=forged))
    done = run("feedback", LOTSE_FEEDBACK_DB=str(path))
    assert (done.returncode, done.stderr) == (0, "")
    assert {category(c) for c in done.stdout if c != "\n"}.isdisjoint(STEERING)
    # No line of it is the visitor's own: each but the first and the last tells what it is.
    lines = done.stdout.splitlines()
    assert all(line.startswith("  ") for line in lines[1:-2]) and len(lines) == 8
    # Nothing that only looks as if it were other words, in the form for machines neither.
    written = run("feedback", "--json", LOTSE_FEEDBACK_DB=str(path))
    assert json.loads(written.stdout)[0]["comment"] == forged
    assert {category(c) for c in written.stdout if c != "\n"}.isdisjoint(STEERING)


def test_machines_read_it(path: Path) -> None:
    done = run("feedback", "--json", LOTSE_FEEDBACK_DB=str(path))
    first, second = json.loads(done.stdout)
    assert first | {"at": ""} == json.loads(json.dumps(asdict(ENTRY)))
    assert second["question"] == "Was\nverdient er?"


def test_spreadsheets_read_it_and_run_nothing(path: Path) -> None:
    done = run("feedback", "--csv", LOTSE_FEEDBACK_DB=str(path))
    rows = list(csv.DictReader(io.StringIO(done.stdout.removeprefix("\ufeff")), delimiter=";"))
    assert [row["Urteil"] for row in rows] == ["nicht hilfreich", "hilfreich"]
    assert rows[1]["Anmerkung"].startswith("'=HYPERLINK")


def test_since_leaves_out_what_is_older(path: Path) -> None:
    yesterday = (datetime.now(UTC) - timedelta(days=1)).date().isoformat()
    done = run("feedback", "--json", "--since", yesterday, LOTSE_FEEDBACK_DB=str(path))
    assert [entry["id"] for entry in json.loads(done.stdout)] == [OTHER]


def test_one_is_deleted(path: Path) -> None:
    done = run("feedback", "--delete", OTHER, LOTSE_FEEDBACK_DB=str(path))
    assert (done.returncode, done.stderr) == (0, "")
    again = run("feedback", "--delete", OTHER, "--json", LOTSE_FEEDBACK_DB=str(path))
    assert again.returncode == 1 and json.loads(again.stdout) == {"id": OTHER, "deleted": False}
    assert [e.id for e in Feedback(path, 9).entries()] == [ENTRY.id]


@pytest.mark.parametrize(
    "arguments", [("--since", "gestern"), ("--json", "--csv"), ("--delete", "x", "--csv")]
)
def test_wrong_usage_is_told(path: Path, arguments: tuple[str, ...]) -> None:
    done = run("feedback", *arguments, LOTSE_FEEDBACK_DB=str(path))
    assert done.returncode == 2 and "Traceback" not in done.stderr and done.stderr


def test_a_broken_file_is_one_plain_line(tmp_path: Path) -> None:
    path = tmp_path / "feedback.sqlite3"
    path.write_bytes(b"garbage" * 99)
    done = run("feedback", LOTSE_FEEDBACK_DB=str(path))
    assert done.returncode == 1 and len(done.stderr.splitlines()) == 1
    assert "LOTSE_FEEDBACK_DB" in done.stderr


def test_without_any_there_is_nothing_to_tell(tmp_path: Path) -> None:
    path = tmp_path / "none" / "feedback.sqlite3"
    done = run("feedback", LOTSE_FEEDBACK_DB=str(path))
    assert (done.returncode, done.stdout) == (0, "Rückmeldungen: 0.\n")
    assert not path.parent.exists()
