"""The roles that an article announces itself to be about, by its title and headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.domain import Source
from bot.knowledge.titles import NamedRole, base_form, named_roles, slug

_ARTICLE = r"(?:eine?[rnsm]?|eine?[:*/]-?[ern]|ein\(e\)|eine\(n\)|der|die|das|den|dem|des)"
_SUBJECT = (
    r"(?P<title>[A-ZÄÖÜ][\w&/:*-]*(?:\(in\))?"
    r"(?: (?:für|of) [A-ZÄÖÜ][\w&-]*| (?!Aufgaben|Gehalt)[A-ZÄÖÜ][\w&/:*-]*){0,3})"
)
_TOPIC = (
    r"(?:Aufgaben|Gehalt|Gehälter|Verdienst|Berufsbild|Beruf|Karriere|Ausbildung|Tätigkeiten?|"
    r"Anforderungen|Voraussetzungen|Jobprofil|Stellenprofil|Qualifikation(?:en)?|"
    r"Stellenbeschreibung|"
    r"Jobbeschreibung|Perspektiven|Studium|Einstieg|Definition|Kompetenzen|Weiterbildung|Alltag)"
)
# What these stand around is a role even where its name has no title's form.
_ANNOUNCING = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?:Was|Wie viel|Wieviel|Womit|Wie|Wo) (?:macht|verdient|tut|leistet|arbeitet|bekommt)"
        rf"(?: (?:eigentlich|denn|man))?(?: als)?(?: eine?[rn]?| ein\(e\)|"
        rf" ein[:*/]-?e)? {_SUBJECT}",
        rf"\b(?:Wie (?:wird|werde|wirst) (?:man|ich|du)|So wirst du|So werden Sie) {_SUBJECT}",
        rf"^Berufsbild:? (?:{_ARTICLE} )?{_SUBJECT}",
        rf"\b(?:Gehalt|Verdienst|Karriere|Arbeiten|Einstieg|Beruf|Job|Bewerbung|"
        rf"Jobs) als {_SUBJECT}",
        rf"^{_SUBJECT}(?: \(m/w/d\)| \(w/m/d\)| \(d/m/w\))?\s*(?::|–|-|—|\|"
        rf")\s+(?:\w+ ){{0,2}}{_TOPIC}\b",
        rf"^{_SUBJECT} (?:\(m/w/d\)|\(w/m/d\)|werden\b|im (?:Porträt|Überblick|Profil)\b)",
    )
)
# What a heading says of a role that it names in a title's form.
_OF_A_ROLE = re.compile(
    rf"\b(?:{_TOPIC}|[Vv]erdien\w*|[Mm]acht|[Gg]eh(?:alt|älter)\w*|[Vv]ergütung\w*|[Tt]ut)\b"
)
_BETWEEN = re.compile(
    r"\b(?:[Vv]om|[Uu]nterschied\w*|[Vv]ergleich\w*|[Kk]arriere\w*|[Aa]ufstieg\w*|"
    r"[Zz]usammenarbeit)\b"
)
_NO_ROLE = re.compile(
    r"^(?:Unternehmen|Firma|Beruf|Berufsbild|Job|Jobs|Tag|Team|Branche|Aufgaben|Gehalt|Gehälter|"
    r"Karriere|Ausbildung|Studium|Arbeit|Mitarbeiter\w*|Menschen?|Person|Kunden?|Bewerber\w*|"
    r"Verdienst|Überblick|Fazit|Definition|Anforderungen|Voraussetzungen|Profil|Rolle|Rollen|"
    r"Branchen|Weiterbildung|Perspektiven|Zukunft|Einstieg|Berufseinsteiger\w*|Sie|Die|Der|Das|"
    r"Ihr|Ihre|Was|Wie|Warum|Wo|Alles|Einsteiger\w*|Quereinsteiger\w*|Deutschland)\b"
)


def announced_titles(source: Source) -> tuple[NamedRole, ...]:
    """Titles of the roles that a source's title and headings are about, without repeats.

    A heading counts where it says what such a role does or earns, not where it only leads to
    another one ("Vom Bauleiter zum Projektleiter").
    """
    found = {role.role_id: role for role in _announced(_lines(source), by_form=False)}
    for role in named_roles(source.title):
        found.setdefault(role.role_id, role)
    for role in _announced(_lines(source), by_form=True):
        found.setdefault(role.role_id, role)
    return tuple(found.values())


def _lines(source: Source) -> list[str]:
    headings = (heading for section in source.sections for heading in section.path)
    return list(dict.fromkeys((source.title, *headings)))


def _announced(lines: Iterable[str], *, by_form: bool) -> Iterator[NamedRole]:
    for line in lines:
        if by_form:
            if _OF_A_ROLE.search(line) and not _BETWEEN.search(line):
                yield from named_roles(line)
            continue
        for pattern in _ANNOUNCING:
            match = pattern.search(line)
            if match:
                yield from _titles_of(match["title"], match.start("title"))
                break


def _titles_of(phrase: str, start: int) -> Iterator[NamedRole]:
    by_form = named_roles(phrase)
    if by_form:
        yield from by_form
    elif not _NO_ROLE.search(phrase):
        label = " ".join(base_form(word) for word in phrase.rstrip("-/:*").split())
        yield NamedRole(slug(label), label, None, start, start + len(phrase))
