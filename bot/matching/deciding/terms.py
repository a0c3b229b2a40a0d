"""What a phrase is about, as a set of terms: names of the vocabulary, else stems.

Technical names are told apart by their signs and capitals: "C", "C++" and "C#" are three
things, and "Go" is a language only where it is written so.
"""

from __future__ import annotations

import functools
import re
from types import MappingProxyType

from bot.german import STOP_WORDS, fold, stem, words
from bot.matching.deciding.vocabulary import (
    FILLERS,
    GENERAL_HEADS,
    KINDS_OF,
    KNOWLEDGE,
    TRAITS,
)

_MARK = "@"
LONGEST_PHRASE = 5
MIN_TAIL, MIN_FRONT = 6, 4
MIN_STEM, MIN_FEMININE = 4, 6

_NOT_A_LETTER = r"(?<!Klasse )(?<!Klassen )(?<!Kl\. )(?<!schein )(?<!FS )(?<!Note )(?<!Level )"
_NOT_A_LETTER += r"(?<!category )(?<!class )(?<!licence )(?<!license )(?<!Vitamin )(?<!Niveau )"
_TECHNICAL: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), f" {name} ")
    for pattern, name in (
        (r"(?<!\w)[Cc]\+\+", "cplusplus"),
        (r"(?<!\w)[Cc]#", "csharp"),
        (r"(?<!\w)[Ff]#", "fsharp"),
        (r"(?<!\w)\.NET\b", "dotnet"),
        (r"(?i)\b(node|vue|react|next|angular)\.?js\b", r"\1js"),
        (r"\bGo\b(?!-to|-Live|-live| to | live)", "golang"),
        (rf"{_NOT_A_LETTER}(?<![\w/&-])C(?![\w+#&'’.]|/CE|-Level|-Kl)(?=[\s,;/)-]|$)", "clanguage"),
        (r"(?<![\w/&.-])R(?![\w&'’.])(?=[\s,;/)-]|$)", "rlanguage"),
        (r"(?i)\bPL/SQL\b", "plsql"),
        (r"(?i)\bT-SQL\b", "tsql"),
        (r"(?i)\bCI/CD\b", "cicd"),
        (r"(?i)\bHTML\s?5\b", "html"),
        (r"(?i)\bCSS\s?3\b", "css"),
    )
)
_VERB_FRONTS = frozenset(
    "durch uber unter auf aus ein vor nach ab an mit zu bei ver ent her hin weiter buch wieder "
    "zusammen zuruck".split()
)
_PREFIXES = ("ver", "be", "ge", "ent", "zer", "ein", "aus", "auf", "vor", "nach", "durch")
_LINKS = ("s", "n", "en", "es", "")


def plain_words(text: str) -> list[str]:
    """Folded words in order, technical names made words of their own."""
    for pattern, name in _TECHNICAL:
        text = pattern.sub(name, text)
    return words(text)


def _by_stems(
    groups: MappingProxyType[str, tuple[tuple[str, ...], ...]]
    | dict[str, tuple[tuple[str, ...], ...]],
) -> dict[tuple[str, ...], set[str]]:
    found: dict[tuple[str, ...], set[str]] = {}
    for name, listed in groups.items():
        for phrase in listed:
            key = tuple(stem(fold(word)) for word in phrase)
            found.setdefault(key, set()).add(_MARK + name)
            if len(key) > 1:  # "Eigen Initiative", "Onlineshop" and "Online-Shop"
                found.setdefault((stem(fold("".join(phrase))),), set()).add(_MARK + name)
    return found


@functools.cache
def _vocabulary() -> MappingProxyType[tuple[str, ...], frozenset[str]]:
    found = _by_stems(TRAITS)
    for key, names in _by_stems(KNOWLEDGE).items():
        found.setdefault(key, set()).update(names)
    return MappingProxyType({key: frozenset(names) for key, names in found.items()})


@functools.cache
def _wider() -> MappingProxyType[tuple[str, ...], frozenset[str]]:
    known = _vocabulary()
    found: dict[tuple[str, ...], set[str]] = {}
    for name, listed in KINDS_OF.items():
        wider = {_MARK + name} if name in KNOWLEDGE else known.get((stem(name),), {stem(name)})
        for phrase in listed:
            found.setdefault(tuple(stem(fold(word)) for word in phrase), set()).update(wider)
    return MappingProxyType({key: frozenset(names) for key, names in found.items()})


