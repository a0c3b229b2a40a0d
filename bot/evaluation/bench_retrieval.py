"""The product's search beside recipes that a user could pick, on the judged sets that are there.

All are asked the same questions in one run and keep to the question's filter. The product reads
a question as it always does, repair included; the others take it as it was typed. Except in the
tutorial's recipe, a passage is searched with its title in front.
"""

from __future__ import annotations

import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import UsageError
from bot.evaluation.beir import SETS, Query, RetrievalSet, default_data, read_set
from bot.evaluation.judged_index import JudgedIndex
from bot.evaluation.measures import DEPTH
from bot.evaluation.retrieval import Ranker, measure
from bot.evaluation.rows import BenchRow
from bot.evaluation.tutorial import Properties, TutorialIndex

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.index.encoder import Encoder
    from bot.index.view import IndexView
    from bot.settings import Settings

    Scores = Callable[[str], NDArray[np.float32]]

SHOWN = ("ndcg@10", "recall@10")
FUSED = 100
"""How far down each list is fused."""

RRF_CONSTANT = 60
"""As Cormack, Clarke and Büttcher (2009) have it, and every library by default."""


def bench_retrieval(settings: Settings, data: Path | None = None) -> Iterator[BenchRow]:
    """nDCG@10 and recall@10 of the product beside each recipe, set by set, as they are measured.

    Args:
        settings: the encoder that the product, dense search and the fusions share, and the cache
            for its vectors.
        data: the folder that holds the sets; by default the one where ``eval`` finds them.

    Raises:
        EncoderError, UsageError: an encoder can't be loaded.
    """
    from bot.index.encoder import load_encoder

    judged: dict[str, RetrievalSet | str] = {
        name: _set_or_reason((data or default_data()) / name) for name in SETS
    }
    found = any(isinstance(value, RetrievalSet) for value in judged.values())
    encoder = load_encoder(settings) if found else None
    for name, value in judged.items():
        if encoder is None or isinstance(value, str):
            yield BenchRow.missing(f"retrieval, {name}", str(value))
            continue
        started = time.perf_counter()
        yield from compared(value, encoder, settings.cache_folder)
        yield BenchRow.alone(f"run time, retrieval, {name}", time.perf_counter() - started, "s")


def _set_or_reason(folder: Path) -> RetrievalSet | str:
    if not folder.is_dir():
        return f"there is no {folder}"
    try:
        return read_set(folder)
    except UsageError as error:
        return error.log


def compared(judged: RetrievalSet, encoder: Encoder, cache: Path) -> Iterator[BenchRow]:
    """The rows of one set.

    Args:
        judged: the set.
        encoder: encodes it, unless its vectors are in ``cache``.
        cache: as for ``JudgedIndex``.
    """
    index = JudgedIndex(judged, encoder, cache)

    def product(question: str, query: Query) -> list[str]:
        return [hit.passage.id for hit in index.ask(question, query.scope, DEPTH).hits]

    reached = measure(judged, product, repaired=True).means
    for name, rank in recipes(judged, index.view, encoder):
        baseline = measure(judged, rank).means
        for shown in SHOWN:
            yield BenchRow.beside(
                f"{shown}, {judged.name}", reached[shown], "", name, baseline[shown]
            )


def recipes(
    judged: RetrievalSet, view: IndexView, encoder: Encoder
) -> Iterator[tuple[str, Ranker]]:
    """The baselines by name; each is usable until the next one is asked for.

    Args:
        judged: the set, whose questions are the only ones that may be asked.
        view: the same, indexed by ``encoder``.
        encoder: encodes the questions.
    """
    with tempfile.TemporaryDirectory() as folder:
        yield "Chroma with the English MiniLM", _tutorial(judged, Path(folder))
    lists = _Lists(view)
    dense = lists.by(_cosines(judged, view, encoder))
    bare = lists.by(_bare_bm25(view), shared=True)
    words = lists.by(view.keywords.scores, shared=True)
    yield "dense alone", dense
    yield "BM25 alone, bare words", bare
    yield "BM25 alone, the product's stems", words
    yield f"RRF ({RRF_CONSTANT}) of dense and bare BM25", reciprocal_ranks(dense, bare)
    yield f"RRF ({RRF_CONSTANT}) of dense and BM25 by stems", reciprocal_ranks(dense, words)


def reciprocal_ranks(*rankers: Ranker) -> Ranker:
    """Reciprocal rank fusion of what each ranker finds, equals in the order first met."""

    def rank(question: str, query: Query) -> list[str]:
        scores: dict[str, float] = defaultdict(float)
        for ranker in rankers:
            for place, key in enumerate(ranker(question, query), 1):
                scores[key] += 1 / (RRF_CONSTANT + place)
        return sorted(scores, key=scores.__getitem__, reverse=True)

    return rank


def _tutorial(judged: RetrievalSet, folder: Path) -> Ranker:
    """Texts alone; the question's filter as Chroma's ``where``."""
    properties: dict[str, Properties] = {d.id: dict(d.facets) for d in judged.documents}
    tutorial = TutorialIndex({d.id: d.text for d in judged.documents}, folder, properties)

    @cache
    def condition(scope: frozenset[str]) -> Properties:
        """What all documents of the scope have in common, and no other document has."""
        common = set.intersection(*(set(properties[key].items()) for key in scope))
        return dict(common)

    def rank(question: str, query: Query) -> list[str]:
        if query.scope is not None and not query.scope:
            return []
        where = None if query.scope is None else condition(query.scope)
        return list(tutorial.nearest(question, DEPTH, where))

    return rank


def _cosines(judged: RetrievalSet, view: IndexView, encoder: Encoder) -> Scores:
    texts = [query.text for query in judged.queries]
    vectors = dict(zip(texts, encoder.encode_questions(texts), strict=True))

    def scores(question: str) -> NDArray[np.float32]:
        assert view.vectors is not None
        found: NDArray[np.float32] = view.vectors @ vectors[question]
        return found

    return scores


def _bare_bm25(view: IndexView) -> Scores:
    """Words as white space cuts them, with the parameters of the package: LangChain's way."""
    import bm25s
    import numpy as np

    bm25 = bm25s.BM25()
    bm25.index([view.searched_text(p).split() for p in view.passages], show_progress=False)

    def scores(question: str) -> NDArray[np.float32]:
        known = [word for word in question.split() if word in bm25.vocab_dict]
        if not known:  # the package raises IndexError
            return np.zeros(len(view.passages), np.float32)
        return np.asarray(bm25.get_scores(known), np.float32)

    return scores


class _Lists:
    """Ranked lists over the passages of a view."""

    def __init__(self, view: IndexView) -> None:
        self._ids = [passage.id for passage in view.passages]
        self._rows = {key: row for row, key in enumerate(self._ids)}

    def by(self, scores: Scores, *, shared: bool = False) -> Ranker:
        """A ranker of the ``FUSED`` best; with ``shared``, a score of 0 means not found."""
        import numpy as np

        @cache
        def allowed(scope: frozenset[str] | None) -> NDArray[np.int_]:
            rows: Sequence[int] = (
                range(len(self._ids)) if scope is None else sorted(self._rows[key] for key in scope)
            )
            return np.array(rows, dtype=int)

        def rank(question: str, query: Query) -> list[str]:
            rows = allowed(query.scope)
            found = scores(question)[rows]
            order = np.argsort(-found, kind="stable")[:FUSED]
            return [self._ids[rows[place]] for place in order if not shared or found[place] > 0]

        return rank
