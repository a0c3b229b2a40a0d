"""The default encoder: the prepared folder, run by OpenVINO on the CPU, without torch."""

from __future__ import annotations

import itertools
import json
import os
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bot.index.encoder.bert_graph import (
    QUANTISATION_GROUP,
    BertShape,
    attention_bias,
    build_graph,
    import_openvino,
)
from bot.index.encoder.model_folder import SPECIAL_TOKENS_FILE, VOCABULARY_FILE, WEIGHTS_FILE
from bot.index.encoder.protocol import MAX_TOKENS, EncoderIdentity, WordVectors, encodable
from bot.index.encoder.safetensors_file import MappedTensors
from bot.index.encoder.unigram import UnigramTokenizer

if TYPE_CHECKING:
    import openvino

_BATCH_TOKENS = 2048  # padding included; more gains nothing on two cores and costs memory
_WIDTH_STEP = 16
"""Texts are padded to the next multiple of it, never to their neighbours' length: bf16 and int8
round differently at another width, and a text's vector must not depend on its company."""

_WARM_UP = "Was verdient ein Account Manager?"


class OpenVinoEncoder:
    """See ``Encoder``.

    One inference runs at a time, on all threads: that is the fastest way to one answer, and
    questions slip in between the batches of a longer job.

    Args:
        folder: a complete prepared folder.
        identity: what the index keeps.
        threads: threads of one inference; 0 is one for each core of this process.

    Raises:
        ImportError: OpenVINO can't be loaded.
        RuntimeError: OpenVINO can't compile the model for this CPU.
    """

    max_tokens = MAX_TOKENS

    def __init__(self, folder: Path, identity: EncoderIdentity, threads: int = 0) -> None:
        """Compiles the graph and runs it once, so that the first question isn't slower."""
        self.identity = identity
        tensors = MappedTensors(folder / WEIGHTS_FILE)
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        special = _special_ids(folder)
        names = json.loads((folder / "tokenizer_config.json").read_text(encoding="utf-8"))
        self._begin, self._end = special[names["bos_token"]], special[names["eos_token"]]
        self._tokenizer = UnigramTokenizer(
            folder / VOCABULARY_FILE, special, special[names["unk_token"]]
        )
        self._words = tensors["embeddings.word_embeddings.weight"]
        self._places = tensors["embeddings.position_embeddings.weight"].astype(np.float32)
        self._places += tensors["embeddings.token_type_embeddings.weight"][0]
        shape = BertShape(
            config["num_hidden_layers"], config["num_attention_heads"], config["layer_norm_eps"]
        )
        self._request = _compile(tensors, shape, threads).create_infer_request()
        tensors.release()  # the graph has its own copy
        self._lock = threading.Lock()
        self.encode_questions([_WARM_UP])

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Rows of length one, shape ``(len(texts), dimension)``, in the order given."""
        return self._encode(texts, self.identity.passage_prompt)

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As ``encode_passages``, with the prompt for questions."""
        return self._encode(texts, self.identity.query_prompt)

    def read_passages(self, texts: Sequence[str]) -> list[WordVectors]:
        """As ``encode_passages``, with a vector for each word too."""
        return self._read(texts, self.identity.passage_prompt)

    def read_questions(self, texts: Sequence[str]) -> list[WordVectors]:
        """As ``encode_questions``, with a vector for each word too."""
        return self._read(texts, self.identity.query_prompt)

    def count_tokens(self, text: str) -> int:
        """Tokens of a passage with its prompt and special tokens, before any truncation."""
        return 2 + len(self._tokenizer.encode(self.identity.passage_prompt + encodable(text)))

    def _encode(self, texts: Sequence[str], prompt: str) -> NDArray[np.float32]:
        inner = MAX_TOKENS - 2
        tokens = [
            self._framed(self._tokenizer.encode(prompt + encodable(text), inner)) for text in texts
        ]
        vectors = np.empty((len(tokens), self.identity.dimension), np.float32)
        for batch, states in self._states(tokens):
            for i, rows in zip(batch, states, strict=True):
                vectors[i] = rows.mean(axis=0)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors

    def _read(self, texts: Sequence[str], prompt: str) -> list[WordVectors]:
        lead = self._tokenizer.encode(prompt)
        # SentencePiece cuts between blanks first, so words can be cut one by one.
        cut = [[self._tokenizer.encode(word) for word in encodable(t).split()] for t in texts]
        tokens = [self._framed([*lead, *itertools.chain.from_iterable(words)]) for words in cut]
        read: dict[int, WordVectors] = {}
        for batch, states in self._states(tokens):
            for i, rows in zip(batch, states, strict=True):
                whole = rows.mean(axis=0)
                words = _word_means(rows[1 + len(lead) : -1], [len(ids) for ids in cut[i]])
                read[i] = WordVectors(whole / np.linalg.norm(whole), words)
        return [read[i] for i in range(len(texts))]

    def _framed(self, ids: list[int]) -> list[int]:
        return [self._begin, *ids[: MAX_TOKENS - 2], self._end]

    def _states(
        self, tokens: Sequence[list[int]]
    ) -> Iterator[tuple[list[int], list[NDArray[np.float32]]]]:
        """Indices of texts with their tokens' last states, shape ``(tokens, dimension)`` each."""
        for width, batch in _batches([len(ids) for ids in tokens]):
            yield batch, self._infer([tokens[i] for i in batch], width)

    def _infer(self, batch: list[list[int]], width: int) -> list[NDArray[np.float32]]:
        lengths = [len(ids) for ids in batch]
        embedded = np.zeros((len(batch), width, self.identity.dimension), np.float32)
        for row, ids in zip(embedded, batch, strict=True):
            row[: len(ids)] = self._words[ids]
            row[: len(ids)] += self._places[: len(ids)]
        with self._lock:
            result = self._request.infer(
                [embedded, attention_bias(lengths, width)], share_inputs=True
            )
            states = result[0]
        return [row[:length] for row, length in zip(states, lengths, strict=True)]


