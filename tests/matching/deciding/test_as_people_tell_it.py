"""Texts as people write them, from reading to the verdict: whose doing, how long, still valid?"""

from __future__ import annotations

import pytest

from bot.facts import RequirementKind
from bot.matching.deciding.decide import decide
from bot.matching.deciding.outcome import Demand
from bot.matching.deciding.statements import statements
from bot.matching.profile import Month
from bot.matching.reading import profile_of_text
from bot.matching.report import Verdict

TODAY = Month(2026, 11)


def verdict(text: str, label: str, kind: RequirementKind, months: int | None = None) -> Verdict:
    """The verdict on one requirement by a whole text."""
    profile = profile_of_text(text, TODAY)
    found = decide(Demand(kind, label, months, ""), profile, statements(profile))
    assert found.places or found.verdict == "unknown"
    return found.verdict


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ich bin Planer. Revit bedient bei uns die Zeichenabteilung.", "Revit"),
        ("Ich bin Koch. Kalkulation hat immer unsere Chefin gemacht.", "Kalkulation"),
        ("Kenntnisse\nWord; Outlook; Excel macht mein Kollege", "Excel"),
        (
            "Experience\n2019 - 2024 Clerk, Hill Ltd\n- SAP entries were handled by our accountant",
            "SAP",
        ),
        (
            "Berufserfahrung\n2019 – heute Entwickler, Firn AG\n• Kafka betreut ein anderes Team",
            "Kafka",
        ),
        ("I am a clerk. My colleague knows SAP well.", "SAP"),
        ("Ich bin Bote. Für DATEV war die Kollegin zuständig.", "DATEV"),
        ("I am a clerk. Payroll went to an external provider.", "Payroll"),
        ("Ich bin Entwickler. Docker überlasse ich den Kollegen.", "Docker"),
    ],
)
def test_what_others_do_is_nobodys_skill(text: str, label: str) -> None:
    assert verdict(text, label, "skill") == "unknown"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ich bin Planer. Revit bediene ich, AutoCAD macht der Kollege.", "Revit"),
        ("Experience\n2019 - 2024 Clerk, Hill Ltd\n- SAP; payroll is handled by our bank", "SAP"),
        ("Berufserfahrung\n2019 – heute Leiter, Firn AG\n• Kafka im Team eingeführt", "Kafka"),
    ],
)
def test_ones_own_doing_beside_that_of_others_counts(text: str, label: str) -> None:
    assert verdict(text, label, "skill") == "met"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ich bewahre auch im größten Trubel einen klaren Kopf.", "belastbar"),
        ("Zeitdruck macht mir nichts aus, ich war Koch.", "belastbar"),
        ("I work well under pressure.", "Belastbarkeit"),
        ("Ich setze mich auch gegen Widerstände durch.", "Durchsetzungsvermögen"),
        ("Ich stelle mich rasch auf neue Lagen ein.", "flexibel"),
        ("Ich kann mich gut in andere hineinversetzen.", "Empathie"),
        ("I think strategically.", "strategisch zu denken"),
        ("Im Team arbeite ich am liebsten.", "teamfähig"),
        (
            "Ich behalte die Kosten immer im Blick: die Kosten im Blick zu haben liegt mir.",
            "Kostenbewusstsein",
        ),
        ("Ich verliere nie die Geduld.", "Geduld"),
        ("Ich finde im Gespräch schnell den richtigen Ton.", "kommunikationsstark"),
    ],
)
def test_traits_are_told_in_sentences(text: str, label: str) -> None:
    assert verdict(text, label, "skill") == "met"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ich setze mich für Tierschutz ein.", "Durchsetzungsvermögen"),
        ("Ich stelle Maschinen ein.", "flexibel"),
        ("Ich arbeite in einem Team von fünf Leuten.", "teamfähig"),
        ("Ich bin mit Siebdruck gut vertraut.", "belastbar"),
        ("Ich möchte lernen, strategisch zu denken.", "strategisch zu denken"),
    ],
)
def test_words_alike_tell_no_trait(text: str, label: str) -> None:
    assert verdict(text, label, "skill") == "unknown"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zertifikate\nStaplerschein, gültig bis 04/2024", "missing"),
        ("Zertifikate\nStaplerschein (gültig bis 04/2027)", "met"),
        ("Skills\nForklift licence, valid until March 2025", "missing"),
        ("SCHEINE Erste Hilfe; Staplerschein seit\n2021 erloschen", "missing"),
        ("Ich habe einen Staplerschein, er läuft bis 12/2028.", "met"),
    ],
)
def test_a_certificate_counts_until_it_has_run_out(text: str, expected: Verdict) -> None:
    assert verdict(text, "Staplerschein", "other") == expected


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        (
            "Die mittlere Reife habe ich versucht, aber nicht geschafft.",
            "mittlere Reife",
            "missing",
        ),
        ("Ich habe den Hauptschulabschluss 2021 gemacht.", "mittlere Reife", "unknown"),
        (
            "Schule: Realschule bis 2016, Abgang mit Hauptschulabschluss",
            "Realschulabschluss",
            "unknown",
        ),
        (
            "Ausbildung\nGesellenprüfung Tischler 1999; Realschulabschluss 1996",
            "Realschulabschluss",
            "met",
        ),
        (
            "Ich lerne gerade Mechatroniker, 2. Lehrjahr.",
            "abgeschlossene Ausbildung im Elektrobereich",
            "partly",
        ),
        (
            "Ich mache grade eine Ausbildung zum Elektroniker.",
            "abgeschlossene Ausbildung im Elektrobereich",
            "partly",
        ),
        (
            "Gelernt habe ich Elektroniker (2012).",
            "abgeschlossene Ausbildung im Elektrobereich",
            "met",
        ),
        (
            "Education\nStarted a degree in law, left after two semesters",
            "abgeschlossenes Studium",
            "missing",
        ),
        ("MBA: considering it. I sell cars.", "Master oder eine Promotion", "unknown"),
        ("I was a coach for a football team.", "Coaching-Ausbildung", "unknown"),
        ("Weiterbildung\nSystemischer Coach (Zertifikat 2021)", "Coaching-Ausbildung", "met"),
    ],
)
def test_education_as_it_is_told(text: str, label: str, expected: Verdict) -> None:
    assert verdict(text, label, "education") == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("2020 - 2025 Clerk, Hill Ltd\n- payroll management for 80 people", "unknown"),
        ("2020 - 2025 Clerk, Hill Ltd\n- managed a staff of 12 people", "met"),
        (
            "2020 – 2025 Trainerin, Firn AG\n• Leitung eines Workshops mit 20 Mitarbeitern",
            "partly",
        ),
        ("2020 – 2020 Praktikantin, Firn AG\n• Leitung von drei Mitarbeitern", "partly"),
        ("2020 – 2025 Assistentin, Firn AG\n• Führung von Personalakten", "unknown"),
        ("2020 – 2025 Köchin, Hotel Firn: sechs Mitarbeiter geführt, Einkauf", "met"),
    ],
)
def test_who_leads_people(row: str, expected: Verdict) -> None:
    label = "erste Erfahrung in der Führung von Mitarbeitern"
    assert verdict(f"Berufserfahrung\n{row}", label, "experience") == expected


