"""Direct answers: the first sentence says it, in the words of what it cites."""

from __future__ import annotations

import pytest

from bot.answering.asked import asked_words
from bot.answering.assistant import Assistant
from bot.answering.direct.polarity import polarity
from bot.answering.direct.quantities import quantities
from bot.answering.grounding import violations
from bot.index.keyword import KeywordIndex


def first_line(text: str) -> str:
    return text.splitlines()[0]


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("Er betreut 20 bis 50 Kunden, je nach Branche.", ["20 bis 50 Kunden"]),
        ("Mindestens fünf bis zehn Jahre Berufserfahrung.", None),
        ("Drei bis zehn Kunden bringen viel.", ["Drei bis zehn Kunden"]),
        ("Das dauert ein Jahr.", ["ein Jahr"]),
        ("Ein Kunde ruft an.", []),
        ("Die Top-5-Kunden zählen.", []),
        ("Ab etwa 5 Millionen Euro lohnt es sich.", ["Ab etwa 5 Millionen Euro"]),
        ("Der Bonus macht 10 bis 20 Prozent des Grundgehalts aus.", None),
    ],
)
def test_number_phrases_are_read_word_for_word(sentence: str, phrases: list[str] | None) -> None:
    found = [quantity.text for quantity in quantities(sentence)]
    assert all(text in sentence for text in found)
    if phrases is None:
        assert len(found) == 1
    else:
        assert [text.lower() for text in found] == [text.lower() for text in phrases]


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("Wie viele Kunden betreut ein Account Manager?", "20 bis 50 Kunden"),
        ("Wie viele Kunden hat ein Key Account Manager?", "5 bis 15 Schlüsselkunden"),
        ("Wie viele Jahre Berufserfahrung braucht ein Key Account Manager?", "fünf bis zehn Jahre"),
        ("Wie lange dauert die Einarbeitung eines Account Managers?", "rei bis sechs Monate"),
        ("Seit wann gibt es Key Account Management?", "1970er"),
        ("Ab welchem Umsatz lohnt sich ein Key Account Manager?", "5 Millionen Euro"),
    ],
)
def test_a_number_that_is_asked_for_comes_first(
    assistant: Assistant, question: str, phrase: str
) -> None:
    answer = assistant.answer(question)
    assert phrase in first_line(answer.text), answer.text
    assert violations(answer, assistant.sources) == []


@pytest.mark.parametrize(
    ("question", "lead", "word"),
    [
        ("Braucht man für den Job als Account Manager ein Studium?", "Nein", "keine Pflicht"),
        ("Muss ein Key Account Manager Englisch können?", "Ja", "Englisch"),
        ("Muss man als Key Account Manager viel reisen?", "Ja", "reisen"),
        ("Braucht ein Key Account Manager einen Masterabschluss?", "Nicht unbedingt", "Master"),
        ("Darf ein Account Manager Rabatte selbst gewähren?", "Nicht ohne", "genehmigen"),
        ("Vertritt ein Key Account Manager die Firma auch auf Messen?", "Ja", "Messen"),
        ("Ist ein Account Manager für die Neukundenakquise zuständig?", "In vielen", "nicht Sache"),
    ],
)
def test_yes_or_no_comes_with_the_sentence_that_carries_it(
    assistant: Assistant, question: str, lead: str, word: str
) -> None:
    answer = assistant.answer(question)
    assert first_line(answer.text).startswith(lead), answer.text
    assert word in first_line(answer.text)
    assert answer.citations[0].quote in first_line(answer.text)


def test_the_number_of_one_role_is_not_given_for_the_other(assistant: Assistant) -> None:
    for question, foreign in (
        ("Wie viele Kunden betreut ein Account Manager?", "15"),
        ("Wie viele Kunden betreut ein Key Account Manager?", "50"),
    ):
        assert foreign not in first_line(assistant.answer(question).text)


KEYWORDS = KeywordIndex(["Studium, Erfahrung und Bonus im Vertrieb.", "Rabatte und Reisen."])


@pytest.mark.parametrize(
    ("sentence", "word", "kind", "expected"),
    [
        ("Ein Studium ist hilfreich, aber keine Pflicht.", "studium", "need", "not_compulsory"),
        ("Ein Studium ist zwingend.", "studium", "need", "yes"),
        ("Ein Studium ist von Vorteil.", "studium", "need", "weak"),
        ("Für Termine muss er häufig auf Reisen sein.", "reisen", "need", "often"),
        ("Die meisten haben ein Studium.", "studium", "need", "weak"),
        ("Ein Studium ist in der Regel von Vorteil.", "studium", "need", "weak"),
        ("Ein Studium ist keine Pflicht, Erfahrung ist nötig.", "erfahrung", "need", "yes"),
        ("Ein Studium wird verlangt.", "studium", "need", "yes"),
        ("Vereinzelt kann ein Studium verlangt werden.", "studium", "need", "weak"),
        ("Rabatte müssen genehmigt werden.", "rabatte", "allowed", "not_freely"),
        ("Er bekommt keinen Bonus.", "bonus", "fact", "no"),
        ("Häufig bekommt er einen Bonus.", "bonus", "fact", "often"),
        ("Er bekommt nicht nur einen Bonus.", "bonus", "fact", "yes"),
        ("Studium kann auch verlangt werden.", "studium", "possible", "unclear"),
    ],
)
def test_polarity_is_that_of_the_clause_that_speaks_of_it(
    sentence: str, word: str, kind: str, expected: str
) -> None:
    about = asked_words([word], KEYWORDS)
    assert polarity(sentence, about, kind) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "question",
    [
        "Sind die Arbeitszeiten eines Key Account Managers geregelt?",
        "Kann ein Account Manager strategisch arbeiten?",
        "Geht es als Key Account Manager ohne Berufserfahrung?",
        "Macht ein Account Manager Kaltakquise?",
    ],
)
def test_no_yes_stands_before_a_sentence_that_may_say_something_else(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.answer(question)
    assert not first_line(answer.text).startswith(("Ja", "In vielen Fällen ja")), answer.text


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Kann man ohne Studium Account Manager werden?", "Ja: "),
        ("Can I become an account manager without a degree?", "Yes: "),
    ],
)
def test_without_asks_for_the_contrary(assistant: Assistant, question: str, lead: str) -> None:
    first = first_line(assistant.answer(question).text)
    assert first.startswith(lead)
    assert "keine Pflicht" in first


@pytest.mark.parametrize(
    ("question", "phrase"),
    [
        ("wieviel kunden hat ein key account manager", "5 bis 15 Schlüsselkunden"),
        ("Wie viel Erfahrung braucht ein Key Account Manager?", "fünf bis zehn Jahre"),
        ("Wie lange braucht ein Key Account Manager zur Einarbeitung?", "in Jahr"),
    ],
)
def test_a_number_is_of_what_is_asked(assistant: Assistant, question: str, phrase: str) -> None:
    answer = assistant.answer(question)
    assert phrase in first_line(answer.text), answer.text


def test_plans_of_years_are_read_as_years() -> None:
    found = quantities("Sie erstellen Drei- bis Fünfjahrespläne.")
    assert [(q.low, q.high, q.is_time) for q in found] == [(3, 5, True)]
