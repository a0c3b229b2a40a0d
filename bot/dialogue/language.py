"""Whether a question is asked in German or English, by its function words."""

from __future__ import annotations

from typing import Literal

from bot.german import fold, words

Language = Literal["de", "en"]

# Words that both languages write ("was", "in", "an", "so", "will", "man", "hat", "am") count for
# neither, unless one of them hardly ever begins a question with it.
_ENGLISH = frozenset(
    fold(word)
    for word in """
    what how much many does do is are the which who where when why can need needs earn earns become
    becoming between difference differences and of for to a i you should would required salary tell
    me about skills or my it they he she this that these those with without from if there any more
    most than as be been being has have had did not no yes it's typical career duties duty
    responsibilities requirements requirement degree pay paid wage wages job description travel
    experience explain compare list give please thanks thank hello hi hey meant actually next after
    before long old good could must may might your our their his her its work works working earning
    speak learn get getting take takes taking require requires ignore forget instructions people
    promise guarantee sue employer boss does average money make makes by at on into during same
    other one both else only again year years month per promoted company companies
    """.split()
)
_GERMAN = frozenset(
    fold(word)
    for word in """
    was wie wieviel viel macht tut ist sind der die das dem den des welche welcher welches wer wo
    wann warum wieso weshalb kann braucht brauche verdient verdienen ein eine einen einem einer
    eines und oder von fur zu im ich du er sie man es wir ihr muss soll mit ohne bei als vom zum zur
    beim gibt nicht kein keine welchen welchem wieviele viele arbeiten nein doch auch aber da wenn
    dass weil nach seit uber unter auf aus noch schon mehr weniger bitte danke mein meine meinen
    mir mich gehalt aufgaben unterschied n nen nem so nur sich wird werden worden hat haben lange
    hoch dafur dazu davon denn eigentlich ja um bekommt kriegt verdienst ausbildung studium
    """.split()
)


def language_or_none(text: str) -> Language | None:
    """The language ``text`` shows; None where it shows neither ("KAM?")."""
    tokens = words(text)
    english = sum(token in _ENGLISH for token in tokens)
    german = sum(token in _GERMAN for token in tokens)
    if any(letter in "äöüß" for letter in text.lower()):
        german += 1
    if english == german == 0:
        return None
    return "en" if english > german else "de"


def language_of(text: str) -> Language:
    """English ("en") where English function words outnumber German ones, else German ("de")."""
    return language_or_none(text) or "de"
