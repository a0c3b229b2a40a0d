"""Each invariant of the contract is noticed when it is broken."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.answering.grounding import numbers_in, violations
from bot.domain import Answer, Citation, Section, Source, SourceReference

TEXT = "Ein Lotse verdient 70.000 Euro im Jahr. Ein Lotse führt Schiffe."
SOURCE = Source(id="lotse", title="Lotse", text=TEXT, sections=(Section((), 0, len(TEXT)),))
QUOTE = "Ein Lotse verdient 70.000 Euro im Jahr."
CITATION = Citation(
    1, QUOTE, 0, len(QUOTE), None, "p", SourceReference("lotse", "Lotse", None, None, None)
)
SOUND = Answer("Was?", "Was?", "answered", None, "salary", f"- {QUOTE} [1]", (CITATION,))
DECLINED = Answer("Was?", "Was?", "declined", "off_topic", "other", "Nur Lotsen sind Thema.")


def test_a_sound_answer_has_no_violations() -> None:
    assert violations(SOUND, {"lotse": SOURCE}) == []
    assert violations(DECLINED, {"lotse": SOURCE}) == []


@pytest.mark.parametrize(
    "broken",
    [
        replace(SOUND, citations=(replace(CITATION, start=1),)),
        replace(SOUND, citations=(replace(CITATION, quote=QUOTE.replace("Lotse", "lotse")),)),
        replace(SOUND, citations=(replace(CITATION, source=replace(CITATION.source, id="x")),)),
        replace(SOUND, text=f"- {QUOTE}"),
        replace(SOUND, text=f"- {QUOTE} [1] [2]"),
        replace(SOUND, citations=(CITATION, CITATION)),
        replace(SOUND, text=f"- {QUOTE} [1] Das sind 80.000 Euro."),
        replace(SOUND, text=f"- {QUOTE} [1] Stand 2020."),
        replace(SOUND, citations=(), text="Ohne Beleg."),
        replace(DECLINED, text="Etwa 70.000 Euro."),
        replace(DECLINED, citations=(CITATION,), text="Nein [1]"),
        replace(DECLINED, reason=None),
    ],
)
def test_every_broken_invariant_is_noticed(broken: Answer) -> None:
    assert violations(broken, {"lotse": SOURCE})


@pytest.mark.parametrize("written", ["70.000", "70 000", "70\u00a0000", "70,000", "70000"])
def test_notations_of_one_number_are_equal(written: str) -> None:
    assert numbers_in(f"rund {written} Euro") == {Decimal(70000)}


def test_german_and_english_decimals_are_equal() -> None:
    assert numbers_in("1,5 Prozent") == numbers_in("1.5 percent") == {Decimal("1.5")}


def test_other_quotations_of_the_number_hold() -> None:
    english = replace(SOUND, text=f"- {QUOTE} [1] That is 70,000 euros.")
    assert violations(english, {"lotse": SOURCE}) == []


def test_a_bracketed_number_of_the_source_is_no_marker() -> None:
    quote = "Ein Lotse führt Schiffe [7]."
    source = replace(SOURCE, text=quote)
    citation = replace(CITATION, quote=quote, end=len(quote))
    answer = replace(SOUND, text="- Ein Lotse führt Schiffe \\[7\\]. [1]", citations=(citation,))
    assert violations(answer, {"lotse": source}) == []