def _word_means(states: NDArray[np.float32], sizes: Sequence[int]) -> NDArray[np.float32]:
    """Means over each word's tokens, shape ``(words, dimension)``, of the words that fit whole."""
    bounds = np.concatenate([[0], np.cumsum(sizes)]).astype(int)
    fit = int(np.searchsorted(bounds, len(states), side="right")) - 1
    means = np.zeros((fit, states.shape[1]), np.float32)
    for i, (start, end) in enumerate(itertools.pairwise(bounds[: fit + 1])):
        if end > start:  # a word of nothing but signs that are left out has no token
            means[i] = states[start:end].mean(axis=0)
    return means


def _batches(lengths: list[int]) -> Iterator[tuple[int, list[int]]]:
    """Widths with the indices that are padded to them, so many as fit into one inference."""
    widths = [-(-length // _WIDTH_STEP) * _WIDTH_STEP for length in lengths]
    order = sorted(range(len(widths)), key=widths.__getitem__, reverse=True)
    for width, alike in itertools.groupby(order, key=widths.__getitem__):
        indices = list(alike)
        size = max(1, _BATCH_TOKENS // width)
        for start in range(0, len(indices), size):
            yield width, indices[start : start + size]


def _special_ids(folder: Path) -> dict[str, int]:
    listed = json.loads((folder / SPECIAL_TOKENS_FILE).read_text(encoding="utf-8"))
    return {str(content): int(i) for content, i in listed.items()}


def _compile(tensors: MappedTensors, shape: BertShape, threads: int) -> openvino.CompiledModel:
    core = import_openvino().Core()
    capabilities = core.get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    options = {
        "PERFORMANCE_HINT": "LATENCY",
        "INFERENCE_NUM_THREADS": threads or _available_cores(),
        "INFERENCE_PRECISION_HINT": "bf16" if "BF16" in capabilities else "f32",
        "DYNAMIC_QUANTIZATION_GROUP_SIZE": QUANTISATION_GROUP,
        # Pinned threads wait for their core even when another one is free.
        "ENABLE_CPU_PINNING": False,
    }
    return core.compile_model(build_graph(tensors, shape), "CPU", options)


def _available_cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
