"""What somebody in a role does, sentence by sentence."""

from __future__ import annotations

import re

from bot.facts import Duty
from bot.german import content_stems
from bot.knowledge.facts import asking
from bot.knowledge.facts.aligned import Aligned, aligned
from bot.knowledge.facts.clauses import clauses
from bot.knowledge.facts.modals import MODAL
from bot.knowledge.facts.role_mentions import RoleMention
from bot.knowledge.facts.statements import Statement
from bot.knowledge.topics import topics_of

REPEATED_SHARE = 0.8
"""Share of the shorter sentence's stems from which on it says nothing new."""

_SAYS_DUTY = re.compile(
    r"\b\w*aufgaben?(?:bereich\w*|gebiet\w*|feld\w*)?\b|\bverantwortlich\b|\bverantwortet\b|"
    r"\bverantworten\b|\bzustandig\b|\bverantwortungsbereich\b|"
    r"\b(?:gehor(?:t|en)|zahl(?:t|en)) (?:\w+ ){0,6}(?:dazu|zu den \w+|zum \w*alltag|zur arbeit|"
    r"zur tatigkeit|zu sein\w* \w+|zu ihr\w* \w+|zu dein\w* \w+)\b|"
    r"\b(?:kummer(?:t|n)|befass(?:t|en)|beschaftig(?:t|en)) (?:\w+ ){0,6}sich\b|"
    r"\bsich (?:\w+ ){0,4}(?:kummern|befassen)\b|\bobliegt\b|\btatigkeiten\b|"
    r"(?:tatigkeit|arbeit|job|rolle|position|beruf|alltag) (?:\w+ ){0,2}(?:umfasst|beinhaltet|"
    r"besteht)|im (?:mittelpunkt|zentrum|vordergrund) (?:\w+ ){0,4}ste(?:ht|hen)|"
    r"ste(?:ht|hen) (?:\w+ ){0,6}im (?:mittelpunkt|zentrum|vordergrund)|"
    r"schwerpunkt\w* (?:\w+ ){0,4}(?:lieg|ist|sind)\w*|"
    r"(?:lieg|ist|sind)\w* (?:\w+ ){0,4}schwerpunkt\w*|"
    r"tragt (?:\w+ ){0,3}verantwortung|tragen (?:\w+ ){0,3}verantwortung|"
    r"\b(?:erster?|zentraler?|wichtigster?|die|der|ein) (?:\w+ )?(?:ansprechpartner\w*|"
    r"schnittstelle)\b|"
    r"\bfungier(?:t|en)\b|\bagier(?:t|en)\b|ubernimmt|ubernehmen|\bbeteiligt\b|"
    r"\beingebunden\b|\btatig\b|"
    r"ste(?:ht|hen|hst) (?:\w+ ){0,6}in (?:\w+ )?kontakt|\bmitwirk\w*|\bwirk(?:t|en) (?:\w+ "
    r"){0,3}mit\b"
)
_SPEAKS_OF_ITSELF = re.compile(r"\b(?:wir|uns|unser\w*)\b", re.IGNORECASE)
_ADVICE = re.compile(
    r"\b(?:tipp|rat|solltest|sollten sie|sollte man|sollte|sollten|zu empfehlen|empfehl\w+|"
    r"am besten|achten sie|achte|bewirb|bewerben|hier (?:geht|finde)\w*|mehr erfahren|"
    r"jetzt|download|newsletter)\b"
)
_NOT_A_DUTY = re.compile(
    r"\bnicht (?:\w+ ){0,2}(?:sache|aufgabe|zustandig|verantwortlich)\b|"
    r"\b(?:welche|was fur) aufgaben\b.*\b(?:hangt|richtet)\b|\baufgaben\b.*\b(?:hangen|hangt|"
    r"variier\w*|richten sich|unterscheiden|je nach)\b|\bhangt\b.*\bab\b|zahl der aufgaben|"
    r"\bdie (?:wichtigsten|typischen) aufgaben (?:im uberblick|sind)\b$|"
    r"\bherausforderung\w*|\bstress\b|\bdruck\b"
)
_OPENS_OTHERWISE = re.compile(
    r"(?:was|wie (?!bereits|schon|oben)\w+|ob|welche\w*|je|wer|"
    r"warum|frustrierend|manchmal) "
)
_OTHER_HEADINGS = re.compile(
    r"herausforderung|nachteil|belastung|bewerb|zukunft|warum|artikel|uber (?:uns|den heraus)|"
    r"gehalt|verdien|ausbildung|unterstutzung|fehler|tipps"
)
# Finite verbs that say what somebody is, has, gets or becomes, and nothing that is done.
_IDLE = re.compile(
    r"(?:ist|sind|war|waren|bist|hat|haben|hatte|wird|werden|wurde|habe|bin|kann|konnen|"
    r"muss|mussen|musst|"
    r"soll|sollen|sollte|sollten|darf|durfen|will|wollen|mochte|mag|verdien\w*|erhalt|erhalten|"
    r"bekomm\w*|brauch\w*|benotig\w*|verfug\w*|besitz\w*|heisst|heissen|gilt|gelten|komm\w*|"
    r"lieg\w*|scheint|bleib\w*|steig\w*|wechsel\w*|lern\w*|studier\w*|beginn\w*|start\w*|"
    r"unterscheide\w*|gibt|geht|gehen|steht|stehen|profitier\w*|find\w*|gehor\w*|zahl\w*|"
    r"stamm\w*|erreich\w*|befind\w*|lohn\w*|spielt|ahnel\w*|gleich\w*|dauer\w*|eign\w*|"
    r"entstand\w*|nennt|nennen|bildet|bilden|macht|tut|absolvier\w*|beherrsch\w*|"
    r"spezialisier\w*|spreche?n?|genannt|bezeichnet|lauft|laufen|qualifizier\w*|bewerb\w*|"
    r"passt|fehlt|wiss\w*|weiss|kenn\w*|genieß\w*|geniess\w*|freu\w*|erleb\w*|"
    r"und|oder|mit|in|im|an|bei|fur|auf|aus|von|als|zu|nach|nicht|auch|oft|meist|seit|zum|zur|"
    r"sowie|der|die|das|des|dem|den|ein|eine|einen|eines|einem|einer|sich|er|sie|man|wie|jeder|"
    r"jede|diese[rsmn]?|seine?[rsmn]?|ihre?[rsmn]?|haufig|taglich|gut|unter|uber|dann|haupt\w+)$"
)
_FINITE = re.compile(r"[^\W\d]{2,}(?:t|en|ern|eln)$")
_OTHER_SECTIONS = {"salary", "qualifications", "company", "career", "matching"}


