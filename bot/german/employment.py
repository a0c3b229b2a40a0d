"""Set terms of employment, German and English: what people ask about any job.

General vocabulary, from no corpus. Words are folded ("ä" is "a", "ß" is "ss").
"""

from __future__ import annotations

import re
from types import MappingProxyType

from bot.german.folding import fold
from bot.german.words import stem

_TERMS = """
    Urlaub Urlaubstag Urlaubstage Urlaubsanspruch Jahresurlaub Urlaubsgeld Weihnachtsgeld Feiertag
    Feiertage Sonderurlaub Bildungsurlaub Überstunde Überstunden Mehrarbeit Teilzeit Vollzeit
    Gleitzeit Elternzeit Altersteilzeit Kurzarbeit Kernarbeitszeit Wochenarbeitszeit
    Vertrauensarbeitszeit Zeiterfassung Viertagewoche Wochenende Wochenendarbeit Nachtarbeit
    Nachtschicht Schichtarbeit Schichtdienst Schicht Bereitschaftsdienst Rufbereitschaft
    Zuhause daheim
    Homeoffice Heimarbeit Telearbeit Remote Coworking Mutterschutz Mutterschaftsgeld Elterngeld
    Kinderbetreuung Sabbatical Sabbatjahr Rente Renteneintritt Rentenalter Pension Betriebsrente
    Altersvorsorge Ruhestand Krankenversicherung Sozialversicherung Krankengeld Krankheit
    Krankschreibung Arbeitsunfähigkeit Berufsunfähigkeit Burnout Mobbing Kündigung Kündigungsfrist
    Kündigungsschutz Probezeit Befristung Arbeitsvertrag Tarifvertrag Tarif Tarifgehalt Abfindung
    Mindestlohn Nettogehalt Nettolohn Nettoverdienst Steuerklasse Lohnsteuer Steuern Sozialabgaben
    Gewerkschaft Betriebsrat Jobrad Dienstrad Diensthandy Firmenhandy Handy Laptop Jobticket
    Bahncard Kantine Kleiderordnung Dresscode Krawatte Anzug Tattoo Führerschein Führungszeugnis
    Arbeitszeugnis Zeugnis Zeugnisse Vorstellungsgespräch Bewerbungsfoto Lebenslauf
    Bewerbungsgespräch
    Aktien Aktienoptionen Umzug Umzugskosten Fahrtkosten Spesen Scheidung Hobby Hobbys
    Frauenanteil Frauenquote Männeranteil Durchschnittsalter Altersgrenze Arbeitslosigkeit
    Arbeitslosenquote Studiengebühren Ausbildungsvergütung Zertifikat Zertifikate Zertifizierung
    Lizenz Lizenzen Approbation Doktortitel
"""
WRITTEN_TERMS = MappingProxyType({fold(word): word for word in _TERMS.split()})
"""Set terms as they are written, by their folded form."""

TERMS = frozenset(WRITTEN_TERMS)
"""Nouns that mean more than their parts: "Teilzeit" isn't said by "Teil" and "Zeit"."""

_TERM_STEMS = frozenset(map(stem, TERMS))

