from __future__ import annotations

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bot.errors import UnreadableError
from bot.reading import Limits, discover, read

PAGE = (
    "<html lang=de><body><main><h1>Beruf</h1>"
    "<p>Er betreut wichtige Großkunden täglich.</p></main></body></html>"
)


class Site(BaseHTTPRequestHandler):
    def do_GET(self):
        actions = {
            "/seite": lambda: self.reply("text/html; charset=iso-8859-1", PAGE.encode("latin-1")),
            "/um": lambda: self.redirect("/seite"),
            "/kreis": lambda: self.redirect("/kreis"),
            "/datei": lambda: self.redirect("file:///etc/passwd"),
            "/text.md": lambda: self.reply(
                "text/plain", "# Beruf\n\nEr **betreut** Großkunden täglich.".encode()
            ),
            "/bild": lambda: self.reply("image/png", b"x"),
            "/gross": lambda: self.reply("text/plain", b"a b " * 10_000),
            "/strom": lambda: self.drip(b"wort " * 2000, pause=0),
            "/kopf": self.drip_headers,
            "/tropf": lambda: self.drip(b"wort ", pause=0.1),
        }
        actions.get(self.path, lambda: self.send_error(404))()

    def reply(self, kind, body):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, target):
        self.send_response(302)
        self.send_header("Location", target)
        self.end_headers()

    def drip(self, piece, pause):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(piece)
                self.wfile.flush()
                time.sleep(pause)
        except OSError:
            return

    def drip_headers(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        try:
            for _ in range(30):
                self.wfile.write(b"a")
                time.sleep(0.1)
        except OSError:
            return

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def read_url(url, **limits):
    (found,), _ = discover([url], limits=Limits())
    return read(found, limits=Limits(**limits))


def test_a_page_with_its_charset_after_a_redirect(site):
    source = read_url(f"{site}/um")
    assert source.text == "Er betreut wichtige Großkunden täglich."
    assert source.title == "Beruf"
    assert source.publisher.startswith("127.0.0.1")
    assert source.url == f"{site}/seite"
    assert source.id == "127-0-0-1-um"


def test_markdown_that_is_sent_as_text(site):
    assert read_url(f"{site}/text.md").text == "Er betreut Großkunden täglich."


@pytest.mark.parametrize(
    ("path", "limits", "reason"),
    [
        ("/weg", {}, "Status 404"),
        ("/kreis", {}, "im Kreis"),
        ("/datei", {}, "http"),
        ("/bild", {}, "image/png"),
        ("/gross", {"max_bytes": 5000}, "zu groß"),
        ("/strom", {"max_bytes": 5000}, "zu groß"),
        ("/kopf", {"fetch_seconds": 0.5}, "nicht rechtzeitig"),
        ("/tropf", {"fetch_seconds": 0.5}, "nicht rechtzeitig"),
    ],
)
def test_what_goes_wrong_is_named(site, path, limits, reason):
    started = time.monotonic()
    with pytest.raises(UnreadableError, match=reason):
        read_url(site + path, **limits)
    assert time.monotonic() - started < 5


def test_refused_connection():
    with pytest.raises(UnreadableError, match="nicht erreichbar"):
        read_url("http://127.0.0.1:9/x")
