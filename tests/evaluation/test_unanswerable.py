"""Answerable questions told from others: figures worked out by hand, and the whole way."""

from __future__ import annotations

import csv
import io
import itertools
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import UsageError
from bot.evaluation.beir import read_set
from bot.evaluation.curves import as_csv, as_json, as_svg
from bot.evaluation.judged_index import JudgedIndex
from bot.evaluation.unanswerable import Scores, product_score, report, score_questions
from bot.index.search import Hit
from tests.evaluation.sets import foreign_set, small_set
from tests.index.hashing import HashEncoder

# Ten unanswerable questions of the set at 0.05, 0.15 … 0.95, ten foreign ones all at 0.
TENTHS = tuple(i / 10 + 0.05 for i in range(10))
SCORES = Scores(tuple(i / 10 for i in range(1, 11)), {"own": TENTHS, "foreign": (0.0,) * 10})


def test_kept_at_a_rate_is_what_lies_above_the_allowed_ones() -> None:
    own, pooled = SCORES.mixtures["own"], SCORES.mixtures["pooled"]
    # None wrong: above .95 lies 1.0 alone; one of ten: .9 too.
    assert SCORES.kept_at(0.05, own).answerable_kept == pytest.approx(0.1)
    assert SCORES.kept_at(0.10, own).answerable_kept == pytest.approx(0.2)
    # Of the twenty together, 5 % is one.
    assert SCORES.kept_at(0.05, pooled).answerable_kept == pytest.approx(0.2)
    assert SCORES.kept_at(0.05, SCORES.mixtures["foreign"]).answerable_kept == 1.0


def test_kinds_are_pooled_by_their_counts_and_in_equal_parts() -> None:
    uneven = Scores((1.0,), {"own": (0.0,), "foreign": (0.0, 0.0, 1.0)})
    assert uneven.mixtures["pooled"] == {"own": 0.25, "foreign": 0.75}
    assert uneven.mixtures["balanced"] == {"own": 0.5, "foreign": 0.5}
    assert uneven.at(0.5, uneven.mixtures["pooled"]).wrongly_answered == pytest.approx(0.25)
    assert uneven.at(0.5, uneven.mixtures["balanced"]).wrongly_answered == pytest.approx(1 / 6)


def test_one_kind_alone_is_not_pooled() -> None:
    assert list(Scores((1.0,), {"own": (0.0,)}).mixtures) == ["own"]


def test_equal_scores_stand_and_fall_together() -> None:
    equal = Scores((0.5,) * 4, {"own": (0.5,) * 4})
    assert equal.kept_at(0.05, equal.mixtures["own"]).answerable_kept == 0.0


score_lists = st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), min_size=1, max_size=12).map(tuple)


@given(answerable=score_lists, own=score_lists, foreign=score_lists)
def test_the_curve_agrees_with_counting(
    answerable: tuple[float, ...], own: tuple[float, ...], foreign: tuple[float, ...]
) -> None:
    scores = Scores(answerable, {"own": own, "foreign": foreign})
    for mixture in scores.mixtures.values():
        curve = scores.curve(mixture)
        for before, point in itertools.pairwise(curve):
            counted = scores.at(point.threshold, mixture)
            assert point.wrongly_answered == pytest.approx(counted.wrongly_answered)
            assert point.answerable_kept == pytest.approx(counted.answerable_kept)
            assert before.answerable_kept <= point.answerable_kept
        assert curve[-1].wrongly_answered == pytest.approx(1.0)
        assert curve[-1].answerable_kept == 1.0


def test_the_report_has_all_rates_and_the_working_point() -> None:
    made = report(SCORES, 0.9)
    assert list(made["kept"]["pooled"]) == ["1%", "2%", "3%", "4%", "5%"]
    assert made["unanswerable"] == {"own": 10, "foreign": 10}
    point = made["working_point"]
    assert point["answerable_kept"] == 0.2
    assert point["wrongly_answered"] == {
        "own": 0.1, "foreign": 0.0, "pooled": 0.05, "balanced": 0.05
    }  # fmt: skip
    assert report(SCORES, None)["working_point"] is None


def test_curves_are_written_and_drawn() -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(SCORES))))
    own = [row for row in rows if row["negatives"] == "own"]
    assert (own[0]["wrongly_answered"], own[0]["wrongly_refused"]) == ("0", "1")
    assert (own[-1]["wrongly_answered"], own[-1]["wrongly_refused"]) == ("1", "0")
    assert len(as_json(SCORES)["own"]) == len(own) - 1
    drawing = ElementTree.fromstring(as_svg(SCORES))
    labels = {node.text for node in drawing.iter("{http://www.w3.org/2000/svg}text")}
    assert {"fremde Fragen", "zu Unrecht beantwortet", "20 %"} <= labels


def test_each_kind_is_asked_in_its_scope(tmp_path: Path) -> None:
    judged = read_set(small_set(tmp_path / "set", unanswerable=True))
    foreign = read_set(foreign_set(tmp_path / "other"))
    index = JudgedIndex(judged, HashEncoder(), tmp_path)
    seen: dict[str, set[str]] = {}

    def score(view: object, question: str, vector: object, hits: list[Hit]) -> float:
        seen[question] = {hit.passage.id for hit in hits}
        return float(len(seen))

    scores = score_questions(judged, index, score, foreign=foreign)  # type: ignore[arg-type]
    assert (len(scores.answerable), len(scores.unanswerable["own"])) == (2, 2)
    assert len(scores.unanswerable["foreign"]) == 3
    assert seen["Wer spielt heute im Stadion?"] == {"m1", "m2", "m3"}
    assert len(seen["Was wiegt ein Elektron?"]) == len(judged.documents)
    assert not {"m1", "m2"} & seen["Wie lange kocht ein Ei?"]


def test_without_unanswerable_questions_nothing_is_measured(tmp_path: Path) -> None:
    judged = read_set(small_set(tmp_path / "set"))
    index = JudgedIndex(judged, HashEncoder(), tmp_path)
    score, _ = product_score()
    with pytest.raises(UsageError, match="keine unbeantwortbaren Fragen"):
        score_questions(judged, index, score)
    with pytest.raises(UsageError, match="einer anderen Messreihe"):
        score_questions(judged, index, score, foreign=judged)
