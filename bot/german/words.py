"""From text to content words: tokens, gendered forms, stop words, stems."""

from __future__ import annotations

import functools
import re
import unicodedata
from types import MappingProxyType

import Stemmer

from bot.german.folding import fold

_NUMBER = r"\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)*"
_TOKEN = re.compile(rf"{_NUMBER}|[^\W\d_]+(?:\d+[^\W_]*)?")
_GENDER_MARK = re.compile(r"(?<=[^\W\d_])(?:[:*_·]|/-?)(?:innen|in)\b|\((?:in|innen)\)", re.I)
_INNER_I = re.compile(r"(?<=[a-zäöüß])In(?:nen)?\b")
_APPLICANT_MARK = re.compile(r"\(\s*[mwdfxg*](?:\s*[/|,]\s*[mwdfxg*]){1,3}\s*\)|\(gn\)", re.I)
_FEMININE = re.compile(r"(?<=\w\w)(er|or|eur|ent|ant|ist|oge|arzt)in(?:nen)?$")

# Function words and question words. Nouns and full verbs of the domain are not in here: what
# someone is paid or does is what is asked for.
_GERMAN = """
    ab aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes
    auch auf aus außer bei beide beiden beim bin bis bist bitte da dabei dadurch dafür dagegen
    daher dahin damit danach dann daran darauf daraus darin darum darüber das dass davon dazu dein
    deine deinem deinen deiner dem den denen denn der deren des deshalb dessen dich die dies diese
    diesem diesen dieser dieses dir doch dort du durch eben ein eine einem einen einer eines einige
    einigem einigen einiger einiges einmal er es etwa etwas euch euer eure eurem euren eurer für
    gar gegen gern genau gerade habe haben hallo hast hat hatte hatten hier hin hinter hätte hätten
    ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins irgendwie ist ja je jede
    jedem jeden jeder jedes jemand jene jenem jenen jener jenes jetzt kann kein keine keinem keinen
    keiner keines können könnte könnten könntest man manche manchem manchen mancher manches mal
    mein meine meinem meinen meiner mich mir mit muss musst musste müssen müsste nach neben nein
    nicht nichts noch nun nur ob oder ohne per sehr sein seine seinem seinen seiner seines seit
    selbst sich sie sind so sogar solch solche solchem solchen solcher soll sollen sollte sollten
    sollst sondern sonst sowie um und uns unser unsere unserem unseren unserer unter viel viele
    vielen vom von vor war wann waren warst was weil weiter welche welchem welchen welcher welches
    wem wen wenn wer werde werden weshalb wessen wie wieder wieso wieviel will willst wir wird
    wirst wo wobei wodurch wofür woher wohin wollen wollte womit woran worauf worin worum worüber
    während wäre wären würde würden würdest über zu zum zur zwar zwischen erzähle erzähl
"""
_ENGLISH = """
    a about an and are as at be by can do does for from has have how i in is it me my of on or
    that the this to what when where which who why will with you your
"""
# Verbs and adverbs that say how something is asked, not what about. In a passage they still
# tell something, and their frequency weighs them rightly: left in, they helped the ranking of
# Integreat's questions by .004 nDCG@10.
_FILLERS = "darf dürfen geben gibt kannst machen macht mehr möchte sagen tun tut warum"

WRITTEN_FUNCTION_WORDS = MappingProxyType({fold(word): word for word in _GERMAN.split()})
"""German function words as they are written, by their folded form."""

STOP_WORDS = frozenset(WRITTEN_FUNCTION_WORDS) | frozenset(map(fold, _ENGLISH.split()))
"""Folded words that count for nothing when passages are ranked."""

QUESTION_FILLERS = STOP_WORDS | frozenset(map(fold, _FILLERS.split()))
"""Folded words that tell nothing about what a question is after."""

# Plurals that no German ending explains.
_LATIN_PLURALS = {"boni": "bonus", "mali": "malus", "praktika": "praktikum", "themen": "thema"}

_stemmer = Stemmer.Stemmer("german")


def words(text: str) -> list[str]:
    """Folded words and numbers in order, stop words included.

    "Manager:in", "Manager*innen", "Manager/-in" and "ManagerInnen" become "manager";
    "70.000", "70 000" and "70000" become "70000"; "(m/w/d)" disappears.
    """
    normal = unicodedata.normalize("NFKC", text.replace("\u202f", "\u00a0"))
    normal = _APPLICANT_MARK.sub(" ", normal)
    normal = _INNER_I.sub("", _GENDER_MARK.sub("", normal))
    return [_plain(token) for token in _TOKEN.findall(normal)]


def _plain(token: str) -> str:
    if token[0].isdigit():
        return re.sub(r"[.\s](?=\d{3}(?!\d))", "", token)
    return fold(token)


@functools.lru_cache(maxsize=200_000)
def stem(folded: str) -> str:
    """Snowball stem of a folded word, the feminine form reduced to the masculine one."""
    base = _FEMININE.sub(r"\1", _LATIN_PLURALS.get(folded, folded))
    return fold(_stemmer.stemWord(base))


def content_words(text: str) -> list[str]:
    """Folded words of ``text`` without stop words, in order, with repeats."""
    return [word for word in words(text) if word not in STOP_WORDS]


def focus_words(text: str) -> list[str]:
    """Content words of a question less those that only say how it is asked."""
    return [word for word in words(text) if word not in QUESTION_FILLERS]


def content_stems(text: str) -> list[str]:
    """Stems of ``content_words``."""
    return [stem(word) for word in content_words(text)]
