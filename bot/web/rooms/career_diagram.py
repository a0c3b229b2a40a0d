"""Career steps as boxes and arrows, with the same steps as an ordered list.

Steps that are computed and told by no source are drawn dashed and called so in words.

No script; colours come from the page's variables by class. Everything stands one below the other
in 300 units of width, so that it can be read on a phone of 320 pixels without scrolling sideways.
"""

from __future__ import annotations

import hashlib
import re
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.answering.careers.steps import written_label
from bot.knowledge.roles import KNOWN_ROLES
from bot.web.parts.markup import escape
from bot.web.rooms.career_texts import CareerTexts

WIDTH = 300
MOST_LANES = 4
"""Arrows past other boxes that fit beside them; a ladder with more is shown as a list alone."""

_BOX, _LINE, _PAD = 194, 18, 8
_ARROW_X, _ARROW, _SMALL_LINE = 24, 30, 15
_LANE, _FIRST_LANE = 20, 192
_LONG_WORD = re.compile(r"(\w{20})(?=\w{2})")
"""Wider than a box: goes on in the next line behind a hyphen."""
_LABEL_CHARACTERS, _NOTE_LINES = 21, 3
_NOTE_CHARACTERS, _NOTE_CHARACTERS_BESIDE_LANES = 36, 25


Linked = Callable[[str], str | None]
"""Where a role's box leads, by the role's id; None for one that leads nowhere."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One arrow: all that is stated of a step; ``first`` is "" for a way in from outside.

    Attributes:
        records: what it was made of, stated ones first.
        shared, missing: of a computed step, how many skills both ends need and how many are to be
            added; None for a stated one.
    """

    first: str
    second: str
    years: str
    conditions: tuple[str, ...]
    records: tuple[Mapping[str, Any], ...] = field(repr=False)
    shared: int | None = None
    missing: int | None = None

    @property
    def computed(self) -> bool:
        """Whether no source tells of the step."""
        return self.shared is not None


@dataclass(frozen=True, slots=True)
class Ladder:
    """Steps between roles, from the lowest role upwards.

    Attributes:
        names: how each role is called, by its id; "" is the way in from outside.
        order: the row of each role, by its id.
    """

    edges: tuple[Edge, ...]
    names: Mapping[str, str]
    order: Mapping[str, int]

    @classmethod
    def of(cls, records: Sequence[Mapping[str, Any]], texts: CareerTexts) -> Ladder:
        """The ladder that the contract's career steps make."""
        edges = _edges(records, texts)
        order = _order(edges)
        return cls(tuple(_sorted(edges, order)), _names(records, texts), order)


def career_diagram(records: Sequence[Mapping[str, Any]], texts: CareerTexts) -> str:
    """The diagram and its list, a figure's content, as safe HTML; empty where there are no steps.

    Args:
        records: ``Answer.career``: the contract's career steps, each with its citation.
        texts: the words of the page's language.
    """
    if not records:
        return ""
    ladder = Ladder.of(records, texts)
    key = "career-" + hashlib.sha256(repr(records).encode()).hexdigest()[:8]
    steps = "".join(f"<li>{escape(_told(edge, ladder.names, texts))}</li>" for edge in ladder.edges)
    listed = (
        f'<p class="career-caption" id="{key}-c">{escape(texts.as_list)}</p>'
        f'<ol class="career-list" id="{key}-l" aria-labelledby="{key}-c">{steps}</ol>'
    )
    return f'<div class="career">{drawn(ladder, texts, key)}{listed}</div>'


def drawn(ladder: Ladder, texts: CareerTexts, key: str, linked: Linked | None = None) -> str:
    """The diagram alone; empty where more arrows pass other boxes than fit beside them.

    Args:
        ladder: its steps.
        texts: the words of the page's language.
        key: the beginning of its ids; the list that says the same has the id "{key}-l".
        linked: makes boxes links. The drawing is a picture without them and a group with them,
            for what is inside a picture can't be reached.
    """
    order = ladder.order
    lanes = [edge for edge in ladder.edges if order[edge.second] - order[edge.first] != 1]
    if len(lanes) > MOST_LANES:
        return ""
    return _drawn(ladder, lanes, texts, key, linked)


