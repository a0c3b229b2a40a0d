"""Words of job titles in one form: gender, case and number away, the kind of word kept.

Stems don't serve for titles: a stemmer makes "Verkäufer", "Verkauf" and "verkaufen" one word,
which is good for searching texts and wrong for knowing whether a question names an occupation.
"""

from __future__ import annotations

import functools
import re

from bot.german import words

_FEMININE = re.compile(r"(?<=\w{3}[^aeiou])in(?:nen)?$")
_COUPLES = re.compile(r"(?<=\w{3})(?:frau(?:en)?|leuten?|manner[ns]?|manns)$")
_ADJECTIVE = re.compile(
    r"(?<=\w{2})(isch|lich|ig|end|iv|al|ell|iert|bar|sam|los|stellt|tragt|ordnet|standig|amt|kund|"
    r"pruft|kannt|lernt|bildet|wandt)"
    r"(?:er|en|em|es|e)$"
)
_WEAK = re.compile(
    r"(?<=\w)(ent|ant|ist|og|at|graf|graph|nom|eut|ekt|path|iat|ot|it|eur|or|ert|urg|agog)"
    r"(?:en|e|s)$"
)
_STRONG = re.compile(r"(?<=\w{2}er)[ns]$|(?<=arzt)(?:es|en|e)$|(?<=walt)(?:es|en|e|s)$")


def title_words(label: str) -> tuple[str, ...]:
    """The words of a title, each by ``title_word``: equal for all forms of one title."""
    return tuple(title_word(word) for word in words(label))


@functools.lru_cache(maxsize=100_000)
def title_word(folded: str) -> str:
    """One folded word without the endings of gender, case and number.

    >>> title_word("verkauferinnen"), title_word("verkauf"), title_word("technischen")
    ('verkaufer', 'verkauf', 'technisch')
    """
    plain = _COUPLES.sub("mann", folded)
    plain = _FEMININE.sub("", plain)
    plain = _STRONG.sub("", plain)
    plain = _ADJECTIVE.sub(r"\1", plain)
    return _WEAK.sub(r"\1", plain)
