"""What form of answer a question wants: a number, a yes, a reason, or an open account."""

from __future__ import annotations

import re

from bot.dialogue.question import Kind
from bot.knowledge.topics import folded_phrase

LEAD = re.compile(
    r"^\s*(?:(?:und|also|ok(?:ay)?|aha|danke\w*|gut|hallo|hi|hey|moin|hello|and|so|well|thanks|"
    r"(?:ein )?(?:anderes|neues|ganz anderes|nächstes) thema|themenwechsel|"
    r"(?:eine |noch eine )?(?:andere|neue|nächste|weitere) frage|"
    r"(?:eine |ne |mal ne )?(?:ganz )?(?:dumme|blöde|kurze|schnelle|einfache|kleine) frage|"
    r"(?:a )?(?:quick|stupid|silly|short) question|"
    r"noch (?:eine frage|etwas|was)(?: anderes)?|(?:et)?was anderes|"
    r"(?:a )?(?:different|another|new|next) (?:topic|question|subject)|something else|"
    r"change of (?:topic|subject)|one more (?:thing|question)|by the way|übrigens|apropos|"
    r"ich (?:wollte|will|möchte|würde|hätte)(?: (?:sie|dich|euch|nur|mal|gerne?|kurz)){0,3} "
    r"(?:fragen|wissen)|ich (?:frage?|frag) mich|(?:weißt|wisst|wissen) (?:du|ihr|sie)|"
    r"(?:kannst|könnt|können|könnten|könntest) (?:du|ihr|sie) mir (?:bitte )?(?:sagen|verraten)|"
    r"(?:i d|i'd|i would) like to know|(?:can|could) you tell me|do you know|i wonder|"
    r"ach so|aber|but|ja|bitte|please|sag mal|mal ehrlich|guten (?:tag|morgen|abend))\b[\s,:!.–-]*"
    r")+(?=\w)",
    re.IGNORECASE,
)
"""Words before a question that aren't part of it."""

_BY_PATTERN: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("why", re.compile(r"\b(?:warum|wieso|weshalb|weswegen|why|how come)\b|aus welchem grund|"
                       r"^wie kommt es\b|^woran liegt")),
    ("how_many", re.compile(r"\b(?:wie ?viele[nr]?|how many|anzahl)\b")),
    ("how_long", re.compile(r"\b(?:wie lang\w*|how long|dauer|wie weit im voraus|wie viel zeit|"
                            r"wieviel zeit|how much time|in welchen abstanden|"
                            r"welche\w* zeitraum)\b|"
                            r"bis wann\b")),
    ("when", re.compile(r"^(?:ab |seit |bis )?(?:wann|when)\b|\b(?:ab|seit) wann\b|since when")),
    ("how_much", re.compile(
        r"\b(?:wie ?viel|wie hoch|wie gross|how much|how high|how big)\b|\bab welche[mr] \w+|"
        r"\bwas (?:verdien|bekomm|krieg|kostet|kosten|zahl)\w*|what (?:do|dos|does|can|will) .* "
        r"(?:earn|make|cost|get paid)|^(?:hohe|\w*gehalt|\w*verdienst|what is the (?:average )?"
        r"(?:salary|pay))\b")),
)  # fmt: skip
_SENTENCE_END = re.compile(
    r"(?<=[.!?])\s+(?=[^\W\d_])|(?<=:)\s+(?=(?:was|wie|wer|wo|wann|warum|welche[rsnm]?|what|how|who|"
    r"which|when|why)\b)",
    re.IGNORECASE,
)
_OPENS_QUESTION = re.compile(
    r"(?:was|wer|wen|wem|wie|wieviele?|wo|wann|warum|wieso|weshalb|welche\w*|what|how|who|where|when|"
    r"why|which)\b"
)
_OF_THE_ASKER = re.compile(
    r"(?:ich|i|im|(?:bin|hab|habe|hatte|war|komm|komme|arbeit|arbeite|lern|lerne|mach|mache) "
    r"(?!(?:ich|i)\b))\b"
)
_HEARSAY = re.compile(
    r"\b(?:gehort|gelesen|dacht\w*|denk\w*|glaub\w*|meint\w*|heard|read|thought|think|believe)\b"
)
_COMMA = re.compile(r"\s*,\s*(?:(?:und|aber|also|and|but|so)\s+)?", re.IGNORECASE)
_ASKS_AFTER = re.compile(
    rf"{_OPENS_QUESTION.pattern} \w+ (?!(?:das|es)$)\w|"  # "…, was soll das?" points back
    r"(?:am i|would i|can i|could i|do i|is (?:that|it)|\w+ (?:ich|man|das|es|mir da|mir das|"
    r"is (?:that|it)|account|key))\b.* \w"
)
_CONFIRM = re.compile(
    r"^(?:stimmt(?: es)?|ist es (?:wahr|richtig)|trifft es zu|ist das so|is it true?|is it right|"
    r"ist es so)\b|\b(?:oder nicht|stimmt s|stimmt das|nicht wahr|richtig|oder)$"
)
_VERB_FIRST = re.compile(
    r"^(?:muss|mussen|musste|kann|kannst|konnen|konnte\w*|darf|durfen|soll|sollen|sollte\w*|will|"
    r"wollen|mag|mochte\w*|ist|sind|war|waren|bin|bist|seid|hat|habe|haben|hast|hatte\w*|wird|"
    r"werde|werden|wurde\w*|gibt|geht|gilt|steht|tut|"
    r"is|are|do|dos|does|did|can|could|must|should|will|would|has|have|were|am i|need)\b"
)
_SUBJECT = (
    r"(?:ein|eine|n|ne|man|ich|er|sie|es|du|ihr|wir|der|die|das|diese\w*|jede\w*|alle|viele|"
    r"account|key|kam\w*|am|kunden\w*|beide|auch|sich|im|bei|in|als|mit|fur|konzerne|firmen)"
)
_VERB_LIKE = re.compile(
    rf"^(?!\w*(?:gehalt\w*|gaben|keit|keiten|ung|ungen|heit|schaft|ion|ionen|unterschied|alltag|"
    rf"lohn|"
    rf"arbeit|zukunft|geschaft|talent|vorteile?|nachteile?|skills|chancen|tage)\b)"
    rf"(?!(?:was|wer|wie|wo|wann|welche\w*|womit|wofur|worin|wohin|woher|wem|wen|wovon|worauf|"
    rf"which|what|who|how|where|when|in|mit|bei|fur|von|nach|als|um|ab|an|auf|seit|ohne|eine?|"
    rf"der|die|das|nenne?|erklare?|zeige?|gib|liste|beschreibe?|vergleiche?|sage?|erzahle?|"
    rf"welchen|alle|viele|beide|senior|junior|ich|wir|jede|diese|seine|ihre|meine|keine)\b)"
    rf"[a-z]{{2,}}(?:t|st|en|e|ern|eln)\s+(?:{_SUBJECT})\b"
)
_COUNTED = re.compile(r"\b(?:wie ?viele[nr]?|how many) (\w+)")
_QUANTITY = re.compile(
    r"\b(?:wie ?viele?[nr]?|wie lange?|wie hoch|wie gross|wie alt|ab wann|seit wann|wann|how many|"
    r"how much|how long|hohe|dauer|wie weit im voraus|ab welchem)\b"
)