def _names(records: Sequence[Mapping[str, Any]], texts: CareerTexts) -> dict[str, str]:
    """How each role is called: by its own name, else as a quote writes it."""
    known = {role.id: role.preferred_label for role in KNOWN_ROLES}
    quotes = [str(record["citation"]["quote"]) for record in records]
    ids = {
        str(record[end]) for record in records for end in ("from_role", "to_role") if record[end]
    }
    names = {role_id: known.get(role_id) or written_label(role_id, quotes) for role_id in ids}
    for record in records:
        if computed := record.get("computed"):
            names[str(record["from_role"])] = str(computed["from_name"])
            names[str(record["to_role"])] = str(computed["to_name"])
    return {**names, "": texts.outside}


def _edges(records: Sequence[Mapping[str, Any]], texts: CareerTexts) -> list[Edge]:
    """One arrow a step, however many sentences tell of it."""
    groups: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for record in records:
        ends = (str(record["from_role"] or ""), str(record["to_role"]))
        groups.setdefault(ends, []).append(record)
    return [
        _edge(first, second, group, texts)
        for (first, second), group in groups.items()
        if first != second
    ]


def _edge(first: str, second: str, group: Sequence[Mapping[str, Any]], texts: CareerTexts) -> Edge:
    """What is stated goes before what is computed of the same step."""
    stated = [record for record in group if not record.get("computed")]
    if not stated:
        computed = group[0]["computed"]
        shared, missing = len(computed["shared"]), len(computed["missing"])
        return Edge(first, second, "", (), tuple(group), shared, missing)
    return Edge(
        first,
        second,
        next((y for y in (years_told(record, texts) for record in stated) if y), ""),
        tuple(dict.fromkeys(str(c) for record in stated for c in record["conditions"])),
        tuple(stated),
    )


def years_told(record: Mapping[str, Any], texts: CareerTexts) -> str:
    """How long one stays before a step, as far as its record says."""
    low, high = record["years_min"], record["years_max"]
    if low is None and high is None:
        return ""
    if high is None:
        return texts.from_years.format(span=_number(low, texts))
    if low is None:
        return texts.up_to_years.format(span=_number(high, texts))
    if low == high:
        template = texts.year if low == 1 else texts.years
        return template.format(span=_number(low, texts))
    return texts.years.format(span=f"{_number(low, texts)}–{_number(high, texts)}")


def _number(value: float, texts: CareerTexts) -> str:
    written = f"{value:g}"
    return written.replace(".", ",") if texts.language == "de" else written


def _order(edges: Sequence[Edge]) -> dict[str, int]:
    """The row of each role: what leads to another stands above it; a circle is cut open."""
    height: dict[str, int] = {}
    for _ in edges:
        for edge in edges:
            low = height.setdefault(edge.first, 0)
            if low < len(edges):
                height[edge.second] = max(height.get(edge.second, 0), low + 1)
    ranked = sorted(height, key=lambda role: (height[role], role != "", list(height).index(role)))
    return {role: row for row, role in enumerate(ranked)}


def _sorted(edges: Sequence[Edge], order: Mapping[str, int]) -> list[Edge]:
    return sorted(edges, key=lambda edge: (order[edge.second], -order[edge.first]))


def _told(edge: Edge, names: Mapping[str, str], texts: CareerTexts) -> str:
    """One step in words."""
    step = texts.step.format(first=names[edge.first], second=names[edge.second])
    if edge.computed:
        return f"{step}; {texts.computed_from.format(shared=edge.shared, missing=edge.missing)}"
    conditions = (texts.condition.format(text=text) for text in edge.conditions)
    return "; ".join(part for part in (step, edge.years, *conditions) if part)


