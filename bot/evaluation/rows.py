"""What a benchmark prints: one measure a row, beside its baseline of the same run."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass

_DIGITS = 4


@dataclass(frozen=True, slots=True)
class BenchRow:
    """One measure beside its baseline of the same run.

    Attributes:
        baseline_name: what it is compared with; empty where it stands alone.
        ratio: value / baseline_value; None where either is missing, or the baseline is 0.
        note: why there is no value, or empty.
    """

    name: str
    value: float | None
    unit: str
    baseline_name: str
    baseline_value: float | None
    ratio: float | None
    note: str = ""

    @classmethod
    def beside(
        cls, name: str, value: float, unit: str, baseline_name: str, baseline_value: float
    ) -> BenchRow:
        """A measure and its baseline; what isn't a finite number counts as not measured."""
        measured, baseline = _finite(value), _finite(baseline_value)
        ratio = _finite(value / baseline_value) if measured is not None and baseline else None
        return cls(name, measured, unit, baseline_name, baseline, ratio)

    @classmethod
    def alone(cls, name: str, value: float, unit: str) -> BenchRow:
        """A measure that has no baseline."""
        return cls(name, _finite(value), unit, "", None, None)

    @classmethod
    def missing(cls, name: str, note: str) -> BenchRow:
        """What couldn't be measured, and why."""
        return cls(name, None, "", "", None, None, note)

    def to_json(self) -> dict[str, str | float | None]:
        """Plain JSON types; null where there is no number."""
        return asdict(self)

    def __str__(self) -> str:
        if self.note:
            return f"{self.name:50} not measured: {self.note}"
        line = f"{self.name:50} {_shown(self.value, self.unit):>14}"
        if self.baseline_name:
            ratio = "     -" if self.ratio is None else f"{self.ratio:6.3f}"
            beside = _shown(self.baseline_value, self.unit)
            line += f"   {ratio} x {self.baseline_name} ({beside})"
        return line


def _finite(value: float) -> float | None:
    return round(value, _DIGITS) if math.isfinite(value) else None


def _shown(value: float | None, unit: str) -> str:
    return "-" if value is None else f"{value:.4g} {unit}".strip()
