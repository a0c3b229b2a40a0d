"""A replica is told to stop, or dies: what is under way arrives, and nobody sees an error."""

from __future__ import annotations

import contextlib
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from bot.evaluation.load_stack import proxy
from bot.evaluation.ports import free_port
from bot.settings import Settings
from tests.operation.conftest import QUESTION, Installation, until, visitors
from tests.patience import SECONDS

pytestmark = pytest.mark.slow

EVENTS = {"accept": "text/event-stream"}


def asked(url: str, **headers: str) -> httpx.Response:
    body = {"question": QUESTION}
    return httpx.post(f"{url}/api/v1/answers", json=body, headers=headers, timeout=SECONDS)


def heard(url: str) -> None:
    with (
        contextlib.suppress(httpx.TransportError),
        httpx.Client(timeout=SECONDS) as client,
        client.stream("GET", url) as stream,
    ):
        stream.read()


def is_ready(url: str) -> bool:
    try:
        return httpx.get(f"{url}/readyz", timeout=SECONDS).status_code == 200
    except httpx.TransportError:
        return False


def test_the_wait_for_running_answers_outlasts_a_model() -> None:
    settings = Settings(_env_file=None)
    assert settings.shutdown_seconds > settings.model_timeout


def test_a_running_answer_is_finished_and_nothing_new_begun(installation: Installation) -> None:
    url, process = installation.replica(0), installation.processes[0]
    installation.slow_model(SECONDS)
    asked_before = len(installation.model.requests)
    with ThreadPoolExecutor(3) as pool:
        whole = pool.submit(asked, url)
        streamed = pool.submit(asked, url, **EVENTS)
        # A page that is open somewhere would hold the end up for ever.
        pool.submit(heard, f"{url}/gradio_api/heartbeat/nobody")
        until(lambda: len(installation.model.requests) == asked_before + 2)
        process.send_signal(signal.SIGTERM)
        until(lambda: not is_ready(url))
        # Both are still at it: the process is there, and says what it does.
        told = httpx.get(f"{url}/readyz")
        assert (told.status_code, told.headers["retry-after"]) == (503, "5")
        assert "beendet sich" in told.json()["detail"]
        assert httpx.get(f"{url}/healthz").status_code == 200
        refused = asked(url)
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
        assert refused.headers["content-type"] == "application/problem+json"
        opened = httpx.get(url, headers={"accept": "text/html", "accept-language": "en"})
        assert opened.status_code == 503 and "takes nothing new" in opened.text
        assert opened.headers["retry-after"] == "5"
        # A proxy asks the other one instead, and no visitor sees any of that.
        installation.model.pause = 0.0
        assert asked(installation.url).json()["status"] == "answered"
        assert whole.result().json()["status"] == "answered"
        assert "event: answer\n" in streamed.result().text
    assert process.wait(20) == 0


def test_a_second_signal_ends_it_at_once(installation: Installation) -> None:
    url, process = installation.replica(0), installation.processes[0]
    installation.slow_model(SECONDS)
    asked_before = len(installation.model.requests)
    with ThreadPoolExecutor(1) as pool:
        cut = pool.submit(asked, url)
        until(lambda: len(installation.model.requests) > asked_before)
        process.send_signal(signal.SIGTERM)
        until(lambda: not is_ready(url))
        assert process.poll() is None
        process.send_signal(signal.SIGTERM)
        assert process.wait(SECONDS / 4) == 0
        with pytest.raises(httpx.TransportError):
            cut.result()


def test_what_takes_too_long_is_cut(installation: Installation) -> None:
    installation.processes[0].kill()
    installation.processes[0].wait()
    installation.revive(LOTSE_SHUTDOWN_SECONDS="1")
    url, process = installation.replica(0), installation.processes[0]
    installation.slow_model(SECONDS)
    asked_before = len(installation.model.requests)
    with ThreadPoolExecutor(1) as pool:
        cut = pool.submit(asked, url)
        until(lambda: len(installation.model.requests) > asked_before)
        process.send_signal(signal.SIGTERM)
        assert process.wait(SECONDS / 4) == 0
    assert cut.result().status_code == 503
    assert "beendet sich" in cut.result().json()["detail"]


def test_a_replica_dies_under_load(installation: Installation) -> None:
    with visitors(installation.url) as seen:
        seen.wait_for(20)
        installation.processes[0].kill()
        installation.processes[0].wait()
        seen.wait_for(20)
        installation.revive()
        seen.wait_for(20)
    assert seen.errors == []
    assert seen.statuses == {200}


def test_no_replica_is_left(tmp_path: Path) -> None:
    with proxy([f"127.0.0.1:{free_port()}", f"127.0.0.1:{free_port()}"], tmp_path) as url:
        answer = asked(url)
        assert answer.status_code == 503
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.headers["retry-after"] == "5"
        assert "nicht erreichbar" in answer.json()["detail"]
        assert "cannot be reached" in asked(url, **{"accept-language": "en"}).json()["detail"]


def test_metrics_stay_inside(installation: Installation) -> None:
    assert httpx.get(f"{installation.url}/metrics").status_code == 404
    assert httpx.get(f"{installation.replica(0)}/metrics").status_code == 200
