"""Visitors under load: what is counted as an answer, what as an error."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bot.evaluation.load import Load, ask_gradio, ask_product, put_under_load
from bot.evaluation.ports import free_port


@contextmanager
def answering(replies: dict[str, tuple[int, bytes]], asked: Counter[str]) -> Iterator[str]:
    """A server with one reply for each route, "METHOD /path"."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            self.do_GET()

        def do_GET(self) -> None:
            route = f"{self.command} {self.path}"
            asked[route] += 1
            status, body = replies[route]
            self.send_response(status)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def load(ask: object, url: str) -> Load:
    # In a thread of its own: the browser's tests leave a loop in the main one.
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(
            put_under_load, ask, url, ["Was?"], 3, 0.3, (0.01, 0.02)
        ).result()  # fmt: skip


def reply(status: int, **content: object) -> tuple[int, bytes]:
    return status, json.dumps(content).encode()


@pytest.mark.parametrize(
    ("answer", "errors"),
    [
        (reply(200, text="Ja."), None),
        (reply(503, text="Nein."), "status 503"),
        (reply(200, text=""), "status 200"),
    ],
)
def test_an_answer_of_the_product(answer: tuple[int, bytes], errors: str | None) -> None:
    asked: Counter[str] = Counter()
    with answering({"POST /api/v1/answers": answer}, asked) as url:
        seen = load(ask_product, url)
    assert asked.total() >= 3
    assert len(seen.seconds) == (0 if errors else asked.total())
    assert seen.errors == ({errors: asked.total()} if errors else {})


@pytest.mark.parametrize(
    ("told", "arrives"),
    [(b"event: generating\n\nevent: complete\ndata: []\n\n", True), (b"event: error\n\n", False)],
)
def test_an_answer_of_gradio(told: bytes, arrives: bool) -> None:
    asked: Counter[str] = Counter()
    replies = {
        "POST /gradio_api/call/chat": reply(200, event_id="e"),
        "GET /gradio_api/call/chat/e": (200, told),
    }
    with answering(replies, asked) as url:
        seen = load(ask_gradio, url)
    assert bool(seen.seconds) is arrives and bool(seen.errors) is not arrives


def test_nobody_answers() -> None:
    seen = load(ask_product, f"http://127.0.0.1:{free_port()}")
    assert seen.seconds == () and set(seen.errors) == {"ConnectError"}


def test_percentiles_are_milliseconds() -> None:
    seen = Load(tuple(n / 1000 for n in range(101)), Counter())
    assert seen.percentile(50) == pytest.approx(50)
    assert seen.percentile(95) == pytest.approx(95)
    assert Load((1.0,), Counter()).percentile(50) != Load((1.0,), Counter()).percentile(50)
