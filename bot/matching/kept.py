"""What holding profiles against thousands of roles needs, made once for an index version.

A classification's 120,000 requirements take half a minute to read and take apart, and as objects
a third of the app's memory. So they are made at ingest and kept as arrays and one text. The
file's name tells what it was made from; what doesn't fit or is damaged is made anew.
"""

from __future__ import annotations

import functools
import hashlib
import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bot.facts import Span
from bot.index.view import IndexView
from bot.matching.deciding.outcome import Demand
from bot.matching.deciding.screening import Lists, Screening
from bot.matching.deciding.table import Key, Table
from bot.matching.files import keep, touch

if TYPE_CHECKING:
    from numpy.typing import NDArray

_READ_BY: Final = ("german", "knowledge", "matching/deciding", "passages/sentences.py", "facts.py")
"""The code that reads and takes apart requirements: what it made is its own alone."""

_ARRAYS: Final = ("rows", "optional", "owners", "by_words", "alphabetical")

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Roles:
    """The requirements of some roles, ready for any profile."""

    table: Table
    screening: Screening

    @classmethod
    def of(cls, table: Table) -> Roles:
        """With the labels of its skills taken apart."""
        return cls(table, Screening.of(skill_labels(table)))


def skill_labels(table: Table) -> list[str]:
    """The labels that words decide, in the order of ``Table.by_words``."""
    return [table.demands[row].label for row in table.by_words]


def roles_file(folder: Path, view: IndexView, roles: Iterable[str]) -> Path | None:
    """Where the requirements of these roles are kept; None for a version that no Chroma holds."""
    if view.collection is None:
        return None
    made_from = json.dumps([view.collection.id, _code(), list(roles)])
    return folder / f"roles-{hashlib.sha256(made_from.encode()).hexdigest()[:32]}.npz"


@functools.cache
def _code() -> str:
    """A digest of the code that makes what is kept: nobody has to think of raising a number."""
    root = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256()
    for place in _READ_BY:
        path = root / place
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            digest.update(file.read_bytes())
    return digest.hexdigest()


def read_roles(file: Path) -> Roles | None:
    """What is kept in a file; None where it is missing or damaged."""
    import numpy as np

    try:
        with file.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
            found = _read(dict(arrays))
    except FileNotFoundError:
        return None
    except Exception as error:  # a damaged archive fails in any way
        log.warning("requirements in %s are damaged; making them anew: %r", file.name, error)
        return None
    touch(file)
    return found


def write_roles(file: Path, roles: Roles) -> None:
    """Keeps them; where that fails, they are made anew the next time."""
    import numpy as np

    texts = json.dumps(_texts(roles), ensure_ascii=False).encode()
    table, screening = roles.table, roles.screening
    keep(
        file,
        texts=np.frombuffer(texts, np.uint8),
        **{name: getattr(table, name) for name in _ARRAYS},
        sizes=screening.sizes,
        part_owners=screening.owners,
        word_first=screening.words.first,
        words=screening.words.numbers,
        part_first=screening.parts.first,
        parts=screening.parts.numbers,
    )


def _texts(roles: Roles) -> dict[str, Any]:
    table = roles.table
    return {
        "roles": table.roles,
        "demands": [[d.kind, d.label, d.months, d.sentence] for d in table.demands],
        # A span tells the few rows apart whose sentence says more than their label.
        "spans": {
            row: [key[-1].source_id, key[-1].start, key[-1].end]
            for key, row in table.row_of.items()
            if isinstance(key[-1], Span)
        },
        "named": [[name, list(numbers)] for name, numbers in table.named.items()],
        "terms": list(roles.screening.terms),
    }


def _read(arrays: dict[str, NDArray[Any]]) -> Roles:
    texts = json.loads(arrays["texts"].tobytes())
    demands = tuple(Demand(*demand) for demand in texts["demands"])
    spans = {int(row): Span(*span) for row, span in texts["spans"].items()}
    table = Table(
        roles=tuple(texts["roles"]),
        demands=demands,
        row_of={_key(demand, spans.get(row)): row for row, demand in enumerate(demands)},
        **{name: arrays[name] for name in _ARRAYS},
        named={name: tuple(numbers) for name, numbers in texts["named"]},
    )
    screening = Screening(
        {term: place for place, term in enumerate(texts["terms"])},
        Lists(arrays["word_first"], arrays["words"]),
        Lists(arrays["part_first"], arrays["parts"]),
        arrays["sizes"],
        arrays["part_owners"],
    )
    return Roles(table, screening)


def _key(demand: Demand, span: Span | None) -> Key:
    return (demand.kind, demand.label, demand.months, span)
