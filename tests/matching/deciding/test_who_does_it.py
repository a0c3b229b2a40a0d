"""Whose doing a sentence tells, and whether it is done yet: a mention alone meets nothing."""

from __future__ import annotations

import pytest

from bot.facts import RequirementKind
from bot.matching.deciding.decide import decide
from bot.matching.deciding.outcome import Demand
from bot.matching.deciding.statements import statements
from bot.matching.profile import Month
from bot.matching.reading import profile_of_text
from bot.matching.report import Verdict

_JOB = "Berufserfahrung\n01/2019 – heute Data Engineer, Kornblume GmbH, Dresden\n- "


def _verdict(text: str, label: str, kind: RequirementKind = "skill") -> Verdict:
    profile = profile_of_text(text, Month(2026, 11))
    return decide(Demand(kind, label, None, label), profile, statements(profile)).verdict


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Kafka wird vom Plattformteam betrieben", "Kenntnisse in Kafka"),
        ("Das Frontend in JavaScript entwickeln die Kollegen aus Leipzig", "JavaScript"),
        ("SAP-Anbindung durch externen Dienstleister", "SAP"),
        ("Oracle-Datenbanken (Betrieb durch die IT-Abteilung)", "Oracle"),
        ("Kunden nutzen Salesforce, wir liefern die Daten zu", "Salesforce"),
        ("Das Monitoring mit Prometheus liegt beim Betriebsteam", "Prometheus"),
        ("Terraform modules are maintained by a separate infrastructure group", "Terraform"),
        ("Colleagues in Warsaw write the Java services, I test them", "Java"),
        ("the data science team uses R, I work in Python", "R"),
        ("Java backend owned by another squad", "Java"),
        ("Um die Oracle-Datenbank kümmert sich Frau Schulz", "Oracle"),
        ("Java-Code kommt von einem Partnerunternehmen", "Java"),
        ("Angular-Frontend: Sache der Agentur", "Angular"),
        ("Tableau reports are produced by finance", "Tableau"),
        ("Für Photoshop haben wir eine Grafikerin", "Photoshop"),
        ("Our supplier maintains the SAP system", "SAP"),
    ],
)
def test_what_others_do_in_a_job_is_nobodys_skill(line: str, label: str) -> None:
    assert _verdict(_JOB + line, label) == "unknown"


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("the data science team uses R, I work in Python", "Python"),
        ("Kafka operated by me and two colleagues", "Kenntnisse in Kafka"),
        ("Built Power BI dashboards used by the sales team", "Power BI"),
        ("Developed Java services that customers use every day", "Java"),
        ("Von mir betriebene Kafka-Cluster, gemeinsam mit dem Team", "Kenntnisse in Kafka"),
        ("Schulung der Kollegen in Excel", "Excel"),
        ("Kunden beraten und in Salesforce gepflegt", "Salesforce"),
        ("In unserem Team nutzen wir Jira", "Jira"),
        ("Das Team hat unter meiner Leitung SAP eingeführt", "SAP"),
    ],
)
def test_ones_own_doing_beside_others_counts(line: str, label: str) -> None:
    assert _verdict(_JOB + line, label) == "met"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Unsere Kunden arbeiten mit SAP, ich selbst mit Excel.", "SAP"),
        ("Mein Mitbewohner programmiert in Rust. Ich bin Bäcker.", "Rust"),
        ("Ich koordiniere Entwickler, die in Go programmieren.", "Go"),
        ("I coordinate developers who write Kotlin.", "Kotlin"),
        ("Mein Chef sagte immer: „Unser Excel-Experte ist Tom.“", "Excel"),
        ("Das Team hat ein CRM mit Salesforce eingeführt, ich war im Urlaub.", "Salesforce"),
        ("Das Führungszeugnis beantrage ich, sobald Sie es brauchen.", "Führungszeugnis"),
        ("Das Führungszeugnis reiche ich nach.", "Führungszeugnis"),
        ("PMP is on my to-do list. I run a shop.", "PMP"),
        ("JavaScript steht für nächstes Jahr auf meiner Liste.", "JavaScript"),
        ("If I had the chance, I could learn SAP.", "SAP"),
        ("Falls nötig, mache ich den Staplerschein.", "Staplerschein"),
        ("I still need to get a forklift licence.", "Staplerschein"),
        ("PRINCE2: exam in December", "PRINCE2"),
        ("I am signed up for a Python course.", "Python"),
        ("I have been meaning to learn Docker.", "Docker"),
        ("In my free time I read about Kubernetes.", "Kubernetes"),
    ],
)
def test_a_mention_a_wish_or_a_condition_meets_nothing(text: str, label: str) -> None:
    assert _verdict(text, label) == "unknown"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Unlike my colleagues, I work in Python every day.", "Python"),
        ("Excel kann ich sehr gut, falls Sie das fragen.", "Excel"),
        ("My colleagues and I write Python every day.", "Python"),
        ("Meine Kollegen schätzen meine Excel-Kenntnisse.", "Excel"),
    ],
)
def test_a_condition_or_a_comparison_takes_nothing_away(text: str, label: str) -> None:
    assert _verdict(text, label) == "met"