def _drawn(
    ladder: Ladder, lanes: Sequence[Edge], texts: CareerTexts, key: str, linked: Linked | None
) -> str:
    """The boxes from top to bottom, arrows between neighbours, and lanes past other boxes."""
    order = ladder.order
    width = _NOTE_CHARACTERS_BESIDE_LANES if lanes else _NOTE_CHARACTERS
    direct = {(edge.first, edge.second): edge for edge in ladder.edges if edge not in lanes}
    parts: list[str] = []
    middles: dict[str, float] = {}
    y = 1
    roles = sorted(order, key=lambda role: order[role])
    for role, following in zip(roles, [*roles[1:], None], strict=True):
        box, height = _box(ladder.names[role], y, outside=role == "")
        target = linked(role) if linked else None
        parts.append(f'<a href="{escape(target)}">{box}</a>' if target else box)
        middles[role] = y + height / 2
        y += height
        edge = direct.get((role, following)) if following is not None else None
        if edge is not None:
            arrow, height = _straight(edge, y, texts, width)
            parts.append(arrow)
            y += height
        elif following is not None:
            y += _PAD
    parts += [_lane(edge, number, middles, texts) for number, edge in enumerate(lanes)]
    return (
        f'<svg class="career-diagram" role="{"group" if linked else "img"}" '
        f'viewBox="0 0 {WIDTH} {y + 2}" width="{WIDTH}" '
        f'height="{y + 2}" aria-labelledby="{key}-t" aria-describedby="{key}-l">'
        f'<title id="{key}-t">{escape(texts.title)}</title>{"".join(parts)}</svg>'
    )


def _box(label: str, y: float, *, outside: bool) -> tuple[str, int]:
    lines = textwrap.wrap(_LONG_WORD.sub(r"\1- ", label), _LABEL_CHARACTERS) or [""]
    height = len(lines) * _LINE + 2 * _PAD
    kind = "career-box outside" if outside else "career-box"
    shape = f'<rect class="{kind}" x="1" y="{y}" width="{_BOX}" height="{height}" rx="8"/>'
    texts = "".join(
        _text("career-role", 14, y + _PAD + 13 + number * _LINE, line)
        for number, line in enumerate(lines)
    )
    return shape + texts, height


def _straight(edge: Edge, y: float, texts: CareerTexts, width: int) -> tuple[str, int]:
    """An arrow down, with its years and the start of its first condition beside it."""
    label = texts.computed if edge.computed else edge.years
    notes = [label] if label else []
    for text in edge.conditions[:1]:
        notes += textwrap.wrap(text, width, max_lines=_NOTE_LINES, placeholder=" …")
    height = max(_ARROW, len(notes) * _SMALL_LINE + 14)
    end = y + height
    line = f'<path class="{_kind(edge)}" d="M{_ARROW_X} {y}V{end - 2}"/>' + _head(_ARROW_X, end)
    written = "".join(
        _text(
            "career-years" if number == 0 and label else "career-note",
            _ARROW_X + 14,
            y + 18 + number * _SMALL_LINE,
            note,
        )
        for number, note in enumerate(notes)
    )
    return line + written, height


def _lane(edge: Edge, number: int, middles: Mapping[str, float], texts: CareerTexts) -> str:
    """An arrow past the boxes between, to the right of them, its years along it."""
    x = _FIRST_LANE + (number + 1) * _LANE
    # Arrows that end at the same box would lie on each other.
    start, end = middles[edge.first] + number * 3 - 4, middles[edge.second] + number * 3 - 4
    path = f'<path class="{_kind(edge)}" d="M{_BOX + 1} {start}H{x}V{end}H{_BOX + 9}"/>'
    head = f'<path class="career-head" d="M{_BOX + 2} {end}l8 -4v8z"/>'
    written = ""
    label = texts.computed if edge.computed else edge.years
    if label:  # along the arrow: beside it there is no room on a phone
        middle = (start + end) / 2
        written = (
            f'<text class="career-years" text-anchor="middle" '
            f'transform="translate({x + 5} {middle}) rotate(90)">{escape(label)}</text>'
        )
    return path + head + written


def _kind(edge: Edge) -> str:
    return "career-arrow computed" if edge.computed else "career-arrow"


def _head(x: float, y: float) -> str:
    return f'<path class="career-head" d="M{x} {y}l-4 -8h8z"/>'


def _text(kind: str, x: float, y: float, text: str) -> str:
    return f'<text class="{kind}" x="{x}" y="{y}">{escape(text)}</text>'
