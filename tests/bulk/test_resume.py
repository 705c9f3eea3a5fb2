"""Work that is cut off goes on: the same rows as if nothing had happened, each once."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcli import load
from claimcli.bulk import ResumeError, Totals, Watcher, extract_to
from claimcli.bulk.units import Mark, find_units
from claimcli.sources import Fields
from tests.bulk.made import archive
from tests.cli.conftest import Result, Run, environment, inside

__all__ = ["inside"]

# The real program, with a commit after every few articles rather than every few seconds.
SMALL_STEPS = (
    "import claimcli.bulk.units as units, claimcli.bulk.run as run; "
    "units.SMALL = 100; units.BATCH = 2000; run.COMMIT = 0; from claimcli.cli import main; main()"
)
ARTICLES = 100

Start = Callable[..., "subprocess.Popen[str]"]
Again = Callable[..., Result]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive(tmp_path_factory.mktemp("resume") / "archive.jsonl", ARTICLES)


@pytest.fixture(scope="module")
def whole(source: Path) -> Path:
    """What an undisturbed run makes of it."""
    out = source.with_name("whole.jsonl")
    extract_to(str(out), [str(source)], workers=2)
    return out


@pytest.fixture
def start(source: Path) -> Start:
    """A run to cut off, in a process of its own."""

    def start(out: Path, *options: str, **how: Any) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", SMALL_STEPS, "extract", str(source), "-o", str(out), *options]
        return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment(), **how)

    return start


@pytest.fixture
def again(source: Path, inside: Run, monkeypatch: pytest.MonkeyPatch) -> Again:
    """The same command after that, in this process."""
    monkeypatch.setattr("claimcli.bulk.units.SMALL", 100)
    monkeypatch.setattr("claimcli.bulk.units.BATCH", 2000)
    return lambda out, *options: inside("extract", source, "-o", out, *options)


@pytest.mark.parametrize(("ending", "kills"), [(".jsonl", 4), (".db", 3), (".parquet", 1)])
def test_killed_at_any_moment_and_resumed(
    start: Start, again: Again, whole: Path, tmp_path: Path, ending: str, kills: int
) -> None:
    if ending == ".parquet":
        pytest.importorskip("pyarrow")
    out = tmp_path / f"claims{ending}"
    moments, cut_off = random.Random(ending), 0
    for number in range(kills + 10):
        if cut_off and number >= kills:
            break  # on a busy machine a run may end before it is killed
        run = start(out, "--resume", "--workers", "2")
        partial = out.with_name(f"{out.name}.partial")
        before = partial.stat().st_size if partial.exists() else 0
        while run.poll() is None and (not partial.exists() or partial.stat().st_size <= before):
            time.sleep(0.002)  # until it has gone on
        time.sleep(moments.uniform(0, 0.02))
        run.kill()
        run.communicate()
        cut_off += partial.exists()
    assert cut_off, "killed too late to tell anything"
    assert again(out, "--resume") == (0, "", "")
    if ending == ".jsonl":
        assert out.read_bytes() == whole.read_bytes()
    assert list(load(str(out))) == list(load(str(whole)))
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


@pytest.mark.parametrize("ending", [".jsonl", ".db", ".parquet"])
def test_what_is_added_to_a_file_is_added_wholly_or_not(
    start: Start, again: Again, whole: Path, tmp_path: Path, ending: str
) -> None:
    if ending == ".parquet":
        pytest.importorskip("pyarrow")
    out, first = tmp_path / f"claims{ending}", archive(tmp_path / "first.jsonl", 3)
    extract_to(str(out), [str(first)], workers=1)
    before = out.read_bytes()
    partial, journal = (out.with_name(f"{out.name}{left}") for left in (".partial", ".journal"))

    def is_saved() -> bool:
        if ending == ".db":
            return partial.exists() and partial.stat().st_size > 2 * len(before)
        return journal.exists()

    run = start(out, "--append", "--workers", "2")
    while run.poll() is None and not is_saved():
        time.sleep(0.002)
    run.kill()
    run.communicate()
    assert partial.exists(), "killed too late to tell anything"
    assert out.read_bytes() == before
    assert "of other sources or options" in again(out, "--resume").err
    added = again(out, "--append", "--resume")
    assert (added.code, added.out) == (0, "")
    assert {article.text for article in load(str(out))} == {article.text for article in load(str(whole))}
    assert len(list(load(str(out)))) == ARTICLES
    assert {path.name for path in tmp_path.iterdir()} == {out.name, first.name}


def little_room() -> None:
    """For a file, in the process that is about to run."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))


