"""The product's own retriever, measured on a judged set."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.domain import Passage, Sentence, Source
from bot.evaluation.beir import RetrievalSet, read_set
from bot.index.encoder import Encoder, load_encoder
from bot.index.search import search
from bot.index.store import IndexIdentity
from bot.index.view import IndexView
from bot.passages import embedded_text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.settings import Settings

DEPTH = 10


def evaluate_folder(folder: Path, settings: Settings) -> dict[str, Any]:
    """nDCG@10, MRR@10 and recall of the default search on a folder in BEIR's layout."""
    judged = read_set(folder)
    encoder = load_encoder(settings)
    view = _view(judged, encoder, settings.cache_folder)
    rows = []
    for query in judged.queries:
        scope = query.scope
        only = None if scope is None else (lambda p, scope=scope: p.source_id in scope)
        vector = encoder.encode_questions([query.text])[0]
        hits = search(view, query.text, vector, limit=DEPTH, only=only)
        rows.append(measures([hit.passage.source_id for hit in hits], query.relevant))
    return {
        "set": judged.name,
        "questions": len(rows),
        "passages": len(judged.documents),
        **{name: round(sum(row[name] for row in rows) / len(rows), 4) for name in rows[0]},
    }


def measures(ranking: Sequence[str], relevant: Mapping[str, int]) -> dict[str, float]:
    """The contract's measures of one ranking.

    nDCG after Järvelin and Kekäläinen (2002) with gain 2^grade - 1, as trec_eval's ``ndcg``
    for binary grades.
    """
    gains = [2 ** relevant.get(document, 0) - 1 for document in ranking[:DEPTH]]
    ideal = sorted((2**grade - 1 for grade in relevant.values()), reverse=True)[:DEPTH]
    first = next((rank for rank, gain in enumerate(gains, 1) if gain), None)
    return {
        "ndcg@10": _discounted(gains) / (_discounted(ideal) or 1.0),
        "mrr@10": 1 / first if first else 0.0,
        **{
            f"recall@{k}": sum(1 for d in ranking[:k] if relevant.get(d)) / len(relevant)
            for k in (1, 5, 10)
        },
    }


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, 1))


def _view(judged: RetrievalSet, encoder: Encoder, cache: Path) -> IndexView:
    """The set as an index version in memory, one passage a document."""
    sources = {
        d.id: Source(id=d.id, title=d.title or d.id, text=d.text, sections=())
        for d in judged.documents
    }
    passages = tuple(
        Passage(d.id, d.id, (), 0, len(d.text), (Sentence(0, len(d.text)),), d.text)
        for d in judged.documents
    )
    texts = [embedded_text(sources[p.source_id].title, (), p.text) for p in passages]
    return IndexView(
        version=0,
        identity=IndexIdentity.of(encoder.identity),
        sources=sources,
        passages=passages,
        collection=None,
        vectors=_vectors(texts, encoder, cache),
    )


def _vectors(texts: Sequence[str], encoder: Encoder, cache: Path) -> NDArray[np.float32]:
    """Encodes once; the same texts under the same encoder are read back the next time."""
    import numpy as np

    digest = hashlib.sha256(repr((encoder.identity, texts)).encode()).hexdigest()[:24]
    path = cache / "evaluation" / f"{digest}.npy"
    if path.is_file():
        return np.asarray(np.load(path), dtype=np.float32)
    vectors = encoder.encode_passages(texts)
    path.parent.mkdir(parents=True, exist_ok=True)
    np.save(path, vectors)
    return vectors