def test_one_part_never_done_denies_no_line_of_work() -> None:
    text = (
        "Berufserfahrung\n01/2018 – heute Vertriebsmitarbeiter, Firn GmbH\nAkquise mache ich nie."
    )
    assert verdict(text, "drei Jahre Erfahrung im Vertrieb", "experience", 36) == "met"
    assert verdict(text, "Akquise", "skill") == "missing"


def test_since_tells_how_long() -> None:
    text = "Java seit 2018 im Beruf, Go habe ich nie benutzt"
    assert verdict(text, "drei Jahre Erfahrung mit Java", "experience", 36) == "met"
    assert verdict(text, "Go", "skill") == "missing"


def test_marks_tell_how_good() -> None:
    text = "In Mathe und Physik habe ich eine 2, das liegt mir."
    assert verdict(text, "Gute Kenntnisse in Mathematik und Physik", "skill") == "met"


def test_items_beside_a_row_are_read() -> None:
    text = (
        "- 2019 - 2024 Kellner, Hotel Firn\n- 2016 - 2019 Ausbildung Kellner, bestanden\n"
        "- sicher in Pipedrive, der SAP-Kurs ist gebucht\n- Englisch B1\n- belastbar, flexibel"
    )
    assert verdict(text, "sicherer Umgang mit einem CRM-System", "skill") == "met"
    assert verdict(text, "SAP", "skill") == "unknown"
    assert verdict(text, "belastbar", "skill") == "met"
    assert verdict(text, "fließendes Englisch", "language") == "partly"


def test_a_heading_of_weaknesses_denies() -> None:
    text = "Was ich nicht kann\nKaltakquise, Excel\nKenntnisse\nSAP gut"
    assert verdict(text, "Excel", "skill") == "missing"
    assert verdict(text, "SAP", "skill") == "met"
