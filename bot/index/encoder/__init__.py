"""Texts to vectors: the prepared default on OpenVINO, everything else on torch."""

from bot.index.encoder.load import encoder_identity, load_encoder
from bot.index.encoder.protocol import Encoder, EncoderIdentity, WordEncoder, WordVectors

__all__ = [
    "Encoder",
    "EncoderIdentity",
    "WordEncoder",
    "WordVectors",
    "encoder_identity",
    "load_encoder",
]
