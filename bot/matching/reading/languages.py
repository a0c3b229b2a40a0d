"""Languages and how well they are spoken.

Words for levels are mapped by this table, cautiously: of two levels that a word may mean, the
lower. A span of CEFR levels ("B1–B2") is its lower end.

====== ===========================================================================================
native Muttersprache, muttersprachlich, zweisprachig aufgewachsen; native, mother tongue, bilingual
C2     annähernd muttersprachlich, nahezu muttersprachlich; near-native, mastery
C1     verhandlungssicher, fließend, sehr gut, exzellent; fluent, full professional, advanced
B2     gut, gute Kenntnisse, sicher, konversationssicher, in Wort und Schrift; good, professional
       working proficiency, upper intermediate
B1     befriedigend, mittel, erweiterte Kenntnisse, solide; intermediate, limited working, moderate
A2     Grundkenntnisse, Basiskenntnisse, Schulkenntnisse, ausbaufähig; basic, elementary
A1     Anfänger, geringe Kenntnisse, etwas; beginner, a little
====== ===========================================================================================
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.matching.profile import Claim, LanguageLevel, LanguageSkill, Place
from bot.matching.reading.others import is_by_others
from bot.matching.reading.stance import stance_of

_NAMES = {
    "de": "deutsch german", "en": "englisch english", "fr": "französisch franzosisch french",
    "es": "spanisch spanish", "it": "italienisch italian", "tr": "türkisch turkisch turkish",
    "ru": "russisch russian", "pl": "polnisch polish", "pt": "portugiesisch portuguese",
    "nl": "niederländisch holländisch dutch", "ar": "arabisch arabic",
    "zh": "chinesisch mandarin chinese", "ja": "japanisch japanese", "ko": "koreanisch korean",
    "sv": "schwedisch swedish", "da": "dänisch danish", "no": "norwegisch norwegian",
    "fi": "finnisch finnish", "cs": "tschechisch czech", "sk": "slowakisch slovak",
    "hu": "ungarisch hungarian", "ro": "rumänisch romanian", "bg": "bulgarisch bulgarian",
    "hr": "kroatisch croatian", "sr": "serbisch serbian", "bs": "bosnisch bosnian",
    "sl": "slowenisch slovenian slovene", "el": "griechisch neugriechisch greek",
    "uk": "ukrainisch ukrainian", "fa": "persisch farsi dari persian", "he": "hebräisch hebrew",
    "hi": "hindi", "ur": "urdu", "bn": "bengalisch bengali", "ta": "tamil tamilisch",
    "vi": "vietnamesisch vietnamese", "th": "thai thailändisch", "id": "indonesisch indonesian",
    "ku": "kurdisch kurdish", "sq": "albanisch albanian", "lt": "litauisch lithuanian",
    "lv": "lettisch latvian", "et": "estnisch estonian", "is": "isländisch icelandic",
    "la": "latein lateinisch latin", "mk": "mazedonisch macedonian", "ka": "georgisch georgian",
    "hy": "armenisch armenian", "ps": "paschtu pashto", "sw": "swahili suaheli",
    "ti": "tigrinya", "am": "amharisch amharic", "so": "somali", "pa": "punjabi pandschabi",
    "ca": "katalanisch catalan", "sgn": "gebärdensprache sign\\slanguage",
}  # fmt: skip
_CODES = {
    name.replace("\\s", " "): code for code, names in _NAMES.items() for name in names.split()
}
_CODES |= {
    name.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue"): code
    for name, code in _CODES.items()
}
_NAME = "|".join(sorted(_CODES, key=len, reverse=True)).replace(" ", r"\s")
_LANGUAGE = re.compile(
    rf"(?<![\w-])(?:business|wirtschafts|technisches|schul)?-?(?P<name>{_NAME})"
    r"(?P<ending>-?kenntnisse[n]?|en|er|e|es|sprachig|-?sprachkenntnisse)?(?![\w])",
    re.I,
)
_LEVELS: tuple[tuple[LanguageLevel, str], ...] = (
    (
        "C2",
        r"(?:annähernd|nahezu|fast|near|quasi)[\s-]?(?:muttersprach\w+|native)|"
        r"muttersprach(?:en)?niveau|muttersprachlichem niveau|near-native|mastery|"
        r"perfekt\w*|proficient user",
    ),
    (
        "native",
        r"mutter-?sprach\w*|erstsprache|heimatsprache|zweisprachig|bilingual\w*|"
        r"native(?:ly)?|mother tongue|first language",
    ),
    (
        "C1",
        r"verhandlungs(?:sicher\w*|fähig\w*|niveau)|flie(?:ß|ss?)end\w*|sehr gut\w*|"
        r"sehr sicher\w*|"
        r"exzellent\w*|ausgezeichnet\w*|hervorragend\w*|fluent(?:ly)?|fluency|"
        r"full professional|very good|"
        r"advanced|excellent|business[\s-]?fluent|stilsicher\w*",
    ),
    (
        "B1",
        r"befriedigend\w*|mittel\w*|erweiterte\w*|solide\w*|"
        r"(?<!upper )(?<!upper-)intermediate|limited working|moderate|"
        r"fortgeschritten\w*|alltags\w*|conversational|ausreichend\w*",
    ),
    (
        "B2",
        r"(?<!sehr )(?<!nicht )gut(?:e[rnms]?|em)?\b|sicher\w*|konversationssicher\w*|"
        r"upper[\s-]intermediate|(?<!very )good|"
        r"arbeitssprache|working language|"
        r"professional working|working proficiency|in wort und schrift|business|professional",
    ),
    (
        "A2",
        r"grundlegend\w*|grund-?(?:kenntnisse[n]?|wissen|niveau)|basis\w*|basics?|"
        r"elementary|schulkenntnisse[n]?|"
        r"schul(?:englisch|französisch|spanisch|latein|niveau)|ausbaufähig\w*|"
        r"eingerostet\w*|rusty|einfache\w*|wenig\w*",
    ),
    (
        "A1",
        r"angefangen|begonnen|(?:just )?started|anfänger\w*|beginner\w*|gering\w*|etwas|"
        r"a little|some",
    ),
)
_WORDS = tuple((level, re.compile(rf"(?<![\w])(?:{words})", re.I)) for level, words in _LEVELS)
_CEFR = re.compile(r"(?<![\w])(?P<level>[ABC][12])\+?(?![\w])(?:\s*(?:-|–|/|bis)\s*[ABC][12])?")
_CUT = re.compile(
    r"\t|[,;|•·\n]|\s/\s|/(?=[A-ZÄÖÜ])|\s+(?:und|and|sowie|&|plus|aber|but|noch)\s+|\.\s"
)
_CUE = re.compile(
    r"\b(?:spreche|sprechen|sprache|sprachen|speak|speaks|spoken|language|languages|beherrsche|"
    r"wort und schrift|kenntnisse|verstehe|kann|niveau|level|verständige|korrespondenz|lerne[nt]?|"
    r"learn\w*|kein|keine|nicht|ohne|no|neither|weder)\b",
    re.I,
)
_ASIDE = re.compile(r"\([^()\n]*\)")
_NOT_SPOKEN = re.compile(
    r"(?:-|\s)?(?:markt|market|kunden|clients?|customers?|gmbh|company|lehrer|team|unternehmen)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Mention:
    code: str
    name: str
    start: int
    end: int
    level: LanguageLevel | None
    level_before: bool
    joined: bool


def languages_in(text: str, start: int, *, listed: bool) -> tuple[list[LanguageSkill], list[Claim]]:
    """Languages in ``text``, which stands at ``start`` of the profile's text.

    Args:
        text: a line, a clause or a section.
        start: where it stands in the profile's text.
        listed: whether it is a list of languages; elsewhere a level or a word like "spreche" must
            tell that a language is meant.

    Returns:
        What is spoken, and what is denied or wished ("kein Englisch", "Spanisch lernen").
    """
    text = without_next_steps(text)
    mentions = _mentions(text)
    if not mentions:
        return [], []
    if not listed and not (any(m.level for m in mentions) or _CUE.search(text)):
        return [], []
    skills: list[LanguageSkill] = []
    claims: list[Claim] = []
    for mention in mentions:
        written = text[mention.start : mention.end]
        words = written.strip()
        if is_by_others(words):
            continue
        first = start + mention.start + written.index(words)
        place = Place(first, first + len(words))
        stance = stance_of(words) if listed else "has"
        level = mention.level
        if not listed and stance_of(words) == "lacks" and level:
            stance = "lacks"
        if stance == "lacks" and level:
            # "nicht verhandlungssicher" denies the level, not the language.
            claims.append(Claim("skill", words, "lacks", None, place))
            skills.append(LanguageSkill(mention.code, None, place))
        elif stance == "has":
            skills.append(LanguageSkill(mention.code, level, place))
        else:
            claims.append(Claim("skill", mention.name, stance, None, place))
    return skills, claims


def without_next_steps(text: str) -> str:
    """``text``, as long as before, without brackets that plan more than the level stated.

    Of "Deutsch A2 (B1-Kurs geplant)" the A2 is spoken and stays.
    """

    def blank(aside: re.Match[str]) -> str:
        head = re.split(r"[,;|\n]", text[: aside.start()])[-1]
        is_next = stance_of(aside.group()) == "plans" and stance_of(head) == "has"
        return " " * len(aside.group()) if is_next and level_in(head) else aside.group()

    return _ASIDE.sub(blank, text)


def level_in(text: str) -> LanguageLevel | None:
    """The level that ``text`` states, by CEFR first, else by the table of words."""
    if cefr := _CEFR.search(text):
        return _cefr(cefr["level"])
    return next((level for level, pattern in _WORDS if pattern.search(text)), None)


def _cefr(written: str) -> LanguageLevel:
    levels: tuple[LanguageLevel, ...] = ("A1", "A2", "B1", "B2", "C1", "C2")
    return next(level for level in levels if level == written)


def _mentions(text: str) -> list[_Mention]:
    found: list[_Mention] = []
    pending: LanguageLevel | None = None
    position = 0
    joined = False
    for cut in [*_CUT.finditer(text), None]:
        stop = cut.start() if cut else len(text)
        chunk = text[position:stop]
        names = [m for m in _LANGUAGE.finditer(chunk) if _is_language(m, chunk)]
        if names:
            for index, name in enumerate(names):
                after = names[index + 1].start() if index + 1 < len(names) else len(chunk)
                before = names[index - 1].end() if index else 0
                later, sooner = (
                    level_in(chunk[name.end() : after]),
                    level_in(chunk[before : name.start()]),
                )
                level = later or sooner or level_in(name.group()) or pending
                first = position + (before if index else _lead(chunk))
                last = position + len(chunk[:after].rstrip(" .:("))
                code = _CODES[re.sub(r"\s", " ", name["name"].lower())]
                is_before = bool(sooner and not later)
                found.append(_Mention(code, name["name"], first, last, level, is_before, joined))
                joined = True
            pending = None
        elif (level := level_in(chunk)) and found and found[-1].level is None:
            found[-1] = _with_level(found[-1], level, position + len(chunk.rstrip()))
        elif level and not found:
            pending = level
        if cut:
            position = cut.end()
            joined = bool(names) and bool(re.search(r"[^\W\d_]|&", cut.group()))
    return _shared(found)


def _lead(chunk: str) -> int:
    return len(chunk) - len(chunk.lstrip(" -–•("))


def _with_level(mention: _Mention, level: LanguageLevel, end: int) -> _Mention:
    return _Mention(mention.code, mention.name, mention.start, end, level, False, mention.joined)


def _shared(found: list[_Mention]) -> list[_Mention]:
    """Levels said once for two languages: "Deutsch und Englisch fließend"."""
    for index in range(len(found) - 2, -1, -1):
        mention, after = found[index], found[index + 1]
        if mention.level is None and after.joined and after.level and not after.level_before:
            found[index] = _Mention(
                mention.code,
                mention.name,
                mention.start,
                after.end,
                after.level,
                False,
                mention.joined,
            )
    for index in range(1, len(found)):
        mention, before = found[index], found[index - 1]
        if mention.level is None and mention.joined and before.level and before.level_before:
            found[index] = _Mention(
                mention.code, mention.name, before.start, mention.end, before.level, True, True
            )
    return found


def _is_language(match: re.Match[str], chunk: str) -> bool:
    """Whether a language is meant, not a people, a market or a firm."""
    word = match["name"]
    ending = match["ending"] or ""
    is_small = word[0].islower() and not ending.endswith(("sprachig", "nisse", "nissen"))
    if is_small and len(chunk.split()) > 3 and not level_in(chunk):
        # An adjective, unless hardly anything but the language stands there.
        return False
    if ending in ("e", "er", "en", "es") and not re.match(
        r"\s(?:sprache|sprachkenntnisse)", chunk[match.end() :], re.I
    ):
        return False
    return not _NOT_SPOKEN.match(chunk, match.end())
