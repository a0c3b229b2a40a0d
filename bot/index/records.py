"""How sources and passages are written into Chroma and read back.

Chroma holds flat metadata and one text a record, so a source is kept as JSON beside its
text, which is divided into parts (hosted Chroma limits a text's length).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain import Passage, Section, Sentence, Source
from bot.index.duplicates import Fingerprint
from bot.passages import embedded_text

RECORDS_VERSION = "3"  # raise it when what is written changes: every index is then rebuilt
PART_CHARACTERS = 8_000


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source in the index and the place it was read from.

    Attributes:
        location: absolute path or URL it was last read from.
        passages: how many passages it was cut into.
    """

    source: Source
    location: str
    passages: int


@dataclass(frozen=True, slots=True)
class Batch:
    """What one call to Chroma's ``add`` takes."""

    ids: list[str]
    documents: list[str]
    metadatas: list[Mapping[str, Any]]


def source_batch(record: SourceRecord) -> Batch:
    """The records of one source: its text in parts, everything else with the first part."""
    text = record.source.text
    parts = [text[i : i + PART_CHARACTERS] for i in range(0, len(text), PART_CHARACTERS)]
    about = {
        field: getattr(record.source, field)
        for field in Source.__dataclass_fields__
        if field not in {"text", "sections"}
    }
    about["sections"] = [[list(s.path), s.start, s.end] for s in record.source.sections]
    metadatas: list[Mapping[str, Any]] = [
        {"source_id": record.source.id, "part": number} for number in range(len(parts))
    ]
    metadatas[0] = {
        **metadatas[0],
        "about": json.dumps(about, ensure_ascii=False),
        "location": record.location,
        "passages": record.passages,
    }
    ids = [f"{record.source.id}#{number}" for number in range(len(parts))]
    return Batch(ids, parts, metadatas)


def read_sources(documents: list[str], metadatas: list[Mapping[str, Any]]) -> list[SourceRecord]:
    """The sources that ``source_batch`` wrote, ordered by id."""
    parts: dict[str, dict[int, str]] = {}
    heads: dict[str, Mapping[str, Any]] = {}
    for document, metadata in zip(documents, metadatas, strict=True):
        source_id = str(metadata["source_id"])
        parts.setdefault(source_id, {})[int(metadata["part"])] = document
        if "about" in metadata:
            heads[source_id] = metadata
    records = []
    for source_id in sorted(heads):
        head = heads[source_id]
        about = json.loads(head["about"])
        about["sections"] = tuple(Section(tuple(p), s, e) for p, s, e in about["sections"])
        about["roles"] = tuple(about["roles"])
        text = "".join(parts[source_id][number] for number in sorted(parts[source_id]))
        records.append(
            SourceRecord(Source(**about, text=text), str(head["location"]), int(head["passages"]))
        )
    return records


def vector_key(source: Source, passage: Passage) -> str:
    """Names what is embedded: equal for equal texts, wherever they stand."""
    shown = embedded_text(source.title, passage.heading_path, passage.text)
    return hashlib.sha256(shown.encode()).hexdigest()[:32]


def passage_metadata(source: Source, passage: Passage) -> dict[str, Any]:
    """Flat metadata of one passage; values that Chroma can filter by stay single fields."""
    metadata: dict[str, Any] = {
        "source_id": passage.source_id,
        "heading_path": json.dumps(passage.heading_path, ensure_ascii=False),
        "start": passage.start,
        "end": passage.end,
        "sentences": json.dumps([[s.start, s.end] for s in passage.sentences]),
        "vector_key": vector_key(source, passage),
        "language": source.language,
    }
    fingerprint = Fingerprint.of(passage)
    metadata["statement"] = fingerprint.statement
    if fingerprint.wording is not None:
        metadata["wording"] = fingerprint.wording
    if source.country:
        metadata["country"] = source.country
    if source.published:
        metadata["year"] = int(source.published[:4])
    if source.roles:
        metadata["roles"] = list(source.roles)
    return metadata


def read_passage(passage_id: str, document: str, metadata: Mapping[str, Any]) -> Passage:
    """The passage that ``passage_metadata`` described."""
    return Passage(
        id=passage_id,
        source_id=str(metadata["source_id"]),
        heading_path=tuple(json.loads(metadata["heading_path"])),
        start=int(metadata["start"]),
        end=int(metadata["end"]),
        sentences=tuple(Sentence(s, e) for s, e in json.loads(metadata["sentences"])),
        text=document,
    )


def read_fingerprint(metadata: Mapping[str, Any]) -> Fingerprint:
    """The fingerprint that ``passage_metadata`` wrote."""
    wording = metadata.get("wording")
    return Fingerprint(str(metadata["statement"]), None if wording is None else str(wording))
