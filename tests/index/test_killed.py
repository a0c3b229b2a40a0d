"""SIGKILL at any moment: the old version serves on, the next run finishes."""

from __future__ import annotations

import contextlib
import random
import subprocess
from pathlib import Path

import pytest

from bot.index.serving import Index
from bot.index.store import IndexIdentity, Store
from bot.index.sync import ingest
from bot.settings import Settings
from tests.index.articles import article, contents, titles, write
from tests.index.children import ingesting, wait_until_blocked
from tests.index.hashing import HashEncoder

OLD = {f"old{n}.md": article(n) for n in range(2)}
# Three blocks of passages in one source, so that a kill leaves a source half written.
NEW = {"new.md": article(50, sections=130), "more.md": article(51)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "articles", OLD)


def fresh(folder: Path, tmp_path: Path) -> dict:
    settings = Settings(db=tmp_path / "fresh", _env_file=None)
    ingest([str(folder)], settings, encoder=HashEncoder())
    return contents(settings)


def check_afterwards(folder: Path, settings: Settings, tmp_path: Path, reused: int) -> None:
    """A last run makes what a fresh ingest makes, and leaves nothing behind."""
    encoder = HashEncoder()
    report, _ = ingest([str(folder)], settings, encoder=encoder)
    wanted = fresh(folder, tmp_path)
    assert contents(settings) == wanted
    assert report.passages == sum(len(rows) - 1 for rows in wanted.values())
    assert len(encoder.encoded) == report.passages - reused
    store = Store.open(settings)
    assert len(store.versions()) <= 2
    assert store.current() in store.versions()
    leases = [c.name for c in store.client.list_collections() if "writer" in c.name]
    assert leases == []


STAGES = {
    "while reading": ["read", 1],
    "after reading": ["read", 4],
    "before the first block": ["embed", 0],
    "after what was copied": ["embed", 4],
    "between passages and their sources": ["embed", 136],
    "in the middle of a source": ["embed", 68],
    "just before the flip": ["flip", 0],
}


ON_A_SERVER = ["in the middle of a source", "just before the flip"]


@pytest.mark.parametrize(
    ("where", "stage"),
    [*(("folder", stage) for stage in STAGES), *(("server", stage) for stage in ON_A_SERVER)],
)
def test_killed_at(
    where: str, stage: str, folder: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    any_settings = request.getfixturevalue(f"{where}_settings")
    encoder = HashEncoder()
    ingest([str(folder)], any_settings, encoder=encoder)
    old, known = contents(any_settings), len(encoder.encoded)
    write(folder, NEW)
    with ingesting([folder], any_settings, block=STAGES[stage]) as child:
        wait_until_blocked(child)
    assert contents(any_settings) == old
    assert Index.open(any_settings).view().version == 1
    name, done = STAGES[stage]
    computed = {"read": known, "embed": max(known, done), "flip": None}[name]
    if computed is None:
        computed = ingest([str(folder)], any_settings, dry_run=True, encoder=encoder)[0].passages
        store = Store.open(any_settings)
        computed = store.passages(2).count()
        assert computed > known
    check_afterwards(folder, any_settings, tmp_path, reused=computed)


def test_killed_just_after_the_flip(folder: Path, any_settings: Settings, tmp_path: Path) -> None:
    ingest([str(folder)], any_settings, encoder=HashEncoder())
    write(folder, NEW)
    with ingesting([folder], any_settings, block=["flip", 1]) as child:
        wait_until_blocked(child)
    assert contents(any_settings) == fresh(folder, tmp_path)
    encoder = HashEncoder()
    report, plan = ingest([str(folder)], any_settings, encoder=encoder)
    assert not plan.changes_anything
    assert encoder.encoded == []
    assert report.unchanged == 4


def test_killed_during_the_very_first_ingest(
    folder: Path, any_settings: Settings, tmp_path: Path
) -> None:
    write(folder, NEW)
    with ingesting([folder], any_settings, block=["embed", 64]) as child:
        wait_until_blocked(child)
    assert Store.open(any_settings).current() is None
    check_afterwards(folder, any_settings, tmp_path, reused=64)


def test_killed_between_making_the_two_collections(
    folder: Path, folder_settings: Settings, tmp_path: Path
) -> None:
    encoder = HashEncoder()
    ingest([str(folder)], folder_settings, encoder=encoder)
    old = contents(folder_settings)
    store = Store.open(folder_settings)
    store.create(2, IndexIdentity.of(encoder.identity))
    store.client.delete_collection("lotse-v2-passages")
    assert contents(folder_settings) == old
    write(folder, NEW)
    check_afterwards(folder, folder_settings, tmp_path, reused=len(encoder.encoded))


def test_killed_between_making_the_pointer_and_setting_it(
    folder: Path, folder_settings: Settings, tmp_path: Path
) -> None:
    store = Store.open(folder_settings, create=True)
    store.client.create_collection("lotse", embedding_function=None)
    assert store.current() is None
    check_afterwards(folder, folder_settings, tmp_path, reused=0)


def test_killed_again_and_again_at_random_moments(
    folder: Path, folder_settings: Settings, tmp_path: Path
) -> None:
    ingest([str(folder)], folder_settings, encoder=HashEncoder())
    write(folder, NEW)
    for seed in range(4):
        before = contents(folder_settings)
        write(folder, {"more.md": article(60 + seed)})
        with ingesting([folder], folder_settings, block=["embed", 0]) as child:
            wait_until_blocked(child)
            assert child.stdin is not None
            child.stdin.write("go\n")
            child.stdin.flush()
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(timeout=random.Random(seed).uniform(0.0, 0.2))
        assert contents(folder_settings) in (before, fresh(folder, tmp_path / str(seed)))
    ingest([str(folder)], folder_settings, encoder=HashEncoder())
    assert contents(folder_settings) == fresh(folder, tmp_path)
    assert len(titles(folder_settings)) == 4
