"""A conversation as a file: what stands in it, and that nobody gets a forged one."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import httpx
import pytest
from markdown_it import MarkdownIt
from pypdf import PdfReader

from bot.answering.assistant import Assistant
from bot.domain import Answer
from bot.web.api.seals import Seals
from bot.web.chat.conversation_file import checked, document
from bot.web.chat.conversation_texts import GERMAN
from bot.writing.marked import to_markdown

ROUTE = "/api/v1/conversations/export"
QUESTION = "Was verdient ein Key Account Manager?"
SECRET = "a secret of at least thirty-two bytes"
HOSTILE = "Was verdient ein [Account](javascript:alert(1)) | Manager <script>x</script>?\n\n# Oh"


@pytest.fixture(scope="module")
def answer(client: httpx.Client) -> dict[str, Any]:
    given = client.post("/api/v1/answers", json={"question": QUESTION}).json()
    assert given["status"] == "answered"
    return dict(given)


def export(
    client: httpx.Client, answers: list[dict[str, Any]], kind: str = "text/markdown", **more: Any
) -> httpx.Response:
    turns = [{"answer": answer} for answer in answers]
    return client.post(ROUTE, json={"turns": turns, **more}, headers={"accept": kind})


def unescaped(markdown: str) -> str:
    """What a reader of the Markdown sees."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    lines = ("".join(c.content for c in t.children or ()) for t in tokens if t.type == "inline")
    return "\n".join(lines)


def test_question_answer_and_quotes_with_their_origin(
    client: httpx.Client, answer: dict[str, Any]
) -> None:
    declined = client.post("/api/v1/answers", json={"question": "Was verdient ein Zahnarzt?"})
    given = export(client, [answer, declined.json()])
    assert given.status_code == 200
    assert given.headers["content-type"] == "text/markdown; charset=utf-8"
    assert given.headers["cache-control"] == "no-store"
    assert 'filename="karrierelotse-gespraech-' in given.headers["content-disposition"]
    told = unescaped(given.text)
    assert GERMAN.machine in told
    for asked in (QUESTION, "Was verdient ein Zahnarzt?"):
        assert f"Frage: {asked}" in told
    for citation in answer["citations"]:
        assert f"[{citation['number']}] „{citation['quote']}“" in told
        assert citation["source"]["title"] in told
        if citation["source"]["url"]:
            assert f"<{citation['source']['url']}>" in given.text
    assert declined.json()["text"].replace("\\", "") in told
    assert GERMAN.changed not in told and GERMAN.gone not in told


def test_the_same_as_pdf_and_in_english(client: httpx.Client, answer: dict[str, Any]) -> None:
    given = export(client, [answer], "application/pdf", language="en")
    assert given.headers["content-type"] == "application/pdf"
    assert "conversation-" in given.headers["content-disposition"]
    pages = PdfReader(io.BytesIO(given.content)).pages
    # A quote may run on behind the foot of a page, which is its last line.
    lines = [page.extract_text().rsplit("\n", 1)[0] for page in pages]
    told = "".join("".join(lines).split())
    assert "Conversationwith" in told
    for citation in answer["citations"]:
        assert "".join(citation["quote"].split()) in told


def test_without_a_form_it_is_markdown(client: httpx.Client, answer: dict[str, Any]) -> None:
    assert export(client, [answer], "*/*").headers["content-type"].startswith("text/markdown")


@pytest.mark.parametrize(
    "forge",
    [
        lambda a: a["citations"][0].update(quote="Er verdient nichts."),
        lambda a: a["citations"][0].update(start=0, end=5),
        lambda a: a["citations"][0].update(section="Von Dritten"),
        lambda a: a["citations"][0]["source"].update(title="Ein anderer Titel"),
        lambda a: a["citations"][0]["source"].update(url="https://example.org"),
        lambda a: a["citations"][0]["source"].update(id="unbekannt"),
        lambda a: a["citations"].pop(),
        lambda a: a.update(text=a["text"] + " Er verdient 1.234.567 Euro. [1]"),
        lambda a: a.update(text="Ohne Belege."),
        lambda a: a.update(status="declined", reason="off_topic"),
    ],
)
def test_what_is_not_ours_is_refused(
    client: httpx.Client, answer: dict[str, Any], forge: Callable[[dict[str, Any]], None]
) -> None:
    forged = client.post("/api/v1/answers", json={"question": QUESTION}).json()
    forge(forged)
    refused = export(client, [answer, forged])
    assert refused.status_code == 422
    assert "Antwort 2" in refused.json()["detail"]
    assert "%PDF" not in refused.text and "Er verdient nichts" not in refused.text


