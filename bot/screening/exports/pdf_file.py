"""PDF: requirement by requirement, each with all applications below it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.dialogue.language import Language
from bot.screening.exports.rows import provenance_rows, relation, source
from bot.screening.exports.texts import ExportTexts, texts_of
from bot.screening.report import Candidate, Line, ScreeningReport
from bot.writing.document import Imprint, Part
from bot.writing.pdf import to_pdf


def pdf_bytes(report: ScreeningReport, chain: str) -> bytes:
    """A document on A4; the same report gives the same bytes."""
    t = texts_of(report.language)
    title = f"{t.title}: {report.role_name}"
    language: Language = "en" if report.language == "en" else "de"
    imprint = Imprint(title, t.title, language, datetime.fromisoformat(report.opened_at))
    return to_pdf(_parts(report, t, title, chain), imprint)


def _parts(report: ScreeningReport, t: ExportTexts, title: str, chain: str) -> Iterator[Part]:
    yield Part("heading", title, 1)
    yield Part("text", t.order)
    for number, requirement in enumerate(report.requirements):
        yield Part("heading", f"{requirement['label']} ({relation(requirement, t)})", 2)
        yield Part("detail", source(requirement))
        if requirement["caution"]:
            yield Part("detail", str(requirement["caution"]))
        for candidate in report.candidates:
            yield from _line(candidate, candidate.lines[number], t)
    yield Part("heading", t.provenance, 2)
    for name, told in provenance_rows(report, t, chain):
        first, *rest = told.splitlines() or [""]
        yield Part("text", f"{name}: {first}" if name else first)
        yield from (Part("detail", line) for line in rest)


def _line(candidate: Candidate, line: Line, t: ExportTexts) -> Iterator[Part]:
    verdict = line.review.verdict if line.review else line.found
    yield Part("item", f"{candidate.pseudonym}: {t.verdicts[verdict]}")
    for quote in line.evidence:
        yield Part("text", f"„{quote.quote}“")
    yield Part("detail", line.reason)
    if line.review:
        how = t.confirmed if line.review.confirmed else t.corrected
        told = f"{how}: {line.review.reviewer}, {line.review.at}"
        if not line.review.confirmed:
            told += f" ({t.found}: {t.verdicts[line.found]})"
        yield Part("detail", f"{told}. {line.review.reason}".strip())
