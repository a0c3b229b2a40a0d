"""What is near to a requirement without being it, and what is it in other words."""

from __future__ import annotations

import pytest

from bot.facts import RequirementKind
from bot.matching.deciding.decide import decide
from bot.matching.deciding.outcome import Demand, Outcome
from bot.matching.deciding.statements import statements
from bot.matching.profile import Profile, Stance
from tests.matching.deciding.profiles import Cv


def _decided(
    label: str, profile: Profile, kind: RequirementKind = "skill", months: int | None = None
) -> Outcome:
    return decide(Demand(kind, label, months, label), profile, statements(profile))


@pytest.mark.parametrize("stance", ["lacks", "plans"])
def test_a_kind_that_is_lacking_says_nothing_of_the_whole(stance: Stance) -> None:
    profile = Cv().claim("React", stance=stance).profile()
    assert _decided("JavaScript", profile).verdict == "unknown"
    assert _decided("React", profile).rule == ("denied" if stance == "lacks" else "planned")


def test_an_activity_is_met_by_a_job_but_doing_it_well_isnt() -> None:
    profile = (
        Cv().job("Verkäufer", (2019, 1), None, ["Preisverhandlungen mit Einkäufern"]).profile()
    )
    assert _decided("Verkaufsverhandlungen führen", profile).verdict == "met"
    assert _decided("Verhandlungsgeschick", profile).verdict == "partly"


def test_a_short_job_doesnt_meet_an_activity() -> None:
    profile = Cv().job("Verkäufer", (2026, 6), None, ["Preisverhandlungen führen"]).profile()
    assert _decided("Verkaufsverhandlungen führen", profile).verdict == "partly"


@pytest.mark.parametrize(
    "told",
    [
        "Leitung von 9 Außendienstmitarbeitern",
        "führe 14 Mitarbeiterinnen",
        "leading a team of eight reps",
        "acht Leute geführt",
    ],
)
def test_leading_people_in_numbers(told: str) -> None:
    profile = Cv().job("Techniker", (2020, 1), None, [told]).profile()
    found = _decided("24 Monate Führung eines Teams", profile, "experience", 24)
    assert (found.verdict, found.rule) == ("met", "counted_months")


def test_keeping_the_books_is_no_leading() -> None:
    profile = Cv().job("Techniker", (2020, 1), None, ["Führung des Kassenbuchs"]).profile()
    found = _decided("24 Monate Führung eines Teams", profile, "experience", 24)
    assert found.verdict == "unknown"


def test_controllers_are_not_programmed_software() -> None:
    label = "ein Jahr Erfahrung mit speicherprogrammierbaren Steuerungen"
    plant = Cv().job("Instandhalter Elektro / SPS", (2019, 1), (2023, 8)).profile()
    assert _decided(label, plant, "experience", 12).verdict == "met"
    coder = Cv().job("Softwareentwickler", (2019, 1), (2023, 8)).profile()
    assert _decided(label, coder, "experience", 12).verdict == "unknown"


def test_years_of_any_work_that_a_sentence_states() -> None:
    label = "fünf Jahre Berufserfahrung"
    told = Cv().claim("16 Jahre als Koch gearbeitet", kind="experience", months=192).profile()
    assert _decided(label, told, "experience", 60).verdict == "met"
    honorary = (
        Cv().claim("16 Jahre gearbeitet, ehrenamtlich", kind="experience", months=192).profile()
    )
    assert _decided(label, honorary, "experience", 60).verdict == "unknown"


def test_the_only_studies_were_given_up() -> None:
    given_up = "Studium der Soziologie abgebrochen"
    alone = Cv().education(given_up, "bachelor", "Soziologie", finished=False).profile()
    label = "Studium der Betriebswirtschaft"
    assert _decided(label, alone, "education").verdict == "missing"
    besides = (
        Cv()
        .education(given_up, "bachelor", "Soziologie", finished=False)
        .education("Bachelor of Arts, Betriebswirtschaft", "bachelor", "Betriebswirtschaft")
        .profile()
    )
    assert _decided(label, besides, "education").verdict == "met"


def test_a_qualification_beside_a_degree_counts_by_itself() -> None:
    profile = Cv().claim("Seminar Zeitmanagement, Zertifikat", kind="certificate").profile()
    found = _decided("Master-Abschluss oder Zusatzqualifikationen", profile, "education")
    assert (found.verdict, found.rule) == ("partly", "some_certificate")
