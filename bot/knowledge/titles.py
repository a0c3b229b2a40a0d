"""Occupational titles recognised by their form, whether or not any source is about them.

Conservative: a German noun that ends in the head of a title ("-leiter", "-ingenieur"), an English
title made of known words ("Customer Success Manager"), "Head of …". What anybody may be called
("Mitarbeiter", "Ansprechpartner", "Berufseinsteiger") is no title.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

# Heads of German titles in the masculine; compounds end in them, and those of the first row that
# say enough stand alone as well.
_ALONE = """
    ingenieur techniker meister erzieher controller buchhalter architekt arzt apotheker jurist
    rechtsanwalt anwalt notar richter lehrer dozent professor psychologe therapeut pfleger
    krankenpfleger hebamme sanitäter verkäufer disponent sachbearbeiter informatiker programmierer
    mechatroniker elektroniker elektriker mechaniker schlosser schreiner tischler zimmerer maurer
    maler dachdecker gärtner landwirt winzer friseur kosmetiker koch bäcker metzger konditor kellner
    polier journalist redakteur texter fotograf designer chemiker physiker biologe mathematiker
    laborant chemielaborant optiker logopäde ergotherapeut physiotherapeut steuerberater
    wirtschaftsprüfer unternehmensberater geschäftsführer kaufmann betriebswirt fachwirt
    bankkaufmann referent lokführer pilot fluglotse polizist soldat recruiter consultant analyst
    entwickler einkäufer vertriebler personaler aktuar übersetzer dolmetscher bibliothekar
    archivar schweißer schweisser industriemeister pharmazeut pharmareferent trainee teamleiter
    prokurist kameramann cutter bauingenieur steuerfachangestellter volontär administrator
    logistiker produktioner speditionskaufmann rettungssanitäter altenpfleger sozialarbeiter
    sozialpädagoge heilpädagoge oberarzt chefarzt assistenzarzt facharzt stationsleiter
    pflegefachkraft pflegedienstleiter fachkraft-für erzieherhelfer oberkellner küchenchef souschef
    konstrukteur spediteur geselle vorarbeiter kassierer aushilfe hilfskraft generalist
"""
_HEADS = """
    leiter manager berater ingenieur techniker meister wirt entwickler architekt designer
    kaufmann kauffrau assistent referent controller buchhalter betreuer vertreter verkäufer
    sachbearbeiter planer prüfer analyst analytiker berater koordinator administrator
    techniker mechaniker mechatroniker elektroniker informatiker monteur installateur laborant
    arzt ärztin pfleger therapeut pädagoge psychologe lehrer trainer coach dozent anwalt
    fachkraft fachangestellter fachangestellte assistenz pflegekraft führer fahrer direktor
    inspektor spezialist experte redakteur texter forscher wissenschaftler gutachter makler
    gestalter zeichner schneider bauer macher disponent fahrlehrer einkäufer händler broker
    vermittler beauftragter beauftragte verwalter beamter kontrolleur optiker akustiker helfer
    arbeiter pilot kapitän lotse wärter aufseher chef vorstand sekretär fachmann kassierer bediener
    operateur generalist programmierer consultant engineer specialist partner owner
    chemiker physiker biologe
    geologe meteorologe soziologe ökonom jurist recruiter supervisor auditor entwicklerin
    moderator produzent regisseur dramaturg kurator konservator restaurator präparator