def test_wording_without_a_seal_is_called_unproven(
    client: httpx.Client, answer: dict[str, Any]
) -> None:
    forged = answer | {"text": f"Glauben Sie mir. {answer['text']}"}
    told = unescaped(export(client, [forged]).text)
    assert "Glauben Sie mir." in told and GERMAN.unproven in told


@pytest.mark.parametrize(
    "wrong",
    [
        {"turns": []},
        {},
        {"turns": [{"answer": {"question": "x"}}]},
        {"turns": [{"answer": None}]},
        {"turns": [{"answer": {}, "seal": "x" * 65}]},
    ],
)
def test_what_is_no_conversation_is_refused(client: httpx.Client, wrong: dict[str, Any]) -> None:
    refused = client.post(ROUTE, json=wrong)
    assert refused.status_code == 422
    assert refused.headers["content-type"] == "application/problem+json"


# The document itself, on the real corpus.
@pytest.fixture(scope="module")
def given(assistant: Assistant) -> Answer:
    return assistant.answer(QUESTION)


def written(assistant: Assistant, answer: Answer, seals: Seals, seal: str, **changed: Any) -> str:
    sources = {k: changed.get(k, s) for k, s in assistant.sources.items()}
    sources = {k: s for k, s in sources.items() if s is not None}
    turn = checked(answer, seal, seals, sources)
    assert turn is not None
    return unescaped(to_markdown(document([turn], sources, "de", date(2026, 11, 22))))


def test_a_sealed_answer_is_proven(assistant: Assistant, given: Answer) -> None:
    seals = Seals(SECRET)
    told = written(assistant, given, seals, Seals(SECRET).seal(given))  # by another replica
    assert GERMAN.unproven not in told and "22.11.2026" in told


def test_no_word_of_a_sealed_answer_can_be_changed(assistant: Assistant, given: Answer) -> None:
    seals = Seals()
    seal = seals.seal(given)
    first = given.citations[0]
    for changed in (
        replace(given, text=given.text + " "),
        replace(given, question="Was anderes?"),
        replace(given, warnings=("Achtung!",)),
        replace(given, citations=(replace(first, quote="x"), *given.citations[1:])),
        replace(
            given,
            citations=(
                replace(first, source=replace(first.source, url="https://example.org")),
                *given.citations[1:],
            ),
        ),
    ):
        assert seals.holds(given, seal) and not seals.holds(changed, seal)
    assert not Seals().holds(given, seal)


def test_a_source_that_changed_or_went_is_told(assistant: Assistant, given: Answer) -> None:
    seals = Seals()
    source = given.citations[0].source.id
    moved = replace(assistant.sources[source], text="Neu. " + assistant.sources[source].text)
    assert GERMAN.changed in written(assistant, given, seals, seals.seal(given), **{source: moved})
    assert GERMAN.gone in written(assistant, given, seals, seals.seal(given), **{source: None})
    others = {k: s for k, s in assistant.sources.items() if k != source}
    assert checked(given, "", seals, others) is None


def test_a_question_stays_text(assistant: Assistant, given: Answer) -> None:
    seals = Seals()
    asked = replace(given, question=HOSTILE)
    turn = checked(asked, seals.seal(asked), seals, assistant.sources)
    assert turn is not None
    markdown = to_markdown(document([turn], assistant.sources, "de", date(2026, 11, 22)))
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert not kinds & {"html_inline", "image"} and not re.search(r"(?<!\\)<script", markdown)
    assert "table_open" not in {token.type for token in tokens}
    assert " ".join(HOSTILE.split()) in unescaped(markdown)
    links = [
        child.attrs["href"] for token in tokens for child in token.children or ()
        if child.type == "link_open"
    ]  # fmt: skip
    assert links and all(str(link).startswith("http") for link in links)
