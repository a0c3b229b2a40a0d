"""Runs compared question by question."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bot.errors import UsageError
from bot.evaluation.comparison import compare, read_runs, write_json
from bot.evaluation.measures import MEASURES
from bot.evaluation.retrieval import Run

QUESTIONS = 200


def run(score: Callable[[int], float], name: str = "reihe", fingerprint: str = "f") -> Run:
    rows: Mapping[str, Mapping[str, float]] = {
        f"q{i}": dict.fromkeys(MEASURES, score(i)) for i in range(QUESTIONS)
    }
    return Run(name, fingerprint, 10, None, True, rows)


CHANCE = random.Random(0)
NOISE = [CHANCE.random() for _ in range(QUESTIONS)]
OLD = run(lambda i: NOISE[i])


def test_equal_runs_differ_by_exactly_nothing() -> None:
    for difference in compare(OLD, OLD).values():
        assert (difference.low, difference.mean, difference.high) == (0.0, 0.0, 0.0)


def test_a_clear_improvement_excludes_zero() -> None:
    better = run(lambda i: NOISE[i] + (0.1 if i % 2 else 0.0))
    difference = compare(better, OLD)["ndcg@10"]
    assert difference.mean == pytest.approx(0.05)
    assert 0.03 < difference.low < 0.05 < difference.high < 0.07
    assert compare(OLD, better)["ndcg@10"].high < 0


def test_a_difference_by_chance_includes_zero() -> None:
    shuffled = random.Random(1).sample(NOISE, QUESTIONS)
    difference = compare(run(lambda i: shuffled[i]), OLD)["ndcg@10"]
    assert difference.low < 0 < difference.high


def test_the_interval_is_the_textbook_one_for_many_questions() -> None:
    # Of 200 questions, half better by 0.1: standard error 0.05 / sqrt(200).
    difference = compare(run(lambda i: NOISE[i] + 0.1 * (i % 2)), OLD)["mrr@10"]
    assert difference.high - difference.low == pytest.approx(2 * 1.96 * 0.05 / 200**0.5, rel=0.05)


def test_pairing_takes_the_questions_difficulty_out() -> None:
    shifted = run(lambda i: NOISE[i] + 0.01)
    difference = compare(shifted, OLD)["recall@5"]
    assert difference.low == pytest.approx(0.01)
    assert difference.high == pytest.approx(0.01)


def test_the_same_seed_gives_the_same_interval() -> None:
    better = run(lambda i: NOISE[i] ** 2)
    assert compare(better, OLD, 1) == compare(better, OLD, 1)
    assert compare(better, OLD, 1) != compare(better, OLD, 2)


def test_other_sets_are_refused() -> None:
    with pytest.raises(UsageError, match="hier andere, im Vergleich reihe"):
        compare(run(lambda i: NOISE[i], name="andere"), OLD)
    with pytest.raises(UsageError, match="haben sich seit dem Vergleichslauf geändert"):
        compare(run(lambda i: NOISE[i], fingerprint="g"), OLD)


def test_a_run_comes_back_from_its_file(tmp_path: Path) -> None:
    file = tmp_path / "lauf.json"
    write_json(file, OLD.to_json(per_question=True))
    assert read_runs(file) == {"reihe": OLD}
    write_json(file, [OLD.to_json(per_question=True)])
    assert read_runs(file) == {"reihe": OLD}


@pytest.mark.parametrize("text", ["", "kein JSON", "5", "[[]]", '{"set": "reihe"}'])
def test_a_file_that_is_no_run_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "lauf.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="kein Vergleichslauf"):
        read_runs(file)


def test_files_that_cannot_be_read_or_written_are_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="lässt sich nicht lesen"):
        read_runs(tmp_path / "fehlt.json")
    with pytest.raises(UsageError, match="lässt sich nicht schreiben"):
        write_json(tmp_path / "fehlt" / "lauf.json", {})
