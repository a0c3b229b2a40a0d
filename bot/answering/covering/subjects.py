"""What kind of thing a word names: a subject of its own, or a general way to say something.

A noun that the corpus lacks means little by itself. "Elternzeit" or "Salesforce" is a subject:
who asks about it wants to hear of it. "Etage" or "Patzer" may well say a thing that the sources
say in another word. Words of both kinds tell which one an unknown word is nearer to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.answering.similarity import SentenceSimilarity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEAREST = 3
"""Words of each kind that count: one may be near by chance."""

# General German, from no corpus: what people ask about any job and articles seldom tell, places,
# makes, languages, and subjects that have nothing to do with work.
_SUBJECTS = """
    Urlaub Urlaubstage Überstunden Teilzeit Vollzeit Gleitzeit Elternzeit Kurzarbeit Schichtarbeit
    Nachtarbeit Wochenende Homeoffice Jobsharing Mutterschutz Kinderbetreuung Kindergarten
    Sabbatical Rente Altersvorsorge Krankenversicherung Krankheit Krankengeld Burnout Depression
    Mobbing Kündigung Kündigungsfrist Probezeit Befristung Arbeitsvertrag Tarifvertrag
    Entgeltgruppe Abfindung Mindestlohn Nettogehalt Steuerklasse Steuern Steuererklärung
    Sozialabgaben Gewerkschaft Betriebsrat Diensthandy Laptop Fahrrad Kantine Kleiderordnung
    Krawatte Anzug Tattoo Führerschein Führungszeugnis Zeugnis Vorstellungsgespräch Bewerbungsfoto
    Lebenslauf Assessmentcenter Headhunter Zeitarbeit Aktien Umzug Wohnung Miete Spesen Scheidung
    Hobby Haustier Religion Frauenquote Frauenanteil Durchschnittsalter Arbeitslosigkeit
    Arbeitsamt Jobcenter Umschulung Bildungsgutschein Lehrgang Studiengebühren Stipendium Abitur
    Notendurchschnitt Promotion Ausbildungsvergütung Praktikum Werkstudent Dienstreiseversicherung
    Behinderung Diskriminierung Rassismus Datenschutz Betriebsunfall Gesundheit München Berlin
    Hamburg Köln London Paris Wien Zürich Leipzig Stuttgart Bayern Schweiz Österreich Kanada China
    Indien Europa Afrika Siemens Bosch Amazon Google Apple SAP Salesforce HubSpot Excel Slack
    LinkedIn Xing Asana BMW Mercedes Audi Tesla Lufthansa Telekom Spanisch Französisch Italienisch
    Chinesisch Russisch Türkisch Polnisch Arabisch Latein Wetter Fußball Weltmeisterschaft Kuchen
    Rezept Pizza Film Kino Musik Gitarre Gedicht Witz Hauptstadt Geschichte Krieg Politik
    Bundeskanzler Zahnarzt Medizin Mathematik Physik Chemie Biologie Hausaufgabe Handy Kamera
    Drucker Waschmaschine Garten Hund Katze Mond Urknall Zug Flughafen Hotel Restaurant Geschenk
    Hochzeit Podcast Bücher Sternzeichen Blutgruppe Schuhgröße Kaffee Alkohol Zigaretten
    Nobelpreis Erfinder Weltrekord Quantenphysik Künstliche-Intelligenz Roboter Blockchain
