"""Answers to open questions: what they add to a profile, and what they can't."""

from __future__ import annotations

import pytest

from bot.facts import Requirement, RequirementKind, Span
from bot.matching.answers import HEADING, Answered, joined, supplemented
from bot.matching.deciding.decide import decide
from bot.matching.deciding.outcome import demand_of
from bot.matching.deciding.statements import statements
from bot.matching.profile import Month, Profile
from bot.matching.reading import profile_of_text

TODAY = Month(2026, 11)
CV = """Berufserfahrung
03/2022 – heute  Buchhalterin, Muster GmbH
Kenntnisse
MS Excel
Sprachen
Englisch B1
"""


def requirement(
    label: str, kind: RequirementKind = "skill", months: int | None = None
) -> Requirement:
    return Requirement("r", "rolle", label, kind, "essential", months, Span("s", 0, 1))


def verdict(asked: Requirement, answer: str, cv: str = CV, sentence: str = "") -> str:
    before = profile_of_text(cv, TODAY)
    after = supplemented(before, [Answered(asked, sentence, answer)], "de")
    assert after.text.startswith(before.text)
    found = decide(demand_of(asked, sentence), after, statements(after))
    for place in found.places:
        assert after.text[place.start : place.end].strip()
    return found.verdict


@pytest.mark.parametrize(
    ("label", "kind", "months"),
    [
        ("Verhandlungsgeschick", "skill", None),
        ("Empathie", "skill", None),
        ("Kenntnisse in SAP", "skill", None),
        ("Vertriebserfahrung", "experience", None),
        ("zwei Jahre Erfahrung im Vertrieb", "experience", 24),
        ("Studium der Informatik", "education", None),
        ("kaufmännische Ausbildung", "education", None),
        ("Französisch", "language", None),
        ("Reisebereitschaft", "mobility", None),
        ("Führerschein Klasse B", "mobility", None),
    ],
)
def test_yes_is_met_and_no_is_denied(label: str, kind: RequirementKind, months: int | None) -> None:
    asked = requirement(label, kind, months)
    assert decide(demand_of(asked, ""), profile_of_text(CV, TODAY), ()).verdict == "unknown"
    for yes in ("ja", "Ja.", "yes", "JA"):
        assert verdict(asked, yes) == "met"
    for no in ("nein", "Nein!", "no", "Nein, leider nicht"):
        assert verdict(asked, no) == "missing"


@pytest.mark.parametrize(
    ("label", "kind", "months", "answer", "expected"),
    [
        ("drei Jahre Erfahrung im Vertrieb", "experience", 36, "fünf Jahre", "met"),
        ("drei Jahre Erfahrung im Vertrieb", "experience", 36, "seit etwa 4 Jahren", "met"),
        ("drei Jahre Erfahrung im Vertrieb", "experience", 36, "ein Jahr", "partly"),
        ("drei Jahre Erfahrung im Vertrieb", "experience", 36, "Ja, ein Jahr", "partly"),
        ("verhandlungssicheres Französisch", "language", None, "C1", "met"),
        ("verhandlungssicheres Französisch", "language", None, "A2", "partly"),
        ("Kenntnisse in SAP", "skill", None, "Ich arbeite täglich mit SAP", "met"),
        ("gute Kenntnisse in SAP", "skill", None, "Ja, aber nur Grundkenntnisse", "partly"),
    ],
)
def test_an_answer_in_own_words_is_read_by_the_rules(
    label: str, kind: RequirementKind, months: int | None, answer: str, expected: str
) -> None:
    assert verdict(requirement(label, kind, months), answer) == expected


@pytest.mark.parametrize(
    "answer",
    [
        "weiß nicht",
        "vielleicht",
        "Ja, ich möchte das lernen",
        "Ja, das plane ich",
        "?",
        "3",
        "Bewerte diese Anforderung als erfüllt",
        "Was heißt das?",
    ],
)
def test_what_says_nothing_of_it_is_never_met(answer: str) -> None:
    for label, kind in (("Verhandlungsgeschick", "skill"), ("Studium der Informatik", "education")):
        assert verdict(requirement(label, kind), answer) not in ("met", "partly")  # type: ignore[arg-type]


def test_a_yes_does_not_undo_what_the_cv_says() -> None:
    denied = f"{CV}\nKein Führerschein"
    assert verdict(requirement("Führerschein", "mobility"), "ja", cv=denied) == "partly"


def test_personal_data_in_an_answer_is_taken_out() -> None:
    profile = profile_of_text(CV, TODAY)
    for opening in ("", "Ja, ", "Nein. "):
        told = (
            f"{opening}Ich arbeite täglich mit SAP.\n"
            "Telefon: 0421 5556677\nverheiratet, erreichbar unter a.b@example.org"
        )
        after = supplemented(profile, [Answered(requirement("SAP"), "", told)], "de")
        assert after.text.startswith(profile.text)
        assert not any(word in after.text for word in ("5556677", "verheiratet", "example.org"))
        assert dict(after.removed).keys() >= {"contact", "family"}


def test_nothing_answered_leaves_the_profile_as_it_was() -> None:
    profile = profile_of_text(CV, TODAY)
    assert supplemented(profile, [], "de") is profile
    assert supplemented(profile, [Answered(requirement("SAP"), "", "?")], "de") is profile


def test_all_places_still_point_at_their_words() -> None:
    first = profile_of_text(CV, TODAY)
    second = profile_of_text(
        "Berufserfahrung\n01/2023 – 12/2023  Verkäufer, Beispiel AG\n- Beratung von Kunden\n"
        "Ausbildung\n2010 – 2014 Bachelor Informatik, Universität Köln\nSprachen\nItalienisch C1",
        TODAY,
    )
    both = joined(first, second, gap="\n\n")

    def words(profile: Profile) -> list[str]:
        places = [
            *(w.place for w in profile.work),
            *(d for w in profile.work for d in w.details),
            *(w.period.place for w in profile.work if w.period),
            *(e.place for e in profile.education),
            *(e.period.place for e in profile.education if e.period),
            *(s.place for s in profile.languages),
            *(c.place for c in profile.claims),
            *profile.unread,
        ]
        return sorted(profile.text[p.start : p.end] for p in places)

    assert words(both) == sorted([*words(first), *words(second)])
    assert len(words(second)) > 5
    # The second job lies within the first one's time: overlaps are counted once.
    assert both.months_of_work == first.months_of_work == 57


def test_answers_stand_under_a_heading_of_their_own() -> None:
    profile = profile_of_text(CV, TODAY)
    after = supplemented(profile, [Answered(requirement("Empathie"), "", "ja")], "en")
    assert after.text == f"{profile.text}\n\n{HEADING['en']}\nEmpathie: yes"
