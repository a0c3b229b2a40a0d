"""``python app.py``: from arguments to a server that answers, and its quiet end."""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import socket
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import LotseError
from bot.libraries import tell_libraries
from bot.settings import Settings, load_settings

if TYPE_CHECKING:
    from fastapi import FastAPI

    from bot.web.edge.draining import Ending
    from bot.web.service import Service

ENGLISH = "/en"
CUTTING_SECONDS = 2
"""For what is still open when running answers were waited for long enough."""

LEAVING_SECONDS = 2.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Serves until it is told to stop; 0 then, 1 where it can't start."""
    given = _parser().parse_args(arguments)
    try:
        settings = load_settings(db=given.db, host=given.host, port=given.port)
        return _serve(settings)
    except LotseError as error:
        sys.stderr.write(f"Fehler: {error}\n")
        return error.exit_status
    except KeyboardInterrupt:
        return 0


def create_app(service: Service) -> FastAPI:
    """The HTTP interface with the chat mounted at "/", in German, and at "/en"."""
    import gradio as gr
    from fastapi import FastAPI

    from bot import __version__
    from bot.web.api import openapi
    from bot.web.api.mcp_endpoint import add_mcp
    from bot.web.api.methods import HeadAsGet
    from bot.web.api.routes import routes
    from bot.web.chat.page import build_chat
    from bot.web.chat.theme import ASSETS, head, theme
    from bot.web.edge import problems
    from bot.web.edge.cors import Cors
    from bot.web.edge.draining import Draining
    from bot.web.edge.error_pages import ErrorPages
    from bot.web.edge.gate import Gate
    from bot.web.edge.guard import Guard
    from bot.web.edge.headers import ResponseHeaders
    from bot.web.edge.inline_scripts import InlineScripts
    from bot.web.edge.language import Languages, Pages
    from bot.web.edge.lifespan import beside
    from bot.web.edge.logs import RequestLog
    from bot.web.parts.texts import TEXTS
    from bot.web.rooms.register import rooms_of

    # The usual pages of documentation load their scripts from a foreign host.
    app = FastAPI(title="Karrierelotse", version=__version__, docs_url=None, redoc_url=None)
    problems.install(app)
    app.include_router(routes(service))
    add_mcp(app, service)
    beside(app, lambda: contextlib.aclosing(service.access.rates))
    openapi.describe(app)
    # "/" takes every path that is left, so it comes last.
    for texts, path in ((TEXTS["en"], ENGLISH), (TEXTS["de"], "/")):
        gr.mount_gradio_app(
            app,
            build_chat(service, texts),
            path,
            theme=theme(),
            head=head(rooms_of(service, texts.language)),
            favicon_path=str(ASSETS / "icon.svg") if path == "/" else None,
            footer_links=[],
            run_history=False,
            show_error=False,
            ssr_mode=False,
            enable_monitoring=False,
            pwa=False,
            app_kwargs={"docs_url": None, "redoc_url": None, "openapi_url": None},
        )
    pages = ("/", ENGLISH, f"{ENGLISH}/")
    app.add_middleware(InlineScripts, pages=pages, origins=service.access.origins)
    app.add_middleware(Pages, english=ENGLISH)
    app.add_middleware(HeadAsGet)
    app.add_middleware(Gate, access=service.access)
    app.add_middleware(Guard)
    app.add_middleware(Draining, ending=service.ending)
    app.add_middleware(ErrorPages)
    app.add_middleware(Languages)
    # It sees what the guard refuses, too.
    app.add_middleware(RequestLog, refused=service.metrics.refused)
    app.add_middleware(Cors, origins=service.access.origins)
    app.add_middleware(ResponseHeaders, origins=service.access.origins)  # the outermost
    return app


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python app.py", description="Startet die Web-App.")
    parser.add_argument("--host", metavar="ADRESSE", help="worauf gelauscht wird")
    parser.add_argument("--port", type=int, metavar="NUMMER", help="sonst 7860")
    parser.add_argument("--db", type=Path, metavar="ORDNER", help="Ordner des Index")
    return parser


def _serve(settings: Settings) -> int:
    from bot.web.edge import logs

    tell_libraries(offline=True)
    logs.set_up(settings)
    listening = _listen(settings.host, settings.port)
    with contextlib.closing(listening):
        service = _start(settings)
        for notice in service.notices:
            sys.stderr.write(f"{notice}\n")
        with contextlib.closing(service):
            status = _run(create_app(service), listening, settings, service.ending)
    _leave_soon(status)
    return status


def _start(settings: Settings) -> Service:
    """Loads the index and, beside it, the libraries of the page."""
    # What both sides import is imported once beforehand: two threads that meet half-way in a
    # circle of imports would see unfinished modules.
    import fastapi  # noqa: F401
    import numpy as np  # noqa: F401

    from bot.web.chat.gradio_import import import_gradio
    from bot.web.service import Service

    with ThreadPoolExecutor(1) as beside:
        service = beside.submit(Service.start, settings)
        import_gradio()
        return service.result()


def _listen(host: str, port: int) -> socket.socket:
    """A bound socket, before anything slow happens."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.set_inheritable(True)
    except OSError as error:
        made.close()
        raise LotseError(
            f"Auf {host}, Port {port}, kann nicht gelauscht werden ({error.strerror}).",
            log=f"cannot listen on {host}:{port}: {error}",
            hint="Läuft Karrierelotse dort schon? Einen anderen Port wählt --port.",
        ) from error
    return made


def _run(app: FastAPI, listening: socket.socket, settings: Settings, ending: Ending) -> int:
    """Serves until a signal comes; then what is under way is finished, in the agreed time.

    A second signal ends the process at once.
    """
    import uvicorn

    server = uvicorn.Server(
        uvicorn.Config(
            app,
            log_config=None,  # what it logs goes the way of every record
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=CUTTING_SECONDS,
            # uvicorn's own default would believe whoever asks from this machine.
            proxy_headers=bool(settings.trusted_proxies),
            forwarded_allow_ips=list(settings.trusted_proxies),
        )
    )
    # In a thread uvicorn leaves the signals alone; ours end the process with status 0.
    worker = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, name="server")

    def stop(*_: object) -> None:
        if ending.begun:
            os._exit(0)  # busy threads would hold an orderly end up, and nothing is half written
        ending.begin()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    worker.start()
    while worker.is_alive() and not server.started:
        worker.join(0.02)
    if server.started:
        sys.stdout.write(f"Karrierelotse antwortet auf {_address(listening, settings.host)}\n")
        sys.stdout.flush()
    while worker.is_alive():
        worker.join(0.1)
        if ending.is_over(settings.shutdown_seconds) and not server.should_exit:
            ending.leave()
            server.should_exit = True
    return 0 if server.started else 1


def _leave_soon(status: int) -> None:
    """Ends the process in a moment, even if threads are busy that nothing can cut short.

    Such as one that waits for a language model whose answer nobody waits for any more.
    """
    leaving = threading.Timer(LEAVING_SECONDS, os._exit, (status,))
    leaving.daemon = True
    leaving.start()


def _address(listening: socket.socket, host: str) -> str:
    """What a browser on this machine opens."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{listening.getsockname()[1]}"
