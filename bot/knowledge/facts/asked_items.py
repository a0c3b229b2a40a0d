"""Which words of a sentence are the things it asks for, once its frame is taken away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.knowledge.facts import asking
from bot.knowledge.facts.aligned import Aligned
from bot.knowledge.facts.clauses import Clause, clauses
from bot.knowledge.facts.modals import MODAL
from bot.knowledge.facts.phrases import drop_adjunct, is_quality, items, trimmed

_FRAME_PREPOSITIONS = (
    (re.compile(r"verfug"), {"uber"}),
    (re.compile(r"glanz|punkte|uberzeug"), {"mit", "durch"}),
    (re.compile(r"zeichne"), {"durch"}),
    (re.compile(r"komm(?:t|en) es|wert auf|acht(?:et|en)|setz(?:t|en) auf"), {"auf"}),
    (re.compile(r"kein weg"), {"an"}),
    (re.compile(r"ohne\b.*\bnich?t"), {"ohne"}),
    (re.compile(r"such(?:t|en)|ausschau"), {"nach"}),
    (re.compile(r"\bneben\b"), {"neben"}),
    (re.compile(r"kombiniert|verbunden|gepaart"), {"mit"}),
)


_PERSONAL = re.compile(
    r"(?:stark|fahig|frei|orientiert|freudig|bewusst|bereit|bar|flexibel|lassig|kreativ|geduldig|ig|"
    r"isch|sam|lich|haft|iert|sicher|fit|gewandt|affin|mobil|offen|neugierig|ruhig|wach|souveran|"
    r"resilient|kompetent|diskret|loyal|integer|genau|prazise|fest|gesund|alt|motiviert|stabil)$"
)


_SHOWS = frozenset(
    [
        "mitbringen",
        "haben",
        "besitzen",
        "vorweisen",
        "nachweisen",
        "verfugen",
        "aufweisen",
        "vorlegen",
        "mitgebracht",
        "erfullen",
        "absolvieren",
        "absolviert",
        "abgeschlossen",
        "beherrschen",
    ]
)


_INFINITIVE = re.compile(r"\bzu \w+n$|\w+zu\w+n$")
_EXAMPLES = frozenset({"zb", "etwa", "beispielsweise"})


def asked_items(sentence: Aligned, gone: frozenset[int]) -> Iterator[tuple[int, ...]]:
    """Indices of every item: those of the main clause, else those of what hangs on it."""
    parsed = clauses(sentence)
    main = [_asking_part(sentence, c, gone) for c in parsed if c.kind == "main"]
    found = list(_read(sentence, parsed, main, gone))
    if not found:
        kinds = {"that", "infinitive"}
        if any(asking.ENTRY.search(folded_run(sentence, c.indices)) for c in main):
            kinds.add("condition")
        hanging = [
            c for c in parsed if c.kind in kinds and sentence.tokens[c.indices[0]].folded != "wer"
        ]
        found = list(_read(sentence, parsed, hanging, gone))
    yield from found


def _asking_part(sentence: Aligned, clause: Clause, gone: frozenset[int]) -> Clause:
    """A main clause without what its other verbs say ("sind Ansprechpartner und brauchen …")."""
    folded = folded_run(sentence, clause.indices)
    asks = re.search(r"\b(?:brauch|benotig|verlang|erforder)\w*", folded)
    other = re.search(r"\b(?:ist|sind|hat|haben|bist)\b", folded)
    indices = clause.indices
    if asks and other and other.start() < asks.start() and " und " in folded[: asks.start()]:
        skipped = folded[: asks.start()].count(" ")
        indices = indices[skipped:]
    employer = re.search(r"\b(?:erwart(?:et|en)|verlang(?:t|en)|such(?:t|en))\b", folded)
    passive = re.search(r"\b(?:wird|werden|sein)\b", folded)
    if employer and not passive:
        behind = indices[folded[: employer.start()].count(" ") :]
        if any(sentence.tokens[i].is_noun and i not in gone for i in behind):
            indices = behind
    return Clause("main", tuple(i for run in _runs(sentence, indices) for i in run))


def _runs(sentence: Aligned, indices: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The stretches between commas, less those with a verb of their own that asks nothing."""
    runs: list[list[int]] = [[]]
    for index in indices:
        if sentence.tokens[index].folded in {",", ";", ":", "-"} and runs[-1]:
            runs.append([index])
        else:
            runs[-1].append(index)
    asking_runs = [run for run in runs if _asks(folded_run(sentence, run))]
    for run in runs:
        states = re.search(r"\b(?:ist|sind|hat|haben|es)\b", folded_run(sentence, run))
        if run in asking_runs or not asking_runs or not states:
            yield tuple(run)


