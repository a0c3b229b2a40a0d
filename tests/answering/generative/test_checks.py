"""Each way in which a fluent sentence says something else than its source is noticed."""

from __future__ import annotations

import pytest

from bot.answering.generative.checks import Checker
from bot.answering.generative.draft import sentences_of
from bot.answering.generative.prompts import SYSTEM
from tests.answering.generative.conftest import Harbour

PAY = "Was verdient ein Hafenmeister?"
DUTIES = "Welche Aufgaben hat ein Hafenmeister?"
EDUCATION = "Welche Ausbildung braucht ein Hafenmeister?"


@pytest.mark.parametrize(
    ("question", "draft"),
    [
        (PAY, "Hafenmeister verdienen zwischen 48.000 und 61.000 Euro brutto im Jahr {48.000}."),
        (PAY, "Ein Hafenmeister verdient 48 000 bis 61 000 € brutto pro Jahr {48.000}."),
        (PAY, "Als Junior Hafenmeister verdient man 39.000 Euro brutto im Jahr {39.000}."),
        (PAY, "In den USA sind es für Hafenmeister bis zu 95.000 Dollar im Jahr {95.000}."),
        ("Was verdient ein Hafenmeister in den USA?", "Bis zu 95.000 Dollar im Jahr {95.000}."),
        ("Was verdient ein Junior Hafenmeister?", "Er verdient 39.000 Euro brutto {39.000}."),
        (
            PAY,
            "Hafenmeister verdienen 48.000 bis 61.000 Euro {48.000}, Junior Hafenmeister "
            "39.000 Euro {39.000}.",
        ),
        (DUTIES, "Hafenmeister teilen Schiffen Liegeplätze zu {teilen}."),
        (DUTIES, "Ein Hafenmeister prüft auch die Frachtpapiere der Kapitäne {Frachtpapiere}."),
        (DUTIES, "Zölle erhebt ein Hafenmeister nicht {Zölle}."),
        (DUTIES, "Ein Hafenmeister betreut 20 bis 50 Liegeplätze {Liegeplätze.}."),
        (DUTIES, "In der Regel teilen Hafenmeister Schiffen Liegeplätze zu {teilen}."),
        ("Wie lange dauert die Einarbeitung?", "Sie dauert drei bis sechs Monate {Einarbeitung}."),
        (EDUCATION, "Ein Hafenmeister muss ein Funkzeugnis besitzen {Funkzeugnis}."),
        (
            "Was verdienen Hafenmeister und Seelotse?",
            "Hafenmeister verdienen 48.000 bis 61.000 Euro {48.000}, Seelotsen rund 110.000 Euro "
            "{110.000}.",
        ),
        (
            "What does a Hafenmeister earn?",
            "A Hafenmeister earns between 48,000 and 61,000 euros a year {48.000}.",
        ),
    ],
)
def test_what_its_source_says_is_kept(harbour: Harbour, question: str, draft: str) -> None:
    assert harbour.faults(question, draft) == []


