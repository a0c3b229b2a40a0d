"""Two people who differ in who they are, and in nothing else, have the same lines, byte by byte."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from bot.screening import Document
from bot.screening.report import canonical
from tests.matching.reading.test_counterfactual_pairs import (
    ENGLISH,
    HEADLINE,
    OTHERS,
    PROSE,
    TIDY,
    WOMAN,
)
from tests.screening.conftest import ROLE, confirm_all

FORMS = {"tidy": TIDY, "headline": HEADLINE, "prose": PROSE, "english": ENGLISH}


def _bytes(candidate) -> bytes:
    told = asdict(candidate)
    del told["code"], told["pseudonym"]
    return canonical(told)


@pytest.mark.parametrize("form", FORMS)
def test_pairs_are_one_report(screenings, matcher, form):
    """Name, sex, age, photo line, origin, family, address: all against the same person."""
    people = [WOMAN, *(WOMAN | other for other in OTHERS.values())]
    texts = list(dict.fromkeys(FORMS[form].format(**person) for person in people))
    documents = [Document(text.encode(), f"{n}.txt") for n, text in enumerate(texts)]
    report = screenings.start(matcher, ROLE, documents, "Ada Krüger").report
    assert report.failures == () and len(report.candidates) == len(texts) > 3
    assert len({_bytes(candidate) for candidate in report.candidates}) == 1
    assert any(line.evidence for line in report.candidates[0].lines)


def test_another_qualification_is_another_report(screenings, matcher):
    """The comparison above can fail."""
    texts = [TIDY.format(**WOMAN), TIDY.format(**WOMAN).replace("Englisch (B2)", "Englisch (A1)")]
    documents = [Document(text.encode(), "x") for text in texts]
    report = screenings.start(matcher, ROLE, documents, "Ada Krüger").report
    assert len({_bytes(candidate) for candidate in report.candidates}) == 2


def test_pairs_are_the_same_in_every_file(screenings, matcher):
    texts = [TIDY.format(**(WOMAN | OTHERS[who])) for who in ("origin", "sex")]
    documents = [Document(text.encode(), "x") for text in texts]
    started = screenings.start(matcher, ROLE, documents, "Ada Krüger")
    confirm_all(screenings, started)
    data = screenings.export(started.report.id, "csv", "Ada Krüger").data.decode("utf-8-sig")
    one, two = (c.pseudonym for c in started.report.candidates)
    rows = data.split("\r\n")
    assert [r.replace(one, "") for r in rows if one in r] == [
        r.replace(two, "") for r in rows if two in r
    ]
