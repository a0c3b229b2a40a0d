"""The command line: ``python -m bot COMMAND`` and ``python ingest.py``.

Imports nothing heavy until a command needs it, so that ``--help`` answers at once.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.errors import LotseError, UsageError

if TYPE_CHECKING:
    from bot.domain import Answer, Message

Handler = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit status (0 done, 1 in part or failed, 2 wrong usage)."""
    parser = build_parser()
    return guarded(lambda: _run(parser.parse_args(arguments)))


def ingest_main(arguments: Sequence[str] | None = None) -> int:
    """``python ingest.py``."""
    from bot.ingest_command import build_ingest_parser, run_ingest

    parser = build_ingest_parser()
    return guarded(lambda: run_ingest(parser.parse_args(arguments)))


def guarded(command: Callable[[], int]) -> int:
    """Runs a command so that every expected failure is one plain line and a status."""
    # OpenMP's busy waiting slows every other process on the machine down.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    try:
        return command()
    except LotseError as error:
        print(f"Fehler: {error}", file=sys.stderr)
        return error.exit_status
    except KeyboardInterrupt:
        print("Abgebrochen.", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of our output has gone; nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def build_parser() -> argparse.ArgumentParser:
    """The parser of ``python -m bot``."""
    from bot.evaluation.command import add_eval_arguments

    parser = argparse.ArgumentParser(
        prog="python -m bot",
        description="Karrierelotse: Antworten zu Berufen und Karrierewegen, mit Belegen.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="BEFEHL")
    ask = commands.add_parser("ask", help="eine Frage beantworten")
    ask.add_argument("question", nargs="?", help="die Frage")
    ask.add_argument(
        "--batch", type=Path, metavar="DATEI.jsonl", help="viele Fragen, eine je Zeile"
    )
    ask.add_argument("--history", type=Path, metavar="DATEI", help="bisheriges Gespräch als JSON")
    _common(ask)
    ask.set_defaults(handler=_ask)
    sources = commands.add_parser("sources", help="die eingelesenen Quellen zeigen")
    _common(sources)
    sources.set_defaults(handler=_sources)
    search = commands.add_parser("search", help="zeigen, was gefunden wird und warum")
    search.add_argument("question", help="die Frage")
    search.add_argument("--limit", type=int, default=10, metavar="N", help="höchstens so viele")
    _common(search)
    search.set_defaults(handler=_search)
    evaluate = commands.add_parser("eval", help="die Güte der Suche messen")
    add_eval_arguments(evaluate)
    _common(evaluate)
    evaluate.set_defaults(handler=_eval)
    bench = commands.add_parser("bench", help="Tempo und Speicher messen, mit Vergleichswerten")
    bench.add_argument(
        "--data",
        type=Path,
        default=None,
        metavar="ORDNER",
        help="Ordner mit integreat_de für die Güte des Encoders",
    )
    bench.add_argument(
        "--scale", type=int, metavar="N", help="stattdessen die Suche in N erfundenen Passagen"
    )
    _common(bench)
    bench.set_defaults(handler=_bench)
    doctor = commands.add_parser("doctor", help="die Einrichtung prüfen")
    _common(doctor)
    doctor.set_defaults(handler=_doctor)
    return parser


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--db", type=Path, metavar="ORDNER", help="Ordner des Index")
    parser.add_argument("--json", action="store_true", help="maschinenlesbare Ausgabe")


def _run(arguments: argparse.Namespace) -> int:
    handler: Handler = arguments.handler
    return handler(arguments)


def print_json(value: object) -> None:
    """One JSON document on a line of its own, umlauts readable."""
    print(json.dumps(value, ensure_ascii=False))


def _ask(arguments: argparse.Namespace) -> int:
    from bot.answering.assistant import Assistant
    from bot.settings import load_settings

    if (arguments.question is None) == (arguments.batch is None):
        raise UsageError("Bitte geben Sie entweder eine Frage oder --batch DATEI.jsonl an.")
    history = read_history(arguments.history) if arguments.history else []
    batch = list(_batch(arguments.batch)) if arguments.batch else []
    assistant = Assistant.open(load_settings(db=arguments.db))
    for row_id, question, row_history in batch:
        print_json({"id": row_id, **assistant.answer(question, row_history).to_json()})
    if arguments.question is not None:
        answer = assistant.answer(arguments.question, history)
        if arguments.json:
            print_json(answer.to_json())
        else:
            print(_readable(answer))
    return 0


def _readable(answer: Answer) -> str:
    lines = [answer.text]
    if answer.standalone_question != answer.question:
        lines.insert(0, f"(Verstanden als: {answer.standalone_question})\n")
    if answer.citations:
        lines.append("\nBelege:")
    for citation in answer.citations:
        source = citation.source
        about = ", ".join(
            part for part in (source.title, source.publisher, source.published, source.url) if part
        )
        place = f" › {citation.section}" if citation.section else ""
        lines.append(f"[{citation.number}] {about}{place} ({citation.start}–{citation.end})")
    if answer.suggestions:
        lines.append("\nWeiterfragen: " + " · ".join(answer.suggestions))
    return "\n".join(lines)


def _batch(path: Path) -> Iterator[tuple[Any, str, list[Message]]]:
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            yield row.get("id"), _text(row["question"]), messages(row.get("history") or [])
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UsageError(
                f"{path}, Zeile {number}: erwartet wird ein JSON-Objekt mit „question“ und "
                "höchstens „id“ und „history“."
            ) from error


def read_history(path: Path) -> list[Message]:
    """Messages from a JSON file: a list, or an object with "history"."""
    text = "\n".join(_lines(path))
    try:
        value = json.loads(text)
        return messages(value["history"] if isinstance(value, dict) else value)
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(
            f"{path} ist kein Gesprächsverlauf: erwartet wird eine JSON-Liste aus Objekten mit "
            "„role“ und „content“."
        ) from error


def messages(rows: Sequence[Any]) -> list[Message]:
    """History rows as messages.

    Raises:
        ValueError, TypeError, KeyError: a row has no text or a foreign role.
    """
    from bot.domain import Message

    made = []
    for row in rows:
        if row["role"] not in ("user", "assistant"):
            raise ValueError(f"unknown role {row['role']!r}")
        made.append(Message(row["role"], _text(row["content"])))
    return made


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected text, got {type(value).__name__}")
    return value


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "keine UTF-8-Textdatei"
        raise UsageError(f"{path} lässt sich nicht lesen: {reason}.") from error


def _sources(arguments: argparse.Namespace) -> int:
    from dataclasses import asdict

    from bot.index.store import Store
    from bot.index.sync import indexed_sources
    from bot.settings import load_settings

    store = Store.open(load_settings(db=arguments.db))
    records = indexed_sources(store, store.require_current()).values()
    if arguments.json:
        print_json([{**asdict(r.source), "passages": r.passages} for r in records])
    else:
        for record in records:
            source = record.source
            about = " · ".join(p for p in (source.publisher, source.published, source.url) if p)
            print(f"{source.id}\n  {source.title}{f' ({about})' if about else ''}")
    return 0


def _search(arguments: argparse.Namespace) -> int:
    from dataclasses import asdict

    from bot.answering.assistant import Assistant
    from bot.settings import load_settings

    assistant = Assistant.open(load_settings(db=arguments.db))
    found = assistant.find(arguments.question, max(1, arguments.limit))
    if arguments.json:
        print_json([asdict(hit) for hit in found.hits])
        return 0
    if found.repaired.changes:
        print(f"Gesucht nach: {found.repaired.text}")
    for word, parts in found.compounds.items():
        print(f"Zerlegt: {word} = {' + '.join(parts)}")
    for hit in found.hits:
        path = " › ".join([found.sources[hit.passage.source_id].title, *hit.passage.heading_path])
        print(
            f"{hit.score:.3f}  Bedeutung {hit.window_cosine:.3f}  Wörter {hit.bm25:.2f}  "
            f"Buchstaben {hit.grams:.2f}  {path}"
        )
        print(f"       {hit.passage.text[:160]!r}")
    return 0


def _eval(arguments: argparse.Namespace) -> int:
    from bot.evaluation.command import run_eval

    for line in run_eval(arguments):
        print(line, flush=True)
    return 0


def _bench(arguments: argparse.Namespace) -> int:
    from bot.evaluation.bench import run_bench
    from bot.settings import load_settings

    settings = load_settings(db=arguments.db)
    if arguments.scale:
        from bot.evaluation.bench_scale import bench_scale

        rows = bench_scale(settings, arguments.scale)
    else:
        rows = run_bench(settings, arguments.data)
    if arguments.json:
        print_json([row.to_json() for row in rows])
    else:
        for row in rows:
            print(row)
    return 0


def _doctor(arguments: argparse.Namespace) -> int:
    from bot.doctor import examine
    from bot.settings import load_settings

    results = examine(load_settings(db=arguments.db))
    if arguments.json:
        print_json([result.to_json() for result in results])
    else:
        for result in results:
            print(result)
    return 1 if any(result.level == "FAIL" for result in results) else 0
