"""Printing for machines."""

from __future__ import annotations

import json


def print_json(value: object) -> None:
    """One JSON document on a line of its own, umlauts readable."""
    print(json.dumps(value, ensure_ascii=False))
