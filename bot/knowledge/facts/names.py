"""Other names of a role, and the lines of business it works in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from bot.facts import NamedFact
from bot.german import fold
from bot.knowledge.facts.aligned import aligned
from bot.knowledge.facts.statements import Statement
from bot.knowledge.titles import base_form, named_roles, slug

_WORD = r"[A-ZÄÖÜ][\w&-]*(?:[:*_/]-?in(?:nen)?)?(?: of| für| im| in der)?"
_TITLE = rf"[„\"“»]?(?:[A-ZÄÖÜ]\w+- und )?{_WORD}(?: {_WORD}){{0,3}}[”\"“«]?"
_JOINT = (
    r"(?:, | oder | und | bzw\. | beziehungsweise | sowie | ?/ ?)(?:aber |zum Teil )?"
    r"(?:auch |einfach )?(?:als |vom |von |die |der |den )?"
)
_TITLES = rf"{_TITLE}(?:{_JOINT}{_TITLE})*"
_HOW = (
    r"(?:auch|noch|immer|oft|häufig|haufig|teils|gelegentlich|früher|fruher|manchmal|kurz|"
    r"mitunter|"
    r"teilweise|heute|umgangssprachlich|synonym|international|amtlich|offiziell|einfach|gern|als|"
    r"bisweilen|vereinzelt|meist)"
)
_CALLED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:heiß(?:t|en)|heiss(?:t|en)|nenn(?:t|en) (?:sich|man \w+|ihn|sie)|lauf(?:t|en)|"
        rf"läuft|"
        rf"firmier(?:t|en)) (?:[\w\s]{{0,30}}? )?(?:{_HOW} )+(?:unter )?(?P<names>{_TITLES})",
        rf"heiß(?:t|en) (?:der Beruf|die Stelle|der Job|die Position|die Rolle|das) "
        rf"(?P<names>{_TITLES})",
        rf"(?:{_HOW} )(?:die |der |vom )?(?P<names>{_TITLES}) (?:genannt|bezeichnet|bekannt|"
        rf"tituliert|abgekürzt|geführt|nenn(?:t|en)|heiß(?:t|en)|sag(?:t|en))\b",
        rf"(?:[Bb]ezeichnung(?:en)?|[Bb]erufsbezeichnung(?:en)?|[Ss]ynonyme?|Namen|Titeln?|"
        rf"[Bb]egriffe?|"
        rf"[Tt]itle)\b(?: f[üu]r [\w\s:*-]{{0,40}}?(?= sind| ist| lauten| wie|:))?(?: "
        rf"(?:wie|sind|ist|lauten|lautet|auch|unter anderem|"
        rf"etwa|zum Beispiel))*[: ]+(?:die |der )?(?P<names>{_TITLES})",
        rf"(?:[Gg]leichbedeutend mit|[Ss]ynonym (?:zu|zum|für|mit)|[Aa]lias|bekannt als) "
        rf"(?:de[mr] |die |einem )?(?P<names>{_TITLES})",
        rf"[(,–-] ?(?:kurz|[Aa]bkürzung|[Aa]bgekürzt|englisch|auf Englisch|engl\.|deutsch|"
        rf"auf Deutsch|"
        rf"ehemals|früher|vormals|in Österreich|in der Schweiz|auch|amtlich|offiziell|"
        rf"international|"
        rf"umgangssprachlich):? (?:{_HOW} )*(?:die |der |als )?"
        rf"(?P<names>{_TITLES}|[a-zäöüß]+e [A-ZÄÖÜ][\w-]+)(?=\)|,| –|\.| genannt| heiß| und)",
        rf"(?:verwende[nt]|nutzen|gebrauchen) (?:die |den |oft |häufig |auch |dafür )*"
        rf"(?:Bezeichnung(?:en)? |Begriffe? |Titel )?(?P<names>{_TITLES}) "
        rf"(?:gleich )?(?:gleichbedeutend|synonym|als Synonym)",
        rf"(?:sprechen|spricht|sag(?:t|en)|liest|lesen|hört|findet|reden|redet)\b[^.,;]{{0,25}}? "
        rf"(?:auch|noch|oft|manchmal)(?: vo[nm]| immer| die| der)* (?P<names>{_TITLES})",
        rf"(?:Zeugnis|Vertrag|Visitenkarte|Urkunde|Stellenanzeigen?)\b[^.;]{{0,30}}? "
        rf"steh(?:t|en)\b"
        rf"(?: (?:seit \w+|auch|oft|dann|meist))* (?P<names>{_TITLES})",
        rf"(?P<names>{_TITLES}) (?:sind|ist) (?:auch )?als (?:\w+ )?(?:Bezeichnung|Titel|"
        rf"Synonym|Name)",
    )
)
_BRACKETED = re.compile(
    rf"\((?:kurz|auch|oder|engl\.|englisch|deutsch|früher|ehemals|abgekürzt|Abk\.|synonym|"
    rf"z\. ?T\.)?:?\s*(?P<names>{_TITLES})\)"
)
_NAMES_HEADING = re.compile(
    r"bezeichnung|synonym|andere namen|berufsname|auch genannt|"
    r"weitere titel"
)
_SPLIT = re.compile(
    r"(?<!-),? (?:oder|und|bzw\.|beziehungsweise|sowie)(?: auch| einfach| als)?(?: vo[nm])? |"
    r", (?:aber )?(?:auch )?(?:vo[nm] )?| ?/ ?(?!-?in\b)"
)
_NO_NAME = re.compile(
    r"(?:im|in|bei|der|die|das|unternehmen|firma|branche|aufgaben|mitarbeiter|deutschland|"
    r"osterreich|schweiz|beruf|position|stelle|auch|man|viele|kunden?|quellartikel|m w d|w m d)"
)

_BRANCH_WORD = re.compile(
    r"\b(?=[A-ZÄÖÜ])[\w-]*(?:[Bb]ranche|[Ii]ndustrie|[Ss]ektor|[Gg]ewerbe|[Hh]andwerk|"
    r"(?<!betriebs)(?<!volks)(?<!markt)(?<!haus)wirtschaft|"
    r"(?<![a-z]ver)[Hh]andel)n?s?\b(?<!andeln)"
)
_WELFARE = re.compile(
    r"\b(?:Gesundheits|Sozial|Bau|Bank|Finanz|Versicherungs|Verkehrs|Hotel|Bildungs|Kredit|"
    r"Verlags|Medien|Krankenhaus|Messe|Transport|Schul|Forst|Energie)wesen\b|"
    r"\böffentliche[nr]? Dienst\b"
)
_GENERIC_BRANCH = re.compile(
    r"(?:branchen?|industrie(?:n|zweige?n?)?|sektor|gewerbe|wirtschaft|handel|handwerk|"
    r"(?:unternehmens|kunden|stellen)branche|betriebswirtschaft|volkswirtschaft|"
    r"aussenhandel|fachhandel|wissenschaft|gesamtwirtschaft|privatwirtschaft|marktwirtschaft|"
    r"nahezu jede branche|service-okonomie|hauswirtschaft|gewerbes)$"
)
_BRANCH_HEADING = re.compile(
    r"branchen|arbeitgeber|einsatzgebiet|einsatzort|einsatzbereich|arbeitsfeld|"
    r"wo arbeite|tatigkeitsfeld|arbeitsplatz|beschaftigungs|wirtschaftszweig|einsatzmoglichkeit"
)
_R = r"(?: |^)?\ue000\S*"
_WHERE = (
    r"(?: vor allem| etwa| zum Beispiel| insbesondere| unter anderem| meist| häufig| auch| oft)*"
)
_IN = r"(?:in|im|bei|beim|f[üu]r|an)(?: der| den| dem| einer| einem)?"
_SEEK = r"(?:suchen|beschäftigen|beschaftigen|stellen(?=.* ein\b)|brauchen|benötigen)"
_EMPLOYS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:Arbeitgeber\w*|Branchen|Einsatzgebiete|Einsatzorte|Arbeitsfelder|"
        rf"Wirtschaftszweige)\b"
        rf"[^.:]{{0,40}}?(?: sind| gehören| zählen|:){_WHERE}\s+(?P<places>[^.]+)",
        rf"[Gg]esucht werden{_R}{_WHERE} {_IN} (?P<places>[^.]+)",
        rf"{_R} (?:arbeite[nt]|finden (?:Arbeit|Stellen|Jobs)){_WHERE} {_IN} (?P<places>[^.]+)",
        rf"(?:Stellen|Jobs|Arbeit)\b(?: f[üu]r{_R})? (?:gibt|"
        rf"finde\w*)\b[^.,;]{{0,12}}?{_WHERE} {_IN} "
        rf"(?P<places>[^.]+)",
        rf"^(?!In |Im |Bei |Mit |Für |Wenn |Viele )(?P<places>[^.:]+?) {_SEEK} (?:\w+ "
        rf"){{0,2}}?(?:sie\b|{_R})",
    )
)
_PLACE_STOP = re.compile(
    r"\s(?:arbeiten|beschäftigt|angestellt|tätig|eingesetzt|gefragt|gesucht|zu finden|zu "
    r"Hause|weil|"
    r"denn|wo|um|mit|als|aber|sind|werden|gibt|stark|ebenso|ist|aus)\b.*|"
    r", (?:die|der|das|deren) (?=[a-zäöü]).*|;.*"
)
_NO_PLACE = re.compile(
    r"(?:team|teams|unternehmen|firm\w*|betriebe?n?|abteilung\w*|buro|schicht\w*|homeoffice|"
    r"deutschland|osterreich|schweiz|usa|bereich\w*|branchen?|jahr\w*|regel|vollzeit|teilzeit|"
    r"alltag|grund\w*|industriezweig\w*|kontakt|praxis|projekt\w*|kunden?|ort|mittelpunkt|"
    r"arbeitgeber\w*|stunden|woche\w*|tag\w*|beruf\w*|richtung|mensch\w*|lage|position\w*|"
    r"stelle\w*|rolle\w*|wechsel\w*|ausland|stadt|region\w*|b2b-bereich|b2b bereich)$"
)
_ELLIPSIS = re.compile(
    r"((?:[A-ZÄÖÜ][\w-]*-(?:, | oder | und | sowie ))+)([A-ZÄÖÜ][\w-]*?-?([Bb]ranche|"
    r"[Ii]ndustrie|[Ss]ektor|handel))\b"
)


def synonyms(statements: tuple[Statement, ...]) -> tuple[NamedFact, ...]:
    """Every other name that the sentences give a role, once for each role and source."""
    found: dict[tuple[str | None, str], NamedFact] = {}
    for statement in statements:
        for role, label in _names(statement):
            fact = NamedFact(role=role, label=label, span=statement.span)
            found.setdefault((role, fold(base_form(label))), fact)
    return tuple(found.values())


def branches(statements: tuple[Statement, ...]) -> tuple[NamedFact, ...]:
    """Every line of business that the sentences name for a role, once for each role and source."""
    found: dict[tuple[str | None, str], NamedFact] = {}
    for statement in statements:
        if statement.text.endswith("?"):
            continue
        for label in dict.fromkeys(_branches_in(statement)):
            for role in _sorted(statement.roles):
                fact = NamedFact(role=role, label=label, span=statement.span)
                found.setdefault((role, fold(label)), fact)
    return tuple(found.values())


def _sorted(roles: Collection[str]) -> list[str | None]:
    """The ids in order, or None alone where nothing tells the role."""
    return [*sorted(roles)] or [None]


def _names(statement: Statement) -> Iterator[tuple[str | None, str]]:
    text = statement.text
    heading = aligned(statement.section.heading or "").folded
    lead_in = aligned(statement.lead_in or "").folded
    if statement.is_item and _NAMES_HEADING.search(f"{heading} {lead_in}"):
        for label in _labels(text.rstrip(".")):
            yield from _given(statement, label, 0)
        return
    for match in (m for pattern in _CALLED for m in pattern.finditer(text)):
        for label in _labels(match["names"]):
            yield from _given(statement, label, match.start("names"))
    for match in _BRACKETED.finditer(text):
        if any(0 <= match.start() - m.end <= 3 for m in statement.mentions):
            for label in filter(_is_title, _labels(match["names"])):
                yield from _given(statement, label, match.start())


def _labels(names: str) -> Iterator[str]:
    for part in _SPLIT.split(names):
        label = re.sub(r"^(?:Auch|Oft|Häufig|Früher|Andere) ", "", part.strip(' „“”"»«.,;:'))
        if label and _is_name(label) and not _NO_NAME.fullmatch(aligned(label).folded):
            yield label


def _is_title(label: str) -> bool:
    return bool(named_roles(label)) or (label.isupper() and 2 <= len(label) <= 5)


def _is_name(label: str) -> bool:
    """Whether a label looks like a name: few words, the last one a noun."""
    words = label.split()
    return len(words) <= 5 and words[-1][0].isupper() and not re.search(r"\d", label)


def _given(statement: Statement, label: str, at: int) -> Iterator[tuple[str | None, str]]:
    """The role that a name is given to: the one named last before it, else the sentence's."""
    own = {m.role_id for m in statement.mentions if m.role_id in statement.roles and m.end <= at}
    roles = own if len(own) == 1 else statement.roles
    for role in _sorted(roles):
        others = {m.role_id for m in named_roles(label)} & set(statement.source.roles)
        if slug(label) != role and not _same(label, role) and not others:
            yield role, label


