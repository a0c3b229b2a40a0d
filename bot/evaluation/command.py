"""``python -m bot eval``: its arguments, and its output line by line."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.errors import UsageError
from bot.evaluation.named_sets import NAMED_SETS
from bot.evaluation.perturb import PERTURBATIONS

if TYPE_CHECKING:
    from bot.evaluation.comparison import Difference
    from bot.evaluation.retrieval import Run
    from bot.index.encoder import Encoder
    from bot.settings import Settings

SAMPLE = 30
"""Questions that ``--model`` asks: a small model takes a quarter of a minute for each."""

GOLDEN = "golden"
"""The set's name for ``--set``; a folder of that name is "./golden"."""

ANY_FOREIGN = ""
"""``--unanswerable`` without a set: another of the known sets, if there is one."""


def add_eval_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments besides ``--db`` and ``--json``."""
    parser.add_argument(
        "--set",
        metavar="NAME|ORDNER",
        help="golden (Fragen an das ganze Produkt), titles (Berufsbezeichnungen zu ESCO-Berufen), "
        "matching (Anforderungen gegen Lebensläufe), eine Messreihe der Suche mit Namen "
        "(xquad_de, integreat_de) oder ein Ordner im BEIR-Format; sonst alle, die gefunden werden",
    )
    parser.add_argument(
        "--perturb", choices=PERTURBATIONS, help="die Fragen zuerst auf diese Art verfälschen"
    )
    parser.add_argument(
        "--no-repair", action="store_true", help="Fragen nicht reparieren, zum Vergleich"
    )
    parser.add_argument(
        "--against",
        type=Path,
        metavar="DATEI.json",
        help="Unterschied zu einem früheren Lauf (dessen --out) mit 95-%%-Intervall",
    )
    parser.add_argument(
        "--unanswerable",
        nargs="?",
        const=ANY_FOREIGN,
        metavar="FREMDE",
        help="messen, wie gut Unbeantwortbares erkannt wird; FREMDE ist die Messreihe, deren "
        "Fragen hier niemand beantworten kann",
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DATEI",
        help="Ergebnis je Frage als JSON; mit --unanswerable die Kurve als .json, .csv oder .svg",
    )
    parser.add_argument(
        "--record", action="store_true", help="mit --set golden: den heutigen Stand festhalten"
    )
    parser.add_argument(
        "--name-held-out",
        action="store_true",
        help="mit --set golden: Fehler der zurückgehaltenen Fragen mit deren Wortlaut nennen; wer "
        "sie liest, kann an ihnen nichts mehr messen",
    )
    parser.add_argument(
        "--model",
        nargs="?",
        type=int,
        const=SAMPLE,
        metavar="N",
        help=f"mit --set golden: N Fragen (sonst {SAMPLE}) ohne und mit dem Sprachmodell aus "
        "LOTSE_MODEL stellen und beides nebeneinander zeigen",
    )


def run_eval(arguments: argparse.Namespace) -> Iterator[str]:
    """Measures, and yields what is to be printed.

    Raises:
        UsageError: arguments, sets or files don't fit.
    """
    from bot.settings import load_settings

    if arguments.out is not None and not arguments.out.absolute().parent.is_dir():
        raise UsageError(f"Den Ordner für {arguments.out} gibt es nicht.")
    settings = load_settings(db=arguments.db)
    if arguments.set == GOLDEN:
        return _golden(arguments, settings)
    if arguments.set in NAMED_SETS:
        return _named(arguments, settings)
    if arguments.record or arguments.name_held_out or arguments.model is not None:
        raise UsageError("--record, --name-held-out und --model gibt es nur mit --set golden.")
    if arguments.unanswerable is None:
        return _everything(arguments, settings)
    if arguments.against is not None:
        raise UsageError("--against und --unanswerable schließen einander aus.")
    if arguments.set is None:
        raise UsageError("Bitte nennen Sie zu --unanswerable mit --set eine Messreihe.")
    return _unanswerable(arguments, settings)


def _named(arguments: argparse.Namespace, settings: Settings) -> Iterator[str]:
    searches = arguments.perturb or arguments.no_repair or arguments.against
    if searches or arguments.unanswerable is not None or arguments.record or arguments.model:
        raise UsageError(f"Zu --set {arguments.set} passen nur --out und --json.")
    return NAMED_SETS[arguments.set](arguments, settings)


def _golden(arguments: argparse.Namespace, settings: Settings) -> Iterator[str]:
    if arguments.unanswerable is not None or arguments.against or arguments.no_repair:
        raise UsageError(
            "--unanswerable, --against und --no-repair messen die Suche, nicht die Antworten."
        )
    if arguments.record and arguments.perturb:
        raise UsageError("Festgehalten wird nur der Stand mit unverfälschten Fragen.")
    if arguments.model is not None:
        yield from _with_model(arguments, settings)
        return
    report = _golden_report(arguments, settings)
    yield _one_line(report) if arguments.json else _readable_golden(report)
    if arguments.record:
        from bot.evaluation.golden_measures import levels_of, record_levels

        record_levels(levels_of(report["measures"]))
    if arguments.out is not None:
        from bot.evaluation.comparison import write_json

        write_json(arguments.out, report)


def _with_model(arguments: argparse.Namespace, settings: Settings) -> Iterator[str]:
    from bot.evaluation.golden_model import measure_model, readable

    if arguments.record or arguments.perturb or arguments.name_held_out:
        raise UsageError("--model vergleicht, und sonst nichts: nur --out und --json passen dazu.")
    if arguments.model < 1:
        raise UsageError("--model braucht wenigstens eine Frage.")
    report = measure_model(settings, arguments.model)
    yield _one_line(report) if arguments.json else readable(report)
    if arguments.out is not None:
        from bot.evaluation.comparison import write_json

        write_json(arguments.out, report)


def _golden_report(arguments: argparse.Namespace, settings: Settings) -> dict[str, Any]:
    from bot.evaluation.golden import measure_golden
    from bot.evaluation.golden_report import golden_report

    verdicts = measure_golden(settings, arguments.perturb)
    return golden_report(verdicts, name_held_out=arguments.name_held_out)


def _readable_golden(report: dict[str, Any]) -> str:
    from bot.evaluation.golden_report import readable

    return readable(report)


def _everything(arguments: argparse.Namespace, settings: Settings) -> Iterator[str]:
    """The golden set first where no set is named and nothing asks for the search alone."""
    search_alone = arguments.set or arguments.against or arguments.no_repair or arguments.out
    if search_alone:
        yield from _retrieval(arguments, settings)
        return
    from bot.evaluation.beir import sets_found

    report = _golden_report(arguments, settings)
    if not arguments.json:
        yield _readable_golden(report)
        if sets_found():
            yield from _retrieval(arguments, settings)
        return
    sets = json.loads("".join(_retrieval(arguments, settings))) if sets_found() else []
    yield _one_line([report, *sets])


def _retrieval(arguments: argparse.Namespace, settings: Settings) -> Iterator[str]:
    from bot.evaluation.beir import read_set
    from bot.evaluation.comparison import compare, read_runs, write_json
    from bot.evaluation.retrieval import measure_product
    from bot.index.encoder import load_encoder

    folders = _folders(arguments.set)
    earlier = read_runs(arguments.against) if arguments.against else None
    sets = [read_set(folder) for folder in folders]
    if earlier is not None:
        _require_same_sets([judged.name for judged in sets], earlier, arguments.against)
    encoder: Encoder = load_encoder(settings)
    shown, kept = [], []
    for judged in sets:
        run = measure_product(
            judged,
            encoder,
            settings.cache_folder,
            perturbation=arguments.perturb,
            repaired=not arguments.no_repair,
        )
        differences = compare(run, earlier[run.set]) if earlier is not None else {}
        against = {"against": {name: d.to_json() for name, d in differences.items()}}
        shown.append(run.to_json() | (against if differences else {}))
        kept.append(run.to_json(per_question=True))
        if not arguments.json:
            yield _table(run, differences)
    if arguments.json:
        yield _one_line(shown[0] if arguments.set else shown)
    if arguments.out is not None:
        write_json(arguments.out, kept[0] if arguments.set else kept)


def _folders(name: str | None) -> list[Path]:
    from bot.evaluation.beir import set_folder, sets_found

    if name is not None:
        return [set_folder(name)]
    found = sets_found()
    if not found:
        raise UsageError(
            "Es wurde keine Messreihe gefunden.", hint="Nennen Sie mit --set einen Ordner."
        )
    return found


def _require_same_sets(names: list[str], earlier: Mapping[str, Run], path: Path) -> None:
    """Before minutes are spent on measuring what can't be compared."""
    missing = [name for name in names if name not in earlier]
    if missing:
        raise UsageError(
            f"{path} misst {', '.join(earlier)}, aber nicht {', '.join(missing)}: "
            "verglichen werden nur Läufe über dieselbe Messreihe."
        )


