"""What a command tells libraries reaches them."""

import subprocess
import sys

import pytest

ASKED = """
import os
from bot.libraries import tell_libraries
{told}
import numpy
from threadpoolctl import threadpool_info
print(sum(pool["num_threads"] - 1 for pool in threadpool_info() if pool["user_api"] == "blas"))
"""


def further_threads(told: str, **environment: str) -> int:
    """How many threads beside its own NumPy's algebra would use."""
    done = subprocess.run(
        [sys.executable, "-c", ASKED.format(told=told)],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    return int(done.stdout)


def test_algebra_takes_one_thread() -> None:
    if not further_threads(""):
        pytest.skip("this NumPy has no threads of its own here")
    assert further_threads("tell_libraries()") == 0


def test_what_the_user_set_stays() -> None:
    if not further_threads(""):
        pytest.skip("this NumPy has no threads of its own here")
    assert further_threads("tell_libraries()", OPENBLAS_NUM_THREADS="2") == 1
