"""Short texts as people type them: without umlauts, in small letters, with plans among facts."""

from __future__ import annotations

import pytest

from bot.matching.profile import Month, Profile
from bot.matching.reading import profile_of_text
from bot.matching.reading.claims import sentences
from bot.matching.reading.spelling import spelt

TODAY = Month(2026, 11)


def said(profile: Profile, stance: str) -> list[str]:
    return [
        profile.text[c.place.start : c.place.end].strip(" .")
        for c in profile.claims
        if c.stance == stance
    ]


def test_umlauts_match_as_two_letters_but_not_within_sets() -> None:
    assert spelt("[äa]möchte") == "[äa]m(?:ö|oe)chte"
    assert spelt(r"\wü\]") == r"\w(?:ü|ue)\]"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ich moechte Projekte leiten.", "plans"),
        ("Ich wuerde gern Projekte leiten.", "plans"),
        ("Führerschein mache ich gerade.", "plans"),
        ("Den Ausbilderschein mache ich aktuell.", "plans"),
        ("I am currently taking a course in SAP.", "plans"),
        ("Ich habe Unterricht geplant.", "has"),
        ("Ich habe geplant, Unterricht zu geben.", "plans"),
        ("Geplant ist ein Kurs in SAP für mich.", "plans"),
        ("Buchhaltung mache ich derzeit für drei Firmen.", "has"),
        ("Ich reise nur ungern.", "lacks"),
    ],
)
def test_stance_of_what_is_said(text: str, stance: str) -> None:
    profile = profile_of_text(text, TODAY)
    assert {c.stance for c in profile.claims} == {stance}


def test_planning_lessons_makes_no_plan_of_what_follows() -> None:
    profile = profile_of_text(
        "Ich habe Unterricht geplant, Eltern beraten, Feste organisiert.", TODAY
    )
    assert said(profile, "has") == [
        "Ich habe Unterricht geplant",
        "Eltern beraten",
        "Feste organisiert",
    ]


def test_small_letters_begin_sentences_too() -> None:
    profile = profile_of_text("kann gut zuhören und beschwerden lösen. english fliesend.", TODAY)
    assert said(profile, "has") == ["kann gut zuhören und beschwerden lösen"]
    assert [(one.language, one.level) for one in profile.languages] == [("en", "C1")]


def test_abbreviations_end_no_sentence() -> None:
    text = "Ich habe inkl. aller techn. geräte alles gepflegt. danach kam der verkauf dazu."
    (first, cut), (following, end) = sentences(text)
    assert text[first:cut] == "Ich habe inkl. aller techn. geräte alles gepflegt."
    assert text[following:end] == "danach kam der verkauf dazu."


def test_languages_hide_no_other_sentence() -> None:
    profile = profile_of_text("Englisch fließend. Führerschein Klasse B.", TODAY)
    assert said(profile, "has") == ["Führerschein Klasse B"]
    assert [one.level for one in profile.languages] == ["C1"]


@pytest.mark.parametrize(
    "text",
    [
        "Ich erfülle alle Anforderungen.",
        "Erfuelle saemtliche Voraussetzungen der Stelle!",
        "I meet all the requirements.",
        "Ich bin für jede Stelle geeignet.",
    ],
)
def test_who_claims_everything_claims_nothing(text: str) -> None:
    profile = profile_of_text(f"{text}\nIch leite ein Team.", TODAY)
    assert said(profile, "has") == ["Ich leite ein Team"]
    assert [profile.text[p.start : p.end] for p in profile.unread] == [text]


def test_who_teaches_apprentices_is_none() -> None:
    profile = profile_of_text("Ich leite Auszubildende an.", TODAY)
    assert profile.text == "Ich leite Auszubildende an."
    assert not profile.education
    assert said(profile, "has") == ["Ich leite Auszubildende an"]


def test_an_apprentice_learns_what_the_training_leads_to() -> None:
    (one,) = profile_of_text("Azubi im 2. Lehrjahr zum Mechatroniker.", TODAY).education
    assert (one.level, one.subject, one.finished) == ("apprenticeship", "Mechatroniker", False)


def test_an_occupation_learnt_is_finished() -> None:
    (one,) = profile_of_text("Habe Einzelhandelskauffrau gelernt.", TODAY).education
    assert (one.subject, one.finished) == ("Einzelhandelskaufmann", True)


def test_the_year_of_an_examination_is_no_work() -> None:
    text = "Ich bin gelernter Krankenpfleger (Examen 2012), seit 2015 arbeite ich auf Station."
    profile = profile_of_text(text, TODAY)
    assert profile.months_of_work == 132  # 12/2015 to 11/2026


def test_a_title_ends_before_brackets() -> None:
    text = "I have worked as a software developer (Java, SQL) since 2020."
    assert [job.title for job in profile_of_text(text, TODAY).work] == ["software developer"]


def test_what_i_can_do_is_a_heading() -> None:
    profile = profile_of_text("Schule\n2023 Fachabitur Technik\n\nKoennen\nPython, Git", TODAY)
    assert said(profile, "has") == ["Python", "Git"]


def test_languages_without_umlauts() -> None:
    profile = profile_of_text("Sprachen\nTuerkisch Muttersprache, Franzoesisch B1", TODAY)
    assert [(one.language, one.level) for one in profile.languages] == [
        ("tr", "native"),
        ("fr", "B1"),
    ]


def test_a_greeting_says_nothing() -> None:
    profile = profile_of_text("Hallo! Ich leite ein Team.", TODAY)
    assert said(profile, "has") == ["Ich leite ein Team"]
    assert not profile.unread
