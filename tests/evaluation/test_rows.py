"""Rows of a benchmark: ratios, gaps, and JSON that every parser reads."""

from __future__ import annotations

import json
import math

import pytest

from bot.evaluation.rows import BenchRow


def test_the_ratio_is_value_by_baseline() -> None:
    row = BenchRow.beside("speed", 3.0, "ms", "the other", 4.0)
    assert row.ratio == 0.75
    assert str(row).split() == ["speed", "3", "ms", "0.750", "x", "the", "other", "(4", "ms)"]


@pytest.mark.parametrize(
    ("value", "baseline"), [(math.nan, 1.0), (1.0, math.nan), (1.0, 0.0), (math.inf, 1.0)]
)
def test_without_two_numbers_there_is_no_ratio(value: float, baseline: float) -> None:
    row = BenchRow.beside("memory", value, "MB", "the other", baseline)
    assert row.ratio is None
    json.dumps(row.to_json(), allow_nan=False)
    assert "nan" not in str(row)
    assert "inf" not in str(row)


def test_what_is_missing_says_why() -> None:
    assert str(BenchRow.missing("quality", "no set")).endswith("not measured: no set")
    alone = BenchRow.alone("run time", 12.34567, "s")
    assert str(alone).endswith("12.35 s")
    assert list(alone.to_json()) == list(BenchRow.missing("quality", "no set").to_json())
