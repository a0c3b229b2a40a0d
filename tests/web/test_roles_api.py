"""Occupations of a classification over HTTP: found, told, and never without their notices."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from bot.answering.assistant import Assistant
from bot.index.serving import Index
from bot.index.sync import ingest
from bot.knowledge.esco.notice import ADAPTED, NOTICE
from bot.matching.session import Desk
from bot.settings import load_settings
from bot.web.api.routes import routes
from bot.web.edge import problems
from bot.web.service import Service
from tests.index.articles import write
from tests.knowledge.esco.export import write_export

ARTICLE = """---
title: Was macht ein Schichtleiter?
roles: [schichtleiter]
---
# Was macht ein Schichtleiter?

- Ein Schichtleiter teilt das Personal einer Schicht ein.
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("roles")
    write(folder / "articles", {"a.md": ARTICLE})
    settings = load_settings(db=folder / "index")
    ingest([str(folder / "articles")], settings, esco=write_export(folder / "esco"))
    index = Index.open(settings)
    assistant = Assistant.over(index, settings)
    app = FastAPI()
    problems.install(app)
    app.include_router(routes(Service(index, assistant, Desk(index, assistant.encoder))))
    with TestClient(app) as client:
        yield client


def test_without_a_title_there_are_the_articles_roles_alone(served: TestClient) -> None:
    assert [role["id"] for role in served.get("/api/v1/roles").json()] == ["schichtleiter"]


def test_occupations_are_found_with_their_notices(served: TestClient) -> None:
    found = served.get("/api/v1/roles", params={"q": "Lampenwart", "limit": 1}).json()
    (role,) = found
    assert (role["id"], role["label"], role["matched"]) == (
        *("laternenputzer", "Laternenputzer"),
        "Lampenwart",
    )
    assert role["is_occupation"] is True
    assert role["notices"] == [NOTICE, ADAPTED["de"]]
    article = served.get("/api/v1/roles", params={"q": "schichtl", "limit": 1}).json()
    assert article == [
        {
            **{"id": "schichtleiter", "label": "Schichtleiter", "matched": "Schichtleiter"},
            "is_occupation": False,
        }
    ]


def test_an_occupation_is_told_with_its_notices_and_quotes(served: TestClient) -> None:
    told = served.get("/api/v1/roles/turmkoch").json()
    assert told["notices"] == [NOTICE, ADAPTED["de"]]
    citation = told["requirements"][0]["citation"]
    source = served.get(f"/api/v1/sources/{citation['source']['id']}").json()
    assert source["text"][citation["start"] : citation["end"]] == citation["quote"]
    assert "notices" not in served.get("/api/v1/roles/schichtleiter").json()
