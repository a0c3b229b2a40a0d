"""ESCO's gendered titles taken apart: "Bäcker/Bäckerin", "Leiter/in", "SpezialistIn"."""

from __future__ import annotations

import re

from bot.german import fold
from bot.knowledge.title_words import title_words

_DOUBLED = re.compile(r"(?P<one>[^\W\d_]{3,})/(?P<other>[^\W\d_]{3,})")
_SHORT_FORM = re.compile(r"(?<=[^\W\d_])(?:/-?(?P<many>innen|in)|(?P<inner>In(?:nen)?))(?![\w])")


def forms_of(label: str) -> tuple[str, ...]:
    """The forms that a title is written in, the masculine (or only) one first.

    >>> forms_of("Bäcker/Bäckerin")
    ('Bäcker', 'Bäckerin')
    >>> forms_of("Leiter/in der Agentur")
    ('Leiter der Agentur', 'Leiterin der Agentur')
    """
    label = re.sub(r"\s+", " ", label).strip().strip("/").strip()
    halves = _halves(label)
    if halves is None:
        doubled = _DOUBLED.search(label)
        if doubled and title_words(doubled["one"]) == title_words(doubled["other"]):
            before, after = label[: doubled.start()], label[doubled.end() :]
            return before + doubled["one"] + after, before + doubled["other"] + after
        parts = label.split("/")
        # "Vorarbeiter/in - X": one title whose ending alone is doubled.
        return _spelt_out(label) if len(parts) > 1 or _SHORT_FORM.search(label) else (label,)
    first, second = (half.strip() for half in halves)
    return tuple(dict.fromkeys((*_spelt_out(first), *_spelt_out(second))))


def _spelt_out(label: str) -> tuple[str, ...]:
    if not _SHORT_FORM.search(label):
        return (label,)
    masculine = _SHORT_FORM.sub("", label)
    feminine = _SHORT_FORM.sub(lambda m: (m["many"] or m["inner"]).lower(), label)
    return masculine, feminine


def _halves(label: str) -> tuple[str, str] | None:
    """A label that says one title twice, cut between the two; None where it doesn't."""
    places = [m.start() for m in re.finditer("/", label)]
    for place in sorted(places, key=lambda p: abs(p - len(label) / 2)):
        first, second = label[:place].strip(), label[place + 1 :].strip()
        if second in ("in", "innen") or not first or not second or _SHORT_FORM.match(label, place):
            continue
        # "Hebamme/Entbindungspfleger", "Mönch/Nonne": forms that share their meaning alone.
        single = " " not in first and " " not in second and second[0].isupper()
        if single or _same_title(first, second):
            return first, second
    return None


def _same_title(first: str, second: str) -> bool:
    one, other = fold(first), fold(second)
    return one[:2] == other[:2] and abs(len(one) - len(other)) <= max(6, len(one) // 3)
