"""Regular expressions over German as it is typed: "über" also finds "ueber" and "uber"."""

from __future__ import annotations

import re
from types import MappingProxyType

_SPELLINGS = MappingProxyType(
    {"ä": "(?:ä|ae|a)", "ö": "(?:ö|oe|o)", "ü": "(?:ü|ue|u)", "ß": "(?:ß|ss)"}
)
_CLASS_OR_LETTER = re.compile(r"\[[^\]]*\]|[äöüß]")


def spellings(pattern: str) -> str:
    """``pattern`` with its lower-case umlauts and ß, outside of character classes, in all forms."""
    return _CLASS_OR_LETTER.sub(lambda m: _SPELLINGS.get(m.group(), m.group()), pattern)


def german(pattern: str) -> re.Pattern[str]:
    """``pattern`` compiled: in all spellings, upper and lower case alike."""
    return re.compile(spellings(pattern), re.IGNORECASE)
