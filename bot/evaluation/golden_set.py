"""The golden set: questions about roles with what a right answer must hold.

``golden/dev.jsonl`` is what rules may be written against; ``golden/held_out.jsonl`` is a third of
all questions that nobody reads who writes rules; ``golden/salary.jsonl`` lists every statement
of pay in the articles by hand.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from bot.domain import Intent, Message, Reason, Status

DATA: Final = Path(__file__).parent / "golden"

Split = Literal["dev", "held_out"]
SPLITS: Final[tuple[Split, ...]] = ("dev", "held_out")


@dataclass(frozen=True, slots=True)
class GoldenQuestion:
    """A question with what its answer is measured by.

    Attributes:
        on: the indexes it is asked of, "corpus" and "originals".
        kind: tags, such as "typo" or "half_covered".
        reason: None where any reason to decline is right.
        facts: each inner tuple holds ways to write one fact; the answer must hold one of them.
        direct: ways to write what the first sentence must hold; empty where nothing must.
        sources: by index, the sources of which at least one must be cited.
        figures: the figures of pay that the answer must carry, each mapping a filter over the
            hand-made list; None where the set doesn't say.
    """

    id: str
    split: Split
    question: str
    history: tuple[Message, ...]
    on: tuple[str, ...]
    kind: tuple[str, ...]
    status: Status
    reason: Reason | None
    intent: Intent
    facts: tuple[tuple[str, ...], ...]
    direct: tuple[str, ...]
    sources: Mapping[str, tuple[str, ...]]
    figures: tuple[Mapping[str, Any], ...] | None

    @classmethod
    def of(cls, row: Mapping[str, Any], split: Split) -> GoldenQuestion:
        """From one line of the file.

        Raises:
            KeyError: a field is missing.
        """
        figures = row.get("figures")
        return cls(
            id=row["id"],
            split=split,
            question=row["question"],
            history=tuple(Message(m["role"], m["content"]) for m in row["history"]),
            on=tuple(row["on"]),
            kind=tuple(row["kind"]),
            status=row["status"],
            reason=row["reason"],
            intent=row["intent"],
            facts=tuple(tuple(alternatives) for alternatives in row["facts"]),
            direct=tuple(row["direct"] or ()),
            sources={index: tuple(ids) for index, ids in row["sources"].items()},
            figures=None if figures is None else tuple(figures),
        )


def read_golden(split: Split, folder: Path = DATA) -> tuple[GoldenQuestion, ...]:
    """The questions of one part of the set; empty where its file isn't there."""
    return tuple(GoldenQuestion.of(row, split) for row in _rows(folder / f"{split}.jsonl"))


def read_salary(folder: Path = DATA) -> tuple[Mapping[str, Any], ...]:
    """The hand-made list of pay: fields of ``SalaryFigure``, "source" and "after".

    A list in place of a value holds alternatives, where a source can be read in two ways.
    """
    return tuple(_rows(folder / "salary.jsonl"))


def _rows(file: Path) -> list[dict[str, Any]]:
    if not file.is_file():
        return []
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]
