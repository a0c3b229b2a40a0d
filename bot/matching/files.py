"""Files of arrays in the cache: written whole or not at all, the old ones removed."""

from __future__ import annotations

import contextlib
import logging
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from numpy.typing import NDArray

KEPT_FILES: Final = 8
"""Files of a kind that stay: those of a few indexes, each with the version before it."""

log = logging.getLogger(__name__)


def keep(file: Path, **arrays: NDArray[Any]) -> None:
    """Writes arrays whole or not at all, and removes what hasn't been used for long.

    Args:
        file: named "KIND-….npy", which takes one array, or "KIND-….npz".
        arrays: by name.
    """
    import numpy as np

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=file.parent, prefix="part-")
        try:
            with os.fdopen(handle, "wb") as stream:
                if file.suffix == ".npy":
                    np.save(stream, next(iter(arrays.values())))
                else:
                    np.savez(stream, allow_pickle=False, **arrays)
            Path(temporary).replace(file)
        finally:
            Path(temporary).unlink(missing_ok=True)
        for old in files_like(file)[KEPT_FILES:]:
            old.unlink(missing_ok=True)
    except OSError as error:
        log.warning("%s can't be kept: %s", file.name, error)


def files_like(file: Path) -> Sequence[Path]:
    """Files of the same kind beside it, the one that was used last first."""
    kind = file.name.split("-")[0]
    dated = []
    for path in file.parent.glob(f"{kind}-*{file.suffix}"):
        with contextlib.suppress(OSError):  # another process has just removed it
            dated.append((path.stat().st_mtime, path))
    return [path for _, path in sorted(dated, reverse=True)]


def touch(file: Path) -> None:
    """Says that a file is in use."""
    with contextlib.suppress(OSError):
        file.touch()
