"""Names and codes of a classification are no sentences about an occupation."""

from __future__ import annotations

from pathlib import Path

from bot.knowledge.esco.quotable import without_listings
from bot.knowledge.esco.sources import DUTIES, occupation_sources
from bot.passages import cut
from tests.index.hashing import HashEncoder
from tests.knowledge.esco.export import write_export


def test_only_the_description_is_quoted_of_its_section(tmp_path: Path) -> None:
    encoder = HashEncoder()
    source = occupation_sources(write_export(tmp_path / "esco"))[0]
    reduced = without_listings({source.id: source})
    passages = cut(source, encoder.count_tokens, encoder.max_tokens)
    for passage in passages:
        kept = [source.text[s.start : s.end] for s in reduced(passage).sentences]
        if passage.heading_path[-1] == DUTIES:
            assert not any("ISCO" in one or "ESCO" in one for one in kept)
            assert "Lampenwart" not in kept
        else:
            assert reduced(passage) == passage
    told = [source.text[s.start : s.end] for p in passages for s in reduced(p).sentences]
    assert "Sie tauschen auch defekte Lampen aus." in told
    assert "Glas polieren" in told
