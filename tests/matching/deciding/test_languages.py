"""Languages by levels."""

from __future__ import annotations

import pytest

from bot.matching.deciding.decide import decide
from bot.matching.deciding.outcome import Demand, Outcome
from bot.matching.deciding.statements import statements
from bot.matching.profile import LanguageLevel, Profile
from tests.matching.deciding.profiles import Cv


def decided(label: str, profile: Profile, sentence: str | None = None) -> Outcome:
    demand = Demand("language", label, None, sentence or label)
    return decide(demand, profile, statements(profile))


@pytest.mark.parametrize(
    ("label", "level", "verdict"),
    [
        ("verhandlungssicheres Englisch", "C1", "met"),
        ("verhandlungssicheres Englisch", "native", "met"),
        ("verhandlungssicheres Englisch", "B2", "partly"),
        ("verhandlungssicheres Englisch", None, "partly"),
        ("fluent English", "C1", "met"),
        ("fluent English", None, "partly"),
        ("Englisch B1/B2", "B1", "met"),
        ("Grundkenntnisse in Englisch", "A2", "met"),
        ("Englisch", None, "met"),
        ("Englisch", "A1", "partly"),
        ("gute Kenntnisse der englischen Sprache", "B1", "partly"),
    ],
)
def test_levels_are_compared(label: str, level: LanguageLevel | None, verdict: str) -> None:
    assert decided(label, Cv().language("Englisch", "en", level).profile()).verdict == verdict


def test_the_sentence_tells_the_level_where_it_names_one_language() -> None:
    profile = Cv().language("Englisch B1", "en", "B1").profile()
    sentence = "Englisch muss man verhandlungssicher beherrschen."
    assert decided("Englisch", profile, sentence).verdict == "partly"
    assert decided("Englisch", profile, "Englisch braucht man, Deutsch auf C1.").verdict == "met"


def test_alternatives_and_both() -> None:
    profile = Cv().language("Spanisch B2", "es", "B2").profile()
    assert decided("Französisch oder Spanisch", profile).verdict == "met"
    assert decided("Französisch und Spanisch", profile).verdict == "partly"


def test_a_profile_in_german_says_nothing_about_german() -> None:
    assert decided("Deutsch C1", Cv().claim("Sorgfalt").profile()).verdict == "unknown"


def test_denied_and_planned() -> None:
    denied = Cv().claim("kein Englisch", label="Englisch", kind="other", stance="lacks")
    planned = Cv().claim("Ich möchte Englisch lernen", label="Englisch", stance="plans")
    assert decided("Englisch", denied.profile()).verdict == "missing"
    assert decided("Englisch", planned.profile()).verdict == "unknown"
