"""Everyday German words of working life that mean the same, and words of one family.

General German: nothing here comes from any corpus. Words are folded ("ä" is "a", "ß" is "ss").
"""

from __future__ import annotations

import functools
import re
from types import MappingProxyType

from bot.german.employment import german_for
from bot.german.folding import fold
from bot.german.words import stem

_GROUPS = """
    Dienstwagen Firmenwagen Geschäftswagen Firmenauto Dienstauto Firmenfahrzeug Dienstfahrzeug
    Karre Schlitten Auto Autos Wagen;
    Reisebereitschaft reisen Dienstreisen Dienstreise Geschäftsreisen Reiselust Reisetätigkeit
    unterwegs Achse herumreisen rumreisen rumkommen herumkommen;
    Feierabend Arbeitszeit Arbeitszeiten Dienstschluss Büroschluss;
    rackern schuften malochen ackern arbeiten Belastung belastbar Stress;
    hellhörig vorsichtig misstrauisch aufpassen wachsam stutzig skeptisch;
    einfühlen einfühlsam reinfühlen hineinfühlen reinversetzen hineinversetzen Empathie
    Einfühlungsvermögen Feingefühl empathisch;
    nennen heißen bezeichnen Bezeichnung Bezeichnungen genannt;
    nerven ärgern Ärger stören Herausforderung Herausforderungen;
    Büro Schreibtisch Innendienst Arbeitsort Arbeitsorte;
    Stammkunde Stammkunden Bestandskunde Bestandskunden;
    Fremdsprache Fremdsprachen Fremdsprachenkenntnisse Sprachkenntnisse Sprachen Englisch;
    Konkurrent Konkurrenten Konkurrenz Wettbewerber Mitbewerber;
    Aufstiegschancen Aufstiegsmöglichkeiten Karrierechancen Aufstieg Karriere;
    Spanne Spannweite Bandbreite Spannbreite Rahmen;
    Arbeitgeber Unternehmen Firma Betrieb;
    Chef Vorgesetzter Führungskraft Geschäftsführer Geschäftsführung;
    Kollegen Kollege Team Teams Abteilung Abteilungen;
    Messe Messen Events Veranstaltungen;
    Rabatt Rabatte Preisnachlass Nachlässe Sonderkonditionen;
    Erlaubnis Genehmigung Genehmigungen genehmigen Freigabe;
    Umsatz Umsätze Erlös Erlöse;
    Kunde Kunden Klient Klienten Auftraggeber Kundschaft;
    Großkunde Großkunden Schlüsselkunde Schlüsselkunden Hauptkunde Hauptkunden;
    Neukundengewinnung Neukundenakquise;
    Akquise Akquisition Kaltakquise Gewinnung;
    Provision Provisionen Bonus Boni Prämie Prämien Erfolgsbeteiligung Tantieme;
    Zusatzleistung Zusatzleistungen Benefits Nebenleistungen Extras;
    Einarbeitung Einarbeitungszeit Onboarding eingearbeitet einarbeiten;
    Berufseinsteiger Einsteiger Berufsanfänger Anfänger Neuling Berufsstarter;
    Quereinsteiger Quereinstieg Seiteneinsteiger Seiteneinstieg;
    Studium Hochschulabschluss Uniabschluss Universitätsabschluss Bachelor Bachelorabschluss
    akademischer studieren;
    Master Masterabschluss Masterstudium;
    Ausbildung Lehre Berufsausbildung;
    Ingenieur Ingenieurin Ingenieure Ingenieurstudium Ingenieurwissenschaften
    Ingenieurswissenschaften Ingenieurwesen;
    Betriebswirtschaft Betriebswirtschaftslehre BWL betriebswirtschaftlich;
    Weiterbildung Fortbildung Schulung Schulungen;
    Aufstieg Beförderung befördert aufsteigen;
    Englisch Englischkenntnisse englischsprachig;
    Herausforderung Herausforderungen Schwierigkeit Schwierigkeiten Nachteil Nachteile
    Probleme Schattenseite Schattenseiten Kehrseite Kehrseiten;
    Eigenschaft Eigenschaften Stärke Stärken Fähigkeit Fähigkeiten;
    Stress stressig Druck Belastung Verkaufsdruck Zeitdruck;
    Vorteil Vorteile Vorzug Vorzüge;
    Zukunft Zukunftsaussichten Zukunftsperspektive Perspektive Aussichten;
    Stadt Städte Standort Standorte;
    Arbeitszeit Arbeitszeiten;
    Branche Branchen Industriezweig Industriezweige Wirtschaftszweig Sektor;
    Werkzeug Werkzeuge Tool Tools Software;
    selbstständig freiberuflich freelance Freelancer freier freie freien Freiberufler;
    Konzern Konzerne Großunternehmen Großkonzern;
    Mittelstand Mittelständler mittelständisch;
    Verantwortung Zuständigkeit;
    Vollmacht Vollmachten Befugnis Befugnisse Entscheidungsbefugnis Entscheidungsbefugnisse;
    Bezeichnung Bezeichnungen Synonym Synonyme Name Titel;
    Telefon telefonieren Anruf Anrufe;
    klagen verklagen einklagen;
    verkaufen Verkauf Vertrieb vertreiben Absatz;
    Zeithorizont Planungshorizont; planen plant plane geplant Planung Pläne;
    abhängen hängt abhängt abhängig richtet bestimmt beeinflusst beeinflussen variieren
    variiert schwankt;
"""
WRITTEN_EVERYDAY = MappingProxyType(
    {fold(word): word for word in _GROUPS.replace(";", " ").split()}
)
"""Everyday words of working life as they are written, by their folded form."""

