"""The contract's measures of a ranking."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

DEPTH = 10
"""How far down a ranking is looked at."""

MEASURES = ("ndcg@10", "mrr@10", "recall@1", "recall@5", "recall@10")


def measures(ranking: Sequence[str], relevant: Mapping[str, int]) -> dict[str, float]:
    """All ``MEASURES`` of one ranking, each from 0 to 1.

    nDCG after Järvelin and Kekäläinen (2002) with the grade itself as gain, as trec_eval and
    BEIR count it, so that figures compare with published ones.

    Args:
        ranking: document ids, best first, each at most once.
        relevant: document id to its grade, above 0; at least one.
    """
    gains = [relevant.get(document, 0) for document in ranking[:DEPTH]]
    ideal = sorted(relevant.values(), reverse=True)[:DEPTH]
    first = next((rank for rank, gain in enumerate(gains, 1) if gain), None)
    return {
        "ndcg@10": _discounted(gains) / _discounted(ideal),
        "mrr@10": 1 / first if first else 0.0,
        **{f"recall@{k}": sum(1 for gain in gains[:k] if gain) / len(relevant) for k in (1, 5, 10)},
    }


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, 1))
