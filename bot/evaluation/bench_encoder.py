"""Speed and quality of the default encoder beside torch in fp32 on the same weights.

Both take turns in one run, so that whatever else the machine does hits both alike.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import numpy as np

from bot.evaluation.beir import RetrievalSet, read_set
from bot.evaluation.retrieval import measures
from bot.evaluation.rows import BenchRow
from bot.index.encoder import Encoder, load_encoder
from bot.index.encoder.prepare import prepared_folder
from bot.settings import DEFAULT_ENCODER, Settings

_PASSAGES = 48
_QUESTIONS = 20
_ROUNDS = 3
_BASELINE = "torch fp32"


def bench_encoder(settings: Settings, data: Path | None = None) -> list[BenchRow]:
    """Passages per second, milliseconds for a question and, with ``data``, nDCG@10.

    Args:
        settings: the encoder's settings count, but its default is what is measured.
        data: a judged set in BEIR's layout; without it the texts are made up and nDCG is left
            out. Encoding a set of 1,300 passages with torch takes some two minutes.

    Returns:
        No row where the default's weights aren't installed.

    Raises:
        EncoderError: an encoder can't be loaded.
    """
    settings = settings.model_copy(update={"encoder": DEFAULT_ENCODER, "encoder_device": "cpu"})
    folder = prepared_folder(settings.cache_folder)
    if folder is None:
        return []
    default = load_encoder(settings)
    torch = load_encoder(settings.model_copy(update={"encoder": str(folder)}))
    judged = read_set(data) if data is not None and data.is_dir() else None
    if judged is None:
        passages, questions = _made_up_texts()
    else:
        passages, questions = _middle_sized(judged, default)
    rows = _speed(default, torch, passages, questions)
    if judged is not None:
        quality = _ndcg(default, judged), _ndcg(torch, judged)
        rows.append(BenchRow.beside("encoder_ndcg_10", quality[0], "", _BASELINE, quality[1]))
    return rows


def _speed(
    default: Encoder, torch: Encoder, passages: list[str], questions: list[str]
) -> list[BenchRow]:
    encoders = (default, torch)
    rates: dict[int, list[float]] = {0: [], 1: []}
    waits: dict[int, list[float]] = {0: [], 1: []}
    for encoder in encoders:
        encoder.encode_passages(passages[:2])
    for turn in range(_ROUNDS):
        for index, encoder in enumerate(encoders):
            rates[index].append(len(passages) / _seconds(encoder.encode_passages, passages))
            for question in questions[turn::_ROUNDS]:
                waits[index].append(1000 * _seconds(encoder.encode_questions, [question]))
    throughput, latency = (
        [statistics.median(values[index]) for index in (0, 1)] for values in (rates, waits)
    )
    return [
        BenchRow.beside(
            "encoder_passages_per_second", throughput[0], "1/s", _BASELINE, throughput[1]
        ),
        BenchRow.beside("encoder_question_p50", latency[0], "ms", _BASELINE, latency[1]),
    ]


def _seconds(encode: Callable[[list[str]], object], texts: list[str]) -> float:
    started = time.perf_counter()
    encode(texts)
    return time.perf_counter() - started


def _ndcg(encoder: Encoder, judged: RetrievalSet) -> float:
    """Dense search alone, the title before each text, the query's scope as filter."""
    documents = judged.documents
    vectors = encoder.encode_passages([f"{d.title}\n{d.text}" for d in documents])
    questions = encoder.encode_questions([query.text for query in judged.queries])
    scores = []
    for query, question in zip(judged.queries, questions, strict=True):
        order = np.argsort(-(vectors @ question), kind="stable")
        ranked = (documents[i].id for i in order)
        inside = (i for i in ranked if query.scope is None or i in query.scope)
        scores.append(measures(list(islice(inside, 10)), query.relevant)["ndcg@10"])
    return statistics.fmean(scores)


def _middle_sized(judged: RetrievalSet, encoder: Encoder) -> tuple[list[str], list[str]]:
    """Passages of about 200 tokens, as the chunker makes them, and real questions."""
    fitting = (d.text for d in judged.documents if 180 <= encoder.count_tokens(d.text) <= 220)
    texts = list(islice(fitting, _PASSAGES)) or [d.text for d in judged.documents[:_PASSAGES]]
    return texts, [query.text for query in judged.queries[: _QUESTIONS * _ROUNDS]]


def _made_up_texts() -> tuple[list[str], list[str]]:
    chance = random.Random(0)
    roles = ["Ein Key Account Manager", "Eine Vertriebsleiterin", "Der Berufseinsteiger"]
    verbs = ["betreut", "verhandelt mit", "berät", "gewinnt", "besucht"]
    objects = ["die größten Kunden", "Einkäufer im Mittelstand", "ein Team im Außendienst"]
    ends = [
        "und plant das Budget für das nächste Jahr.",
        "in Österreich, der Schweiz und Süddeutschland.",
        "für ein Gehalt zwischen 45.000 und 70.000 Euro brutto.",
        "und hält Präsentationen auf Deutsch und Englisch.",
    ]

    def sentence() -> str:
        return " ".join(chance.choice(part) for part in (roles, verbs, objects, ends))

    passages = [" ".join(sentence() for _ in range(8)) for _ in range(_PASSAGES)]
    questions = [f"Stimmt es, dass {sentence()[:-1]}?" for _ in range(_QUESTIONS * _ROUNDS)]
    return passages, questions
