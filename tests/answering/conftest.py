"""Readers for the tests of the answer builders, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain import Source
from bot.index.encoder import Encoder, load_encoder
from bot.reading import Limits, discover, read
from bot.settings import load_settings
from tests.answering.contexts import Reader
from tests.conftest import ORIGINALS, ROOT

# Two roles that no other part of the project knows, told by three sources.
_ARTICLES = {
    "werk.md": """---
title: Schichtleiter und Produktionsleiter
published: "2024-03-01"
roles: [schichtleiter, produktionsleiter]
---
# Schichtleiter und Produktionsleiter

## Aufgaben des Schichtleiters

- Ein Schichtleiter teilt das Personal einer Schicht ein.
- Ein Schichtleiter behebt Störungen an den Maschinen.
- Ein Schichtleiter dokumentiert die gefertigten Stückzahlen.

## Aufgaben des Produktionsleiters

- Ein Produktionsleiter plant die Kapazitäten des ganzen Werks.
- Ein Produktionsleiter verhandelt mit Lieferanten über Preise.

## Anforderungen an Schichtleiter

- Schichtleiter brauchen zwingend einen Abschluss als Industriemeister.
- Schichtleiter müssen belastbar sein.
- Von Vorteil sind Englischkenntnisse für Schichtleiter.

## Anforderungen an Produktionsleiter

- Produktionsleiter brauchen ein Studium des Maschinenbaus.
- Produktionsleiter müssen belastbar sein.

## Unterschiede zwischen Schichtleiter und Produktionsleiter

### Entscheidungsbefugnisse

Ein Schichtleiter muss sich Überstunden genehmigen lassen. Ein Produktionsleiter entscheidet \
eigenständig über das Budget.

### Einarbeitung

Die Einarbeitung eines Schichtleiters dauert sechs Wochen. Die Einarbeitung eines \
Produktionsleiters dauert ein halbes Jahr.

### Reisen

Ein Produktionsleiter reist häufig zu anderen Werken.

## Karriere: vom Schichtleiter zum Produktionsleiter

Der Aufstieg vom Schichtleiter zum Produktionsleiter dauert vier bis sechs Jahre. Ein \
Produktionsleiter kann zum Werksleiter aufsteigen.
""",
    "schicht.md": """---
title: Schichtleiter
published: "2025-06-01"
roles: [schichtleiter]
---
# Schichtleiter

## Aufgaben des Schichtleiters

- Ein Schichtleiter teilt das Personal der Schicht ein.
- Ein Schichtleiter weist neue Kräfte ein.

## Anforderungen an Schichtleiter

- Ein Abschluss als Industriemeister ist für Schichtleiter hilfreich, aber keine Pflicht.
""",
}


def _read(paths: list[str]) -> list[Source]:
    found, failed = discover(paths, limits=Limits())
    assert not failed
    return [read(item, limits=Limits()) for item in found]


@pytest.fixture(scope="session")
def real_encoder() -> Encoder:
    """The product's default encoder."""
    return load_encoder(load_settings())


@pytest.fixture(scope="session")
def works(real_encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """Two short articles about a foreman and a head of production."""
    folder = tmp_path_factory.mktemp("articles")
    for name, text in _ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Reader.of(_read([str(folder)]), real_encoder)


@pytest.fixture(scope="session")
def corpus(real_encoder: Encoder) -> Reader:
    """The five articles of ``corpus/``."""
    return Reader.of(_read([str(ROOT / "corpus")]), real_encoder)


@pytest.fixture(scope="session")
def originals(real_encoder: Encoder) -> Reader:
    """The captured originals."""
    if not Path(ORIGINALS).is_dir():
        pytest.skip("the captured source articles are not beside the project")
    return Reader.of(_read([str(ORIGINALS)]), real_encoder)
