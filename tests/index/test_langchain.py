"""The retriever in other people's LangChain chains."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from langchain_core.documents import Document
from langchain_core.runnables import ConfigurableField, RunnableLambda, RunnablePassthrough
from pydantic import ValidationError

from bot.answering.assistant import Assistant
from bot.index.filters import PassageFilter
from bot.index.langchain import PassageRetriever
from bot.index.serving import Index
from bot.index.sync import ingest
from bot.settings import Settings
from tests.conftest import ROOT
from tests.index.articles import article, write
from tests.index.hashing import HashEncoder

QUESTION = "Was macht ein Key Account Manager?"
SALARY = "Gehalt in den USA"
ONE = "account-manager-2026"
ONLY_ONE = PassageFilter(source_ids=frozenset({ONE}))


@pytest.fixture(scope="module")
def retriever(corpus_settings: Settings) -> PassageRetriever:
    return PassageRetriever.open(corpus_settings)


def as_context(documents: Sequence[Document]) -> str:
    return "\n\n".join(
        f"[{number}] {document.metadata['title']}: {document.page_content}"
        for number, document in enumerate(documents, 1)
    )


def sources(documents: Sequence[Document]) -> set[str]:
    return {document.metadata["source_id"] for document in documents}


def test_misspelt_questions_are_repaired_as_everywhere(retriever: PassageRetriever) -> None:
    typed, meant = "Aufgabn eines Acount Managers", "Aufgaben eines Account Managers"
    found = [d.id for d in retriever.invoke(meant)]
    assert [d.id for d in retriever.invoke(typed)] == found


def test_a_chain_with_formatted_context(corpus_settings: Settings) -> None:
    retriever = PassageRetriever.open(corpus_settings, limit=3)
    chain = {
        "context": retriever | RunnableLambda(as_context),
        "question": RunnablePassthrough(),
    } | RunnableLambda(lambda filled: f"{filled['context']}\n\nFrage: {filled['question']}")
    prompt = chain.invoke(SALARY)
    assert prompt.endswith(f"Frage: {SALARY}")
    assert [mark in prompt for mark in ("[1]", "[2]", "[3]", "[4]")] == [True, True, True, False]
    assert "US-Dollar" in prompt.partition("[2]")[0]
    assert asyncio.run(chain.ainvoke(SALARY)) == prompt
    assert chain.batch([QUESTION, SALARY])[1] == prompt
    assert asyncio.run(chain.abatch([QUESTION, SALARY]))[1] == prompt
    assert "".join(chain.stream(SALARY)) == prompt


def test_metadata_say_where_a_document_stands_and_why(
    retriever: PassageRetriever, assistant: Assistant
) -> None:
    found = retriever.invoke(SALARY)
    for document in found:
        said: dict[str, Any] = document.metadata
        source = assistant.sources[said["source_id"]]
        assert source.text[said["start"] : said["end"]] == document.page_content
        assert said["passage_id"] == document.id
        facts = ("title", "publisher", "url", "published", "country", "language")
        assert [said[name] for name in facts] == [getattr(source, name) for name in facts]
    scores = [document.metadata["score"] for document in found]
    assert scores == sorted(scores, reverse=True)
    assert 0 < scores[0] <= 1
    first = found[0].metadata
    assert first["bm25"] > 0
    assert 0 < first["grams"] <= 1
    assert 0 < first["cosine"] <= first["window_cosine"] <= 1
    assert json.loads(json.dumps(first)) == first


def test_sync_async_and_batch_agree(retriever: PassageRetriever) -> None:
    both = [retriever.invoke(QUESTION), retriever.invoke(SALARY)]
    assert both[0] != both[1]
    assert asyncio.run(retriever.ainvoke(QUESTION)) == both[0]
    assert retriever.batch([QUESTION, SALARY]) == both
    assert asyncio.run(retriever.abatch([QUESTION, SALARY])) == both


def test_filter_and_limit_for_one_call(retriever: PassageRetriever) -> None:
    few = retriever.invoke(SALARY, limit=3, only=ONLY_ONE)
    assert (len(few), sources(few)) == (3, {ONE})
    assert asyncio.run(retriever.ainvoke(SALARY, limit=3, only=ONLY_ONE)) == few
    assert retriever.batch([SALARY], limit=3, only=ONLY_ONE) == [few]
    assert asyncio.run(retriever.abatch([SALARY], limit=3, only=ONLY_ONE)) == [few]
    assert len(sources(retriever.invoke(SALARY))) > 1


def test_filters_by_what_a_source_says(tmp_path: Path) -> None:
    heads = {
        "de": "country: DE\npublished: 2024-05-01",
        "at": "country: AT",
        "none": "language: de",
    }
    texts = {
        f"{name}.md": f"---\nid: {name}\n{head}\n---\n{article(number)}"
        for number, (name, head) in enumerate(heads.items())
    }
    folder = write(tmp_path / "articles", texts)
    settings = Settings(db=tmp_path / "index", _env_file=None)
    ingest([str(folder)], settings, encoder=HashEncoder())
    retriever = PassageRetriever(index=Index.open(settings), encoder=HashEncoder(), limit=100)
    assert sources(retriever.invoke("Account Manager")) == set(heads)
    for only, source in (
        (PassageFilter(country="DE"), "de"),
        (PassageFilter(country="AT"), "at"),
        (PassageFilter(year_from=2024, year_to=2024), "de"),
    ):
        found = retriever.invoke("Account Manager", only=only)
        assert sources(found) == {source}
        assert {document.metadata["country"] for document in found} == {source.upper()}
    assert retriever.invoke("Account Manager", only=PassageFilter(country="CH")) == []


def test_a_standing_filter_yields_to_the_one_of_a_call(corpus_settings: Settings) -> None:
    standing = PassageRetriever.open(corpus_settings, limit=3, only=ONLY_ONE)
    assert (len(standing.invoke(SALARY)), sources(standing.invoke(SALARY))) == (3, {ONE})
    assert len(sources(standing.invoke(SALARY, limit=20, only=PassageFilter()))) > 1


def test_in_a_chain_the_filter_is_bound_or_comes_by_config(retriever: PassageRetriever) -> None:
    few = sources(retriever.invoke(SALARY, limit=2, only=ONLY_ONE))
    bound = {"found": retriever.bind(limit=2, only=ONLY_ONE)} | RunnableLambda(
        lambda filled: sources(filled["found"])
    )
    assert bound.invoke(SALARY) == few == {ONE}
    chain = {
        "found": retriever.configurable_fields(
            only=ConfigurableField(id="only"), limit=ConfigurableField(id="limit")
        )
    } | RunnableLambda(lambda filled: (len(filled["found"]), sources(filled["found"])))
    narrow: Any = {"configurable": {"only": ONLY_ONE, "limit": 2}}
    assert chain.invoke(SALARY, config=narrow) == (2, {ONE})
    assert asyncio.run(chain.ainvoke(SALARY, config=narrow)) == (2, {ONE})
    wide, again = chain.batch([SALARY, SALARY], config=[{}, narrow])
    assert wide[0] == 10
    assert len(wide[1]) > 1
    assert again == (2, {ONE})


def test_the_event_loop_is_free_while_a_question_is_searched(retriever: PassageRetriever) -> None:
    gate = _Gate(retriever.encoder)
    gated = PassageRetriever(index=retriever.index, encoder=gate)

    async def ask_and_go_on() -> list[Document]:
        asked = asyncio.create_task(gated.ainvoke(QUESTION))
        while not gate.reached.is_set():
            await asyncio.sleep(0.001)
        gate.opened.set()  # never reached by a loop that waits for the encoder
        return await asked

    assert asyncio.run(ask_and_go_on()) == retriever.invoke(QUESTION)
    assert gate.was_opened


def test_the_readme_shows_what_works(
    corpus_settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    section = (ROOT / "README.md").read_text(encoding="utf-8").partition("LangChain chain\n")[2]
    code = section.partition("```python\n")[2].partition("```")[0]
    monkeypatch.setenv("LOTSE_DB", str(corpus_settings.db))
    names: dict[str, Any] = {}
    exec(code, names)
    assert "Account Manager" in names["filled"]["context"]
    assert names["filled"]["question"] == "Was verdient ein Account Manager?"
    assert len(capsys.readouterr().out.splitlines()) == 4


def test_wrong_options_are_refused(retriever: PassageRetriever, corpus_settings: Settings) -> None:
    for options in ({"limit": 0}, {"filter": ONLY_ONE}, {"only": {"land": "DE"}}):
        with pytest.raises(ValidationError):
            PassageRetriever.open(corpus_settings, **options)
    with pytest.raises(TypeError, match="filter"):
        retriever.invoke(QUESTION, filter=ONLY_ONE)


class _Gate:
    """The real encoder behind a gate that only a running event loop opens."""

    def __init__(self, encoder: Any) -> None:
        self._encoder = encoder
        self.reached, self.opened = threading.Event(), threading.Event()
        self.was_opened = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._encoder, name)

    def encode_questions(self, texts: Sequence[str]) -> Any:
        self.reached.set()
        self.was_opened = self.opened.wait(10)
        return self._encoder.encode_questions(texts)
