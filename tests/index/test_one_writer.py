"""Two who want to write the same index."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.errors import IndexBusyError
from bot.index.lease import EXPIRES_AFTER_SECONDS, LEASE, Lease
from bot.index.store import Store
from bot.index.sync import ingest
from bot.settings import Settings
from tests.index.articles import article, contents, titles, write
from tests.index.children import ingesting, outcome, wait_until_blocked
from tests.index.hashing import HashEncoder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "articles", {f"a{n}.md": article(n) for n in range(3)})


def test_a_second_writer_is_refused_and_the_first_unharmed(
    folder: Path, any_settings: Settings, encoder: HashEncoder
) -> None:
    with ingesting([folder], any_settings, block=["embed", 0]) as first:
        wait_until_blocked(first)
        with pytest.raises(IndexBusyError, match="schreibt gerade") as refused:
            ingest([str(folder)], any_settings, encoder=encoder)
        assert refused.value.hint
        done = outcome(first)
    assert done["report"]["added"] == 3
    assert ingest([str(folder)], any_settings, encoder=encoder)[0].unchanged == 3


def test_two_that_start_at_once_on_an_index_that_is_not_there_yet(
    folder: Path, any_settings: Settings
) -> None:
    for _ in range(2):
        with (
            ingesting([folder], any_settings) as one,
            ingesting([folder], any_settings) as other,
        ):
            results = [outcome(one), outcome(other)]
        errors = [r["error"] for r in results if "error" in r]
        assert errors in ([], ["IndexBusyError"])
        assert titles(any_settings) == [f"Artikel Nummer {n}" for n in range(3)]
        contents(any_settings)


def test_a_reader_is_not_kept_out_by_a_writer(
    folder: Path, any_settings: Settings, encoder: HashEncoder
) -> None:
    ingest([str(folder)], any_settings, encoder=encoder)
    before = contents(any_settings)
    write(folder, {"b.md": article(9)})
    with ingesting([folder], any_settings, block=["flip", 0]) as first:
        wait_until_blocked(first)
        assert contents(any_settings) == before
        dry, _ = ingest([str(folder)], any_settings, dry_run=True, encoder=encoder)
        assert dry.added == 1


def held(settings: Settings, **changes: object) -> None:
    """A lease as another writer would have left it."""
    store = Store.open(settings)
    client = store.client
    about = {"host": "other", "machine": "other", "pid": os.getpid()}
    about |= {"seen": client.heartbeat() / 1e9, **changes}
    client.create_collection(LEASE, metadata=about, embedding_function=None)


def test_a_fresh_lease_of_another_machine_is_respected(
    folder: Path, server_settings: Settings, encoder: HashEncoder
) -> None:
    held(server_settings)
    with pytest.raises(IndexBusyError, match="other"):
        ingest([str(folder)], server_settings, encoder=encoder)
    assert Store.open(server_settings).versions() == []


def test_an_expired_lease_is_taken_over(
    folder: Path, server_settings: Settings, encoder: HashEncoder
) -> None:
    store = Store.open(server_settings)
    now = store.client.heartbeat() / 1e9
    held(server_settings, seen=now - EXPIRES_AFTER_SECONDS - 1)
    assert ingest([str(folder)], server_settings, encoder=encoder)[0].added == 3


def test_the_lease_of_a_dead_process_is_taken_over_at_once(
    folder: Path, server_settings: Settings, encoder: HashEncoder
) -> None:
    with ingesting([folder], server_settings, block=["embed", 0]) as killed:
        wait_until_blocked(killed)
    store = Store.open(server_settings)
    client = store.client
    assert LEASE in [c.name for c in client.list_collections()]
    assert ingest([str(folder)], server_settings, encoder=encoder)[0].added == 3
    assert [c.name for c in client.list_collections() if LEASE in c.name] == []


def test_a_lease_shows_that_its_holder_lives(server_settings: Settings) -> None:
    store = Store.open(server_settings)

    def seen() -> float:
        held_now = store.client.get_collection(LEASE, embedding_function=None)
        return float((held_now.metadata or {})["seen"])

    with Lease(store.client, store.place, beat_seconds=0.02) as lease:
        first = seen()
        deadline = time.monotonic() + 60
        while seen() == first:
            assert time.monotonic() < deadline
        lease.check()
    assert [c.name for c in store.client.list_collections()] == []


def test_a_writer_that_was_taken_over_neither_flips_nor_harms_the_new_one(
    folder: Path, server_settings: Settings
) -> None:
    store = Store.open(server_settings)
    with ingesting([folder], server_settings, block=["embed", 6]) as slow:
        wait_until_blocked(slow)
        lease = store.client.get_collection(LEASE, embedding_function=None)
        lease.modify(metadata={**(lease.metadata or {}), "seen": 1.0})
        with Lease(store.client, store.place) as new:
            done = outcome(slow)
            assert done["error"] == "IndexBusyError"
            new.check()
    assert store.current() is None


def test_of_many_who_bury_a_dead_lease_one_gets_the_next(server_settings: Settings) -> None:
    held(server_settings, seen=1.0)
    url = server_settings.chroma_url
    code = (
        "import sys, time\n"
        "from bot.errors import IndexBusyError\n"
        "from bot.index.lease import Lease\n"
        "from bot.index.store import Store\n"
        "from bot.settings import Settings\n"
        f"store = Store.open(Settings(chroma_url={url!r}, _env_file=None))\n"
        "print('ready', flush=True); sys.stdin.readline()\n"
        "try:\n"
        "    with Lease(store.client, store.place) as lease:\n"
        "        print('got', flush=True); sys.stdin.readline(); lease.check()\n"
        "except IndexBusyError: print('busy', flush=True)\n"
    )
    many = [
        subprocess.Popen(
            [sys.executable, "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        for _ in range(4)
    ]
    try:
        for process in many:
            assert process.stdout and process.stdout.readline() == "ready\n"
        for process in many:
            assert process.stdin
            process.stdin.write("go\n")
            process.stdin.flush()
        answers = [process.stdout.readline() for process in many if process.stdout]
        assert sorted(answers) == ["busy\n"] * 3 + ["got\n"]
        for process in many:
            process.communicate("end\n", timeout=60)
            assert process.returncode == 0
    finally:
        for process in many:
            process.kill()
            process.communicate()
    store = Store.open(server_settings)
    assert store.client.list_collections() == []
