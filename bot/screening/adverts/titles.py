"""Titles for one sex: a searched-for title in one form, and nothing that says "all sexes"."""

from __future__ import annotations

import re

from bot.knowledge.titles import named_roles

OPEN_TO_ALL = re.compile(
    r"\(\s*[mwdfxia*](?:\s*[/|,]\s*[mwdfxiagn*]+){1,4}\s*\)|\(gn\*?\)|all genders|"
    r"alle[rn]? geschlechter?n?|jede[ns] geschlechts?|geschlechtsunabhängig|"
    r"(?<=\w)(?:[:*_·]|/-?)in(?:nen)?\b|\((?:in|innen)\)|"
    r"(?<=[a-zäöüß])(?-i:In(?:nen)?)\b",
    re.IGNORECASE,
)
"""Marks by which a text says that its titles are meant for every sex."""

_WORD = r"[A-ZÄÖÜ][\wäöüß]*(?:-[\w]+)*"
_ADJECTIVES = r"(?:[a-zäöüß][\w-]*,? (?:und )?){0,3}?"
# Nouns for persons of one sex: an ending of persons with -in, or a word that says so itself.
_ONE_SEX = re.compile(
    r"\w*(?:(?:er|or|ist|ent|ant|eur|är|og|at|arzt|ärzt|wält|wirt|köch|kolleg|nd)in(?:nen)?|"
    r"frau|mann|männer|frauen|herrn|krankenschwester|hostess|stewardess|hebamme|dame|mädchen)$",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"(?:berlin|wien|termin|medizin|magazin|benzin|disziplin|routine|bulletin|latein|"
    r"vitamin|insulin|protein|admin|plugin|login|robin|martin|turin)$",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(?:sales|chair|sports|trades|handy|repair|camera|business|crafts|fore|draughts|drafts|"
    r"door|bar|fire|service|ware\w*)(?:wo)?m[ae]n\b|"
    r"\b(?:waitress|stewardess|hostess|actress|saleslady|barmaid|housemaid|seamstress|"
    r"(?:cleaning|tea|sales) lady)\b",
    re.IGNORECASE,
)
_VERB = r"(?:[Ss]uche[nt]?|[Ss]ucht|[Ss]tellen|[Bb]rauchen|[Bb]enötigen|[Gg]esucht(?: wird)?)"
_BEGINNINGS = (
    # "suchen … eine erfahrene X", "suchen erfahrene X", "gesucht wird eine X", "stellen ein: X"
    re.compile(
        rf"\b{_VERB}\b(?: wir)?[^;!?]{{0,60}}?\b"
        rf"(?:einen|eine)\b {_ADJECTIVES}(?P<title>{_WORD})"
    ),
    re.compile(
        r"\b(?:[Ss]uchen?|[Ss]ucht|[Gg]esucht:|[Ss]tellen (?:wir )?ein:?)(?: wir)? "
        rf"(?:ab sofort |dringend )?{_ADJECTIVES}(?P<title>{_WORD})"
    ),
    re.compile(rf"^\W*(?P<title>{_WORD}) aufgepasst\b"),
    re.compile(
        r"^\W*(?:(?:Ihr|Dein)e? neue[rs]? (?:Job|Arbeitsplatz|Stelle)|Ab sofort|"
        r"Stellenangebot|Stelle|Job|Jobangebot|Minijob|Nebenjob|Aushilfsjob)"
        rf"(?: als|:) {_ADJECTIVES}(?P<title>{_WORD})"
    ),
    re.compile(rf"\b[Ww]erde(?:n Sie)? {_ADJECTIVES}(?P<title>{_WORD})"),
    # "X gesucht", "suchen Sie als X", "Als X beraten Sie"
    re.compile(rf"^\W*(?:[A-ZÄÖÜ]?[a-zäöüß]+e[rs]? ){{0,2}}(?P<title>{_WORD})\b.*\bgesucht\b"),
    re.compile(rf"\b(?:suchen (?:dich|Sie)|Dich|Sie) als {_ADJECTIVES}(?P<title>{_WORD})"),
    re.compile(rf"^\W*Als (?P<title>{_WORD})\b[^.;:]{{0,60}}?\b(?:Sie|[Dd]u)\b"),
)
_HEADLINE = re.compile(
    rf"^(?:[A-ZÄÖÜ][a-zäöüß]+[er] )?(?P<title>{_WORD})"
    r"(?:(?: [-–|]|,)? (?:in|für|im|mit|ab|zum|als|auf|Vollzeit|Teilzeit|Minijob)\b[^.!?:]*)?$"
)
# Titles that name no sex although they look like masculine ones, English ones above all.
_NEUTRAL = re.compile(
    r"(?:kraft|kräfte|person\w*|assistenz|leitung|hilfe|aushilfe|vertretung|personal|talent\w*|"
    r"manager|partner|executive|engineer|consultant|developer|designer|owner|recruiter|"
    r"specialist|analyst|controller|coach|trainee|officer|lead|head|director|agent|scientist|"
    r"administrator|supervisor|profi)s?$",
    re.IGNORECASE,
)

# Heads of German titles that are masculine: what stands before them ("Küchen", "LKW-") is open.
_AGENT = re.compile(
    r"(?:helfer|fahrer|arbeiter|berater|leiter|verkäufer|händler|pfleger|techniker|mechaniker|"
    r"mechatroniker|elektriker|elektroniker|informatiker|"
    r"(?:geschäfts|kran|stapler|bau|maschinen|anlagen|zug|fahrzeug)führer|entwickler|trainer|"
    r"lehrer|"
    r"erzieher|betreuer|meister|schlosser|schreiner|tischler|maler|maurer|dreher|fräser|gärtner|"
    r"monteur|ingenieur|redakteur|friseur|assistent|referent|praktikant|sekretär|buchhalter|"
    r"sachbearbeiter|bearbeiter|lagerist|kellner|bäcker|metzger|zimmerer|dachdecker|installateur|"
    r"disponent|konditor|mediziner|jurist|planer|zeichner|schweißer|reiniger|"
    r"vertreter|vertriebler|geselle|anwalt|arzt|koch|kaufmann|architekt)$",
    re.IGNORECASE,
)


def titles_for_one_sex(sentence: str) -> list[tuple[int, int]]:
    """Places of titles that a sentence searches for in one form alone."""
    if OPEN_TO_ALL.search(sentence):
        return []
    if re.search(
        r"\b(?:wanted|needed|required|looking for|seek\w*|hiring)\b", sentence, re.IGNORECASE
    ):
        return [match.span() for match in _ENGLISH.finditer(sentence)]
    return list(dict.fromkeys(p for begin in _BEGINNINGS for p in _one_form(begin, sentence)))


def headline_for_one_sex(line: str) -> list[tuple[int, int]]:
    """The place of the title in an advert's first line, where that is a title in one form."""
    if OPEN_TO_ALL.search(line):
        return []
    return _one_form(_HEADLINE, line) or [
        match.span() for match in _ENGLISH.finditer(line) if match.start() == 0
    ]


def _one_form(pattern: re.Pattern[str], sentence: str) -> list[tuple[int, int]]:
    match = pattern.search(sentence)
    if match is None or _names_both(sentence, match["title"]):
        return []
    start, end = match.span("title")
    is_one = _says_its_sex(match["title"]) or _is_masculine(sentence, start)
    return [(start, end)] if is_one else []


def _says_its_sex(title: str) -> bool:
    return bool(_ONE_SEX.fullmatch(title)) and not _NO_PERSON.search(title)


def _is_masculine(sentence: str, start: int) -> bool:
    """Whether a known German title stands there in its masculine form."""
    word = re.match(_WORD, sentence[start:])
    if word and _AGENT.search(word.group()) and not _NEUTRAL.search(word.group()):
        return True
    for role in named_roles(sentence):
        if role.start <= start < role.end:
            last = role.label.split(" für ")[0].split()[-1]
            return not _NEUTRAL.search(last) and not _NEUTRAL.search(sentence[start : role.end])
    return False


def _names_both(sentence: str, title: str) -> bool:
    """Whether the other form stands in the sentence too ("Buchhalterin oder Buchhalter")."""
    stem = re.sub(r"(?:frau|mann|innen|in|en|e)$", "", title, flags=re.IGNORECASE)[:-1]
    stem = stem if len(stem) > 2 else title
    forms = {m.group().lower() for m in re.finditer(rf"\b{re.escape(stem)}\w*", sentence, re.I)}
    umlauts = {
        m.group().lower() for m in re.finditer(r"\b\w*(?:mann|frau|arzt|ärztin)\b", sentence)
    }
    return len(forms) > 1 or len(umlauts) > 1
