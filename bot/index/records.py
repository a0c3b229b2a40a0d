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
from bot.facts import SourceFacts
from bot.index.duplicates import Fingerprint
from bot.passages import embedded_text

RECORDS_VERSION = "4"  # raise it when what is written changes: every index is then rebuilt
PART_CHARACTERS = 8_000
TEXT, FACTS = "text", "facts"


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source in the index and the place it was read from.

    Attributes:
        location: absolute path or URL it was last read from.
        passages: how many passages it was cut into.
        facts: what it states about roles, read when it was ingested.
    """

    source: Source
    location: str
    passages: int
    facts: SourceFacts


@dataclass(frozen=True, slots=True)
class Batch:
    """What one call to Chroma's ``add`` takes."""

    ids: list[str]
    documents: list[str]
    metadatas: list[Mapping[str, Any]]


def source_batch(record: SourceRecord) -> Batch:
    """The records of one source: its text and its facts in parts, all else with the first."""
    parts = _parts(record.source.text)
    facts = _parts(json.dumps(record.facts.to_json(), ensure_ascii=False))
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
    metadatas += [
        {"source_id": record.source.id, "part": number, "of": FACTS} for number in range(len(facts))
    ]
    ids = [f"{record.source.id}#{number}" for number in range(len(parts))]
    ids += [f"{record.source.id}#{FACTS}-{number}" for number in range(len(facts))]
    return Batch(ids, parts + facts, metadatas)


def _parts(text: str) -> list[str]:
    return [text[i : i + PART_CHARACTERS] for i in range(0, len(text), PART_CHARACTERS)]


def read_sources(documents: list[str], metadatas: list[Mapping[str, Any]]) -> list[SourceRecord]:
    """The sources that ``source_batch`` wrote, ordered by id."""
    parts: dict[tuple[str, str], dict[int, str]] = {}
    heads: dict[str, Mapping[str, Any]] = {}
    for document, metadata in zip(documents, metadatas, strict=True):
        source_id, kind = str(metadata["source_id"]), str(metadata.get("of", TEXT))
        parts.setdefault((source_id, kind), {})[int(metadata["part"])] = document
        if "about" in metadata:
            heads[source_id] = metadata
    records = []
    for source_id in sorted(heads):
        head = heads[source_id]
        about = json.loads(head["about"])
        about["sections"] = tuple(Section(tuple(p), s, e) for p, s, e in about["sections"])
        about["roles"] = tuple(about["roles"])
        source = Source(**about, text=_joined(parts[source_id, TEXT]))
        facts = SourceFacts.from_json(json.loads(_joined(parts[source_id, FACTS])))
        records.append(SourceRecord(source, str(head["location"]), int(head["passages"]), facts))
    return records


def _joined(parts: Mapping[int, str]) -> str:
    return "".join(parts[number] for number in sorted(parts))


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
