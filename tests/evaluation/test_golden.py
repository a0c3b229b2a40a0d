"""The golden set: its data, how answers are judged, and today's answers beside their level."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.answering.assistant import Assistant
from bot.domain import Answer, Citation, Source, SourceReference
from bot.errors import UsageError
from bot.evaluation.command import add_eval_arguments, run_eval
from bot.evaluation.golden import Verdict, ask_golden, judge
from bot.evaluation.golden_figures import judge_figures
from bot.evaluation.golden_measures import all_measures, fallen, levels_of, recorded_levels
from bot.evaluation.golden_report import golden_report, readable
from bot.evaluation.golden_set import SPLITS, GoldenQuestion, read_golden, read_salary
from bot.evaluation.golden_text import comparable, first_sentence, holds, unsupported
from bot.german import words

ALL = tuple(question for split in SPLITS for question in read_golden(split))
RANGE = "Ein Account Manager verdient 40.000 bis 60.000 Euro im Jahr."
LARGE = "Große Kunden betreut ein Key Account Manager."


# The data


def test_the_set_is_large_and_varied() -> None:
    dev = read_golden("dev")
    assert len({question.id for question in ALL}) == len(ALL)
    assert len(dev) >= 130
    assert sum(question.status == "declined" for question in dev) >= 35
    assert {question.intent for question in dev} >= {
        "duties", "qualifications", "salary", "career", "comparison", "company", "matching"
    }  # fmt: skip
    assert {kind for question in dev for kind in question.kind} >= {
        "typo", "no_umlaut", "colloquial", "english", "follow_up", "false_premise", "half_covered",
        "off_topic", "injection", "legal", "promise_of_pay", "role_not_covered",
    }  # fmt: skip


def test_every_fact_stands_in_the_expected_sources(assistant: Assistant) -> None:
    assert missing_facts(assistant, "corpus") == []


def test_every_fact_stands_in_the_expected_originals(originals_assistant: Assistant) -> None:
    assert missing_facts(originals_assistant, "originals") == []


def missing_facts(assistant: Assistant, index: str) -> list[str]:
    """Ids alone: what is held out isn't to be read."""
    found = []
    for question in ALL:
        # A half covered question also expects the name of what no source covers.
        if index in question.on and "half_covered" not in question.kind:
            ids = question.sources[index]
            text = comparable("\n".join(assistant.sources[source_id].text for source_id in ids))
            if not all(holds(text, fact) for fact in question.facts):
                found.append(question.id)
    return found


def test_the_list_of_pay_is_in_the_articles(assistant: Assistant) -> None:
    assert misplaced_figures(assistant) == []


def test_the_list_of_pay_is_in_the_originals(originals_assistant: Assistant) -> None:
    assert misplaced_figures(originals_assistant) == []


def misplaced_figures(assistant: Assistant) -> list[str]:
    figures = [figure for figure in read_salary() if figure["source"] in assistant.sources]
    assert len(figures) == 21 - ("003-e6a5121f84d5be1f" in assistant.sources) * 2
    found = []
    for figure in figures:
        text = assistant.sources[figure["source"]].text
        paragraphs = [p for p in text.splitlines() if figure["after"] in p]
        ends = {f"{n}" for n in (figure["min"], figure["max"]) if isinstance(n, int)}
        said = {w for p in paragraphs for w in words(p[p.index(figure["after"]) :])}
        if not ends or not ends <= said:
            found.append(figure["after"])
    return found


# How an answer is judged


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("40 000 Euro", "40.000", True),
        ("40,000 euros", "40.000", True),
        ("40\u00a0000 €", "40.000", True),
        ("140.000 Euro", "40.000", False),
        ("40.000.000 Euro", "40.000", False),
        ("Brutto: 40.000 - 60.000", "40.000 bis 60.000", False),
        ("die Kommunikationsstaerke", "Kommunikationsstärke", True),
        ("lauft", "läuft", True),
        ("im Jahr", "ja", False),
        ("Ja, das stimmt", "ja", True),
        ("die 1970er Jahre", "1970", True),
    ],
)
def test_facts_are_found_in_any_notation(text: str, wanted: str, found: bool) -> None:
    assert holds(comparable(text), ["gibt es nicht", wanted]) is found


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Drei bis sieben Jahre. [1] Und mehr. [2]", "Drei bis sieben Jahre."),
        ("## Gehalt\n\n- Ja, **immer**. [1]\n- Nein. [2]", "Ja, immer."),
        ("**Gehalt**\n\n| a | b |\n|---|---|\n\nRund z. B. zehn. [1]", "Rund z. B. zehn."),
        ("**Gehalt** – das sagen die Quellen:\n\n- Viel. [1]", "Gehalt – das sagen die Quellen:"),
        ("", ""),
    ],
)
def test_the_first_sentence_is_no_heading_and_no_table(text: str, first: str) -> None:
    assert first_sentence(text) == first


