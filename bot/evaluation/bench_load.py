"""``python -m bot bench --load`` and ``--soak``: many visitors at once, and for a long time.

What is under load is what ``deploy/`` describes, as processes on loopback: a Chroma server, two
replicas with one encoder thread each, nginx. Beside it, in the same run, the plain tutorial.
"""

from __future__ import annotations

import contextlib
import os
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.evaluation.bench import resident_megabytes
from bot.evaluation.golden_set import read_golden
from bot.evaluation.load import Load, ask_gradio, ask_product, put_under_load
from bot.evaluation.load_stack import chroma_server, proxy, replicas, tutorial_chat
from bot.evaluation.ports import free_port
from bot.evaluation.rows import BenchRow

if TYPE_CHECKING:
    from bot.settings import Settings

REPLICAS: Final = 2
WARMING_SECONDS: Final = 10.0
"""Before anything is measured, so that no side is measured cold."""

BASELINE: Final = "tutorial pipeline in gr.ChatInterface"
SAMPLES_A_MINUTE: Final = 12
TURNS: Final = 4

# Replicas that each use all cores would only take them from one another; and nothing here is to
# measure the limits of how often one address may ask.
_REPLICA = {"LOTSE_THREADS": "1", "LOTSE_RATE_ADDRESS": "1000000/second"}


@dataclass(frozen=True)
class _Installed:
    url: str
    pids: tuple[int, ...]


def bench_load(settings: Settings, visitors: int, seconds: float) -> Iterator[BenchRow]:
    """Two replicas and the tutorial, in turns under the same load.

    Args:
        settings: the encoder; index and Chroma are made in a temporary folder from ``corpus/``.
        visitors: how many ask at the same time.
        seconds: how long each side is asked.

    Raises:
        UsageError: nginx or the baseline's encoder isn't installed.
    """
    questions = _questions()
    yield BenchRow.alone("load average of the machine before", os.getloadavg()[0], "")
    with _installed(settings) as product, _tutorial(settings) as (url, pid):
        sides = ((ask_product, product.url), (ask_gradio, url))
        for side in sides:
            put_under_load(*side, questions, visitors, WARMING_SECONDS)
        spent, spent_there = _cpu_seconds(product.pids), _cpu_seconds([pid])
        # In turns: other work on the machine falls on both sides alike.
        taken = [
            [put_under_load(*side, questions, visitors, seconds / TURNS) for side in sides]
            for _ in range(TURNS)
        ]
        ours, theirs = (Load.of(loads) for loads in zip(*taken, strict=True))
        spent = _cpu_seconds(product.pids) - spent
        spent_there = _cpu_seconds([pid]) - spent_there
        memory, memory_there = max(map(resident_megabytes, product.pids)), resident_megabytes(pid)
    before = f"{visitors} visitors, "
    measures: list[tuple[str, str, Callable[[Load], float]]] = [
        ("answers a second", "1/s", lambda load: len(load.seconds) / seconds),
        ("errors", "", lambda load: load.errors.total()),
        ("question to answer, p50", "ms", lambda load: load.percentile(50)),
        ("question to answer, p95", "ms", lambda load: load.percentile(95)),
        ("question to answer, p99", "ms", lambda load: load.percentile(99)),
    ]
    for name, unit, measure in measures:
        yield BenchRow.beside(before + name, measure(ours), unit, BASELINE, measure(theirs))
    name = before + "processor time an answer, all replicas"
    own, other = (_milliseconds_each(*side) for side in ((spent, ours), (spent_there, theirs)))
    yield BenchRow.beside(name, own, "ms", BASELINE, other)
    name = before + "resident memory, largest replica"
    yield BenchRow.beside(name, memory, "MB", BASELINE, memory_there)
    for kind, count in (ours.errors + theirs.errors).items():
        yield BenchRow.alone(f"errors: {kind}", count, "")


