"""Whether two words are forms of one word, as far as endings and prefixes can tell."""

from __future__ import annotations

import functools
import re

MIN_ROOT = 4
_VOWELS = "aeiouy"
_ENDINGS = (
    "e en er es em n s st t te ten tet test et ete eten etes eter end ende enden ender endes"
).split()
_PREFIX = re.compile(
    r"(?:ab|an|auf|aus|be|bei|dar|ein|ent|er|her|hin|mit|nach|un|unter|ver|vor|zer|zu)?"
    r"(?:zu|ge)?"
)


def are_forms_of_one_word(one: str, other: str) -> bool:
    """Whether folded words differ by an ending or a prefix alone.

    "Grammys" and "Grammy" do, "gespielt" and "spielt", "auszugeben" and "aufzugeben". A letter
    too many or too few seldom makes a proper ending: "Aufgabn" and "Aufgaben" don't.
    """
    return not _roots(one).isdisjoint(_roots(other))


@functools.lru_cache(maxsize=20_000)
def _roots(word: str) -> frozenset[str]:
    """The word, with and without a prefix, and what is left without an ending that fits."""
    prefix = _PREFIX.match(word)
    bare = {word, word[prefix.end() :] if prefix else word}
    endless = {
        stretch[: -len(ending)]
        for stretch in bare
        for ending in _ENDINGS
        if stretch.endswith(ending) and _can_end(stretch[: -len(ending)], ending)
    }
    return frozenset(root for root in bare | endless if len(root) >= MIN_ROOT)


def _can_end(root: str, ending: str) -> bool:
    last = root[-1:]
    if last in _VOWELS:  # "Autos"
        return ending == "s"
    if ending == "n":  # "wandeln", but "Aufgab-en"
        return last in "lr"
    if ending[0] == "t":  # "find-et"
        return last not in "td"
    return ending[0] != "s" or last not in "sxz"
