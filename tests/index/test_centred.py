"""Vectors seen from their common centre."""

from __future__ import annotations

import numpy as np

from bot.index.centred import Centred


def test_cosines_are_those_of_what_differs_from_the_mean() -> None:
    random = np.random.default_rng(7)
    known = random.normal(3, 1, (9, 5)).astype(np.float32)
    others = random.normal(3, 1, (2, 5)).astype(np.float32)
    before = known.copy(), others.copy()
    found = Centred(known).cosines(others)
    middle = known.mean(axis=0)
    for row, other in enumerate(others):
        for column, one in enumerate(known):
            a, b = other - middle, one - middle
            expected = a @ b / (np.linalg.norm(a) * np.linalg.norm(b))
            assert abs(found[row, column] - expected) < 1e-5
    assert (known == before[0]).all() and (others == before[1]).all()


def test_nothing_compared_and_a_vector_at_the_centre() -> None:
    same = np.ones((3, 4), np.float32)
    assert Centred(same).cosines(np.zeros((0, 4), np.float32)).shape == (0, 3)
    assert (Centred(same).cosines(same) == 0).all()
