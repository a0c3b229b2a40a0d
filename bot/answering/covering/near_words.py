"""Words of the corpus near in meaning to a noun it lacks: "Vertriebsleitung", "Verkaufsleitung"."""

from __future__ import annotations

import re
import threading
import weakref
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from bot.answering.context import Context
from bot.answering.covering.subjects import prepare_subjects
from bot.answering.similarity import SentenceSimilarity
from bot.german import fold, stem
from bot.german.employment import is_term
from bot.german.synonyms import COMMON_ENDS
from bot.index.keyword import KeywordIndex
from bot.index.view import IndexView
from bot.settings import DEFAULT_ENCODER

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEAR_FROM = 0.961
"""Cosine of two single words (multilingual-e5-small) that mean the same. Of eighty words tried,
those that German uses for what a corpus says in another word reach .961 to .98; topics that it
lacks stay below .958, set terms of employment aside."""

MOST_NOUNS = 1500
"""Nouns that are compared; of a larger corpus the most frequent ones."""

SHORTEST = 4

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class _Nouns:
    """The corpus's nouns with their vectors."""

    def __init__(self, nouns: Sequence[str], similarity: SentenceSimilarity) -> None:
        self.stems = [stem(fold(word)) for word in nouns]
        self.folded = [fold(word) for word in nouns]
        self.vectors: NDArray[np.float32] = similarity.vectors(nouns)


_known: weakref.WeakKeyDictionary[KeywordIndex, _Nouns] = weakref.WeakKeyDictionary()
_lock = threading.Lock()


def near_words(context: Context, words: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Stems of the corpus that say a noun which it doesn't have, by the folded noun.

    Only for the default encoder: with any other one, cosines mean something else.

    Args:
        context: the question as typed tells how the nouns are written.
        words: folded nouns of the question.
    """
    wanted = [word for word in dict.fromkeys(words) if len(word) >= SHORTEST and not is_term(word)]
    if not wanted or context.view.identity.model != DEFAULT_ENCODER:
        return {}
    nouns = _nouns(context.view, context.similarity)
    if not nouns.stems:
        return {}
    typed = {fold(token): token for token in _WORD.findall(context.question.standalone)}
    written = [typed.get(word, word) for word in wanted]
    # A noun typed small is compared as it ought to be written.
    vectors = context.similarity.vectors([word[:1].upper() + word[1:] for word in written])
    found = {}
    for word, cosines in zip(wanted, vectors @ nouns.vectors.T, strict=True):
        near = frozenset(
            nouns.stems[i]
            for i in (cosines >= NEAR_FROM).nonzero()[0]
            if not _only_begins_with(word, nouns.folded[i])
        )
        if near:
            found[word] = near
    return found


def _only_begins_with(word: str, noun: str) -> bool:
    """A Bewerbungsfoto is no Bewerbung, though a Gehaltshöhe is about the Gehalt."""
    if not word.startswith(noun) or len(word) - len(noun) < SHORTEST:
        return False
    return word[len(noun) :].removeprefix("s") not in COMMON_ENDS


def prepare_near_words(view: IndexView, similarity: SentenceSimilarity) -> None:
    """Encodes what single words are compared with ahead of the first question that needs it."""
    if view.identity.model == DEFAULT_ENCODER:
        _nouns(view, similarity)
        prepare_subjects(similarity)


def _nouns(view: IndexView, similarity: SentenceSimilarity) -> _Nouns:
    keywords = view.keywords
    with _lock:
        found = _known.get(keywords)
    if found is None:
        written = view.derived.written
        nouns = [w for w in written if len(w) >= SHORTEST and w[0].isupper() and not w.isupper()]
        nouns.sort(key=lambda word: -written[word])
        found = _Nouns(nouns[:MOST_NOUNS], similarity)
        with _lock:
            _known[keywords] = found
    return found
