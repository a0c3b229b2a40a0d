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
        raise UnknownScreeningError("Dieses Auswahlverfahren gibt es nicht.")
    gone = next((e for e in entries if e.action in ("deleted", "expired")), None)
    opened = told[0].content
    if gone or opened is None:
        when = f" am {gone.at[:10]}" if gone else ""
        raise UnknownScreeningError(f"Dieses Auswahlverfahren wurde{when} gelöscht.")
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
        open_lines=sum(line.review is None for one in candidates for line in one.lines),
        notices=tuple(opened["notices"]),
        provenance=Provenance(**opened["provenance"]),
        state=max(e.number for e in told if e.action in CHANGING),
    )


def _candidates(entries: Sequence[Entry]) -> tuple[Candidate, ...]:
    found: dict[str, Candidate] = {}
    for entry in entries:
        if entry.code is None or entry.content is None:
            continue
        if entry.action == "read":
            found[entry.code] = _candidate(entry.code, entry.content)
        elif entry.action in ("confirmed", "corrected") and entry.code in found:
            found[entry.code] = _reviewed(found[entry.code], entry, entry.content)
    return tuple(found[code] for code in sorted(found))


def _candidate(code: str, told: Mapping[str, Any]) -> Candidate:
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
            )
            for line in told["lines"]
        ),
    )


def _reviewed(candidate: Candidate, entry: Entry, told: Mapping[str, Any]) -> Candidate:
    review = Review(
        reviewer=entry.who,
        at=entry.at,
        verdict=told["verdict"],
        confirmed=entry.action == "confirmed",
        reason=told["reason"],
    )
    lines = tuple(
        replace(line, review=review) if line.requirement == entry.facts["requirement"] else line
        for line in candidate.lines
    )
    return replace(candidate, lines=lines)


def chain_at(entries: Sequence[Entry], state: int) -> str:
    """The chain's value at an entry, which exports carry."""
    return next((e.chain for e in entries if e.number == state), "")


def digest(data: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(data).hexdigest()