@pytest.mark.parametrize(
    ("question", "draft", "fault"),
    [
        (DUTIES, "Hafenmeister teilen Schiffen Liegeplätze zu.", "no marker"),
        (DUTIES, "Hafenmeister teilen Liegeplätze zu [99].", "unknown marker"),
        (DUTIES, "Hafenmeister teilen Liegeplätze zu [0].", "unknown marker"),
        (DUTIES, "Hafenmeister teilen Liegeplätze zu {teilen} und backen Brot.", "no marker"),
        (DUTIES, "{teilen}", "no words"),
        # Figures
        (PAY, "Hafenmeister verdienen 70.000 Euro brutto im Jahr {48.000}.", "in no cited quote"),
        (PAY, "Hafenmeister verdienen 48.000 Euro {39.000}.", "in no cited quote"),
        # The contract knows digits alone: a "3" must stand in a quote as a "3".
        ("Wie lange dauert die Einarbeitung?", "Sie dauert 3 Monate {Einarb}.", "in no cited"),
        ("Wie lange dauert die Einarbeitung?", "Sie dauert vier Monate {Einarb}.", "in no cited"),
        (
            "Wie lange dauert die Einarbeitung?",
            "Die Einarbeitung dauert drei bis sechs Jahre {Einarbeitung}.",
            "unit",
        ),
        (PAY, "Hafenmeister verdienen 48.000 bis 61.000 Euro im Monat {48.000}.", "unit"),
        (PAY, "Hafenmeister verdienen in den USA 95.000 Dollar im Jahr {95.000}.", "bound"),
        (PAY, "Hafenmeister verdienen mindestens 48.000 Euro brutto {48.000}.", "bound"),
        (DUTIES, "Ein Hafenmeister betreut 20 bis 50 Kapitäne {Liegeplätze.}.", "thing counted"),
        # A real number with a real source, said of something else
        (PAY, "Hafenmeister verdienen rund 110.000 Euro brutto im Jahr {110.000}.", "role"),
        (PAY, "Man verdient rund 110.000 Euro brutto im Jahr {110.000}.", "role"),
        (DUTIES, "Gebraucht wird Erfahrung als Kapitän {zwei Jahre}.", "source about another role"),
        (
            "Was verdienen Hafenmeister und Seelotse?",
            "Seelotsen verdienen zwischen 48.000 und 61.000 Euro brutto im Jahr {48.000}.",
            "another role",
        ),
        (
            "Was verdienen Hafenmeister und Seelotse?",
            "Man verdient zwischen 48.000 und 61.000 Euro brutto im Jahr {48.000}.",
            "another role",
        ),
        (PAY, "Ein Hafenmeister verdient 39.000 Euro brutto im Jahr {39.000}.", "another level"),
        (PAY, "Ein Senior Hafenmeister verdient 39.000 Euro brutto {39.000}.", "another level"),
        (PAY, "Ein Junior Hafenmeister verdient 48.000 Euro brutto {48.000}.", "another level"),
        (PAY, "Senior Hafenmeister und Seelotsen verdienen 48.000 Euro {48.000}.", "level that"),
        (PAY, "Hafenmeister verdienen bis zu 95.000 Dollar im Jahr {95.000}.", "another country"),
        (
            PAY,
            "In der Schweiz verdienen Hafenmeister 48.000 bis 61.000 Euro {48.000}.",
            "another country",
        ),
        (
            "Was verdient ein Hafenmeister in den USA?",
            "Hafenmeister verdienen 48.000 bis 61.000 Euro brutto im Jahr {48.000}.",
            "another country",
        ),
        (PAY, "Sales Manager verdienen 48.000 bis 61.000 Euro {48.000}.", "occupation"),
        (DUTIES, "Seelotsen teilen den Schiffen ihre Liegeplätze zu {teilen}.", "role"),
        (DUTIES, "Hafenmeister teilen ein Hafenmeister Liegeplätze zu {teilen}.", "named again"),
        (PAY, "In Norwegen verdienen Hafenmeister 48.000 bis 61.000 Euro {48.000}.", "place"),
        ("What does a Hafenmeister earn?", "In Norway he earns 48,000 euros {48.000}.", "place"),
        # The opposite, or more than the source says
        (EDUCATION, "Ja, ein nautisches Studium ist von Vorteil {Studium}.", "yes or no"),
        (DUTIES, "Hafenmeister erheben Zölle {Zölle}.", "negation"),
        (DUTIES, "Hafenmeister teilen den Schiffen keine Liegeplätze zu {teilen}.", "negation"),
        (EDUCATION, "Hafenmeister müssen ein nautisches Studium haben {Studium}.", "obligation"),
        (PAY, "Hafenmeister verdienen durchschnittlich 48.000 Euro {48.000}.", "mean"),
        (EDUCATION, "Jeder Hafenmeister hat ein nautisches Studium {Studium}.", "always"),
        (DUTIES, "Hafenmeister kochen Kaffee, schreiben Gedichte und singen {teilen}.", "words"),
        # Every content word counts, and not by a part of it: as the evaluation measures
        (DUTIES, "Zu den Aufgaben zählt, die Frachtpapiere zu kontrollieren {Fracht}.", "words"),
        # What has no place in an answer
        (DUTIES, "Hafenmeister teilen Liegeplätze zu, siehe https://x.de {teilen}.", "link"),
        (DUTIES, "Hafenmeister teilen <b>Liegeplätze</b> zu {teilen}.", "link"),
        (DUTIES, f"{SYSTEM['de'].rpartition('. ')[2].rstrip('.')} {{teilen}}.", "instruct"),
        (DUTIES, "Hafenmeister teilen Liegeplätze " + "und Schiffe " * 40 + "{teilen}.", "long"),
        # English: no comparison of words, all the rest
        ("What does a Hafenmeister earn?", "He earns 70,000 euros a year {48.000}.", "number"),
        ("What does a Hafenmeister earn?", "A Seelotse earns 48,000 euros {48.000}.", "role"),
        ("What does a Hafenmeister do?", "A Hafenmeister collects duties {Zölle}.", "negation"),
        (
            "What does a Hafenmeister do?",
            "A Hafenmeister " + "really " * 45 + "assigns berths {teilen}.",
            "long",
        ),
    ],
)
def test_what_its_source_does_not_say_is_noticed(
    harbour: Harbour, question: str, draft: str, fault: str
) -> None:
    found = harbour.faults(question, draft)
    assert any(fault in name for name in found), found


def test_an_instruction_in_an_article_gives_its_figure_no_way_out(harbour: Harbour) -> None:
    """Obeying it means to cite something else than the sentence that it stands in."""
    obeyed = "Hafenmeister verdienen 99.000 Euro brutto im Jahr {48.000}."
    assert "number in no cited quote" in harbour.faults(PAY, obeyed)


def test_what_the_question_is_after_must_be_in_a_cited_passage(harbour: Harbour) -> None:
    checker = Checker(
        harbour.question("Welche Frachtpapiere prüft ein Hafenmeister?"),
        harbour.evidence,
        harbour.catalogue,
    )
    assert "frachtpapiere" in checker.question.focus
    pay = harbour.evidence[harbour.number("110.000") - 1]
    papers = harbour.evidence[harbour.number("Frachtpapiere") - 1]
    assert "frachtpapiere" in checker.misses_focus([pay])
    assert "frachtpapiere" not in checker.misses_focus([pay, papers])


def test_a_sentence_that_was_cut_off_has_no_marker(harbour: Harbour) -> None:
    sentences = sentences_of(harbour.written("Hafenmeister teilen Liegeplätze zu {teilen}. Sie k"))
    checker = Checker(harbour.question(DUTIES), harbour.evidence, harbour.catalogue)
    assert [checker.faults(sentence) for sentence in sentences] == [[], ["no marker"]]