def _table(run: Run, differences: Mapping[str, Difference]) -> str:
    asked = f", Fragen verfälscht: {run.perturbation}" if run.perturbation else ""
    unrepaired = "" if run.repaired else ", ohne Reparatur"
    lines = [
        f"{run.set}: {len(run.per_question)} Fragen, {run.passages} Passagen{asked}{unrepaired}"
    ]
    for name, value in run.means.items():
        line = f"  {name:10} {value:.4f}"
        if name in differences:
            mean, low, high = (
                100 * x for x in (differences[name].mean, differences[name].low,
                                  differences[name].high)
            )  # fmt: skip
            line += f"   {mean:+6.2f} Punkte [{low:+.2f}, {high:+.2f}]"
        lines.append(line)
    return "\n".join(lines)


def _unanswerable(arguments: argparse.Namespace, settings: Settings) -> Iterator[str]:
    from bot.evaluation.beir import read_set, set_folder
    from bot.evaluation.judged_index import JudgedIndex
    from bot.evaluation.unanswerable import product_score, report, score_questions
    from bot.index.encoder import load_encoder

    judged = read_set(set_folder(arguments.set))
    other = _foreign_folder(arguments.unanswerable, judged.name)
    foreign = read_set(other) if other else None
    index = JudgedIndex(
        judged,
        load_encoder(settings),
        settings.cache_folder,
        repaired=not arguments.no_repair,
    )
    score, threshold = product_score()
    scores = score_questions(judged, index, score, foreign=foreign, perturbation=arguments.perturb)
    result = {
        "set": judged.name,
        "foreign": foreign.name if foreign else None,
        "perturb": arguments.perturb,
        "repair": not arguments.no_repair,
        "score": getattr(score, "__name__", "score"),
        **report(scores, threshold),
    }
    yield _one_line(result) if arguments.json else _readable(result)
    if arguments.out is not None:
        from bot.evaluation.comparison import write_text
        from bot.evaluation.curves import as_csv, as_json, as_svg

        made = {".csv": as_csv, ".svg": as_svg}.get(arguments.out.suffix.lower())
        curves = made(scores) if made else _one_line(result | {"curves": as_json(scores)}) + "\n"
        write_text(arguments.out, curves)


