"""History and question to a question that stands alone."""

from bot.dialogue.question import MAX_QUESTION_CHARACTERS, Question, clean, understand

__all__ = ["MAX_QUESTION_CHARACTERS", "Question", "clean", "understand"]
