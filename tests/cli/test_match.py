"""``python -m bot match``: what it prints, and one plain line where it can't."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from bot.matching.deciding.table import VERDICTS
from bot.settings import Settings
from tests.cli.test_commands import run

CV = """Lebenslauf
Name: Dragana Petrović
Berufserfahrung
03/2019 – heute  Account Managerin, Muster GmbH
Ausbildung
2011 – 2014 Bachelor Betriebswirtschaft, Universität Köln
Kenntnisse
Kommunikationsstark
"""
ROLE = "key-account-manager"


@pytest.fixture(scope="module")
def db(corpus_settings: Settings) -> str:
    return str(corpus_settings.db)


@pytest.fixture
def cv(tmp_path: Path) -> str:
    file = tmp_path / "cv.txt"
    file.write_text(CV, encoding="utf-8")
    return str(file)


def one_plain_line(done: subprocess.CompletedProcess[str], status: int) -> str:
    assert done.returncode == status
    assert done.stdout == ""
    assert done.stderr.startswith("Fehler: ") and done.stderr.count("\n") == 1
    return done.stderr


def test_json_holds_the_report_with_quotes_of_both_sides(db: str, cv: str) -> None:
    done = run("match", "--profile", cv, "--role", ROLE, "--json", "--db", db)
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert list(found) == ["profile", "roles", "waiting", "notices", "index_version"]
    text = found["profile"]["text"]
    assert "Petrović" not in done.stdout
    assert found["profile"]["removed"]["name"] == 1
    (role,) = found["roles"]
    assert role["role"] == role["report"]["role"] == ROLE
    sources = {s["id"]: s["text"] for s in json.loads(run("sources", "--json", "--db", db).stdout)}
    assert {d["verdict"] for d in role["report"]["decisions"]} >= {"met", "unknown"}
    for decision in role["report"]["decisions"]:
        assert list(decision) == [
            "requirement", "verdict", "evidence", "rule", "reason", "question"
        ]  # fmt: skip
        assert decision["evidence"] or decision["verdict"] == "unknown"
        for quote in decision["evidence"]:
            assert text[quote["start"] : quote["end"]] == quote["quote"]
        citation = decision["requirement"]["citation"]
        source = sources[citation["source"]["id"]]
        assert source[citation["start"] : citation["end"]] == citation["quote"]
    assert any(step["step"]["years_min"] for step in role["steps"])
    assert all(figure["citation"]["quote"] for figure in role["salary"])
    assert not any(key in done.stdout for key in ('"score"', '"percent"', '"rank"'))


def test_roles_are_ranked_by_counts_and_limited(db: str, cv: str) -> None:
    found = json.loads(run("match", "--profile", cv, "--json", "--db", db).stdout)
    assert [role["role"] for role in found["roles"]] == ["account-manager", ROLE]
    for role in found["roles"]:
        for relation, counts in role["counts"].items():
            decided = [
                d["verdict"]
                for d in role["report"]["decisions"]
                if d["requirement"]["relation"] == relation
            ]
            assert counts == {v: decided.count(v) for v in VERDICTS}
    done = run("match", "--profile", cv, "--limit", "1", "--json", "--db", db)
    assert [role["role"] for role in json.loads(done.stdout)["roles"]] == ["account-manager"]


def test_for_people_each_requirement_has_its_sign_and_both_quotes(db: str, cv: str) -> None:
    done = run("match", "--profile", cv, "--role", "Key Account Manager", "--db", db)
    assert done.returncode == 0
    told = done.stdout
    assert "✓ erfüllt: " in told and "? offen: " in told
    assert "Im Profil: „" in told and "In der Quelle: „" in told
    assert "Account Manager → Key Account Manager, 3–7 Jahre" in told
    assert "Was die Quellen zum Gehalt sagen" in told


def test_answers_change_the_report(db: str, cv: str, tmp_path: Path) -> None:
    key = f"{ROLE}-skill-resilienz"
    answers = tmp_path / "answers.json"
    verdicts = []
    for answer in ("", "ja", "nein"):
        answers.write_text(json.dumps({key: answer}), encoding="utf-8")
        arguments = ("--role", ROLE, "--answers", str(answers), "--json", "--db", db)
        (role,) = json.loads(run("match", "--profile", cv, *arguments).stdout)["roles"]
        by_id = {d["requirement"]["id"]: d["verdict"] for d in role["report"]["decisions"]}
        verdicts.append(by_id[key])
    assert verdicts == ["unknown", "met", "missing"]


@pytest.mark.parametrize("ending", [".md", ".pdf"])
def test_export_writes_a_file(db: str, cv: str, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"bericht{ending}"
    done = run("match", "--profile", cv, "--role", ROLE, "--export", str(file), "--db", db)
    assert done.returncode == 0
    assert file.read_bytes().startswith(b"%PDF-" if ending == ".pdf" else b"# Profil und Rolle")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("leer.txt", b"", "leer"),
        ("tabelle.pdf", b"PK\x03\x04 xl/workbook.xml", "Tabelle"),
        ("kaputt.pdf", b"\x00\x01\x02" * 50, "PDF"),
        ("zahlen.txt", b"1 2 3", "keinen Text"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_its_reason(
    db: str, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    told = one_plain_line(run("match", "--profile", str(file), "--db", db), 1)
    assert name in told and said in told


def test_other_mistakes_are_told_in_one_line(db: str, cv: str, tmp_path: Path) -> None:
    missing = str(tmp_path / "fehlt.pdf")
    assert "fehlt.pdf" in one_plain_line(run("match", "--profile", missing, "--db", db), 1)
    assert "kann nicht gelesen" in one_plain_line(
        run("match", "--profile", str(tmp_path), "--db", db), 1
    )
    unknown = run("match", "--profile", cv, "--role", "astronaut", "--db", db)
    assert "account-manager" in one_plain_line(unknown, 2)
    one_plain_line(run("match", "--profile", cv, "--limit", "0", "--db", db), 2)
    one_plain_line(run("match", "--profile", cv, "--export", "x.docx", "--db", db), 2)
    answers = tmp_path / "a.json"
    for content in ("[]", '{"a": 1}', "{"):
        answers.write_text(content, encoding="utf-8")
        one_plain_line(run("match", "--profile", cv, "--answers", str(answers), "--db", db), 1)
    answers.write_text('{"gibt-es-nicht": "ja"}', encoding="utf-8")
    told = run("match", "--profile", cv, "--answers", str(answers), "--db", db)
    assert "gibt-es-nicht" in one_plain_line(told, 2)
