"""Documents become what the log keeps of them: evidence without who wrote them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot import __version__
from bot.errors import UnreadableError
from bot.knowledge.esco.notice import notices_for
from bot.knowledge.facts import FACTS_VERSION
from bot.matching.profile import Month
from bot.matching.reading import read_profile
from bot.matching.reading.documents import LIMITS
from bot.matching.report import Decision, MatchReport
from bot.screening.errors import UnknownScreeningError
from bot.screening.instructions import INSTRUCTED, without_instructions
from bot.screening.naming import PSEUDONYM, codes
from bot.screening.questions import caution, question
from bot.screening.report import Failure, Provenance

if TYPE_CHECKING:
    from bot.matching.deciding.texts import Language
    from bot.matching.matcher import Matcher
    from bot.matching.profile import Profile
    from bot.reading.limits import Limits

SCREENING_RULES = "2026-11-1"
"""Rises whenever the same documents give other lines, questions or notices."""


@dataclass(frozen=True, slots=True)
class Document:
    """An upload. The name only helps to word an error and is never kept."""

    data: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of an upload: its application's code, or why it couldn't be read.

    Attributes:
        number: its place among the uploads, from 1.
    """

    number: int
    name: str
    code: str | None
    pseudonym: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Intake:
    """What the log keeps of the documents.

    Attributes:
        opened: of the screening itself.
        read: of each application, by its code.
    """

    opened: Mapping[str, Any]
    read: Mapping[str, Mapping[str, Any]]
    failures: tuple[Failure, ...]
    receipts: tuple[Receipt, ...]


def read_documents(
    matcher: Matcher,
    role_id: str,
    documents: Sequence[Document],
    salt: bytes,
    now: datetime,
    language: Language,
    limits: Limits = LIMITS,
) -> Intake:
    """Reads and matches every document by itself.

    Raises:
        ReadersBusyError: too many others are being read; nothing is kept then.
    """
    today = Month(now.year, now.month)
    digests = [hashlib.sha256(document.data).digest() for document in documents]
    drawn = codes(salt, digests)
    report, requirements = _frame(matcher, role_id, today, language)
    read: dict[str, Mapping[str, Any]] = {}
    failures: list[Failure] = []
    receipts: list[Receipt] = []
    for number, (document, key) in enumerate(zip(documents, digests, strict=True), 1):
        reason = None
        if (first := digests.index(key) + 1) != number:
            reason = f"Dieses Dokument ist dasselbe wie Nr. {first} und wird nur einmal gezeigt."
        else:
            try:
                profile = read_profile(document.data, document.name, today, limits)
            except UnreadableError as error:
                reason = error.message
            else:
                read[drawn[key]] = _application(matcher, role_id, profile, language)
        if reason:
            failures.append(Failure(number, reason))
        code = None if reason else drawn[key]
        pseudonym = PSEUDONYM.format(code=code) if code else None
        receipts.append(Receipt(number, document.name, code, pseudonym, reason))
    opened = {
        "role": role_id,
        "role_name": report.role_name,
        "language": language,
        "requirements": requirements,
        "notices": list(_notices(report, language)),
        "provenance": asdict(_provenance(matcher, report, today)),
    }
    return Intake(opened, read, tuple(failures), tuple(receipts))


def _frame(
    matcher: Matcher, role_id: str, today: Month, language: Language
) -> tuple[MatchReport, list[dict[str, Any]]]:
    """What every report on the role shares, from one on nobody."""
    try:
        report = matcher.report(_nobody(today), role_id, language)
    except KeyError as error:
        # No such role, or one that this matcher wasn't made for.
        raise UnknownScreeningError(
            "Zu dieser Rolle gibt es keine Angaben in den Quellen.",
            log=f"the matcher has no role {role_id!r}",
            english="The sources say nothing about this role.",
        ) from error
    return report, [
        {**one.requirement, "caution": caution(one.requirement)} for one in _once(report)
    ]


def _nobody(today: Month) -> Profile:
    from bot.matching.profile import Profile

    return Profile("", today, "de", (), (), (), (), (), (), None)


def _application(
    matcher: Matcher, role_id: str, profile: Profile, language: Language
) -> Mapping[str, Any]:
    """What is kept of one application; not what was taken out, nor how much of it."""
    cleaned, is_instructed = without_instructions(_encodable(profile))
    report = matcher.report(cleaned, role_id, language)
    return {
        "text": cleaned.text,
        "unread": [cleaned.text[place.start : place.end] for place in cleaned.unread],
        "notices": [INSTRUCTED] if is_instructed else [],
        "lines": [
            {
                "requirement": one.requirement["id"],
                "found": one.verdict,
                "evidence": [asdict(quote) for quote in one.evidence],
                "rule": one.rule,
                "reason": one.reason,
                "question": question(one.requirement, one.question),
            }
            for one in _once(report)
        ],
    }


def _once(report: MatchReport) -> list[Decision]:
    """Decisions by id: where two sources ask for the same, the newer one's, which comes first."""
    first: dict[str, Decision] = {}
    for one in report.decisions:
        first.setdefault(one.requirement["id"], one)
    return list(first.values())


def _encodable(profile: Profile) -> Profile:
    """The profile with lone surrogates, which JSON may hold and UTF-8 may not, as U+FFFD."""
    text = re.sub(r"[\ud800-\udfff]", "\ufffd", profile.text)
    return profile if text == profile.text else replace(profile, text=text)


def _notices(report: MatchReport, language: Language) -> tuple[str, ...]:
    shown = notices_for((c.source for c in report.sources), language)
    return tuple(dict.fromkeys((*report.notices, *shown)))


def _provenance(matcher: Matcher, report: MatchReport, today: Month) -> Provenance:
    view = matcher.view
    cited = sorted({citation.source.id for citation in report.sources})
    return Provenance(
        product=__version__,
        matching_rules=report.rules,
        fact_rules=str(FACTS_VERSION),
        screening_rules=SCREENING_RULES,
        encoder=asdict(view.identity),
        corpus=view.version,
        sources={one: view.sources[one].fingerprint for one in cited},
        up_to_month=f"{today.year}-{today.month:02}",
    )
