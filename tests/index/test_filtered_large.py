"""Filters on an index that Chroma searches keep all that they should, and nothing else."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.index.filters import PassageFilter
from bot.index.search import search
from bot.index.serving import Index
from bot.index.store import Store
from bot.index.sync import ingest
from bot.settings import Settings
from tests.index.articles import article, write
from tests.index.hashing import HashEncoder

ABOUT = [
    {"published": "2019-05-01", "country": "AT", "roles": "[account-manager]"},
    {"published": "2021-01-01", "country": "DE", "roles": "[account-manager, vertrieb]"},
    {"published": "2024-02-01", "roles": "[vertrieb]"},
    {},
]
FILTERS = [
    PassageFilter(source_ids=frozenset({"a0", "a3"})),
    PassageFilter(country="AT"),
    PassageFilter(roles=frozenset({"vertrieb"})),
    PassageFilter(roles=frozenset({"vertrieb", "account-manager"})),
    PassageFilter(year_from=2020),
    PassageFilter(year_from=2019, year_to=2021, language="de"),
    PassageFilter(language="de"),
]


@pytest.mark.parametrize("only", FILTERS, ids=range(len(FILTERS)))
def test_a_large_index_gives_all_that_a_filter_keeps(
    any_settings: Settings,
    encoder: HashEncoder,
    tmp_path: Path,
    only: PassageFilter,
) -> None:
    names = {}
    for number, about in enumerate(ABOUT):
        front = "".join(f"{key}: {value}\n" for key, value in about.items())
        names[f"a{number}.md"] = f"---\n{front}---\n{article(number, sections=5)}"
    ingest([str(write(tmp_path / "f", names))], any_settings, encoder=encoder)
    view = Index(Store.open(any_settings), exact_up_to=0).view()
    wanted = {p.id for p in view.passages if only.matches(view.sources[p.source_id])}
    assert wanted
    vector = encoder.encode_questions(["Gehalt"])[0]
    hits = search(view, "Gehalt", vector, limit=100, only=only)
    assert {hit.passage.id for hit in hits} == wanted
    assert np.isfinite([hit.score for hit in hits]).all()
