"""What the log keeps of documents."""

from __future__ import annotations

from dataclasses import replace

from bot.matching.profile import Month
from bot.matching.reading import profile_of_text
from bot.screening.intake import _once
from tests.screening.conftest import CV, ROLE


def test_a_requirement_that_two_sources_state_has_one_line(matcher):
    report = matcher.report(profile_of_text(CV, Month(2026, 11)), ROLE)
    first, second, *others = report.decisions
    twice = replace(report, decisions=(first, second, replace(first, rule="other"), *others))
    assert _once(twice) == list(report.decisions)