def is_trait(term: str) -> bool:
    """Whether a term is a trait of the vocabulary."""
    return term.startswith(_MARK) and term[1:] in TRAITS


def name_of(term: str) -> str:
    """A term of the vocabulary without its mark."""
    return term.removeprefix(_MARK)


@functools.lru_cache(maxsize=50_000)
def demanded_terms(text: str) -> tuple[frozenset[str], ...]:
    """What a phrase of a requirement is about: for each of its words, the terms that say it.

    Fillers and function words are left out; a phrase of the vocabulary is one word.
    """
    tokens = plain_words(text)
    stems = [stem(token) for token in tokens]
    found: dict[frozenset[str], None] = {}
    place = 0
    while place < len(tokens):
        length, names = _longest(stems, place)
        if names and not (length == 1 and tokens[place] in FILLERS):
            found[names] = None
        elif tokens[place] not in STOP_WORDS and tokens[place] not in FILLERS:
            found[_subject(tokens[place])] = None
        place += max(length, 1)
    # "Programmieren in Python" asks for nothing beyond Python.
    implied = wider_terms(text)
    narrow = [options for options in found if options.isdisjoint(implied)]
    return tuple(narrow or found)


def said_terms(text: str) -> frozenset[str]:
    """Every term that a phrase of a profile says, with those that its compounds are kinds of."""
    tokens = plain_words(text)
    stems = [stem(token) for token in tokens]
    found: set[str] = set()
    place = 0
    while place < len(tokens):
        length, names = _longest(stems, place)
        for offset in range(max(length, 1)):
            token = tokens[place + offset]
            if token not in STOP_WORDS:
                # A phrase such as "unternehmerisches Handeln" says its words too.
                found |= _forms(token)
                if not names:
                    found |= _subject(token) | _tails(token)
        found |= names
        place += max(length, 1)
    return frozenset(found)


def wider_terms(text: str) -> frozenset[str]:
    """Terms of what the named things are kinds of: a CRM system for Salesforce."""
    stems = [stem(token) for token in plain_words(text)]
    kinds = _wider()
    return frozenset(
        name
        for place in range(len(stems))
        for length in (1, 2)
        for name in kinds.get(tuple(stems[place : place + length]), ())
    )


def _longest(stems: list[str], place: int) -> tuple[int, frozenset[str]]:
    known = _vocabulary()
    for length in range(min(LONGEST_PHRASE, len(stems) - place), 0, -1):
        names = known.get(tuple(stems[place : place + length]))
        if names:
            return length, names
    return 0, frozenset()


def _subject(token: str) -> frozenset[str]:
    """The terms of one word: of its subject, where its last part names none."""
    for head in GENERAL_HEADS:
        if token.endswith(head) and len(token) - len(head) >= 3:
            front = token[: -len(head)]
            for link in _LINKS:
                bare = front.removesuffix(link) if front.endswith(link) else ""
                if len(bare) < 3:
                    continue
                names = _vocabulary().get((stem(bare),))
                if names:
                    return names
            return _forms(front.removesuffix("s") if len(front) > 4 else front)
    return _forms(token)


def _forms(token: str) -> frozenset[str]:
    """The terms of a word by itself: its stem, and that of the masculine form.

    A short stem says too little: "sapere" isn't SAP. Such a word stands for itself.
    """
    stemmed = stem(token)
    if len(stemmed) < MIN_STEM:
        return frozenset({token})
    if token.endswith(("in", "innen")) and len(token) >= MIN_FEMININE:
        return frozenset({stemmed, stem(re.sub(r"in(?:nen)?$", "", token))})
    return frozenset({stemmed})


def _tails(token: str) -> frozenset[str]:
    """What a compound may be a kind of: "Tourenplanung" is Planung, "Einführung" isn't Führung."""
    found: set[str] = set()
    for cut in range(MIN_FRONT, len(token) - MIN_TAIL + 1):
        front, tail = token[:cut], stem(token[cut:])
        if front in _VERB_FRONTS or front.endswith(_PREFIXES):
            continue
        # "Bürgerinitiative" tells of no initiative: traits aren't read off compounds.
        names = frozenset(n for n in _vocabulary().get((tail,), ()) if not is_trait(n))
        found |= {tail} | names
        if names:  # "Budgetverantwortung" tells of a budget, too
            for link in _LINKS:
                if front.endswith(link):
                    found |= _vocabulary().get((stem(front.removesuffix(link)),), frozenset())
    return frozenset(term for term in found if len(term) >= MIN_STEM)
