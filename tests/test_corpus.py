"""The corpus: complete front matter, own words, and the figures of its sources."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from bot.answering.grounding import numbers_in
from tests.conftest import ORIGINALS, ROOT, needs_originals

ARTICLES = sorted((ROOT / "corpus").glob("*.md"))
KEYS = ["id", "title", "publisher", "url", "published", "captured", "language", "country", "roles"]

# Which original each article carries over.
ORIGINAL_OF = {
    "account-manager-digitalwirtschaft": "000_",
    "account-manager-finanzlexikon": "001_",
    "account-manager-2026": "002_",
    "key-account-manager": "003_",
    "account-manager-und-key-account-manager": "004_",
}


def _front_matter(article: Path) -> dict[str, object]:
    return yaml.safe_load(article.read_text(encoding="utf-8").split("---\n")[1])


def _runs_of_eight(text: str) -> set[tuple[str, ...]]:
    plain = text.lower().translate(str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"}))
    words = re.findall(r"[a-z0-9]+", plain)
    return {tuple(words[i : i + 8]) for i in range(len(words) - 7)}


def test_there_are_five_articles() -> None:
    assert {article.stem for article in ARTICLES} == set(ORIGINAL_OF)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda p: p.stem)
def test_front_matter_states_everything_or_null(article: Path) -> None:
    values = _front_matter(article)
    assert list(values) == KEYS
    assert values["id"] == article.stem
    assert values["language"] == "de"
    assert values["roles"]


@needs_originals
@pytest.mark.parametrize("article", ARTICLES, ids=lambda p: p.stem)
def test_no_run_of_eight_words_is_shared_with_an_original(article: Path) -> None:
    captured = set().union(
        *(_runs_of_eight(p.read_text(encoding="utf-8")) for p in ORIGINALS.iterdir())
    )
    assert len(captured) > 3_000, "the originals were not read"
    shared = _runs_of_eight(article.read_text(encoding="utf-8")) & captured
    assert not shared


@needs_originals
@pytest.mark.parametrize("article", ARTICLES, ids=lambda p: p.stem)
def test_every_figure_stands_in_the_original(article: Path) -> None:
    """Nothing is invented: each number of the text occurs in the original."""
    original = next(ORIGINALS.glob(f"{ORIGINAL_OF[article.stem]}*"))
    body = article.read_text(encoding="utf-8").split("---\n", 2)[2]
    invented = numbers_in(body) - numbers_in(original.read_text(encoding="utf-8"))
    # Dates are written "24.02.2020" in both; splitting them yields no new number.
    assert not invented


@needs_originals
@pytest.mark.parametrize("article", ARTICLES, ids=lambda p: p.stem)
def test_every_amount_of_the_original_is_carried_over(article: Path) -> None:
    """Nothing is lost: each number from 1,000 up that is no year, date or file name."""
    original = next(ORIGINALS.glob(f"{ORIGINAL_OF[article.stem]}*")).read_text(encoding="utf-8")
    without_links = re.sub(r"\(https?://[^)]*\)|https?://\S+", "", original)
    wanted = {n for n in numbers_in(without_links) if n >= 3_000}
    body = article.read_text(encoding="utf-8")
    assert wanted <= numbers_in(body)


def test_missing_rates_are_named_as_missing() -> None:
    text = (ROOT / "corpus" / "account-manager-2026.md").read_text(encoding="utf-8")
    sentences = [s for s in re.split(r"(?<=\.)\s", text) if "Stundensatz" in s or "Tagessatz" in s]
    assert any("keine Zahl" in s or "nicht beziffert" in s for s in sentences)
    assert not any(re.search(r"\d+\s*(?:€|Euro)", s) for s in sentences)