_IN_GERMAN = """
    salary: Gehalt Verdienst; pay: Gehalt Bezahlung Verdienst; wage: Gehalt; earnings: Verdienst;
    bonus: Bonus Boni Provision Prämie variabel; share: Anteil; variable: variabel;
    discount: Rabatt Rabatte; approval: Genehmigung Genehmigungen; permission: Genehmigung;
    budget: Budget; contract: Vertrag Rahmenvertrag Verträge; negotiate: verhandeln Verhandlungen;
    negotiation: Verhandlung Verhandlungen; degree: Studium Hochschulabschluss;
    university: Studium Universität; study: Studium studieren; engineer: Ingenieur
    Ingenieurwissenschaften; engineering: Ingenieurwissenschaften; training: Weiterbildung
    Ausbildung; education: Ausbildung; apprenticeship: Ausbildung; experience: Erfahrung
    Berufserfahrung; skill: Fähigkeit Fähigkeiten Kenntnisse; trait: Eigenschaft Stärken;
    language: Sprache Englisch; communication: Kommunikation kommunikationsstark; empathy: Empathie;
    customer: Kunde Kunden; client: Kunde Kunden; prospect: Interessent Neukunden; acquisition:
    Akquise; acquire: Akquise gewinnen; travel: reisen unterwegs; trip: reisen; fair: Messe Messen;
    event: Events; conference: Konferenz Konferenzen; car: Firmenwagen Wagen Auto; stress: Stress
    Druck; pressure: Druck Verkaufsdruck; punctual: pünktlich Pünktlichkeit; onboarding:
    Einarbeitung; promotion: Aufstieg Beförderung; promote: Aufstieg befördert; career: Karriere;
    duty: Aufgabe Aufgaben; task: Aufgabe Aufgaben; responsibility: Verantwortung; responsible:
    verantwortlich; branch: Branche; industry: Branche Industrie Branchen; sector: Branche; company:
    Unternehmen Firma; team: Team; department: Abteilung; marketing: Marketing; product: Produkt
    Produkte; service: Dienstleistung Service; support: Support Unterstützung; turnover: Umsatz;
    revenue: Umsatz; sales: Vertrieb Verkauf; sell: verkaufen; digitalization: Digitalisierung;
    digitalisation: Digitalisierung; future: Zukunft; application: Bewerbung; apply: bewerben
    Bewerbung; letter: Anschreiben; challenge: Herausforderung; difference: Unterschied; city: Stadt
    Städten; beginner: Einsteiger Berufseinsteiger; freelance: freiberuflich selbstständig;
    freelancer: freiberuflich selbstständig; leadership: Führung; relationship: Beziehung
    Kundenbeziehung; network: Netzwerk; english: Englisch; month: Monat Monate; year: Jahr Jahre;
    french: Französisch; spanish: Spanisch; italian: Italienisch; chinese: Chinesisch;
    vacation: Urlaub Urlaubstage; holiday: Urlaub Urlaubstage; holidays: Urlaub; days off: Urlaub;
    notice period: Kündigungsfrist; probation: Probezeit; probationary: Probezeit;
    trial period: Probezeit; home office: Homeoffice; from home: Homeoffice; remote: Homeoffice;
    remotely: Homeoffice; part time: Teilzeit; full time: Vollzeit; overtime: Überstunden;
    parental leave: Elternzeit; maternity: Mutterschutz; paternity: Elternzeit;
    sabbatical: Sabbatical; sick leave: Krankheit; sick pay: Krankengeld; pension: Rente;
    retire: Rente; retirement: Rente; insurance: Versicherung Krankenversicherung; union:
    Gewerkschaft; works council: Betriebsrat; dress code: Kleiderordnung; driving licence:
    Führerschein; driver's license: Führerschein; severance: Abfindung; working hours: Arbeitszeit
    Arbeitszeiten; weekend: Wochenende; weekends: Wochenende; shift: Schicht; night: Nachtarbeit;
    certificate: Zertifikat Zertifikate; certification: Zertifikat; licence: Lizenz Zertifikat;
    license: Lizenz Zertifikat; doctorate: Doktortitel; phd: Doktortitel;
    tax: Steuern; taxes: Steuern; stock options: Aktienoptionen; minimum wage: Mindestlohn;
    job interview: Vorstellungsgespräch; resume: Lebenslauf; cv: Lebenslauf; women: Frauen
    Frauenanteil; burnout: Burnout; hobbies: Hobbys; phone: Telefon; laptop: Laptop
"""


def _by_phrase() -> dict[str, frozenset[str]]:
    entries = (entry.split(":") for entry in _IN_GERMAN.split(";"))
    return {
        " ".join(map(fold, english.split())): frozenset(map(fold, german.split()))
        for english, german in entries
    }


IN_GERMAN = MappingProxyType(_by_phrase())
"""Folded German words for folded English words and phrases of working life."""

_PHRASES = re.compile(
    r"\b(?:"
    + "|".join(re.escape(p) for p in sorted(IN_GERMAN, key=len, reverse=True))
    + r")(?:s|es)?\b"
)
_ENDINGS = (
    ("ies", "y"),
    ("s", ""),
    ("es", ""),
    ("ed", "e"),
    ("d", ""),
    ("ing", ""),
    ("ing", "e"),
)


def is_term(word: str) -> bool:
    """Whether a folded word, in whatever form, is a set term of employment."""
    return word in TERMS or stem(word) in _TERM_STEMS


def german_for(word: str) -> frozenset[str]:
    """Folded German words for a folded English word, in whatever form; empty for any other."""
    singular = (word.removesuffix(old) + new for old, new in _ENDINGS if word.endswith(old))
    return next((IN_GERMAN[w] for w in (word, *singular) if w in IN_GERMAN), frozenset())


def english_terms(text: str) -> dict[str, frozenset[str]]:
    """English words and phrases of working life in ``text``, folded, with their German."""
    folded = " ".join(fold(text).replace("-", " ").split())
    found = (match.group() for match in _PHRASES.finditer(folded))
    return {phrase: IN_GERMAN.get(phrase) or german_for(phrase) for phrase in found}
