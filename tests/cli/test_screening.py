"""``python -m bot screening``: reviewers' keys, and the log as its keeper sees it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.index.encoder import load_encoder
from bot.index.serving import Index
from bot.matching.session import Desk
from bot.screening import Document, ScreeningReport, Screenings, report_bytes
from bot.screening.reviewers import Reviewers
from bot.settings import Settings, load_settings
from tests.cli.test_commands import run
from tests.cli.test_match import one_plain_line

CV = b"Kenntnisse\nKommunikationsstark, Mirabellenkunde\n"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {
        "LOTSE_SCREENING": "1",
        "LOTSE_SCREENING_DB": str(tmp_path / "log.sqlite3"),
        "LOTSE_SCREENING_REVIEWERS": str(tmp_path / "reviewers.json"),
    }


Make = Callable[..., ScreeningReport]


@pytest.fixture(scope="module")
def desk(corpus_settings: Settings) -> Desk:
    return Desk(Index.open(corpus_settings), load_encoder(corpus_settings))


@pytest.fixture
def make(desk: Desk, tmp_path: Path) -> Make:
    """Screenings that are kept for two days, each with one review."""

    def make(days_ago: int) -> ScreeningReport:
        settings = load_settings(
            screening=True, screening_db=tmp_path / "log.sqlite3", screening_retention_days=2
        )
        then = datetime.now(UTC) - timedelta(days=days_ago)
        screenings = Screenings.open(settings, lambda: then)
        role, matcher = desk.matcher("Key Account Manager")
        report = screenings.start(matcher, role, [Document(CV, "x.txt")], "Ada Krüger").report
        (one,) = report.candidates
        line = one.lines[0]
        screenings.review(report.id, one.code, line.requirement, "Ada Krüger", line.found)
        return report

    return make


@pytest.fixture
def kept(make: Make) -> ScreeningReport:
    return make(days_ago=1)


def test_a_key_is_shown_once_and_revoked(environment: dict[str, str], tmp_path: Path) -> None:
    done = run("screening", "reviewers", "add", "Ada Krüger", **environment)
    assert done.returncode == 0 and "nur dieses eine Mal" in done.stderr
    key = done.stdout.strip()
    serving = Reviewers(tmp_path / "reviewers.json")
    assert serving.named_by(key) == "Ada Krüger"
    listed = run("screening", "reviewers", "list", **environment)
    assert "Ada Krüger" in listed.stdout and key not in listed.stdout
    gone = run("screening", "reviewers", "revoke", "Ada Krüger", **environment)
    assert gone.returncode == 0
    assert serving.named_by(key) is None
    found = json.loads(run("screening", "reviewers", "list", "--json", **environment).stdout)
    assert [(one["name"], bool(one["revoked"])) for one in found] == [("Ada Krüger", True)]
    assert "key" not in str(found[0])


def test_a_person_who_is_there_is_one_plain_line(environment: dict[str, str]) -> None:
    run("screening", "reviewers", "add", "Ada Krüger", **environment)
    one_plain_line(run("screening", "reviewers", "add", "Ada Krüger", **environment), 1)
    one_plain_line(run("screening", "reviewers", "revoke", "Bo Lang", **environment), 1)


def test_a_report_is_rebuilt(environment: dict[str, str], kept: ScreeningReport) -> None:
    now = run("screening", "rebuild", kept.id, **environment)
    assert now.returncode == 0
    assert json.loads(now.stdout)["open_lines"] == kept.open_lines - 1
    then = run("screening", "rebuild", kept.id, "--state", str(kept.state), **environment)
    assert then.stdout.encode() == report_bytes(kept) + b"\n"
    one_plain_line(run("screening", "rebuild", "nothing", **environment), 1)


def test_history_tells_who_did_what(environment: dict[str, str], kept: ScreeningReport) -> None:
    told = run("screening", "history", kept.id, **environment).stdout
    assert "Ada Krüger" in told and "opened" in told and "confirmed" in told
    assert "Mirabellenkunde" not in told
    entries = json.loads(run("screening", "history", kept.id, "--json", **environment).stdout)
    assert [e["action"] for e in entries] == ["opened", "read", "viewed", "confirmed"]


def test_a_changed_log_is_told(
    environment: dict[str, str], kept: ScreeningReport, tmp_path: Path
) -> None:
    assert run("screening", "verify", **environment).returncode == 0
    with sqlite3.connect(tmp_path / "log.sqlite3") as db:
        db.execute("DROP TRIGGER log_stays")
        db.execute("UPDATE log SET who = 'Eve' WHERE seq = 2")
    db.close()
    assert "ab Eintrag 2" in one_plain_line(run("screening", "verify", **environment), 1)


def test_what_is_due_goes_though_the_mode_is_off(
    environment: dict[str, str], make: Make, tmp_path: Path
) -> None:
    del environment["LOTSE_SCREENING"]
    kept, due = make(days_ago=1), make(days_ago=3)
    assert json.loads(run("screening", "expire", "--json", **environment).stdout) == {"deleted": 1}
    environment["LOTSE_SCREENING"] = "1"
    one_plain_line(run("screening", "rebuild", due.id, **environment), 1)
    assert run("screening", "rebuild", kept.id, **environment).returncode == 0


def test_off_shows_nothing(environment: dict[str, str], kept: ScreeningReport) -> None:
    del environment["LOTSE_SCREENING"]
    for task in ("rebuild", "history"):
        told = one_plain_line(run("screening", task, kept.id, **environment), 1)
        assert "nicht eingeschaltet" in told


def test_no_log_is_made_by_looking_for_one(environment: dict[str, str], tmp_path: Path) -> None:
    for task in ("verify", "expire"):
        one_plain_line(run("screening", task, **environment), 1)
    assert list(tmp_path.iterdir()) == []


def test_wrong_usage_is_status_2(environment: dict[str, str]) -> None:
    for wrong in ("", "reviewers", "reviewers add", "rebuild", "rebuild x --state y"):
        assert run("screening", *wrong.split(), **environment).returncode == 2
