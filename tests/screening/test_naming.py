"""Codes of applications."""

from __future__ import annotations

import hashlib
import re

from hypothesis import given
from hypothesis import strategies as st

from bot.screening.naming import codes

DOCUMENTS = [hashlib.sha256(bytes([n])).digest() for n in range(200)]


def test_two_hundred_have_different_codes_that_are_no_words():
    drawn = codes(b"salt", DOCUMENTS)
    assert len(set(drawn.values())) == 200
    assert all(re.fullmatch(r"[A-HJ-NP-Z][2-9][A-HJ-NP-Z]", code) for code in drawn.values())


def test_another_salt_is_another_order():
    orders = set()
    for salt in (b"a", b"b", b"c"):
        drawn = codes(salt, DOCUMENTS[:6])
        orders.add(tuple(sorted(drawn, key=drawn.__getitem__)))
    assert len(orders) == 3


@given(st.permutations(DOCUMENTS[:150]))
def test_the_order_of_upload_changes_nothing(order):
    assert codes(b"salt", order) == codes(b"salt", DOCUMENTS[:150])


def test_each_place_is_as_likely_for_each_document():
    """Of 600 salts, each of three documents comes first in about a third."""
    first = [0, 0, 0]
    for number in range(600):
        drawn = codes(number.to_bytes(2, "big"), DOCUMENTS[:3])
        first[DOCUMENTS.index(min(drawn, key=drawn.__getitem__))] += 1
    assert all(150 < count < 250 for count in first)
