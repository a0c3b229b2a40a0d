"""Putting a role, a place or a level into a question that was asked before.

What comes out is shown to the visitor, so it has to be a sentence. German first; English
questions are turned the English way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from bot.dialogue import cues
from bot.dialogue.language import Language
from bot.dialogue.names import RoleName, role_names
from bot.dialogue.places import places_in, year_in
from bot.domain import Intent
from bot.german import fold
from bot.knowledge.roles import RoleCatalogue

_LEVEL_WORD = re.compile(r"\b(?:Junior|Senior|Lead)[ -]$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subject:
    """A role as a sentence names it; ``role_id`` is None for one the catalogue lacks."""

    role_id: str | None
    label: str

    def indefinite(self, language: Language) -> str:
        """With its article: "ein Account Manager", "an Account Manager"."""
        return f"{article(self.label) if language == 'en' else 'ein'} {self.label}"


QUESTION_BY_INTENT: Mapping[Language, Mapping[Intent, str]] = MappingProxyType(
    {
        "de": MappingProxyType(
            {
                "duties": "Welche Aufgaben hat ein {role}?",
                "salary": "Was verdient ein {role}?",
                "qualifications": "Welche Voraussetzungen braucht ein {role}?",
                "career": "Welche Karriere kann man als {role} machen?",
                "company": "Wann braucht ein Unternehmen einen {role}?",
                "other": "Was macht ein {role}?",
                "comparison": "Was macht ein {role}?",
                "matching": "Bin ich als {role} geeignet?",
            }
        ),
        "en": MappingProxyType(
            {
                "duties": "What are the duties of {a} {role}?",
                "salary": "How much does {a} {role} earn?",
                "qualifications": "What are the requirements for {a} {role}?",
                "career": "What is the career path of {a} {role}?",
                "company": "When does a company need {a} {role}?",
                "other": "What does {a} {role} do?",
                "comparison": "What does {a} {role} do?",
                "matching": "Am I suited to be {a} {role}?",
            }
        ),
    }
)


def question_about(intent: Intent, label: str, language: Language) -> str:
    """The plain question for an intent: "Was verdient ein Account Manager?"."""
    return QUESTION_BY_INTENT[language][intent].format(role=label, a=article(label))


def article(label: str) -> str:
    """The English article, "a" or "an"."""
    return "an" if label[:1].lower() in "aeiou" else "a"


def subjects_of(text: str, catalogue: RoleCatalogue) -> list[Subject]:
    """The roles that a question names, each once, with the level it gives them."""
    found: dict[str, Subject] = {}
    for name in role_names(text, catalogue):
        level = _LEVEL_WORD.search(text[: name.start])
        label = text[name.start : name.end]
        if name.role_id is not None:
            label = catalogue.get(name.role_id).preferred_label
        prefix = f"{level.group().strip(' -').capitalize()} " if level else ""
        found.setdefault(prefix + fold(label), Subject(name.role_id, prefix + label))
    return list(found.values())


def capitalised(text: str) -> str:
    """``text`` with a capital at its start."""
    return text[:1].upper() + text[1:]


def appended(question: str, piece: str) -> str:
    """``question`` with ``piece`` before its question mark."""
    return f"{question.rstrip('?!. ')} {piece.strip('?!., ')}?"


def replaced(text: str, names: Sequence[RoleName], label: str) -> str:
    """``text`` with each of ``names`` replaced by ``label``, inflected as that one was."""
    for name in reversed(names):
        typed = text[name.start : name.end]
        before, after = text[: name.start], text[name.end :]
        # A level is part of the role that goes, not of the one that comes.
        before = _LEVEL_WORD.sub("", before)
        before = re.sub(r"\b([Ee])ine(?=\s$)", r"\1in", before)
        before = re.sub(r"\b([Aa])n?(?=\s$)", lambda m: _same_case(article(label), m[0]), before)
        text = before + label + _ending(typed, before, label) + after
    return text


def _same_case(word: str, like: str) -> str:
    return word.capitalize() if like[:1].isupper() else word


def _ending(typed: str, before: str, label: str) -> str:
    last = fold(typed)
    if re.search(r"\b(?:eines|des)\s$", before) and last.endswith("s") and not label.endswith("s"):
        return "s"
    if re.search(r"(?:ern|eln)$", last) and label.endswith(("er", "el")):
        return "n"
    if last.endswith("s") and re.search(r"\b(?:do|are|of|for|all|most)\s$", before):
        return "s"
    return ""


def with_level(question: str, level: str, catalogue: RoleCatalogue) -> str:
    """``question`` asked of its role at another level: "ein Senior Account Manager"."""
    for name in reversed(role_names(question, catalogue)):
        before = _LEVEL_WORD.sub("", question[: name.start])
        before = re.sub(r"\b([Aa])n?(?=\s$)", lambda m: _same_case(article(level), m[0]), before)
        question = f"{before}{level} {question[name.start :]}"
    return question


def without_level(question: str, catalogue: RoleCatalogue) -> str:
    """``question`` without "Junior" or "Senior" before its roles."""
    for name in reversed(role_names(question, catalogue)):
        question = _LEVEL_WORD.sub("", question[: name.start]) + question[name.start :]
    return question


def with_place(question: str, piece: str) -> str:
    """``question`` asked of another country: the places it names give way to ``piece``."""
    places = places_in(question)
    if not places:
        return appended(question, piece)
    for place in reversed(places[1:]):
        question = question[: place.start].rstrip(" ,") + question[place.end :]
    first = places[0]
    changed = f"{question[: first.start]}{piece.strip('?!., ')}{question[first.end :]}"
    return re.sub(r"\s(?:und|oder|and|or)(?=\s*[?.!]?$)", "", changed)


def with_year(question: str, piece: str) -> str:
    """``question`` asked of another year."""
    old, new = year_in(question), year_in(piece)
    if old and new:
        return question[: old.start()] + new.group() + question[old.end() :]
    return appended(question, piece)


def of_several(label: str) -> str:
    """A German role in the dative plural: "Account Managern"."""
    return f"{label}n" if label.endswith(("er", "el")) else label


def in_place_of_other(text: str, subject: Subject, language: Language) -> str:
    """``text`` with "die andere Rolle" replaced by that role."""
    match = cues.OTHER_ROLE.search(text)
    if match is None:
        return text
    if language == "en":
        form = f"{'as ' if match['within'] else ''}{subject.indefinite('en')}"
    elif match["within"]:
        form = f"als {subject.label}"
    else:
        article_, other = match["article"].lower(), match["other"].lower()
        dative = article_ in ("dem", "beim", "zur", "bei der") or other in ("anderem", "anderm")
        dative = dative or (article_ == "der" and other in ("anderen", "andern"))
        ending = "em" if dative else "en" if article_ == "den" else ""
        place = "bei " if article_ in ("beim", "bei der") else "zu " if article_ == "zur" else ""
        form = f"{place}ein{ending} {subject.label}"
    return capitalised(f"{text[: match.start()]}{form}{text[match.end() :]}")


def same_done(turn: str, previous: str) -> str | None:
    """What was asked about put in for "das machen": "Warum macht man das intern?"; else None."""
    again = cues.DOES_THAT.match(turn.rstrip("?!. "))
    done = cues.MANNER.match(previous.rstrip("?!. "))
    if again is None or done is None:
        return None
    return f"{capitalised(again['wh'])} {done['rest']} {again['rest']}".strip() + "?"


_ORDINARY_SIE = re.compile(r"(?:\w{2,}en|sind|haben)\s+$", re.IGNORECASE)


def with_role(text: str, subject: Subject, language: Language) -> str:
    """``text``, which has no role, asked of ``subject``: for a pronoun, behind "man", else last."""
    turn = _with_role_in_english if language == "en" else _with_role_in_german
    changed = capitalised(turn(text, subject))
    return changed if changed.endswith(("?", ".", "!")) else f"{changed}?"


_PROCESS_NOUN = re.compile(
    r"\b(?P<verb>wird|werde|werden)\b(?P<who>.*?)\s+(?:das|es)"
    r"(?=\s*(?:[?.!,]|$)|\s(?:denn|eigentlich|so|am|genau|überhaupt|dann)\b)",
    re.IGNORECASE,
)
_IN_THE_JOB = re.compile(
    r"\b(?:in|bei|für) (?:diese[mrn]|dem|der|so einem|den) (?:job|beruf|rolle|position|stelle|"
    r"tätigkeit)\b|\b(?:dafür|dafuer|dazu|hierfür|hierzu|darin)\b|\bda\b(?! (?:man|ein|ja)\b)",
    re.IGNORECASE,
)
_GERMAN_PRONOUNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(?:er|so (?:einer?|jemand)|derjenige)\b"), "ein {role}"),
    (re.compile(r"\bihn\b"), "einen {role}"),
    (re.compile(r"\bihm\b"), "einem {role}"),
    (re.compile(r"(?<=\w[te]\s)(?:der|die)(?=\s*(?:[?.!]|$|\s(?:so|denn|eigentlich|im|in|pro|mehr|auch|dann|schon|noch|nicht|immer|viel|oft|da)\b))"),
     "ein {role}"),
)  # fmt: skip


_POSSESSIVE = re.compile(r"\b(?P<whose>[Ss]ein(?P<ending>e[nmrs]?)?)\s+(?P<noun>[A-ZÄÖÜa-zäöüß-]+)")
_NEUTER = re.compile(
    r"(?:gehalt|einkommen|studium|fixum|team|profil|netzwerk|budget|grundgehalt|ziel|bonus?system|"
    r"wissen|alter|handy|auto|honorar|büro)$"
)


def _owned(owner: re.Match[str]) -> str:
    """The thing owned, without its owner: "seine Aufgaben" is "die Aufgaben"."""
    ending = owner["ending"]
    if ending is None:
        form = "das" if _NEUTER.search(owner["noun"].lower()) else "der"
    else:
        form = {"e": "die", "en": "den", "em": "dem", "er": "der", "es": "des"}[ending]
    return f"{_same_case(form, owner['whose'])} {owner['noun']}"


def _genitive(label: str) -> str:
    return label if label.endswith("s") else f"{label}s"


def _with_role_in_german(text: str, subject: Subject) -> str:
    label = subject.label
    becoming = _PROCESS_NOUN.search(text)
    if becoming:
        return f"{text[: becoming.end('who')]} {label}{text[becoming.end() :]}"
    for pattern, form in _GERMAN_PRONOUNS:
        match = pattern.search(text)
        if match:
            return text[: match.start()] + form.format(role=label) + text[match.end() :]
    # "sie" may also be the polite form: only a lower-case one is a pronoun for the role.
    match = re.search(r"\bsie\b", text)
    if match:
        plural = _ORDINARY_SIE.search(text[: match.start()])
        governed = re.search(r"\b(?:für|ohne|gegen|um|über|durch)\s+$", text[: match.start()], re.I)
        form = label if plural else f"einen {label}" if governed else f"ein {label}"
        return text[: match.start()] + form + text[match.end() :]
    owner = _POSSESSIVE.search(text)
    if owner:
        return (
            f"{text[: owner.start()]}{_owned(owner)} eines {_genitive(label)}{text[owner.end() :]}"
        )
    job = _IN_THE_JOB.search(text)
    person = re.search(r"\b(?:man|ich|Sie)\b", text)
    if job and person:
        text = re.sub(r"\s{2,}", " ", text[: job.start()] + text[job.end() :])
        text = re.sub(r"\s+([?.!,])", r"\1", text)
        person = re.search(r"\b(?:man|ich|Sie)\b", text)
    elif job:
        return f"{text[: job.start()]}als {label}{text[job.end() :]}"
    if person:
        return f"{text[: person.end()]} als {label}{text[person.end() :]}"
    return appended(text, f"als {label}")


def _with_role_in_english(text: str, subject: Subject) -> str:
    one = subject.indefinite("en")
    match = re.search(r"\b(?:he|she|him|her(?=\s*[?.!]?$))\b", text)
    if match:
        return text[: match.start()] + one + text[match.end() :]
    match = re.search(r"\b(?:they|them)\b", text)
    if match:
        return f"{text[: match.start()]}{subject.label}s{text[match.end() :]}"
    match = re.search(r"\b(?:his|her|their)\b", text)
    if match:
        return f"{text[: match.start()]}{one}'s{text[match.end() :]}"
    match = re.search(r"\b(?:become|becoming|be) (?:that|one|it)\b", text)
    if match:
        return f"{text[: match.start()]}{match.group().split()[0]} {one}{text[match.end() :]}"
    text = re.sub(r"\s*\bfor (?:that|this|it)\b", "", text)
    return appended(
        text, f"as {one}" if re.search(r"\b(?:i|you|one)\b", text, re.I) else f"for {one}"
    )
