"""The repair of questions that fits an index version: made here for answers and measuring."""

from __future__ import annotations

from collections.abc import Callable

from bot.german import QuestionRepair, Vocabulary
from bot.index.encoder import Encoder
from bot.index.view import IndexView
from bot.knowledge.roles import RoleCatalogue


def vocabulary_of(view: IndexView) -> Vocabulary:
    """Every word of the version's passages, titles and headings included."""
    return Vocabulary(view.derived.written)


def repair_of(
    view: IndexView, vocabulary: Vocabulary, catalogue: RoleCatalogue, encoder: Encoder
) -> QuestionRepair:
    """Repairs questions by the words of ``view`` and the names of its roles.

    Args:
        view: the version that is asked.
        vocabulary: its words.
        catalogue: its roles, whose names are recognised even when each word is misspelt.
        encoder: its pieces tell real words of any language from misspelt ones.
    """
    names = [label for r in catalogue.roles for label in (r.preferred_label, *r.alt_labels)]
    return QuestionRepair(vocabulary, names, knows=view.keywords.knows, pieces=_pieces(encoder))


def _pieces(encoder: Encoder) -> Callable[[str], int]:
    """A word that the encoder's vocabulary holds whole is a real word of some language."""
    nothing = encoder.count_tokens("")
    return lambda word: encoder.count_tokens(word) - nothing
