"""How names are written where they can't stand as they are, and words that are names too."""

from __future__ import annotations

import re

from bot.german.folding import fold


def spelt_out(word: str) -> str:
    """A word as addresses and names of files have it: "Krüger" is "krueger"."""
    pairs = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"))
    for letter, two in pairs:
        word = word.lower().replace(letter, two)
    return word


def mail_forms(first: str, last: str) -> set[str]:
    """What people make their mail address of, without dots: "a.muster", "muster.anna"."""
    forms: set[str] = set()
    for spell in (str.lower, fold, spelt_out):
        one, two = (re.sub(r"[^\w]", "", spell(word)) for word in (first, last))
        if len(one) > 1 and len(two) > 2:
            forms |= {one + two, two + one, one[0] + two, two + one[0], one + two[0], two}
    return forms


WORDS_TOO = frozenset(
    map(
        fold,
        """
        lang klein groß gross kurz jung alt neu stark schwarz weiß weiss braun grün roth rot blau
        hof berg stein bach wald feld haus baum kaiser könig herzog graf fürst ritter papst bischof
        sommer winter herbst frühling mai april august sonntag freitag montag engel vogel wolf fuchs
        hase löwe adler hahn fisch koch bauer schneider richter
        zimmermann meister kaufmann förster
        jäger maurer maler gärtner bäcker metzger fleischer lehrer pfeiffer sauer süß frey frei
        fromm gut ernst reich arm kraft macht recht rat held glück freund friede may smith baker
        cook mark
        bill will rich art young long price page stone field hill wood green brown black white king
        bishop marshall carter turner cooper mason parker
        """.split(),
    )
)
"""Names that are words as well: they tell a person beside another part of the name only."""
