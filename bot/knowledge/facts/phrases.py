"""Enumerations of German noun phrases, taken apart into short labels in the source's words.

There is no tagger: a noun is a word in capitals, an item without one leans on the next
("betriebswirtschaftliches und vertriebliches Wissen"), and a bare noun behind a preposition
belongs to it ("Kenntnisse in Marketing und Vertrieb") unless it is by its form a quality of a
person ("Erfahrung im Vertrieb und Teamfähigkeit").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.knowledge.facts.aligned import Aligned, Token, aligned

_AND = frozenset(["und", "sowie", "&", "plus"])
_MARKS = frozenset([",", ";", "/", "+", "-"])
_PREPOSITIONS = frozenset(
    [
        "in",
        "im",
        "an",
        "am",
        "auf",
        "aus",
        "bei",
        "beim",
        "mit",
        "fur",
        "uber",
        "unter",
        "von",
        "vom",
        "zu",
        "zum",
        "zur",
        "nach",
        "um",
        "durch",
        "gegen",
        "ohne",
        "als",
        "gegenuber",
        "hinsichtlich",
        "bezuglich",
        "rund",
        "innerhalb",
    ]
)
_GENITIVE = frozenset(["der", "des", "eines", "einer", "seiner", "ihrer", "dieser"])
_LEADING = frozenset(
    [
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "eines",
        "sein",
        "seine",
        "seinen",
        "ihr",
        "ihre",
        "ihren",
        "dein",
        "deine",
        "deinen",
        "deiner",
        "verschiedene",
        "verschiedenen",
        "und",
        "oder",
        "sowie",
        "aber",
        "auch",
        "nicht",
        "nur",
        "sondern",
        "zudem",
        "ferner",
        "dazu",
        "daneben",
        "vor",
        "allem",
        "wie",
        "etwa",
        "zumindest",
        "jede",
        "jeder",
        "jedes",
        "einige",
        "diese",
        "dieses",
        "dieser",
        "gewisse",
        "gewisser",
        "gewisses",
        "zum",
        "beispiel",
        "beispielsweise",
        "zb",
        "eben",
        "sowohl",
        "als",
        "immer",
        "noch",
        "ja",
        "eher",
        "meist",
        "oft",
        "genauso",
        "ebenso",
        "dann",
    ]
)
_QUALITY = re.compile(
    r"(?:keit|heit|tat|talent|starken?|geschick|vermogen|kenntniss?e?n?|wissen|sinn|bereitschaft|"
    r"denken|erfahrung(?:en)?|abschluss|kompetenz(?:en)?|freude|lust|gespur|gefuhl|verstandnis|"
    r"haltung|geduld|empathie|disziplin|skills?|ausbildung|lehre|studium|fuhrerschein|englisch|"
    r"deutsch|franzosisch|spanisch|italienisch|fitness|interesse|begeisterung|leidenschaft|"
    r"motivation|initiative|neugierd?e?|resilienz|charisma|ausdauer|konstanz|sorgfalt|toleranz|"
    r"humor|respekt|bewusstsein|auftreten|arbeitsweise|arbeiten|handeln|affinitat|kraft|nerven|"
    r"umgang|blick|eloquenz|diskretion|takt|praxis|praktik(?:um|a)|jahre|bachelor|master|diplom|"
    r"abitur|examen|meister|reife|zertifikate?|weiterbildung(?:en)?|fortbildung(?:en)?|netzwerk|"
    r"orientierung|einfuhlung|kreativitat|hand|auge|mut|ehrgeiz|fleiss|verhandlung|prasenz|"
    r"presence|beherrschung|vorstellungskraft|selbstorganisation|engagement)$"
)
_ADJECTIVE = re.compile(r"[^\W\d]+(?:e|er|es|en|em)$")


def is_quality(label: str) -> bool:
    """Whether some noun of ``label`` is by its form what a person has or has learnt."""
    return any(_QUALITY.search(token.folded) for token in aligned(label).tokens)


def items(sentence: Aligned, indices: Sequence[int]) -> list[tuple[int, ...]]:
    """Items of the enumeration that these tokens make, as indices.

    Neighbouring indices that aren't consecutive part items like a comma does.
    """
    parts = list(_parts(sentence, indices))
    merged: list[tuple[int, ...]] = []
    for part in parts:
        if merged and (
            _joined(sentence, merged[-1], part)
            and (_leans_on_next(sentence, merged[-1]) or _continues(sentence, merged[-1], part))
        ):
            merged[-1] = (*merged[-1], *range(merged[-1][-1] + 1, part[0]), *part)
        else:
            merged.append(part)
    return merged


def _parts(sentence: Aligned, indices: Sequence[int]) -> Iterator[tuple[int, ...]]:
    part: list[int] = []
    for index in indices:
        token = sentence.tokens[index]
        if part and index != part[-1] + 1:
            yield tuple(part)
            part = []
        if token.folded in _AND or token.folded in _MARKS:
            if part:
                yield tuple(part)
            part = []
        else:
            part.append(index)
    if part:
        yield tuple(part)


def _joined(sentence: Aligned, before: tuple[int, ...], part: tuple[int, ...]) -> bool:
    """Whether only commas and the like stand between two parts."""
    between = sentence.tokens[before[-1] + 1 : part[0]]
    return all(token.folded in _AND | _MARKS | {"oder"} for token in between)


def _leans_on_next(sentence: Aligned, part: tuple[int, ...]) -> bool:
    last = sentence.tokens[part[-1]]
    if last.text.endswith("-"):
        return True
    nouns = [i for i in part if _is_noun(sentence, i)]
    return not nouns and bool(_ADJECTIVE.match(last.folded))


def _continues(sentence: Aligned, before: tuple[int, ...], part: tuple[int, ...]) -> bool:
    """Whether ``part`` still belongs to a preposition or genitive in ``before``."""
    tokens = [sentence.tokens[i] for i in before]
    nouns = [n for n, i in enumerate(before) if _is_noun(sentence, i)]
    starts_with_preposition = any(t.folded in _PREPOSITIONS for t in tokens[:2])
    if nouns and starts_with_preposition and len(part) == 1:
        return not _QUALITY.search(sentence.tokens[part[0]].folded)
    if not nouns or not _opens_complement(tokens[nouns[0] + 1 :]):
        return False
    if any(sentence.tokens[i].folded == "," for i in range(before[-1] + 1, part[0])):
        alternative = any(sentence.tokens[i].folded == "oder" for i in part)
        if not alternative and not any(t.folded in {"wie", "zb", "etwa"} for t in tokens):
            return False
        if alternative and len(part) <= 6 and sentence.tokens[part[0]].is_noun:
            return not any(_QUALITY.search(sentence.tokens[i].folded) for i in part[:2])
    words = [sentence.tokens[i] for i in part]
    first = words[0]
    if first.folded in {"in", "im"}:
        return True
    if first.text[:1].islower() and not first.folded.endswith(("em", "en")):
        return False
    return len(words) <= 3 and not any(_QUALITY.search(word.folded) for word in words)


def _opens_complement(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and (
        tokens[0].folded in _PREPOSITIONS
        or tokens[0].folded in _GENITIVE
        or tokens[0].folded in {"wie", "zb"}
    )


def _is_noun(sentence: Aligned, index: int) -> bool:
    """A capital, and not one that only the sentence's start explains."""
    token = sentence.tokens[index]
    if not token.is_noun:
        return False
    if index == 0 or sentence.tokens[index - 1].folded in {":", "."}:
        following = sentence.tokens[index + 1 : index + 2]
        adjective_before_noun = bool(following) and bool(_ADJECTIVE.match(token.folded))
        return not (
            adjective_before_noun
            and not _QUALITY.search(token.folded)
            and (following[0].is_noun or following[0].folded in {"und", "oder", ",", "sowie"})
            and not re.search(r"(?:ung|schaft|ion|ment|er|en|ie)$", token.folded)
        )
    return True


