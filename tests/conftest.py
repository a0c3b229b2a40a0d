"""Shared fixtures: the real corpus in a real Chroma with the real encoder, made once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.answering.assistant import Assistant
from bot.index.sync import default_paths, ingest
from bot.settings import Settings, load_settings

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
ORIGINALS = SHARED / "originals"

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

needs_originals = pytest.mark.skipif(
    not ORIGINALS.is_dir(), reason="the captured source articles are not beside the project"
)


@pytest.fixture(scope="session", autouse=True)
def _own_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads the user's settings."""
    before = dict(os.environ)
    for name in list(os.environ):
        if name.startswith("LOTSE_") and name != "LOTSE_CACHE":
            del os.environ[name]
    # Several tests run at once, with servers of theirs: more threads would only wait for cores.
    os.environ["LOTSE_THREADS"] = "1"
    os.environ["LOTSE_DB"] = str(tmp_path_factory.mktemp("unset") / "index")
    os.environ["LOTSE_FEEDBACK_DB"] = str(tmp_path_factory.mktemp("feedback") / "kept.sqlite3")
    yield
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture(scope="session")
def corpus_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of an index that holds ``corpus/``. Read only: make your own to change it."""
    settings = load_settings(db=tmp_path_factory.mktemp("corpus") / "index")
    report, _ = ingest(default_paths(), settings)
    assert not report.failed
    return settings


@pytest.fixture(scope="session")
def assistant(corpus_settings: Settings) -> Assistant:
    """The product, asked about ``corpus/``."""
    return Assistant.open(corpus_settings)


@pytest.fixture(scope="session")
def originals_assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The product, asked about the captured originals."""
    if not ORIGINALS.is_dir():
        pytest.skip("the captured source articles are not beside the project")
    settings = load_settings(db=tmp_path_factory.mktemp("originals") / "index")
    ingest([str(ORIGINALS)], settings)
    return Assistant.open(settings)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield made
        made.close()
