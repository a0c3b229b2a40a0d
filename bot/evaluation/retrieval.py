"""A retriever measured on a judged set, question by question."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.evaluation.beir import Query, RetrievalSet, read_set
from bot.evaluation.judged_index import JudgedIndex
from bot.evaluation.measures import DEPTH, MEASURES, measures
from bot.evaluation.perturb import perturbed
from bot.index.encoder import Encoder, load_encoder

if TYPE_CHECKING:
    from bot.settings import Settings

__all__ = ["Ranker", "Run", "evaluate_folder", "measure", "measure_product", "measures"]

Ranker = Callable[[str, Query], Sequence[str]]
"""Document ids, best first, for the question as typed (first) of a query of the set."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one retriever reached on one set.

    Attributes:
        per_question: query id to its measures.
        fingerprint: the set's; runs of equal ones can be compared question by question.
        perturbation: how the questions were spoilt first, or None.
        repaired: whether questions were repaired before the search.
    """

    set: str
    fingerprint: str
    passages: int
    perturbation: str | None
    repaired: bool
    per_question: Mapping[str, Mapping[str, float]]

    @property
    def means(self) -> dict[str, float]:
        """Each measure's mean over the questions."""
        rows = self.per_question.values()
        return {name: sum(row[name] for row in rows) / len(rows) for name in MEASURES}

    def to_json(self, *, per_question: bool = False) -> dict[str, Any]:
        """Plain JSON types; with ``per_question``, what ``read_runs`` needs to compare."""
        return {
            "set": self.set,
            "questions": len(self.per_question),
            "passages": self.passages,
            "perturb": self.perturbation,
            "repair": self.repaired,
            **{name: round(value, 4) for name, value in self.means.items()},
            **(
                {"fingerprint": self.fingerprint, "per_question": dict(self.per_question)}
                if per_question
                else {}
            ),
        }


def measure(
    judged: RetrievalSet, rank: Ranker, *, perturbation: str | None = None, repaired: bool = False
) -> Run:
    """Asks every question of the set.

    Args:
        judged: the set.
        rank: the retriever; it has to keep to ``query.scope`` itself.
        perturbation: one of ``PERTURBATIONS``, or None for the questions as they are.
        repaired: what the run is to say of ``rank``.
    """
    typed = [query.text for query in judged.queries]
    if perturbation is not None:
        typed = perturbed(typed, perturbation)
    rows = {
        query.id: measures(rank(question, query), query.relevant)
        for question, query in zip(typed, judged.queries, strict=True)
    }
    return Run(judged.name, judged.fingerprint, len(judged.documents), perturbation, repaired, rows)


def measure_product(
    judged: RetrievalSet,
    encoder: Encoder,
    cache: Path,
    *,
    perturbation: str | None = None,
    repaired: bool = True,
) -> Run:
    """The product's own retriever: its repair, its encoder, its search."""
    index = JudgedIndex(judged, encoder, cache, repaired=repaired)

    def rank(question: str, query: Query) -> list[str]:
        return [hit.passage.id for hit in index.ask(question, query.scope, DEPTH).hits]

    return measure(judged, rank, perturbation=perturbation, repaired=repaired)


def evaluate_folder(folder: Path, settings: Settings) -> dict[str, Any]:
    """nDCG@10, MRR@10 and recall of the default search on a folder in BEIR's layout."""
    run = measure_product(read_set(folder), load_encoder(settings), settings.cache_folder)
    return run.to_json()
