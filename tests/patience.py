"""How long a test waits for what must end at all. No measure of speed: benchmarks are."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS = 120
"""Many times what the slowest machine needs; a pattern that tries every split would take years."""


@contextmanager
def patience(seconds: int = SECONDS) -> Iterator[None]:
    """Ends what doesn't end by itself with ``TimeoutError``; regular expressions too."""

    def ended(_: int, __: FrameType | None) -> None:
        raise TimeoutError(f"not done after {seconds} seconds")

    before = signal.signal(signal.SIGALRM, ended)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
