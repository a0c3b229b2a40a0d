"""When Chroma fails: one German sentence, and the old version serves on."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest

from bot.errors import IndexMissingError, StoreError, UsageError
from bot.index.serving import Index
from bot.index.store import Store
from bot.index.sync import ingest
from bot.settings import Settings
from tests.index.articles import article, contents, write
from tests.index.children import ingesting, outcome, wait_until_blocked
from tests.index.conftest import chroma_server, free_port
from tests.index.hashing import HashEncoder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "articles", {f"a{n}.md": article(n) for n in range(3)})


def is_one_sentence(message: str) -> bool:
    return "\n" not in message and "Traceback" not in message and len(message) < 600


def test_the_disk_is_full(folder: Path, folder_settings: Settings, encoder: HashEncoder) -> None:
    ingest([str(folder)], folder_settings, encoder=encoder)
    before = contents(folder_settings)
    write(folder, {"new.md": article(50, sections=400)})
    with ingesting([folder], folder_settings, block=["embed", 0], file_bytes=40_000) as child:
        wait_until_blocked(child)
        done = outcome(child)
    assert done["error"] == "StoreError"
    assert is_one_sentence(done["message"])
    assert "Speicherplatz" in done["message"]
    assert "Traceback" not in done["stderr"]
    assert contents(folder_settings) == before
    report, _ = ingest([str(folder)], folder_settings, encoder=encoder)
    assert (report.added, report.unchanged) == (1, 3)


def test_the_server_goes_away_and_comes_back(
    folder: Path, tmp_path: Path, encoder: HashEncoder, caplog: pytest.LogCaptureFixture
) -> None:
    port = free_port()
    data = tmp_path / "data"
    with chroma_server(data, port) as (url, process):
        settings = Settings(chroma_url=url, _env_file=None)
        ingest([str(folder)], settings, encoder=encoder)
        before = contents(settings)
        index = Index(Store.open(settings), pointer_seconds=0)
        view = index.view()
        write(folder, {"new.md": article(50)})
        with ingesting([folder], settings, block=["embed", 0]) as child:
            wait_until_blocked(child)
            process.kill()
            process.wait()
            done = outcome(child)
    assert done["error"] == "StoreError"
    assert is_one_sentence(done["message"])
    assert url in done["message"]
    assert "Traceback" not in done["stderr"]
    with caplog.at_level(logging.WARNING):
        assert index.view() is view
    assert "serving version 1 on" in caplog.text
    with pytest.raises(StoreError, match="antwortet nicht"):
        ingest([str(folder)], settings, encoder=encoder)
    with chroma_server(data, port):
        assert contents(settings) == before
        assert ingest([str(folder)], settings, encoder=encoder)[0].added == 1
        assert index.view().version > 1


def test_a_folder_that_holds_something_else(folder: Path, folder_settings: Settings) -> None:
    folder_settings.db.mkdir()
    (folder_settings.db / "chroma.sqlite3").write_text("no database at all " * 50)
    for dry_run in (True, False):
        with pytest.raises(StoreError, match="lässt sich nicht lesen") as refused:
            ingest([str(folder)], folder_settings, dry_run=dry_run, encoder=HashEncoder())
        assert is_one_sentence(str(refused.value))
        assert "--db" in str(refused.value)


def test_a_file_where_the_folder_should_be(folder: Path, folder_settings: Settings) -> None:
    folder_settings.db.write_text("a file")
    with pytest.raises(StoreError, match="kein Index anlegen") as refused:
        ingest([str(folder)], folder_settings, encoder=HashEncoder())
    assert is_one_sentence(str(refused.value))


def test_a_pointer_to_a_version_that_is_gone(
    folder: Path, folder_settings: Settings, encoder: HashEncoder
) -> None:
    ingest([str(folder)], folder_settings, encoder=encoder)
    store = Store.open(folder_settings)
    store.delete(1)
    with pytest.raises(StoreError, match="nicht vorhanden") as refused:
        Index.open(folder_settings)
    assert "python ingest.py" in str(refused.value)
    assert ingest([str(folder)], folder_settings, encoder=encoder)[0].added == 3
    assert len(contents(folder_settings)) == 3


@pytest.mark.parametrize(
    "url", ["http://host:port", "ftp://host", "http://", "http://host/path", "http://u:p@host:0"]
)
def test_an_address_that_is_none(url: str) -> None:
    with pytest.raises(UsageError, match="LOTSE_CHROMA_URL") as refused:
        Store.open(Settings(chroma_url=url, _env_file=None))
    assert "u:p" not in str(refused.value)


def test_nobody_at_the_address() -> None:
    settings = Settings(chroma_url=f"http://user:secret@127.0.0.1:{free_port()}", _env_file=None)
    with pytest.raises(StoreError, match="antwortet nicht") as refused:
        Store.open(settings)
    assert "secret" not in str(refused.value) + refused.value.log


def test_a_dry_run_after_a_crash_in_the_middle_of_a_transaction(
    folder: Path, folder_settings: Settings, encoder: HashEncoder
) -> None:
    ingest([str(folder)], folder_settings, encoder=encoder)
    # What SQLite leaves behind: a journal that wants to be rolled back.
    (folder_settings.db / "chroma.sqlite3-journal").write_bytes(
        b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504)
    )
    report, _ = ingest([str(folder)], folder_settings, dry_run=True, encoder=encoder)
    assert report.unchanged == 3


def test_an_index_that_was_deleted(folder: Path, folder_settings: Settings) -> None:
    ingest([str(folder)], folder_settings, encoder=HashEncoder())
    shutil.rmtree(folder_settings.db)
    with pytest.raises(IndexMissingError, match="noch keinen Index"):
        Store.open(folder_settings)
