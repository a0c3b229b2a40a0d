"""What an encoder is, and what says that two of them give comparable vectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

MAX_TOKENS = 512


@dataclass(frozen=True, slots=True)
class EncoderIdentity:
    """Kept with the index: vectors of two encoders are comparable exactly when these are equal."""

    model: str
    revision: str
    dimension: int
    query_prompt: str
    passage_prompt: str


@dataclass(frozen=True, slots=True)
class WordVectors:
    """A text with its words, each as its neighbours make it mean.

    Attributes:
        whole: the text's vector of length one, shape ``(dimension,)``.
        words: one row for each of ``text.split()``, shape ``(words, dimension)``, of any length;
            fewer rows where the text is longer than the encoder sees.
    """

    whole: NDArray[np.float32]
    words: NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into vectors of length one; safe to call from many threads at once."""

    @property
    def identity(self) -> EncoderIdentity:
        """What the index keeps to recognise these vectors."""
        ...

    @property
    def max_tokens(self) -> int:
        """Tokens per text, prompt and special tokens included; what is beyond is not seen."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Rows of length one, shape ``(len(texts), dimension)``, in the order given."""
        ...

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As ``encode_passages``, with the model's prompt for questions."""
        ...

    def count_tokens(self, text: str) -> int:
        """Tokens of a passage with its prompt and special tokens, before any truncation."""
        ...


class WordEncoder(Encoder, Protocol):
    """An encoder that also tells what each word of a text means where it stands."""

    def read_passages(self, texts: Sequence[str]) -> list[WordVectors]:
        """As ``encode_passages``, with a vector for each word too."""
        ...

    def read_questions(self, texts: Sequence[str]) -> list[WordVectors]:
        """As ``encode_questions``, with a vector for each word too."""
        ...


def encodable(text: str) -> str:
    """The text with what no tokeniser takes replaced: lone surrogates and NUL become spaces."""
    if text.isascii() and "\0" not in text:
        return text
    return (
        text.replace("\0", " ")
        .encode("utf-16-le", "surrogatepass")
        .decode("utf-16-le", "replace")
        .replace("\ufffd", " ")
    )
