"""Requirement decisions on a golden set: profiles by hand, and read from their texts.

``matching/requirements.jsonl`` holds requirements of several roles, ``matching/dev.jsonl``,
``matching/held_out.jsonl`` and ``matching/strangers.jsonl`` CVs with the verdicts that they must
get. Most CVs carry what their text says as records, so that deciding is measured apart from
reading; those without records are measured with a reader only. Nobody who writes rules reads the
CVs held out, or those of strangers: people who knew none of the rules wrote these, so they tell
what to expect elsewhere. Some CVs name what is personal in them and must go, and what must stay.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, cast

from bot.matching.deciding.decide import decide
from bot.matching.deciding.outcome import Demand, Outcome
from bot.matching.deciding.statements import statements
from bot.matching.profile import (
    Claim,
    Education,
    LanguageSkill,
    Month,
    Period,
    Place,
    Profile,
    Work,
)
from bot.matching.report import Verdict

DATA: Final = Path(__file__).parent / "matching"

Split = Literal["dev", "held_out", "strangers"]
SPLITS: Final[tuple[Split, ...]] = ("dev", "held_out", "strangers")

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
class GoldenCv:
    """One CV of the set: its text, what it says, and the verdicts it must get.

    Attributes:
        profile: what it says, by hand; None where nobody wrote that down.
        personal: strings of the text that no profile may keep.
        professional: strings that look like personal ones and must stay.
    """

    id: str
    split: Split
    language: str
    text: str
    today: Month
    profile: Profile | None
    verdicts: Mapping[str, tuple[Verdict, ...]]
    personal: tuple[str, ...] = ()
    professional: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Removal:
    """How many personal strings stayed in profiles, and how many professional ones went."""

    split: Split
    personal: int
    stayed: int
    professional: int
    lost: int


def read_requirements(folder: Path = DATA) -> dict[str, Demand]:
    """The requirements of the set by their ids."""
    return {
        row["id"]: Demand(row["kind"], row["label"], row["months_of_experience"], row["sentence"])
        for row in _rows(folder / "requirements.jsonl")
    }


def read_cvs(split: Split, folder: Path = DATA) -> tuple[GoldenCv, ...]:
    """The CVs of one part of the set.

    Raises:
        ValueError: a record quotes what its text doesn't hold.
    """
    return tuple(_cv(row, split) for row in _rows(folder / f"{split}.jsonl"))


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


def _cv(row: Mapping[str, Any], split: Split) -> GoldenCv:
    text, today = row["text"], _month(row["today"], first=True)
    profile = _profile(row, text, today) if "work" in row else None
    verdicts = {
        d["requirement"]: cast("tuple[Verdict, ...]", tuple(d["verdict"])) for d in row["decisions"]
    }
    personal, professional = (tuple(row.get(key, ())) for key in ("personal", "professional"))
    return GoldenCv(
        row["id"], split, row["language"], text, today, profile, verdicts, personal, professional
    )


def _profile(row: Mapping[str, Any], text: str, today: Month) -> Profile:
    """The profile that a row's records tell.

    Raises:
        ValueError: a record quotes what the text doesn't hold.
    """

    def place(quote: str, within: Place | None = None) -> Place:
        start = text.find(quote, within.start if within else 0)
        if start < 0:
            raise ValueError(f"{row['id']}: {quote!r} isn't in the text")
        return Place(start, start + len(quote))

    work = tuple(
        _work(entry, place(entry["at"]), tuple(map(place, entry["details"])), today)
        for entry in row["work"]
    )
    return Profile(
        text=text,
        today=today,
        language=row["language"],
        work=work,
        education=tuple(
            Education(
                e["level"],
                e["subject"],
                e["finished"],
                _period(e["period"], place(e["at"])),
                place(e["at"]),
            )
            for e in row["education"]
        ),
        languages=tuple(
            LanguageSkill(s["language"], s["level"], place(s["at"])) for s in row["languages"]
        ),
        claims=tuple(
            Claim(
                c["kind"],
                c["label"],
                c["stance"],
                c["months"],
                place(c["at"])
                if c["label"] not in c["at"] or c["stance"] != "has" or c["at"] == c["label"]
                else place(c["label"], place(c["at"])),
            )
            for c in row["claims"]
        ),
        unread=(),
        removed=(),
        months_of_work=None,
    )


def _work(entry: Mapping[str, Any], place: Place, details: tuple[Place, ...], today: Month) -> Work:
    period = _period(entry["period"], place)
    months = None
    if period:
        last = (period.last or today).number
        months = max(last - period.first.number + 1, 0)
    return Work(entry["title"], entry["employer"], period, months, place, details)


def _period(record: Mapping[str, Any] | None, place: Place) -> Period | None:
    """A period; where only years are written, the least that they allow."""
    if record is None or record["first"] is None:
        return None
    exact = all(len(end) == 7 for end in (record["first"], record["last"]) if end)
    last = _month(record["last"], first=False) if record["last"] else None
    return Period(_month(record["first"], first=True), last, exact, place)


def _month(written: str, *, first: bool) -> Month:
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?", written)
    if match is None:
        raise ValueError(f"not a month: {written!r}")
    year, month = match.groups()
    return Month(int(year), int(month) if month else 12 if first else 1)


def _share(count: int, of: int) -> float | None:
    return count / of if of else None


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.4f}" if isinstance(value, float) else str(value)


def _rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]
