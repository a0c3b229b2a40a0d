"""Every refusal is said in both languages, and says when to try again where that helps."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.answering.assistant import Assistant
from bot.errors import IndexMissingError, LotseError
from bot.index.serving import Index
from bot.matching.session import Desk
from bot.reading import apart
from bot.settings import Settings
from bot.web.api.routes import routes
from bot.web.edge import problems
from bot.web.edge.operation_texts import UNREACHABLE
from bot.web.service import Service
from tests.web.conftest import ROOT
from tests.web.test_api import problem_of

MATCHES = "/api/v1/matches"
MET = (
    "bot.access.callers",
    "bot.matching.reading.documents",
    "bot.matching.reading.docx_lines",
    "bot.matching.reading.json_resume",
    "bot.matching.reading.pdf_lines",
    "bot.matching.reading.reader",
    "bot.matching.session",
    "bot.reading.apart",
    "bot.reading.apart_child",
    "bot.reading.docx",
    "bot.reading.pdf",
    "bot.reading.sniff",
    "bot.screening.adverts.check",
    "bot.screening.checks",
    "bot.screening.folding",
    "bot.screening.intake",
    "bot.screening.repeats",
)
"""Outside the web: modules whose errors visitors can meet."""


def calls(path: Path) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            named = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            yield node, named


def is_plain_text(node: ast.expr) -> bool:
    is_str_call = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "str"
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return is_text or is_str_call or isinstance(node, ast.JoinedStr)


@pytest.mark.parametrize("path", sorted((ROOT / "bot/web").rglob("*.py")), ids=lambda p: p.stem)
def test_no_refusal_of_the_web_is_one_text(path: Path) -> None:
    for call, named in calls(path):
        detail = [*call.args[1:], *(k.value for k in call.keywords if k.arg in ("detail", "said"))]
        where = f"{path.name}:{call.lineno}"
        if named == "HTTPException":
            assert not detail, f"{where}: a Refusal says it in both languages"
        if named in ("Refusal", "problem", "problem_object", "not_now"):
            assert not any(map(is_plain_text, detail[:1])), where


@pytest.mark.parametrize("name", MET)
def test_what_visitors_can_meet_elsewhere_has_an_english_form(name: str) -> None:
    module = importlib.import_module(name)
    assert module.__file__ is not None
    found = 0
    for call, named in calls(Path(module.__file__)):
        kind = getattr(module, named, None)
        if isinstance(kind, type) and issubclass(kind, LotseError) and call.args:
            assert any(k.arg == "english" for k in call.keywords), f"{name}:{call.lineno}"
            found += 1
    assert found


def test_what_is_known_in_german_only_says_so_in_english() -> None:
    said = problems.sentence_of(LotseError("Kein Platz.", hint="Räumen Sie auf."))
    assert said.de == "Kein Platz. Räumen Sie auf."
    assert said.en == "The reason is known in German only: Kein Platz. Räumen Sie auf."
    both = problems.sentence_of(LotseError("Kein Platz.", english="No room."))
    assert (both.de, both.en) == ("Kein Platz.", "No room.")
    # What is wrong with the index is for operators.
    assert problems.sentence_of(IndexMissingError("LOTSE_DB ist leer.")) is UNREACHABLE


@pytest.mark.parametrize(
    ("sent", "status", "told"),
    [
        ({"json": {}}, 422, "A profile is missing"),
        ({"json": {"text": "BWL", "role": "Zahnarzt"}}, 404, "do not know the role “Zahnarzt”"),
        ({"json": {"text": "BWL", "answers": {"x": "yes"}}}, 422, "no requirement with the id “x”"),
        ({"content": b"{", "headers": {"content-type": "application/json"}}, 422, "not JSON"),
        ({"content": b"x", "headers": {"content-type": "text/plain"}}, 415, "What is read: multi"),
        ({"content": b"x", "headers": {"content-type": "multipart/form-data"}}, 422, "incomplete"),
        ({"files": {"file": ("a.pdf", b"%PDF-1.7 x")}}, 422, "The PDF file is incomplete"),
        ({"data": {"answers": "{"}, "files": {"file": ("a.txt", b"BWL")}}, 422, "answers are not"),
        ({"content": b"x" * 10_500_001}, 413, "larger than 10 MB"),
    ],
)
def test_they_are_english_for_who_reads_that(
    client: httpx.Client, sent: dict[str, object], status: int, told: str
) -> None:
    german = client.post(MATCHES, **sent)
    english = client.post(f"{MATCHES}?lang=en", **sent)
    assert told in str(problem_of(english, status)["detail"])
    assert english.headers["content-language"] == "en"
    assert problem_of(german, status)["detail"] != english.json()["detail"]
    assert german.headers["content-language"] == "de"


def test_who_comes_while_too_much_is_read_is_told_when_to_come_again(
    corpus_settings: Settings, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = Index.open(corpus_settings)
    app = FastAPI()
    problems.install(app)
    app.include_router(routes(Service(index, assistant, Desk(index, assistant.encoder))))
    monkeypatch.setattr(apart, "MOST_WAITING", 0)
    slots = apart._pool._slots
    with TestClient(app) as client:
        for _ in range(apart.MOST_CHILDREN):
            slots.acquire()
        try:
            sent = client.post(MATCHES, files={"file": ("a.pdf", b"%PDF-1.7 x %%EOF")})
        finally:
            for _ in range(apart.MOST_CHILDREN):
                slots.release()
    assert "einer Minute" in str(problem_of(sent, 503)["detail"])
    assert sent.headers["retry-after"] == "60"
