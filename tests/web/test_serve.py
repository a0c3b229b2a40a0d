"""The process itself: how it starts, says that it is there, refuses, and ends."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.index.sync import default_paths, ingest
from bot.settings import load_settings
from bot.web.service import bring_up_to_date

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "app.py", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_prints_its_address_when_it_answers_and_ends_quietly(
    database: Path, launch: Any, number: int
) -> None:
    server = launch(database)
    assert server.first_line == f"Karrierelotse antwortet auf {server.url}\n"
    assert httpx.get(f"{server.url}/readyz").json()["encoder_warm"]
    loaded = Path(f"/proc/{server.process.pid}/maps")
    if loaded.exists():
        assert "libtorch" not in loaded.read_text()
    assert server.stop(number) == (0, "")


def test_a_port_in_use_is_one_plain_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("--port", str(port), "--db", str(tmp_path / "index"))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert str(port) in done.stderr and "--port" in done.stderr
    assert not (tmp_path / "index").exists()


def test_an_impossible_folder_is_one_plain_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = run("--port", "0", "--db", str(tmp_path / "file" / "index"))
    assert done.returncode != 0 and "Traceback" not in done.stderr

    done = run("--port", "7999", "--db", str(tmp_path / "file" / "index"))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1 and "Fehler: " in done.stderr


def test_wrong_usage_is_status_2() -> None:
    assert run("--gibt-es-nicht").returncode == 2
    assert run("--port", "99999999").returncode == 2


def test_an_index_of_other_articles_stays_without_the_corpus(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "baecker.md").write_text("# Bäcker\n\nBäcker backen Brot und Brötchen.\n")
    settings = load_settings(db=tmp_path / "index")
    ingest([str(articles)], settings)
    assert bring_up_to_date(settings) == ()
    report, _ = ingest([], settings)
    assert report.sources == 1


def test_a_missing_index_is_made_and_a_present_one_left_alone(tmp_path: Path) -> None:
    settings = load_settings(db=tmp_path / "index")
    assert "auf dem neuesten Stand" in bring_up_to_date(settings)[0]
    report, plan = ingest(default_paths(), settings, dry_run=True)
    assert report.sources >= 5 and not plan.changes_anything
    assert bring_up_to_date(settings) == ()


def test_a_stale_index_is_renewed(database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "index"
    shutil.copytree(database, copy)
    settings = load_settings(db=copy, encoder_query_prompt="anders: ")
    assert "auf dem neuesten Stand" in bring_up_to_date(settings)[0]
    assert bring_up_to_date(settings) == ()
