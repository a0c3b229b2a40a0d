"""Chroma's server hangs or is gone: answers come from memory, nobody waits, and it heals."""

from __future__ import annotations

import signal

import httpx
import pytest

from bot.errors import StoreError
from bot.evaluation.load_stack import chroma_server
from bot.index.chroma_client import LimitedSession, Silence
from bot.index.store import Store
from bot.index.sync import default_paths, ingest
from bot.index.view import load_view
from bot.settings import Settings
from tests.index.hashing import HashEncoder
from tests.operation.conftest import Installation, until, visitors
from tests.patience import patience

pytestmark = pytest.mark.slow


def ready(installation: Installation, number: int) -> httpx.Response:
    return httpx.get(f"{installation.replica(number)}/readyz", timeout=5)


def metric(installation: Installation, name: str, number: int = 0) -> float:
    lines = httpx.get(f"{installation.replica(number)}/metrics", timeout=5).text.splitlines()
    return float(next(line.split()[1] for line in lines if line.startswith(f"{name} ")))


def knows_that_chroma(installation: Installation, *, answers: bool) -> bool:
    told = [ready(installation, number) for number in range(2)]
    assert {answer.status_code for answer in told} == {200}  # memory will do
    return all(answer.json()["index_reachable"] is answers for answer in told)


def test_it_hangs_and_then_it_is_killed(installation: Installation) -> None:
    with visitors(installation.url) as seen:
        installation.chroma.send_signal(signal.SIGSTOP)
        until(lambda: knows_that_chroma(installation, answers=False))
        assert metric(installation, "lotse_index_reachable") == 0
        seen.wait_for(10)
        installation.chroma.send_signal(signal.SIGCONT)
        until(lambda: knows_that_chroma(installation, answers=True))
        installation.chroma.kill()
        installation.chroma.wait()
        until(lambda: knows_that_chroma(installation, answers=False))
        seen.wait_for(10)
        installation.revive_chroma()
        until(lambda: knows_that_chroma(installation, answers=True))
        assert metric(installation, "lotse_index_reachable") == 1
    assert seen.errors == []
    assert seen.statuses == {200}


def test_new_versions_come_in_while_visitors_ask(installation: Installation) -> None:
    before = ready(installation, 0).json()["index_version"]
    with visitors(installation.url) as seen:
        for _ in range(2):
            seen.wait_for(5)
            installation.change_an_article()
            ingest([str(installation.articles)], installation.settings)
            serving = Store.open(installation.settings).require_current()
            until(
                lambda wanted=serving: all(
                    metric(installation, "lotse_index_version", number) == wanted
                    for number in range(2)
                )
            )
        seen.wait_for(10)
    assert metric(installation, "lotse_index_version") >= before + 2
    assert seen.errors == []
    assert seen.statuses == {200}
    # What was ingested last is what is answered from.
    sources = httpx.get(f"{installation.replica(0)}/api/v1/sources").json()
    assert any("Kerzenzieher" in source["title"] for source in sources)


def test_searching_in_a_hanging_chroma_fails_in_time_and_then_at_once(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    encoder = HashEncoder()
    with chroma_server(tmp_path_factory.mktemp("hanging")) as (url, process):
        settings = Settings(chroma_url=url, chroma_timeout=0.5, _env_file=None)
        ingest(default_paths(), settings, encoder=encoder)
        store = Store.open(settings)
        view = load_view(store, store.require_current(), exact_up_to=0)
        vector = encoder.encode_questions(["Was verdient ein Account Manager?"])[0]
        assert view.collection is not None
        assert view.collection.nearest(vector, 3)
        process.send_signal(signal.SIGSTOP)
        with patience(60):
            with pytest.raises(StoreError, match="antwortet nicht") as refused:
                view.collection.nearest(vector, 3)
            assert "ReadTimeout" in refused.value.log
            with pytest.raises(StoreError, match="antwortet nicht") as refused:
                view.collection.nearest(vector, 3)
            assert "silent a moment ago" in refused.value.log
            with pytest.raises(StoreError, match="antwortet nicht"):
                store.require_current()
            another = settings.model_copy(update={"chroma_timeout": 0.6})
            with pytest.raises(StoreError, match="antwortet nicht"):
                Store.open(another)  # a client that is made while the server hangs
        process.send_signal(signal.SIGCONT)
        store.require_current()  # whatever it answers ends the silence
        assert view.collection.nearest(vector, 3)


def test_writing_has_twelve_times_as_long() -> None:
    seen: list[float] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.extensions["timeout"]["read"])
        return httpx.Response(200, json={})

    session = LimitedSession(2.0, Silence(), transport=httpx.MockTransport(answer))
    for method, path in [
        ("GET", "/collections/lotse"),
        ("POST", "/collections/1/query"),
        ("POST", "/collections/1/get"),
        ("POST", "/collections/1/add"),
        ("DELETE", "/collections/lotse"),
    ]:
        session.request(method, f"http://chroma{path}")
    assert seen == [2.0, 2.0, 2.0, 24.0, 24.0]
