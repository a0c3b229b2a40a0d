"""The check of job adverts, on lines that were written before the rules."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import UnreadableError
from bot.screening.adverts import ADVERT_NOTICE, check_advert, check_wording
from bot.screening.adverts.texts import TEXTS
from bot.screening.adverts.wordings import WORDINGS
from tests.screening.adverts.lines import (
    HARMLESS,
    MORE_HARMLESS,
    MORE_RISKY,
    PAY_MISSING,
    PAY_TOLD,
    RISKY,
)


@pytest.mark.parametrize(("line", "rule", "words"), RISKY)
def test_a_risky_line_is_found(line, rule, words):
    found = check_wording(line)
    assert [one.rule for one in found] == [rule]
    assert words.lower() in str(found[0].quote).lower()


@pytest.mark.parametrize("line", MORE_RISKY)
def test_lines_written_later_are_found(line):
    """When they were written, 34 of 46 and 13 of 20 were found, and 66 of 70 left alone."""
    assert check_wording(line)


@pytest.mark.parametrize("line", (*HARMLESS, *MORE_HARMLESS))
def test_a_near_miss_is_left_alone(line):
    assert check_wording(line) == []


@pytest.mark.parametrize("line", PAY_TOLD)
def test_pay_that_is_told(line):
    assert check_advert(f"{line}\nSie beraten Kunden.") == []


@pytest.mark.parametrize(("line", "quote"), PAY_MISSING)
def test_pay_that_is_not_told(line, quote):
    found = check_advert(f"Sie beraten Kunden.\n{line}")
    assert len(found) == 1 and found[0].rule.startswith("pay_")
    assert (found[0].quote or "") == quote
    assert "2023/970" in found[0].law


ADVERT = """Verkäufer (m/w/d) in Bonn

Wir sind ein junges Team und suchen Verstärkung.
• Sie sind belastbar.
• Deutsch als Muttersprache
• Als Verkäufer beraten Sie unsere junge Kundschaft.
Bitte nennen Sie Ihr bisheriges Gehalt. Wir freuen uns auf Sie, unabhängig von Ihrem Alter.
"""


def test_a_whole_advert():
    found = check_advert(ADVERT)
    assert [one.rule for one in found] == [
        "young",
        "resilient",
        "native_speaker",
        "pay_history",
        "pay_missing",
    ]
    for one in found:
        if one.span is not None:
            assert ADVERT[one.span.start : one.span.end] == one.quote
    assert found[-1].span is None and found[-1].quote is None
    assert [one.certainty for one in found[:2]] == ["likely", "hint"]


@pytest.mark.parametrize("rule", sorted(TEXTS))
def test_each_rule_has_one_careful_sentence(rule):
    told = TEXTS[rule]
    assert told.reason.endswith(".") and told.reason.count(". ") == 0
    assert told.law and told.suggestion
    for word in ("verboten", "rechtswidrig", "illegal", "strafbar", "Rechtsberatung"):
        assert word not in told.reason + told.suggestion


def test_every_rule_has_its_text_and_every_text_is_used():
    pay = {"pay_missing", "pay_upper_only", "pay_grade_only"}
    assert {rule.name for rule in WORDINGS} | pay == set(TEXTS)


def test_it_never_calls_itself_legal_advice():
    assert "ersetzen keine rechtliche Beratung" in ADVERT_NOTICE


def test_a_title_for_one_sex_as_the_first_line():
    assert [one.rule for one in check_advert("Verkäuferin in Vollzeit\nGehalt: ab 3.000 Euro")] == [
        "sex_title"
    ]
    assert check_wording("Verkäuferin in Vollzeit") == []
    assert check_advert("Verkäuferin (m/w/d) in Vollzeit\nGehalt: ab 3.000 Euro") == []


def test_enough_lines_half_of_them_harmless():
    assert len(RISKY) >= 30 and len(HARMLESS) >= 30
    assert {rule.name for rule in WORDINGS} == {rule for _, rule, _ in RISKY}


def test_nothing_and_too_much():
    with pytest.raises(UnreadableError, match="leer"):
        check_advert(" \n")
    with pytest.raises(UnreadableError, match="zu lang"):
        check_advert("Wort " * 30_000)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([*HARMLESS, *(r[0] for r in RISKY), "jung", "\x00", "– ", "30"])))
def test_quotes_are_verbatim_and_never_overlap(lines):
    text = "\n".join(lines)
    spans = [(f.span.start, f.span.end, f.quote) for f in check_wording(text) if f.span]
    assert all(text[start:end] == quote != "" for start, end, quote in spans)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))
