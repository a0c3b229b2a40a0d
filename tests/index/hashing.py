"""A real encoder that is quick: words hashed into a few dimensions."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.index.encoder import EncoderIdentity

DIMENSION = 16


class HashEncoder:
    """Deterministic vectors; remembers which passages it was asked for."""

    def __init__(self, revision: str = "1") -> None:
        self.identity = EncoderIdentity("words", revision, DIMENSION, "", "")
        self.max_tokens = 60  # small, so that short articles make several passages
        self.encoded: list[str] = []

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.encoded += texts
        return np.array([_vector(text) for text in texts], dtype=np.float32)

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([_vector(text) for text in texts], dtype=np.float32)

    def count_tokens(self, text: str) -> int:
        return len(text.split()) + 2


def _vector(text: str) -> NDArray[np.float32]:
    vector = np.full(DIMENSION, 1e-3)
    for word in re.findall(r"\w+", text.lower()):
        digest = hashlib.sha256(word.encode()).digest()
        vector[digest[0] % DIMENSION] += 1 if digest[1] % 2 else -1
    return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)
