"""``python -m bot bench``: the product beside baselines of the same run."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.output import print_json
from bot.cli.parsing import add_common

if TYPE_CHECKING:
    from bot.cli.parsing import Commands
    from bot.evaluation.rows import BenchRow

VISITORS = 50
LOAD_SECONDS = 60
SOAK_MINUTES = 10


def add(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser(
        "bench", help="Güte, Tempo und Speicher messen, mit Vergleichswerten"
    )
    parser.add_argument(
        "--data",
        type=Path,
        metavar="ORDNER",
        help="Ordner mit den Messreihen xquad_de und integreat_de für die Güte",
    )
    parser.add_argument(
        "--scale", type=int, metavar="N", help="stattdessen die Suche in N erfundenen Passagen"
    )
    parser.add_argument(
        "--load",
        action="store_true",
        help="stattdessen zwei Replikate hinter nginx unter Last, neben dem üblichen Gradio-Chat",
    )
    parser.add_argument(
        "--soak",
        nargs="?",
        type=int,
        const=SOAK_MINUTES,
        metavar="MINUTEN",
        help=f"stattdessen ihr Speicher unter Last, {SOAK_MINUTES} Minuten lang",
    )
    parser.add_argument(
        "--visitors", type=int, default=VISITORS, metavar="N",
        help=f"Besucher bei --load und --soak, sonst {VISITORS}",
    )  # fmt: skip
    parser.add_argument(
        "--seconds", type=int, default=LOAD_SECONDS, metavar="S",
        help=f"Dauer jeder Seite bei --load, sonst {LOAD_SECONDS}",
    )  # fmt: skip
    add_common(parser, _bench)


def _bench(arguments: argparse.Namespace) -> int:
    from bot.settings import load_settings

    settings = load_settings(db=arguments.db)
    rows: Iterable[BenchRow]
    if arguments.scale:
        from bot.evaluation.bench_scale import bench_scale

        rows = bench_scale(settings, arguments.scale)
    elif arguments.load:
        from bot.evaluation.bench_load import bench_load

        rows = bench_load(settings, arguments.visitors, arguments.seconds)
    elif arguments.soak:
        from bot.evaluation.bench_load import bench_soak

        rows = bench_soak(settings, arguments.visitors, arguments.soak)
    else:
        from bot.evaluation.bench import run_bench

        rows = run_bench(settings, arguments.data)
    if arguments.json:
        print_json([row.to_json() for row in rows])
    else:
        for row in rows:
            print(row, flush=True)
    return 0
