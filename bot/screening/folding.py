"""The log's entries of one screening become its report."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.matching.report import ProfileQuote
from bot.screening.errors import UnknownScreeningError
from bot.screening.log import Entry
from bot.screening.naming import PSEUDONYM
from bot.screening.report import (
    Candidate,
    Failure,
    Line,
    Provenance,
    Review,
    ScreeningReport,
)
from bot.screening.results import Overview

CHANGING = ("opened", "read", "refused", "confirmed", "corrected", "application_deleted")


def fold(entries: Sequence[Entry], state: int | None = None) -> ScreeningReport:
    """The report as the entries tell it.

    Args:
        entries: those of one screening, in order.
        state: number of the last entry that counts; None takes all.

    Raises:
        UnknownScreeningError: there is none, or its content was deleted.
    """
    told = [e for e in entries if state is None or e.number <= state]
    if not told or told[0].action != "opened":
        raise UnknownScreeningError(
            "Dieses Auswahlverfahren gibt es nicht.",
            english="There is no such screening.",
        )
    gone = next((e for e in entries if e.action in ("deleted", "expired")), None)
    opened = told[0].content
    if gone or opened is None:
        when = f" am {gone.at[:10]}" if gone else ""
        raise UnknownScreeningError(
            f"Dieses Auswahlverfahren wurde{when} gelöscht.", english="This screening was deleted."
        )
    candidates = _candidates(told)
    return ScreeningReport(
        id=told[0].screening,
        role=opened["role"],
        role_name=opened["role_name"],
        language=opened["language"],
        opened_by=told[0].who,
        opened_at=told[0].at,
        delete_on=told[0].facts["delete_on"],
        requirements=tuple(opened["requirements"]),
        candidates=candidates,
        failures=tuple(
            Failure(e.content["number"], e.content["reason"])
            for e in told
            if e.action == "refused" and e.content
        ),
        deleted=tuple(sorted(e.code for e in told if e.action == "application_deleted" and e.code)),
        open_lines=_open_lines(candidates),
        notices=tuple(opened["notices"]),
        provenance=Provenance(**opened["provenance"]),
        state=max(e.number for e in told if e.action in CHANGING),
    )


def with_review(report: ScreeningReport, entry: Entry) -> ScreeningReport:
    """The report with one more entry, which confirms or corrects a line."""
    word = _review(entry)

    def reviewed(candidate: Candidate) -> Candidate:
        if candidate.code != entry.code:
            return candidate
        asked = entry.facts["requirement"]
        lines = tuple(
            replace(line, review=word) if line.requirement == asked else line
            for line in candidate.lines
        )
        return replace(candidate, lines=lines)

    candidates = tuple(map(reviewed, report.candidates))
    return replace(
        report, candidates=candidates, open_lines=_open_lines(candidates), state=entry.number
    )


def summed_up(heads: Sequence[Entry]) -> Overview:
    """A screening in a list, from its entries without what was read and said.

    Args:
        heads: those of one screening that is kept, in order; the first with its content.
    """
    opened = heads[0]
    assert opened.content is not None
    gone = {e.code for e in heads if e.action == "application_deleted"}
    kept = {e.code for e in heads if e.action == "read"} - gone
    reviewed = {
        (e.code, e.facts["requirement"])
        for e in heads
        if e.action in ("confirmed", "corrected") and e.code in kept
    }
    return Overview(
        id=opened.screening,
        role=opened.content["role"],
        role_name=opened.content["role_name"],
        opened_by=opened.who,
        opened_at=opened.at,
        delete_on=opened.facts["delete_on"],
        applications=len(kept),
        open_lines=len(kept) * len(opened.content["requirements"]) - len(reviewed),
    )


def _open_lines(candidates: Sequence[Candidate]) -> int:
    return sum(line.review is None for one in candidates for line in one.lines)


def _candidates(entries: Sequence[Entry]) -> tuple[Candidate, ...]:
    last = {
        (e.code, e.facts["requirement"]): _review(e)
        for e in entries
        if e.action in ("confirmed", "corrected") and e.content is not None
    }
    found = [
        _candidate(e.code, e.content, last)
        for e in entries
        if e.action == "read" and e.code is not None and e.content is not None
    ]
    return tuple(sorted(found, key=lambda one: one.code))


def _candidate(
    code: str, told: Mapping[str, Any], reviews: Mapping[tuple[str | None, str], Review]
) -> Candidate:
    return Candidate(
        code=code,
        pseudonym=PSEUDONYM.format(code=code),
        text=told["text"],
        unread=tuple(told["unread"]),
        notices=tuple(told["notices"]),
        lines=tuple(
            Line(
                requirement=line["requirement"],
                found=line["found"],
                evidence=tuple(ProfileQuote(**quote) for quote in line["evidence"]),
                rule=line["rule"],
                reason=line["reason"],
                question=line["question"],
                review=reviews.get((code, line["requirement"])),
            )
            for line in told["lines"]
        ),
    )


def _review(entry: Entry) -> Review:
    assert entry.content is not None
    return Review(
        reviewer=entry.who,
        at=entry.at,
        verdict=entry.content["verdict"],
        confirmed=entry.action == "confirmed",
        reason=entry.content["reason"],
    )


def chain_at(entries: Sequence[Entry], state: int) -> str:
    """The chain's value at an entry, which exports carry."""
    return next((e.chain for e in entries if e.number == state), "")


def digest(data: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(data).hexdigest()
