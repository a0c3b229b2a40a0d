"""Source to sentences and passages, each with its place in ``Source.text``."""

from bot.passages.passages import CHUNKER_VERSION, cut, embedded_text
from bot.passages.sentences import split_sentences

__all__ = ["CHUNKER_VERSION", "cut", "embedded_text", "split_sentences"]
