"""A real server process on a free port, and a real Chromium."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from bot.evaluation.ports import free_port
from tests.patience import SECONDS

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 120
UNLIMITED = {f"LOTSE_RATE_{name}": "9999999/minute" for name in ("ADDRESS", "MATCHES")}
"""All tests come from one address."""

HASTY = {"LOTSE_ENCODE_AHEAD": "0"}
"""Most servers end before anybody has asked for all sentences: seconds of work for each start."""

SCREENSHOTS = ROOT / "artifacts" / "screenshots"
"""Not in the repository: kept to be looked at after a run."""


@dataclass
class Server:
    process: subprocess.Popen[str]
    url: str
    first_line: str = ""

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        """The exit status and what was written to stderr."""
        self.process.send_signal(number)
        try:
            _, errors = self.process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()
            raise
        return self.process.returncode, errors


def start_server(db: Path, port: int, *arguments: str, **environment: str) -> Server:
    process = subprocess.Popen(
        [sys.executable, "app.py", "--db", str(db), "--port", str(port), *arguments],
        cwd=ROOT,
        env={**os.environ, **UNLIMITED, **HASTY, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    return Server(process, f"http://127.0.0.1:{port}")


def wait_for(server: Server) -> Server:
    """Reads the line that the server prints once it answers."""
    assert server.process.stdout is not None
    server.first_line = server.process.stdout.readline()
    if not server.first_line:
        assert server.process.stderr is not None
        pytest.fail(f"the server ended: {server.process.stderr.read()}")
    return server


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of ``corpus/``, made once."""
    folder = tmp_path_factory.mktemp("web") / "index"
    subprocess.run(
        [sys.executable, "ingest.py", "--db", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=START_SECONDS,
    )
    return folder


@pytest.fixture(scope="session")
def server(database: Path) -> Iterator[Server]:
    started = start_server(database, free_port())
    try:
        yield wait_for(started)
    finally:
        if started.process.poll() is None:
            started.stop()


@pytest.fixture
def launch() -> Iterator[Callable[..., Server]]:
    """Starts further servers of a test's own."""
    started: list[Server] = []

    def start(db: Path, *arguments: str, **environment: str) -> Server:
        server = start_server(db, free_port(), *arguments, **environment)
        started.append(server)
        return wait_for(server)

    yield start
    for server in started:
        if server.process.poll() is None:
            server.stop()


@pytest.fixture(scope="session")
def client(server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, timeout=SECONDS) as made:
        yield made


@dataclass
class Visit:
    """A page with all that it asked for and complained about."""

    page: Any
    url: str
    hosts: set[str] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)

    def ask(self, question: str) -> Any:
        """Types a question, sends it by keyboard and gives the finished turn."""
        before = self.page.locator(".turn").count()
        box = self.page.get_by_role("textbox")
        box.fill(question)
        box.press("Enter")
        turn = self.page.locator(".turn").nth(before)
        turn.locator(".answer[aria-busy=false]").wait_for()
        return turn


@pytest.fixture
def visit(browser: Any, server: Server) -> Iterator[Any]:
    """Opens pages; at the end none may have asked a foreign host or thrown an error."""
    contexts: list[Any] = []
    visits: list[Visit] = []

    def open_page(path: str = "/", **options: Any) -> Visit:
        settings = {"locale": "de-DE", "viewport": {"width": 1280, "height": 800}, **options}
        context = browser.new_context(**settings)
        context.set_default_timeout(60_000)  # slow machines load the page slowly
        contexts.append(context)
        page = context.new_page()
        made = Visit(page, server.url)
        page.on("request", lambda request: made.hosts.add(urlsplit(request.url).netloc))
        page.on("pageerror", lambda error: made.errors.append(str(error)))
        # What the policy blocks makes no request: the attempt alone is an error.
        page.on(
            "console",
            lambda message: (
                made.errors.append(message.text)
                if "Content Security Policy" in message.text
                else None
            ),
        )
        page.on("dialog", lambda dialog: (made.errors.append(dialog.message), dialog.dismiss()))
        visits.append(made)
        page.goto(server.url + path)
        page.locator(".suggestion").first.wait_for()
        return made

    yield open_page
    for context in contexts:
        context.close()
    own = urlsplit(server.url).netloc
    for made in visits:
        assert made.hosts <= {own, ""}, f"requests left the machine: {made.hosts - {own}}"
        assert made.errors == []


@pytest.fixture(scope="session")
def shot() -> Callable[[Any, str], None]:
    """Keeps a picture of a page, to be looked at after the run."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)

    def keep(page: Any, name: str) -> None:
        page.screenshot(path=SCREENSHOTS / f"{name}.png")

    return keep
