"""Levels of education, and the words for them in German and English."""

from __future__ import annotations

import re

from bot.matching.profile import EducationLevel

_LEVELS: tuple[tuple[EducationLevel, str], ...] = (
    (
        "doctorate",
        r"promotion\b(?!s?aktion|en\b)|promovier\w*|\bdr\.(?:[- ](?:ing|rer|phil|med|jur|"
        r"oec|nat)\b)?|doktor(?:grad|arbeit|titel)?\b|"
        r"\bph\.?\s?d\b|doctora(?:te|l degree)|doctor of",
    ),
    (
        "bachelor",
        r"\bbachelor\w*|\bb\.?\s?(?:a|sc|eng|ed|com)\b\.?(?!-)|\bbsc\b|\bbba\b|\bbeng\b|"
        r"diplom[^,;|]{0,40}\((?:fh|ba|dh|berufsakademie)\)|"
        r"dipl\.?-[\w.-]+\s?\((?:fh|ba|dh)\)|undergraduate|bakkalaureat",
    ),
    (
        "master",
        r"(?<!scrum )(?<!scrum-)\bmaster(?:s|['’]s)?(?:studium|studiengang|abschluss|degree|"
        r"arbeit|thesis|grad)?\b|\bm\.?\s?(?:a|sc|eng|ed)\b\.(?!-)|"
        r"\bm\.?sc\b|\bm\.?a\.|\bmba\b|\bmeng\b|\bll\.?\s?m\b|diplom(?!at|a\b)(?:\w|-)*|"
        r"\bdipl(?:\.|-)|magister|staatsexamen|"
        r"lehramt|postgraduate",
    ),
    (
        "further",
        r"\w*meister(?:prüfung|brief|schule|titel)\b|meister(?=\s?\((?:ihk|hwk)|\s(?:ihk|"
        r"hwk))|\w*fachwirt\b|"
        r"\bbetriebswirt\b[^,;|]{0,25}(?:ihk|hwk|vwa|geprüft|ba\b)|(?:geprüfter?|"
        r"staatl\w*\.?)[^,;|]{0,20}(?:betriebswirt|techniker|meister|bilanz\w*|fachkaufmann|"
        r"\w*wirt)\b|"
        r"\btechniker(?:schule|ausbildung)\b|\bfachschule\b|\bfachakademie\b|bilanzbuchhalter|fachkaufmann|aufstiegsfortbildung",
    ),
    (
        "apprenticeship",
        r"\b(?:(?:alten|kranken)?pflege|erzieher|berufs|dual\w* |duale |"
        r"schulische |kaufmännische |betriebliche |lehr|erst|"
        r"zweit)?ausbildung(?!s?leit|er|ereignung)(?:\b|(?=s(?:beruf|abschluss)))|\blehre\b|"
        r""
        r"lehrabschluss\w*|\bumschulung|\bgelernter?\b|gesellenbrief|gesellenprüfung|"
        r"facharbeiter(?:brief|abschluss)?|"
        r"apprentice(?:ship)?|vocational (?:training|education|degree)|\bazubi\b|"
        r"auszubildender|berufsabschluss|ihk-?abschluss|examinierter?\b|abschlussprüfung|"
        r"(?:staatlich|staatl\.)\s(?:anerkannt(?:er?)?|anerk\.)|berufsfachschule|"
        r"(?:kaufmann|fachinformatiker|\w+mechaniker|\w*elektroniker|fachangestellter|fachkraft|"
        r"verkäufer|mechatroniker)\b[^,;|]{0,40}(?:\(|,\s?)(?:ihk|hwk|prüfung)\b",
    ),
    (
        "school",
        r"\babitur\b|fachabitur|hochschulreife|fachhochschulreife|mittlere[rn]? (?:reife|"
        r"schulabschluss|bildungsabschluss)|"
        r"realschul\w*|hauptschul\w*|gymnasium|grundschule|gesamtschule|fachoberschule|"
        r"berufsoberschule|\bmatura\b|"
        r"\ba-levels?\b|high school|secondary school|schulabschluss|quali\b|\bgcse\w*|"
        r"oberstufe|wirtschaftsgymnasium|berufskolleg|"
        r"primary school|grammar school|qualifizierender abschluss|baccalaur\w*",
    ),
)
_BY_LEVEL = tuple((level, re.compile(pattern, re.I)) for level, pattern in _LEVELS)
DEGREE = re.compile(
    r"bachelor|master\b|(?:master|bachelor)abschluss|diplom(?!at)|\bdipl(?:\.|-)|"
    r"magister|staatsexamen|\bmba\b|abitur|\bmatura|"
    r"\w+reife\b|\bmittlere reife|\w*schulabschluss|\b[bm]\.?\s?(?:a|sc|eng)\b|\bbsc\b|"
    r"\bmsc\b|\bph\.?\s?d|\bdr\.|promotion|"
    r"fachwirt|meister(?:prüfung|brief|titel)|bilanzbuchhalter|betriebswirt|"
    r"gesellenbrief|facharbeiterbrief|"
    r"high school diploma|\ba-levels?|\bgcses?|fachkaufmann|geprüfter",
    re.I,
)


def tells_education(text: str) -> bool:
    """Whether ``text`` names an education, a degree or a school leaving certificate."""
    return level_of(text) is not None or bool(
        re.search(
            r"\b(?:\w*studium|\w*studiengang|studiert\w*|studiere|studied|degree|"
            r"student (?:der|des|im|für|of|at))\b",
            text,
            re.I,
        )
    )


def names_degree(text: str) -> bool:
    """Whether ``text`` names a degree or certificate that ends an education."""
    return bool(DEGREE.search(text)) and level_of(text) is not None


def level_of(text: str) -> EducationLevel | None:
    """The highest level that ``text`` names."""
    levels = {level for level, pattern in _BY_LEVEL if pattern.search(text)}
    if "apprenticeship" in levels and not re.search(r"studi|universit|lehramt", text, re.I):
        # Nurses and others end an Ausbildung with a Staatsexamen.
        bare = re.sub(r"(?i)staatsexamen", " ", text)
        levels = {level for level, pattern in _BY_LEVEL if pattern.search(bare)}
    order: tuple[EducationLevel, ...] = (
        "doctorate", "bachelor", "master", "further", "apprenticeship", "school",
    )  # fmt: skip
    if levels >= {"bachelor", "master"} and re.search(
        r"\(\s?(?:FH|BA|DH|Berufsakademie)\s?\)|Bachelor", text, re.I
    ):
        # "Diplom (FH)" is a bachelor's level; a master's beside a bachelor's is the master's.
        if re.search(r"(?<!scrum )\bmaster|\bm\.\s?(?:a|sc|eng)|\bmba\b", text, re.I):
            return "master"
        return "bachelor"
    return next((level for level in order if level in levels), None)
