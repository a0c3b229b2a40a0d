"""The model's tokeniser in a few megabytes: SentencePiece's Unigram over a mapped vocabulary.

The ``tokenizers`` library needs a second and 280 MB to load these 250,002 pieces, more than the
rest of the encoder together. Here a piece is a 64-bit hash in a sorted, mapped table; all
substrings of a text are looked up at once in numpy, and the best segmentation is found by the
usual dynamic programme. Tests compare the ids with the library's, text by text.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.index.encoder.safetensors_file import MappedTensors, TensorSource

WORD_MARK = "\u2581"
_UNKNOWN_PENALTY = 10.0  # as in SentencePiece and tokenizers: below the rarest piece
_CACHE_WORDS = 20_000  # about 5 MB; German text repeats three words in four
_CACHE_LETTERS = 40
_SPARE = 4  # adjacent unknown characters share one id, so a piece can be longer than the longest
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)


def piece_hashes(pieces: Sequence[str]) -> NDArray[np.uint64]:
    """One hash a piece: a polynomial over its code points, modulo 2 to the 64th."""
    hashes = np.zeros(len(pieces), np.uint64)
    lengths = np.array([len(piece) for piece in pieces])
    codes = _code_points("".join(pieces))
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    for place in range(int(lengths.max(initial=0))):
        alive = lengths > place
        hashes[alive] = hashes[alive] * _MULTIPLIER + codes[starts[alive] + place]
    return hashes


def _code_points(text: str) -> NDArray[np.uint64]:
    return np.frombuffer(text.encode("utf-32-le"), "<u4").astype(np.uint64)


def vocabulary_tensors(
    pieces: Sequence[str], scores: NDArray[np.float32], special: Sequence[str]
) -> dict[str, TensorSource]:
    """The vocabulary as the tensors that ``UnigramTokenizer`` maps; special pieces left out.

    Raises:
        ValueError: two pieces share a hash.
    """
    ids = np.array([i for i, piece in enumerate(pieces) if piece not in special], np.uint32)
    hashes = piece_hashes([pieces[i] for i in ids])
    order = np.argsort(hashes)
    hashes, ids = hashes[order], ids[order]
    if (hashes[1:] == hashes[:-1]).any():
        raise ValueError("two vocabulary pieces share a hash")
    return {
        "hashes": TensorSource(np.uint64, hashes.shape, [hashes]),
        "ids": TensorSource(np.uint32, ids.shape, [ids]),
        "scores": TensorSource(np.float32, ids.shape, [scores[ids]]),
    }


@dataclass(frozen=True, slots=True)
class _Matches:
    """All vocabulary pieces inside a text, ordered by where they end, then where they start."""

    starts: list[int]
    ends: list[int]
    ids: list[int]
    scores: list[float]


class UnigramTokenizer:
    """Texts to token ids, without special tokens at the ends. Safe to share between threads.

    Args:
        path: a file of ``vocabulary_tensors`` whose metadata carries ``dropped`` and ``spaced``
            (characters that normalisation removes or makes a space) and ``longest``.
        special: texts that are tokens of their own wherever they occur, with their ids.
        unknown: the id of what no piece covers.
    """

    def __init__(self, path: Path, special: Mapping[str, int], unknown: int) -> None:
        """Maps the vocabulary."""
        tensors = MappedTensors(path)
        self._hashes, self._ids, self._scores = (
            tensors[name] for name in ("hashes", "ids", "scores")
        )
        self._longest = int(tensors.metadata["longest"])
        table: dict[int, str | None] = {ord(c): None for c in tensors.metadata["dropped"]}
        table.update({ord(c): " " for c in tensors.metadata["spaced"]})
        self._table = table
        self._special = dict(special)
        self._split = re.compile("(" + "|".join(map(re.escape, special)) + ")")
        self._cache: dict[str, list[int]] = {}
        self._unknown = unknown
        self._unknown_score = float(self._scores.min()) - _UNKNOWN_PENALTY

    def encode(self, text: str, limit: int | None = None) -> list[int]:
        """Token ids of a text.

        Args:
            text: without NUL and lone surrogates.
            limit: how many ids are wanted; more may come, but no time is lost on the rest of
                a very long text.
        """
        ids: list[int] = []
        for part in self._split.split(text):
            if part in self._special:
                ids.append(self._special[part])
            else:
                words = self._words(part)
                for word_ids in self._encode_words(
                    words if limit is None else self._cut(words, limit)
                ):
                    ids += word_ids
            if limit is not None and len(ids) >= limit:
                break
        return ids

    def _cut(self, words: list[str], limit: int) -> list[str]:
        """The first words, enough for ``limit`` ids: a word has at least one."""
        letters = limit * self._longest * _SPARE
        kept: list[str] = []
        for word in words[:limit]:
            kept.append(word[:letters])
            letters -= len(word)
            if letters <= 0:
                break
        return kept

    def _words(self, text: str) -> list[str]:
        text = unicodedata.normalize("NFKC", text.translate(self._table))
        return [WORD_MARK + word for word in text.split(" ") if word]

    def _encode_words(self, words: list[str]) -> list[list[int]]:
        cache = self._cache
        known = {word: cache[word] for word in words if word in cache}
        new = [word for word in dict.fromkeys(words) if word not in known]
        if new:
            found = dict(zip(new, self._segment("".join(new)), strict=True))
            known.update(found)
            if len(cache) + len(found) > _CACHE_WORDS:
                cache = self._cache = {}
            cache.update((word, ids) for word, ids in found.items() if len(word) <= _CACHE_LETTERS)
        return [known[word] for word in words]

    def _matches(self, text: str) -> _Matches:
        codes = _code_points(text)
        hashes = np.zeros(len(codes), np.uint64)
        found_starts, found_ends, found_rows = [], [], []
        for length in range(1, min(self._longest, len(codes)) + 1):
            hashes = hashes[: len(codes) - length + 1] * _MULTIPLIER + codes[length - 1 :]
            rows = np.minimum(np.searchsorted(self._hashes, hashes), len(self._hashes) - 1)
            starts = np.flatnonzero(self._hashes[rows] == hashes)
            found_starts.append(starts)
            found_ends.append(starts + length)
            found_rows.append(rows[starts])
        starts, ends, rows = map(np.concatenate, (found_starts, found_ends, found_rows))
        order = np.lexsort((starts, ends))
        rows = rows[order]
        return _Matches(
            starts[order].tolist(),
            ends[order].tolist(),
            self._ids[rows].tolist(),
            self._scores[rows].astype(np.float64).tolist(),
        )

    def _segment(self, text: str) -> list[list[int]]:
        """For each word the segmentation with the highest sum of scores."""
        size = len(text)
        matches = self._matches(text)
        best = [0.0] * (size + 1)
        origin = [-1] * (size + 1)
        token = [self._unknown] * (size + 1)
        cursor, total = 0, len(matches.ends)
        ends, starts, ids, scores = matches.ends, matches.starts, matches.ids, matches.scores
        for end in range(1, size + 1):
            top, single = -math.inf, False
            while cursor < total and ends[cursor] == end:
                start = starts[cursor]
                score = best[start] + scores[cursor]
                single = single or start == end - 1
                if score > top:
                    top, origin[end], token[end] = score, start, ids[cursor]
                cursor += 1
            if not single and best[end - 1] + self._unknown_score > top:
                top, origin[end] = best[end - 1] + self._unknown_score, end - 1
                token[end] = self._unknown
            # A piece never reaches over a word mark, so each word's sum starts from nothing.
            best[end] = 0.0 if end < size and text[end] == WORD_MARK else top
        return self._walk_back(text, origin, token)

    def _walk_back(self, text: str, origin: list[int], token: list[int]) -> list[list[int]]:
        """The tokens on the best path, word by word; adjacent unknowns become one."""
        words: list[list[int]] = []
        ids: list[int] = []
        position = len(text)
        while position > 0:
            if not (token[position] == self._unknown and ids and ids[-1] == self._unknown):
                ids.append(token[position])
            position = origin[position]
            if text[position] == WORD_MARK:
                words.append(ids[::-1])
                ids = []
        return words[::-1]
