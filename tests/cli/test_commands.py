"""The command line: contract's output, exit statuses, one plain line instead of a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.answering.assistant import Assistant
from bot.settings import Settings
from tests.conftest import ROOT


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def db(corpus_settings: Settings) -> str:
    return str(corpus_settings.db)


def test_ask_prints_the_answer_object(db: str, assistant: Assistant) -> None:
    done = run("ask", "Was verdient ein Account Manager in den USA?", "--json", "--db", db)
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    assert list(answer) == [
        "question", "standalone_question", "status", "reason", "intent", "text", "citations",
        "salary", "career", "suggestions", "warnings", "answerer", "milliseconds",
    ]  # fmt: skip
    (citation,) = answer["citations"]
    assert list(citation) == [
        "number", "quote", "start", "end", "section", "passage_id", "source"
    ]  # fmt: skip
    assert list(citation["source"]) == ["id", "title", "publisher", "url", "published"]
    source = assistant.sources[citation["source"]["id"]]
    assert source.text[citation["start"] : citation["end"]] == citation["quote"]


def test_ask_for_people_shows_markers_and_places(db: str) -> None:
    done = run("ask", "Was verdient ein Account Manager in den USA?", "--db", db)
    assert "[1]" in done.stdout
    assert "Belege:" in done.stdout


def test_batch_keeps_order_ids_and_histories(db: str, tmp_path: Path) -> None:
    rows = [
        {"id": "b", "question": "Was verdient ein Zahnarzt?"},
        {"id": 7, "question": "Und was verdient er?",
         "history": [{"role": "user", "content": "Was macht ein Key Account Manager?"}]},
    ]  # fmt: skip
    file = tmp_path / "fragen.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n", encoding="utf-8")
    done = run("ask", "--batch", str(file), "--db", db)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["b", 7]
    assert answers[0]["status"] == "declined"
    assert answers[1]["standalone_question"] == "Was verdient ein Key Account Manager?"


def test_history_file(db: str, tmp_path: Path) -> None:
    file = tmp_path / "verlauf.json"
    history = [{"role": "user", "content": "Was macht ein Key Account Manager?"}]
    file.write_text(json.dumps(history), encoding="utf-8")
    done = run("ask", "Und was verdient er?", "--history", str(file), "--json", "--db", db)
    assert "Key Account Manager" in json.loads(done.stdout)["standalone_question"]


def test_sources_are_printed_with_their_text(db: str, assistant: Assistant) -> None:
    printed = json.loads(run("sources", "--json", "--db", db).stdout)
    assert {row["id"]: row["text"] for row in printed} == {
        source.id: source.text for source in assistant.sources.values()
    }


def test_search_shows_both_scores(db: str) -> None:
    hits = json.loads(run("search", "Gehalt in den USA", "--json", "--db", db).stdout)
    assert hits[0]["bm25"] > 0
    assert "US-Dollar" in hits[0]["passage"]["text"]


def test_search_tells_people_how_the_question_was_read(db: str) -> None:
    shown = run("search", "Vertriebserfarung als acount manger", "--limit", "1", "--db", db).stdout
    assert "Gesucht nach: Vertriebserfahrung als Account Manager" in shown
    assert "Zerlegt: vertriebserfahrung = vertrieb + erfahrung" in shown
    assert shown.count("Bedeutung") == 1


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["ask"], 2, "Frage"),
        (["ask", "Was?", "--db", "/nirgends/index"], 1, "ingest.py"),
        (["ask", "--batch", "/nirgends.jsonl"], 2, "nirgends"),
        (["eval", "--set", "/nirgends"], 2, "nirgends"),
        (["nonsense"], 2, "nonsense"),
        ([], 2, "BEFEHL"),
    ],
)
def test_wrong_usage_and_failures_say_so_in_one_line(
    arguments: list[str], status: int, said: str
) -> None:
    done = run(*arguments)
    assert done.returncode == status
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("row", ['{"id": 1}', "[]", "kein JSON", '{"question": 5}'])
def test_a_bad_batch_line_is_named(db: str, tmp_path: Path, row: str) -> None:
    file = tmp_path / "fragen.jsonl"
    file.write_text(f'{{"question": "Was?"}}\n{row}\n', encoding="utf-8")
    done = run("ask", "--batch", str(file), "--db", db)
    assert done.returncode == 2
    assert "Zeile 2" in done.stderr


def test_a_bad_setting_is_named(db: str) -> None:
    done = run("ask", "Was?", "--db", db, LOTSE_PORT="viele")
    assert done.returncode == 2
    assert "LOTSE_PORT" in done.stderr


def test_another_encoder_than_the_index_has_is_refused(db: str) -> None:
    done = run("ask", "Was?", "--db", db, LOTSE_ENCODER_QUERY_PROMPT="frage: ")
    assert done.returncode == 1
    assert "python ingest.py" in done.stderr


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['bot', '--help']\n"
        "try:\n    import bot.cli; bot.cli.main()\nexcept SystemExit: pass\n"
        "heavy = {'chromadb', 'numpy', 'gradio', 'pydantic', 'torch', 'openvino'}\n"
        "print('heavy:', sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert "heavy: []" in done.stdout


def test_asking_loads_neither_torch_nor_transformers(db: str) -> None:
    code = (
        "import sys, bot.cli\n"
        f"bot.cli.main(['ask', 'Was macht ein Account Manager?', '--db', {db!r}])\n"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'gradio', 'langchain'}\n"
        "print('heavy:', sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert "heavy: []" in done.stdout


def test_doctor_finds_all_well_and_names_what_is_missing(db: str) -> None:
    well = run("doctor", "--json", "--db", db)
    assert {row["level"] for row in json.loads(well.stdout)} == {"OK"}
    assert well.returncode == 0
    missing = run("doctor", "--db", "/nirgends/index")
    assert missing.returncode == 1
    assert "FAIL" in missing.stdout
    assert "ingest.py" in missing.stdout
