from __future__ import annotations

import os
from pathlib import Path

from bot.reading import Limits, discover


def found(*paths: object) -> tuple[list[str], dict[str, str]]:
    files, failures = discover([str(path) for path in paths], limits=Limits())
    return [file.relative for file in files], {Path(f.path).name: f.reason for f in failures}


def test_folders_are_walked_in_order_and_quietly(tmp_path):
    for name in (
        "b.md",
        "a/z.txt",
        "a/y.PDF",
        ".versteckt.md",
        ".git/x.md",
        "bild.png",
        "Makefile",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    files, failures = discover([str(tmp_path)], limits=Limits())
    assert [file.relative for file in files] == ["a/y.PDF", "a/z.txt", "b.md"]
    assert failures == []
    assert {file.root for file in files} == {str(tmp_path)}
    assert files[0].location == str(tmp_path / "a" / "y.PDF")


def test_explicit_files(tmp_path, monkeypatch):
    (tmp_path / "a.md").write_text("x")
    (tmp_path / "bild.png").write_text("x")
    monkeypatch.chdir(tmp_path)
    files, failures = discover(
        ["a.md", "./a.md", str(tmp_path), "bild.png", "weg.md"], limits=Limits()
    )
    assert [(f.location, f.root, f.relative) for f in files] == [
        (str(tmp_path / "a.md"), str(tmp_path / "a.md"), "a.md")
    ]
    assert [f.path.rsplit("/", 1)[-1] for f in failures] == ["bild.png", "weg.md"]
    assert "Dateiformat" in failures[0].reason
    assert "nicht vorhanden" in failures[1].reason


def test_loops_and_dangling_links_are_named_and_the_rest_is_found(tmp_path):
    (tmp_path / "a.md").write_text("x")
    (tmp_path / "kreis").symlink_to(tmp_path)
    (tmp_path / "selbst.md").symlink_to(tmp_path / "selbst.md")
    (tmp_path / "leer.md").symlink_to(tmp_path / "weg.md")
    (tmp_path / "nochmal.md").symlink_to(tmp_path / "a.md")
    files, reasons = found(tmp_path)
    assert files == ["a.md"]
    assert "im Kreis" in reasons["kreis"]
    assert "im Kreis" in reasons["selbst.md"]
    assert "ins Leere" in reasons["leer.md"]


def test_special_files_and_odd_paths_are_named(tmp_path):
    os.mkfifo(tmp_path / "leitung.md")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/gr\xf6sse.md")).write_text("x")
    assert "gewöhnliche Datei" in found(tmp_path)[1]["leitung.md"]
    assert "UTF-8" in "".join(found(tmp_path)[1].values())
    assert "gewöhnliche Datei" in found("/dev/null")[1]["null"]
    assert found("a\x00b", "", "~niemand-hier/x.md")[0] == []


def test_a_folder_named_like_a_file_is_walked(tmp_path):
    (tmp_path / "x.md").mkdir()
    (tmp_path / "x.md" / "y.md").write_text("x")
    assert found(tmp_path)[0] == ["x.md/y.md"]


def test_addresses():
    urls = ["https://example.org/a/b.html?x=1", "https://example.org/", "https://example.org/"]
    files, failures = discover(
        [*urls, "ftp://example.org/x", "http://", "http://[x"], limits=Limits()
    )
    assert [(f.location, f.relative) for f in files] == [
        (urls[0], "example.org/a/b.html-x=1"),
        (urls[1], "example.org"),
    ]
    assert ["http" in f.reason or "ungültig" in f.reason for f in failures] == [True] * 3
