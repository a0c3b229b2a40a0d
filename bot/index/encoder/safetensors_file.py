"""Writes safetensors files piece by piece and maps them back, in little memory.

The library's own ``save_file`` wants every tensor at once. The format is small: the length of
a JSON header in eight little-endian bytes, the header (name: dtype, shape, offsets from the
header's end), the tensors. See https://huggingface.co/docs/safetensors.
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

_DTYPES = {"F16": np.float16, "F32": np.float32, "U32": np.uint32, "U64": np.uint64}
_NAMES = {np.dtype(dtype): name for name, dtype in _DTYPES.items()}
_ALIGNMENT = 8


@dataclass(frozen=True, slots=True)
class TensorSource:
    """A tensor to be written: its type and shape now, its values part by part later."""

    dtype: type[np.generic]
    shape: tuple[int, ...]
    parts: Iterable[NDArray[Any]]

    @property
    def size(self) -> int:
        """Bytes in the file."""
        return prod(self.shape) * np.dtype(self.dtype).itemsize


def write_tensors(
    file: BinaryIO, tensors: Mapping[str, TensorSource], metadata: Mapping[str, str]
) -> None:
    """Writes a whole safetensors file; each tensor's parts are drawn once, in order.

    Raises:
        ValueError: the parts of a tensor don't add up to its shape.
    """
    header: dict[str, Any] = {"__metadata__": dict(metadata)}
    position = 0
    for name, tensor in tensors.items():
        header[name] = {
            "dtype": _NAMES[np.dtype(tensor.dtype)],
            "shape": list(tensor.shape),
            "data_offsets": [position, position + tensor.size],
        }
        position += tensor.size
    encoded = json.dumps(header).encode()
    encoded += b" " * (-len(encoded) % _ALIGNMENT)
    file.write(len(encoded).to_bytes(8, "little"))
    file.write(encoded)
    for name, tensor in tensors.items():
        written = 0
        for part in tensor.parts:
            written += file.write(np.ascontiguousarray(part, tensor.dtype).view(np.uint8).data)
        if written != tensor.size:
            raise ValueError(f"{name}: {written} bytes instead of {tensor.size}")


class MappedTensors:
    """The tensors of a file as read-only views into the mapped file: nothing is read until used.

    Raises:
        OSError, ValueError, KeyError: the file is missing, or isn't a whole safetensors file.
    """

    def __init__(self, path: Path) -> None:
        """Reads the header alone."""
        with path.open("rb") as file:
            length = int.from_bytes(file.read(8), "little")
            header = json.loads(file.read(length))
        self.metadata: dict[str, str] = header.pop("__metadata__", {})
        self._entries: dict[str, dict[str, Any]] = header
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._data = np.frombuffer(self._map, np.uint8, offset=8 + length)

    def __getitem__(self, name: str) -> NDArray[Any]:
        """The tensor of that name; KeyError where there is none."""
        entry = self._entries[name]
        start, end = entry["data_offsets"]
        values = self._data[start:end].view(_DTYPES[entry["dtype"]])
        return values.reshape(entry["shape"])

    def release(self) -> None:
        """Gives the pages read so far back to the system; they are read again when used."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)
