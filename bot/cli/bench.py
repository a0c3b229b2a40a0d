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
    add_common(parser, _bench)


def _bench(arguments: argparse.Namespace) -> int:
    from bot.settings import load_settings

    settings = load_settings(db=arguments.db)
    rows: Iterable[BenchRow]
    if arguments.scale:
        from bot.evaluation.bench_scale import bench_scale

        rows = bench_scale(settings, arguments.scale)
    else:
        from bot.evaluation.bench import run_bench

        rows = run_bench(settings, arguments.data)
    if arguments.json:
        print_json([row.to_json() for row in rows])
    else:
        for row in rows:
            print(row, flush=True)
    return 0
