"""What a sentence or list item asks of a person, as short labels in its own words.

The way is by taking away: what the sentence says besides (the role, the verb of asking, the
frame around it) is taken out, and what is left is the enumeration of what is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.knowledge.facts import asking
from bot.knowledge.facts.aligned import Aligned, aligned
from bot.knowledge.facts.asked_items import asked_items
from bot.knowledge.facts.modals import MODALS
from bot.knowledge.facts.phrases import is_quality
from bot.knowledge.facts.role_mentions import RoleMention
from bot.knowledge.facts.strictness import is_dismissed, is_optional

MAX_LABEL_WORDS = 14


_BREAKING = frozenset(
    [
        "er",
        "sie",
        "es",
        "man",
        "du",
        "sich",
        "ihm",
        "ihnen",
        "dir",
        "wer",
        "ist",
        "sind",
        "war",
        "wird",
        "werden",
        "wurde",
        "kann",
        "konnen",
        *MODALS,
        "darf",
        "durfen",
        "sein",
        "nicht",
        "kein",
        "keine",
        "keinen",
        "sowohl",
        "aber",
        "jedoch",
        "ebenso",
        "lassen",
        "lasst",
        "doch",
    ]
)


_CATEGORY = re.compile(
    r"^(?:\w+ )?(?:ausbildung|studium|sprachen|sprachkenntnisse|erfahrung|berufserfahrung|"
    r"optional|"
    r"voraussetzung(?:en)?|wichtig|soft skills?|hard skills?|persönliches|fachliches|formal\w*|"
    r"qualifikation(?:en)?|abschluss|pflicht|muss|von vorteil|wunschenswert|kenntnisse|zugang|"
    r"bildungsabschluss|kompetenzen|eigenschaften|starken|fuhrerschein|sonstiges)$"
)


_SUBJECT_DETERMINERS = frozenset(
    [
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "eines",
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "jeder",
        "jede",
        "jeden",
        "als",
        "fur",
        "an",
        "von",
        "bei",
        "beim",
        "vom",
        "zum",
        "zur",
        "kein",
        "auf",
    ]
)


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing that a sentence asks for.

    Attributes:
        label: the source's words, without article.
        optional: good to have, or expressly no must.
        start, end: where the label stands in the sentence.
    """

    label: str
    optional: bool
    start: int
    end: int


def demands(
    text: str, named: Sequence[RoleMention], *, is_fragment: bool = False, frame: str = ""
) -> tuple[Demand, ...]:
    """What ``text`` asks for.

    Args:
        text: one sentence or list item.
        named: the roles that it names.
        is_fragment: it is an item that has no verb, only what is asked for.
        frame: folded lead-in; "Von Vorteil sind:" makes everything optional.
    """
    sentence = aligned(text)
    if not sentence.tokens:
        return ()
    gone = _taken_away(sentence, named, is_fragment)
    found: list[Demand] = []
    for indices in asked_items(sentence, gone):
        if is_dismissed(sentence, indices):
            continue
        optional = is_optional(sentence, indices, frame)
        label = _label(sentence, indices)
        if _says_something(label):
            start = sentence.tokens[indices[0]].start
            found.append(Demand(label, optional, start, start + len(label)))
    return tuple(found)


def head_of_item(text: str) -> tuple[str, str] | None:
    """Reads "Teamfähigkeit: Sie arbeiten gern mit anderen" as head and rest; None where none is."""
    match = re.match(r"([^:.!?]{3,60}?)\s*(?::|\s[–—-]\s)\s*(\S.*)", text)
    if not match or len(match[1].split()) > 6:
        return None
    return match[1], match[2]


def is_category(head: str) -> bool:
    """Whether an item's head says what kind of thing follows ("Sprachen: …")."""
    return bool(_CATEGORY.match(aligned(head).folded))


def _taken_away(
    sentence: Aligned, named: Sequence[RoleMention], is_fragment: bool
) -> frozenset[int]:
    gone: set[int] = set()
    for role in named:
        gone.update(_role_tokens(sentence, role))
    if is_fragment:
        patterns: tuple[re.Pattern[str], ...] = (asking.OPTIONAL,)
    else:
        patterns = (
            asking.DEMAND,
            asking.POSSESS,
            asking.PHRASES,
            asking.OPTIONAL,
            asking.WEAKLY,
            asking.BESIDES,
        )
    for pattern in patterns:
        for match in pattern.finditer(sentence.folded):
            covered = sentence.covered(match.start(), match.end())
            gone.update(covered)
    for index, token in enumerate(sentence.tokens):
        if token.folded in _BREAKING and not is_fragment and index not in gone:
            gone.add(index)
    return frozenset(gone)


def _role_tokens(sentence: Aligned, role: RoleMention) -> set[int]:
    inside = [i for i, t in enumerate(sentence.tokens) if role.start <= t.start < role.end]
    if not inside:
        return set()
    first = inside[0]
    before = first - 1
    adjectives = 0
    while before >= 0 and adjectives < 2 and _is_adjective(sentence, before):
        before -= 1
        adjectives += 1
    if before >= 0 and sentence.tokens[before].folded in _SUBJECT_DETERMINERS:
        determiner = sentence.tokens[before].folded
        if determiner == "als" and before and is_quality(sentence.tokens[before - 1].text):
            return set()
        first = before
        earlier = sentence.tokens[first - 1].folded if first else ""
        if earlier in {"fur", "an", "von", "bei", "als", "auf"}:
            first -= 1
    elif adjectives:
        first = before + 1
    return set(range(first, inside[-1] + 1))


def _is_adjective(sentence: Aligned, index: int) -> bool:
    token = sentence.tokens[index]
    return bool(re.fullmatch(r"[^\W\d]+(?:e|er|en|es|em)", token.folded)) and (
        token.text[0].islower() and token.folded not in _SUBJECT_DETERMINERS
    )


def _label(sentence: Aligned, indices: Sequence[int]) -> str:
    return sentence.words_of(indices).strip(" ,;:„“\"'()–-")


def _says_something(label: str) -> bool:
    tokens = aligned(label).tokens
    if not tokens or len(tokens) > MAX_LABEL_WORDS:
        return False
    nouns = [t.folded for t in tokens if t.is_noun]
    if nouns and all(asking.GENERIC.fullmatch(noun) for noun in nouns):
        # "analytische Fähigkeiten" say something, "Fähigkeiten" don't.
        adjective = len(tokens) > 1 and tokens[0].text[0].islower()
        return adjective and nouns[-1] in {
            "fahigkeiten",
            "kenntnisse",
            "kompetenz",
            "kompetenzen",
            "starken",
            "eigenschaften",
        }
    return bool(nouns) or (len(label) > 3 and not all(t.folded in asking.FILLERS for t in tokens))
