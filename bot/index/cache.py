"""The folder in which what is derived from large versions is kept between starts.

Everything in it can be deleted at any time: it is written anew from Chroma. It appears whole
under its name or not at all, and a manifest tells whether it still is what was written.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import mmap
import os
import shutil
import tempfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.index.bm25 import Bm25
from bot.index.chroma_errors import is_url
from bot.index.derived import Contents, Derived, Words
from bot.index.keyword import KeywordIndex, TermIndex, WordLists
from bot.index.pages import Pages
from bot.index.records import SourceRecord
from bot.index.sources import SourceTable, write_sources
from bot.index.store import Store
from bot.index.table import PassageTable, passage_line
from bot.index.windows import Windows

if TYPE_CHECKING:
    from numpy.typing import NDArray

CACHED_FROM = 2_000
"""Passages from which on deriving takes long enough to be kept."""

FORMAT = "3"  # raise it when what is kept, or how texts are cut into terms, changes
MANIFEST = "manifest.json"
PASSAGES = "passages.jsonl"
SOURCES = "sources.jsonl"

log = logging.getLogger(__name__)


class Cache:
    """The folder in which one version's derived arrays are kept.

    Args:
        root: where all indexes' are.
        store: whose version it is.
        version: its number.
        collection: Chroma's id of its passages: a version made anew never finds old arrays.
    """

    def __init__(self, root: Path, store: Store, version: int, collection: str) -> None:
        place = store.place if is_url(store.place) else str(Path(store.place).resolve())
        self._all = root / hashlib.sha256(place.encode()).hexdigest()[:16]
        self._folder = self._all / collection
        self._store = store
        self._version = version

    def open(self) -> tuple[Derived, SourceTable] | None:
        """What is kept, memory-mapped; None where it is missing, of another make or damaged."""
        try:
            with contextlib.suppress(FileNotFoundError):
                return self._read()
        except (OSError, ValueError, KeyError, TypeError) as error:
            log.warning("deriving anew, %s is damaged: %s", self._folder, error)
        return None

    def keep(
        self, contents: Contents, records: Mapping[str, SourceRecord]
    ) -> tuple[Derived, SourceTable | None]:
        """Derives and writes everything; memory-mapped, or in memory where it can't be written."""
        derived = replace(contents, earlier=self._earlier()).derived()
        try:
            self._all.mkdir(parents=True, exist_ok=True)
            part = Path(tempfile.mkdtemp(prefix="part-", dir=self._all))
            try:
                self._write(part, derived, records)
                shutil.rmtree(self._folder, ignore_errors=True)
                part.rename(self._folder)
            finally:
                shutil.rmtree(part, ignore_errors=True)
            self._remove_old()
        except OSError as error:
            log.warning("cannot keep what was derived in %s: %s", self._folder, error)
            return derived, None
        return self.open() or (derived, None)

    def _write(self, folder: Path, derived: Derived, records: Mapping[str, SourceRecord]) -> None:
        import numpy as np

        sizes = [0]
        with (folder / PASSAGES).open("wb") as file:
            sizes += (file.write(passage_line(passage)) for passage in derived.passages)
        places, articles = write_sources(folder / SOURCES, records)
        begins = {"lines": np.cumsum(sizes), "source_lines": np.array(places, np.int64)}
        for name, array in {**_arrays(derived), **begins}.items():
            np.save(folder / f"{name}.npy", array)
        keywords = derived.keywords
        texts = {
            "words": keywords.lists.words,
            "stems": keywords.stems.numbers,
            "grams": keywords.grams.numbers,
            "written": (f"{count} {word}" for word, count in derived.written.items()),
        }
        for name, lines in texts.items():
            with (folder / f"{name}.txt").open("w", encoding="utf-8", newline="\n") as text:
                text.writelines(f"{line}\n" for line in lines)
        manifest = {
            "format": FORMAT,
            "version": self._version,
            "passages": len(derived.passages),
            "titles": derived.titles,
            "sources": derived.passages.source_ids,
            "texts": list(records),
            "articles": articles,
            "files": {path.name: _mark(path) for path in sorted(folder.iterdir())},
        }
        (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")

    def _read(self) -> tuple[Derived, SourceTable]:
        import numpy as np

        manifest = _manifest(self._folder)
        passages = _table(self._folder, manifest["sources"])
        count = len(passages)
        if manifest["passages"] != count:
            raise ValueError(f"{count} passages are kept, {manifest['passages']} should be")
        places = np.asarray(_mapped(self._folder, "source_lines"))
        sources = SourceTable(
            self._folder / SOURCES, places, manifest["texts"], manifest["articles"]
        )
        derived = Derived(
            passages=passages,
            titles=manifest["titles"],
            vectors=_mapped(self._folder, "vectors"),
            windows=Windows(
                _mapped(self._folder, "windows"), np.asarray(_mapped(self._folder, "windows_first"))
            ),
            pages=Pages.at(
                np.asarray(_mapped(self._folder, "pages")), count, _mapped(self._folder, "means")
            ),
            twins=_mapped(self._folder, "twins"),
            read_words=_words(self._folder),
        )
        return derived, sources

    def _earlier(self) -> tuple[Mapping[int, int], WordLists] | None:
        """Passages and words of the newest other version that is kept."""
        for folder in sorted(self._others(), key=lambda path: path.stat().st_mtime, reverse=True):
            with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
                _manifest(folder)
                keys = _mapped(folder, "keys").tolist()
                return {key: row for row, key in enumerate(keys)}, _word_lists(folder)()
        return None

    def _others(self) -> list[Path]:
        with contextlib.suppress(OSError):
            return [p for p in self._all.iterdir() if p != self._folder and p.is_dir()]
        return []

    def _remove_old(self) -> None:
        """Removes what was kept of versions that are no more."""
        alive = set(self._store.versions()) - {self._version}
        for folder in self._others():
            if folder.name.startswith("part-"):
                continue
            try:
                is_alive = _manifest(folder)["version"] in alive
            except (OSError, ValueError, KeyError, TypeError):
                is_alive = False
            if not is_alive:
                shutil.rmtree(folder, ignore_errors=True)


def _arrays(derived: Derived) -> dict[str, NDArray[Any]]:
    import numpy as np

    keywords = derived.keywords
    frequency = [keywords.words.get(word, 0) for word in keywords.lists.words]
    return {
        "owner": derived.passages.owner,
        "keys": derived.passages.keys,
        "vectors": derived.vectors,
        "pages": derived.pages.first,
        "means": derived.pages.means,
        "twins": derived.twins,
        "windows": derived.windows.vectors,
        "windows_first": derived.windows.first,
        "word_ids": keywords.lists.ids,
        "word_first": keywords.lists.first,
        "frequency": np.array(frequency, dtype=np.int64),
        **{
            f"{name}_{part.name}": getattr(index.bm25, part.name)
            for name, index in (("stems", keywords.stems), ("grams", keywords.grams))
            for part in fields(Bm25)
        },
    }


def _manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a whole folder of today's format.

    Raises:
        OSError, ValueError, KeyError: it isn't one.
    """
    manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    if manifest["format"] != FORMAT:
        raise ValueError(f"format {manifest['format']}")
    for name, mark in manifest["files"].items():
        if _mark(folder / name) != mark:
            raise ValueError(f"{name} was changed")
    return manifest


def _mark(path: Path) -> list[int]:
    """Size, and for words and sources a checksum: all else isn't read before it is used."""
    is_read = path.suffix == ".txt" or path.name == SOURCES
    checksum = zlib.crc32(path.read_bytes()) if is_read else 0
    return [path.stat().st_size, checksum]


def _mapped(folder: Path, name: str) -> NDArray[Any]:
    import numpy as np

    path = folder / f"{name}.npy"
    array = np.load(path, mmap_mode="r")
    return np.asarray(array) if array.size == 0 else array


def _words(folder: Path) -> Callable[[], Words]:
    """Opens all files of words, which may be deleted later, and reads them when they are needed."""
    lists = _word_lists(folder)
    stems, grams = _term_index(folder, "stems"), _term_index(folder, "grams")
    frequency, written = _mapped(folder, "frequency"), _lines(folder, "written")

    def read() -> Words:
        known = lists()
        often = {w: int(n) for w, n in zip(known.words, frequency, strict=True) if n}
        pairs = (line.split(" ", 1) for line in written())
        return Words(
            KeywordIndex.from_parts(known, often, stems(), grams()),
            {word: int(times) for times, word in pairs},
        )

    return read


def _lines(folder: Path, name: str) -> Callable[[], list[str]]:
    """The lines of a text, which is opened now and read when they are asked for."""
    with (folder / f"{name}.txt").open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if size else b""
    # Not by splitlines: a word may hold a separator that isn't a newline.
    return lambda: bytes(mapped).decode("utf-8").split("\n")[:-1]


def _word_lists(folder: Path) -> Callable[[], WordLists]:
    import numpy as np

    words, ids = _lines(folder, "words"), _mapped(folder, "word_ids")
    first = np.asarray(_mapped(folder, "word_first"))
    return lambda: WordLists(tuple(words()), ids, first)


def _term_index(folder: Path, name: str) -> Callable[[], TermIndex]:
    import numpy as np

    terms = _lines(folder, name)
    arrays = {part.name: _mapped(folder, f"{name}_{part.name}") for part in fields(Bm25)}
    looked_up = {part: np.asarray(arrays[part]) for part in ("frequencies", "first", "often")}
    bm25 = Bm25(**{**arrays, **looked_up})
    return lambda: TermIndex({term: number for number, term in enumerate(terms())}, bm25)


def _table(folder: Path, source_ids: Sequence[str]) -> PassageTable:
    import numpy as np

    return PassageTable.kept(
        folder / PASSAGES,
        np.asarray(_mapped(folder, "lines")),
        source_ids,
        np.asarray(_mapped(folder, "owner")),
        _mapped(folder, "keys"),
    )