def _same(label: str, role: str | None) -> bool:
    """Whether a label is the role's own title in another form ("Projektleiterin")."""
    return any(title.role_id == role for title in named_roles(label))


def _branches_in(statement: Statement) -> Iterator[str]:
    text = statement.text
    for match in _ELLIPSIS.finditer(text):
        head = re.sub(r".*-(?=[A-Z])", "-", match[2]) if "-" in match[2] else match[3].lower()
        for part in re.findall(r"([A-ZÄÖÜ][\w-]*)-(?=,| )", match[1]):
            yield f"{part}{head}"
    for pattern in (_BRANCH_WORD, _WELFARE):
        for match in pattern.finditer(text):
            if not any(m.start <= match.start() < m.end for m in statement.mentions):
                yield from _branch(text, match)
    lead_in = aligned(statement.lead_in or "").folded
    of_branches = bool(_BRANCH_HEADING.search(aligned(statement.section.heading or "").folded))
    if (
        statement.is_item
        and statement.opens_paragraph
        and (of_branches or _BRANCH_HEADING.search(lead_in))
    ):
        head = re.split(r"[:(]| [–—-] ", text, maxsplit=1)[0].strip(" .,;")
        if len(head.split()) <= 6 and not statement.mentions:
            yield from _places(head)
        return
    for stretch in _stretches(statement):
        yield from _places(_PLACE_STOP.sub("", stretch))


