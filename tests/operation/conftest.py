"""A whole installation on loopback: Chroma's server, two replicas with a scripted model, nginx."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from bot.errors import UsageError
from bot.evaluation.load_stack import (
    ROOT,
    chroma_server,
    nginx_program,
    proxy,
    replicas,
    start_replica,
    wait_for_replica,
)
from bot.evaluation.ports import free_port
from bot.index.sync import ingest
from bot.settings import Settings
from tests.answering.generative.server import Script, scripted
from tests.patience import SECONDS

CORPUS = ROOT / "corpus"
QUESTION = "Was verdient ein Key Account Manager?"


@dataclass
class Installation:
    """Attributes:
    url: of the proxy.
    ports, processes: of the replicas.
    """

    url: str
    settings: Settings
    ports: list[int]
    processes: list[subprocess.Popen[bytes]]
    environment: dict[str, str]
    model: Script
    chroma: subprocess.Popen[bytes]
    chroma_folder: Path
    log: Path
    articles: Path
    changes: int = 0
    stack: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)

    def replica(self, number: int) -> str:
        return f"http://127.0.0.1:{self.ports[number]}"

    def revive(self, **environment: str) -> None:
        """Starts what has ended, with further variables."""
        for number, process in enumerate(self.processes):
            if process.poll() is not None:
                port = self.ports[number]
                self.processes[number] = start_replica(
                    self.settings, port, self.log, **{**self.environment, **environment}
                )
        for process, port in zip(self.processes, self.ports, strict=True):
            wait_for_replica(process, port, self.log)

    def revive_chroma(self) -> None:
        port = int((self.settings.chroma_url or "").rpartition(":")[2])
        _, self.chroma = self.stack.enter_context(chroma_server(self.chroma_folder, port))

    def change_an_article(self) -> None:
        """The next ingest makes another version."""
        self.changes += 1
        text = "# Kerzenzieher\n\n" + "Ein Kerzenzieher zieht Kerzen aus Wachs. " * self.changes
        (self.articles / "kerzenzieher.md").write_text(text, encoding="utf-8")

    def slow_model(self, seconds: float) -> None:
        """From now on the model takes so long to say nothing; ``pause = 0`` ends it early."""
        self.model.pieces = [" "] * round(seconds * 10)
        self.model.pause = 0.1


@pytest.fixture(scope="session")
def _installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    try:
        nginx_program()
    except UsageError as missing:
        pytest.skip(missing.log)
    folder = tmp_path_factory.mktemp("operation")
    with contextlib.ExitStack() as stack:
        url, chroma = stack.enter_context(chroma_server(folder / "chroma"))
        settings = Settings(chroma_url=url, _env_file=None)
        articles = folder / "articles"
        shutil.copytree(CORPUS, articles)
        ingest([str(articles)], settings)
        model = stack.enter_context(scripted())
        environment = {
            "LOTSE_THREADS": "1",
            "LOTSE_ENCODE_AHEAD": "0",
            "LOTSE_MODEL": "openai:scripted",
            "LOTSE_MODEL_URL": model.url,
            "LOTSE_MODEL_KEY": "none",
            "LOTSE_MODEL_TIMEOUT": str(SECONDS),
            "LOTSE_SHUTDOWN_SECONDS": str(SECONDS),
            "LOTSE_CHROMA_TIMEOUT": "2",
            "LOTSE_RATE_ADDRESS": "1000000/second",  # these visitors don't pause to think
        }
        ports, log = [free_port(), free_port()], folder / "replicas.log"
        processes = stack.enter_context(replicas(settings, ports, log, **environment))
        (folder / "nginx").mkdir()
        addresses = [f"127.0.0.1:{port}" for port in ports]
        address = stack.enter_context(proxy(addresses, folder / "nginx"))
        yield Installation(
            address, settings, ports, processes, environment, model, chroma, folder / "chroma",
            log, articles,
            stack=stack.enter_context(contextlib.ExitStack()),
        )  # fmt: skip
        for process in processes:
            process.kill()


@pytest.fixture
def installation(_installed: Installation) -> Installation:
    """With both replicas ready and a model that answers at once."""
    _installed.model.pieces, _installed.model.pause = [], 0.0
    _installed.revive()
    return _installed


@dataclass
class Visitors:
    """What a few visitors got who never stop asking."""

    answers: list[httpx.Response] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def statuses(self) -> set[int]:
        return {answer.status_code for answer in self.answers}

    def wait_for(self, more: int) -> None:
        """Until so many further answers are there."""
        wanted = len(self.answers) + more
        until(lambda: len(self.answers) >= wanted)


@contextlib.contextmanager
def visitors(url: str, count: int = 3) -> Iterator[Visitors]:
    """Asks on and on, ``count`` questions at a time, until left."""
    seen = Visitors()
    stop = threading.Event()

    def ask() -> None:
        with httpx.Client(base_url=url, timeout=SECONDS) as client:
            while not stop.is_set():
                try:
                    answer = client.post("/api/v1/answers", json={"question": QUESTION})
                    seen.answers.append(answer)
                except httpx.TransportError as error:
                    seen.errors.append(repr(error))
                stop.wait(0.05)

    with ThreadPoolExecutor(count) as pool:
        asking = [pool.submit(ask) for _ in range(count)]
        try:
            yield seen
        finally:
            stop.set()
    for one in asking:
        one.result()


def until(done: Callable[[], object], seconds: float = SECONDS) -> None:
    deadline = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < deadline, "it didn't come about"
        time.sleep(0.05)
