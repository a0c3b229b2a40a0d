"""Two runs of the same questions: is the difference more than chance?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bot.errors import UsageError
from bot.evaluation.measures import MEASURES
from bot.evaluation.retrieval import Run

RESAMPLES = 10_000
LEVEL = 0.95
_AT_ONCE = 250
"""Resamples drawn at once; more cost memory and save no time."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The mean of new - old over the questions, and its 95 % interval."""

    mean: float
    low: float
    high: float

    def to_json(self) -> dict[str, float]:
        """Plain JSON types."""
        return {name: round(value, 4) for name, value in asdict(self).items()}


def compare(new: Run, old: Run, seed: int = 0) -> dict[str, Difference]:
    """Each measure's difference with its paired bootstrap interval (percentiles).

    Questions are drawn with replacement; each draw takes both runs' figures of a question,
    so that what is hard for both doesn't widen the interval (Sakai, SIGIR 2006).

    Raises:
        UsageError: the runs aren't over the same set.
    """
    if new.set != old.set:
        raise UsageError(
            f"Die Messungen passen nicht zusammen: hier {new.set}, im Vergleich {old.set}."
        )
    if new.fingerprint != old.fingerprint or new.per_question.keys() != old.per_question.keys():
        raise UsageError(
            f"Die Messungen von {new.set} passen nicht zusammen: Texte, Fragen oder Urteile der "
            "Messreihe haben sich seit dem Vergleichslauf geändert.",
            hint="Bitte messen Sie den Vergleich auf demselben Stand noch einmal.",
        )
    pairs = [
        [new.per_question[key][name] - old.per_question[key][name] for name in MEASURES]
        for key in new.per_question
    ]
    return dict(zip(MEASURES, _intervals(pairs, seed), strict=True))


def _intervals(differences: Sequence[Sequence[float]], seed: int) -> list[Difference]:
    """For rows of questions and columns of measures."""
    import numpy as np

    table = np.asarray(differences, dtype=np.float64)
    chance = np.random.default_rng(seed)
    means = np.concatenate(
        [
            table[chance.integers(len(table), size=(_AT_ONCE, len(table)))].mean(axis=1)
            for _ in range(RESAMPLES // _AT_ONCE)
        ]
    )
    low, high = np.quantile(means, [(1 - LEVEL) / 2, (1 + LEVEL) / 2], axis=0)
    return [
        Difference(float(mean), float(a), float(b))
        for mean, a, b in zip(table.mean(axis=0), low, high, strict=True)
    ]


def write_json(path: Path, value: object) -> None:
    """Writes one JSON document.

    Raises:
        UsageError: the file can't be written.
    """
    write_text(path, json.dumps(value, ensure_ascii=False) + "\n")


def write_text(path: Path, text: str) -> None:
    """Writes a file as UTF-8.

    Raises:
        UsageError: it can't be written.
    """
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path} lässt sich nicht schreiben: {error.strerror}.") from error


def read_runs(path: Path) -> dict[str, Run]:
    """Runs by the name of their set, from a file that ``--out`` wrote.

    Raises:
        UsageError: it can't be read or isn't such a file.
    """
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
        runs = [_run(row) for row in (value if isinstance(value, list) else [value])]
    except OSError as error:
        raise UsageError(f"{path} lässt sich nicht lesen: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"{path} ist kein Vergleichslauf: erwartet wird eine Datei, die „eval --out“ "
            "geschrieben hat.",
        ) from error
    return {run.set: run for run in runs}


def _run(row: dict[str, Any]) -> Run:
    per_question = {
        str(key): {name: float(values[name]) for name in MEASURES}
        for key, values in row["per_question"].items()
    }
    return Run(
        row["set"],
        row["fingerprint"],
        row["passages"],
        row["perturb"],
        row["repair"],
        per_question,
    )
