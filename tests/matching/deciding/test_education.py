"""Education: level, subject, end."""

from __future__ import annotations

import pytest

from bot.matching.deciding.decide import decide
from bot.matching.deciding.outcome import Demand, Outcome
from bot.matching.deciding.statements import statements
from bot.matching.profile import EducationLevel, Profile
from tests.matching.deciding.profiles import Cv


def decided(label: str, profile: Profile) -> Outcome:
    return decide(Demand("education", label, None, label), profile, statements(profile))


@pytest.mark.parametrize(
    ("label", "text", "level", "subject"),
    [
        ("BWL, Informatik oder vergleichbar", "Bachelor BWL", "bachelor", "BWL"),
        ("Studium oder Ausbildung", "Lehre zur Köchin", "apprenticeship", "Köchin"),
        ("abgeschlossenes Studium", "M.A. Germanistik", "master", "Germanistik"),
        ("kaufmännische Ausbildung", "Industriekauffrau", "apprenticeship", "Industriekauffrau"),
        ("Ausbildung zum Koch", "Ausbildung zur Köchin", "apprenticeship", "Köchin"),
        ("Studium der Informatik", "Wirtschaftsinformatik (B.Sc.)", "bachelor",
         "Wirtschaftsinformatik"),
        ("degree in computer science", "MSc Computing", "master", "Computer Science"),
        ("Studium der Rechtswissenschaften", "Jura, Staatsexamen", "master", "Jura"),
        ("mittlere Reife", "Realschulabschluss", "school", "Realschulabschluss"),
        ("Hauptschulabschluss", "Abitur", "school", "Abitur"),
        ("mittlerer Schulabschluss", "B.A. Musik", "bachelor", "Musik"),
        ("Meister oder Techniker", "Industriemeister Metall", "further", "Industriemeister Metall"),
        ("Pflegeausbildung", "Pflegefachfrau", "apprenticeship", "Pflegefachfrau"),
    ],
)  # fmt: skip
def test_one_alternative_is_enough(
    label: str, text: str, level: EducationLevel, subject: str
) -> None:
    found = decided(label, Cv().education(text, level, subject).profile())
    assert (found.verdict, len(found.places)) == ("met", 1)


@pytest.mark.parametrize(
    ("label", "text", "level", "subject"),
    [
        ("Studium des Bauingenieurwesens", "Dipl.-Ing. Maschinenbau", "master", "Maschinenbau"),
        ("Studium der Betriebswirtschaft", "B.A. Pflegemanagement", "bachelor", "Pflegemanagement"),
        ("Studium des Wirtschaftsingenieurwesens", "B.Sc. Economics", "bachelor", "Economics"),
        ("Studium der Informatik oder eine vergleichbare Ausbildung", "Bäckerlehre",
         "apprenticeship", "Bäcker"),
        ("Master in Informatik", "Bachelor Informatik", "bachelor", "Informatik"),
        ("Ausbildung zum Koch", "Ausbildung zum Bäcker", "apprenticeship", "Bäcker"),
        ("Pflegeausbildung", "Ausbildung zum Tierpfleger", "apprenticeship", "Tierpfleger"),
        ("Abitur", "Mittlere Reife", "school", "Mittlere Reife"),
        ("Hochschulabschluss in einem verwandten Fach", "B.A. Musik", "bachelor", "Musik"),
        ("kaufmännische Ausbildung", "B.A. BWL", "bachelor", "BWL"),
    ],
)  # fmt: skip
def test_other_subjects_and_lower_levels_are_not_met(
    label: str, text: str, level: EducationLevel, subject: str
) -> None:
    assert decided(label, Cv().education(text, level, subject).profile()).verdict != "met"


def test_studies_under_way_are_met_in_part_and_given_up_ones_are_missing() -> None:
    label = "abgeschlossenes Studium"
    under_way = Cv().education("Studium BWL, 5. Semester", "bachelor", "BWL", finished=False)
    given_up = Cv().education("Studium BWL, abgebrochen", "bachelor", "BWL", finished=False)
    assert decided(label, under_way.profile()).verdict == "partly"
    assert decided(label, given_up.profile()).verdict == "missing"


def test_a_degree_is_met_only_where_one_is_named() -> None:
    label = "abgeschlossenes Studium"
    named = Cv().education("B.Sc. Physik, Jena", "bachelor", "Physik", finished=None).profile()
    unnamed = Cv().education("Physik, Uni Jena", "bachelor", "Physik", finished=None).profile()
    assert decided(label, named).verdict == "met"
    assert decided(label, unnamed).verdict == "partly"


def test_no_degree_leaves_the_other_alternative_open() -> None:
    cv = Cv().claim("kein Studium", label="Studium", kind="other", stance="lacks").profile()
    assert decided("Hochschulabschluss", cv).verdict == "missing"
    assert decided("Studium oder Ausbildung", cv).verdict == "unknown"


def test_a_further_training_is_met_by_a_certificate_and_not_by_a_job() -> None:
    label = "Weiterbildung im Projektmanagement"
    held = Cv().claim("Projektmanagement-Fachmann (GPM)", kind="certificate").profile()
    job = Cv().job("Projektmanager", (2015, 1)).profile()
    assert decided(label, held).verdict == "met"
    assert decided(label, job).verdict == "unknown"


def test_where_one_studies_is_no_alternative_to_what() -> None:
    label = "Studium der Volks- oder Betriebswirtschaftslehre an einer Hochschule oder Universität"
    nurse = Cv().education("Bachelor of Nursing, Universität Köln", "bachelor", "Nursing")
    economist = Cv().education(
        "B.A. Betriebswirtschaftslehre", "bachelor", "Betriebswirtschaftslehre"
    )
    assert decided(label, nurse.profile()).verdict != "met"
    assert decided(label, economist.profile()).verdict == "met"
    assert decided("Studium an einer Universität oder Hochschule", nurse.profile()).verdict == "met"


def test_a_driving_licence_is_no_further_qualification() -> None:
    label = "Master-Abschluss oder Zusatzqualifikationen"
    driver = Cv().claim("Führerschein Klasse B", kind="mobility")
    trainer = Cv().claim("Ausbilderschein (AEVO)", kind="certificate")
    assert decided(label, driver.profile()).verdict == "unknown"
    assert decided(label, trainer.profile()).verdict == "partly"
