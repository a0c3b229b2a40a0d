"""Source to sentences, passages and their windows, each with its place in ``Source.text``."""

from bot.passages.passages import CHUNKER_VERSION, cut, embedded_text
from bot.passages.sentences import split_sentences
from bot.passages.windows import Window, window_texts, windows

__all__ = [
    "CHUNKER_VERSION",
    "Window",
    "cut",
    "embedded_text",
    "split_sentences",
    "window_texts",
    "windows",
]