"""
_NEVER = re.compile(
    r"(?:mitarbeiter|arbeitgeber|arbeitnehmer|ansprechpartner|gesprächspartner|geschäftspartner|"
    r"vertragspartner|handelspartner|netzwerkpartner|kooperationspartner|verhandlungspartner|"
    r"projektpartner|lebenspartner|marktführer|verkehrsteilnehmer|reiseführer|weltmeister|"
    r"wettbewerber|anbieter|hersteller|vorrat|heirat|gerat|apparat|quadrat|monat|senat|format|"
    r"zertifikat|praktikant|bürgermeister|vorreiter|begleiter|blitzableiter|halbleiter|"
    r"mitglied|unternehmensvertreter|kundenvertreter|interessenvertreter|stellvertreter|"
    r"stellvertretung|sparringspartner|traumpartner|herausforderer|bauernhof|wegbereiter|"
    r"privatwirt|gastwirt|aufenthalt|beirat|betriebsrat|aufsichtsrat|zierrat|hausrat|unrat|"
    r"fachbeirat|vorrat|stadtrat|heimat|karriereleiter|auslandsvertreter|maschinenbauer|"
    r"schrittmacher|stimmungsmacher|muntermacher|entscheidungsvertreter|personalrat|"
    r"branchenexperte|fachexperte|fachspezialist|gehaltsexperte|karriereexperte|karriereberater|"
    r"bauarbeiter|zeitarbeiter|leiharbeiter|facharbeiter|hilfsarbeiter|sozialpartner|"
    r"landesvertreter|fachvertreter|mietwagenfahrer|autofahrer|radfahrer|"
    r"marathonläufer|sprinter|kunden?partner|servicepartner|vertriebspartner)"
)
_MODIFIERS = """
    account accounts key strategic national international global regional general area sales product
    project program programme customer client success business development team marketing online
    content social media seo sea performance brand category supply chain event office hr it data big
    machine learning ai software hardware frontend front-end backend back-end full stack fullstack
    full-stack devops cloud security cyber information test testing qa ux ui user experience
    interface solution solutions enterprise system systems network engineering technical technology
    chief operating operations executive financial vice talent acquisition recruiting people change
    risk compliance quality assurance facility property asset investment fund portfolio community
    country scrum agile delivery release service services growth communication communications public
    relations store bid tender contract process innovation strategy management research accounting
    finance legal tax credit export import purchasing procurement logistics warehouse fleet revenue
    digital e-commerce ecommerce campaign partner channel field inside pre-sales presales staff
    principal managing interior graphic game web mobile motion interaction art creative medical
    clinical regulatory affairs site reliability platform embedded electrical mechanical civil
    structural construction application applications support help desk integration implementation
    human resources resource working student visual concept conversion crm erp sap senior
    junior plant production manufacturing maintenance shift lead major territory district
    incident problem configuration requirements functional technical-account launch market tech
    corporate group division commercial design
"""
_ENGLISH_HEADS = """
    manager lead director engineer architect designer partner consultant analyst developer officer
    specialist executive representative owner master scientist coach coordinator administrator
    controller recruiter accountant supervisor president planner buyer strategist researcher writer
    editor producer advisor adviser trainer tester auditor broker trader operator evangelist
    associate assistant agent accounter generalist