def _foreign_folder(name: str, own: str) -> Path | None:
    from bot.evaluation.beir import set_folder, sets_found

    if name != ANY_FOREIGN:
        return set_folder(name)
    return next((folder for folder in sets_found() if folder.name != own), None)


def _readable(result: Mapping[str, Any]) -> str:
    from bot.evaluation.unanswerable import MIXTURE_NAMES

    counts = ", ".join(f"{n} {MIXTURE_NAMES[kind]}" for kind, n in result["unanswerable"].items())
    spoilt = f", Fragen verfälscht: {result['perturb']}" if result["perturb"] else ""
    foreign = f" (aus {result['foreign']})" if result["foreign"] else ""
    lines = [
        f"{result['set']}: {result['answerable']} beantwortbare, {counts}{foreign}{spoilt}; "
        f"Maß: {result['score']}",
        "Beantwortbare, die beantwortet werden, wenn höchstens … zu Unrecht beantwortet werden:",
        " " * 26 + "".join(f"{rate:>8}" for rate in next(iter(result["kept"].values()))),
    ]
    for name, kept in result["kept"].items():
        lines.append(f"  {MIXTURE_NAMES[name]:24}" + "".join(f"{v:8.1%}" for v in kept.values()))
    point = result["working_point"]
    if point:
        wrong = ", ".join(
            f"{MIXTURE_NAMES[k]} {v:.1%}" for k, v in point["wrongly_answered"].items()
        )
        lines.append(
            f"Arbeitspunkt {point['threshold']:.3g}: {point['answerable_kept']:.1%} der "
            f"beantwortbaren beantwortet; zu Unrecht beantwortet: {wrong}"
        )
    return "\n".join(lines)


def _one_line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
