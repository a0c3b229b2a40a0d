"""Small German articles, and what an index holds of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from bot.index.store import Store
from bot.settings import Settings

SENTENCES = [
    "Ein Account Manager betreut bestehende Kunden und gewinnt neue hinzu.",
    "Das Jahresgehalt liegt zwischen 45.000 und 70.000 Euro brutto.",
    "Wer aufsteigen möchte, übernimmt größere Kunden oder ein kleines Team.",
    "Verhandlungsgeschick, Reisebereitschaft und gutes Englisch sind gefragt.",
    "Der Arbeitstag beginnt mit einem Blick auf offene Angebote.",
    "Viele Unternehmen erwarten ein Studium der Betriebswirtschaft.",
    "In Österreich werden Zulagen oft im Kollektivvertrag geregelt.",
]


def article(number: int, *, title: str | None = None, sections: int = 2) -> str:
    """A Markdown article that no other number has."""
    lines = [f"# {title or f'Artikel Nummer {number}'}", ""]
    for section in range(sections):
        lines += [f"## Abschnitt {section} über Thema {number}", ""]
        lines += [f"{SENTENCES[(number + section + i) % 7]} (Beleg {number}.{i})" for i in range(3)]
        lines.append("")
    return "\n".join(lines)


def write(folder: Path, names: dict[str, str]) -> Path:
    """Files by relative name."""
    for name, text in names.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


class Vector:
    """Equal within what Chroma's own scaling to length one changes."""

    def __init__(self, values: Any) -> None:
        self.values = np.asarray(values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Vector) and np.allclose(self.values, other.values, atol=1e-5)

    def __repr__(self) -> str:
        return repr(np.round(self.values, 3).tolist())

    __hash__ = None  # type: ignore[assignment]


def contents(settings: Settings) -> dict[str, list[tuple[Any, ...]]]:
    """The serving version by location: each source's id, text and passages with vectors."""
    store = Store.open(settings)
    version = store.require_current()
    records = store.indexed(version)
    found: dict[str, list[tuple[Any, ...]]] = {
        r.location: [(r.source.id, r.source.title, r.source.text, r.passages)]
        for r in records.values()
    }
    assert len(found) == len(records), "two sources from one place"
    for page in store.passages(version).pages(["documents", "metadatas", "embeddings"]):
        for key, text, about, vector in zip(
            page["ids"], page["documents"], page["metadatas"], page["embeddings"], strict=True
        ):
            row = (about["start"], key, text, about["heading_path"], Vector(vector))
            found[records[about["source_id"]].location].append(row)
    for rows in found.values():
        rows[1:] = sorted(rows[1:], key=lambda row: row[:2])
        assert len(rows) - 1 == rows[0][3]
    return found


def titles(settings: Settings) -> list[str]:
    """Titles of all indexed sources, sorted: a duplicate shows."""
    store = Store.open(settings)
    return sorted(r.source.title for r in store.indexed(store.require_current()).values())
