"""``python -m bot eval`` from its arguments to its output, with the default encoder."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from bot.errors import UsageError
from bot.evaluation.command import add_eval_arguments, run_eval
from bot.evaluation.measures import MEASURES
from tests.evaluation.sets import foreign_set, small_set, write


def evaluated(*arguments: object) -> str:
    parser = argparse.ArgumentParser()
    add_eval_arguments(parser)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--db", default=None)
    return "\n".join(run_eval(parser.parse_args([str(argument) for argument in arguments])))


def test_the_product_finds_the_judged_passages(tmp_path: Path) -> None:
    found = json.loads(evaluated("--set", small_set(tmp_path), "--json"))
    assert (found["questions"], found["passages"]) == (2, 66)
    assert {found[name] for name in MEASURES} == {1.0}
    assert "per_question" not in found


@pytest.mark.parametrize("kind", ["umlauts", "ae", "lower", "typos"])
def test_repaired_questions_find_the_same(tmp_path: Path, kind: str) -> None:
    found = json.loads(evaluated("--set", small_set(tmp_path), "--perturb", kind, "--json"))
    assert found["perturb"] == kind
    assert found["recall@5"] == 1.0


def test_a_run_is_compared_with_an_earlier_one(tmp_path: Path) -> None:
    folder, file = small_set(tmp_path / "set"), tmp_path / "lauf.json"
    evaluated("--set", folder, "--out", file)
    assert set(json.loads(file.read_text(encoding="utf-8"))["per_question"]) == {"q1", "q2"}
    again = json.loads(evaluated("--set", folder, "--against", file, "--json"))
    assert again["against"]["ndcg@10"] == {"mean": 0.0, "low": 0.0, "high": 0.0}
    shown = evaluated("--set", folder, "--against", file, "--no-repair")
    assert "ohne Reparatur" in shown
    assert "+0.00 Punkte [+0.00, +0.00]" in shown


def test_another_set_is_not_compared(tmp_path: Path) -> None:
    folder, file = small_set(tmp_path / "set"), tmp_path / "lauf.json"
    evaluated("--set", folder, "--out", file)
    with pytest.raises(UsageError, match="misst set, aber nicht other"):
        evaluated("--set", foreign_set(tmp_path / "other"), "--against", file)
    write(folder, "qrels", [{"query-id": "q1", "corpus-id": "m1", "score": 1}])
    with pytest.raises(UsageError, match="geändert"):
        evaluated("--set", folder, "--against", file)


def test_unanswerable_questions_are_measured(tmp_path: Path) -> None:
    folder = small_set(tmp_path / "set", unanswerable=True)
    foreign = foreign_set(tmp_path / "other")
    arguments = ("--set", folder, "--unanswerable", foreign)
    found = json.loads(evaluated(*arguments, "--json", "--out", tmp_path / "kurve.json"))
    assert (found["set"], found["foreign"], found["answerable"]) == ("set", "other", 2)
    assert set(found["kept"]) == {"own", "foreign", "pooled", "balanced"}
    written = json.loads((tmp_path / "kurve.json").read_text(encoding="utf-8"))
    assert written["kept"] == found["kept"]
    assert set(written["curves"]) == set(found["kept"])
    shown = evaluated(*arguments, "--out", tmp_path / "kurve.svg")
    assert "2 eigene unbeantwortbare, 3 fremde Fragen (aus other)" in shown
    assert (tmp_path / "kurve.svg").read_text(encoding="utf-8").startswith("<svg")


def test_arguments_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Den Ordner für"):
        evaluated("--set", small_set(tmp_path), "--out", tmp_path / "fehlt" / "lauf.json")
    with pytest.raises(UsageError, match="schließen einander aus"):
        evaluated("--set", tmp_path, "--unanswerable", "--against", tmp_path / "a.json")
    with pytest.raises(UsageError, match="mit --set eine Messreihe"):
        evaluated("--unanswerable")
    with pytest.raises(UsageError, match="nirgends ist weder"):
        evaluated("--set", "nirgends")