"""
SUBJECTS = tuple(_SUBJECTS.split())

# Words that can stand for many others.
_GENERAL = """
    Maßnahme Anlass Anlässe Beleg Nachweis Aussage Behauptung Ebene Etage Stufe Bereich Feld
    Gebiet Leute Mitarbeiter Nachwuchs Vorgesetzte Chefetage Abnehmer Klientel Fehler Fehltritt
    Patzer Gefahr Risiko Nutzen Gewinn Vorteil Grundlage Voraussetzung Mittel Methode Verfahren
    Schritt Phase Jahrzehnt Epoche Ursprung Anfang Herkunft Hauptgrund Begriff Ausdruck Wort
    Vergleich Bild Sprichwort Gegenteil Zusammenhang Rolle Position Posten Funktion Tätigkeit
    Arbeit Aufgabe Job Beruf Hilfsmittel Quelle Thema Sorte Art Typ Klasse Gattung Reihenfolge
    Rangfolge Betrag Summe Höhe Größe Umfang Ausmaß Menge Zahl Grenze Schwelle Person Mensch
    Fachkraft Profi Experte Neuling Anfänger Nachfolger Vertreter Partner Ansprechpartner
    Gegenüber Team Gruppe Mannschaft Truppe Abteilung Stelle Firma Laden Bude Betrieb Haus
    Organisation Führung Leitung Spitze Basis Kern Schwerpunkt Hauptaufgabe Pflicht Verantwortung
    Ziel Zweck Absicht Plan Strategie Konzept Idee Vorhaben Projekt Vorschlag Lösung Problem
    Schwierigkeit Hürde Hindernis Ärger Frust Konflikt Streit Eigenschaft Merkmal Talent Begabung
    Gespür Wissen Können Kenntnis Fähigkeit Stärke Schwäche Haltung Einstellung Charakter
    Verhalten Umgang Auftreten Kontakt Beziehung Bindung Vertrauen Treue Zusammenarbeit Austausch
    Gespräch Treffen Besuch Veranstaltung Absprache Rücksprache Einverständnis Entscheidung
    Befugnis Spielraum Freiheit Einfluss Macht Recht Erlaubnis Wirkung Folge Ergebnis Erfolg
    Leistung Fortschritt Wachstum Entwicklung Veränderung Wandel Einkommen Lohn Fixum Zulage
    Zuschlag Geld Bezahlung Einnahmen Erlös Kosten Aufwand Ertrag Preis Wert Nachlass Angebot
    Auftrag Geschäft Handel Markt Ware Artikel Karriere Laufbahn Werdegang Aufstieg Sprung Wechsel
    Einstieg Start Chance Perspektive Aussicht Zukunft Weg Richtung Umweg Erfahrung Praxis Übung
    Hintergrund Vorwissen Abschluss Bildung Lehre Studium Fach Fachrichtung Studiengang Schulung
    Kurs Förderung Unterstützung Hilfe Betreuung Pflege Alltag Tagesgeschäft Ablauf Rhythmus
    Zeitraum Dauer Frist Termin Horizont Zeit Tempo Geduld Druck Belastung Anstrengung Mühe
    Aufmerksamkeit Unterschied Gemeinsamkeit Trennung Verhältnis Gewicht Anteil Mehrheit
    Minderheit Durchschnitt Mittelwert Rahmen Bandbreite Gegend Region Ort Hinsicht Aspekt
    Dimension Faktor Kriterium Maßstab Kennzahl Messgröße Gesichtspunkt Detail Kleinigkeit
    Einzelheit Text Dokument Bericht Übersicht Liste Tabelle Statistik Umfrage Angabe Hinweis Rat
    Tipp Empfehlung Warnung Merksatz
"""
GENERAL = tuple(_GENERAL.split())

_KINDS = (*SUBJECTS, *GENERAL)


def subjecthood(words: Sequence[str], similarity: SentenceSimilarity) -> NDArray[np.float32]:
    """How much nearer each word is to subjects than to general words, shape (words,).

    Mean cosine to the nearest of each kind, all taken from their common centre. For
    ``multilingual-e5-small`` most values lie between -0.4 and 0.5.

    Args:
        words: as typed, in German or English.
        similarity: knows the words' vectors.
    """
    import numpy as np

    if not words:
        return np.zeros(0, np.float32)
    # A noun typed small is compared as it ought to be written.
    asked = similarity.vectors([word[:1].upper() + word[1:] for word in words])
    cosines = similarity.centred(_KINDS).cosines(asked)
    nearest = [
        np.sort(part, axis=1)[:, -NEAREST:].mean(axis=1)
        for part in np.split(cosines, [len(SUBJECTS)], axis=1)
    ]
    return np.asarray(nearest[0] - nearest[1], np.float32)


def prepare_subjects(similarity: SentenceSimilarity) -> None:
    """Encodes the words of both kinds ahead of the first question."""
    similarity.centred(_KINDS)