def trimmed(sentence: Aligned, part: Sequence[int], fillers: frozenset[str]) -> tuple[int, ...]:
    """``part`` without articles and fillers before, and verbs and fillers behind, its nouns."""
    kept = list(part)
    while kept and (
        (sentence.tokens[kept[0]].folded in _LEADING and not _counts(sentence, kept))
        or sentence.tokens[kept[0]].folded in fillers
        or not sentence.tokens[kept[0]].folded[0].isalnum()
    ):
        kept.pop(0)
    while kept and not _can_end(sentence, kept[-1], fillers):
        kept.pop()
    if len(kept) > 2 and sentence.tokens[kept[-1]].folded in {"weg", "einstieg", "zugang"}:
        kept = kept[:-2]
    return tuple(kept)


def _counts(sentence: Aligned, kept: Sequence[int]) -> bool:
    """Whether it starts with a number: "ein bis drei Jahre"."""
    return len(kept) > 1 and sentence.tokens[kept[1]].folded in {"bis", "-", "jahr", "monat"}


def _can_end(sentence: Aligned, index: int, fillers: frozenset[str]) -> bool:
    token = sentence.tokens[index]
    if token.folded in fillers or token.folded in _LEADING or token.folded in _PREPOSITIONS:
        return False
    return token.is_noun or token.folded[0].isdigit() or token.folded in {")", "%"}


def drop_adjunct(sentence: Aligned, part: Sequence[int]) -> tuple[int, ...]:
    """``part`` without a prepositional phrase at its start ("im Vertrieb gute Kenntnisse")."""
    kept = list(part)
    if not kept or sentence.tokens[kept[0]].folded not in _PREPOSITIONS | {"je", "neben", "seit"}:
        return tuple(kept)
    noun = next((n for n, i in enumerate(kept) if n and sentence.tokens[i].is_noun), None)
    rest = tuple(kept[noun + 1 :]) if noun is not None else ()
    return (
        () if len(rest) == 1 and re.match(r"[a-c]\d?$", sentence.tokens[rest[0]].folded) else rest
    )
