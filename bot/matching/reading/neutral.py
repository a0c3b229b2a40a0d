"""Titles and pronouns in one form, whatever sex the person has.

The form kept is the masculine singular, because occupational titles are listed by it
("Vertriebsleiterin", "Vertriebsleiter/in" and "Vertriebsleiter (m/w/d)" are "Vertriebsleiter");
of pronouns it is the form that both share or the feminine, which nobody reads as a statement.
Names and text about others change with it: that costs nothing, and keeps pairs equal.
"""

from __future__ import annotations

import re

# Endings of feminine nouns for persons, and what takes their place.
_ENDINGS = (
    ("kauffrau", "kaufmann"),
    ("fachfrau", "fachmann"),
    ("kamerafrau", "kameramann"),
    ("geschäftsfrau", "geschäftsmann"),
    ("krankenschwester", "krankenpfleger"),
    ("kinderkrankenschwester", "kinderkrankenpfleger"),
    ("ärztin", "arzt"),
    ("anwältin", "anwalt"),
    ("rätin", "rat"),
    ("köchin", "koch"),
    ("bäuerin", "bauer"),
    ("beamtin", "beamter"),
    ("angestellte", "angestellter"),
    ("beauftragte", "beauftragter"),
    ("auszubildende", "auszubildender"),
    ("vorsitzende", "vorsitzender"),
    ("selbständige", "selbständiger"),
    ("selbstständige", "selbstständiger"),
    ("soldatin", "soldat"),
    ("logopädin", "logopäde"),
    ("pädagogin", "pädagoge"),
    ("login", "loge"),
    ("therapeutin", "therapeut"),
    ("pharmazeutin", "pharmazeut"),
    ("expertin", "experte"),
    ("kollegin", "kollege"),
    ("lotsin", "lotse"),
    ("gesellin", "geselle"),
    ("chirurgin", "chirurg"),
    ("omin", "om"),
    ("grafin", "graf"),
    ("graphin", "graph"),
    ("architektin", "architekt"),
    ("wirtin", "wirt"),
    ("chefin", "chef"),
    ("pilotin", "pilot"),
    ("vorständin", "vorstand"),
    ("polizistin", "polizist"),
    ("erin", "er"),
    ("orin", "or"),
    ("istin", "ist"),
    ("entin", "ent"),
    ("antin", "ant"),
    ("eurin", "eur"),
    ("ärin", "är"),
    ("arin", "ar"),
    ("atin", "at"),
    ("ürgin", "ürge"),
)
_NO_PERSON = re.compile(
    r"(?:^|-)(?:berlin|worin|darin|hierin|immerhin|kerin|glycerin|glyzerin|margarin|mandarin|"
    r"heparin|gelatin|platin|satin|latin|konstantin|valentin|quentin|florentin|augustin|"
    r"katharin|marin|farin|karin|darin|login|blogin|log-?in|plugin|check-?in|argentin|"
    r"(?:benz|term|mediz|magaz|vitam|prote|disz?ipl)in|backin|severin|kamerin|rarin|sarin|"
    r"aspirin|insulin|merlin|erin|orin)$",
    re.I,
)
_SUFFIXES = frozenset(
    "erin orin istin entin antin eurin ärin arin atin ürgin login grafin omin".split()
)
# Nominalised adjectives are plural or general too: only as a title of one's own.
_OPEN_CLASS = ("angestellte", "beauftragte", "auszubildende", "vorsitzende", "ständige")
_PLURAL_BEFORE = re.compile(
    r"(?:(?<![\d./–-])\d{1,3}|\b(?:alle|viele|mehrere|einige|die|unsere|deren|weitere|zwei|drei|vier|fünf|sechs|"
    r"sieben|acht|neun|zehn|und|für|an|von|mit|durch|über|der))\s+(?:\w+e\s+)?$",
    re.I,
)
_TAUGHT = re.compile(
    r"\b(?:leit|betreu|bild|unterricht|schul|führ|fuehr|begleit|trainier|unterstütz|unterstuetz|coach|"
    r"berat|beurteil|prüf|pruef)(?:e|te|ete|en|ten)\s(?:ich\s|dort\s|auch\s)?$",
    re.I,
)
"""Whom somebody teaches are others, and many: "ich leite Auszubildende an"."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MARKED = re.compile(
    r"(?P<stem>[A-ZÄÖÜ][^\W\d_]{2,})(?:[:*_·’']|/-?|\(-?)in(?:\)|\b)(?!nen)"
    r"|(?P<inner>[A-ZÄÖÜ][^\W\d_]*(?:er|or|ist|ent|ant|eur|är|wirt|arzt|anwalt))In\b"
)
_PAIR = re.compile(r"\b(?P<one>[^\W\d_]{4,}in)\s?/\s?(?P<other>[^\W\d_]{4,})\b")
_ANY_SEX = re.compile(
    r"\s*[(\[]\s*(?:[mwfdixn*]|gn|divers|männl(?:ich|\.)|weibl(?:ich|\.))"
    r"(?:\s*[/|,]\s*(?:[mwfdixn*]|gn|divers|männl(?:ich|\.)|weibl(?:ich|\.)))*\s*[)\]]"
    r"|\s+[mwf]/[mwfd](?:/[dx])?\b",
    re.I,
)
_ENDED = re.compile(
    r"(?P<stem>[^\W\d_]*(?:angestellte|beauftragte|vorsitzende|bildende|ständige))"
    r"(?:/-?r\b|\(r\)|[:*_]r\b)",
    re.I,
)
_BEFORE = re.compile(r"\b(?P<word>[^\W\d_]{3,}e|[Dd]ie)(?P<gap>\s+)$")
_ARTICLES = {
    "eine": "ein", "meine": "mein", "keine": "kein", "die": "der", "ihre": "ihr", "unsere": "unser",
    "seine": "sein", "deine": "dein",
}  # fmt: skip
_TO = re.compile(r"\b([Zz])ur(?P<rest>\s+(?:[a-zäöüß]+\s+|[A-ZÄÖÜ][\w-]*-\s(?:und|/)\s)*)$")
_TO_ONE = re.compile(
    r"\b(?P<z>[Zz])ur(?P<rest>\s[^\W\d_]*(?:[Aa]ngestellten|[Bb]eauftragten|[Aa]uszubildenden|"
    r"[Vv]orsitzenden)\b)"
)
_AFTER_THE = re.compile(r"\b[Dd]ie\s+(?:[a-zäöüß]+e\s+)+$")
_NO_ADJECTIVE = frozenset(
    "eure diese jene alle viele beide einige mehrere ohne habe hatte wurde "
    "werde arbeite suche leite bin gerne heute ende mitte bitte danke gute wie sowie the one "
    "suchte möchte könnte würde sollte wollte machte leitete war hatte konnte durfte are were "
    "frühe späte reine erste zweite dritte letzte".split()
) - frozenset("erste zweite".split())
_PRONOUNS = {
    "er": "sie", "seine": "ihre", "seiner": "ihrer", "seinem": "ihrem", "seinen": "ihren",
    "seines": "ihres", "ihm": "ihr", "he": "they", "she": "they", "his": "their", "her": "their",
    "hers": "their", "him": "their", "himself": "themself", "herself": "themself",
    "s/he": "they",
}  # fmt: skip
_PRONOUN = re.compile(
    rf"(?<![\w/.-])(?:{'|'.join(sorted(_PRONOUNS, key=len, reverse=True))})(?![\w/-])", re.I
)
_OWN = re.compile(r"\b([Ss])ein(?=\s[A-ZÄÖÜ][a-zäöü])")
_PERSON = re.compile(r"\b(sales|chair|business|crafts|spokes|trades|crew)(?:wo)?m[ae]n\b", re.I)
_ENGLISH = {"waitress": "waiter", "actress": "actor", "hostess": "host", "stewardess": "steward"}
_FEMALE = re.compile(rf"\b(?:{'|'.join(_ENGLISH)})\b", re.I)
_DEGREES = (
    (re.compile(r"\bDipl\.?-?\s?Kffr\.?(?!\w)"), "Dipl.-Kfm."),
    (re.compile(r"\bDipl\.?-?\s?Kfm\.?(?!\w)"), "Dipl.-Kfm."),
    (re.compile(r"\b(Mag|Dr|Ing)\.?a\b\.?"), r"\1."),
)


def neutral(text: str) -> str:
    """``text`` with titles of persons and pronouns in the one form."""
    text = _ANY_SEX.sub("", text)
    text = _PAIR.sub(_of_pair, text)
    text = _MARKED.sub(lambda m: m["stem"] or m["inner"], text)
    for pattern, form in _DEGREES:
        text = pattern.sub(form, text)
    text = _ENDED.sub(r"\g<stem>r", text)
    text = _TO_ONE.sub(r"\g<z>um\g<rest>", text)
    text = _nouns(text)
    text = _PRONOUN.sub(lambda m: _in_case(m.group(), _PRONOUNS[m.group().lower()]), text)
    text = _OWN.sub(lambda m: "Ihr" if m[1] == "S" else "ihr", text)
    text = _PERSON.sub(r"\1person", text)
    return _FEMALE.sub(lambda m: _in_case(m.group(), _ENGLISH[m.group().lower()]), text)


def _of_pair(match: re.Match[str]) -> str:
    """One title for "Leiterin/Leiter"."""
    form = masculine(match["one"])
    return match["other"] if form.lower() == match["other"].lower() else match.group()


def _nouns(text: str) -> str:
    parts: list[str] = []
    position = 0
    for match in _WORD.finditer(text):
        form = masculine(match.group())
        if form == match.group():
            continue
        before = text[position : match.start()]
        is_open = match.group().lower().endswith(_OPEN_CLASS)
        ahead = text[: match.start()]
        if is_open and (_PLURAL_BEFORE.search(ahead) or _TAUGHT.search(ahead)):
            continue
        parts += [_with_masculine_words(before), form]
        position = match.end()
    return "".join(parts) + text[position:]


def _with_masculine_words(before: str) -> str:
    """Articles and adjectives right before a title, in its form: "eine erfahrene" is "ein er…r"."""
    if to := _TO.search(before):
        return before[: to.start()] + f"{to[1]}um" + to["rest"]
    if the := _AFTER_THE.search(before):
        rest = before[the.start() + 3 :]
        return before[: the.start()] + _in_case(before[the.start() :][:3], "der") + rest
    match = _BEFORE.search(before)
    if not match or match["word"].lower() in _NO_ADJECTIVE:
        return before
    word = match["word"]
    article = _ARTICLES.get(word.lower())
    changed = _in_case(word, article) if article else word + "r"
    start = match.start("word")
    rest = before[:start] if article else _with_masculine_words(before[:start])
    return rest + changed + match["gap"]


def masculine(word: str) -> str:
    """A noun for a woman as the one for a man; any other word unchanged."""
    lowered = word.lower()
    if len(word) < 5 or not word[0].isupper() or _NO_PERSON.search(lowered):
        return word
    for ending, form in _ENDINGS:
        is_whole = lowered == ending and ending not in _SUFFIXES
        if is_whole or (lowered.endswith(ending) and len(lowered) > len(ending) + 1):
            kept = word[: len(word) - len(ending)]
            changed = kept + (form if kept else form.capitalize())
            return changed.upper() if word.isupper() else changed
    return word


def _in_case(written: str, form: str) -> str:
    if written.isupper() and len(written) > 1:
        return form.upper()
    return form.capitalize() if written[0].isupper() else form
