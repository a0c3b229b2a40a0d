"""Figures of pay in an answer, held against the hand-made list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.domain import Answer
from bot.evaluation.golden_set import GoldenQuestion

CORE: Final = (
    "source", "role", "seniority", "min", "max", "mean", "median", "currency", "period", "country"
)  # fmt: skip
"""What must agree for two figures to be the same statement."""

DETAILS: Final = ("statistic", "gross", "includes_variable", "year")
"""What the contract asks of a figure besides."""

Figure = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FigureVerdict:
    """Figures of one answer.

    Attributes:
        right, shown: of the figures that the answer carries.
        found, expected: of the figures that the list has for the question.
        details_right, details: fields besides the core, over the right figures.
        wrong, missing: in short, for the report.
    """

    right: int
    shown: int
    found: int
    expected: int
    details_right: int
    details: int
    wrong: tuple[str, ...]
    missing: tuple[str, ...]


def judge_figures(
    answer: Answer,
    question: GoldenQuestion,
    known: Sequence[Figure],
    expected_sources: Sequence[str],
) -> FigureVerdict:
    """Compares ``Answer.salary`` with what the list has for the question's role.

    Args:
        answer: what the product said.
        question: its ``figures`` are filters; without them, figures are expected where the
            facts of a question about pay name all their amounts.
        known: the hand-made list for the index that was asked.
        expected_sources: the question's sources in that index.
    """
    shown = shown_figures(answer)
    allowed = [f for f in known if _may_be_shown(f, question)]
    pairs = [(figure, _twin(figure, allowed)) for figure in shown]
    expected = _distinct(_expected(question, known, expected_sources))
    missing = [f for f in expected if not any(same_statement(s, f) for s in shown)]
    details = [_fits(s.get(name), twin.get(name)) for s, twin in pairs if twin for name in DETAILS]
    return FigureVerdict(
        right=sum(twin is not None for _, twin in pairs),
        shown=len(shown),
        found=len(expected) - len(missing),
        expected=len(expected),
        details_right=sum(details),
        details=len(details),
        wrong=tuple(in_short(figure) for figure, twin in pairs if twin is None),
        missing=tuple(map(in_short, missing)),
    )


def same_statement(shown: Figure, known: Figure) -> bool:
    """Whether all of ``CORE`` agrees; ``known`` may hold alternatives."""
    return all(_fits(shown.get(name), known.get(name)) for name in CORE)


def shown_figures(answer: Answer) -> list[dict[str, Any]]:
    """``Answer.salary`` with the id of the source that each figure is cited from."""
    by_number = {citation.number: citation.source.id for citation in answer.citations}
    return [dict(f) | {"source": _source(f.get("citation"), by_number)} for f in answer.salary]


def in_short(figure: Figure) -> str:
    """One figure on part of a line."""
    names = ("source", "role", "seniority", "country", "min", "max", "mean", "currency", "period")
    return " ".join(f"{name}={figure.get(name)}" for name in names if figure.get(name) is not None)


def _source(citation: Any, by_number: Mapping[int, str]) -> str | None:  # noqa: ANN401 - JSON
    if isinstance(citation, Mapping):
        source = citation.get("source")
        if isinstance(source, Mapping):
            return str(source.get("id"))
        citation = citation.get("number")
    return by_number.get(citation) if isinstance(citation, int) else None


def _may_be_shown(figure: Figure, question: GoldenQuestion) -> bool:
    """No figure of another role, country or level; one that leaves these open may be."""
    filters = question.figures
    if filters is None:
        return True
    return any(_agrees(figure, wanted) for wanted in filters)


def _agrees(figure: Figure, wanted: Mapping[str, Any]) -> bool:
    return all(
        figure.get(name) is None or _fits(wanted[name], figure.get(name))
        for name in ("role", "country", "seniority")
        if name in wanted
    )


def _expected(
    question: GoldenQuestion, known: Iterable[Figure], sources: Sequence[str]
) -> list[Figure]:
    if question.status == "declined":
        return []
    if question.figures is not None:
        return [f for f in known if any(_passes(f, one) for one in question.figures)]
    if question.intent != "salary":
        return []
    named = {n for fact in question.facts for way in fact for n in _amounts(way)}
    return [f for f in known if f["source"] in sources and _ends(f) and _ends(f) <= named]


def _amounts(text: str) -> set[float]:
    return {float(re.sub(r"\D", "", n)) for n in re.findall(r"\d{1,3}(?:[.,\s]\d{3})+", text)}


def _ends(figure: Figure) -> set[float]:
    values = (figure[name] for name in ("min", "max"))
    return {float(v) for value in values for v in _alternatives(value) if v is not None}


def _passes(figure: Figure, wanted: Mapping[str, Any]) -> bool:
    """What can be read in two ways isn't demanded."""
    return all(figure.get(name) == value for name, value in wanted.items())


def _twin(figure: Figure, known: Iterable[Figure]) -> Figure | None:
    return next((other for other in known if same_statement(figure, other)), None)


def _distinct(figures: Iterable[Figure]) -> list[Figure]:
    """A source that says the same twice is expected to be shown once."""
    return list({repr([f.get(name) for name in CORE]): f for f in figures}.values())


def _fits(value: Any, known: Any) -> bool:  # noqa: ANN401 - JSON
    return value in _alternatives(known)


def _alternatives(known: Any) -> list[Any]:  # noqa: ANN401 - JSON
    return known if isinstance(known, list) else [known]
