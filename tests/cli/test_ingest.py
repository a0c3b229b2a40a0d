"""``python ingest.py`` as a user runs it: the real encoder, processes, terminals."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from bot.knowledge.esco.notice import NOTICE
from bot.settings import load_settings
from tests.conftest import ROOT
from tests.index.articles import article, write
from tests.knowledge.esco.export import write_export

KEYS = ["added", "updated", "removed", "unchanged", "failed", "sources", "passages", "seconds"]


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "ingest.py", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        timeout=300,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "articles", {"a.md": article(1), "b.md": article(2)})


def test_json_has_exactly_the_keys_of_the_contract(folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "index"
    done = run(folder, "--json", "--db", db)
    assert (done.returncode, done.stderr) == (0, "")
    report = json.loads(done.stdout)
    assert list(report) == KEYS
    assert [report[key] for key in KEYS[:6]] == [2, 0, 0, 0, [], 2]
    assert all(type(report[key]) is int for key in KEYS if key not in ("failed", "seconds"))
    assert report["passages"] == 4

    write(folder, {"bad.md": "", "b.md": article(3), "c.md": article(4)})
    (folder / "a.md").unlink()
    done = run(folder, "--json", "--db", db)
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert [report[key] for key in KEYS[:4]] == [1, 1, 1, 0]
    (failure,) = report["failed"]
    assert list(failure) == ["path", "reason"]
    assert failure["path"] == str(folder / "bad.md")
    assert done.stderr == f"Nicht eingelesen: {failure['path']}: {failure['reason']}\n"


def test_for_people_it_says_what_changed(folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "index"
    planned = run(folder, "--dry-run", "--db", db)
    assert (planned.returncode, planned.stderr) == (0, "")
    assert "Geplant: 2 neu" in planned.stdout
    assert str(folder / "a.md") in planned.stdout
    assert not db.exists()
    done = run(folder, "--db", db)
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 neu, 0 geändert, 0 entfernt, 0 unverändert" in done.stdout
    (folder / "a.md").rename(folder / "z.md")
    done = run(folder, "--db", db)
    assert "umbenannt" in done.stdout
    assert f"(bisher {folder / 'a.md'})" in done.stdout
    for path in folder.iterdir():
        path.unlink()
    refused = run(folder, "--db", db)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith("Fehler: Nach diesem Lauf wäre der Index leer")
    assert refused.stderr.count("\n") == 1
    planned = run(folder, "--dry-run", "--db", db)
    assert planned.returncode == 1
    assert "leer" in planned.stderr


@pytest.mark.parametrize(
    ("arguments", "environment", "status", "says"),
    [
        (["/does/not/exist"], {}, 1, "nicht vorhanden"),
        (["--unknown"], {}, 2, "--unknown"),
        (["--esco", "x"], {}, 2, "ESCO"),
        ([], {"LOTSE_CHROMA_URL": "ftp://x"}, 2, "LOTSE_CHROMA_URL"),
        ([], {"LOTSE_CHROMA_URL": "http://127.0.0.1:1"}, 1, "antwortet nicht"),
        ([], {"LOTSE_MAX_FILE_MEGABYTES": "-1"}, 2, "LOTSE_MAX_FILE_MEGABYTES"),
        (["--db", "/dev/null/x"], {}, 1, "kein Index anlegen"),
    ],
)
def test_failures_are_plain_lines_with_a_status(
    arguments: list[str], environment: dict[str, str], status: int, says: str, tmp_path: Path
) -> None:
    done = run(*arguments, **{"LOTSE_DB": str(tmp_path / "index"), **environment})
    assert done.returncode == status
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    if status == 1:
        assert done.stderr.count("\n") == 1


def on_a_terminal(*arguments: str | Path) -> str:
    """What a terminal shows while standard output goes elsewhere."""
    leader, follower = pty.openpty()
    termios.tcsetwinsize(follower, (24, 80))
    process = subprocess.Popen(
        [sys.executable, "ingest.py", *map(str, arguments)],
        stdout=subprocess.DEVNULL,
        stderr=follower,
        cwd=ROOT,
    )
    os.close(follower)
    shown = b""
    try:
        while chunk := os.read(leader, 4096):
            shown += chunk
    except OSError:  # how Linux says that the other end is closed
        pass
    finally:
        os.close(leader)
        assert process.wait(timeout=300) == 0
    return shown.decode()


def test_a_terminal_shows_progress(folder: Path, tmp_path: Path) -> None:
    shown = on_a_terminal(folder, "--db", tmp_path / "index")
    assert "Lesen" in shown
    assert "Einbetten: 100%" in shown
    assert "4/4" in shown
    assert on_a_terminal(folder, "--db", tmp_path / "index").count("Einbetten") == 0


def test_a_classification_is_made_ready_for_titles_and_matches(
    folder: Path, tmp_path: Path
) -> None:
    cache, db = tmp_path / "cache", tmp_path / "index"
    cache.mkdir()
    (cache / "encoder").symlink_to(load_settings().cache_folder / "encoder")
    export = write_export(tmp_path / "esco")
    done = run(folder, "--db", db, "--esco", export, LOTSE_CACHE=str(cache))
    assert (done.returncode, done.stderr) == (0, "")
    kept = sorted(path for path in cache.rglob("*.np?") if "encoder" not in path.parts)
    assert len(list((cache / "titles").iterdir())) == 1
    kinds = {path.name.split("-")[0] for path in (cache / "matching").iterdir()}
    assert kinds == {"roles", "labels", "keys"}
    times = [path.stat().st_ino for path in kept]

    assert run(folder, "--db", db, "--esco", export, LOTSE_CACHE=str(cache)).returncode == 0
    assert sorted(p for p in cache.rglob("*.np?") if "encoder" not in p.parts) == kept
    assert [path.stat().st_ino for path in kept] == times

    command = [sys.executable, "-m", "bot", "role", "Lampenwart", "--db", str(db)]
    environment = {**os.environ, "LOTSE_CACHE": str(cache)}
    told = subprocess.run(
        command, capture_output=True, text=True, cwd=ROOT, env=environment, timeout=300, check=True
    )
    assert told.stdout.startswith("Laternenputzer (laternenputzer)")
    assert NOTICE in told.stdout