def asked_part(text: str) -> str:
    """The sentences of ``text`` that ask; what is told before them says who asks and why.

    All of it where no sentence, or every one, is a question.
    """
    sentences = [part for s in _SENTENCE_END.split(text) for part in told_and_asked(s)]
    asking = [s for s in sentences if s.endswith("?")]
    if not asking and len(sentences) > 1 and _asks(sentences[-1]):
        asking = sentences[-1:]
    return " ".join(asking) if asking else text


def _asks(sentence: str) -> bool:
    phrase = folded_phrase(LEAD.sub("", sentence))
    return bool(_OPENS_QUESTION.match(phrase)) or verb_first(phrase)


def told_and_asked(sentence: str) -> tuple[str, ...]:
    """A sentence cut before the question that it ends in, where it tells of the asker before.

    "Ich bin 45 und war im Verkauf, kann ich noch Account Manager werden?"
    """
    told = LEAD.sub("", sentence)
    phrase = folded_phrase(told)
    if _OF_THE_ASKER.match(phrase) and not _HEARSAY.search(phrase):
        for comma in _COMMA.finditer(sentence):
            if _ASKS_AFTER.match(folded_phrase(sentence[comma.end() :])):
                return sentence[: comma.start()], sentence[comma.end() :]
    return (sentence,) if sentence.strip() else ()


def kind_of(text: str) -> Kind:
    """The form of answer that a question wants."""
    phrase = folded_phrase(LEAD.sub("", text))
    if asks_to_confirm(phrase):
        return "yes_no"
    for kind, pattern in _BY_PATTERN:
        if pattern.search(phrase):
            return kind
    # "AM oder KAM?" wants a choice, not a yes.
    if verb_first(phrase) and not re.search(r"\b(?:oder|or) \w", phrase):
        return "yes_no"
    return "open"


def asks_to_confirm(phrase: str) -> bool:
    """Whether a folded question states something and asks whether it is so."""
    return bool(_CONFIRM.search(phrase))


def verb_first(phrase: str) -> bool:
    """Whether a folded question begins with its verb."""
    return bool(_VERB_FIRST.match(phrase) or _VERB_LIKE.match(phrase))


def wants_figure(text: str) -> bool:
    """Whether a question asks how much, how many, how long, since when."""
    return bool(_QUANTITY.search(folded_phrase(text)))


def counted_in(text: str) -> str | None:
    """The folded noun behind "wie viele"."""
    match = _COUNTED.search(folded_phrase(text))
    return match[1] if match else None
