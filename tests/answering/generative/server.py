"""A tiny server that speaks OpenAI's API over HTTP and fails in the ways that real ones do."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


def chunk(text: str = "", finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": {"content": text}, "finish_reason": finish}
    body = {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m"}
    return b"data: " + json.dumps({**body, "choices": [choice]}).encode() + b"\n\n"


class Script:
    """What the server does next, and what it was asked.

    Attributes:
        status: of the reply; other than 200 sends an error object.
        pieces: of the streamed text.
        pause: seconds before each piece.
        finish: the finish reason, or None to close the connection without one.
        garbage: bytes that are sent in place of the stream.
        requests: bodies of the requests so far.
        written: pieces that reached the client's socket.
    """

    def __init__(self) -> None:
        self.status = 200
        self.pieces: list[str] = []
        self.pause = 0.0
        self.finish: str | None = "stop"
        self.garbage: bytes | None = None
        self.requests: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.written = 0
        self.url = ""


def _handler(script: Script) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["content-length"])
            script.requests.append(json.loads(self.rfile.read(length)))
            script.keys.append(self.headers["authorization"])
            if script.status != 200:
                self._error()
                return
            self.send_response(200)
            self.send_header("content-type", "text/event-stream")
            self.end_headers()
            try:
                self._stream()
            except OSError:
                return  # the client has gone

        def _stream(self) -> None:
            if script.garbage is not None:
                self.wfile.write(script.garbage)
                return
            for piece in script.pieces:
                time.sleep(script.pause)
                self.wfile.write(chunk(piece))
                self.wfile.flush()
                script.written += 1
            if script.finish:
                self.wfile.write(chunk(finish=script.finish) + b"data: [DONE]\n\n")

        def _error(self) -> None:
            said = script.requests[-1]["messages"][-1]["content"]
            error = {"error": {"message": f"no: {said}", "type": "x", "code": "x"}}
            body = json.dumps(error).encode()
            self.send_response(script.status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.send_header("retry-after", "60")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            pass

    return Handler


@contextmanager
def scripted() -> Iterator[Script]:
    """A running server; its address is ``url``."""
    script = Script()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(script))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    script.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield script
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
