"""Misspelt questions are put right; words of other subjects are left alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.german import QuestionRepair, Vocabulary, content_words, stem, written_words

TEXTS = [
    "Der Account Manager verdient ein Gehalt und hat Aufgaben im Vertrieb.",
    "Die Anforderungen richten sich nach der Stelle; das Gehalt richtet sich nach der Branche.",
    "Qualifikationen für Key Account Manager und der Unterschied zur Karriere.",
    "Der Kunde spielt eine Rolle, die Betreuung der Kunden auch.",
    "Nach der Betreuung lädt er Kunden ein.",
    "Der Unterschied macht es.",
    "Die Chancen im Vertrieb, die Chancen der Bewerber und Chancen für den Manager.",
]
KNOWN = {stem(word) for text in TEXTS for word in content_words(text)}
REAL = {"Richter", "Lehrer", "gezielt", "Stella"}
SPELT_WELL = {
    *re.findall(r"\w+", " ".join(TEXTS).lower()),
    *("welche", "vertriebschancen", "kundenbetreuung"),
}
MISSPELT_PIECES, PIECES = 3, 2


def pieces(written: str) -> int:
    """One for a real word, few for the corpus's words, more for anything else."""
    if written in REAL:
        return 1
    return PIECES if written.lower() in SPELT_WELL else MISSPELT_PIECES


repair = QuestionRepair(
    Vocabulary(written_words(TEXTS)),
    ["Account Manager", "Key Account Manager"],
    knows=lambda word: stem(word) in KNOWN,
    pieces=pieces,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("was verdint man", "was verdient man"),
        ("welche Aufgabn gibt es", "welche Aufgaben gibt es"),
        ("das Gehallt", "das Gehalt"),
        ("das Gehlat", "das Gehalt"),
        ("das gehlat", "das gehalt"),
        ("Anforderungn", "Anforderungen"),
        ("Anfordrungn", "Anforderungen"),
        ("Qualifikatoinen", "Qualifikationen"),
        ("Die ualifikationen", "Die Qualifikationen"),
        ("die Karierre", "die Karriere"),
        ("Wleche Aufgaben hat er", "Welche Aufgaben hat er"),
        ("die Vertriebschxncen", "die Vertriebschancen"),
        ("die Kudnenbetreuung", "die Kundenbetreuung"),
        ("ein acount manger", "ein Account Manager"),
        ("ein Accountmanger", "ein Account Manager"),
        ("der Keyaccountmanger", "der Key Account Manager"),
        ("der untschied", "der unterschied"),
        ("Key Acount Mangaer", "Key Account Manager"),
    ],
)
def test_typos_are_repaired_and_reported(typed: str, meant: str) -> None:
    repaired = repair(typed)
    assert repaired.text == meant
    assert repaired.changes


@pytest.mark.parametrize(
    "typed",
    [
        "Was verdient ein Richter?",
        "was verdient ein richter",
        "Was verdient ein Lehrer?",
        "Was verdient ein Account-Manager:in?",
        "Account Managers und Gehälter",
        "Wer hat gezielt Bewerber gesucht?",
        "Wer gewann 1954?",
        "",
    ],
)
def test_real_and_known_words_are_left_alone(typed: str) -> None:
    repaired = repair(typed)
    assert (repaired.text, repaired.changes) == (typed, ())


@pytest.mark.parametrize(
    "typed",
    [
        "Wo ist Stella?",  # one letter from "Stelle", but a real word
        "Was macht ein Ladet?",  # a noun is no misspelt verb
        "Was ist eine Kolle?",  # in a short word the first letter is right
    ],
)
def test_what_is_no_typo_is_left_alone(typed: str) -> None:
    assert repair(typed).changes == ()


def test_other_forms_of_a_word_are_no_typos() -> None:
    by_letters_alone = QuestionRepair(Vocabulary(written_words(TEXTS)), [], lambda _: False, pieces)
    assert by_letters_alone("die Karrierex").text == "die Karriere"
    assert by_letters_alone("die Karrieres").changes == ()


def test_one_letter_more_or_less_is_a_typo_where_the_word_falls_into_more_pieces() -> None:
    vocabulary = Vocabulary(
        written_words(["halten Haifisch Mail Wilten"])
    )  # all letters of "hailten" in a row
    fine = QuestionRepair(vocabulary, [], lambda _: False, lambda _: 2)
    torn = QuestionRepair(vocabulary, [], lambda _: False, lambda w: 3 if "i" in w else 2)
    assert torn("sie hailten ihn").text == "sie halten ihn"
    assert fine("sie hailten ihn").changes == ()


