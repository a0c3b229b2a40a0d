"""One spelling for every way a German word is typed: Größe, Groesse, GROSSE, große."""

from __future__ import annotations

import functools
import re
import unicodedata

# "ue" is ü, but not in "neue", "Quelle", "dauern": there a vowel or q goes before.
_UE = re.compile(r"(?<![qaeiou])ue")


@functools.lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Lower case, NFKC, no diacritics, ß = ss, ä = ae = a, ö = oe = o, ü = ue = u.

    Idempotent. Meant for single words; works on any text, but changes its length.
    """
    lowered = unicodedata.normalize("NFKC", text).lower().replace("ß", "ss")
    decomposed = unicodedata.normalize("NFD", lowered)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _UE.sub("u", plain.replace("ae", "a").replace("oe", "o"))
