"""The golden set of requirement decisions: profiles by hand, and the texts they stand in.

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
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, cast

from bot.matching.deciding.outcome import Demand
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


def _rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]
