"""German text analysis: folding, words, stems, compounds. Knows no corpus by heart."""

from bot.german.compounds import CompoundSplitter
from bot.german.folding import fold
from bot.german.repair import QuestionRepair, Repair
from bot.german.vocabulary import Vocabulary
from bot.german.words import STOP_WORDS, content_stems, content_words, stem, words

__all__ = [
    "STOP_WORDS",
    "CompoundSplitter",
    "QuestionRepair",
    "Repair",
    "Vocabulary",
    "content_stems",
    "content_words",
    "fold",
    "stem",
    "words",
]
