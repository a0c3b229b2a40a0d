"""The golden set's measures over many verdicts, their levels and what fell below."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from bot.evaluation.golden import Verdict
from bot.evaluation.golden_set import DATA

LEVELLED: Final = (
    "fact_recall", "citation_precision", "source_recall", "figure_precision", "figure_recall",
    "figure_details", "decline_precision", "decline_recall", "direct_share", "intent_accuracy",
)  # fmt: skip
"""Measures from 0 to 1 that must not fall below their recorded level."""

TOGETHER: Final = "together"
_STEP: Final = 0.0001
"""Levels are rounded to this."""

Measures = dict[str, float | None]


def measures(verdicts: Sequence[Verdict]) -> Measures:
    """All measures; None where nothing was there to be measured.

    ``fact_recall`` counts facts, not questions, and a wrongly declined question has none.
    ``intent_accuracy`` counts questions that are to be answered. ``citations_mean`` is over
    answers: a recall that long lists bought shows here.
    """
    declined = [v for v in verdicts if v.answer.status == "declined"]
    to_decline = [v for v in verdicts if v.question.status == "declined"]
    to_answer = [v for v in verdicts if v.question.status == "answered"]
    both = sum(v.question.status == "declined" for v in declined)
    facts = sum(len(v.question.facts) for v in to_answer)
    direct = [v.direct for v in verdicts if v.direct is not None]
    cited = [v.cited for v in verdicts if v.cited is not None]
    figures = [v.figures for v in verdicts]
    statements = sum(v.statements for v in verdicts)
    times = [v.milliseconds for v in verdicts]
    return {
        "questions": len(verdicts),
        "fact_recall": _share(facts - sum(len(v.missing) for v in to_answer), facts),
        "citation_precision": _share(
            statements - sum(len(v.unsupported) for v in verdicts), statements
        ),
        "source_recall": _share(sum(cited), len(cited)),
        "figure_precision": _share(sum(f.right for f in figures), sum(f.shown for f in figures)),
        "figure_recall": _share(sum(f.found for f in figures), sum(f.expected for f in figures)),
        "figure_details": _share(
            sum(f.details_right for f in figures), sum(f.details for f in figures)
        ),
        "decline_precision": _share(both, len(declined)),
        "decline_recall": _share(both, len(to_decline)),
        "direct_share": _share(sum(direct), len(direct)),
        "intent_accuracy": _share(
            sum(v.answer.intent == v.question.intent for v in to_answer), len(to_answer)
        ),
        "reason_accuracy": _share(
            sum(v.question.reason in (None, v.answer.reason) for v in to_decline
                if v.answer.status == "declined"),
            both,
        ),
        "citations_mean": _mean([len(v.answer.citations) for v in verdicts if v.statements]),
        "violations": sum(len(v.violations) for v in verdicts),
        "p50_ms": round(_quantile(times, 50), 1),
        "p95_ms": round(_quantile(times, 95), 1),
    }  # fmt: skip


def all_measures(verdicts: Iterable[Verdict]) -> dict[str, dict[str, Measures]]:
    """By split, then by index and for all its indexes ``TOGETHER``."""
    grouped: dict[str, dict[str, list[Verdict]]] = {}
    for verdict in verdicts:
        split = grouped.setdefault(verdict.question.split, {})
        for name in (verdict.index, TOGETHER):
            split.setdefault(name, []).append(verdict)
    return {
        split: {name: measures(found) for name, found in by_index.items()}
        for split, by_index in grouped.items()
    }


def fallen(
    measured: Mapping[str, Mapping[str, Measures]],
    levels: Mapping[str, Mapping[str, Mapping[str, float | None]]],
) -> list[str]:
    """What is below its recorded level, a line each; levels of what wasn't measured don't count."""
    found = []
    for split, by_index in measured.items():
        for index, now in by_index.items():
            if index == TOGETHER:
                continue
            level = levels.get(split, {}).get(index, {})
            for name in LEVELLED:
                before, value = level.get(name), now[name]
                if before is not None and (value is None or value < before - _STEP):
                    found.append(f"{split}, {index}: {name} {value} < {before}")
            allowed, broken = level.get("violations"), now["violations"] or 0
            if allowed is not None and broken > allowed:
                found.append(f"{split}, {index}: violations {broken:.0f} > {allowed:.0f}")
    return found


def levels_of(
    measured: Mapping[str, Mapping[str, Measures]],
) -> dict[str, dict[str, Measures]]:
    """What ``fallen`` compares with: no times, and no ``TOGETHER``."""
    return {
        split: {
            index: {name: now[name] for name in (*LEVELLED, "violations")}
            for index, now in by_index.items()
            if index != TOGETHER
        }
        for split, by_index in measured.items()
    }


def recorded_levels() -> dict[str, dict[str, dict[str, float]]]:
    """Split, index and measure to the level that must not be fallen below; may be empty."""
    file = DATA / "levels.json"
    return dict(json.loads(file.read_text(encoding="utf-8"))) if file.is_file() else {}


def record_levels(levels: Mapping[str, Mapping[str, Mapping[str, float | None]]]) -> None:
    """Writes today's levels over the recorded ones; what wasn't measured keeps its level."""
    kept = recorded_levels()
    merged = {split: {**kept.get(split, {}), **levels.get(split, {})} for split in (*kept, *levels)}
    text = json.dumps(merged, indent=2, ensure_ascii=False)
    (DATA / "levels.json").write_text(text + "\n", encoding="utf-8")


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _mean(values: Sequence[int]) -> float | None:
    return round(sum(values) / len(values), 1) if values else None


def _quantile(values: Sequence[float], percent: int) -> float:
    if len(values) < 2:
        return values[0] if values else 0.0
    return statistics.quantiles(values, n=100)[percent - 1]
