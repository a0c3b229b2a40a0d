"""What an embedded Chroma keeps on disk, as far as Chroma doesn't look after it itself."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import uuid
from pathlib import Path

from bot.index.chroma_errors import store_failure
from bot.index.chroma_opening import DATABASE


def copy_database(folder: Path, target: Path) -> None:
    """Copies the texts and metadata of an embedded Chroma, without touching it.

    Opening Chroma writes, even for reading: who must not write reads a copy.

    Raises:
        StoreError: it can't be read.
    """
    source = folder / DATABASE
    try:
        with (
            contextlib.closing(_read_only(source)) as original,
            contextlib.closing(sqlite3.connect(target / DATABASE)) as copy,
        ):
            original.backup(copy)
    except sqlite3.Error:
        # After a crash SQLite wants to roll back, which it can do in a copy of both files.
        try:
            for file in folder.glob(f"{DATABASE}*"):
                shutil.copyfile(file, target / file.name)
        except OSError as error:
            raise store_failure(str(folder), error) from error


def remove_orphans(folder: Path) -> None:
    """Deletes the vector files of collections that are gone.

    Chroma leaves them when the deleting process hadn't loaded them. Only for who holds the
    writer's lock: nobody else may be making a collection meanwhile.
    """
    try:
        with contextlib.closing(_read_only(folder / DATABASE)) as database:
            used = {str(row[0]) for row in database.execute("SELECT id FROM segments")}
    except sqlite3.Error:  # another layout: rather keep what may be needed
        return
    for entry in folder.iterdir():
        if entry.is_dir() and _is_uuid(entry.name) and entry.name not in used:
            shutil.rmtree(entry, ignore_errors=True)


def _read_only(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)


def _is_uuid(name: str) -> bool:
    try:
        return str(uuid.UUID(name)) == name
    except ValueError:
        return False
