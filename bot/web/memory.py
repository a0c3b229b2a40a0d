"""Memory that was freed, given back to the system."""

from __future__ import annotations

import ctypes
import gc


def give_back() -> None:
    """Returns freed memory that the C library keeps for itself; nothing where it isn't glibc.

    Reading an index and encoding ahead need a hundred megabytes for a moment, in several threads.
    The C library keeps each thread's share for later, which a server that waits never needs.
    """
    gc.collect()
    try:
        ctypes.CDLL(None).malloc_trim(0)
    except (AttributeError, OSError, TypeError):  # musl, macOS, Windows
        return