@pytest.mark.parametrize(
    ("text", "supported"),
    [
        (f"- {RANGE} [1]", True),
        (f"**Gehalt:** {RANGE} [1]", True),
        ("Account Manager verdienen im Jahr 40.000 Euro. [1]", True),
        ("Account Manager verdienen im Jahr 45.000 Euro. [1]", False),
        ("Zahnärzte bohren mit Freude tiefe Löcher. [1]", False),
        (f"{RANGE} [2]", False),
        (f"{LARGE} {RANGE} [1][2]", True),
        ("An account manager earns 40,000 to 60,000 euros. [1]", True),
        ("An account manager earns 90,000 euros. [1]", False),
        ("| Account Manager | 40.000 | 60.000 | Musterquelle | [1] |", True),
        ("| Account Manager | 40.000 | 90.000 | Musterquelle | [1] |", False),
    ],
)
def test_a_quote_must_support_its_statement(text: str, supported: bool) -> None:
    count, wrong = unsupported(answered(text))
    assert count == 1
    assert (not wrong) is supported


def test_figures_are_held_against_the_list() -> None:
    known = [figure("DE", [2025, 2026], 40_000), figure(None, None, 70_000), figure("US", None, 9)]
    shown = [figure("DE", 2026, 40_000) | {"citation": 1}, figure(None, None, 1) | {"citation": 1}]
    question = golden(figures=({"role": "account-manager", "country": "DE"},))
    said = judge_figures(answered(RANGE, shown), question, known, ("a",))
    assert (said.right, said.shown, said.found, said.expected) == (1, 2, 1, 1)
    assert said.details == said.details_right == 4
    # The right figure of another country, or cited from another source, is wrong.
    abroad = [figure("US", None, 9) | {"citation": 1}, figure("DE", 2026, 40_000) | {"citation": 2}]
    said = judge_figures(answered(RANGE, abroad), question, known, ("a",))
    assert (said.right, said.found) == (0, 0)


def test_figures_are_expected_where_the_facts_name_them() -> None:
    known = [figure("DE", None, 40_000), figure("DE", None, 70_000)]
    question = golden(facts=(("40.000",), ("60.000",)))
    assert judge_figures(answered(RANGE), question, known, ("a",)).expected == 1
    assert judge_figures(answered(RANGE), question, known, ("b",)).expected == 0
    duties = replace(question, intent="duties")
    assert judge_figures(answered(RANGE), duties, known, ("a",)).expected == 0


def figure(country: str | None, year: object, least: int) -> dict[str, object]:
    return {
        "source": "a", "role": "account-manager", "seniority": None, "min": least, "max": 60_000,
        "currency": "EUR", "period": "year", "country": country, "statistic": "range", "year": year,
    }  # fmt: skip


def test_measures_count_what_they_say() -> None:
    right = golden(facts=(("40.000",), ("60.000",)), direct=("40.000",))
    off = replace(golden(), status="declined", reason="off_topic")
    no = Answer("?", "?", "declined", "not_in_sources", "salary", "Dazu steht hier nichts.")
    verdicts = [
        judged(right, answered(f"{RANGE} [1]")),
        judged(right, no),
        judged(off, no),
        judged(off, answered(f"{RANGE} [1] [2]")),
    ]
    found = all_measures(verdicts)["dev"]["corpus"]
    assert found["fact_recall"] == 0.5
    assert found["direct_share"] == 0.5
    assert found["decline_precision"] == found["decline_recall"] == 0.5
    assert found["reason_accuracy"] == 0.0
    assert found["source_recall"] == 0.5
    assert found["figure_precision"] is None
    assert found["violations"] == 0
    assert all_measures(verdicts)["dev"]["together"]["questions"] == 4


