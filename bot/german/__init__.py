"""German text analysis: folding, words, stems, compounds, repair. Knows no corpus by heart."""

from bot.german.compounds import CompoundSplitter
from bot.german.folding import fold
from bot.german.repair import QuestionRepair, Repair
from bot.german.spelling import respelt
from bot.german.vocabulary import Vocabulary, written_words
from bot.german.words import (
    QUESTION_FILLERS,
    STOP_WORDS,
    content_stems,
    content_words,
    focus_words,
    stem,
    words,
)

__all__ = [
    "QUESTION_FILLERS",
    "STOP_WORDS",
    "CompoundSplitter",
    "QuestionRepair",
    "Repair",
    "Vocabulary",
    "content_stems",
    "content_words",
    "focus_words",
    "fold",
    "respelt",
    "stem",
    "words",
    "written_words",
]
