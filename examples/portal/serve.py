"""A career portal of another origin, to see the widget in: ``python examples/portal/serve.py``.

Only the standard library. Its Content-Security-Policy is as strict as a portal's can be: no inline
script or style, and of the widget's origin only the script and the frame.
"""

from __future__ import annotations

import argparse
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PAGES = Path(__file__).parent / "pages"
PLACEHOLDER = "WIDGET-ORIGIN"
"""Stands in the pages where the widget's origin belongs."""


def policy(widget: str) -> str:
    """The portal's Content-Security-Policy.

    Args:
        widget: origin of the server that the widget comes from.
    """
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {widget}",
            f"frame-src 'self' {widget}",
            "object-src 'none'",
            "base-uri 'none'",
            "require-trusted-types-for 'script'",
        )
    )


class Portal(SimpleHTTPRequestHandler):
    """Sends the pages of a folder, with the widget's origin filled in.

    Args:
        widget: origin of the server that the widget comes from.
        directory: folder of the pages.
    """

    def __init__(self, *given: object, widget: str, directory: str) -> None:
        self._widget = widget
        super().__init__(*given, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Sends a page, or what the base class sends."""
        found = Path(self.translate_path(self.path))
        page = found / "index.html" if found.is_dir() else found
        if page.suffix != ".html" or not page.is_file():
            super().do_GET()
            return
        sent = page.read_text(encoding="utf-8").replace(PLACEHOLDER, self._widget).encode()
        self.send_response(200)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.send_header("content-length", str(len(sent)))
        self.end_headers()
        self.wfile.write(sent)

    def end_headers(self) -> None:
        """Puts the policy on everything."""
        self.send_header("content-security-policy", policy(self._widget))
        self.send_header("cache-control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def make_server(widget: str, port: int = 0, pages: Path = PAGES) -> ThreadingHTTPServer:
    """The portal, listening on this machine; port 0 takes a free one."""
    handler = partial(Portal, widget=widget, directory=str(pages))
    return ThreadingHTTPServer(("127.0.0.1", port), handler)


def main() -> None:
    """Serves until it is interrupted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--widget", default="http://127.0.0.1:7860", metavar="ORIGIN")
    given = parser.parse_args()
    with make_server(given.widget.rstrip("/"), given.port) as server:
        print(f"http://127.0.0.1:{given.port}", flush=True)  # noqa: T201
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
