"""Retrieval sets in BEIR's layout: corpus, queries and judgements as JSON lines."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from bot.errors import UsageError

SETS = ("xquad_de", "integreat_de")
"""Sets that may lie beside the project."""

MOST_FACET_VALUES = 0.05
"""A facet of a large set has at most this many distinct values, as a share of the documents."""

_OWN_FIELDS = frozenset({"_id", "title", "text"})

Row = TypeVar("Row")
Facets = tuple[tuple[str, str | int], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A passage of the corpus; ``facets`` are the fields that queries may filter by."""

    id: str
    title: str
    text: str
    facets: Facets = ()


@dataclass(frozen=True, slots=True)
class Query:
    """A question with the documents that answer it.

    Attributes:
        relevant: document id to its grade, above 0; empty where the corpus has no answer.
        scope: ids of the documents to search, or None for all of them.
    """

    id: str
    text: str
    relevant: dict[str, int]
    scope: frozenset[str] | None


@dataclass(frozen=True)
class RetrievalSet:
    """A corpus and its judged questions.

    Attributes:
        unanswerable: questions that ``unanswerable.jsonl`` says the corpus doesn't answer.
    """

    name: str
    documents: tuple[Document, ...]
    queries: tuple[Query, ...]
    unanswerable: tuple[Query, ...] = ()

    @cached_property
    def fingerprint(self) -> str:
        """Equal exactly where corpus, questions, filters and judgements are."""
        rows = [asdict(document) for document in self.documents]
        asked = [
            (q.id, q.text, sorted(q.relevant.items()), q.scope and sorted(q.scope))
            for q in self.queries
        ]
        return hashlib.sha256(json.dumps([rows, asked]).encode()).hexdigest()[:16]


def default_data() -> Path:
    """Where sets are looked for by name: ``shared/data`` beside the project."""
    return Path(__file__).resolve().parents[3] / "shared" / "data"


def set_folder(name: str, data: Path | None = None) -> Path:
    """The folder of a set that is given by its path or by its name.

    Raises:
        UsageError: there is neither such a folder nor such a set.
    """
    places = [Path(name).expanduser(), (data or default_data()) / name]
    for place in places:
        if place.is_dir():
            return place
    known = ", ".join(folder.name for folder in sets_found(data)) or "keine"
    raise UsageError(
        f"{name} ist weder ein Ordner noch der Name einer Messreihe.",
        log=f"no evaluation set {name}",
        hint=f"Mit Namen gefunden: {known}.",
    )


def sets_found(data: Path | None = None) -> list[Path]:
    """Folders of the known sets that are there."""
    return [folder for name in SETS if (folder := (data or default_data()) / name).is_dir()]


def read_set(folder: Path) -> RetrievalSet:
    """Reads ``corpus.jsonl``, ``queries.jsonl``, the judgements and ``unanswerable.jsonl``.

    Judgements are ``qrels.jsonl``, or ``qrels/test.tsv`` as BEIR's own downloads have it.
    A facet that both queries and documents carry, such as ``city``, narrows the search to
    the documents with the query's value. A facet has few values; a field that tells nearly
    every document apart would give the answer away, and is no filter.

    Raises:
        UsageError: a file is missing or not JSON lines, a row lacks a field, no query is
            judged, or an id occurs twice.
    """
    rows = list(_rows(folder / "corpus.jsonl", _document_row))
    facets = _Facets(rows)
    documents = tuple(Document(r["_id"], r["title"], r["text"], facets.of(r)) for r in rows)
    ids = {document.id for document in documents}
    if len(ids) < len(documents):
        raise UsageError(f"{folder / 'corpus.jsonl'} enthält eine Kennung mehrmals.")
    relevant: dict[str, dict[str, int]] = {}
    for query, document, grade in _judgements(folder):
        if grade > 0:
            relevant.setdefault(query, {})[document] = grade
    queries = tuple(
        Query(row["_id"], row["text"], relevant[row["_id"]], facets.scope(row))
        for row in _rows(folder / "queries.jsonl", _query_row)
        if row["_id"] in relevant
    )
    if not queries:
        raise UsageError(f"{folder} enthält keine Frage mit einem Urteil über 0.")
    unasked = folder / "unanswerable.jsonl"
    unanswerable = _rows(unasked, _query_row) if unasked.is_file() else ()
    return RetrievalSet(
        folder.resolve().name,
        documents,
        queries,
        tuple(Query(row["_id"], row["text"], {}, facets.scope(row)) for row in unanswerable),
    )


class _Facets:
    """Fields of few values, and the ids of the documents by every value of each."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        ids: dict[str, dict[str | int, set[str]]] = {}
        for row in rows:
            for field, value in row.items():
                if field not in _OWN_FIELDS and isinstance(value, str | int):
                    ids.setdefault(field, {}).setdefault(value, set()).add(row["_id"])
        # Three values among twenty documents are a facet too.
        most = max(2, min(10, len(rows) // 3), int(len(rows) * MOST_FACET_VALUES))
        self._ids = {
            (field, value): frozenset(members)
            for field, values in ids.items()
            if len(values) <= most
            for value, members in values.items()
        }
        self._fields = {field for field, _ in self._ids}

    def of(self, document: Mapping[str, Any]) -> Facets:
        return tuple(
            (field, document[field])
            for field in sorted(self._fields)
            if (field, document.get(field)) in self._ids
        )

    def scope(self, query: Mapping[str, Any]) -> frozenset[str] | None:
        """The documents that share every filterable value with the query."""
        found = [
            self._ids[field, value]
            for field, value in query.items()
            if isinstance(value, str | int) and (field, value) in self._ids
        ]
        return frozenset.intersection(*found) if found else None


def _document_row(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"_id": str(row["_id"]), "title": row.get("title") or "", "text": _text(row)}


def _query_row(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"_id": str(row["_id"]), "text": _text(row)}


def _text(row: dict[str, Any]) -> str:
    if not isinstance(row["text"], str):
        raise TypeError("text is no text")
    return row["text"]


def _judgements(folder: Path) -> Iterator[tuple[str, str, int]]:
    lines, table = folder / "qrels.jsonl", folder / "qrels" / "test.tsv"
    if table.is_file() and not lines.is_file():
        for number, line in enumerate(_lines(table), 1):
            query, *rest = line.rstrip("\n").split("\t")
            if number == 1 and rest[1:] == ["score"]:
                continue
            try:
                document, grade = rest
                yield query, document, int(grade)
            except ValueError as error:
                raise UsageError(
                    f"{table}, Zeile {number}: erwartet werden Frage, Dokument und Urteil."
                ) from error
        return
    yield from _rows(
        lines, lambda row: (str(row["query-id"]), str(row["corpus-id"]), int(row["score"]))
    )


def _rows(path: Path, read: Callable[[dict[str, Any]], Row]) -> Iterator[Row]:
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise UsageError(f"{path}, Zeile {number}: kein gültiges JSON.") from error
        try:
            yield read(row)
        except KeyError as error:
            raise UsageError(f"{path}, Zeile {number}: das Feld {error} fehlt.") from error
        except (TypeError, ValueError, AttributeError) as error:
            raise UsageError(f"{path}, Zeile {number}: kein passendes JSON-Objekt.") from error


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8") as lines:
            yield from lines
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "keine UTF-8-Textdatei"
        raise UsageError(f"{path} lässt sich nicht lesen: {reason}.") from error
