"""A version that no longer serves is let go: its memory isn't kept by anything."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest

from bot.index.sync import ingest
from bot.settings import Settings
from bot.web.service import Service
from tests.operation.conftest import QUESTION, until

pytestmark = pytest.mark.slow


def test_an_old_version_is_let_go_without_a_question(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for name in ("eins", "zwei"):
        (articles / f"{name}.md").write_text(f"# {name.title()}\n\nEin Account Manager berät.\n")
    settings = Settings(db=tmp_path / "index", _env_file=None)
    ingest([str(articles)], settings)
    service = Service.start(settings)
    try:
        service.answer(QUESTION)
        old = weakref.ref(service.index.view())
        version = service.index.view().version
        (articles / "drei.md").write_text("# Drei\n\nEin Account Manager verkauft.\n")
        ingest([str(articles)], settings)
        # Nobody asks: what follows the pointer does it all.
        until(lambda: service.index.view().version > version)
        until(lambda: gc.collect() >= 0 and old() is None)
    finally:
        service.close()
