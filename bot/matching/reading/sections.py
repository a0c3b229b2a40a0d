"""Headings of CVs, in German and English, and the parts of a document below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.german.folding import fold
from bot.matching.profile import Stance
from bot.matching.reading.lines import Line
from bot.matching.reading.stance import stance_of

SectionKind = Literal[
    "personal", "work", "internship", "volunteer", "education", "skills", "languages",
    "certificates", "mobility", "summary", "interests", "references", "mixed", "other",
]  # fmt: skip

_HEADINGS: dict[SectionKind, str] = {
    "personal": """
        persönliche daten; persönliche angaben; angaben zur person; zur person; personalien;
        persönliches; persönliche informationen; personal details; personal information;
        personal data; about the person; kontakt; kontaktdaten; kontaktinformationen; contact;
        contact details; contact information; familie; familienstand; meine daten; basics;
        private daten; private angaben""",
    "work": """
        berufserfahrung; berufserfahrungen; berufspraxis; beruflicher werdegang; berufstätigkeit;
        berufliche erfahrung; berufliche erfahrungen; berufliche stationen; berufliche praxis;
        berufliche tätigkeiten; berufliche tätigkeit; berufliche laufbahn; berufsweg; stationen;
        arbeitserfahrung; arbeitserfahrungen; praxiserfahrung; praktische erfahrung;
        praktische erfahrungen; beschäftigungen; beschäftigungsverhältnisse; positionen;
        tätigkeiten; anstellungen; karriere; karriereverlauf; berufsverlauf; erfahrung;
        erfahrungen; work experience; professional experience; experience; employment;
        employment history; work history; career history; career; positions; work;
        professional background; relevant experience; professional career; jobs; projekte;
        projekterfahrung; projects; project experience; selbständigkeit; selbstständigkeit;
        berufliche erfahrungen und stationen; praxis; bisherige stationen; jobs und projekte;
        bisherige tätigkeiten; nebentätigkeiten; nebentätigkeit; nebenjobs; freelance work""",
    "internship": """
        praktika; praktikum; praktische tätigkeiten; internships; internship; berufspraktika;
        praktika und nebenjobs; schülerpraktika""",
    "volunteer": """
        ehrenamt; ehrenamtliches engagement; ehrenamtliche tätigkeit; ehrenamtliche tätigkeiten;
        engagement; soziales engagement; gesellschaftliches engagement; volunteering; volunteer;
        volunteer experience; volunteer work; freiwilligenarbeit; wehrdienst; zivildienst;
        wehrdienst zivildienst; bundesfreiwilligendienst""",
    "education": """
        ausbildung; bildung; bildungsweg; bildungsgang; schulbildung; studium; schule;
        ausbildungen; akademische ausbildung; hochschulausbildung; hochschulstudium;
        berufsausbildung; schulische ausbildung; schulischer werdegang; akademischer werdegang;
        universitäre ausbildung; ausbildung und studium; studium und ausbildung; schulausbildung;
        schul und berufsausbildung; schule und ausbildung; schule und studium; promotion;
        aus und weiterbildung; ausbildung und weiterbildung; bildung und abschlüsse; abschlüsse;
        education; education and training; academic background; academic education; studies;
        qualifications; academic qualifications; degrees; schooling; training; werdegang bildung;
        akademische laufbahn; schullaufbahn; schulabschluss; hochschulbildung""",
    "skills": """
        können; mein können; was ich kann; das kann ich;
        kenntnisse; fähigkeiten; kompetenzen; fachkenntnisse; fachkompetenzen; kernkompetenzen;
        fachliche kompetenzen; fachliche kenntnisse; besondere kenntnisse; weitere kenntnisse;
        edv; programme; werkzeuge; arbeitsmittel; systeme; frameworks; datenbanken; plattformen;
         edv kenntnisse; it kenntnisse; it; computerkenntnisse; pc kenntnisse; software;
        softwarekenntnisse; softskills; soft skills; hard skills; skills; technical skills;
        key skills; core skills; core competencies; competencies; expertise; stärken; strengths;
        persönliche stärken; persönliche kompetenzen; soziale kompetenzen; methodenkompetenz;
        qualifikationen; qualifikation; besondere fähigkeiten; kenntnisse und fähigkeiten;
        fähigkeiten und kenntnisse; tools; technologies; technologien; programmierkenntnisse;
        programmiersprachen; digitale kompetenzen; computer skills; it skills; fachwissen;
        skills und tools; schwerpunkte; tätigkeitsschwerpunkte; branchenkenntnisse; methoden;
        sonstige kenntnisse; zusätzliche kenntnisse; weitere qualifikationen; tech stack;
        zusatzqualifikationen; berufliche qualifikationen; additional skills; know how;
        sprach und edv kenntnisse; sprachen und edv; sprachen und it; kenntnisse und interessen;
        it und sprachen; edv und sprachen; sprachen und kenntnisse; skills und languages;
        languages und skills; skills and languages; languages and skills; skills and interests;
        sprachen und weitere kenntnisse; weitere fähigkeiten; fachgebiete; was ich kann;
        was ich mitbringe; das bringe ich mit; ich bringe mit; ich kann; ich biete;
        was ich biete; das biete ich; was mir liegt; das liegt mir; was mir nicht liegt;
        was ich nicht kann; das kann ich nicht; schwächen; meine schwächen; weaknesses;
        what i bring; what i offer; was mich ausmacht; das kann ich; edv und it;
        das zeichnet mich aus; was mich auszeichnet; my strengths""",
    "languages": """
        sprachen; sprachkenntnisse; fremdsprachen; sprachkompetenz; sprachfähigkeiten; languages;
        language skills; fremdsprachenkenntnisse; sprachliche kenntnisse; foreign languages""",
    "certificates": """
        zertifikate; zertifizierungen; weiterbildung; weiterbildungen; fortbildung; fortbildungen;
        fort und weiterbildung; fort und weiterbildungen; lehrgänge; kurse; seminare; schulungen;
        weiterbildungen und zertifikate; zertifikate und weiterbildungen; lizenzen; certificates;
        certifications; licenses; licences; licenses and certifications; courses; further training;
        professional development; certifications and training; training and certifications;
        weiterbildungen und seminare; seminare und weiterbildungen; berufliche weiterbildung;
        lizenzen und zertifikate; bescheinigungen; zusatzausbildungen; awards; auszeichnungen;
        geplant; in planung; geplante weiterbildungen; geplante fortbildungen; planned;
        nachweise; zusätzliche nachweise; scheine; führerscheine und zertifikate;
        publikationen; publications; veröffentlichungen; ehrungen; stipendien; preise""",
    "mobility": """
        mobilität; führerschein; führerscheine; verfügbarkeit; mobility; availability;
        driving licence; reisebereitschaft; mobilität und verfügbarkeit""",
    "summary": """
        profil; kurzprofil; über mich; zusammenfassung; mein profil; berufliches profil; summary;
        profile; about; about me; professional summary; personal statement; executive summary;
        objective; career objective; career summary; ziele; berufsziel; ziel; motivation;
        zielposition; karriereziel; wer ich bin; vorstellung; personal profile; anschreiben;
        persönliches profil; kurzvorstellung; selbstbeschreibung""",
    "interests": """
        hobbys; hobbies; interessen; freizeit; interests; interessen und hobbys;
        hobbys und interessen; hobbies and interests; persönliche interessen; freizeitinteressen""",
    "references": "referenzen; references; referenz; referees",
    "mixed": """
        lebenslauf; curriculum vitae; cv; resume; werdegang; tabellarischer lebenslauf; vita;
        mein werdegang; resümee; bewerbung; mein lebenslauf; europass lebenslauf; europass;
        beruf; sonstiges; sonstige angaben; weitere angaben; weitere informationen; diverses;
        additional information; miscellaneous; other; zusätzliche informationen;
        bewerberprofil; kandidatenprofil; beraterprofil; mitarbeiterprofil""",
}  # fmt: skip
_TITLES = """
    lebenslauf; curriculum vitae; cv; resume; vita; tabellarischer lebenslauf; mein lebenslauf;
    resümee; bewerbung; europass lebenslauf; europass; bewerberprofil; kandidatenprofil;
    beraterprofil; mitarbeiterprofil"""
_CONJUNCTION = re.compile(r"\s*(?:&|\+|/|,|-|–|\bund\b|\band\b|\bu\.)\s*")
_EDGE = re.compile(r"^[\s\d.)IVX|:_*•–—-]*(?=[^\W\d_]{2})|[\s:_*|–—-]+$")
_LONGEST = 60
_LEAST_LETTERS = 6


def _key(text: str) -> str:
    return " ".join(filter(None, _CONJUNCTION.split(fold(text)))).replace(" und ", " ").strip()


_BY_NAME: dict[str, SectionKind] = {
    _key(name): kind for kind, names in _HEADINGS.items() for name in names.split(";")
}


def _letters(text: str) -> str:
    """A name without its spaces, which scanning strews in: "Schulb i l d u n g"."""
    return _key(text).replace(" ", "")


_BY_LETTERS: dict[str, SectionKind] = {
    name.replace(" ", ""): kind for name, kind in _BY_NAME.items() if len(name) >= _LEAST_LETTERS
}

_WEAK = re.compile(r"(?:meine\s)?schwächen|weaknesses", re.I)
_DOCUMENT_TITLES = frozenset(_key(name) for name in _TITLES.split(";"))


@dataclass(frozen=True, slots=True)
class Section:
    """Lines below one heading; ``heading`` is None before the first."""

    kind: SectionKind
    heading: Line | None
    lines: tuple[Line, ...]


def section_of(text: str) -> SectionKind | None:
    """The kind of section that ``text`` alone is the heading of.

    Letters set wide ("B E R U F"), numbering, a colon, any case and "&" for "und" are understood.
    """
    if len(text) > _LONGEST:
        return None
    bare = _EDGE.sub("", text.strip())
    if re.fullmatch(r"(?:\S ){3,}\S", bare):
        bare = bare.replace(" ", "")
    kind = _BY_NAME.get(_key(bare)) or _BY_LETTERS.get(_letters(bare))
    if kind:
        return kind
    # "Berufserfahrung (Auszug)", "Praktika & Berufserfahrung", "Ausgewählte Projekte"
    bare = re.sub(r"\([^)]*\)$", "", bare).strip()
    bare = re.sub(
        r"^(?:meine|relevante|ausgewählte|weitere|my|selected|key|sonstige)\s+",
        "",
        bare,
        flags=re.I,
    )
    if kind := _BY_NAME.get(_key(bare)):
        return kind
    parts = [_BY_NAME.get(_key(part)) for part in _CONJUNCTION.split(bare)]
    return parts[0] if len(parts) > 1 and all(parts) else None


def stance_of_heading(text: str) -> Stance:
    """What a heading says of all that stands below: "Was ich nicht kann", "Geplant"."""
    return "lacks" if _WEAK.search(text) else stance_of(text)


def is_document_title(text: str) -> bool:
    """Whether ``text`` names the document, not a part of it."""
    return _key(_EDGE.sub("", text.strip())) in _DOCUMENT_TITLES


def split_sections(lines: Sequence[Line]) -> list[Section]:
    """Lines by the heading they stand below, in order."""
    sections: list[Section] = []
    kind: SectionKind = "mixed"
    heading: Line | None = None
    below: list[Line] = []
    for line in lines:
        found = None if line.bullet else section_of(line.text)
        if found is None:
            below.append(line)
            continue
        if below or heading:
            sections.append(Section(kind, heading, tuple(below)))
        kind, heading, below = found, line, []
    sections.append(Section(kind, heading, tuple(below)))
    return sections
