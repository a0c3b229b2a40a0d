"""A question that asks several things, as the single questions it consists of."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from bot.dialogue import rewriting
from bot.dialogue.follow_ups import stand_alone
from bot.dialogue.intents import asks_of_each, has_topic, intent_of
from bot.dialogue.kinds import LEAD, asked_part, verb_first
from bot.dialogue.language import Language, language_of
from bot.dialogue.names import RoleName, role_names
from bot.dialogue.places import country_of, in_country, places_in
from bot.domain import Intent, Message
from bot.german import fold
from bot.german.employment import is_term
from bot.knowledge.roles import RoleCatalogue
from bot.knowledge.topics import folded_phrase, topics_of

MOST_PARTS = 4

_WH = (
    r"(?:(?:ab|seit|in|mit|bei|für|von|um|auf|unter|nach|über|an|aus|zu|vor|durch|for|in|at|with)\s+)?(?:was|wer|wen|wem|wie|wieviele?|wo|"
    r"wann|"
    r"warum|wieso|weshalb|welche[rsnm]?|wohin|womit|wofür|worin|worauf|what|who|how|where|when|why|"
    r"which)"
)
_JOINT = re.compile(
    rf"(?:\s*[,;]\s*|\s+)(?:und|sowie|außerdem|and|&)\s+(?:auch\s+)?(?={_WH}\b)|\s*;\s*(?=\w)",
    re.IGNORECASE,
)
_VERB_JOINT = re.compile(
    r"(?:\s*,\s*|\s+)(?:und|and)\s+(?=(?:muss|kann|darf|braucht|bekommt|hat|ist|gibt|soll|does|do|"
    r"is|"
    r"can|must)\s+(?:er|sie|man|ich|es|ein|eine|der|die|he|she|they|it|i|a|an|you)\b)|"
    r"\s*,\s*und\s+(?=[^\W\d_]+(?:en|t)\s+(?:er|sie|man|ich|es|eine?|der|die|das|firmen|"
    r"unternehmen|arbeitgeber)\b)",
    re.IGNORECASE,
)
# "Wie und wo …", "Welche Ausbildung und welches Gehalt hat …": no question before the "und".
_INCOMPLETE = re.compile(
    rf"^(?:{_WH}(?:\s+(?:viele?|lange?|hoch|much|many|long))?|"
    rf"(?:welche[rsnm]?|wie viele?|which|what)\s+[\w-]+)$",
    re.IGNORECASE,
)
_GAPPED = re.compile(
    r"^(?P<wh>was|wie viel|wieviel|what|how much)\s+(?P<rest>(?:für\s+)?(?:ein|eine|a|an)\b.*)$",
    re.IGNORECASE,
)
_FIRST_VERB = re.compile(r"^(?:was|wie viel|wieviel|what|how much)\s+(?P<verb>\w+)", re.IGNORECASE)
_COORDINATED = re.compile(
    r"(?P<all>(?P<first>[^\W\d_][\w-]+)(?P<more>(?:\s*,\s*(?:(?:die|das|der|den|"
    r"the)\s+)?[^\W\d_][\w-]+)*)"
    r"\s+(?:und|sowie|and|&)\s+(?:auch\s+)?(?:(?:die|das|der|den|welche[sn]?|the|what)\s+)?"
    r"(?P<last>[^\W\d_][\w-]+))",
    re.IGNORECASE,
)
_WHICH_ONES = re.compile(
    r"(?:wenn ja |if so )?(?:welche\w*|wer|was|which|who|what)(?: ones)?(?: (?:sind|waren|ist|"
    r"are|is|genau|denn|so))*(?: (?:das|es|die|dies\w*|they|those|these|it|ones?))?"
    r"(?: (?:denn|genau|so|eigentlich|alles|exactly))*"
)
_PLURAL_VERBS = {
    "verdienen": "verdient", "brauchen": "braucht", "machen": "macht", "haben": "hat",
    "bekommen": "bekommt", "müssen": "muss", "sind": "ist", "arbeiten": "arbeitet",
    "können": "kann", "sollten": "sollte", "tun": "tut", "betreuen": "betreut", "do": "does",
    "are": "is", "have": "has",
}  # fmt: skip
_SPECIFIC = (
    (r"ausbildung\w*", "Welche Ausbildung braucht ein {role}?"),
    (r"studium\w*", "Welches Studium braucht ein {role}?"),
    (r"(?:soft)?skills|fahigkeiten|kompetenzen", "Welche Fähigkeiten braucht ein {role}?"),
    (r"\w*kenntnisse", "Welche Kenntnisse braucht ein {role}?"),
    (r"\w*erfahrung", "Welche Erfahrung braucht ein {role}?"),
    (r"eigenschaften", "Welche Eigenschaften braucht ein {role}?"),
    (r"(?:aufstiegs|karriere)\w+", "Welche Aufstiegsmöglichkeiten hat ein {role}?"),
    (r"verantwort\w*", "Welche Verantwortung hat ein {role}?"),
)
_LISTED: frozenset[Intent] = frozenset(("duties", "qualifications", "salary", "career"))


def parts_of(text: str, catalogue: RoleCatalogue) -> tuple[str, ...]:
    """The single stand-alone questions of ``text``; empty where it asks one thing.

    Things of one kind are one question: "Aufgaben und Verantwortung", "Was verdienen A und B?".
    """
    for split in (_by_clauses, _by_roles, _by_places, _by_topics):
        parts = tuple(dict.fromkeys(split(text, catalogue)))
        if len(parts) > 1:
            return parts[:MOST_PARTS]
    return ()


def _by_clauses(text: str, catalogue: RoleCatalogue) -> Iterator[str]:
    clauses = [c for c in itertools.islice(_clauses(text), MOST_PARTS) if not _points_back(c)]
    if len(clauses) < 2:
        return
    asked = list(_asked(text, clauses, catalogue))
    if not _is_one_thing_of_each(text, asked, catalogue):
        yield from asked


def _points_back(clause: str) -> bool:
    """Whether it only asks for what the clause before it counts: "…, und welche sind das?"."""
    return bool(_WHICH_ONES.fullmatch(folded_phrase(LEAD.sub("", clause))))


def _is_one_thing_of_each(text: str, asked: Sequence[str], catalogue: RoleCatalogue) -> bool:
    """Whether it compares: "Was macht ein AM, und wie ist das beim KAM?"."""
    roles = [{name.role_id for name in role_names(question, catalogue)} for question in asked]
    return (
        asks_of_each(text)
        and all(len(found) == 1 and None not in found for found in roles)
        and len(set().union(*roles)) > 1
        and len({intent_of(question, 1, plain=False) for question in asked}) == 1
    )


def _asked(text: str, clauses: Sequence[str], catalogue: RoleCatalogue) -> Iterator[str]:
    history: list[Message] = []
    subjects = rewriting.subjects_of(text, catalogue)
    for clause in clauses:
        asked = stand_alone(clause, history, catalogue)
        if len(subjects) == 1 and not role_names(asked, catalogue) and has_topic(asked):
            asked = rewriting.with_role(asked, subjects[0], language_of(text))
        history.append(Message("user", asked))
        yield asked


def _clauses(text: str) -> Iterator[str]:
    sentences = [
        s.strip() for s in re.findall(r"[^?!]+(?:\?|!|$)", asked_part(text)) if s.strip(" .?!")
    ]
    questions = [s for s in sentences if s.endswith("?") or _asks(s)]
    if len(questions) > 1 or len(sentences) == len(questions) == 1:
        for question in questions:
            yield from _joined(question)


def _asks(sentence: str) -> bool:
    phrase = folded_phrase(LEAD.sub("", sentence))
    return bool(re.match(rf"{_WH}\b", phrase)) or verb_first(phrase)


def _joined(question: str) -> Iterator[str]:
    question = question.rstrip("?!. ")
    if not _asks(question):
        yield f"{question}?"
        return
    pieces = [piece for part in _JOINT.split(question) for piece in _VERB_JOINT.split(part)]
    pieces = [piece.strip(" ,;") for piece in pieces if piece.strip(" ,;")]
    if any(_INCOMPLETE.match(LEAD.sub("", piece)) for piece in pieces[:-1]):
        yield f"{question}?"  # "Wie und wo", "Welche Ausbildung und welches Gehalt hat …"
        return
    for position, piece in enumerate(pieces):
        gapped = _GAPPED.match(piece) if position else None
        verb = _FIRST_VERB.match(LEAD.sub("", pieces[0])) if gapped else None
        if gapped and verb:
            piece = f"{gapped['wh']} {verb['verb']} {gapped['rest']}"
        yield f"{rewriting.capitalised(piece) if position else piece}?"


def _by_roles(text: str, catalogue: RoleCatalogue) -> Iterator[str]:
    """Where a covered role and another one are asked about in one breath."""
    names = role_names(text, catalogue)
    if len(names) != 2 or len({name.role_id is None for name in names}) != 2:
        return
    first, second = names
    between = text[first.end : second.start]
    joint = re.fullmatch(
        r"\s*(?:,|und|sowie|and|&|oder|or)\s+(?:(?:bei|beim|als|für|for|as)\s+)?"
        r"(?P<article>(?:eine?[nmrs]?|der|die|den|dem|an?|the)\s+)?",
        between,
        re.IGNORECASE,
    )
    if not joint or _compares(text, names):
        return
    article = re.search(
        r"\b(?:eine?[nmrs]?|der|die|den|dem|an?|the)\s+$", text[: first.start], re.I
    )
    start = article.start() if article and joint["article"] else first.start
    before, after = text[:start], text[second.end :]
    for name, leading in ((first, article), (second, joint["article"])):
        lead = leading if isinstance(leading, str) else leading.group() if leading else ""
        lead = lead if start != first.start else ""
        yield _singular(f"{before}{lead}{text[name.start : name.end]}{after}")


def _compares(text: str, names: Sequence[RoleName]) -> bool:
    return intent_of(text, len(names), plain=False) == "comparison" or bool(
        re.search(r"\b(?:mehr|weniger|besser|more|less|better)\b", text, re.IGNORECASE)
    )


def _singular(question: str) -> str:
    """A plural verb before "ein …" in the singular: "verdienen ein" is "verdient ein"."""
    return re.sub(
        rf"\b({'|'.join(_PLURAL_VERBS)})(?=\s+(?:eine?|an?)\s)",
        lambda m: _PLURAL_VERBS[m.group()],
        question,
    )


def _by_places(text: str, catalogue: RoleCatalogue) -> Iterator[str]:
    places = places_in(text)
    if len({place.country for place in places}) < 2 or _compares(text, ()):
        return
    for before, behind in itertools.pairwise(places):
        if not re.fullmatch(
            r"\s*(?:,|und|sowie|oder|and|or|&)\s*(?:in\s*)?",
            text[before.end : behind.start],
            re.IGNORECASE,
        ):
            return
    language = language_of(text)
    for place in places:
        where = in_country(place.country, language)
        yield f"{text[: places[0].start]}{where}{text[places[-1].end :]}"


def _by_topics(text: str, catalogue: RoleCatalogue) -> Iterator[str]:
    """Where nouns of different topics are asked for: "Aufgaben und Gehalt eines AM"."""
    subjects = rewriting.subjects_of(text, catalogue)
    if len(subjects) != 1 or intent_of(text, 1, plain=False) in (
        "comparison",
        "matching",
        "company",
    ):
        return
    for match in _COORDINATED.finditer(text):
        more = re.findall(r"[^\W\d_][\w-]+", match["more"])
        nouns = [
            match["first"],
            *(w for w in more if w.lower() not in {"die", "das", "der", "den", "the"}),
            match["last"],
        ]
        intents = [next(iter(topics_of(noun)), None) for noun in nouns]
        if any(map(_is_term, nouns)) and not all(map(_is_term, nouns)):
            yield from _each_noun(text, match, nouns)
            return
        if all(intent in _LISTED for intent in intents) and len(set(intents)) > 1:
            language = language_of(text)
            where = country_of(text)
            for noun, intent in zip(nouns, intents, strict=True):
                if intent is not None:
                    question = _question_for(noun, intent, subjects[0].label, language)
                    yield (
                        rewriting.appended(question, in_country(where, language))
                        if where
                        else question
                    )
            return


def _is_term(noun: str) -> bool:
    return is_term(fold(noun))


def _each_noun(text: str, match: re.Match[str], nouns: Sequence[str]) -> Iterator[str]:
    """The same question about each of some nouns: "Gehalt und Urlaub"; one may be uncovered."""
    for noun in nouns:
        yield f"{text[: match.start()]}{noun}{text[match.end() :]}"


def _question_for(noun: str, intent: Intent, label: str, language: Language) -> str:
    if language == "de":
        for pattern, template in _SPECIFIC:
            if re.fullmatch(pattern, fold(noun)):
                return template.format(role=label)
    return rewriting.question_about(intent, label, language)
