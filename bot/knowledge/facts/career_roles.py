"""From which role to which a sentence leads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.knowledge.facts.aligned import Aligned, aligned
from bot.knowledge.facts.clauses import clauses
from bot.knowledge.facts.durations import durations
from bot.knowledge.facts.role_mentions import RoleMention
from bot.knowledge.facts.statements import Statement
from bot.knowledge.titles import named_roles

MOVES = re.compile(
    r"\bquereinst\w*|\bwechsel\w*|\bumst(?:ieg|eig)\w*|\bubertritt\b|\bgehen zu einem anderen\b|"
    r"\bin die (?:selbststandigkeit|freiberuflichkeit)\b"
)


_ENTRY = re.compile(
    r"\bin den beruf\b|\bangefangen\b|\b(?:berufs)?einstieg\w*|\beinsteigen\b|\bsteig(?:t|"
    r"en)\b.*\bein\b|\bstart(?:et|en)?\b|"
    r"\bbeginn(?:t|en)?\b|\banfang\w*|\bnach (?:dem|der|einem|einer|abgeschlossen\w+) "
    r"(?:\w+ ){0,2}(?:studium|ausbildung|abschluss|lehre|volontariat|trainee\w*|examen)\b"
)


def step_id(mention: RoleMention) -> str:
    """Id of a role as careers name it: the level belongs to the title."""
    return f"{mention.level}-{mention.role_id}" if mention.level else mention.role_id


def role_pairs(statement: Statement, sentence: Aligned) -> Iterator[tuple[str | None, str]]:
    """Ids of the role that is left, None for a way in from outside, and of the one reached."""
    if stays := _stays(statement):
        yield from stays
        return
    statement = _without_head(_of_main_clauses(statement, sentence))
    before = [_before(sentence, m) for m in statement.mentions]
    between = _between_steps(statement)
    if between:
        yield from between
        return
    targets = _targets(statement, before)
    if not targets:
        return
    origins = _origins(statement, before, targets)
    for target in targets:
        for origin in origins or [None]:
            if origin != target:
                yield origin, target


def _of_main_clauses(statement: Statement, sentence: Aligned) -> Statement:
    """The statement without roles that only a condition or an infinitive names."""
    parsed = clauses(sentence)
    aside = {i for c in parsed if c.kind in {"condition", "infinitive"} for i in c.indices} | {
        i for c in parsed if sentence.tokens[c.indices[0]].folded == "um" for i in c.indices
    }
    if parsed and sentence.tokens[0].folded == "wer":
        aside = set()
    starts = {sentence.tokens[i].start for i in aside}
    kept = tuple(m for m in statement.mentions if m.start not in starts)
    return replace(statement, mentions=kept)


def _without_head(statement: Statement) -> Statement:
    """The statement without the catchword before it: "Meister: Nach zwei Jahren …"."""
    head = re.match(r"[^:.]{3,40}:\s", statement.text)
    if not head or "→" in head.group():
        return statement
    behind = tuple(m for m in statement.mentions if m.start >= head.end())
    return replace(statement, mentions=behind) if behind else statement


def becomes(statement: Statement) -> list[str]:
    """Roles that somebody becomes: "… Y werden", "wird ein X Y", "und werden dort Y"."""
    text, mentions = statement.text, statement.mentions
    if re.search(
        r"\b(?:ge\w+t|\w+iert|eingesetzt|bezahlt|gesucht|genannt|"
        r"beschäftigt)[.,]?$",
        text,
    ):
        return []
    for number in range(len(mentions) - 1, -1, -1):
        mention = mentions[number]
        after = re.match(r"\W*(?:werden|wurden?|wird)\b", text[mention.end :])
        beside = number and text[mentions[number - 1].end : mention.start].isspace()
        if (after and number) or (beside and re.search(r"\b(?:wird|werden|wurde)", text)):
            return [step_id(mention)]
    last = mentions[-1] if mentions else None
    if (
        last
        and re.search(
            r"\b(?:wird|werden|wurden?|becomes?) (?:ich |er |sie |man )?(?:[^,.;]{0,24} "
            r")?(?:ein |eine )?$",
            text[: last.start],
        )
        and (len({step_id(m) for m in mentions}) > 1 or step_id(last) not in statement.source.roles)
    ):
        return [step_id(last)]
    return []


def _stays(statement: Statement) -> list[tuple[str | None, str]]:
    """Reads "Zwei Jahre bleibt man Senior X": the years before the step that follows."""
    folded = aligned(statement.text).folded
    stays = re.search(r"\b(?:bleib(?:t|en)|verbring(?:t|en)|verweil\w*)\b", folded) or (
        re.search(r"\bdauer(?:t|n)\b", folded) and re.search(r"\b(?:stufe|zwischenst\w+)\b", folded)
    )
    ids = list(dict.fromkeys(step_id(m) for m in statement.mentions))
    if not stays or len(ids) != 1 or not durations(folded):
        return []
    base = statement.mentions[0].role_id
    if not statement.mentions[0].level and base not in statement.roles:
        return []
    headings = [role.role_id for role in named_roles(" ".join(statement.section.path))]
    others = [r for r in (*statement.source.roles, *headings[::-1]) if r != base]
    return [(ids[0], other) for other in others[:1]]


def _before(sentence: Aligned, mention: RoleMention) -> str:
    """The three folded words before a mention, adjectives left out."""
    words = [t for t in sentence.tokens if t.start < mention.start]
    kept = [t.folded for t in words[-5:]]
    while kept and re.fullmatch(
        r"\w+(?:ischen|lichen|igen|iven|ellen|enden|eren|ierten|nden)", kept[-1]
    ):
        kept.pop()
    return " ".join(kept[-4:])


_TARGET_MARK = re.compile(
    r"(?:\bzu|\bzum|\bzur|\bzu einem|\bzu einer|\bbis zum|\bbis zur|\bzwischenstufe|"
    r"\b(?:rolle|position|funktion|stelle|stufe|leitung|posten)(?: (?:des|der|eines|einer|"
    r"als|zum|zur))?|"
    r"\bnachste \w+ (?:ist|sind|ware)(?: der| die| das)?|\bfolg(?:t|en)(?: oft| meist| "
    r"dann)?(?: der| die)?|"
    r"\b(?:danach|dann|spater|anschliessend|schliesslich)(?: als| zum| zur| der| die| folgt "
    r"der| folgt die)?|"
    r"\bbefordert zum|\bpromoted to(?: an?)?|\bbecomes?(?: an?)?)$"
)


_NO_TARGET = re.compile(
    r"\b(?:vergleich|gegensatz|unterschied|ahnlich|kontakt|zugang|beziehung\w*) zu[mr]?$|"
    r"\buber die (?:rolle|position|stelle) (?:des|der)$|\b(?:aus|in) der (?:rolle|position) "
    r"(?:des|der)$"
)


_JOINT = re.compile(
    r"(?:\s|,|/|und|oder|sowie|beziehungsweise|bzw\.|später|schließlich|auch|bis|hin|zum|"
    r"zur|zu|als|"
    r"der|die|den|einem|einer|danach|dann|gar|sogar)*(?:[a-zäöüß]+e[nrms]? )?"
)


def _joined(statement: Statement, number: int) -> bool:
    """Whether nothing but "und", commas and the like stands between a mention and the last."""
    gap = statement.text[statement.mentions[number - 1].end : statement.mentions[number].start]
    return bool(_JOINT.fullmatch(gap))


def _targets(statement: Statement, before: Sequence[str]) -> list[str]:
    folded = aligned(statement.text).folded
    found: list[str] = []
    marked = False
    for number, mention in enumerate(statement.mentions):
        words = before[number]
        if _TARGET_MARK.search(words) and not _NO_TARGET.search(words):
            marked = True
            found.append(step_id(mention))
        elif marked and _joined(statement, number):
            found.append(step_id(mention))
        else:
            marked = False
    if not found:
        found = becomes(statement)
    if not found and MOVES.search(folded):
        own_roles = statement.roles
        found = [
            step_id(m)
            for n, m in enumerate(statement.mentions)
            if re.search(r"\bals$", before[n]) and (step_id(m) not in own_roles or n)
        ][-1:]
    if not found:
        turns = re.search(r"\b(?:werden|wird)\b", folded)
        entry = _ENTRY.search(folded) or MOVES.search(folded)
        own = [step_id(m) for m in statement.mentions]
        if turns and entry and len(set(own)) == 1 and re.search(r"\bquereinst\w*", folded):
            found = own[:1]
        elif entry and re.search(r"\bals\b", folded) and len(set(own)) == 1:
            found = [
                step_id(m) for n, m in enumerate(statement.mentions) if before[n].endswith("als")
            ][:1]
        elif _manages_to_become(folded) and len(set(own)) == 2:
            found = [own[-1]]
    return list(dict.fromkeys(found))


def _manages_to_become(folded: str) -> bool:
    return bool(re.search(r"\b(?:wird|werden)\b", folded)) and bool(
        re.search(r"\baus\b|\bmanche\b|\bviele\b|\bspater\b|\bnach\b", folded)
    )


def _origins(
    statement: Statement, before: Sequence[str], targets: Sequence[str]
) -> list[str | None]:
    """Where the step starts: the role said with "vom", else a subject, else the sentence's own."""
    folded = aligned(statement.text).folded
    others = [
        (step_id(m), before[n])
        for n, m in enumerate(statement.mentions)
        if step_id(m) not in targets
    ]
    said = [
        i
        for i, words in others
        if re.search(
            r"\b(?:vom|von der|von einem|von einer|"
            r"aus)$",
            words,
        )
    ]
    if said:
        return list(dict.fromkeys(said))
    if others:
        return [others[0][0]]
    outside = re.search(
        r"\bquereinst\w*|\b(?:berufs|direkt)?einstieg\w*\b|\beinsteigen\b|"
        r"\bstart\w*\b",
        folded,
    )
    moves = bool(MOVES.search(folded)) and not statement.roles
    if (outside or moves) and any(
        t in statement.roles or t.startswith(("junior-", "trainee")) for t in targets
    ):
        return [None]
    if _ENTRY.search(folded) and not _UPWARD_STRICT.search(folded):
        return [None]
    own = [r for r in sorted(statement.roles) if r not in targets]
    if not own:
        own = [r for r in statement.source.roles if r not in targets]
    return list(own[:1]) if own else [None]


