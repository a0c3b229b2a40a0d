"""From documents to a reviewed report, on the real corpus."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.screening import (
    Document,
    LinesOpenError,
    ScreeningError,
    ScreeningOffError,
    Screenings,
    TamperedError,
    UnknownScreeningError,
    report_bytes,
)
from bot.screening.log import Log
from bot.settings import load_settings
from tests.screening.conftest import CV, OTHER, ROLE, confirm_all

WHO = "Ada Krüger"


def test_it_is_off_until_switched_on(path):
    with pytest.raises(ScreeningOffError, match="nicht eingeschaltet") as caught:
        Screenings.open(load_settings(screening_db=path))
    assert "LOTSE_SCREENING=1" in str(caught.value)
    assert not path.exists()


def test_each_requirement_has_a_line_for_each_application(start, matcher):
    report = start().report
    asked = [one.id for one in matcher.profiles[ROLE].requirements]
    assert [one["id"] for one in report.requirements] == asked
    assert len(set(asked)) == len(asked) > 5
    assert len(report.candidates) == 2
    for candidate in report.candidates:
        assert [line.requirement for line in candidate.lines] == asked
        for line in candidate.lines:
            assert line.evidence or line.found == "unknown"
            for quote in line.evidence:
                assert candidate.text[quote.start : quote.end] == quote.quote != ""
    assert {line.found for c in report.candidates for line in c.lines} >= {"met", "unknown"}


def test_requirements_carry_the_cited_sentence(start, matcher):
    for one in start().report.requirements:
        citation = one["citation"]
        source = matcher.view.sources[citation["source"]["id"]]
        assert source.text[citation["start"] : citation["end"]] == citation["quote"]


def test_lines_are_what_the_matcher_decides(start, matcher, clock):
    from bot.matching.profile import Month
    from bot.matching.reading import profile_of_text

    report = start(CV).report
    decided = matcher.report(profile_of_text(CV, Month(2026, 11)), ROLE).decisions
    lines = report.candidates[0].lines
    assert [(x.found, x.evidence, x.rule, x.reason) for x in lines] == [
        (x.verdict, x.evidence, x.rule, x.reason) for x in decided
    ]


def test_names_of_files_and_persons_are_not_kept(screenings, matcher, path):
    document = Document(f"Name: Xaver Quast\n{CV}".encode(), "Lebenslauf_Quast.pdf")
    started = screenings.start(matcher, ROLE, [document], WHO)
    assert started.receipts[0].name == "Lebenslauf_Quast.pdf"
    for text in (report_bytes(started.report), path.read_bytes()):
        assert b"Quast" not in text and b"Xaver" not in text


def test_what_was_taken_out_is_not_told(start, path):
    told = start(f"Konfession: evangelisch\n{CV}").report
    assert b"religion" not in path.read_bytes() and b"removed" not in path.read_bytes()
    assert b"removed" not in report_bytes(told) and "evangelisch" not in told.candidates[0].text


def test_a_report_is_only_there_for_a_named_person(screenings, start):
    started = start()
    for nobody in ("", "  ", "x", "12", "karrierelotse", "\x00\x01", "a" * 200):
        with pytest.raises(ScreeningError, match="nennen Sie"):
            screenings.report(started.report.id, nobody)


def test_a_line_is_confirmed_or_corrected_with_a_reason(screenings, start, clock):
    report = start(CV).report
    code, line = report.candidates[0].code, report.candidates[0].lines[0]
    clock.later(minutes=5)
    confirmed = screenings.review(report.id, code, line.requirement, "Bo Lang", line.found)
    review = confirmed.candidates[0].lines[0].review
    assert review is not None and review.confirmed and review.reviewer == "Bo Lang"
    assert review.at == "2026-11-22T09:35:00+00:00"
    assert confirmed.open_lines == report.open_lines - 1
    other = "missing" if line.found != "missing" else "met"
    with pytest.raises(ScreeningError, match="begründen"):
        screenings.review(report.id, code, line.requirement, "Bo Lang", other, " \n ")
    corrected = screenings.review(report.id, code, line.requirement, "Cem Ay", other, "Im Gespräch")
    review = corrected.candidates[0].lines[0].review
    assert review is not None and not review.confirmed and review.verdict == other
    assert (review.reviewer, review.reason) == ("Cem Ay", "Im Gespräch")
    assert corrected.candidates[0].lines[0].found == line.found
    assert corrected.open_lines == confirmed.open_lines
    done = [h["action"] for h in screenings.history(report.id, "Bo Lang")]
    assert done == ["opened", "read", "viewed", "confirmed", "corrected"]


@pytest.mark.parametrize(
    ("code", "requirement", "verdict"),
    [("A1A", None, "met"), (None, "nothing", "met"), (None, None, "accepted")],
)
def test_a_review_of_something_else_is_refused(screenings, start, code, requirement, verdict):
    report = start(CV).report
    one = report.candidates[0]
    with pytest.raises(ScreeningError):
        screenings.review(
            report.id,
            code or one.code,
            requirement or one.lines[0].requirement,
            WHO,
            verdict,
            "weil",
        )
    assert screenings.report(report.id, WHO) == report


def test_no_export_while_a_line_is_open(screenings, start):
    started = start()
    report = started.report
    last = report.candidates[-1].lines[-1]
    confirm_all(screenings, dataclasses.replace(started, report=dataclasses.replace(
        report, candidates=report.candidates[:-1])))  # fmt: skip
    for form in ("csv", "xlsx", "pdf"):
        with pytest.raises(LinesOpenError, match="Der Export ist noch nicht möglich"):
            screenings.export(report.id, form, WHO)
    for line in report.candidates[-1].lines[:-1]:
        screenings.review(report.id, report.candidates[-1].code, line.requirement, WHO, line.found)
    with pytest.raises(LinesOpenError, match=r"1 von .* Zeilen ist weder") as caught:
        screenings.export(report.id, "csv", WHO)
    assert caught.value.open_lines == 1
    screenings.review(report.id, report.candidates[-1].code, last.requirement, WHO, last.found)
    assert screenings.export(report.id, "csv", WHO).data


def test_a_report_is_rebuilt_byte_by_byte(screenings, reviewed, path, clock):
    report = screenings.report(reviewed.report.id, WHO)
    shown = report_bytes(report)
    screenings.export(report.id, "pdf", WHO)
    exported = screenings.history(report.id, WHO)[-1]["facts"]
    code, line = report.candidates[0].code, report.candidates[0].lines[0]
    clock.later(hours=3)
    screenings.review(report.id, code, line.requirement, WHO, "missing", "doch nicht")
    # Another process, with nothing but the file.
    again = Screenings(Log(path, clock), 183, clock)
    assert again.rebuild(report.id) != shown
    assert again.rebuild(report.id, report.state) == shown
    import hashlib

    assert hashlib.sha256(shown).hexdigest() == exported["report"]
    assert exported["state"] == report.state
    assert again.rebuild(report.id, reviewed.report.state) == report_bytes(reviewed.report)


def test_a_report_has_one_json_form(reviewed):
    shown = report_bytes(reviewed.report)
    assert json.loads(shown) == json.loads(json.dumps(reviewed.report.to_json()))


def test_an_export_checks_the_whole_log(screenings, start, reviewed, path):
    import sqlite3

    start(CV)  # another one, in which something is changed
    with sqlite3.connect(path) as db:
        db.execute("DROP TRIGGER log_stays")
        db.execute("UPDATE log SET who = 'Eve' WHERE screening <> ?", (reviewed.report.id,))
    db.close()
    with pytest.raises(TamperedError):
        screenings.export(reviewed.report.id, "csv", WHO)


def test_what_a_review_returns_is_what_is_shown(screenings, start):
    report = start().report
    for candidate in report.candidates:
        for line in candidate.lines[:3]:
            told = screenings.review(report.id, candidate.code, line.requirement, WHO, line.found)
            assert told == screenings.report(report.id, WHO)


def test_the_overview_counts_what_is_kept(screenings, start):
    report = start().report
    one, other = report.candidates
    for candidate in (one, other):
        for _ in range(2):
            line = candidate.lines[0]
            screenings.review(report.id, candidate.code, line.requirement, WHO, line.found)
    screenings.delete_candidate(report.id, one.code, WHO)
    (listed,) = screenings.overview(WHO)
    shown = screenings.report(report.id, WHO)
    assert (listed.applications, listed.open_lines) == (1, shown.open_lines)


def test_a_report_tells_what_it_was_made_with(start, matcher):
    from bot.matching.deciding.outcome import RULES_VERSION

    made = start().report.provenance
    assert made.matching_rules == RULES_VERSION
    assert made.encoder["model"] == matcher.view.identity.model != ""
    assert made.corpus == matcher.view.version
    assert made.up_to_month == "2026-11"
    assert made.sources
    for key, fingerprint in made.sources.items():
        assert matcher.view.sources[key].fingerprint == fingerprint


def test_who_saw_it_is_logged(screenings, start):
    report = start(CV).report
    screenings.report(report.id, "Cem Ay")
    seen = [(h["who"], h["action"]) for h in screenings.history(report.id, WHO)]
    assert seen[-2:] == [(WHO, "viewed"), ("Cem Ay", "viewed")]


def test_content_is_deleted_when_it_is_due(screenings, start, clock, path):
    report = start().report
    assert report.delete_on == (clock.time + timedelta(days=183)).date().isoformat()
    clock.later(days=182)
    assert screenings.report(report.id, WHO).candidates
    clock.later(days=1)
    with pytest.raises(UnknownScreeningError, match=r"wurde am .* gelöscht"):
        screenings.report(report.id, WHO)
    assert screenings.history(report.id, WHO)[-1]["who"] == "Karrierelotse"
    assert b"Bestandskunden" not in path.read_bytes()
    assert screenings.overview(WHO) == ()
    screenings.verify()


def test_what_is_due_goes_at_the_start_too(start, clock, path):
    report = start().report
    clock.later(days=200)
    Screenings.open(load_settings(screening=True, screening_db=path), clock)
    assert b"Bestandskunden" not in path.read_bytes()
    assert report.id.encode() in path.read_bytes()


def test_one_application_is_deleted_on_request(screenings, start, path):
    report = start().report
    gone = next(c for c in report.candidates if "Bestandskunden" in c.text)
    screenings.delete_candidate(report.id, gone.code, WHO)
    left = screenings.report(report.id, WHO)
    assert [c.code for c in left.candidates] == [
        c.code for c in report.candidates if c.code != gone.code
    ]
    assert left.deleted == (gone.code,)
    assert b"Bestandskunden" not in path.read_bytes()
    for method in (screenings.delete_candidate, screenings.export_candidate):
        with pytest.raises(UnknownScreeningError, match="wurde gelöscht"):
            method(report.id, gone.code, WHO)
    screenings.verify()


def test_a_whole_screening_is_deleted_on_request(screenings, start, path):
    report = start().report
    screenings.delete(report.id, WHO)
    assert b"Bestandskunden" not in path.read_bytes()
    with pytest.raises(UnknownScreeningError, match="gelöscht"):
        screenings.rebuild(report.id)
    screenings.verify()


def test_one_application_is_handed_out_on_request(screenings, start):
    report = start().report
    one = report.candidates[0]
    other = report.candidates[1]
    made = screenings.export_candidate(report.id, one.code, WHO)
    told = json.loads(made.data)
    assert made.media_type == "application/json" and one.code in made.name
    assert told["application"]["text"] == one.text
    assert len(told["application"]["lines"]) == len(one.lines)
    assert other.text not in made.data.decode() and other.code not in made.data.decode()


def test_the_overview_lists_what_is_kept(screenings, start, clock):
    first = start(CV).report
    clock.later(minutes=1)
    second = start().report
    listed = screenings.overview(WHO)
    assert [one.id for one in listed] == [second.id, first.id]
    assert [one.applications for one in listed] == [2, 1]
    assert listed[1].open_lines == first.open_lines == len(first.requirements)


@pytest.mark.parametrize("unknown", ["", "nothing", "' OR 1=1 --"])
def test_an_unknown_screening(screenings, unknown):
    for ask in (screenings.report, screenings.history, screenings.delete):
        with pytest.raises(UnknownScreeningError):
            ask(unknown, WHO)


def test_an_unknown_role_and_no_documents(screenings, matcher):
    with pytest.raises(UnknownScreeningError):
        screenings.start(matcher, "astronaut", [Document(CV.encode(), "a")], WHO)
    with pytest.raises(ScreeningError, match="kein Dokument"):
        screenings.start(matcher, ROLE, [], WHO)
    with pytest.raises(ScreeningError, match="erlaubt sind 200"):
        screenings.start(matcher, ROLE, [Document(b"x", "a")] * 201, WHO)
    assert screenings.overview(WHO) == ()


JUDGING = ("score", "rank", "accept", "reject", "recommend", "rating", "grade", "percent", "points",
           "fit", "best", "hire", "shortlist", "decision", "count", "total", "sum")  # fmt: skip


def _keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _keys(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _keys(inner)


def test_nothing_judges_a_person(screenings, reviewed, path):
    """Keys of every JSON, fields of every public type, columns and words of every file."""
    import sqlite3

    import bot.screening as public

    names = set(_keys(json.loads(report_bytes(reviewed.report))))
    one = reviewed.report.candidates[0].code
    identity = reviewed.report.id
    names |= set(_keys(json.loads(screenings.export_candidate(identity, one, WHO).data)))
    names |= set(_keys(list(screenings.history(identity, WHO))))
    for name in public.__all__:
        made = getattr(public, name)
        names.add(name)
        if dataclasses.is_dataclass(made):
            names |= {f.name for f in dataclasses.fields(made)}
    names |= {name for name in dir(Screenings) if not name.startswith("_")}
    with sqlite3.connect(path) as db:
        for (table,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'"):
            names |= {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
        for (body,) in db.execute("SELECT body FROM content"):
            names |= set(_keys(json.loads(body)))
    db.close()
    assert len(names) > 60 and {"verdict", "evidence", "requirement"} <= names
    # Names of ids and codes of applications are keys of nothing; sources are keyed by their id.
    names -= set(reviewed.report.provenance.sources)
    parts = {part for name in names for part in name.lower().replace("-", "_").split("_")}
    assert not {p for p in parts for word in JUDGING if p.startswith(word)}


def test_the_order_is_neither_of_upload_nor_of_merit(screenings, matcher):
    documents = [Document(text.encode(), "x") for text in (CV, OTHER)]
    first = set()
    for turn in range(24):
        given = documents if turn % 2 else documents[::-1]
        report = screenings.start(matcher, ROLE, given, WHO).report
        codes = [c.code for c in report.candidates]
        assert codes == sorted(codes)
        first.add("Bestandskunden" in report.candidates[0].text)
    assert first == {True, False}


def test_the_order_does_not_depend_on_the_order_of_upload(path, clock, matcher):
    shown = []
    for number, order in enumerate(([CV, OTHER], [OTHER, CV])):
        log = Log(path.with_name(f"{number}.sqlite3"), clock)
        made = Screenings(log, 183, clock, token=lambda size: b"7" * size)
        documents = [Document(text.encode(), "x") for text in order]
        shown.append(report_bytes(made.start(matcher, ROLE, documents, WHO).report))
    assert shown[0] == shown[1]


def test_questions_are_for_what_is_open(start):
    lines = [line for c in start().report.candidates for line in c.lines]
    asked = [line for line in lines if line.question]
    assert asked and {line.found for line in asked} <= {"unknown", "partly"}


def test_english_reports(screenings, matcher):
    report = screenings.start(matcher, ROLE, [Document(OTHER.encode(), "x")], WHO, "en").report
    assert "The profile says nothing about it." in {x.reason for x in report.candidates[0].lines}
