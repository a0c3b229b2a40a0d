"""Salary figures of the articles that were written, with their facts, before these rules.

``python -m tests.knowledge.facts.test_articles`` prints every miss.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.domain import Source
from bot.facts import PayNote, SalaryFigure
from bot.knowledge.facts.pay_notes import pay_notes
from bot.knowledge.facts.salary import salary_figures
from bot.knowledge.facts.statements import statements
from bot.knowledge.roles import RoleCatalogue
from bot.reading import Limits, discover, read

ARTICLES = Path(__file__).resolve().parents[1] / "articles"
# What makes a figure the figure it is; a miss in one of these is a wrong figure.
CORE = ("role", "min", "max", "mean", "median", "currency")
DETAILS = (
    "seniority",
    "statistic",
    "period",
    "gross",
    "includes_variable",
    "country",
    "year",
    "year_basis",
    "branch",
    "bonus_share_min",
    "bonus_share_max",
    "company_car",
)
ALL = CORE + DETAILS
NOTE_FIELDS = ("role", "kind", "share_min", "share_max")


@dataclass(frozen=True)
class Judged:
    """Figures of one article: gold and read ones by the values of ``fields``."""

    name: str
    source: Source
    gold: list[dict[str, Any]]
    read: list[SalaryFigure]
    gold_notes: list[dict[str, Any]]
    read_notes: list[PayNote]

    def matched_notes(self) -> list[tuple[dict[str, Any], PayNote]]:
        """Pairs of notes that agree in everything."""
        pairs = []
        left = list(self.read_notes)
        for gold in self.gold_notes:
            for note in left:
                text = self.source.text[note.span.start : note.span.end]
                same = all(gold[f] == getattr(note, f) for f in NOTE_FIELDS)
                if same and _plain(gold["quote"]) in _plain(text):
                    left.remove(note)
                    pairs.append((gold, note))
                    break
        return pairs

    def matched(self, fields: tuple[str, ...]) -> list[tuple[dict[str, Any], SalaryFigure]]:
        """Pairs that agree in ``fields`` and stand in the same sentence, each used once."""
        pairs = []
        left = list(self.read)
        for gold in self.gold:
            for figure in left:
                text = self.source.text[figure.span.start : figure.span.end]
                same = all(_same(gold[f], getattr(figure, f)) for f in fields)
                if same and _plain(gold["quote"]) in _plain(text):
                    left.remove(figure)
                    pairs.append((gold, figure))
                    break
        return pairs


def _same(gold: object, read: object) -> bool:
    if isinstance(gold, str) and isinstance(read, str):
        return gold == read or gold.lower() in read.lower() or read.lower() in gold.lower()
    return gold == read


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split()).lower()


def judged() -> list[Judged]:
    """Every article with its gold figures and those that are read from it."""
    result = []
    for path in sorted(ARTICLES.glob("*.facts.json")):
        name = path.name.removesuffix(".facts.json")
        article = next(p for p in ARTICLES.glob(f"{name}.*") if p != path)
        files, _ = discover([str(article)], limits=Limits())
        source = read(files[0], limits=Limits())
        gold = json.loads(path.read_text(encoding="utf-8"))
        found = statements(source, RoleCatalogue.of([source]))
        result.append(
            Judged(
                name,
                source,
                gold["salary"],
                list(salary_figures(found)),
                gold["pay_notes"],
                list(pay_notes(found)),
            )
        )
    return result


def rates(articles: list[Judged], fields: tuple[str, ...]) -> tuple[float, float]:
    """Precision and recall over all articles."""
    matched = sum(len(article.matched(fields)) for article in articles)
    return (
        matched / max(1, sum(len(a.read) for a in articles)),
        matched / max(1, sum(len(a.gold) for a in articles)),
    )


@pytest.fixture(scope="module")
def articles() -> list[Judged]:
    return judged()


def test_there_are_articles(articles: list[Judged]) -> None:
    assert len(articles) >= 10


def test_figures_are_right_in_role_and_amount(articles: list[Judged]) -> None:
    precision, recall = rates(articles, CORE)
    assert precision >= 0.98
    assert recall >= 0.98


def test_figures_are_right_in_every_field(articles: list[Judged]) -> None:
    precision, recall = rates(articles, ALL)
    assert precision >= 0.95
    assert recall >= 0.95


def test_pay_notes(articles: list[Judged]) -> None:
    precision, recall = note_rates(articles)
    assert precision >= 0.93
    assert recall >= 0.93


def note_rates(articles: list[Judged]) -> tuple[float, float]:
    """Precision and recall of pay notes over all articles."""
    matched = sum(len(article.matched_notes()) for article in articles)
    return (
        matched / max(1, sum(len(a.read_notes) for a in articles)),
        matched / max(1, sum(len(a.gold_notes) for a in articles)),
    )


def _report() -> Iterator[str]:
    articles = judged()
    precision, recall = note_rates(articles)
    yield f"pay notes: precision {precision:.3f}, recall {recall:.3f}"
    for label, fields in (("amount", CORE[1:]), ("role and amount", CORE), ("every field", ALL)):
        precision, recall = rates(articles, fields)
        yield f"{label}: precision {precision:.3f}, recall {recall:.3f}"
    for article in articles:
        pairs = article.matched(CORE)
        yield f"== {article.name}: {len(article.gold)} gold, {len(article.read)} read"
        for gold, figure in pairs:
            wrong = [
                f"{f}: {getattr(figure, f)!r} for {gold[f]!r}"
                for f in DETAILS
                if not _same(gold[f], getattr(figure, f))
            ]
            if wrong:
                yield f"   {gold['quote'][:90]} | {'; '.join(wrong)}"
        matched_gold = [id(gold) for gold, _ in pairs]
        matched_read = [id(figure) for _, figure in pairs]
        for gold in article.gold:
            if id(gold) not in matched_gold:
                yield f"   MISSED {gold}"
        for figure in article.read:
            if id(figure) not in matched_read:
                text = article.source.text[figure.span.start : figure.span.end]
                yield f"   WRONG {figure} {text}"
        yield from _note_report(article)


def _note_report(article: Judged) -> Iterator[str]:
    notes = article.matched_notes()
    for gold in article.gold_notes:
        if not any(gold is matched for matched, _ in notes):
            yield f"   NOTE MISSED {gold}"
    for note in article.read_notes:
        if not any(note is matched for _, matched in notes):
            text = article.source.text[note.span.start : note.span.end]
            yield f"   NOTE WRONG {note.role} {note.kind} {note.share_min} {text}"


if __name__ == "__main__":
    print("\n".join(_report()))  # noqa: T201