def duties(statements: tuple[Statement, ...]) -> tuple[Duty, ...]:
    """Every duty once for each role, in reading order; what repeats an earlier one is left out."""
    found: list[Duty] = []
    said: dict[str | None, list[frozenset[str]]] = {}
    for statement in statements:
        if not _states_duty(statement):
            continue
        stems = _stems(statement)
        roles: list[str | None] = [*sorted(_acting(statement))]
        for role in roles or [None]:
            earlier = said.setdefault(role, [])
            if any(_repeats(stems, other) for other in earlier):
                continue
            earlier.append(stems)
            found.append(Duty(role=role, span=statement.span))
    return tuple(found)


def _acting(statement: Statement) -> frozenset[str]:
    """The roles that do it; of several named, those that stand as subject, where one does."""
    sentence = aligned(statement.text)
    subjects = {m.role_id for m in statement.mentions if _is_subject(sentence, m)}
    return frozenset(subjects) or statement.roles


def _is_subject(sentence: Aligned, role: RoleMention) -> bool:
    inside = [i for i, t in enumerate(sentence.tokens) if role.start <= t.start < role.end]
    return bool(inside) and _has_verb(sentence, inside[0], inside[-1])


def _stems(statement: Statement) -> frozenset[str]:
    names = {
        stem
        for mention in statement.mentions
        for stem in content_stems(statement.text[mention.start : mention.end])
    }
    stems = frozenset(content_stems(statement.text)) - names
    # "überwacht" and "überwachen": the stemmer keeps the t of the third person.
    return frozenset(stem.removesuffix("t") for stem in stems)


