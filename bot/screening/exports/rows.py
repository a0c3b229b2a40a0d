"""What every format shows, as rows of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.screening.exports.texts import ExportTexts
from bot.screening.report import Candidate, Line, ScreeningReport


def heads(t: ExportTexts) -> list[str]:
    """The headings of ``line_rows``."""
    return [
        t.requirement, t.relation, t.source, t.application, t.found, t.quotes, t.reason, t.verdict,
        t.how, t.reviewer, t.reviewed_at, t.reviewer_reason,
    ]  # fmt: skip


def line_rows(report: ScreeningReport, t: ExportTexts) -> Iterator[list[str]]:
    """One row for each requirement and application: by requirement, then by code."""
    for requirement, candidate, line in lines(report):
        review = line.review
        yield [
            str(requirement["label"]),
            relation(requirement, t),
            source(requirement),
            candidate.pseudonym,
            t.verdicts[line.found],
            quotes(line),
            line.reason,
            t.verdicts[review.verdict] if review else "",
            (t.confirmed if review.confirmed else t.corrected) if review else "",
            review.reviewer if review else "",
            review.at if review else "",
            review.reason if review else "",
        ]


def lines(report: ScreeningReport) -> Iterator[tuple[Mapping[str, Any], Candidate, Line]]:
    """Every requirement with every application and their line."""
    for number, requirement in enumerate(report.requirements):
        for candidate in report.candidates:
            yield requirement, candidate, candidate.lines[number]


def relation(requirement: Mapping[str, Any], t: ExportTexts) -> str:
    """Whether a requirement is essential, in words."""
    return t.essential if requirement["relation"] == "essential" else t.optional


def source(requirement: Mapping[str, Any]) -> str:
    """The cited sentence and where it stands."""
    citation = requirement["citation"]
    return f"„{citation['quote']}“ ({citation['source']['title']})"


def quotes(line: Line) -> str:
    """The quotes of a line, one a line."""
    return "\n".join(f"„{quote.quote}“" for quote in line.evidence)


def provenance_rows(report: ScreeningReport, t: ExportTexts, chain: str) -> list[list[str]]:
    """What the file was made from, as pairs of a name and a text."""
    made = report.provenance
    versions = (
        f"Karrierelotse {made.product}, {made.encoder['model']} ({made.encoder['revision']}), "
        f"Index {made.corpus}, Regeln {made.matching_rules} / {made.fact_rules} / "
        f"{made.screening_rules}, {made.up_to_month}"
    )
    rows = [
        [t.opened, f"{report.opened_at}, {report.opened_by}"],
        [t.delete_on, report.delete_on],
        [t.state, f"{report.id}, {report.state}, {chain}"],
        [t.made_with, versions],
        [t.sources, "\n".join(f"{key} {value}" for key, value in made.sources.items())],
        ["", t.order],
    ]
    rows += [
        [t.unread + f", {c.pseudonym}", "\n".join(c.unread)] for c in report.candidates if c.unread
    ]
    rows += [[c.pseudonym, "\n".join(c.notices)] for c in report.candidates if c.notices]
    if report.failures:
        told = "\n".join(f"Nr. {f.number}: {f.reason}" for f in report.failures)
        rows.append([t.failures, told])
    if report.deleted:
        rows.append([t.deleted, ", ".join(report.deleted)])
    return rows + [["", notice] for notice in report.notices]
