"""The frozen types that cross every boundary in the house.

All offsets count Unicode code points in ``Source.text``, half open: ``text[start:end]``.
Names follow the contract's answer object, schema.org and ESCO where they have one.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any, Literal

Status = Literal["answered", "declined"]
Reason = Literal["not_in_sources", "off_topic", "refused"]
Intent = Literal[
    "duties", "qualifications", "salary", "career", "comparison", "company", "matching", "other"
]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text below it, up to the next heading of any level.

    Attributes:
        path: headings from the outermost inwards; empty for text before the first heading.
        start, end: the body in ``Source.text``, without the heading line.
    """

    path: tuple[str, ...]
    start: int
    end: int

    @property
    def heading(self) -> str | None:
        """The innermost heading, or None for text before the first one."""
        return self.path[-1] if self.path else None


@dataclass(frozen=True, slots=True)
class Source:
    """One article as the product keeps it: normalised text and where it comes from.

    ``published``, ``updated`` and ``captured`` are ISO dates ("2020-02-24", "2020-02" or
    "2020"); ``country`` is an ISO 3166 code; both are None where the source doesn't say.
    ``edition`` is the version of a classification that it was taken from, and whether it was
    adapted; None for articles.
    """

    id: str
    title: str
    text: str
    sections: tuple[Section, ...]
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    captured: str | None = None
    language: str = "de"
    country: str | None = None
    roles: tuple[str, ...] = ()
    edition: str | None = None

    @property
    def fingerprint(self) -> str:
        """SHA-256 over everything above: equal exactly when nothing has changed."""
        canonical = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()

    def section_at(self, offset: int) -> Section | None:
        """The section whose body holds ``offset``."""
        return next((s for s in self.sections if s.start <= offset < s.end), None)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or list item, without its bullet: ``Source.text[start:end]``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """What is embedded and found: neighbouring sentences of one section.

    Attributes:
        id: stable while the source's id and the embedded text stay the same.
        heading_path: as ``Section.path``.
        sentences: in order, inside ``start`` and ``end``.
        text: ``Source.text[start:end]``.
    """

    id: str
    source_id: str
    heading_path: tuple[str, ...]
    start: int
    end: int
    sentences: tuple[Sentence, ...]
    text: str


@dataclass(frozen=True, slots=True)
class SourceReference:
    """The part of a source that a citation carries."""

    id: str
    title: str
    publisher: str | None
    url: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quote: ``quote == source.text[start:end]``; ``number`` is its marker."""

    number: int
    quote: str
    start: int
    end: int
    section: str | None
    passage_id: str
    source: SourceReference


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a conversation, as the caller sends it: untrusted text."""

    role: Literal["user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The contract's answer object."""

    question: str
    standalone_question: str
    status: Status
    reason: Reason | None
    intent: Intent
    text: str
    citations: tuple[Citation, ...] = ()
    salary: tuple[dict[str, Any], ...] = ()
    career: tuple[dict[str, Any], ...] = ()
    suggestions: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    answerer: str = "extractive"
    milliseconds: int = 0

    def to_json(self) -> dict[str, Any]:
        """The answer as plain JSON types, keys in the contract's order."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Failure:
    """A path or address that could not be ingested, and why, in German."""

    path: str
    reason: str