def test_a_fallen_measure_is_named() -> None:
    found = all_measures([judged(golden(facts=(("40.000",),)), answered(f"{RANGE} [1]"))])
    levels = levels_of(found)
    assert fallen(found, levels) == []
    found["dev"]["corpus"]["fact_recall"] = 0.99
    found["dev"]["corpus"]["violations"] = 1
    assert fallen(found, levels) == [
        "dev, corpus: fact_recall 0.99 < 1.0", "dev, corpus: violations 1 > 0"
    ]  # fmt: skip
    found["dev"]["corpus"]["fact_recall"] = None
    assert "dev, corpus: fact_recall None < 1.0" in fallen(found, levels)


def test_every_miss_is_named_and_what_is_held_out_stays_unread() -> None:
    question = golden(facts=(("99.000",),), direct=("99.000",))
    verdicts = [
        judged(question, answered("99 Kunden. [1]")),
        judged(replace(question, split="held_out"), answered("Ja. [1]")),
    ]
    report = golden_report(verdicts)
    seen, unseen = report["misses"]
    assert seen["question"] == "Was verdient ein Account Manager?"
    assert set(seen["wrong"]) == {"facts", "direct", "unsupported", "violations"}
    assert "verdient" not in json.dumps(unseen)
    assert set(unseen["wrong"]) >= {"facts", "direct"}
    assert "dev corpus q: Was verdient ein Account Manager?\n      facts: 99.000" in readable(
        report
    )
    named = golden_report(verdicts, name_held_out=True)["misses"][1]
    assert named["question"] == seen["question"]


def golden(
    *,
    facts: tuple[tuple[str, ...], ...] = (),
    direct: tuple[str, ...] = (),
    figures: tuple[dict[str, object], ...] | None = None,
) -> GoldenQuestion:
    return GoldenQuestion(
        id="q", split="dev", question="Was verdient ein Account Manager?", history=(),
        on=("corpus",), kind=("plain",), status="answered", reason=None, intent="salary",
        facts=facts, direct=direct, sources={"corpus": ("a",) if facts else ()}, figures=figures,
    )  # fmt: skip


SOURCES = {"a": Source("a", "A", f"{RANGE}", ()), "b": Source("b", "B", f"{LARGE}", ())}


def answered(text: str, salary: Sequence[dict[str, object]] = ()) -> Answer:
    """An answer in salary whose citations are all those that ``text`` could mark."""
    citations = tuple(
        Citation(n, s.text, 0, len(s.text), None, "p", SourceReference(s.id, s.title, *[None] * 3))
        for n, s in enumerate(SOURCES.values(), 1)
        if f"[{n}]" in text or salary or "[" in text
    )
    return Answer("?", "?", "answered", None, "salary", text, citations, tuple(salary))


def judged(question: GoldenQuestion, answer: Answer) -> Verdict:
    cited = tuple(c for c in answer.citations if f"[{c.number}]" in answer.text)
    return judge(question, "corpus", replace(answer, citations=cited), SOURCES, [], 1.0)


# The product


def test_answers_from_the_corpus_keep_their_level(assistant: Assistant) -> None:
    assert fallen(all_measures(ask_golden(assistant, "corpus", ALL)), recorded_levels()) == []


def test_answers_from_the_originals_keep_their_level(originals_assistant: Assistant) -> None:
    verdicts = ask_golden(originals_assistant, "originals", ALL)
    assert fallen(all_measures(verdicts), recorded_levels()) == []


def test_levels_are_recorded_for_what_is_measured() -> None:
    levels = recorded_levels()
    assert {(split, index) for split in levels for index in levels[split]} == {
        (question.split, index) for question in ALL for index in question.on
    }
    assert all(level["violations"] == 0 for split in levels.values() for level in split.values())


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--set", "golden", "--no-repair"], "messen die Suche"),
        (["--set", "golden", "--record", "--perturb", "lower"], "unverfälschten"),
        (["--record"], "nur mit --set golden"),
    ],
)
def test_arguments_that_do_not_fit_are_refused(arguments: list[str], reason: str) -> None:
    parser = argparse.ArgumentParser()
    add_eval_arguments(parser)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--db", default=None)
    with pytest.raises(UsageError, match=reason):
        list(run_eval(parser.parse_args(arguments)))
