"""Answers worded by a language model, shown only after checks; off unless a model is set."""

from bot.answering.generative.answerer import GenerativeAnswerer

__all__ = ["GenerativeAnswerer"]
