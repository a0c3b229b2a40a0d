"""Modal verbs of demands, folded: what they ask of somebody is a requirement or a duty."""

from __future__ import annotations

import re
from typing import Final

MODALS: Final = (
    "muss",
    "mussen",
    "musst",
    "sollte",
    "sollten",
    "solltest",
    "soll",
    "sollen",
)

MODAL: Final = re.compile(rf"\b(?:{'|'.join(MODALS)})\b")