"""
# A head that needs a modifier in front: "Manager" alone is anybody who manages.
_CHIEFS = "CEO CTO CFO COO CIO CMO CDO CPO CISO CRO CHRO"
_LEVELS = frozenset(("junior", "senior", "lead"))

_ALONE_WORDS = frozenset(_ALONE.split())
_HEAD_WORDS = tuple(sorted(set(_HEADS.split()), key=len, reverse=True))
_MODIFIER_WORDS = frozenset(_MODIFIERS.split())
_ENGLISH_HEAD_WORDS = frozenset(_ENGLISH_HEADS.split())
_GENDERED = re.compile(r"(?<=[^\W\d_])(?:[:*_·]|/-?)(?:innen|in)\b|\((?:in|innen)\)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][^\W\d_]*(?:-[^\W\d_]+)*")
_HEAD_OF = re.compile(
    r"(?:Head|Heads|Directors?|Vice Presidents?|VPs?|Managers?) of (?:the )?"
    r"(?P<field>[A-Z][\w&-]*(?: (?:(?:and|&) )?[A-Z][\w&-]*){0,2})"
)
_COMPLEMENT = re.compile(
    r"\s+(?:für|im (?!Monat|Jahr|Vergleich|Überblick|Detail|Porträt|Team|Alltag|Berufs)|"
    r"in der)\s*(?P<field>(?:[A-ZÄÖÜ]\w+-,? (?:und )?)*[A-ZÄÖÜ][\w-]*\w)"
)
_TAKES_COMPLEMENT = re.compile(r"(?:kaufmann|(?:^|-)fachkraft|fachangestellter)$")
_ADJECTIVE = re.compile(
    r"(?P<adjective>(?:[Tt]echnisch|[Kk]aufmännisch|[Mm]edizinisch|[Pp]harmazeutisch|"
    r"[Ww]issenschaftlich|[Ss]tellvertretend|[Ll]eitend|[Oo]perativ|"
    r"[Kk]ünstlerisch)(?:e[rnms]?))\s+$"
)
_TAKES_ADJECTIVE = re.compile(
    r"(?:leiter|direktor|fachangestellter?|assistent|mitarbeiter|berater|angestellter?|"
    r"geschäftsführer)$"
)


@dataclass(frozen=True, slots=True)
class NamedRole:
    """A title at ``start`` to ``end`` of a text.

    Attributes:
        role_id: slug of its masculine singular, without the level.
        label: that singular as one would write it.
        level: a level written before it, lower case ("junior", "senior", "lead"), else None;
            ``start`` is then the level's.
    """

    role_id: str
    label: str
    level: str | None
    start: int
    end: int


def slug(title: str) -> str:
    """Id of a title: "Projektleiter für Büro" is "projektleiter-fuer-buero"."""
    lowered = title.lower()
    for letter, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        lowered = lowered.replace(letter, plain)
    return re.sub(r"[^a-z0-9]+", "-", lowered).strip("-")


def named_roles(text: str) -> tuple[NamedRole, ...]:
    """Occupational titles in ``text`` in order, none inside another."""
    found: list[NamedRole] = []
    for role in sorted(_candidates(text), key=lambda r: (r.start, r.start - r.end)):
        if not found or role.start >= found[-1].end:
            found.append(role)
    return tuple(found)


@functools.lru_cache(maxsize=50_000)
def base_form(word: str) -> str:
    """A title's noun in the masculine singular: "Projektleiterinnen" is "Projektleiter"."""
    word = _GENDERED.sub("", word)
    lowered = word.lower()
    for plural, singular in _IRREGULAR:
        if lowered.endswith(plural):
            stem = word[: len(word) - len(plural)]
            return stem + (singular if stem else singular.capitalize())
    for form in _stripped(word):
        if _is_title_noun(form.lower()):
            return form
    return word


_IRREGULAR = (
    ("kauffrauen", "kaufmann"),
    ("kauffrau", "kaufmann"),
    ("kaufleuten", "kaufmann"),
    ("kaufleute", "kaufmann"),
    ("kaufmanns", "kaufmann"),
    ("ärztinnen", "arzt"),
    ("ärztin", "arzt"),
    ("ärzten", "arzt"),
    ("ärzte", "arzt"),
    ("arztes", "arzt"),
    ("anwältinnen", "anwalt"),
    ("anwältin", "anwalt"),
    ("anwälten", "anwalt"),
    ("anwälte", "anwalt"),
    ("köchinnen", "koch"),
    ("köchin", "koch"),
    ("köche", "koch"),
    ("fachfrauen", "fachmann"),
    ("fachfrau", "fachmann"),
    ("fachleuten", "fachmann"),
    ("fachleute", "fachmann"),
    ("fachkräften", "fachkraft"),
    ("fachkräfte", "fachkraft"),
    ("angestellten", "angestellter"),
    ("angestellte", "angestellter"),
    ("beauftragten", "beauftragter"),
    ("beauftragte", "beauftragter"),
)


def _stripped(word: str) -> Iterator[str]:
    yield word
    for ending in ("innen", "in", "s", "es", "n", "en", "e"):
        if word.lower().endswith(ending) and len(word) - len(ending) >= 4:
            yield word[: -len(ending)]
    if word.lower().endswith(("oginnen", "ogin", "eutin")):
        yield re.sub(r"in(?:nen)?$", "e", word)


@functools.lru_cache(maxsize=50_000)
def _is_title_noun(lowered: str) -> bool:
    last = lowered.rsplit("-", 1)[-1]
    if _NEVER.search(lowered):
        return False
    if lowered in _ALONE_WORDS:
        return True
    for head in _HEAD_WORDS:
        if last.endswith(head) and ("-" in lowered or len(last) - len(head) >= 3):
            return True
    return any(last.endswith(word) and len(word) >= 6 for word in _ALONE_WORDS)