def _repeats(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 1 and len(one & other) >= REPEATED_SHARE * shorter


def _states_duty(statement: Statement) -> bool:
    text = statement.text
    folded = aligned(text).folded
    if text.endswith(("?", ":", "!")) or _SPEAKS_OF_ITSELF.search(text):
        return False
    if _OPENS_OTHERWISE.match(folded) or _OTHER_HEADINGS.search(
        aligned(statement.section.heading or "").folded
    ):
        return False
    if _NOT_A_DUTY.search(folded) or _ADVICE.search(folded) or _states_pay(statement, folded):
        return False
    if _SETS_APART.search(folded) and len({m.role_id for m in statement.mentions}) > 1:
        return False
    own = statement.mentions
    if _announced(statement):
        if statement.is_item:
            return _acts_as_item(statement, folded, own)
        return bool(_SAYS_DUTY.search(folded)) or _acts(text, own)
    if statement.section_topics and statement.section_topics[0] in _OTHER_SECTIONS:
        return False
    if not statement.roles:
        return False
    if asking.DEMAND.search(folded):
        return False
    return _acts(text, own) and not _compares(folded, own)


_SETS_APART = re.compile(
    r"\b(?:wahrend|hingegen|dagegen|wohingegen|im (?:gegensatz|unterschied|vergleich)|"
    r"anders als)\b"
)


def _states_pay(statement: Statement, folded: str) -> bool:
    return "salary" in statement.topics and bool(
        re.search(r"\d|verdien|vergut|bezahlt|\bzahlt\b|bekomm|erhalt|gehalt\b", folded)
    )


def _announced(statement: Statement) -> bool:
    """Whether the lead-in or the headings above speak of duties."""
    if statement.lead_in:
        topics = topics_of(statement.lead_in)
        if topics:
            return topics[0] == "duties"
    topics = list(statement.section_topics)
    return bool(topics) and "duties" in topics and topics[0] not in {"salary", "company"}


def _acts_as_item(statement: Statement, folded: str, own: tuple[RoleMention, ...]) -> bool:
    """A list item below "Aufgaben": whatever isn't about pay or demands."""
    demands = re.search(
        r"\b(?:voraussetzung\w*|erforderlich|vorausgesetzt|wunschenswert|von vorteil|"
        r"mitbringen|verfugen|besitz\w+)\b",
        folded,
    )
    if demands:
        return False
    if own or re.search(r"\b(?:gilt|ist|sind|soll|wird|hat|haben)\b", folded):
        return _acts(statement.text, own)
    return True


def _acts(text: str, own: tuple[RoleMention, ...]) -> bool:
    """Whether the role, or a pronoun for it, is the subject of a verb of doing."""
    sentence = aligned(text)
    folded = sentence.folded
    if _SAYS_DUTY.search(folded) and (
        own or re.search(r"\b(?:er|sie|du|man|sein\w*|ihr\w*)\b", folded)
    ):
        return True
    if _must(sentence) and (own or re.search(r"\b(?:er|sie|du|man)\b", folded)):
        return True
    tokens = sentence.tokens
    subjects = [
        (i, i)
        for i, t in enumerate(tokens)
        if t.folded in {"er", "du", "ich"} or t.text in {"sie", "Sie"}
    ]
    for role in own:
        inside = [i for i, t in enumerate(tokens) if role.start <= t.start < role.end]
        if inside:
            subjects.append((inside[0], inside[-1]))
    return any(_has_verb(sentence, first, last) for first, last in subjects)


def _must(sentence: Aligned) -> bool:
    """Whether the main clause ends in the infinitive of a verb of doing ("muss … abstimmen")."""
    for clause in clauses(sentence):
        words = [sentence.tokens[i] for i in clause.indices]
        if clause.kind == "main" and MODAL.search(" ".join(w.folded for w in words)):
            last = words[-1]
            return (
                last.text[0].islower()
                and bool(re.search(r"(?:en|ern|eln)$", last.folded))
                and not _IDLE.fullmatch(last.folded)
            )
    return False


def _has_verb(sentence: Aligned, first: int, last: int) -> bool:
    """A verb of doing right behind the subject, or right before it and its article."""
    tokens = sentence.tokens
    before = first - 1
    if (
        before >= 0
        and re.fullmatch(r"[^\W\d]+(?:e|er|en)", tokens[before].folded)
        and (
            before >= 1
            and tokens[before].text[0].islower()
            and tokens[before - 1].folded in _NOMINATIVE
        )
    ):
        before -= 1
    determiner = tokens[before].folded if before >= 0 else ""
    if determiner in _OBLIQUE:
        return False
    if determiner in _NOMINATIVE:
        before -= 1
    while before >= 0 and tokens[before].folded == "sich":
        before -= 1
    after = last + 1
    while after < len(tokens) and tokens[after].folded in {
        "auch",
        "dabei",
        "sich",
        "also",
        "immer",
    }:
        after += 1
    # "Ein Koch im Hotel plant": a place between subject and verb.
    if after < len(tokens) and tokens[after].folded in {"in", "im", "bei", "beim", "an", "mit"}:
        following = range(after + 1, min(after + 6, len(tokens)))
        noun = next((i for i in following if tokens[i].is_noun), None)
        if noun is not None and first <= 1:
            after = noun + 1
    first_person = tokens[first].folded == "ich"
    main = {i for clause in clauses(sentence) if clause.kind == "main" for i in clause.indices}
    return any(
        place in main
        and not (
            place < first
            and tokens[first].folded not in {"er", "du"}
            and _SEEKS.match(tokens[place].folded)
        )
        and tokens[place].text[0].islower()
        and bool((_FIRST_PERSON if first_person else _FINITE).fullmatch(tokens[place].folded))
        and not _is_workplace(sentence, place)
        and not (place < first and re.search(r"(?:en|lich|isch|ig|er)en$", tokens[place].folded))
        and not _IDLE.fullmatch(tokens[place].folded)
        for place in (before, after)
    )


_FIRST_PERSON = re.compile(r"[^\W\d]{3,}e")


def _is_workplace(sentence: Aligned, place: int) -> bool:
    """Reads "arbeiten in Kliniken" says where, not what."""
    if not re.fullmatch(r"arbeite(?:n|t)?", sentence.tokens[place].folded):
        return False
    after = [t.folded for t in sentence.tokens[place + 1 : place + 4]]
    return bool(set(after[:2]) & {"in", "im", "bei", "beim", "als", "fur"})


# "Firmen suchen Account Manager": the role behind these verbs is their object.
_SEEKS = re.compile(r"(?:setz|such|beschaftig|brauch|stell|wahl|find|schatz|vergleich|nenn)")
_NOMINATIVE = frozenset(["ein", "eine", "der", "die", "jeder", "jede", "unser", "dieser", "diese"])
_OBLIQUE = frozenset(
    [
        "einen",
        "einem",
        "eines",
        "einer",
        "des",
        "dem",
        "den",
        "vom",
        "zum",
        "zur",
        "beim",
        "als",
        "fur",
        "von",
        "bei",
        "mit",
        "an",
        "durch",
    ]
)


def _compares(folded: str, own: tuple[RoleMention, ...]) -> bool:
    return bool(re.search(r"\bunterschied\w*|\bunterscheid\w*|\bim vergleich\b", folded))
