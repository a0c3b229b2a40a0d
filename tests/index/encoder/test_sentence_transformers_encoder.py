"""Foreign models: prompts, revisions, and what is said when one isn't there."""

import shutil
import time

import pytest

from bot.errors import EncoderError
from bot.index.encoder import encoder_identity, load_encoder
from bot.index.encoder.sentence_transformers_encoder import _fingerprint, _prompts


def test_missing_model_is_said_quickly_in_german(settings, monkeypatch):
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    absent = settings.model_copy(update={"encoder": "BAAI/bge-m3-not-there"})
    started = time.monotonic()
    with pytest.raises(EncoderError) as caught:
        load_encoder(absent)
    assert time.monotonic() - started < 15
    assert "liegt nicht auf diesem Rechner" in caught.value.message
    assert "Internet" in (caught.value.hint or "")


def test_no_name_of_a_model(settings):
    with pytest.raises(EncoderError, match="weder ein Ordner"):
        load_encoder(settings.model_copy(update={"encoder": "/no/such/folder"}))


def test_folder_without_a_model(settings, tmp_path):
    (tmp_path / "readme.txt").write_text("nichts")
    with pytest.raises(EncoderError, match="lässt sich nicht laden"):
        load_encoder(settings.model_copy(update={"encoder": str(tmp_path)}))


def test_unknown_device(settings, folder):
    absurd = settings.model_copy(update={"encoder_device": "toaster"})
    with pytest.raises(EncoderError) as caught:
        load_encoder(absurd)
    assert "LOTSE_ENCODER_DEVICE" in (caught.value.hint or "")


def test_identity_is_the_loaded_one(settings, folder, torch_encoder):
    named = settings.model_copy(update={"encoder": str(folder)})
    assert encoder_identity(named) == torch_encoder.identity


def test_fingerprint_follows_the_configuration(folder, tmp_path):
    for name in ("config.json", "modules.json", "config_sentence_transformers.json"):
        shutil.copy(folder / name, tmp_path)
    before = _fingerprint(tmp_path)
    assert _fingerprint(tmp_path) == before
    config = tmp_path / "config_sentence_transformers.json"
    config.write_text(config.read_text().replace("query: ", "frage: "))
    assert _fingerprint(tmp_path) != before


@pytest.mark.parametrize(
    ("name", "configured", "expected"),
    [
        ("some/model", {"query": "q: ", "document": "d: "}, ("q: ", "d: ")),
        ("some/model", {"query": "q: ", "passage": "p: ", "document": ""}, ("q: ", "p: ")),
        ("BAAI/bge-m3", {"query": "", "document": ""}, ("", "")),
        ("intfloat/multilingual-e5-large", {}, ("query: ", "passage: ")),
        ("intfloat/multilingual-e5-large-instruct", {}, ("", "")),
    ],
)
def test_prompts(settings, name, configured, expected):
    assert _prompts(name, configured, settings) == expected


def test_settings_win_over_the_models_prompts(settings):
    own = settings.model_copy(update={"encoder_query_prompt": "", "encoder_passage_prompt": "x "})
    assert _prompts("m", {"query": "q: ", "document": "d: "}, own) == ("", "x ")
