"""Traits in frames: what is found, how surely, and what is left alone."""

from __future__ import annotations

import pytest

from bot.screening.adverts import check_advert, check_wording
from bot.screening.adverts.frame_traits import TRAITS
from bot.screening.adverts.frames import framed
from bot.screening.adverts.texts import TEXTS
from tests.screening.adverts.families import FAMILIES_HARMLESS, FAMILIES_RISKY
from tests.screening.adverts.framed import FRAMED_HARMLESS, FRAMED_RISKY

LAWS = {
    "sex": "Geschlecht",
    "pregnancy": "Geschlecht",
    "family": "Geschlecht",
    "age": "Alter",
    "origin": "ethnische Herkunft",
    "religion": "Religion",
    "disability": "Behinderung",
    "identity": "sexuelle Identität",
}


@pytest.mark.parametrize(("trait", "line"), FRAMED_RISKY)
def test_a_trait_in_a_frame_is_found_with_its_law(trait, line):
    laws = [one.law for one in check_wording(line)]
    assert any(LAWS[trait] in law or law == "§§ 1, 7, 22 AGG" for law in laws)


@pytest.mark.parametrize("line", [line for _, line in FRAMED_HARMLESS])
def test_a_trait_without_a_frame_is_left_alone(line):
    assert [one.rule for one in check_advert(line) if not one.rule.startswith("pay_")] == []


@pytest.mark.parametrize(
    ("line", "certainty"),
    [
        ("Im Büro können wir Rollstuhlfahrer leider nicht gebrauchen.", "likely"),
        ("Transpersonen können wir unseren Gästen nicht zumuten.", "likely"),
        ("Bitte legen Sie eine Aufstellung Ihrer Krankheitstage bei.", "likely"),
        ("Chronisch Kranke halten unser Tempo nicht durch.", "hint"),
        ("Ideal wäre jemand um die 25.", "hint"),
        ("Sie sprechen ohne jeden ausländischen Akzent.", "hint"),
    ],
)
def test_it_is_likely_where_both_sides_are_clear(line, certainty):
    (found,) = check_wording(line)
    assert found.rule.startswith("framed_")
    assert found.certainty == certainty


@pytest.mark.parametrize(
    "line",
    [
        "Ausbildung, auch in Teilzeit und ohne Altersgrenze",
        "Eine Altersgrenze gibt es nicht.",
        "There is no age limit.",
        "Pflege von Menschen mit Behinderung, keine Nachtdienste",
        "Beratung von Geflüchteten, die nur wenig Deutsch sprechen",
        "Verkäufer für Damenmode (m/w/d) gesucht, Samstagsarbeit nicht ausgeschlossen",
        "Gesundheits- und Krankenpflege, keine Rufbereitschaft",
        "Jugendarbeit, nur am Nachmittag",
        "Wir stellen ein, unabhängig von Alter, Geschlecht, Herkunft und Behinderung.",
        "Ob Sie Kinder haben, spielt für uns keine Rolle.",
    ],
)
def test_equal_treatment_and_the_subject_of_a_job_are_left_alone(line):
    assert check_wording(line) == []


def test_the_other_clause_is_not_meant():
    assert framed("Sie beraten Geflüchtete; Vorurteile können wir nicht gebrauchen.") == []
    assert framed("Vorkenntnisse sind da; Geflüchtete können wir nicht gebrauchen.")


def test_a_negated_age_limit_frees_nothing_else():
    assert [one.rule for one in check_wording("Altersgrenze: 35 Jahre")] == ["age_limit"]


def test_a_phrase_is_not_reported_again_as_a_frame():
    (found,) = check_wording("Ausländer können wir nicht einstellen.")
    assert found.rule == "descent"


@pytest.mark.parametrize("trait", TRAITS, ids=lambda trait: trait.rule)
def test_what_the_patterns_match_holds_a_stem(trait):
    lines = [line for _, line in (*FRAMED_RISKY, *FRAMED_HARMLESS)]
    for line in (*lines, *FAMILIES_RISKY, *FAMILIES_HARMLESS):
        for kind in (trait.groups, trait.marks, trait.wanted, trait.asked):
            if kind.search(line):
                assert any(stem in line.lower() for stem in trait.stems), line


def test_every_trait_has_its_own_text():
    assert len({trait.rule for trait in TRAITS}) == len(TRAITS)
    assert all(TEXTS[trait.rule].certainty == "hint" for trait in TRAITS)
