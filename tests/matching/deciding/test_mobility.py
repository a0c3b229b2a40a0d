"""Driving licences, travel, nights away."""

from __future__ import annotations

import pytest

from bot.matching.deciding.decide import decide
from bot.matching.deciding.outcome import Demand, Outcome
from bot.matching.deciding.statements import statements
from bot.matching.profile import Profile
from tests.matching.deciding.profiles import Cv


def decided(label: str, profile: Profile) -> Outcome:
    return decide(Demand("mobility", label, None, label), profile, statements(profile))


@pytest.mark.parametrize(
    ("label", "said", "verdict"),
    [
        ("Führerschein der Klasse B", "Führerschein Klasse B", "met"),
        ("Führerschein der Klasse B", "fuehrerschein: b", "met"),
        ("Führerschein der Klasse B", "Führerschein C/CE", "met"),
        ("Führerschein der Klasse B", "full driving licence class B", "met"),
        ("Führerschein der Klasse B", "Führerschein Klasse 3", "met"),
        ("Führerschein der Klasse B", "Führerschein", "partly"),
        ("Führerschein der Klasse B", "Führerschein Klasse A", "partly"),
        ("Führerschein", "Führerschein", "met"),
        ("Lkw-Führerschein", "Führerschein Klasse B", "partly"),
        ("Lkw-Führerschein", "Führerschein CE", "met"),
        ("Führerschein", "Staplerführerschein", "unknown"),
        ("zu Reisen bereit", "bundesweite Reisebereitschaft", "met"),
        ("sehr gern reisen", "Reisen: gelegentlich gern", "partly"),
        ("Bereitschaft, an 80 bis 100 Tagen im Jahr zu reisen", "120 Reisetage im Jahr", "met"),
        ("Bereitschaft, an 80 bis 100 Tagen im Jahr zu reisen", "Reisen bis 50 %", "met"),
        ("Bereitschaft, an 80 bis 100 Tagen im Jahr zu reisen", "Reisen bis 20 %", "partly"),
        ("Bereitschaft, an 80 bis 100 Tagen im Jahr zu reisen", "Reisebereitschaft", "partly"),
        ("Bereitschaft, unter der Woche auswärts zu übernachten", "Reisebereitschaft", "unknown"),
        ("Umzugsbereitschaft", "umzugsbereit", "met"),
        ("Reisebereitschaft", "umzugsbereit", "unknown"),
        ("Schichtbereitschaft", "Reisebereitschaft", "unknown"),
    ],
)
def test_each_matter_by_its_extent(label: str, said: str, verdict: str) -> None:
    assert decided(label, Cv().claim(said, kind="mobility").profile()).verdict == verdict


def test_a_denial_is_missing() -> None:
    cv = Cv().claim("Kein Führerschein", label="Führerschein", kind="mobility", stance="lacks")
    assert decided("Führerschein der Klasse B", cv.profile()).verdict == "missing"


def test_having_travelled_is_no_willingness_yet() -> None:
    cv = Cv().job("Monteur", (2015, 1), None, ["Dienstreisen in ganz Europa"])
    assert decided("zu Reisen bereit", cv.profile()).verdict == "partly"


def test_the_reason_tells_whether_the_extent_is_unstated_or_smaller() -> None:
    label = "Bereitschaft, an 80 bis 100 Tagen im Jahr zu reisen"
    unstated = Cv().claim("Reisebereitschaft", kind="mobility").profile()
    smaller = Cv().claim("Reisen bis 20 %", kind="mobility").profile()
    assert decided(label, unstated).rule == "extent_unstated"
    assert decided(label, smaller).rule == "less_travel"


@pytest.mark.parametrize(
    "said",
    [
        "Verhandlung mit Reiseveranstaltern",
        "Preise verhandelt",
        "Umkreis von 20 km beliefert",
        "Abrechnung von Reisekosten",
        "contracts with tour operators",
    ],
)
def test_travel_of_others_is_none(said: str) -> None:
    for cv in (Cv().claim(said), Cv().job("Einkäufer", (2019, 1), None, [said])):
        assert decided("sehr gern reisen", cv.profile()).verdict == "unknown"
