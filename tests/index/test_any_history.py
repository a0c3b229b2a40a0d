"""Whatever happened to the files, step by step: the index is as if it were made anew."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.errors import StoreError
from bot.index.sync import ingest
from bot.settings import Settings
from tests.index.articles import article, contents, write
from tests.index.hashing import HashEncoder

NAMES = ["a.md", "b.md", "sub/a.md", "sub/c.txt", "größe.md"]
TWINS = ["a.txt", "sub/c.md"]  # get the same id by their name as one above

names = st.sampled_from(NAMES + TWINS)
# Few texts, so that equal ones meet.
texts = st.integers(1, 4).map(lambda n: article(n, sections=1 + n % 2))
states_id = st.sampled_from(["", "", "", "---\nid: eigene-kennung\n---\n"])
writing = st.tuples(st.just("write"), names, st.builds(str.__add__, states_id, texts))
renaming = st.tuples(st.just("rename"), names, names)
deleting = st.tuples(st.just("delete"), names, st.just(""))
# Most ingests come after one step, some after several.
histories = st.lists(
    st.lists(writing | renaming | deleting, min_size=1, max_size=3), min_size=1, max_size=5
)


def apply(folder: Path, step: tuple[str, str, str]) -> None:
    kind, name, other = step
    path = folder / name
    if kind == "write":
        write(folder, {name: other})
    elif path.exists() and kind == "delete":
        path.unlink()
    elif path.exists():
        (folder / other).parent.mkdir(exist_ok=True)
        path.replace(folder / other)


def without_ids(found: dict[str, list[tuple[Any, ...]]]) -> dict[str, list[tuple[Any, ...]]]:
    return {
        location: [rows[0][1:], *((row[0], *row[2:]) for row in rows[1:])]
        for location, rows in found.items()
    }


STATED = "---\nid: eigene-kennung\n---\n"


@settings(max_examples=25, deadline=None)
@given(histories)
# A statement that is gone takes its id along, and another place may state it then.
@example(
    [
        [("write", "a.md", article(1)), ("write", "b.md", STATED + article(1))],
        [("rename", "a.md", "b.md")],
    ]
)
@example(
    [
        [("write", "b.md", STATED + article(4)), ("write", "a.md", article(4))],
        [("rename", "a.md", "b.md"), ("write", "sub/a.md", STATED + article(4))],
    ]
)
def test_the_index_depends_on_the_files_and_not_on_their_history(
    history: list[list[tuple[str, str, str]]],
) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        folder = write(root / "articles", {"b.md": article(9)})
        stepwise = Settings(db=root / "stepwise", _env_file=None)
        for steps in [[], *history]:
            for step in steps:
                apply(folder, step)
            try:
                report, _ = ingest([str(folder)], stepwise, encoder=HashEncoder())
            except StoreError:
                assert not [p for p in folder.rglob("*") if p.is_file()]
                write(folder, {"b.md": article(9)})
                report, _ = ingest([str(folder)], stepwise, encoder=HashEncoder())
            again = HashEncoder()
            settled, plan = ingest([str(folder)], stepwise, encoder=again)
            assert not plan.changes_anything
            assert again.encoded == []
            assert settled.passages == report.passages
        fresh = Settings(db=root / "fresh", _env_file=None)
        wanted_report, _ = ingest([str(folder)], fresh, encoder=HashEncoder())
        found, wanted = contents(stepwise), contents(fresh)
        if wanted_report.failed:
            # Of two files with one id, the one that had it first stays.
            assert len(found) >= len(wanted)
            return
        assert without_ids(found) == without_ids(wanted)
        used = {step[1] for steps in history for step in steps}
        used |= {step[2] for steps in history for step in steps if step[0] == "rename"}
        if not used & set(TWINS):
            assert found == wanted