def _asks(folded: str) -> bool:
    return any(
        p.search(folded)
        for p in (asking.DEMAND, asking.POSSESS, MODAL, asking.OPTIONAL, asking.ENTRY)
    )


def folded_run(sentence: Aligned, indices: Sequence[int]) -> str:
    """The folded tokens at these indices, a blank between two."""
    return " ".join(sentence.tokens[i].folded for i in indices)


def _read(
    sentence: Aligned, parsed: Sequence[Clause], chosen: Sequence[Clause], gone: frozenset[int]
) -> Iterator[tuple[int, ...]]:
    for clause in chosen:
        if clause.kind == "infinitive":
            yield from _infinitives(sentence, clause)
            continue
        whole = clause.indices
        if verbs := _verb_phrases(sentence, clause, gone):
            yield from verbs
            continue
        left = [i for i in whole if i not in gone]
        predicative = _is_predicative(sentence, whole)
        parts = items(sentence, left)
        if predicative:
            parts = _with_places(sentence, parts)
        for part in parts:
            yield from _cleaned(sentence, part, predicative, parsed, clause)


def _with_places(sentence: Aligned, parts: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Reads "geübt in der Planung, Abrechnung und im Lager" is one."""
    if (
        len(parts) > 1
        and re.match(
            r"(?:\w+ )?\w+ (?:in|im|bei|mit|an|am|gegenuber) ", folded_run(sentence, parts[0]) + " "
        )
        and sentence.tokens[parts[0][0]].text[0].islower()
        and not is_quality(sentence.words_of(parts[-1]))
    ):
        return [tuple(range(parts[0][0], parts[-1][-1] + 1))]
    return parts


def _cleaned(
    sentence: Aligned,
    part: tuple[int, ...],
    predicative: bool,
    parsed: Sequence[Clause],
    clause: Clause,
) -> Iterator[tuple[int, ...]]:
    if predicative:
        quality = _edges(sentence, part)
        if quality and len(quality) <= 6 and _is_personal(sentence, quality[-1]):
            yield _with_infinitive(sentence, quality, parsed)
            return
        if len(quality) > 3 and quality[0] != part[0] and _is_personal(sentence, quality[0]):
            yield quality
            return
    for stretch in _before_example(sentence, part):
        bare = _without_frame(sentence, stretch)
        if bare is None:
            continue
        label = trimmed(sentence, bare, asking.FILLERS)
        if label:
            yield _with_infinitive(sentence, label, parsed)


def _is_personal(sentence: Aligned, index: int) -> bool:
    """Whether a word is by its form an adjective for people: "teamfähig", "belastbar"."""
    token = sentence.tokens[index]
    return token.text[0].islower() and bool(_PERSONAL.search(token.folded))


def _edges(sentence: Aligned, part: Sequence[int]) -> tuple[int, ...]:
    kept = list(part)
    while kept and sentence.tokens[kept[0]].folded in asking.FILLERS:
        kept.pop(0)
    while kept and sentence.tokens[kept[-1]].folded in asking.FILLERS:
        kept.pop()
    return tuple(kept)


def _before_example(sentence: Aligned, part: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """``part`` up to "z. B. durch"; what follows it is an item of its own."""
    cut = [n for n, i in enumerate(part) if sentence.tokens[i].folded in _EXAMPLES]
    if not cut:
        yield part
        return
    if cut[0]:
        yield part[: cut[0]]
    rest = part[cut[0] + 1 :]
    if rest and sentence.tokens[rest[0]].folded in {"durch", "aus", "als", "mit"}:
        rest = rest[1:]
    if rest and re.search(r"studium|ausbildung|praktik|abschluss", folded_run(sentence, rest)):
        yield rest


def _without_frame(sentence: Aligned, part: tuple[int, ...]) -> tuple[int, ...] | None:
    """``part`` without the verb's own preposition; a phrase of place or time is left out."""
    kept = part
    while kept and sentence.tokens[kept[0]].folded in asking.FILLERS | {"der", "den"}:
        kept = kept[1:]
    if not kept:
        return None
    first = sentence.tokens[kept[0]].folded
    for verb, prepositions in _FRAME_PREPOSITIONS:
        if first in prepositions and verb.search(sentence.folded):
            return kept[1:]
    if first in {"uber", "durch", "mit"} and asking.ENTRY.search(sentence.folded):
        return kept[1:]
    says_how = len(kept) > 2 and sentence.tokens[kept[1]].folded in {"uber", "durch"}
    if says_how and asking.ENTRY.search(sentence.folded):
        return kept[2:]
    before = sentence.tokens[kept[0] - 1].folded if kept[0] else ""
    if first == "mit" and (
        before in {"idealerweise", "optional"} or before in {"bestenfalls", "wunschenswert"}
    ):
        return kept[1:]
    if first in {"statt", "anstatt", "wie", "laut"}:
        return None
    dropped = drop_adjunct(sentence, kept)
    return dropped or None


def _with_infinitive(
    sentence: Aligned, label: tuple[int, ...], parsed: Sequence[Clause]
) -> tuple[int, ...]:
    """Reads "die Fähigkeit" with the infinitive clause that tells which."""
    if not asking.ABILITY.search(sentence.tokens[label[-1]].folded):
        return label
    for other in parsed:
        if other.kind == "infinitive" and 0 < other.indices[0] - label[-1] <= 2:
            return (*label, *range(label[-1] + 1, other.indices[-1] + 1))
    return label


def _infinitives(sentence: Aligned, clause: Clause) -> Iterator[tuple[int, ...]]:
    """Reads "strategisch zu denken und unternehmerisch zu handeln" as two."""
    part: list[int] = []
    for index in clause.indices:
        joint = sentence.tokens[index].folded in {"und", "sowie", ","}
        if joint and part and _INFINITIVE.search(folded_run(sentence, part)):
            yield _edges(sentence, part)
            part = []
        else:
            part.append(index)
    if part:
        yield _edges(sentence, part)


def _verb_phrases(sentence: Aligned, clause: Clause, gone: frozenset[int]) -> list[tuple[int, ...]]:
    """What somebody must be able to do: "aktiv zuhören", "Probleme lösen"."""
    tokens = [sentence.tokens[i] for i in clause.indices]
    phrase = " ".join(token.folded for token in tokens)
    if not MODAL.search(phrase):
        return []
    left = [i for i in clause.indices if i not in gone or sentence.tokens[i].folded == "sein"]
    while left and sentence.tokens[left[-1]].folded in {"konnen", "mussen", ","}:
        left.pop()
    if not left or not _is_infinitive(sentence, left[-1]):
        return []
    if sentence.tokens[left[-1]].folded == "sein" and not any(
        _is_infinitive(sentence, i) for i in left[:-1]
    ):
        return []
    parts: list[list[int]] = [[]]
    for position, index in enumerate(left):
        token = sentence.tokens[index]
        previous = left[position - 1] if position else None
        verb_before = previous is not None and _is_infinitive(sentence, previous)
        if token.folded in {",", "und", "sowie"} and parts[-1] and verb_before:
            parts.append([])
        elif (
            index - 1 in gone
            and parts[-1]
            and not any(_is_infinitive(sentence, i) for i in parts[-1])
        ):
            # What stands before the subject is an adjunct ("Vor allem muss er …").
            parts[-1] = [index]
        else:
            parts[-1].append(index)
    return [
        edges
        for part in parts
        if (edges := _edges(sentence, part))
        and not (part and re.match(r"da(?:fur|zu|ran|rauf)$", sentence.tokens[part[0]].folded))
        and not (len(part) > 1 and sentence.tokens[part[1]].folded in {"dafur", "dazu"})
    ]


def _is_infinitive(sentence: Aligned, index: int) -> bool:
    token = sentence.tokens[index]
    return (
        token.text[0].islower()
        and bool(re.search(r"(?:en|ern|eln|tun|sein)$", token.folded))
        and token.folded not in _SHOWS
        and (token.folded == "sein" or token.folded not in asking.FILLERS)
        and not re.search(r"(?:ischen|lichen|igen|enden)$", token.folded)
    )


def _is_predicative(sentence: Aligned, indices: Sequence[int]) -> bool:
    folded = [sentence.tokens[i].folded for i in indices]
    return bool({"sein", "ist", "sind", "bist"} & set(folded))
