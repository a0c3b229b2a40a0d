"""Retrieval sets in BEIR's layout: corpus, queries and judgements as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.errors import UsageError

MOST_FACET_VALUES = 0.05
"""A facet has at most this many distinct values, as a share of the documents."""

_OWN_FIELDS = frozenset({"_id", "title", "text"})


@dataclass(frozen=True, slots=True)
class Document:
    """A passage of the corpus; ``fields`` are what queries may filter by."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Query:
    """A question with the documents that answer it.

    Attributes:
        relevant: document id to its grade, above 0.
        scope: ids of the documents to search, or None for all of them.
    """

    id: str
    text: str
    relevant: dict[str, int]
    scope: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class RetrievalSet:
    """A corpus and its judged questions."""

    name: str
    documents: tuple[Document, ...]
    queries: tuple[Query, ...]


def read_set(folder: Path) -> RetrievalSet:
    """Reads ``corpus.jsonl``, ``queries.jsonl`` and ``qrels.jsonl``.

    A facet that both queries and documents carry, such as ``city``, narrows the search to
    the documents with the query's value. A facet has few values; a field that tells nearly
    every document apart would give the answer away, and is no filter.

    Raises:
        UsageError: a file is missing or not JSON lines.
    """
    rows = list(_rows(folder / "corpus.jsonl"))
    documents = tuple(Document(str(r["_id"]), r.get("title") or "", r["text"]) for r in rows)
    relevant: dict[str, dict[str, int]] = {}
    for row in _rows(folder / "qrels.jsonl"):
        if int(row["score"]) > 0:
            relevant.setdefault(str(row["query-id"]), {})[str(row["corpus-id"])] = int(row["score"])
    scopes = _Scopes(rows)
    queries = tuple(
        Query(str(row["_id"]), row["text"], relevant[str(row["_id"])], scopes.of(row))
        for row in _rows(folder / "queries.jsonl")
        if str(row["_id"]) in relevant
    )
    return RetrievalSet(folder.name, documents, queries)


class _Scopes:
    """Document ids by every value of every facet."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        ids: dict[str, dict[Any, set[str]]] = {}
        for row in rows:
            for field, value in row.items():
                if field not in _OWN_FIELDS and isinstance(value, str | int):
                    ids.setdefault(field, {}).setdefault(value, set()).add(str(row["_id"]))
        most = max(2, int(len(rows) * MOST_FACET_VALUES))
        self._ids = {
            (field, value): members
            for field, values in ids.items()
            if len(values) <= most
            for value, members in values.items()
        }

    def of(self, query: dict[str, Any]) -> frozenset[str] | None:
        """The documents that share every filterable value with the query."""
        found = [
            self._ids[field, value]
            for field, value in query.items()
            if isinstance(value, str | int) and (field, value) in self._ids
        ]
        return frozenset.intersection(*map(frozenset, found)) if found else None


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    try:
                        yield json.loads(line)
                    except ValueError as error:
                        raise UsageError(f"{path}, Zeile {number}: kein gültiges JSON.") from error
    except OSError as error:
        raise UsageError(f"{path} lässt sich nicht lesen: {error.strerror}.") from error
