"""Misspelt questions are put right; words of other subjects are left alone."""

from __future__ import annotations

import pytest

from bot.german import QuestionRepair, Vocabulary, content_words, stem

TEXTS = [
    "Der Account Manager verdient ein Gehalt und hat Aufgaben im Vertrieb.",
    "Die Anforderungen richten sich nach der Stelle; das Gehalt richtet sich nach der Branche.",
    "Qualifikationen für Key Account Manager und der Unterschied zur Karriere.",
]
KNOWN = {stem(word) for text in TEXTS for word in content_words(text)}
REAL = {"Richter", "Lehrer"}

repair = QuestionRepair(
    Vocabulary(TEXTS),
    ["Account Manager", "Key Account Manager"],
    knows=lambda word: stem(word) in KNOWN,
    is_real=lambda word: word in REAL,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("was verdint man", "was verdient man"),
        ("welche Aufgabn gibt es", "welche Aufgaben gibt es"),
        ("das Gehallt", "das Gehalt"),
        ("das Gehlat", "das Gehalt"),
        ("Anforderungn", "Anforderungen"),
        ("Qualifikatoinen", "Qualifikationen"),
        ("die Karierre", "die Karriere"),
        ("ein acount manger", "ein Account Manager"),
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
        "Wer gewann 1954?",
        "",
    ],
)
def test_real_and_known_words_are_left_alone(typed: str) -> None:
    repaired = repair(typed)
    assert (repaired.text, repaired.changes) == (typed, ())
