"""The processes of an installation, real ones on loopback: Chroma's server, replicas, nginx."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from bot.errors import LotseError, UsageError
from bot.evaluation.ports import free_port

if TYPE_CHECKING:
    from bot.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
PROXY = ROOT / "deploy" / "nginx.conf.template"
START_SECONDS = 600.0

_MAIN = Template("""\
daemon off;
pid $folder/nginx.pid;
error_log $folder/error.log warn;
worker_processes 1;
events { worker_connections 1024; }
http {
    access_log off;
    client_body_temp_path $folder/body;
    proxy_temp_path $folder/proxy;
    fastcgi_temp_path $folder/fastcgi;
    uwsgi_temp_path $folder/uwsgi;
    scgi_temp_path $folder/scgi;
    include $folder/lotse.conf;
}
""")


@contextlib.contextmanager
def chroma_server(
    folder: Path, port: int | None = None
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A Chroma server on ``folder``; its address and process. Killed on leaving."""
    port = port or free_port()
    program = str(Path(sys.executable).with_name("chroma"))
    command = [program, "run", "--path", str(folder), "--host", "127.0.0.1", "--port", str(port)]
    with _running(command) as process:
        url = f"http://127.0.0.1:{port}"
        _wait_until(lambda: _answers(f"{url}/api/v2/heartbeat"), process, "chroma run")
        yield url, process


def start_replica(
    settings: Settings, port: int, log: Path, **environment: str
) -> subprocess.Popen[bytes]:
    """``app.py`` on a Chroma server, begun; ``wait_for_replica`` waits until it answers.

    Args:
        settings: whose ``chroma_url`` and ``cache`` it uses.
        port: where it listens.
        log: the file that its log is written to, after what is there.
        environment: further variables.
    """
    own = {
        **os.environ,
        "LOTSE_CHROMA_URL": settings.chroma_url or "",
        "LOTSE_CACHE": str(settings.cache),
        **environment,
    }
    with log.open("ab") as written:
        return subprocess.Popen(
            [sys.executable, "app.py", "--port", str(port)],
            cwd=ROOT,
            env=own,
            stdout=subprocess.DEVNULL,
            stderr=written,
        )


def wait_for_replica(process: subprocess.Popen[bytes], port: int, log: Path) -> str:
    """Its address, once it is ready.

    Raises:
        LotseError: it ended, or doesn't answer.
    """
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_until(lambda: _answers(f"{url}/readyz"), process, "app.py")
    except LotseError as error:
        said = log.read_text(encoding="utf-8", errors="replace").splitlines()[-1:]
        raise LotseError(" ".join([error.message, *said])) from error
    return url


def nginx_program() -> str:
    """Where nginx is.

    Raises:
        UsageError: it isn't installed.
    """
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
    if found is None:
        raise UsageError(
            "Dafür muss nginx installiert sein.",
            log="nginx isn't installed",
            hint="Unter Debian und Ubuntu: sudo apt-get install nginx-light.",
        )
    return found


@contextlib.contextmanager
def proxy(replicas: Sequence[str], folder: Path) -> Iterator[str]:
    """Runs nginx as ``deploy/`` sets it up, before two replicas; its address.

    Args:
        replicas: two addresses, each host:port.
        folder: an empty folder for its files.
    """
    port = free_port()
    first, second = replicas
    # As the nginx image does it: only these names, because nginx has variables of its own.
    text = PROXY.read_text(encoding="utf-8")
    values = {"LISTEN": f"127.0.0.1:{port}", "REPLICA_1": first, "REPLICA_2": second}
    for name, value in values.items():
        text = text.replace(f"${{{name}}}", value)
    (folder / "lotse.conf").write_text(text, encoding="utf-8")
    main = folder / "nginx.conf"
    main.write_text(_MAIN.substitute(folder=folder.absolute()), encoding="utf-8")
    with _running([nginx_program(), "-c", str(main.absolute()), "-p", str(folder)]) as process:
        url = f"http://127.0.0.1:{port}"
        _wait_until(lambda: _answers(f"{url}/metrics", 404), process, "nginx")
        yield url


@contextlib.contextmanager
def replicas(
    settings: Settings, ports: Sequence[int], log: Path, **environment: str
) -> Iterator[list[subprocess.Popen[bytes]]]:
    """As many replicas as ports, started together, all ready; ended on leaving."""
    started = [start_replica(settings, port, log, **environment) for port in ports]
    try:
        for process, port in zip(started, ports, strict=True):
            wait_for_replica(process, port, log)
        yield started
    finally:
        for process in started:
            process.kill()
        for process in started:
            process.wait()


@contextlib.contextmanager
def tutorial_chat(
    settings: Settings, folder: Path
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The plain tutorial behind ``gr.ChatInterface``; its address and process.

    Args:
        settings: of an index in a folder, whose sources it takes.
        folder: an empty folder for its own Chroma.
    """
    port = free_port()
    command = [sys.executable, "-m", "bot.evaluation.load_tutorial"]
    environment = {"LOTSE_DB": str(settings.db), "GRADIO_ANALYTICS_ENABLED": "False"}
    with _running([*command, str(port), str(folder)], **environment) as process:
        url = f"http://127.0.0.1:{port}"
        _wait_until(lambda: _answers(f"{url}/config"), process, "tutorial")
        yield url, process


@contextlib.contextmanager
def _running(command: list[str], **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:  # stopped, or stuck
            process.kill()
            process.wait()


def _answers(url: str, status: int = 200) -> bool:
    import httpx

    try:
        return httpx.get(url, timeout=5).status_code == status
    except httpx.TransportError:
        return False


def _wait_until(done: Callable[[], bool], process: subprocess.Popen[bytes], name: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not done():
        if process.poll() is not None:
            raise LotseError(f"{name} hat sich beendet.", log=f"{name} ended: {process.returncode}")
        if time.monotonic() > deadline:
            raise LotseError(f"{name} antwortet nicht.", log=f"{name} doesn't answer")
        time.sleep(0.1)
