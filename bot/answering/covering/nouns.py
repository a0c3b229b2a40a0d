"""The nouns that make a question particular, and whether the corpus says what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering.asked import compound_parts, is_telling, known_ways
from bot.answering.context import Context
from bot.answering.covering.near_words import near_words
from bot.dialogue import Question, asked_part, role_names
from bot.german import QUESTION_FILLERS, Vocabulary, fold, stem, words
from bot.german.employment import english_terms, is_term
from bot.german.synonyms import COMMON_ENDS, GENERAL_HEADS
from bot.index.keyword import KeywordIndex
from bot.knowledge.facts.circumstances import countries_in
from bot.knowledge.roles import RoleCatalogue
from bot.knowledge.topics import is_topical

MIN_FIRST_PART = 4

_TOKEN = re.compile(r"[\w-]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_IN_LANGUAGE = re.compile(r"\bauf (?:gut )?(deutsch|englisch)\b")
_NOUN_ENDING = re.compile(
    r"\w{3,}(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|itat|itaten|tion|tionen|ment|"
    r"ments|"
    r"ismus|nisse?n?|tum)"
)
_BEFORE_NOUN = frozenset(
    "ein eine einen einem einer n nen ne der die das den dem des kein keine keinen keinem welche "
    "welcher welches welchen welchem wieviel wieviele viel viele im am beim zum zur vom in mit fur "
    "ohne auf mein meine sein seine".split()
)
_ROLE = "xrole"
# Adjectives and adverbs, told by their ending or known as such.
_QUALITY = re.compile(
    r"\w{3,}(?:ig|lich|isch|bar|sam|los|weise|haft|iert)(?:e[rsnm]?|er[esnm]{1,2})?|"
    r"(?:besser|schlechter|schneller|langsamer|hoher|niedriger|grosser|kleiner|langer|kurzer|mehr|"
    r"weniger|ofter|fruher|spater|leichter|schwerer|lieber|strenger|harter|starker|"
    r"schwacher)\w{0,2}|"
    r"(?:egal|klar|frei|gut|schlecht|normal|schwer|leicht|schnell|oft|selten|meist|gleich|anders|"
    r"extra|intern|extern|allein|alleine|zusammen|trotzdem|sofort|bald|fruh|spat|heute|morgen|"
    r"damals|manchmal|immer|nie|niemals|dauernd|standig|fest|locker|cool|krass|easy|ok|okay|voll|"
    r"echt|gern|gerne|bitte|danke|wirklich|jeweils|eher|fast|kaum|rum|raus|rein|ran|hin|los|vorher|"
    r"nachher|draussen|drinnen|weit|nah|hart|weich|streng|jung|alt|neu|spannend|ubrigens|quasi|"
    r"generell|komplett|total|schlimm|toll|prima|super|notig|moglich|bekannt|beliebt|gefragt|"
    r"gesucht|direkt|genug|wenig|insgesamt|daheim|unterwegs|online|brutto|netto)"
)
_COMMON_END_STEMS = frozenset(map(stem, COMMON_ENDS))
_PRONOUNS = frozenset("das es die der".split())
_COPULAS = frozenset("ist is war ware waer geht gehts ging wird sind isses".split())
# Nouns that any question about work may hold and that narrow nothing.
_GENERAL_NOUNS = frozenset(
    map(
        stem,
        "posten leute leuten typ typen kollege kollegen kollegin person personen mensch menschen "
        "ahnung interesse lust bock gefuhl meinung anzeige anzeigen stellenanzeige sache sachen "
        "ding thema tipp tipps rat hinweis beispiel uberblick alltag berufsalltag arbeitsalltag "
        "leben zukunft tatigkeit taglich "
        "bekannte bekannter freund freundin bruder schwester sohn tochter mutter vater".split(),
    )
)
_BEFORE_QUALITY = frozenset("wie so sehr zu wirklich ziemlich".split())
_ENGLISH_NAMES = re.compile(
    r"i|\w|cv|hr|it|ok|usa?|uk|eu|b[2t][bc]|german\w*|europe\w*|english|american\w*|january|"
    r"february|"
    r"march|april|may|june|july|august|september|october|november|december|\w+day"
)


def missing_nouns(context: Context, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Nouns of the question for which the corpus has no word, as typed.

    Neither a synonym, a compound's parts nor a word near in meaning stands for them. Verbs,
    adjectives and slang are never missing: what they say may be said in another way.
    """
    question = context.question
    if question.language == "en":
        return _missing_in_english(context)
    keywords = context.evidence.keywords
    unnamed = without_role_names(question.standalone, context.catalogue)
    typed = _typed_small if _is_all_small(unnamed) else _typed_with_capital
    asked = set(words(asked_part(question.standalone)))
    if asked.isdisjoint(question.focus):  # "Mein Drucker streikt. Was kann ich tun?"
        asked = set(words(question.standalone))
    in_language = _IN_LANGUAGE.findall(fold(question.standalone))
    nouns = [
        word
        for word in question.focus
        if word in asked
        and is_telling(word)
        and not is_place_or_time(word, question)
        and word not in in_language
        and typed(word, unnamed)
    ]
    unsaid = [word for word in nouns if not _is_known_noun(word, keywords, vocabulary)]
    near = near_words(context, unsaid)
    missing = [word for word in unsaid if word not in near]
    return tuple(as_typed(word, question.standalone) for word in missing)


