"""The frozen types that a reviewer sees. No count, no order of merit, no advice on a person."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

from bot.matching.report import ProfileQuote, Verdict


@dataclass(frozen=True, slots=True)
class Review:
    """A named person's word on one line.

    Attributes:
        at: UTC, ISO 8601.
        confirmed: whether it is what the rules had found; else it corrects that.
        reason: why, in the reviewer's words; never empty where it corrects.
    """

    reviewer: str
    at: str
    verdict: Verdict
    confirmed: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Line:
    """One requirement against one application.

    Attributes:
        requirement: id of the requirement.
        found: what the rules found; "unknown" where the application is silent.
        evidence: verbatim words of the application's text, with their places.
        rule, reason: which rule, and why in one sentence.
        question: to ask in an interview; None where it is settled or must not be asked.
        review: the last word of a reviewer; None while the line is open.
    """

    requirement: str
    found: Verdict
    evidence: tuple[ProfileQuote, ...]
    rule: str
    reason: str
    question: str | None
    review: Review | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An application without who wrote it.

    Attributes:
        code, pseudonym: "A7K", "Bewerbung A7K".
        text: what its quotes are places of; personal data are already out.
        unread: lines that no rule understood, to be read by a person.
        notices: sentences about the document, such as that it holds orders to programs.
        lines: one for each requirement, in the role's order.
    """

    code: str
    pseudonym: str
    text: str
    unread: tuple[str, ...]
    notices: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that couldn't be read: its place among the uploads, from 1, and why."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the findings were made with.

    Attributes:
        product, matching_rules, fact_rules, screening_rules: versions.
        encoder: model, revision, dimension and prompts.
        corpus: number of the index version.
        sources: SHA-256 of each cited source as it then was, by its id.
        up_to_month: the month, "2026-11", that jobs which go on are counted up to.
    """

    product: str
    matching_rules: str
    fact_rules: str
    screening_rules: str
    encoder: dict[str, Any]
    corpus: int
    sources: dict[str, str]
    up_to_month: str


@dataclass(frozen=True, slots=True)
class ScreeningReport:
    """A table: the requirements of a role, and a line of evidence for each application.

    Attributes:
        opened_at, delete_on: UTC; ISO 8601 time and date. On that date all content is deleted.
        requirements: the contract's requirement records with their citations, and "caution": a
            sentence where the requirement itself may touch the AGG, else None.
        candidates: in the order of their codes (``naming``).
        deleted: codes of applications that were deleted on request.
        open_lines: lines that no reviewer has confirmed or corrected yet.
        notices: what must be told with it.
        state: number of the last log entry that it shows.
    """

    id: str
    role: str
    role_name: str
    language: str
    opened_by: str
    opened_at: str
    delete_on: str
    requirements: tuple[dict[str, Any], ...]
    candidates: tuple[Candidate, ...]
    failures: tuple[Failure, ...]
    deleted: tuple[str, ...]
    open_lines: int
    notices: tuple[str, ...]
    provenance: Provenance
    state: int

    def to_json(self) -> dict[str, Any]:
        """Plain JSON types, keys in this order."""
        return asdict(self)


def report_bytes(report: ScreeningReport) -> bytes:
    """The one JSON form of a report: the same report gives the same bytes."""
    return canonical(report)


def canonical(value: object) -> bytes:
    """JSON in UTF-8 with sorted keys and no spaces; of a frozen type its fields."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_fields
    ).encode()


def _fields(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any frozen type
    """One level of ``asdict``, which copies all that is below: most of a large report's time."""
    return {field.name: getattr(value, field.name) for field in fields(value)}
