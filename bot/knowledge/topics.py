"""What a question, a heading or a sentence is about: duties, pay, requirements, a career.

The same patterns serve all three, because headings of role articles are written like the
questions people ask. They run over folded text ("ä" is "a", "ß" is "ss", lower case).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bot.domain import Intent
from bot.german import fold

# "gehalten" is no pay; "Gehälter" folds to "gehalter".
_PATTERNS: Mapping[Intent, str] = MappingProxyType(
    {
        "salary": r"\w*gehalt(?!en\b)\w*|\w*gehalter\w*|\w*verdien\w*|\w*vergutung\w*|\w*vergutet|"
        r"\w*lohn\b|\w*lohne?s?\b|entlohn\w*|einkommen|\w*bezahlung|bezahlt|gezahlt|"
        r"\w*kohle\b|knete|zaster|\w*brutto\w*|netto\w*|bonus\w*|boni|provision\w*|"
        r"\w*stundensatz\w*|\w*tagessatz\w*|honorar\w*|monatlich|"
        r"salar(?:y|ies)|\bpay\b|\bpaid\b|\bearns?\b|wages?|income|"
        r"wie ?viel (?:euro|geld)|kassier\w*",
        "matching": r"passt \w* ?\w* ?(?:zu mir|mein profil|mein lebenslauf)|bin ich geeignet|"
        r"passe ich|mein profil|meinem profil|fits? me|my profile",
        "comparison": r"\w*unterschied\w*|unterscheid\w*|\w*vergleich\w*|\bvs\b|versus|"
        r"gegenuber\w*|"
        r"abgrenz\w*|differen\w*|compar\w*|gemeinsamkeit\w*",
        "career": r"karriere\w*|aufstieg\w*|aufsteig\w*|wie (?:wird|werde|werden) "
        r"(?:man|ich|sie|jemand|aus)\b|wie (?:man|ich) \w+ \w+ ?\w* wird\b|"
        r"(?:mochte|will|wollen) \w+.* werden$|"
        r"geht es \w* ?\w* ?\w* ?\w* ?\w* ?weiter|was kommt (?:da)?nach|befordert|beforderung\w*|"
        r"laufbahn\w*|werdegang\w*|"
        r"weiterentwick\w*|entwicklungsschritt\w*|zwischenstuf\w*|\w*perspektive\w*|"
        r"\bvom\b.*\bzum\b|hocharbeiten|rangstuf\w*|nachste\w* (?:schritt|stufe)|"
        r"career\w*|\bbecome\b|promotion|promoted|quereinst\w*|berufseinstieg|einstieg\b",
        "company": r"(?:braucht|benotigt|lohnt|einsetzt|beschaftig\w*|beschaftigt|einstellt)\b.*"
        r"(?:unternehmen|firma|betrieb)\w*|(?:unternehmen|firma|firmen|betrieb)\w*\b.*"
        r"(?:braucht|brauchen|benotig\w*|lohnt|einsetz\w*|beschaftig\w*|einstell\w*)\b|"
        r"warnsignal\w*|company need\w*",
        "qualifications": r"anforderung\w*|voraussetz\w*|\w*qualifi\w*|\w*studium\b|\w*studiums\b|"
        r"studier\w*|\w*ausbildung\w*|\w*abschluss\w*|\w*kenntniss?e?n?\b|\w*fahigkeit\w*|"
        r"fahig\b|\w*skills?\b|\w*kompetenz\w*|\w*wissen\b|\w*erfahrung\w*|eignung|geeignet|"
        r"profil\b|mitbring\w*|mitgebracht|vorweis\w*|erfullen|eigenschaft\w*|starken\b|"
        r"muss \w* ?\w* ?\w* ?\w* ?konnen|\w*talent\b|bewerb\w*|"
        r"requirement\w*|require\w*|qualification\w*|education\w*|degree\w*|experience\w*|"
        r"\bneeds?\b|brauch(?:e|t|en|st)\b|benotig\w*|gelernt|verlang\w*|gefordert|\w*pflicht\b",
        "duties": r"aufgabe\w*|aufgabenbereich\w*|tatigkeit\w*|\bmacht\b|\btut\b|\bmachen\b|"
        r"verantwort\w*|zustandig\w*|\w*alltag\w*|job ?description|beschreibung|"
        r"dut(?:y|ies)|tasks?\b|responsib\w*|what does|\bdo(?:es)?\b|berufsbild|"
        r"arbeitet\b|was ist|definition|betreut",
    }
)
_COMPILED = {intent: re.compile(rf"\b(?:{pattern})") for intent, pattern in _PATTERNS.items()}

# Where a question matches several, the more telling intent wins.
_PRECEDENCE: tuple[Intent, ...] = (
    "matching",
    "salary",
    "comparison",
    "career",
    "company",
    "qualifications",
    "duties",
)

# Words that only say what kind of answer is wanted, and those that carry no subject in any
# question about work. Narrower words ("Stundensatz", "Studium", "Bonus") are what it is about.
_BARE = re.compile(
    r"gehalt|gehalter\w*|gehalts|verdien\w*|vergutung\w*|lohn|einkommen|bezahl\w*|kohle|knete|"
    r"zaster|geld|euro|brutto|netto|salary|salaries|pay|paid|earn\w*|income|wages?|"
    r"unterschied\w*|unterscheid\w*|vergleich\w*|vs|versus|gegenuber|differen\w*|compar\w*|"
    r"karriere\w*|weiterentwickel\w*|perspektive\w*|career\w*|become|"
    r"anforderung\w*|voraussetz\w*|qualifikation\w*|qualifizier\w*|mitbring\w*|vorweis\w*|"
    r"erfull\w*|eigenschaft\w*|brauch\w*|benotig\w*|verlang\w*|gefordert|fordern|fahigkeit\w*|"
    r"requirement\w*|require\w*|qualification\w*|needs?|(?:soft)?skills?|soft|"
    r"aufgabe\w*|tatigkeit\w*|macht|machst|tut|zustandig\w*|verantwort\w*|dut(?:y|ies)|tasks?|"
    r"responsib\w*|berufsbild|beschreib\w*|definition|"
    r"beruf|berufe?s|berufen?|jobs?|stellen?|position\w*|rollen?|arbeit|arbeite[nt]?|arbeitest|taglich\w*|"
    r"typisch\w*|wichtig\w*|wesentlich\w*|genau\w*|eigentlich|uberhaupt|normalerweise|"
    r"durchschnittlich\w*|durchschnitt|schnitt|ungefahr|circa|etwa|hoch|hohe|viel\w*|lange|lang|"
    r"gut\w*|best\w*|frage\w*|wissen|sagt?|erklar\w*|nenn\w*|zeig\w*|gehor\w*|komm\w*|"
    r"bekomm\w*|krieg\w*|geht|gehen|lieg\w*|gilt|gelten|steht|stehen|jahre?n?s?|jahrlich\w*|moglich\w*|pro|"
    r"sieht|aussehen|hei(?:ss|s)t|passt|findet|finden|nachste\w*|danach|lauft|laufen|unternehmen|"
    r"firma|firmen|betriebe?s?|betrieben|lohnt|lohnen|average|much|many|get|gets|make|role|person|"
    r"mensch\w*|leute|people|quelle\w*|artikel\w*|zahl\w*|dauer\w*|verschieden\w*|rechnen|"
    r"erwart\w*|monate?n?s?|monatlich\w*|stunde|stunden|company|companies|work|works|tell|know"
)


def folded_phrase(text: str) -> str:
    """``text`` folded, punctuation turned to spaces."""
    return re.sub(r"[^\w]+", " ", fold(text)).strip()


def topics_of(text: str) -> list[Intent]:
    """All topics that ``text`` shows, the most telling first."""
    phrase = folded_phrase(text)
    return [intent for intent in _PRECEDENCE if _COMPILED[intent].search(phrase)]


def topics_of_headings(path: Sequence[str]) -> list[Intent]:
    """Topics of a section: those of its own heading, else of the nearest one above."""
    for heading in reversed(path):
        topics = topics_of(heading)
        if topics:
            return topics
    return []


def is_topical(word: str) -> bool:
    """Whether a folded word by itself shows one of the topics."""
    return any(pattern.fullmatch(word) for pattern in _COMPILED.values())


def is_bare(word: str) -> bool:
    """Whether a folded word tells at most what kind of answer is wanted."""
    return bool(_BARE.fullmatch(word))