_COMMON_ENDS = """
    spanne höhe frage thema aspekt aspekte bereich bereiche umfang grund gründe faktor faktoren
    niveau entwicklung unterschied unterschiede möglichkeit möglichkeiten chance chancen vorstellung
    vorstellungen erwartung erwartungen angabe angaben
"""
COMMON_ENDS = frozenset(fold(word) for word in _COMMON_ENDS.split())
"""Last parts of compounds that add little to the first: "Gehaltsniveau" is about the Gehalt."""

_GENERAL_HEADS = """
    zeit zeiten tag tage tagen frist fristen anteil anteile geld gelder quote quoten dauer stelle
    stellen weg wege art arten zahl zahlen grad grade alter jahr jahre monat monate stunde stunden
    woche wochen recht rechte schutz versicherung plan pläne karte karten system systeme klasse
    klassen gruppe gruppen wert werte menge mengen summe stand vertrag verträge gesetz steuer
"""
GENERAL_HEADS = frozenset(fold(word) for word in _GENERAL_HEADS.split())
"""Last parts of compounds that say little alone: a Frist isn't yet a Kündigungsfrist."""

_LIGHT_FIRSTS = """
    fach groß haupt klein stamm gesamt einzel kern spezial firmen berufs job branchen markt
    unternehmens betriebs verkaufs vertriebs vertrags preis geschäfts alltags standard muster
    sonder charakter persönlichkeits lieblings spitzen durchschnitts mindest höchst
"""
LIGHT_FIRSTS = frozenset(fold(word) for word in _LIGHT_FIRSTS.split())
"""First parts of compounds that hardly narrow the last one: Fachmessen are Messen."""

_FRAME_NOUNS = """
    weg abstand abstände abständen voraus platz weise art grund gründe zeitpunkt zeitraum umfang maß
    ding dinge dingen sache sachen punkt punkte hinsicht fall fälle regel beispiel beispiele mal
    male teil teile seite seiten form formen rahmen linie allgemeinen meinung überblick info infos
    information informationen angabe angaben auskunft bezug zusammenhang
"""
FRAME_NOUNS = frozenset(fold(word) for word in _FRAME_NOUNS.split())
"""Nouns of set phrases that only say how something is asked: "in welchen Abständen"."""

ASKING_ADVERB = re.compile(
    r"wo(?:r(?:an|auf|aus|in|uber|um|unter)|bei|durch|fur|her|hin|mit|nach|von|vor|zu)"
    r"|(?:geh|gib|wird|mach|sieh|kommt?|lauf|steh)t?s"
)
"""Folded question words made of "wo" and a preposition, and "geht's" written together."""

_SUFFIX = re.compile(
    r"(?:ierung|ibilitat|ilitat|itat|ation|ung|igkeit|lichkeit|keit|heit|schaft|lich|isch|ig|bar|"
    r"sam|los|ibel|ibl|er|el|l|e|test|tet|ten|te|st|t)$"
)
_PARTICIPLE = re.compile(
    r"^(ab|an|auf|aus|bei|durch|ein|fest|her|hin|mit|nach|um|vor|weiter|zu|zusammen)ge(?=\w{4})"
)
MIN_ROOT = 5


def _by_word() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _GROUPS.split(";"):
        group = frozenset(fold(word) for word in line.split())
        for word in group:
            found[word] = found.get(word, frozenset()) | group
    by_stem: dict[str, frozenset[str]] = {}
    for word, group in found.items():
        by_stem[stem(word)] = by_stem.get(stem(word), frozenset()) | group
    return by_stem


_SYNONYMS = MappingProxyType(_by_word())


def synonyms(word: str) -> frozenset[str]:
    """Other folded words that everyday German uses for a folded word, in whatever form.

    For English words of working life, their German ones.
    """
    return (_SYNONYMS.get(stem(word), frozenset()) | german_for(word)) - {word}


@functools.lru_cache(maxsize=200_000)
def family(word: str) -> str:
    """What a folded word shares with those derived from it: "Stress" and "stressig".

    Two words are of one family where this is equal; at least ``MIN_ROOT`` letters are kept.
    """
    root = stem(_PARTICIPLE.sub(r"\1", word))
    while True:
        shorter = _SUFFIX.sub("", root)
        if shorter == root or len(shorter) < MIN_ROOT:
            return root
        root = shorter
