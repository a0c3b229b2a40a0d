"""The curve of wrong refusals against wrong answers, written and drawn."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence

from bot.evaluation.unanswerable import MIXTURE_NAMES, Point, Scores

MOST_DRAWN = 0.2
"""Shares of wrongly answered questions beyond this interest nobody."""

_WIDTH, _HEIGHT, _MARGIN = 640, 420, 60
_STROKES = {"own": "#1b6ca8", "foreign": "#c8553d", "pooled": "#222222", "balanced": "#6a994e"}


def as_csv(scores: Scores) -> str:
    """A row for every point: ``negatives,threshold,wrongly_answered,wrongly_refused``."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(["negatives", "threshold", "wrongly_answered", "wrongly_refused"])
    for name, mixture in scores.mixtures.items():
        for point in scores.curve(mixture):
            table.writerow([name, *(f"{value:.6g}" for value in _values(point))])
    return text.getvalue()


def as_json(scores: Scores) -> dict[str, list[list[float]]]:
    """For each mixture, points of threshold, wrongly answered and wrongly refused.

    The first point, which answers nothing and whose threshold is infinite, is left out.
    """
    return {
        name: [[round(value, 6) for value in _values(p)] for p in scores.curve(mixture)[1:]]
        for name, mixture in scores.mixtures.items()
    }


def as_svg(scores: Scores) -> str:
    """A drawing: wrongly answered up to ``MOST_DRAWN`` to the right, wrongly refused upwards."""
    inner_width, inner_height = _WIDTH - 2 * _MARGIN, _HEIGHT - 2 * _MARGIN

    def place(wrong: float, refused: float) -> str:
        x = _MARGIN + inner_width * wrong / MOST_DRAWN
        return f"{x:.1f},{_HEIGHT - _MARGIN - inner_height * refused:.1f}"

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        *_axes(place),
    ]
    for row, (name, mixture) in enumerate(scores.mixtures.items()):
        drawn = _steps(scores.curve(mixture))
        line = " ".join(place(wrong, refused) for wrong, refused in drawn)
        stroke = _STROKES[name]
        parts.append(f'<polyline fill="none" stroke="{stroke}" stroke-width="2" points="{line}"/>')
        y = 12 + 14 * row
        parts.append(
            f'<text x="{_WIDTH - _MARGIN}" y="{y}" text-anchor="end" fill="{stroke}">'
            f"{MIXTURE_NAMES[name]}</text>"
        )
    return "\n".join([*parts, "</svg>", ""])


def _axes(place: Callable[[float, float], str]) -> list[str]:
    grid = [
        *((place(MOST_DRAWN * i / 4, 0), place(MOST_DRAWN * i / 4, 1)) for i in range(5)),
        *((place(0, i / 5), place(MOST_DRAWN, i / 5)) for i in range(6)),
    ]
    lines = [f'<polyline points="{a} {b}" stroke="#dddddd" fill="none"/>' for a, b in grid]
    for i in range(5):
        x, y = place(MOST_DRAWN * i / 4, 0).split(",")
        label = f"{MOST_DRAWN * i / 4:.0%}".replace("%", " %")
        lines.append(f'<text x="{x}" y="{float(y) + 18:.1f}" text-anchor="middle">{label}</text>')
    for i in range(6):
        x, y = place(0, i / 5).split(",")
        label = f"{i * 20} %"
        lines.append(
            f'<text x="{float(x) - 8:.1f}" y="{float(y) + 4:.1f}" text-anchor="end">{label}</text>'
        )
    return [
        *lines,
        f'<text x="{_WIDTH / 2}" y="{_HEIGHT - 14}" text-anchor="middle">'
        "zu Unrecht beantwortet</text>",
        f'<text x="16" y="{_HEIGHT / 2}" text-anchor="middle" '
        f'transform="rotate(-90 16 {_HEIGHT / 2})">zu Unrecht abgelehnt</text>',
    ]


def _steps(curve: Sequence[Point]) -> list[tuple[float, float]]:
    """Corners of the staircase: a share that no threshold gives is given by none before it."""
    corners: list[tuple[float, float]] = []
    for point in curve:
        if point.wrongly_answered > MOST_DRAWN:
            break
        refused = 1 - point.answerable_kept
        if corners:
            corners.append((point.wrongly_answered, corners[-1][1]))
        corners.append((point.wrongly_answered, refused))
    return [*corners, (MOST_DRAWN, corners[-1][1])]


def _values(point: Point) -> tuple[float, float, float]:
    return point.threshold, point.wrongly_answered, 1 - point.answerable_kept