def _candidates(text: str) -> Iterator[NamedRole]:
    tokens = list(_WORD.finditer(text))
    for match in _HEAD_OF.finditer(text):
        label = re.sub(r"^(Head|Director|Vice President|VP|Manager)s\b", r"\1", match.group())
        yield NamedRole(slug(label), label, None, match.start(), match.end())
    for match in re.finditer(rf"\b(?:{'|'.join(_CHIEFS.split())})s?\b", text):
        label = match.group().rstrip("s")
        yield NamedRole(slug(label), label, None, match.start(), match.end())
    for position, token in enumerate(tokens):
        yield from _english(text, tokens, position)
        yield from _german(text, token)


def _english(text: str, tokens: list[re.Match[str]], position: int) -> Iterator[NamedRole]:
    token = tokens[position]
    parts = token.group().lower().split("-")
    head = _english_head(parts[-1])
    if head is None or not token.group()[0].isupper():
        return
    first = _first_modifier(text, tokens, position)
    start = tokens[first].start()
    level = None
    if tokens[first].group().lower() in _LEVELS and first < position:
        level = tokens[first].group().lower()
        first += 1
    if first == position and not _known_parts(parts[:-1]):
        return
    words = [t.group() for t in tokens[first : position + 1]]
    last = words[-1]
    words[-1] = last[: len(last) - len(parts[-1])] + last[len(last) - len(parts[-1]) :][: len(head)]
    label = " ".join(words).replace("-", " ")
    end = _gender_end(text, token.end())
    yield NamedRole(slug(label), label, level, start, end)


def _first_modifier(text: str, tokens: list[re.Match[str]], position: int) -> int:
    """Index of the first token of the English title whose head stands at ``position``."""
    first = position
    while first > 0:
        before = tokens[first - 1]
        gap = text[before.end() : tokens[first].start()]
        known = before.group()[0].isupper() and _known_parts(before.group().lower().split("-"))
        if not known or gap not in (" ", "-", "\u00a0"):
            break
        first -= 1
    return first


def _known_parts(parts: list[str]) -> bool:
    return bool(parts) and all(part in _MODIFIER_WORDS for part in parts)


def _english_head(word: str) -> str | None:
    for ending in ("innen", "in", "s", "n", ""):
        base = word[: len(word) - len(ending)] if ending else word
        if word.endswith(ending) and base in _ENGLISH_HEAD_WORDS:
            return base
    return None


def _german(text: str, token: re.Match[str]) -> Iterator[NamedRole]:
    word = token.group()
    if not word[0].isupper():
        return
    base = base_form(word)
    if not _is_title_noun(base.lower()) and not (
        base.lower() in {"leiter", "direktor"} and _ADJECTIVE.search(text[: token.start()])
    ):
        return
    label, start, end = base, token.start(), _gender_end(text, token.end())
    if _TAKES_COMPLEMENT.search(base.lower()):
        field = _COMPLEMENT.match(text, end)
        if field:
            label, end = label + field.group(), field.end()
    if _TAKES_ADJECTIVE.search(base.lower()):
        adjective = _ADJECTIVE.search(text[: token.start()])
        if adjective:
            stem = re.sub(r"e[rnms]?$", "er", adjective["adjective"])
            label = f"{stem[0].upper()}{stem[1:]} {label}"
            start = adjective.start()
    level = None
    before = re.search(r"\b(Junior|Senior|Lead)[ -]$", text[:start])
    if before:
        level, start = before[1].lower(), before.start()
    prefixed = re.match(r"(Junior|Senior)-(?=.)", label)
    if prefixed:
        level, label = prefixed[1].lower(), label[prefixed.end() :]
    yield NamedRole(slug(label), label, level, start, end)


def _gender_end(text: str, end: int) -> int:
    mark = _GENDERED.match(text, end)
    return mark.end() if mark else end


def other_forms(label: str) -> tuple[str, ...]:
    """Forms of a title that no ending explains: "Kauffrau", "Kaufleute", "Ärztin"."""
    lowered = label.lower()
    forms = []
    for form, singular in _IRREGULAR:
        at = lowered.find(singular)
        if at >= 0:
            form = form if at else form.capitalize()
            forms.append(label[:at] + form + label[at + len(singular) :])
    return tuple(forms)
