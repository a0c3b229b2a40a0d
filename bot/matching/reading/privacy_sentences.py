"""Phrases inside running sentences that say who a person is, as people write about themselves.

They are taken out like those of ``privacy_phrases``, before them. What looks alike but is work
("katholische Religionslehre", "verheiratet Theorie mit Praxis") isn't followed by what ends a
statement about oneself, and stays.
"""

from __future__ import annotations

import re

from bot.matching.profile import RemovedKind
from bot.matching.reading.given_names import GIVEN_NAMES
from bot.matching.reading.privacy_nations import NATION
from bot.matching.reading.spelling import spelt

_NAMES = "|".join(sorted(GIVEN_NAMES))
_MONTHS = (
    "(?:[Jj]anuary?|[Ff]ebruary?|[Mm]ärz|[Mm]arch|[Aa]pril|[Mm]ai|[Mm]ay|[Jj]un[ie]|[Jj]ul[iy]|"
    "[Aa]ugust|[Ss]eptember|[Oo](?:k|c)tober|[Nn]ovember|[Dd]e[zc]ember|[A-Z][a-z]{2}\\.?)"
)
_DATE = (
    rf"(?:\d{{1,2}}\.\s?(?:\d{{1,2}}\.|{_MONTHS})\s?(?:\d{{4}}|\d\d)?|\d{{4}}-\d\d-\d\d|"
    rf"\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?:of\s)?{_MONTHS}\s"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s)?\d{{4}}|(?:19|20)\d\d)"
)
_AGE = r"[1-7]\d(?:\s(?:Jahre|years)(?:\s(?:alt|old))?)?"
_FAITH = (
    r"(?i:(?:röm(?:isch|\.)?[- ])?(?:katholi(?:sch|k|kin)|catholic)|evangelisch|"
    r"protestant(?:in|isch)?|"
    r"muslim(?:a|in|isch)?|moslem|islam(?:isch)?|jüdisch|jude|jüdin|jewish|buddhist(?:in|isch)?|"
    r"hindu(?:istisch)?|christ(?:in|lich|ian)?|orthodox|alevit(?:in|isch)?|sunnitisch|"
    r"konfessionslos|religionslos|atheist(?:in|isch)?|gläubig)"
)
_SINGLE = (
    r"(?i:ledig|verheiratet|geschieden|verwitwet|alleinstehend|alleinerziehend|verpartnert|"
    r"verlobt|married|divorced|widowed|unmarried|single)"
)
_NATION = (
    r"(?i:deutsche[rn]?|german|türk(?:e|in|isch)|turkish|pol(?:e|in|nisch)|polish|syr(?:er|erin|"
    r"isch|ian)|russ(?:e|in|isch|ian)|ukrain(?:er|erin|isch|ian)|italien(?:er|erin|isch)|italian|"
    r"span(?:ier|ierin|isch|ish)|franz(?:ose|ösin|ösisch)|french|griech(?:e|in|isch)|greek|"
    r"österreich(?:er|erin|isch)|austrian|schweizer(?:in|isch)?|swiss|rumän(?:e|in|isch)|romanian|"
    r"bulgar(?:e|in|isch|ian)|kroat(?:e|in|isch)|croatian|serb(?:e|in|isch|ian)|"
    r"bosni(?:er|erin|sch|an)|alban(?:er|erin|isch|ian)|portugies(?:e|in|isch)|portuguese|"
    r"brit(?:e|in|isch|ish)|american?|amerikaner(?:in)?|chines(?:e|in|isch)|inder(?:in)?|indisch|"
    r"indian|iraner(?:in)?|iranian|irak(?:er|erin|isch)|iraqi|afghan(?:e|in|isch)?|"
    r"marokkan(?:er|erin|isch)|moroccan|vietnames(?:e|in|isch)|nigerian(?:er|erin)?)"
)
_ILLNESS = (
    r"(?i:diabetes|asthma|epilepsie|epilepsy|depression(?:en|s)?|krebs|cancer|rheuma|ms|migräne|"
    r"multiple sklerose|adhs|adhd|autismus|autism|burn-?out|rückenleiden|bandscheibenvorfall)"
)
_SELF = r"\b(?:[Ii]ch )?(?:[Bb]in|I am|I['’]m|[Aa]m)\s(?:eine?\s|an?\s)?"
_DONE = r"(?=\s*(?:[.,;:!)|]|$|und\b|and\b|aber\b|but\b))"
"""After it a statement is over, or a further one begins."""

_ONE_WORD_MORE = r"(?=[a-zäöüß]+\s*(?:,|und\b|and\b|[.;!]|$))"
_START = r"(?:(?<=[.;,!?(]\s)|(?<=^)|\b[Mm]eine?\s|\b[Mm]y\s|\b(?:[Uu]nd|[Aa]nd)\s)"
_SAYS = r"\s*(?::|=|ist|lautet|is|was)\s*(?:der\s|die\s|das\s|the\s|am\s|in\s)?"


def _labelled(labels: str, value: str, says: str = _SAYS) -> str:
    """A label with its value in the midst of a line: "… gelernt. Geburtsdatum: 4.7.1985"."""
    return rf"{_START}(?i:{labels}){says}{value}"


