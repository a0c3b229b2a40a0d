"""The golden set's report: a table of measures, and every miss."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.evaluation.golden import Verdict
from bot.evaluation.golden_measures import all_measures, fallen, recorded_levels

_UNSEEN = "(zurückgehalten)"


def golden_report(verdicts: Sequence[Verdict], *, name_held_out: bool = False) -> dict[str, Any]:
    """Plain JSON types: measures by split and index, every miss, what fell below its level.

    Args:
        verdicts: what was asked.
        name_held_out: tell the questions that were held out, too. Whoever reads them can't
            write rules any more that these questions measure.
    """
    measured = all_measures(verdicts)
    return {
        "set": "golden",
        "measures": measured,
        "misses": [miss for v in verdicts if (miss := _miss(v, name_held_out))],
        "below_level": fallen(measured, recorded_levels()),
    }


def readable(report: dict[str, Any]) -> str:
    """The report on a terminal."""
    lines = []
    for split, by_index in report["measures"].items():
        names = list(by_index)
        lines.append(f"golden {split:20}" + "".join(f"{name:>12}" for name in names))
        for measure in by_index[names[0]]:
            values = "".join(f"{_shown(by_index[name][measure]):>12}" for name in names)
            lines.append(f"  {measure:25}{values}")
    lines.append(f"{len(report['misses'])} Antworten mit Fehlern:")
    lines += [_line(miss) for miss in report["misses"]]
    lines += [f"Unter dem festgehaltenen Stand: {line}" for line in report["below_level"]]
    return "\n".join(lines)


def _miss(verdict: Verdict, name_held_out: bool) -> dict[str, Any] | None:
    question, wrong = verdict.question, _wrong(verdict)
    if not wrong:
        return None
    about = {"split": question.split, "index": verdict.index, "id": question.id}
    if question.split == "held_out" and not name_held_out:
        return about | {"question": _UNSEEN, "wrong": dict.fromkeys(wrong, _UNSEEN)}
    return about | {"question": question.question, "wrong": wrong}


def _wrong(verdict: Verdict) -> dict[str, str | list[str]]:
    """What is wrong with an answer, by name; empty where nothing is."""
    question, answer, figures = verdict.question, verdict.answer, verdict.figures
    right_status = answer.status == question.status
    answered = question.status == "answered"
    found: dict[str, str | list[str]] = {
        "status": "" if right_status else f"{answer.status} statt {question.status}",
        "reason": f"{answer.reason} statt {question.reason}"
        if right_status and question.reason not in (None, answer.reason)
        else "",
        "intent": f"{answer.intent} statt {question.intent}"
        if answered and answer.intent != question.intent
        else "",
        "facts": [" | ".join(ways) for ways in verdict.missing],
        "direct": " | ".join(question.direct) if verdict.direct is False else "",
        "unsupported": list(verdict.unsupported),
        "sources": list(question.sources[verdict.index]) if verdict.cited is False else [],
        "figures_wrong": list(figures.wrong),
        "figures_missing": list(figures.missing),
        "violations": list(verdict.violations),
    }
    return {name: value for name, value in found.items() if value}


def _line(miss: dict[str, Any]) -> str:
    head = f"  {miss['split']} {miss['index']} {miss['id']}"
    if miss["question"] == _UNSEEN:
        return f"{head}: {', '.join(miss['wrong'])}"
    said = [f"      {name}: {_joined(value)}" for name, value in miss["wrong"].items()]
    return "\n".join([f"{head}: {miss['question']}", *said])


def _joined(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "; ".join(value)


def _shown(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.4f}" if isinstance(value, float) else str(value)
