import io

import numpy as np
import pytest
from safetensors.numpy import load as library_load

from bot.index.encoder.safetensors_file import MappedTensors, TensorSource, write_tensors


def tensors():
    a = np.arange(12, dtype=np.float16).reshape(3, 4)
    b = np.array([2**63, 7], np.uint64)
    return {
        "a": TensorSource(np.float16, (3, 4), [a[:1], a[1:]]),
        "b": TensorSource(np.uint64, (2,), [b]),
    }


def test_the_library_reads_what_we_write():
    file = io.BytesIO()
    write_tensors(file, tensors(), {"format": "pt"})
    loaded = library_load(file.getvalue())
    assert loaded["a"].tolist() == np.arange(12).reshape(3, 4).tolist()
    assert loaded["b"].tolist() == [2**63, 7]


def test_mapped_back(tmp_path):
    path = tmp_path / "t.safetensors"
    with path.open("wb") as file:
        write_tensors(file, tensors(), {"format": "pt"})
    mapped = MappedTensors(path)
    assert mapped.metadata == {"format": "pt"}
    assert mapped["a"].dtype == np.float16
    assert mapped["a"][2].tolist() == [8, 9, 10, 11]
    kept = mapped["b"]
    mapped.release()
    assert kept.tolist() == [2**63, 7]


def test_parts_must_fill_the_shape():
    short = {"a": TensorSource(np.float32, (2, 2), [np.zeros(3, np.float32)])}
    with pytest.raises(ValueError, match="12 bytes instead of 16"):
        write_tensors(io.BytesIO(), short, {})
