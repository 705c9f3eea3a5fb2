"""Which files a source names, in which order, and what is told about those that cannot be read."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimcli.sources import SourceError, documents, load, loaded, seeds


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
    assert len(problems) == 2
    assert "broken.txt: no such file" in problems[0]
    assert problems[1].startswith(f"{folder / 'more' / 'loop'}: is a link to a folder that it lies in")
    assert len(read(folder / "**" / "*.txt")[0]) == 4
    assert len(read(folder / "*")[0]) == 4


def test_a_folder_that_is_linked_twice_is_read_once(folder: Path) -> None:
    os.symlink(folder / "more", folder / "twin")
    assert len(read(folder)[0]) == len(read(folder / "*")[0]) == 4
    assert read(folder)[1] == []


def test_a_link_to_another_drive_is_followed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def on_two_drives(_: list[str]) -> str:
        raise ValueError("Paths don't have the same drive")

    elsewhere = folder.with_name("elsewhere")
    elsewhere.mkdir()
    (elsewhere / "far.txt").write_text("“No,” said Marr.", encoding="utf-8")
    os.symlink(elsewhere, folder / "link")
    monkeypatch.setattr(os.path, "commonpath", on_two_drives)
    assert str(folder / "link" / "far.txt") in [found.source for found in documents(str(folder))]


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


def as_anybody() -> None:
    """In a process to be: give up what root may read besides its own, which takes effect with the next program."""
    if os.geteuid() == 0:
        for capability in (1, 2):  # DAC_OVERRIDE, DAC_READ_SEARCH
            ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


def test_what_may_not_be_read_is_told_and_the_rest_is_read(folder: Path) -> None:
    closed = [folder / "a.txt", folder / "more" / "deep", folder / "more"]
    closed[0].chmod(0)
    closed[1].chmod(0)
    closed[2].chmod(0o500)
    command = [sys.executable, "-c", READ, str(folder)]
    here = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    try:
        done = subprocess.run(command, capture_output=True, text=True, preexec_fn=as_anybody, env=here)
    finally:
        for path in reversed(closed):
            path.chmod(0o700)
    assert done.stderr == ""
    told = "permission denied; make it readable for your user"
    assert done.stdout.splitlines() == [
        f"{folder / 'a.txt'}: {told}",
        f"read {folder / 'b.txt'}",
        f"read {folder / 'more' / 'd.txt'}",
        f"{folder / 'more' / 'deep'}: {told}",
    ]


READ = """
import sys
from claimcli.sources import documents
for document in documents(sys.argv[1], on_error=print):
    print("read", document.source)
"""


def test_what_is_missing_is_told_before_the_first_article(folder: Path) -> None:
    problems: list[SourceError] = []
    sources = (str(folder / name) for name in ("a.txt", "none.txt", "b.txt"))
    assert next(documents(*sources, on_error=problems.append)).source == str(folder / "a.txt")
    assert [error.source for error in problems] == [str(folder / "none.txt")]


def test_without_on_error_the_first_problem_raises(folder: Path) -> None:
    (folder / "empty.txt").touch()
    reading = documents(str(folder / "a.txt"), str(folder / "empty.txt"))
    assert next(reading).text == "Text of a.txt."
    with pytest.raises(SourceError, match=r"empty\.txt: is empty"):
        next(reading)


def test_no_source_is_nothing_unless_the_shipped_example_is_asked_for() -> None:
    assert list(documents([])) == []
    assert list(load([])) == []
    assert [article.source for article in loaded(None)] == ["seeds/nato-no-fly-zone.txt"]
    assert [article.text for article in load(seeds())] == [article.text for article in loaded(None)]
    for function in (documents, load):
        with pytest.raises(TypeError):
            function()


def test_standard_input() -> None:
    program = (
        "from claimcli.sources import documents; print([d.source + ':' + d.text for d in documents('-')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=b"Caf\xc3\xa9", capture_output=True, check=True
    )
    assert ascii("-:Café") in ascii(done.stdout.decode())
