"""The retriever in a LangChain chain."""

from __future__ import annotations

import asyncio

from langchain_core.runnables import RunnableLambda

from bot.answering.assistant import Assistant
from bot.index.filters import PassageFilter
from bot.index.langchain import PassageRetriever
from bot.settings import Settings


def test_it_finds_passages_in_a_chain(corpus_settings: Settings, assistant: Assistant) -> None:
    retriever = PassageRetriever.open(corpus_settings, limit=3)
    chain = retriever | RunnableLambda(lambda documents: [d.metadata for d in documents])
    found = chain.invoke("Gehalt in den USA")
    assert len(found) == 3
    first = found[0]
    source = assistant.sources[first["source_id"]]
    assert "US-Dollar" in source.text[first["start"] : first["end"]]
    assert [row["score"] for row in found] == sorted((r["score"] for r in found), reverse=True)


def test_async_and_batch_agree_with_sync(corpus_settings: Settings) -> None:
    retriever = PassageRetriever.open(corpus_settings)
    question = "Was macht ein Key Account Manager?"
    once = retriever.invoke(question)
    assert asyncio.run(retriever.ainvoke(question)) == once
    assert retriever.batch([question, "Gehalt"])[0] == once


def test_filter_and_limit_for_one_call(corpus_settings: Settings) -> None:
    retriever = PassageRetriever.open(corpus_settings)
    only = PassageFilter(source_ids=frozenset({"account-manager-2026"}))
    few = retriever.invoke("Gehalt", limit=3, filter=only)
    assert {document.metadata["source_id"] for document in few} == {"account-manager-2026"}
    assert len(few) == 3
    assert asyncio.run(retriever.ainvoke("Gehalt", limit=3, filter=only)) == few
    always = PassageRetriever.open(corpus_settings, limit=3, filter=only)
    assert always.invoke("Gehalt") == few
    assert len(retriever.invoke("Gehalt")) == 10
