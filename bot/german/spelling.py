"""Known words in the corpus's own spelling: the same words, so there is nothing to tell."""

from __future__ import annotations

from bot.german.folding import fold
from bot.german.vocabulary import WORD, Vocabulary
from bot.german.words import WRITTEN_FUNCTION_WORDS

# Words of their own beside "schön", "würde", "zählen": a corpus that has only those doesn't
# turn them into each other.
_OWN_WORDS = frozenset(WRITTEN_FUNCTION_WORDS.values()) | frozenset(
    "schon wurde wurden konnte konnten mochte mochten zahlen fordern drucken fallen".split()
)


def respelt(text: str, vocabulary: Vocabulary) -> str:
    """``text`` with umlauts and ß where the corpus has them: "Groesse", "Grosse" to "Größe".

    Encoders read "Groesse" as another word than "Größe". A word that the corpus writes as it
    was typed stays. Capitals come back only where ``text`` has none at all.
    """
    small = text == text.lower()
    return WORD.sub(lambda match: _respelt(match.group(), vocabulary, small=small), text)


def _respelt(typed: str, vocabulary: Vocabulary, *, small: bool) -> str:
    forms = vocabulary.forms(fold(typed))
    if not forms or typed in forms or typed in _OWN_WORDS:
        return typed
    if small:
        return forms[0]
    lowered = typed.lower()
    if lowered in _OWN_WORDS or any(form.lower() == lowered for form in forms):
        return typed
    capital = typed[0].isupper()
    same_case = next((form for form in forms if form[0].isupper() == capital), None)
    if same_case:
        return same_case
    return forms[0].capitalize() if capital else forms[0].lower()
