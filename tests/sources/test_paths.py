"""Which files a source names, in which order, and what is told about those that cannot be read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimcli.sources import SourceError, documents, seeds


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "more/d.txt", "more/deep/c.txt", ".hidden.txt", ".git/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Text of {name}.", encoding="utf-8")
    return tmp_path


def read(*sources: str | Path) -> tuple[list[str], list[str]]:
    """(sources of the documents, problems told)."""
    problems: list[SourceError] = []
    found = [document.source or "" for document in documents(*map(str, sources), on_error=problems.append)]
    return found, [str(problem) for problem in problems]


def test_a_folder_is_read_recursively_in_sorted_order_without_hidden_files(folder: Path) -> None:
    names = ["a.txt", "b.txt", "more/d.txt", "more/deep/c.txt"]
    assert read(folder) == ([str(folder / name) for name in names], [])


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("*.txt", ["a.txt", "b.txt"]),
        ("**/*.txt", ["a.txt", "b.txt", "more/d.txt", "more/deep/c.txt"]),
        ("more/**/[cx].txt", ["more/deep/c.txt"]),
        ("mor?", ["more/d.txt", "more/deep/c.txt"]),
        (".hid*", [".hidden.txt"]),
    ],
)
def test_globs(folder: Path, pattern: str, names: list[str]) -> None:
    found, problems = read(folder / pattern)
    if pattern.startswith(
        "."
    ):  # hidden files are read when they are named, not when a pattern happens to match
        assert problems
        assert read(folder / ".hidden.txt")[0]
    else:
        assert (found, problems) == ([str(folder / name) for name in names], [])


def test_the_source_is_the_path_as_typed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert read("a.txt", "./b.txt", "more", "*.txt")[0] == [
        "a.txt",
        "./b.txt",
        "more/d.txt",
        "more/deep/c.txt",
        "a.txt",
        "b.txt",
    ]


def test_a_file_with_the_marks_of_a_glob_in_its_name_is_that_file(tmp_path: Path) -> None:
    path = tmp_path / "what [now]?.txt"
    path.write_text("Something.", encoding="utf-8")
    assert read(path) == ([str(path)], [])


def test_a_loop_of_links_ends(folder: Path) -> None:
    os.symlink(folder, folder / "more" / "loop")
    os.symlink("/nowhere/at/all", folder / "broken.txt")
    found, problems = read(folder)
    assert len(found) == 4
    assert len(problems) == 1
    assert "broken.txt: no such file" in problems[0]
    assert len(read(folder / "**" / "*.txt")[0]) == 4


def test_a_pipe_in_a_folder_is_left_alone(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    assert len(read(folder)[0]) == 4


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("missing.txt", "no such file or folder; check the path"),
        ("missing/*.txt", "no file matches this pattern; check the path"),
        ("nothing-here", "no files in this folder; name one that holds articles"),
        ("empty.txt", "is empty; name a file that holds an article"),
        ("blank.txt", "is empty; name a file that holds an article"),
    ],
)
def test_each_problem_is_one_line_and_the_rest_is_read(folder: Path, name: str, problem: str) -> None:
    (folder / "nothing-here").mkdir()
    (folder / "empty.txt").touch()
    (folder / "blank.txt").write_bytes(b" \r\n\n")
    found, problems = read(folder / "a.txt", folder / name, folder / "b.txt")
    assert found == [str(folder / "a.txt"), str(folder / "b.txt")]
    assert problems == [f"{folder / name}: {problem}"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(folder: Path) -> None:
    (folder / "a.txt").chmod(0)
    found, problems = read(folder)
    assert len(found) == 3
    assert problems == [f"{folder / 'a.txt'}: permission denied; make it readable for your user"]


def test_without_on_error_the_first_problem_raises(folder: Path) -> None:
    reading = documents(str(folder / "a.txt"), str(folder / "missing.txt"))
    assert next(reading).text == "Text of a.txt."
    with pytest.raises(SourceError, match=r"missing\.txt: no such file"):
        next(reading)


def test_no_source_is_the_shipped_seeds_under_a_short_name() -> None:
    assert seeds().is_dir()
    assert "seeds/nato-no-fly-zone.txt" in read()[0]


def test_standard_input() -> None:
    program = (
        "from claimcli.sources import documents; print([d.source + ':' + d.text for d in documents('-')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=b"Caf\xc3\xa9", capture_output=True, check=True
    )
    assert ascii("-:Café") in ascii(done.stdout.decode())
