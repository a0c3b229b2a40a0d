"""Feedback over HTTP: kept without its sender, replaced, taken back, refused."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.feedback.store import Feedback
from tests.web.conftest import Server

ROUTE = "/api/v1/feedback"


@pytest.fixture(scope="module")
def kept() -> Feedback:
    """What the session's server keeps, in the file of ``tests/conftest.py``."""
    from bot.settings import load_settings

    return Feedback.of(load_settings())


def body(**changes: Any) -> dict[str, Any]:
    return {
        "id": str(uuid.uuid4()),
        "verdict": "unhelpful",
        "reason": "wrong",
        "comment": "Das stimmt nicht.",
        "status": "answered",
        "intent": "salary",
        "answerer": "extractive",
        "index_version": 1,
        "language": "de",
        "sources": ["a"],
        "passages": ["a-1"],
        **changes,
    }


def find(kept: Feedback, identity: str) -> Any:
    return next((entry for entry in kept.entries() if entry.id == identity), None)


def test_it_is_kept_without_question_answer_or_sender(client: httpx.Client, kept: Feedback) -> None:
    sent = body()
    answer = client.post(
        ROUTE, json=sent, headers={"user-agent": "Kiwibrowser", "cookie": "a=Mangosaft"}
    )
    assert (answer.status_code, answer.json()) == (201, {"id": sent["id"]})
    entry = find(kept, sent["id"])
    assert (entry.verdict, entry.reason, entry.comment) == ("unhelpful", "wrong", sent["comment"])
    assert (entry.sources, entry.passages, entry.index_version) == (("a",), ("a-1",), 1)
    assert entry.question is None and entry.answer is None
    raw = kept.path.read_bytes()
    for trace in (b"Kiwibrowser", b"Mangosaft", b"127.0.0.1"):
        assert trace not in raw


def test_question_and_answer_are_kept_where_they_are_sent(
    client: httpx.Client, kept: Feedback
) -> None:
    sent = body(question="Was verdient er?", answer="Viel. [1]")
    client.post(ROUTE, json=sent)
    entry = find(kept, sent["id"])
    assert (entry.question, entry.answer) == ("Was verdient er?", "Viel. [1]")


def test_sending_again_replaces(client: httpx.Client, kept: Feedback) -> None:
    sent = body()
    assert client.post(ROUTE, json=sent).status_code == 201
    changed = sent | {"verdict": "helpful", "reason": None, "comment": ""}
    assert client.post(ROUTE, json=changed).status_code == 200
    assert [e.verdict for e in kept.entries() if e.id == sent["id"]] == ["helpful"]


def test_it_is_taken_back(client: httpx.Client, kept: Feedback) -> None:
    sent = body()
    client.post(ROUTE, json=sent)
    assert client.delete(f"{ROUTE}/{sent['id']}").status_code == 204
    assert find(kept, sent["id"]) is None
    again = client.delete(f"{ROUTE}/{sent['id']}", headers={"accept-language": "en"})
    assert again.status_code == 404 and again.json()["detail"].startswith("There is no feedback")


@pytest.mark.parametrize(
    "changes",
    [
        {"verdict": "great"},
        {"reason": "because"},
        {"verdict": "helpful", "reason": "wrong"},
        {"comment": "x" * 1001},
        {"question": "x" * 2001},
        {"sources": ["x"] * 201},
        {"sources": ["x" * 201]},
        {"id": "1"},
        {"id": "00000000-0000-0000-0000-000000000000"},
        {"index_version": -1},
        {"address": "127.0.0.1"},
        {"status": None},
    ],
)
def test_what_does_not_fit_is_refused(client: httpx.Client, changes: dict[str, Any]) -> None:
    refused = client.post(ROUTE, json=body(**changes))
    assert refused.status_code == 422
    assert refused.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("comment", ["\x00\x1b[31m", "\u202e<script>", "=1+1", "x" * 1000])
def test_any_comment_is_kept(client: httpx.Client, kept: Feedback, comment: str) -> None:
    sent = body(comment=comment)
    assert client.post(ROUTE, json=sent).status_code == 201
    assert find(kept, sent["id"]).comment == comment.replace("\0", " ").strip()


def test_half_a_character_does_no_harm(client: httpx.Client) -> None:
    text = '{"comment": "a\\ud800b", ' + str(body(comment="")).replace("'", '"')[1:]
    text = text.replace('"comment": "", ', "")
    answer = client.post(ROUTE, content=text, headers={"content-type": "application/json"})
    assert answer.status_code in (201, 422)


def test_verdicts_and_reasons_are_counted(client: httpx.Client) -> None:
    def count() -> float:
        line = 'lotse_feedback_total{reason="outdated",verdict="unhelpful"} '
        told = client.get("/metrics").text
        return float(told.split(line)[1].split()[0]) if line in told else 0.0

    before = count()
    client.post(ROUTE, json=body(reason="outdated"))
    assert count() == before + 1


def test_a_file_that_cannot_be_used_costs_nobody_an_answer(
    launch: Callable[..., Server], database: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "feedback.sqlite3"
    broken.write_bytes(b"garbage" * 99)
    server = launch(database, LOTSE_FEEDBACK_DB=str(broken))
    with httpx.Client(base_url=server.url, timeout=60) as client:
        refused = client.post(ROUTE, json=body())
        assert refused.status_code == 503 and refused.headers["retry-after"]
        assert "gerade nicht" in refused.json()["detail"]
        assert str(tmp_path) not in refused.text
        answer = client.post("/api/v1/answers", json={"question": "Was verdient er?"})
        assert answer.status_code == 200
    assert broken.read_bytes() == b"garbage" * 99