_ROLE = "\ue000"


def _stretches(statement: Statement) -> Iterator[str]:
    """Where the sentence says that the role works: the enumeration behind or before the verb."""
    text = statement.text
    for mention in reversed(statement.mentions):
        text = f"{text[: mention.start]}{_ROLE}{text[mention.end :]}"
    for pattern in _EMPLOYS:
        for match in pattern.finditer(text):
            yield match["places"].split(_ROLE)[0]


def _branch(text: str, match: re.Match[str]) -> Iterator[str]:
    label = match.group()
    adjective = re.search(r"\b([a-zäöüß]+(?:en|er|em|e)) $", text[: match.start()])
    if _GENERIC_BRANCH.fullmatch(fold(label)):
        if not adjective or not re.search(r"(?:isch|ell|iv|bank|chem|pharm)e[nrm]?$", adjective[1]):
            return
        label = f"{adjective[1]} {label}"
    yield label


def _places(stretch: str) -> Iterator[str]:
    for part in _SPLIT.split(stretch):
        label = re.sub(
            r"^(?:(?:[Aa]uch|etwa|vor allem|zum Beispiel|in|im|bei|der|die|den|dem|das|"
            r"großen|größeren|kleinen|"
            r"vielen|sowie|oder|und|z\. B\.|insbesondere|beispielsweise|an|a[nm]|ein|eine|"
            r"einem|einer|eines|nahezu|fast) )+",
            "",
            part.strip(' .,;:„“"()'),
        )
        nouns = [w for w in label.split() if w[0].isupper()]
        if not nouns or len(label.split()) > 5 or not label.split()[-1][0].isupper():
            continue
        if label.endswith("-"):
            continue
        if _BRANCH_WORD.search(label) and nouns[-1] != label:
            continue
        if _NO_PLACE.fullmatch(fold(nouns[-1])) or re.search(r"\d", label) or named_roles(label):
            continue
        yield label
