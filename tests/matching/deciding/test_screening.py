"""Screening finds every label that the rules don't leave silent."""

from __future__ import annotations

from bot.evaluation.match_set import SPLITS, read_cvs, read_requirements
from bot.matching.deciding.decide import decide, family_of
from bot.matching.deciding.outcome import SILENT, Demand
from bot.matching.deciding.screening import Screening
from bot.matching.deciding.statements import statements
from bot.matching.deciding.vocabulary import KNOWLEDGE, TRAITS
from bot.matching.reading import profile_of_text


def test_what_is_not_named_is_silent() -> None:
    demands = [d for d in read_requirements().values() if family_of(d) == "skill"]
    words = [
        " ".join(phrase) for listed in (TRAITS, KNOWLEDGE) for e in listed.values() for phrase in e
    ]
    demands += [
        demand for word in words if family_of(demand := Demand("skill", word, None, "")) == "skill"
    ]
    screening = Screening.of([demand.label for demand in demands])
    decided = 0
    for cv in (cv for split in SPLITS for cv in read_cvs(split)):
        profile = cv.profile or profile_of_text(cv.text, cv.today)
        said = statements(profile)
        named = set(screening.named({t for s in said for t in (*s.terms, *s.wider)}).tolist())
        assert len(named) < len(demands) / 2
        for row, demand in enumerate(demands):
            if decide(demand, profile, said) != SILENT:
                decided += 1
                assert row in named, demand.label
    assert decided > 100


def test_nothing_is_named_by_an_empty_profile() -> None:
    assert Screening.of(["Java", "Empathie"]).named(()).size == 0
    assert Screening.of([]).named({"java"}).size == 0
