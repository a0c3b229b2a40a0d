"""German numbers as they are written: "70.000", "70 000", "95'000", "1.234,56", "zehn"."""

from __future__ import annotations

import functools
import re

GROUP = r"[.'’\u2009\u202f\u00a0 ]"
DIGITS = rf"(?<![\d.,])\d{{1,3}}(?:(?:{GROUP}\d{{3}})+|(?:,\d{{3}})+)(?!\d)(?:[.,]\d{{1,2}}(?!\d))?"
PLAIN = r"(?<![\d.,])\d+(?:[.,]\d{1,2}(?!\d))?"

_UNITS = {
    "null": 0,
    "ein": 1,
    "eins": 1,
    "eine": 1,
    "einem": 1,
    "einen": 1,
    "einer": 1,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "funf": 5,
    "fuenf": 5,
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "neun": 9,
    "zehn": 10,
    "elf": 11,
    "zwolf": 12,
    "zwoelf": 12,
    "sechzehn": 16,
    "siebzehn": 17,
    "anderthalb": 1.5,
    "eineinhalb": 1.5,
    "zweieinhalb": 2.5,
    "dreieinhalb": 3.5,
}
_TENS = {
    "zwanzig": 20,
    "dreisig": 30,
    "dreissig": 30,
    "vierzig": 40,
    "funfzig": 50,
    "fuenfzig": 50,
    "sechzig": 60,
    "siebzig": 70,
    "achtzig": 80,
    "neunzig": 90,
}
_PLAIN = str.maketrans("üöß", "uos")
_PART = "|".join(sorted((*_UNITS, *_TENS, "hundert", "tausend", "und"), key=len, reverse=True))
_PART = _PART.replace("u", "[uü]").replace("o", "[oö]").replace("s", "[sß]")
SPELLED = rf"(?<![^\W_])(?:{_PART})+(?![^\W_])"


def value_of(written: str) -> float | None:
    """The number that ``written`` stands for; None where it is none."""
    text = written.strip().lower().translate(_PLAIN)
    if not text:
        return None
    if not text[0].isdigit():
        return _spelled(text)
    text = re.sub(rf"{GROUP}(?=\d{{3}}(?!\d))", "", text)
    text = re.sub(r",(?=\d{3}(?!\d))", "", text)
    return float(text.replace(",", "."))


@functools.lru_cache(maxsize=1_000)
def _spelled(word: str) -> float | None:
    if word in _UNITS:
        return _UNITS[word]
    if "tausend" in word:
        thousands, _, rest = word.partition("tausend")
        return _sum(_spelled(thousands) if thousands else 1, 1_000, rest)
    if "hundert" in word:
        hundreds, _, rest = word.partition("hundert")
        return _sum(_spelled(hundreds) if hundreds else 1, 100, rest)
    if word in _TENS:
        return _TENS[word]
    if word.endswith("zehn") and word[:-4] in _UNITS:
        return 10 + _UNITS[word[:-4]]
    unit, joined, tens = word.partition("und")
    if joined and unit in _UNITS and tens in _TENS:
        return _TENS[tens] + _UNITS[unit]
    return None


def _sum(count: float | None, unit: int, rest: str) -> float | None:
    more = _spelled(rest.removeprefix("und")) if rest else 0
    return None if count is None or more is None else count * unit + more
