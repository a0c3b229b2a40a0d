"""History and question to a question that stands alone."""

from bot.dialogue.question import Question, understand

__all__ = ["Question", "understand"]