def test_a_rough_idea_is_less_than_knowing() -> None:
    assert _verdict("I have only a rough idea of what Docker does.", "Docker") == "partly"
    assert _verdict("Von SAP habe ich nur eine grobe Vorstellung.", "SAP") == "partly"


@pytest.mark.parametrize(
    ("text", "label", "verdict"),
    [
        ("Deutsch spreche und schreibe ich auf dem Niveau C1.", "Deutsch auf C1", "met"),
        ("Deutsch verstehe, spreche und schreibe ich auf B2-Niveau.", "Deutsch auf B2", "met"),
        ("Deutsch A2 (B1-Kurs ab Januar geplant)", "Deutsch ab Niveau B1", "partly"),
        ("German A2 (aiming for B1 next year)", "Deutsch ab Niveau B1", "partly"),
        ("Spanisch kann nur meine Kollegin, ich spreche Deutsch.", "Spanisch", "unknown"),
    ],
)
def test_the_stated_level_of_a_language_counts(text: str, label: str, verdict: str) -> None:
    assert _verdict(text, label, "language") == verdict


_CARE = (
    "Nach der Mittleren Reife (2009) habe ich eine Pflegeausbildung angefangen und nach dem "
    "ersten Jahr abgebrochen."
)
_STUDIES = "Nach dem Abitur 2015 begann ich ein Studium der Informatik, brach es aber 2017 ab."
_BUSINESS = "I started studying business administration but left without a degree."


@pytest.mark.parametrize(
    ("text", "label", "verdict"),
    [
        (_CARE, "mittlerer Schulabschluss", "met"),
        (_CARE, "dreijährige Pflegeausbildung", "missing"),
        (_STUDIES, "Abitur", "met"),
        (_STUDIES, "Studium der Informatik", "missing"),
        ("Ausbildung zur Köchin angefangen, 2012 abgeschlossen.", "Ausbildung zum Koch", "met"),
        (_BUSINESS, "Studium der Betriebswirtschaft", "missing"),
        ("Ein Studium der Physik habe ich nach drei Semestern geschmissen.",
         "Studium der Physik", "missing"),
        ("I studied law but never finished.", "Studium der Rechtswissenschaft", "missing"),
        ("An MBA is on my wish list for 2028.", "Master-Abschluss", "unknown"),
        ("Mein Studium habe ich abgebrochen, die Ausbildung zum Kaufmann für Büromanagement "
         "2018 abgeschlossen.", "Kaufmännische Ausbildung", "met"),
    ],
)  # fmt: skip
def test_giving_up_is_of_its_own_clause(text: str, label: str, verdict: str) -> None:
    assert _verdict(text, label, "education") == verdict