def is_known(word: str, keywords: KeywordIndex) -> bool:
    """Whether the corpus can say a folded word in some way."""
    if is_term(word):
        return bool(known_ways(word, keywords))
    return (
        keywords.knows(word)
        or is_topical(word)
        or bool(known_ways(word, keywords) or compound_parts(word, keywords))
    )


def without_role_names(text: str, catalogue: RoleCatalogue) -> str:
    """``text`` with a placeholder for each role that it names."""
    for name in reversed(role_names(text, catalogue)):
        text = f"{text[: name.start]}{_ROLE}{text[name.end :]}"
    return text


def is_place_or_time(word: str, question: Question) -> bool:
    """A country or year, which are looked at by themselves."""
    return (question.country is not None and bool(countries_in(word))) or (
        question.year is not None and bool(_YEAR.fullmatch(word))
    )


def _is_known_noun(word: str, keywords: KeywordIndex, vocabulary: Vocabulary) -> bool:
    """As ``is_known``, but a verb with the same stem is not enough, unless it is its noun.

    "Richtet" is in many texts, which doesn't mean that they know what a "Richter" is; but who
    "verbindet" has a "Verbindung".
    """
    if stem(word) in _GENERAL_NOUNS or _is_said_in_parts(word, keywords):
        return True
    if not is_known(word, keywords):
        return False
    if is_term(word):  # to steer is no tax: "steuern" isn't "Steuern"
        return vocabulary.has_noun(word) or bool(known_ways(word, keywords) - {stem(word)})
    return (
        is_topical(word)
        or bool(_NOUN_ENDING.fullmatch(word))
        or bool(compound_parts(word, keywords))
        or vocabulary.has_noun(word)
        or bool(known_ways(word, keywords) - {stem(word)})
    )


def _is_said_in_parts(word: str, keywords: KeywordIndex) -> bool:
    """Whether a compound is one of known things: "Fortbildungsthemen" are of "Weiterbildung"."""
    if is_term(word):
        return False
    for end in range(len(word) - MIN_FIRST_PART, MIN_FIRST_PART, -1):
        first, last = word[:end], word[end:]
        if last in GENERAL_HEADS:
            continue
        known = known_ways(first, keywords) or known_ways(first.removesuffix("s"), keywords)
        if known and (stem(last) in _COMMON_END_STEMS or keywords.knows(last)):
            return True
    return False


def _is_all_small(question: str) -> bool:
    """Whether nothing but the start is a capital; roles, which are often typed well, aside."""
    return not any(token[:1].isupper() for token in _TOKEN.findall(question)[1:])


def _typed_with_capital(folded: str, question: str) -> bool:
    """German writes nouns with a capital."""
    return any(
        token[:1].isupper() and folded in words(token) for token in _TOKEN.findall(question)[1:]
    )


def _typed_small(folded: str, question: str) -> bool:
    """Whether a word can only be a noun where all is typed small.

    Its ending tells, or that it is a set term of employment, or that it stands behind an article
    or preposition and nothing follows that it could belong to. Where no role is named, the last
    word may be one.
    """
    if is_term(folded) or _NOUN_ENDING.fullmatch(folded):
        return True
    if any(len(folded) > len(h) + 3 and folded.endswith(h) for h in GENERAL_HEADS if len(h) > 3):
        return True
    tokens = [fold(token) for token in _TOKEN.findall(question)]
    for position, token in enumerate(tokens):
        if folded in words(token):
            following = tokens[position + 1 : position + 2]
            before = tokens[max(position - 1, 0)]
            if before in _BEFORE_QUALITY or _QUALITY.fullmatch(folded):  # "wie stressresistent"
                return False
            if before in _PRONOUNS and tokens[max(position - 2, 0)] in _COPULAS:  # "ist das klar"
                return False
            ends = not following or following[0] in QUESTION_FILLERS
            listed = before in ("oder", "und", "or") and not following  # "asana oder trello"
            first_of_two = following in (["oder"], ["or"]) and position == len(tokens) - 3
            if first_of_two and not folded.endswith("n"):
                return True
            listed = listed and not folded.endswith("n")  # "schuften oder rumstehen"
            return ends and (listed or _ROLE not in tokens or before in _BEFORE_NOUN)
    return False


def _missing_in_english(context: Context) -> tuple[str, ...]:
    """Terms of employment and names of an English question that the corpus has no German for."""
    question, keywords = context.question, context.evidence.keywords
    missing = [
        phrase
        for phrase, german in english_terms(question.standalone).items()
        if any(map(is_term, german)) and not any(known_ways(word, keywords) for word in german)
    ]
    names = [
        token
        for token in _capitals(question.standalone)
        if fold(token) in question.focus
        and not is_known(fold(token), keywords)
        and not is_place_or_time(fold(token), question)
        and not _ENGLISH_NAMES.fullmatch(fold(token))
    ]
    return tuple(dict.fromkeys((*missing, *names)))


def _capitals(question: str) -> Sequence[str]:
    """Words with a capital that no sentence begins with."""
    return [match.group() for match in re.finditer(r"(?<=[\w,;:] )[A-Z][\w-]+", question)]


def as_typed(folded: str, question: str) -> str:
    """A folded word of a question as it was typed."""
    return next((t for t in _TOKEN.findall(question) if folded in words(t)), folded)
