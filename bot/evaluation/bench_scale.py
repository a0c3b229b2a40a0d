"""Search at scale, on made-up passages: near-duplicates in German words, hashed to vectors.

The texts repeat one another but for a word or two, as job adverts do, so that graph search is
tried where it fails first. What is measured is the product's own way: ingest, Chroma, view,
search; beside it stands Chroma's own query, and exact search over the same view.
"""

from __future__ import annotations

import functools
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.evaluation.rows import BenchRow
from bot.index.encoder import EncoderIdentity
from bot.index.filters import PassageFilter
from bot.index.search import search
from bot.index.store import Store
from bot.index.sync import ingest
from bot.index.view import IndexView, load_view

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.settings import Settings

DIMENSION = 384
PASSAGES_A_FILE = 200
TEMPLATES = 400
QUESTIONS = 100
COUNTRIES = ("DE", "AT", "CH")


class HashingEncoder:
    """Vectors that are sums of one random direction a word: alike texts, alike vectors."""

    identity = EncoderIdentity("hashing", "1", DIMENSION, "", "")
    max_tokens = 512

    def __init__(self) -> None:
        import numpy as np

        self._directions = np.random.default_rng(0).standard_normal((65_536, DIMENSION))
        self._directions = self._directions.astype(np.float32)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, shape (texts, 384)."""
        import numpy as np

        rows = [
            self._directions[[hash_of(word) for word in text.split()] or [0]].sum(axis=0)
            for text in texts
        ]
        vectors = np.asarray(rows, dtype=np.float32)
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)

    encode_questions = encode_passages

    def count_tokens(self, text: str) -> int:
        """One token a word."""
        return len(text.split())


@functools.lru_cache(maxsize=100_000)  # else the yardstick takes longer than what is measured
def hash_of(word: str) -> int:
    """A direction's number; the same in every process, unlike ``hash``."""
    value = 2_166_136_261
    for character in word:
        value = (value ^ ord(character)) * 16_777_619 % 2**32
    return value % 65_536


def bench_scale(settings: Settings, passages: int) -> list[BenchRow]:
    """Recall against exact search, latency beside Chroma alone, start, memory and disk.

    Args:
        settings: its cache is used for derived files; the index lies in a temporary folder.
        passages: how many; 100,000 take some ten minutes to make.
    """
    encoder = HashingEncoder()
    with tempfile.TemporaryDirectory() as folder:
        own = settings.model_copy(
            update={
                "db": Path(folder) / "index",
                "cache": Path(folder) / "cache",
                "chroma_url": None,
            }
        )
        questions = _write_articles(Path(folder) / "articles", passages)
        before = time.perf_counter()
        report, _ = ingest([str(Path(folder) / "articles")], own, encoder=encoder)
        ingested = time.perf_counter() - before
        store = Store.open(own)
        before = time.perf_counter()
        view = load_view(store, store.require_current(), cache=own.cache_folder / "index")
        search(view, questions[0], encoder.encode_questions([questions[0]])[0])
        started = time.perf_counter() - before
        rows = _searches(view, encoder, questions)
        disk = sum(p.stat().st_size for p in Path(folder).rglob("*") if p.is_file()) / 1e6
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = report.passages
    return [
        _row("passages", size, "", "asked for", passages),
        *rows,
        _row("ingest, hashing encoder", size / ingested, "1/s", "one a second", 1),
        _row("start to first hit", started, "s", "one second", 1),
        _row("peak memory", memory, "MB", "one MB", 1),
        _row("disk", disk, "MB", "one MB", 1),
    ]


def _searches(view: IndexView, encoder: HashingEncoder, questions: Sequence[str]) -> list[BenchRow]:
    exact = replace(view, exact=True)
    third = PassageFilter(country="AT")
    return [
        *_searched("all", view, exact, encoder, questions, None, None),
        *_searched("a third", view, exact, encoder, questions, third, {"country": "AT"}),
    ]


def _searched(
    name: str,
    view: IndexView,
    exact: IndexView,
    encoder: HashingEncoder,
    questions: Sequence[str],
    only: PassageFilter | None,
    where: dict[str, object] | None,
) -> list[BenchRow]:
    collection = view.collection
    assert collection is not None
    found, ours, alone = [], [], []
    for question in questions:
        vector = encoder.encode_questions([question])[0]
        begun = time.perf_counter()
        hits = search(view, question, vector, only=only)
        between = time.perf_counter()
        collection.nearest(vector, 10, where)
        ours.append((between - begun) * 1000)
        alone.append((time.perf_counter() - between) * 1000)
        best = {hit.passage.id for hit in search(exact, question, vector, only=only)}
        found.append(len(best & {hit.passage.id for hit in hits}) / max(1, len(best)))
    return [
        _row(f"recall@10 of {name}", statistics.fmean(found), "", "exact search", 1.0),
        *(
            _row(f"search {name}, p{percent}", _quantile(ours, percent), "ms", "Chroma alone",
                 _quantile(alone, percent))
            for percent in (50, 95)
        ),
    ]  # fmt: skip


def _write_articles(folder: Path, passages: int) -> list[str]:
    """Articles of near-duplicate paragraphs below headings; returns questions about them."""
    chance = random.Random(0)
    syllables = ["ver", "kauf", "be", "rat", "kun", "den", "leit", "ung", "werk", "stoff", "plan",
                 "er", "markt", "ge", "biet", "dienst", "bau", "pro", "jekt", "tech"]  # fmt: skip
    words = ["".join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(20_000)]
    templates = [chance.choices(words, k=60) for _ in range(TEMPLATES)]
    folder.mkdir(parents=True)
    for number in range(-(-passages // PASSAGES_A_FILE)):
        lines = [f"---\nid: artikel-{number}\ntitle: Artikel {words[number]}",
                 f"country: {COUNTRIES[number % 3]}\n---"]  # fmt: skip
        for part in range(min(PASSAGES_A_FILE, passages - number * PASSAGES_A_FILE)):
            text = list(chance.choice(templates))
            for place in chance.sample(range(60), 8):
                text[place] = chance.choice(words)
            body = f"{' '.join(text[:30])}. {' '.join(text[30:])}."
            lines.append(f"## Abschnitt {part}\n\n{body.capitalize()}")
        (folder / f"{number:05}.md").write_text("\n\n".join(lines), encoding="utf-8")
    return [" ".join(chance.sample(chance.choice(templates), 12)) for _ in range(QUESTIONS)]


def _quantile(values: Sequence[float], percent: int) -> float:
    return statistics.quantiles(values, n=100)[percent - 1]


def _row(name: str, value: float, unit: str, baseline_name: str, baseline_value: float) -> BenchRow:
    return BenchRow(name, value, unit, baseline_name, baseline_value, value / baseline_value)