@pytest.mark.parametrize("ending", [".jsonl", ".db"])
@pytest.mark.parametrize("resumed", [True, False])
def test_a_full_disk_is_told_and_its_work_goes_on_or_is_removed(
    start: Start, again: Again, whole: Path, tmp_path: Path, ending: str, resumed: bool
) -> None:
    out = tmp_path / f"claims{ending}"
    run = start(out, preexec_fn=little_room)
    (line,) = run.communicate()[1].splitlines()
    assert run.returncode == 2
    assert line.startswith(f"claimcli: cannot write {out}: ")
    told = again(out)
    assert (told.code, told.err.count("\n")) == (2, 1)
    assert "go on with --resume, or remove" in told.err
    assert not out.exists()
    if not resumed:
        out.with_name(f"{out.name}.partial").unlink()
    assert again(out, *["--resume"] * resumed) == (0, "", "")
    assert list(load(str(out))) == list(load(str(whole)))


def test_ctrl_c_says_how_to_go_on(start: Start, tmp_path: Path) -> None:
    out = tmp_path / "claims.jsonl"
    run = start(out)
    while not out.with_name("claims.jsonl.journal").exists():
        time.sleep(0.002)
    run.send_signal(signal.SIGINT)
    told = run.communicate()[1]
    assert run.returncode == 130
    assert told == "claimcli: interrupted; the same command with --resume goes on from here\n"
    assert out.with_name("claims.jsonl.partial").exists()
    assert not out.exists()


@pytest.mark.parametrize("ending", [".jsonl", ".db"])
def test_ctrl_c_before_anything_is_saved_promises_nothing(tmp_path: Path, ending: str) -> None:
    pipe, out = tmp_path / "pipe.txt", tmp_path / f"claims{ending}"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "claimcli", "extract", str(pipe), "-o", str(out)]
    run = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment())
    with open(pipe, "wb"):  # once a worker reads it, an article that never comes
        run.send_signal(signal.SIGINT)
        told = run.communicate()[1]
    assert (run.returncode, told) == (130, "claimcli: interrupted before any work was saved\n")
    assert list(tmp_path.iterdir()) == [pipe]


def test_the_first_work_is_saved_at_once(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: dict[str, Totals] = {}

    class Stop(Watcher):
        def progress(self, totals: Totals) -> None:
            if totals.articles and totals != done.setdefault("first", totals):
                raise KeyboardInterrupt

    monkeypatch.setattr("claimcli.bulk.units.SMALL", 100)
    monkeypatch.setattr("claimcli.bulk.units.BATCH", 2000)
    out = tmp_path / "claims.jsonl"
    with pytest.raises(KeyboardInterrupt):
        extract_to(str(out), [str(source)], workers=1, watcher=Stop())
    with pytest.raises(ResumeError):
        extract_to(str(out), [str(source)], workers=1)
    extract_to(str(out), [str(source)], workers=1, resume=True)
    assert len(list(load(str(out)))) == ARTICLES


def test_other_sources_are_not_gone_on_with(start: Start, again: Again, source: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.jsonl"
    run = start(out)
    while not out.with_name("claims.jsonl.journal").exists():
        time.sleep(0.002)
    run.kill()
    run.communicate()
    told = again(out, source, "--resume")
    assert (told.code, "of other sources or options" in told.err) == (2, True)
    content = source.read_text(encoding="utf-8")
    try:
        for other in ("The Council", "Aldermn"):  # the second is as long as what it replaces
            source.write_text(content.replace("Council", other), encoding="utf-8")
            assert "the sources are not what they were" in again(out, "--resume").err
    finally:
        source.write_text(content, encoding="utf-8")


def test_without_work_to_go_on_with_it_starts_over(again: Again, whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.jsonl"
    out.write_bytes(whole.read_bytes()[:1000])  # from before
    out.with_name("claims.jsonl.partial").write_text("half a li")
    out.with_name("claims.jsonl.journal").write_text("{broken")
    assert again(out, "--workers", "1").code == 0
    assert out.read_bytes() == whole.read_bytes()


@pytest.mark.parametrize("ending", [".jsonl", ".db"])
def test_two_runs_do_not_write_one_file(
    start: Start, again: Again, whole: Path, tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"claims{ending}"
    first = start(out, "--workers", "1")
    while not out.with_name(f"{out.name}.partial").exists():
        time.sleep(0.002)
    first.send_signal(signal.SIGSTOP)
    second = again(out, "--resume")
    first.send_signal(signal.SIGCONT)
    assert (second.code, second.err.count("\n")) == (2, 1)
    assert f"another run is writing {out}" in second.err
    assert first.communicate()[1] == ""
    assert list(load(str(out))) == list(load(str(whole)))
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


def test_a_file_that_was_written_anew_is_another_one(tmp_path: Path) -> None:
    def mark() -> str:
        mark = Mark()
        for unit, size in find_units([str(path)], Fields()):
            mark.add(unit, size)
        return mark.hash

    path = tmp_path / "a.txt"
    path.write_text("It rained.")
    before = mark()
    assert mark() == before
    path.write_text("It poured.")
    os.utime(path, ns=(1, 1))
    assert mark() != before
