"""The set of requirement decisions: its data, its measures, today's rules beside their level."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bot.evaluation.match_measures import (
    Judged,
    matching_measures,
    matching_report,
    measure_matching,
    measure_removal,
    readable,
)
from bot.evaluation.match_set import SPLITS, Split, read_cvs, read_requirements
from bot.matching.deciding.texts import REASONS
from bot.matching.reading import profile_of_text


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    return measure_matching()


def test_the_set_is_large_and_varied() -> None:
    cvs = [cv for split in SPLITS for cv in read_cvs(split)]
    demands = read_requirements()
    assert len({cv.id for cv in cvs}) == len(cvs) >= 30
    assert sum(len(cv.verdicts) for cv in cvs) >= 300
    assert len(read_cvs("held_out")) >= 10
    assert {cv.language for cv in cvs} == {"de", "en"}
    assert {demand.kind for demand in demands.values()} == {
        "education", "experience", "skill", "language", "mobility", "other"
    }  # fmt: skip
    verdicts = [allowed for cv in cvs for allowed in cv.verdicts.values()]
    assert {v for allowed in verdicts for v in allowed} == {"met", "partly", "missing", "unknown"}
    assert sum(len(allowed) == 1 for allowed in verdicts) > 0.75 * len(verdicts)


def test_every_verdict_is_of_a_requirement_that_is_there() -> None:
    demands = read_requirements()
    for split in SPLITS:
        for cv in read_cvs(split):
            assert set(cv.verdicts) <= set(demands), cv.id


OURS: tuple[Split, ...] = ("dev", "held_out")
"""Written by those who know the rules."""


@pytest.mark.parametrize("split", OURS)
def test_the_rules_keep_their_level(judged: list[Judged], split: str) -> None:
    measures = matching_measures([j for j in judged if j.split == split])
    assert (measures["met_precision"] or 0) >= 0.98
    assert (measures["met_recall"] or 0) >= 0.95
    assert (measures["missing_precision"] or 0) >= 0.98
    assert (measures["accuracy"] or 0) >= 0.95


def test_what_strangers_wrote_keeps_the_level_it_has_reached() -> None:
    measures = matching_measures(measure_matching(("strangers",), profile_of_text))
    assert (measures["met_precision"] or 0) >= 0.91
    assert (measures["met_recall"] or 0) >= 0.61
    assert measures["met_without_quote"] == 0


def test_personal_data_stays_out_and_professional_facts_stay_in() -> None:
    seen = measure_removal("dev", profile_of_text)
    assert seen.personal >= 150 and (seen.stayed, seen.lost) == (0, 0)
    strange = measure_removal("strangers", profile_of_text)
    assert strange.personal >= 100 and strange.stayed <= 15 and strange.lost <= 1


@pytest.mark.parametrize("split", OURS)
def test_read_from_text_they_keep_the_level_that_is_asked_for(split: Split) -> None:
    judged = measure_matching((split,), profile_of_text)
    measures = matching_measures(judged)
    assert (measures["met_precision"] or 0) >= 0.97
    assert (measures["met_recall"] or 0) >= 0.90
    assert (measures["missing_precision"] or 0) >= 0.95
    assert measures["met_without_quote"] == 0
    assert len(judged) > sum(len(cv.verdicts) for cv in read_cvs(split) if cv.profile)


def test_nothing_but_unknown_goes_without_a_quote(judged: list[Judged]) -> None:
    assert matching_measures(judged)["met_without_quote"] == 0
    assert all(j.quotes and all(j.quotes) for j in judged if j.decided != "unknown")


def test_every_rule_has_its_reason(judged: list[Judged]) -> None:
    assert {j.rule for j in judged} <= set(REASONS)


def test_measures_count_what_they_say(judged: list[Judged]) -> None:
    right = replace(judged[0], allowed=("met",), decided="met", quotes=("x",))
    wrong = replace(right, allowed=("unknown",), quotes=())
    found = matching_measures([right, right, wrong, replace(right, decided="partly")])
    assert found["met_precision"] == pytest.approx(2 / 3)
    assert found["met_recall"] == pytest.approx(2 / 3)
    assert found["met_without_quote"] == 1
    assert found["accuracy"] == 0.5


def test_the_report_names_misses_but_not_those_held_out(judged: list[Judged]) -> None:
    dev = replace(judged[0], split="dev", cv="seen", allowed=("missing",), decided="met")
    hidden = replace(dev, split="held_out", cv="hidden")
    report = matching_report([dev, hidden])
    assert [miss["cv"] for miss in report["misses"]] == ["seen"]
    assert report["misses_held_out"] == 1
    assert "hidden" not in readable(report)
    assert json.loads(json.dumps(report)) == report
    assert len(matching_report([dev, hidden], name_held_out=True)["misses"]) == 2


def test_a_quote_that_is_not_in_the_text_is_an_error(tmp_path: Path) -> None:
    row = {
        "id": "x", "language": "de", "today": "2026-11", "text": "Koch", "work": [],
        "education": [], "languages": [], "decisions": [],
        "claims": [{"kind": "skill", "label": "SAP", "stance": "has", "months": None, "at": "SAP"}],
    }  # fmt: skip
    (tmp_path / "dev.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match="SAP"):
        read_cvs("dev", tmp_path)
