"""The check of job adverts, on lines that were written before the rules."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import UnreadableError
from bot.screening.adverts import ADVERT_NOTICE, check_advert, check_wording
from bot.screening.adverts.frame_traits import TRAITS
from bot.screening.adverts.texts import TEXTS
from bot.screening.adverts.wordings import WORDINGS
from tests.patience import patience
from tests.screening.adverts.families import FAMILIES_HARMLESS, FAMILIES_RISKY
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


@pytest.mark.parametrize(("line", "rule", "quote"), PAY_MISSING)
def test_pay_that_is_not_told(line, rule, quote):
    found = check_advert(f"Sie beraten Kunden.\n{line}")
    assert [one.rule for one in found] == [rule]
    assert (found[0].quote or "") == quote
    assert "2023/970" in found[0].law and "bitte prüfen" in found[0].law


@pytest.mark.parametrize("line", FAMILIES_RISKY)
def test_each_family_in_other_words(line):
    """A title alone is read as an advert's first line."""
    found = check_wording(line) or check_advert(line)
    assert any(not one.rule.startswith("pay_") or one.rule == "pay_history" for one in found)


@pytest.mark.parametrize("line", FAMILIES_HARMLESS)
def test_near_misses_of_each_family(line):
    found = check_advert(line)
    assert [one.rule for one in found if not one.rule.startswith("pay_")] == []
    assert check_wording(line) == []


def test_a_part_that_is_for_all_frees_itself_alone():
    line = "Muttersprache ist nicht nötig, aber Sie sind jung und kinderlos."
    assert [one.rule for one in check_wording(line)] == ["young", "family"]


@pytest.mark.parametrize("rule", sorted(TEXTS))
def test_every_provision_that_is_named_can_be_read(rule):
    law = TEXTS[rule].law
    assert law.sources
    for source in law.sources:
        assert source.says
        if source.name.endswith("AGG"):
            number = source.name.split()[1]
            assert source.address == f"https://www.gesetze-im-internet.de/agg/__{number}.html"
        else:
            assert source.address == "https://eur-lex.europa.eu/eli/dir/2023/970/oj"
    named = {source.name.split()[1] for source in law.sources if source.name.startswith("§")}
    line = law.line.partition(" AGG")[0]
    assert not line.startswith("§") or set(re.findall(r"\d+", line)) <= named


def test_a_missing_pay_range_is_a_hint_because_it_may_be_told_otherwise():
    (found,) = check_advert("Sie beraten Kunden.")
    assert (found.rule, found.certainty) == ("pay_missing", "hint")
    assert "auf andere Weise" in found.reason


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
    framed = {trait.rule for trait in TRAITS}
    assert {rule.name for rule in WORDINGS} | framed | pay == set(TEXTS)


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


def test_one_endless_sentence_is_read_in_pieces():
    text = "Sie sind " * 11_000 + "jung und dynamisch"
    with patience():
        found = check_wording(text)
    assert [one.rule for one in found] == ["young"]
    assert found[0].span is not None
    assert text[found[0].span.start : found[0].span.end] == found[0].quote == "jung"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([*HARMLESS, *(r[0] for r in RISKY), "jung", "\x00", "– ", "30"])))
def test_quotes_are_verbatim_and_never_overlap(lines):
    text = "\n".join(lines)
    spans = [(f.span.start, f.span.end, f.quote) for f in check_wording(text) if f.span]
    assert all(text[start:end] == quote != "" for start, end, quote in spans)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))
