from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.evaluation.ports import free_port
from bot.index.store import Store
from bot.settings import Settings
from tests.index.hashing import HashEncoder


@contextlib.contextmanager
def chroma_server(folder: Path, port: int | None = None) -> Iterator[tuple[str, subprocess.Popen]]:
    """A real ``chroma run``; its address and process."""
    port = port or free_port()
    command = [str(Path(sys.executable).with_name("chroma")), "run", "--path", str(folder)]
    process = subprocess.Popen(
        [*command, "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 120
        while True:
            try:
                Store.open(Settings(chroma_url=url, _env_file=None)).current()
                break
            except StoreError:
                assert process.poll() is None, "chroma run ended"
                assert time.monotonic() < deadline, "chroma run doesn't answer"
                time.sleep(0.1)
        yield url, process
    finally:
        process.kill()
        process.wait()


@pytest.fixture(scope="session")
def server_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with chroma_server(tmp_path_factory.mktemp("server")) as (url, _):
        yield url


@pytest.fixture
def folder_settings(tmp_path: Path) -> Settings:
    return Settings(db=tmp_path / "index", _env_file=None)


@pytest.fixture
def server_settings(server_url: str, tmp_path: Path) -> Settings:
    settings = Settings(chroma_url=server_url, db=tmp_path / "unused", _env_file=None)
    store = Store.open(settings)
    client = store.client
    for collection in client.list_collections():
        client.delete_collection(collection.name)
    return settings


@pytest.fixture(params=["folder", "server"])
def any_settings(request: pytest.FixtureRequest) -> Settings:
    """Once with Chroma in a folder, once behind an address."""
    return request.getfixturevalue(f"{request.param}_settings")


@pytest.fixture
def encoder() -> HashEncoder:
    return HashEncoder()
