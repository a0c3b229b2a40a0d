"""What every format is turned into before cleaning: a flat list of blocks, and metadata."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` is 1 for the outermost."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text without a line break; ``links`` are the targets it points to."""

    text: str
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list, or one row of a table, without its bullet."""

    text: str
    links: tuple[str, ...] = ()


Block = Heading | Paragraph | ListItem


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says about itself; None or empty where it says nothing."""

    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    captured: str | None = None
    language: str | None = None
    country: str | None = None
    roles: tuple[str, ...] = ()

    def or_else(self, other: Metadata) -> Metadata:
        """This metadata, with gaps filled from ``other``."""
        return Metadata(
            **{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)}
        )


@dataclass(frozen=True, slots=True)
class Document:
    """A file as its format gives it.

    Attributes:
        blocks: in reading order.
        metadata: what the file itself declares; wins over what its text reveals.
        ranked: whether heading levels are known; False for plain text, where all are equal.
    """

    blocks: tuple[Block, ...]
    metadata: Metadata = field(default_factory=Metadata)
    ranked: bool = True


def table_items(header: list[str], rows: Iterable[list[str]]) -> list[ListItem]:
    """Table rows as list items, each cell with the label of its column.

    A row of a table with a header reads "Stufe: Junior; Gehalt: 40.000 Euro"; of one without,
    "Junior: 40.000 Euro" for two columns and "a; b; c" for more.
    """
    items = []
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        labels = header if len(header) == len(row) else [""] * len(row)
        if not any(labels) and len(row) == 2 and all(cell.strip() for cell in row):
            text = f"{row[0].strip().rstrip(':')}: {row[1].strip()}"
        else:
            text = "; ".join(
                f"{label.strip().rstrip(':')}: {cell.strip()}" if label.strip() else cell.strip()
                for label, cell in zip(labels, row, strict=True)
                if cell.strip()
            )
        items.append(ListItem(text))
    return items
