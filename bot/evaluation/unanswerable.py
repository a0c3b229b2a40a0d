"""How well a score tells questions that a corpus answers from those that it doesn't."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from bot.errors import UsageError
from bot.evaluation.beir import Query, RetrievalSet
from bot.evaluation.judged_index import JudgedIndex
from bot.evaluation.perturb import perturbed
from bot.index.relevance import relevance_score
from bot.index.search import Hit
from bot.index.view import IndexView
from bot.settings import WORKING_POINT

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RATES = (0.01, 0.02, 0.03, 0.04, 0.05)
"""Shares of wrongly answered questions at which the answerable ones kept are shown."""

HITS = 100
"""Passages that a score is given, as many as an answer is made from."""

OWN, FOREIGN, POOLED, BALANCED = "own", "foreign", "pooled", "balanced"

MIXTURE_NAMES = {
    OWN: "eigene unbeantwortbare",
    FOREIGN: "fremde Fragen",
    POOLED: "zusammen nach Anzahl",
    BALANCED: "zusammen je zur Hälfte",
}


class RelevanceScore(Protocol):
    """How likely a version can answer a question: any number, higher is likelier."""

    def __call__(
        self,
        view: IndexView,
        question: str,
        vector: NDArray[np.float32],
        hits: Sequence[Hit],
        /,
    ) -> float:
        """The score; ``hits`` are the product's own for the question, best first."""
        ...


def product_score() -> tuple[RelevanceScore, float | None]:
    """What ``eval --unanswerable`` judges, and its working point, None where it has none."""
    return relevance_score, WORKING_POINT


@dataclass(frozen=True, slots=True)
class Point:
    """What answering from ``threshold`` upwards means, as shares from 0 to 1."""

    threshold: float
    wrongly_answered: float
    answerable_kept: float


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of a set's answerable questions and of each kind of unanswerable ones."""

    answerable: tuple[float, ...]
    unanswerable: Mapping[str, tuple[float, ...]]

    @property
    def mixtures(self) -> dict[str, dict[str, float]]:
        """How the kinds are weighed: each alone, by their counts, and in equal parts."""
        kinds = {kind: scores for kind, scores in self.unanswerable.items() if scores}
        count = sum(len(scores) for scores in kinds.values())
        alone = {kind: {kind: 1.0} for kind in kinds}
        if len(kinds) < 2:
            return alone
        return {
            **alone,
            POOLED: {kind: len(scores) / count for kind, scores in kinds.items()},
            BALANCED: {kind: 1 / len(kinds) for kind in kinds},
        }

    def at(self, threshold: float, mixture: Mapping[str, float]) -> Point:
        """The figures of one working point."""
        wrong = sum(
            weight * _share(self.unanswerable[kind], threshold) for kind, weight in mixture.items()
        )
        return Point(threshold, wrong, _share(self.answerable, threshold))

    def curve(self, mixture: Mapping[str, float]) -> list[Point]:
        """From answering nothing to answering everything, one point for every score."""
        import numpy as np

        among = [self.answerable, *(self.unanswerable[kind] for kind in mixture)]
        thresholds = np.unique(np.concatenate([np.asarray(scores) for scores in among]))[::-1]
        shares = [
            weight * _shares(self.unanswerable[kind], thresholds)
            for kind, weight in mixture.items()
        ]
        wrong, kept = sum(shares), _shares(self.answerable, thresholds)
        rows = zip(thresholds, np.asarray(wrong), kept, strict=True)
        return [Point(float("inf"), 0.0, 0.0), *(Point(*map(float, row)) for row in rows)]

    def kept_at(self, rate: float, mixture: Mapping[str, float]) -> Point:
        """The point that keeps most while at most ``rate`` is wrongly answered."""
        # Sums of weighed shares miss a round rate by rounding alone.
        fitting = [p for p in self.curve(mixture) if p.wrongly_answered <= rate + 1e-9]
        return max(fitting, key=lambda point: (point.answerable_kept, -point.wrongly_answered))


def _share(scores: Sequence[float], threshold: float) -> float:
    return sum(score >= threshold for score in scores) / len(scores)


def _shares(scores: Sequence[float], thresholds: NDArray[np.float64]) -> NDArray[np.float64]:
    import numpy as np

    ordered = np.sort(np.asarray(scores, dtype=np.float64))
    below = np.searchsorted(ordered, thresholds, side="left")
    return np.asarray(1 - below / len(ordered), dtype=np.float64)


def score_questions(
    judged: RetrievalSet,
    index: JudgedIndex,
    score: RelevanceScore,
    *,
    foreign: RetrievalSet | None = None,
    perturbation: str | None = None,
) -> Scores:
    """Asks a set's own questions, its unanswerable ones, and those of another set.

    Args:
        judged: the set whose corpus is asked; its own questions keep to their facets.
        index: the same set, ready.
        score: what is judged.
        foreign: its questions are asked of the whole corpus.
        perturbation: spoils all questions alike first.

    Raises:
        UsageError: there is no unanswerable question of either kind.
    """

    def scores(queries: Sequence[Query], *, scoped: bool = True) -> tuple[float, ...]:
        typed = [query.text for query in queries]
        if perturbation is not None:
            typed = perturbed(typed, perturbation)
        made = []
        for question, query in zip(typed, queries, strict=True):
            found = index.ask(question, query.scope if scoped else None, HITS)
            made.append(float(score(index.view, found.spelt, found.vector, found.hits)))
        return tuple(made)

    if not judged.unanswerable and foreign is None:
        raise UsageError(
            f"{judged.name} hat keine unbeantwortbaren Fragen (unanswerable.jsonl).",
            hint="Nennen Sie hinter --unanswerable eine zweite Messreihe mit fremden Fragen.",
        )
    if foreign is not None and foreign.fingerprint == judged.fingerprint:
        raise UsageError("Als fremde Fragen taugen nur die einer anderen Messreihe.")
    kinds = {OWN: scores(judged.unanswerable)}
    if foreign is not None:
        kinds[FOREIGN] = scores(foreign.queries, scoped=False)
    return Scores(
        scores(judged.queries), {kind: values for kind, values in kinds.items() if values}
    )


def report(scores: Scores, threshold: float | None) -> dict[str, Any]:
    """Counts, the answerable kept at every rate of ``RATES``, and the working point.

    Args:
        scores: of all questions.
        threshold: the product's own working point, or None where it has none.
    """
    return {
        "answerable": len(scores.answerable),
        "unanswerable": {kind: len(values) for kind, values in scores.unanswerable.items()},
        "kept": {
            name: {
                f"{rate:.0%}": round(scores.kept_at(rate, mixture).answerable_kept, 4)
                for rate in RATES
            }
            for name, mixture in scores.mixtures.items()
        },
        "working_point": None if threshold is None else _working_point(scores, threshold),
    }


def _working_point(scores: Scores, threshold: float) -> dict[str, Any]:
    return {
        "threshold": threshold,
        "answerable_kept": round(_share(scores.answerable, threshold), 4),
        "wrongly_answered": {
            name: round(scores.at(threshold, mixture).wrongly_answered, 4)
            for name, mixture in scores.mixtures.items()
        },
    }
