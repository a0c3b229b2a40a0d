"""The retriever in a LangChain chain."""

from __future__ import annotations

import asyncio

from langchain_core.runnables import RunnableLambda

from bot.answering.assistant import Assistant
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
