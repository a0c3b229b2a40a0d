"""Experience: months of the right jobs."""

from __future__ import annotations

import pytest

from bot.matching.deciding.decide import decide
from bot.matching.deciding.outcome import Demand, Outcome
from bot.matching.deciding.statements import statements
from bot.matching.profile import Profile
from tests.matching.deciding.profiles import Cv


def decided(label: str, profile: Profile, months: int | None = None) -> Outcome:
    return decide(Demand("experience", label, months, label), profile, statements(profile))


def test_overlapping_jobs_are_counted_once() -> None:
    cv = (
        Cv()
        .job("Vertriebsleiterin", (2020, 1), (2021, 12))
        .job("Sales Manager", (2021, 1), (2022, 12))
    )
    found = decided("drei Jahre Erfahrung im Vertrieb", cv.profile(), 36)
    assert (found.verdict, found.values["months"]) == ("met", 36)
    assert decided("Erfahrung im Vertrieb", cv.profile(), 37).verdict == "partly"


def test_only_jobs_in_the_field_count() -> None:
    cv = (
        Cv().job("Bäcker", (2010, 1), (2020, 12)).job("Vertriebsmitarbeiter", (2025, 1), (2025, 12))
    )
    found = decided("fünf Jahre Vertriebserfahrung", cv.profile(), 60)
    assert (found.verdict, found.values["months"]) == ("partly", 12)


@pytest.mark.parametrize(
    ("label", "title"),
    [
        ("Vertriebserfahrung", "Verkaufsleiter"),
        ("Erfahrung im Vertrieb", "Key Account Managerin"),
        ("Erfahrung im Einkauf", "Einkäuferin"),
        ("Erfahrung in der Bauleitung", "Bauleiter (m/w/d)"),
        ("Erfahrung als Koch", "Köchin"),
        ("Erfahrung als Bäckerin", "Bäcker"),
        ("mehrjährige Erfahrung im Controlling", "Controller"),
        ("Praxis in Lager oder Disposition", "Lagerist"),
        ("experience in sales", "Sales Representative"),
        ("Erfahrung in der Beratung", "Unternehmensberater:in"),
    ],
)
def test_titles_tell_the_field(label: str, title: str) -> None:
    profile = Cv().job(title, (2015, 1)).profile()
    found = decided(label, profile)
    assert found.verdict == "met"
    assert profile.text[found.places[0].start : found.places[0].end] == title


@pytest.mark.parametrize(
    ("label", "title", "detail"),
    [
        ("Erfahrung im Einkauf", "Verkäufer", "Kasse"),
        ("Erfahrung in der Pflege", "Gärtner", "Pflege von Grünanlagen"),
        ("Pflegeerfahrung", "Tierpfleger", "Fütterung"),
        ("Führungserfahrung", "Buchhalter", "Einführung der Buchführung"),
        ("Erfahrung in der Softwareentwicklung", "CNC-Programmierer", "Fräsen"),
        ("Erfahrung als Koch", "Kellner", "Service"),
        ("Erfahrung im Vertrieb", "Teamassistentin", "Unterstützung des Vertriebs"),
        ("Berufserfahrung in der Automobilindustrie", "Bäcker", "Brot"),
        ("erste einschlägige Berufserfahrung", "Bäcker", "Brot"),
    ],
)
def test_other_work_is_not_met(label: str, title: str, detail: str) -> None:
    profile = Cv().job(title, (2015, 1), None, [detail]).profile()
    assert decided(label, profile).verdict != "met"


def test_nobody_is_missing_experience_by_silence() -> None:
    profile = Cv().job("Bäcker", (2015, 1)).profile()
    assert decided("fünf Jahre Erfahrung im Vertrieb", profile, 60).verdict == "unknown"


def test_a_denial_is_missing() -> None:
    cv = Cv().claim(
        "keine Vertriebserfahrung", label="Vertriebserfahrung", kind="experience", stance="lacks"
    )
    assert decided("Erfahrung im Vertrieb", cv.profile(), 12).verdict == "missing"


def test_work_beside_studies_is_met_in_part() -> None:
    profile = Cv().job("Werkstudentin Vertrieb", (2020, 1)).profile()
    assert decided("ein Jahr Erfahrung im Vertrieb", profile, 12).verdict == "partly"


def test_a_length_that_the_profile_states_is_taken_where_no_period_speaks_against_it() -> None:
    said = "fünf Jahre Vertriebserfahrung"
    claim = Cv().claim(said, kind="experience", months=60)
    assert decided("Erfahrung im Vertrieb", claim.profile(), 60).rule == "stated_months"
    dated = Cv().claim(said, kind="experience", months=60)
    dated.job("Vertriebsmitarbeiter", (2025, 1), (2025, 12))
    found = decided("Erfahrung im Vertrieb", dated.profile(), 60)
    assert (found.verdict, found.rule) == ("partly", "fewer_months")


def test_experience_with_a_thing_needs_the_thing_in_the_job() -> None:
    label = "drei Jahre Erfahrung mit Python"
    python = Cv().job("Analyst", (2018, 1), None, ["Auswertungen in Python"]).profile()
    other = Cv().job("Analyst", (2018, 1), None, ["Auswertungen in R"]).profile()
    listed = Cv().claim("Python").profile()
    assert decided(label, python, 36).verdict == "met"
    assert decided(label, other, 36).verdict == "unknown"
    assert decided(label, listed, 36).verdict == "partly"


def test_any_work_counts_where_no_field_is_named() -> None:
    profile = Cv().job("Bäcker", (2015, 1), (2019, 12)).profile()
    assert decided("fünf Jahre Berufserfahrung", profile, 60).verdict == "met"
    assert decided("sechs Jahre Berufserfahrung", profile, 72).verdict == "partly"
    assert decided("langjährige Berufserfahrung", profile).verdict == "met"