_WRITTEN: tuple[tuple[RemovedKind, str], ...] = (
    ("address", rf"(?<=\w )(?:and|und) (?:live|lebe|wohne) in [A-ZÄÖÜ][\w-]+{_DONE}"),
    (
        "name",
        rf"(?:^(?i:hallo|hi|hey|moin|servus)\W+)?\b(?:[Ii]ch )?[Bb]in (?:die|der) "
        rf"(?i:{_NAMES})\b(?!-)"
        rf"(?:(?:\sund|,)?\s{_AGE}(?=\s*(?:[.,;!]|und\b|$)))?",
    ),
    ("name", rf"\b[Ii]ch hei(?:ß|ss)e (?i:{_NAMES})\b(?:\s[A-ZÄÖÜ][a-zäöüß]+)?{_DONE}"),
    (
        "birth",
        _labelled(
            r"geburts(?:datum|tag|jahr)|date of birth|birth\s?da(?:te|y)|dob",
            _DATE,
            rf"(?:{_SAYS}|\s)",
        )
        + r"(?:\s(?:in|zu)\s[A-ZÄÖÜ][\w-]+)?",
    ),
    ("birth", _labelled(r"geburtsort|place of birth|birthplace", r"[A-ZÄÖÜ][\w-]+")),
    ("birth", _labelled(r"alter|age", _AGE) + _DONE),
    ("birth", rf"\b(?:[Ii]ch )?[Bb]in(?: schon| jetzt| erst)? {_AGE}(?=\s*(?:[.,;!]|und\b|$))"),
    ("birth", r"\b[Mm]it meinen [1-7]\d(?: Jahren)?\b"),
    (
        "nationality",
        _labelled(
            r"staats(?:angehörigkeit|bürgerschaft)|nationalität|nationality|citizenship",
            r"[A-Za-zäöüÄÖÜß-]+(?:(?:/|\s(?:und|and)\s)[A-Za-zäöüÄÖÜß-]+(?=\s*[.,;]|$))?",
        ),
    ),
    ("nationality", rf"{_SELF}{_NATION}{_DONE}"),
    # "I am a German teacher" tells a subject.
    (
        "nationality",
        rf"\b(?:I am|I['’]m|[Aa]s)\san?\s(?P<gone>(?i:{NATION})\s)(?=[a-z]{{4}})"
        r"(?!teach|translat|interpret|tutor|lectur|lang|speak|football|cuisine|food|native|literature)",
    ),
    (
        "nationality",
        r"\b(?:[Ii]ch )?(?:komme?|stamme|bin)(?: ich)?(?: \w+)? aus de[mr] "
        r"(?:(?:wunder)?schön|sonnig|beschaulich|klein|idyllisch|malerisch|verschlafen|herrlich)"
        r"e[nr] "
        r"[A-ZÄÖÜ][\w-]+(?! (?:Unternehmen|Betrieb))",
    ),
    (
        "nationality",
        r"\b(?:I )?(?:come|am|hail)? ?from (?:the )?(?:beautiful|sunny|lovely|tiny|charming|"
        r"little) [A-Z][\w-]+",
    ),
    ("religion", _labelled(r"konfession|religion(?:szugehörigkeit)?|denomination", _FAITH)),
    ("family", _labelled(r"familienstand|marital status|family status", r"[A-Za-zäöüß]+")),
    (
        "family",
        _labelled(r"kinder|children", r"(?:\d|keine?|zwei|drei|vier|none|two|three)\b") + _DONE,
    ),
    ("sex", _labelled(r"geschlecht|gender|sex", r"(?i:männlich|weiblich|divers|male|female)")),
    (
        "health",
        _labelled(
            r"gesundheitszustand|(?:schwer)?behinderung|state of health|disability",
            r"[^.,;\n]{2,40}?",
        )
        + r"(?=\s*[.,;]|$)",
    ),
    # One of several things said of oneself: the rest of the sentence keeps its "Ich bin".
    (
        "religion",
        rf"{_SELF}(?P<gone>{_FAITH}(?:,\s|\sund\s|\sand\s)){_ONE_WORD_MORE}",
    ),
    ("family", rf"{_SELF}(?P<gone>{_SINGLE}(?:,\s|\sund\s|\sand\s)){_ONE_WORD_MORE}"),
    ("health", rf"{_SELF}(?P<gone>(?:gesund|healthy)(?:,\s|\sund\s|\sand\s)){_ONE_WORD_MORE}"),
    ("religion", rf"{_SELF}{_FAITH}{_DONE}"),
    (
        "health",
        rf"{_SELF}(?:körperlich |völlig |in |perfectly )?(?:gesund|healthy|good health){_DONE}",
    ),
    (
        "health",
        r"\b(?:[Ii]ch )?(?:leide|erkrankte|I suffer|suffer)(?: ich)?(?: seit \d{4})? "
        r"(?:an|unter|from) (?:einer? |an? )?[^\s.,;]+",
    ),
    ("health", rf"\b(?:[Ii]ch habe|[Hh]abe|I have|I've) (?:eine? |an? )?{_ILLNESS}{_DONE}"),
    (
        "health",
        r"\b(?:[Ii]ch )?(?:[Hh]abe|besitze) (?:einen )?Schwerbehindertenausweis(?:\s\([^)]*\))?",
    ),
    (
        "photo",
        r"\b(?:(?:[Ee]in|[Mm]ein|[Dd]as|[Aa]|[Mm]y) )?(?:Bewerbungs|Pass)?(?:[Ff]oto|[Ll]ichtbild|"
        r"[Bb]ewerbungsfoto|[Pp]hoto(?:graph)?)(?: von mir| of me)? (?:ist |liegt |is )?"
        r"(?:anbei|bei|beigefügt|beigelegt|im Anhang|angehängt|attached|enclosed)\b",
    ),
)
SENTENCE_PHRASES: tuple[tuple[RemovedKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(spelt(pattern))) for kind, pattern in _WRITTEN
)