def test_swapped_and_doubled_letters_are_typos_by_themselves() -> None:
    vocabulary = Vocabulary(written_words(["Halter Falltor Alltag Welter hatler Statler Atlas"]))
    fine = QuestionRepair(vocabulary, [], lambda _: False, lambda _: 2)
    assert fine("der Hallter").text == "der Halter"


def test_two_errors_are_forgiven_only_behind_a_right_start() -> None:
    assert repair("die Qualifkatoinen").changes == (("Qualifkatoinen", "Qualifikationen"),)
    assert repair("die Uqalifikatoinen").changes == ()


def test_a_short_word_must_also_fall_into_more_pieces_than_the_meant_one() -> None:
    vocabulary = Vocabulary(written_words(["Der Kunde kommt.", "Die Kunden kommen."]))
    whole = {"Kunde": 2, "Kundw": 3}
    made = {
        bad: QuestionRepair(vocabulary, [], lambda _: False, lambda w, n=bad: n
                            if w.capitalize() == "Kundw" else whole.get(w.capitalize(), 2))
        for bad in (2, 3)
    }  # fmt: skip
    assert made[3]("der Kundw").text == "der Kunde"
    assert made[2]("der Kundw").changes == ()


def test_usual_letters_are_no_typo_unless_the_word_is_long_and_falls_into_more_pieces() -> None:
    vocabulary = Vocabulary(written_words(["Haltung Haltungen Falter"]))
    fine = QuestionRepair(vocabulary, [], lambda _: False, lambda _: 2)
    torn = QuestionRepair(vocabulary, [], lambda _: False, lambda word: 3 if word[0] in "Ff" else 2)
    assert torn("die Faltung").changes == ()
    assert fine("die Faltungen").changes == ()
    assert torn("die Faltungen").text == "die Haltungen"


@given(st.text(max_size=80))
def test_anything_typed_survives_and_only_reported_words_change(typed: str) -> None:
    repaired = repair(typed)
    assert bool(repaired.changes) == (repaired.text != typed)


def test_words_of_an_english_question_are_not_looked_up_among_german_ones() -> None:
    vocabulary = Vocabulary(written_words(["Hier ist die Stelle."]))
    torn = QuestionRepair(vocabulary, ["Account Manager"], lambda _: False, lambda _: 3)
    assert torn("When should we hire somebody?").changes == ()
    assert torn("what does an acount manager do").text == "what does an Account manager do"


def test_a_participle_is_a_word_of_its_own() -> None:
    vocabulary = Vocabulary(written_words(["Das Gehalt."]))
    parts = {"hol": 1, "Hol": 1}
    by_verb = QuestionRepair(vocabulary, [], lambda _: False, lambda w: parts.get(w, 3))
    no_verb = QuestionRepair(vocabulary, [], lambda _: False, lambda w: 2 if "alt" in w else 3)
    assert by_verb("wer hat ihn geholt").changes == ()
    assert no_verb("wer hat ihn geholt").changes == (("geholt", "gehalt"),)


def test_a_vowel_left_out_of_a_frequent_word_is_a_typo() -> None:
    often = QuestionRepair(
        Vocabulary(written_words(["Gehalt"] * 12)), [], lambda _: False, lambda _: 2
    )
    seldom = QuestionRepair(
        Vocabulary(written_words(["Gehalt"] * 3)), [], lambda _: False, lambda _: 2
    )
    assert often("das Gehlt").text == "das Gehalt"
    assert seldom("das Gehlt").changes == ()


def test_everyday_words_of_working_life_are_known_without_the_corpus() -> None:
    vocabulary = Vocabulary(written_words(["Das Gehalt."]))
    well = {"Weiterbildung", "weiterbildung", "Kündigungsfrist", "kündigungsfrist"}
    fine = QuestionRepair(vocabulary, [], lambda _: False, lambda w: 2 if w in well else 4)
    assert fine("Gibt es eine Weiterbilldung?").text == "Gibt es eine Weiterbildung?"
    assert fine("welche kündigunsfrist").text == "welche kündigungsfrist"
    assert fine("Fortbildung, Firmenwagen und Kündigungsfrist").changes == ()