_UPWARD_STRICT = re.compile(
    r"\baufstieg\w*|\baufsteig\w*|\bauf\b$|\bbefordert|\bbeforderung|\bsteig(?:t|en)\b.*\bauf\b|"
    r"\bweiterentwick\w*|\bnachste\w*\b|\bnach (?:\w+ ){0,4}jahren?\b|\bweiterbildung\w*|"
    r"\bfortbildung\w*"
)


def _between_steps(statement: Statement) -> list[tuple[str | None, str]]:
    """“Vom X zum Y führt der Weg über Z" as X to Z and Z to Y."""
    text = statement.text
    match = re.search(r"[Zz]wischenstufe|[Zz]wischenstation|[Zz]wischenschritt", text)
    if not match:
        return []
    after = [m for m in statement.mentions if 0 <= m.start - match.end() <= 30]
    if not after:
        return []
    middle = step_id(after[0])
    rest = [m for m in statement.mentions if step_id(m) != middle]
    ids = list(dict.fromkeys(step_id(m) for m in rest))
    if len(ids) >= 2:
        return [(ids[0], middle), (middle, ids[1])]
    base = after[0].role_id
    if not ids and base in statement.source.roles:
        others = [r for r in statement.roles if r != base]
        return [(base, middle), *((middle, other) for other in others[:1])]
    if len(ids) == 1 and ids[0] != base:
        return [(base, middle), (middle, ids[0])] if base != middle else []
    return [(ids[0], middle)] if ids else []
