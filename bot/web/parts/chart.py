"""Ranges of pay as an SVG chart: no script, colours from the page, words for those who can't see.

Places along the axis are shares of the width, so that the chart fits any screen while its text
keeps its size.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from bot.web.parts.markup import escape

LABEL_CHARACTERS = 38
"""Longer labels take another line: this many fit on the narrowest screen."""

_LINE, _BAR, _GAP, _AXIS = 18, 12, 14, 26
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_TICKS = 4
_BEYOND = 1.2


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure of a chart.

    Attributes:
        label: what it is of, and its amount in words.
        low, high: equal for a single amount; None where the figure is open to that side.
        series: which role it belongs to, counted from 0.
        faded: it is an old figure.
    """

    label: str
    low: float | None
    high: float | None
    series: int = 0
    faded: bool = False


def chart(bars: Sequence[Bar], title: str, description: str, ticks: Sequence[str], key: str) -> str:
    """The chart's HTML.

    Args:
        bars: figures in one currency for one period, from top to bottom.
        title: what the axis measures.
        description: everything the chart shows, in words.
        ticks: labels of the axis, evenly spaced from 0 to ``axis_end``.
        key: an id that no other chart of the page has.
    """
    end = axis_end(bars)
    parts: list[str] = []
    y = 0
    for bar in bars:
        lines = textwrap.wrap(bar.label, LABEL_CHARACTERS) or [""]
        for line in lines:
            parts.append(f'<text x="0" y="{y + 13}">{escape(line)}</text>')
            y += _LINE
        parts.append(_shape(bar, y, end))
        y += _BAR + _GAP
    grid = "".join(_tick(i, len(ticks), label, y) for i, label in enumerate(ticks))
    return (
        f'<figcaption class="scale">{escape(title)}</figcaption>'
        f'<svg class="ranges" role="img" width="100%" height="{y + _AXIS}" '
        f'aria-labelledby="{escape(key)}-t" aria-describedby="{escape(key)}-d">'
        f'<title id="{escape(key)}-t">{escape(title)}</title>'
        f'<desc id="{escape(key)}-d">{escape(description)}</desc>{grid}{"".join(parts)}</svg>'
    )


def axis_end(bars: Sequence[Bar]) -> float:
    """A round number that no bar is above, open ones neither, with round ticks on the way."""
    values = [v for bar in bars for v in (bar.low, bar.high) if v is not None]
    values += [bar.low * _BEYOND for bar in bars if bar.low is not None and bar.high is None]
    largest = max(values, default=1.0) or 1.0
    raw = largest / _TICKS
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(s * power for s in _STEPS if s * power * _TICKS >= largest)
    return step * _TICKS


def tick_values(end: float) -> list[float]:
    """Where the axis that ends at ``end`` has its ticks."""
    return [end * i / _TICKS for i in range(_TICKS + 1)]


def _shape(bar: Bar, y: int, end: float) -> str:
    classes = f"series-{bar.series % 3}{' faded' if bar.faded else ''}"
    low, high = bar.low, bar.high
    if low is not None and low == high:
        return (
            f'<circle class="{classes}" cx="{_percent(low, end)}%" cy="{y + _BAR / 2}" '
            f'r="{_BAR / 2}"/>'
        )
    start, stop = low or 0.0, high if high is not None else end
    known = low if high is None else high
    width = max((stop - start) / end * 100, 0.5)
    open_side = " open" if low is None or high is None else ""
    made = (
        f'<rect class="{classes}{open_side}" x="{_percent(start, end)}%" y="{y}" '
        f'width="{width:.2f}%" height="{_BAR}" rx="3"/>'
    )
    if open_side and known is not None:
        # The end that the source states, however far the open side may reach.
        made += (
            f'<line class="{classes} stated" x1="{_percent(known, end)}%" x2="'
            f'{_percent(known, end)}%" y1="{y - 2}" y2="{y + _BAR + 2}"/>'
        )
    return made


def _tick(index: int, count: int, label: str, height: int) -> str:
    x = f"{index / (count - 1) * 100:.2f}%"
    # Between the ends and the middle there is no room for labels on a phone.
    minor = " minor" if index % 2 else ""
    anchor = "start" if index == 0 else "end" if index == count - 1 else "middle"
    return (
        f'<line class="grid" x1="{x}" x2="{x}" y1="0" y2="{height}"/>'
        f'<text class="tick{minor}" x="{x}" y="{height + 16}" text-anchor="{anchor}">'
        f"{escape(label)}</text>"
    )


def _percent(value: float, end: float) -> str:
    return f"{value / end * 100:.2f}"
