"""How well requirements are decided and personal parts removed, measured on the golden set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.evaluation.match_set import SPLITS, GoldenCv, Split, read_cvs, read_requirements
from bot.matching.deciding.decide import decide
from bot.matching.deciding.outcome import Demand, Outcome
from bot.matching.deciding.statements import statements
from bot.matching.profile import Month, Profile
from bot.matching.report import Verdict

ReadProfile = Callable[[str, Month], Profile]


@dataclass(frozen=True, slots=True)
class Judged:
    """One decision of the set, and what was decided.

    Attributes:
        requirement: its id in the set.
        allowed: the right verdicts; several where a text can be read in several ways.
        quotes: what the decision quotes of the profile.
    """

    split: Split
    cv: str
    requirement: str
    label: str
    allowed: tuple[Verdict, ...]
    decided: Verdict
    rule: str
    quotes: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        """Whether the verdict is one of the right ones."""
        return self.decided in self.allowed


@dataclass(frozen=True, slots=True)
class Removal:
    """How many personal strings stayed in profiles, and how many professional ones went."""

    split: Split
    personal: int
    stayed: int
    professional: int
    lost: int


def measure_matching(
    splits: Sequence[Split] = SPLITS, read: ReadProfile | None = None
) -> list[Judged]:
    """Decides every requirement of the set.

    Args:
        splits: the parts that are decided.
        read: makes profiles from the texts; without it those made by hand are taken, and CVs
            without one are left out.
    """
    demands = read_requirements()
    judged = []
    for split in splits:
        for cv in read_cvs(split):
            profile = read(cv.text, cv.today) if read else cv.profile
            if profile is None:
                continue
            said = statements(profile)
            for key, allowed in cv.verdicts.items():
                found = decide(demands[key], profile, said)
                judged.append(_judged(cv, key, demands[key], allowed, found, profile))
    return judged


def measure_removal(split: Split, read: ReadProfile) -> Removal:
    """What a reader takes out of the CVs that say what must go; line breaks count as blanks."""
    personal = stayed = professional = lost = 0
    for cv in read_cvs(split):
        if not cv.personal:
            continue
        kept = _on_one_line(read(cv.text, cv.today).text)
        personal += len(cv.personal)
        stayed += sum(_on_one_line(one) in kept for one in cv.personal)
        professional += len(cv.professional)
        lost += sum(_on_one_line(one) not in kept for one in cv.professional)
    return Removal(split, personal, stayed, professional, lost)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def matching_measures(judged: Sequence[Judged]) -> dict[str, float | int | None]:
    """Precision and recall of "met", accuracy, and what was decided without a quote.

    Recall counts the decisions that allow "met" alone; precision every "met" that was decided.
    """
    met = [j for j in judged if j.decided == "met"]
    must = [j for j in judged if j.allowed == ("met",)]
    missing = [j for j in judged if j.decided == "missing"]
    denied = [j for j in judged if j.allowed == ("missing",)]
    return {
        "decisions": len(judged),
        "met_precision": _share(sum(j.is_right for j in met), len(met)),
        "met_recall": _share(sum(j.decided == "met" for j in must), len(must)),
        "missing_precision": _share(sum(j.is_right for j in missing), len(missing)),
        "missing_recall": _share(sum(j.decided == "missing" for j in denied), len(denied)),
        "accuracy": _share(sum(j.is_right for j in judged), len(judged)),
        "met_without_quote": sum(not j.quotes for j in met),
    }


def matching_report(judged: Sequence[Judged], *, name_held_out: bool = False) -> dict[str, Any]:
    """Plain JSON types: measures by part, every miss, and which rule erred how often.

    Args:
        judged: what was decided.
        name_held_out: tell the decisions held out, too. Whoever reads them can't write rules any
            more that they measure.
    """
    parts = {split: [j for j in judged if j.split == split] for split in SPLITS}
    misses = [j for j in judged if not j.is_right]
    return {
        "set": "matching",
        "measures": {split: matching_measures(part) for split, part in parts.items() if part},
        "misses": [_miss(j) for j in misses if j.split == "dev" or name_held_out],
        "misses_held_out": sum(j.split != "dev" for j in misses),
        "misses_by_rule": dict(sorted(Counter(j.rule for j in misses).items())),
    }


def readable(report: Mapping[str, Any]) -> str:
    """The report on a terminal."""
    lines = []
    for split, measures in report["measures"].items():
        lines.append(f"matching {split}")
        lines += [f"  {name:20}{_shown(value):>10}" for name, value in measures.items()]
    lines.append(f"{len(report['misses'])} Entscheidungen mit Fehlern:")
    for miss in report["misses"]:
        lines.append(
            f"  {miss['cv']} {miss['requirement']}: {miss['decided']} statt "
            f"{'/'.join(miss['allowed'])} ({miss['rule']}) „{miss['label']}“ {miss['quotes']}"
        )
    lines.append(f"Zurückgehalten: {report['misses_held_out']} weitere.")
    return "\n".join(lines)


def _miss(judged: Judged) -> dict[str, Any]:
    return {
        "cv": judged.cv,
        "requirement": judged.requirement,
        "label": judged.label,
        "decided": judged.decided,
        "allowed": list(judged.allowed),
        "rule": judged.rule,
        "quotes": list(judged.quotes),
    }


def _judged(
    cv: GoldenCv,
    key: str,
    demand: Demand,
    allowed: tuple[Verdict, ...],
    found: Outcome,
    profile: Profile,
) -> Judged:
    quotes = tuple(profile.text[p.start : p.end] for p in found.places)
    return Judged(cv.split, cv.id, key, demand.label, allowed, found.verdict, found.rule, quotes)


def _share(count: int, of: int) -> float | None:
    return count / of if of else None


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.4f}" if isinstance(value, float) else str(value)