def bench_soak(settings: Settings, visitors: int, minutes: float) -> Iterator[BenchRow]:
    """Memory of each replica while visitors ask for a long time.

    Args:
        settings: as for ``bench_load``.
        visitors: how many ask at the same time.
        minutes: how long.
    """
    yield BenchRow.alone("load average of the machine before", os.getloadavg()[0], "")
    questions = _questions()
    with _installed(settings) as product:
        put_under_load(ask_product, product.url, questions, visitors, WARMING_SECONDS)
        with _watched(product.pids) as samples:
            load = put_under_load(ask_product, product.url, questions, visitors, minutes * 60)
    yield BenchRow.alone("soak, answers", len(load.seconds), "")
    yield BenchRow.alone("soak, errors", load.errors.total(), "")
    yield BenchRow.alone("soak, question to answer, p95", load.percentile(95), "ms")
    hours = [hour for hour, _ in samples]
    for number in range(len(product.pids)):
        memory = [megabytes[number] for _, megabytes in samples]
        name = f"soak, replica {number + 1}, memory"
        for at in range(0, len(samples), SAMPLES_A_MINUTE):
            yield BenchRow.alone(f"{name}, minute {round(hours[at] * 60)}", memory[at], "MB")
        yield BenchRow.beside(f"{name}, end", memory[-1], "MB", "start", memory[0])
        half = len(memory) // 2
        slope = _slope(hours[half:], memory[half:])
        yield BenchRow.alone(f"{name}, slope of the second half", slope, "MB/h")


def _questions() -> list[str]:
    """Those of the golden set to develop with that stand alone."""
    return [q.question for q in read_golden("dev") if "corpus" in q.on and not q.history]


@contextlib.contextmanager
def _installed(settings: Settings) -> Iterator[_Installed]:
    from bot.index.sync import default_paths, ingest

    ports = [free_port() for _ in range(REPLICAS)]
    with tempfile.TemporaryDirectory() as made, contextlib.ExitStack() as stack:
        folder = Path(made)
        url, _ = stack.enter_context(chroma_server(folder / "chroma"))
        own = settings.model_copy(update={"chroma_url": url})
        ingest(default_paths(), own)
        started = stack.enter_context(replicas(own, ports, folder / "replicas.log", **_REPLICA))
        (folder / "nginx").mkdir()
        addresses = [f"127.0.0.1:{port}" for port in ports]
        address = stack.enter_context(proxy(addresses, folder / "nginx"))
        yield _Installed(address, tuple(process.pid for process in started))


@contextlib.contextmanager
def _tutorial(settings: Settings) -> Iterator[tuple[str, int]]:
    from bot.index.sync import default_paths, ingest

    with tempfile.TemporaryDirectory() as made, contextlib.ExitStack() as stack:
        folder = Path(made)
        own = settings.model_copy(update={"db": folder / "index", "chroma_url": None})
        ingest(default_paths(), own)
        url, process = stack.enter_context(tutorial_chat(own, folder / "tutorial"))
        yield url, process.pid


@contextlib.contextmanager
def _watched(pids: Sequence[int]) -> Iterator[list[tuple[float, tuple[float, ...]]]]:
    """Hours since the start and megabytes of each process, collected until left."""
    samples: list[tuple[float, tuple[float, ...]]] = []
    stop = threading.Event()
    started = time.monotonic()

    def watch() -> None:
        while True:
            hours = (time.monotonic() - started) / 3600
            samples.append((hours, tuple(map(resident_megabytes, pids))))
            if stop.wait(60 / SAMPLES_A_MINUTE):
                return

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield samples
    finally:
        stop.set()
        thread.join()


def _slope(x: Sequence[float], y: Sequence[float]) -> float:
    """Of the straight line that fits best; not a number for fewer than two places."""
    if len(x) < 2:
        return float("nan")
    return statistics.linear_regression(x, y).slope


def _milliseconds_each(seconds: float, load: Load) -> float:
    return 1000 * seconds / len(load.seconds) if load.seconds else float("nan")


def _cpu_seconds(pids: Sequence[int]) -> float:
    """Processor time of some processes so far; not a number where the system doesn't tell."""
    ticks = 0
    for pid in pids:
        file = Path(f"/proc/{pid}/stat")
        if not file.is_file():
            return float("nan")
        after_name = file.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        ticks += int(after_name[11]) + int(after_name[12])  # utime and stime
    return ticks / os.sysconf("SC_CLK_TCK")
