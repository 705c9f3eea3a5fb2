"""Extraction on a real Dask scheduler and real workers, here."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcli import load
from claimcli.bulk import ResumeError, Watcher, extract_to
from claimcli.bulk.formats import FormatError
from claimcli.bulk.units import Problem
from tests.bulk.made import archive, text
from tests.cli.conftest import environment

pytest.importorskip("distributed")
pytest.importorskip("fsspec")

WORKERS = 2


class Cluster:
    """A scheduler, and workers of one thread each."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "scheduler.json"  # in which the workers wait to read where the scheduler is
        self.scheduler = self._start("scheduler", "--port", "0")
        alone = ("--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
        self.workers = [self._start("worker", *alone) for _ in range(WORKERS)]
        while not self._file.exists() or not self._file.read_text():
            time.sleep(0.05)
        self.address = str(json.loads(self._file.read_text())["address"])

    def _start(self, what: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{what}", *options]
        shared = ["--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(self._file)]
        # Dask is large, and was compiled when it was installed.
        compiled = environment(PYTHONPYCACHEPREFIX="", PYTHONDONTWRITEBYTECODE="1")
        return subprocess.Popen([*command, *shared], stderr=subprocess.DEVNULL, env=compiled)

    def stop(self) -> None:
        for process in [*self.workers, self.scheduler]:
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    cluster = Cluster(tmp_path_factory.mktemp("cluster"))
    yield cluster
    cluster.stop()


class Told(Watcher):
    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.repeats: list[str] = []

    def repeated(self, source: str) -> None:
        self.repeats.append(source)

    def problem(self, problem: Problem) -> None:
        self.problems.append(problem)


def test_the_same_rows_though_a_worker_dies(cluster: Cluster, tmp_path: Path) -> None:
    from claimcli.bulk.cluster import extract_on

    (tmp_path / "in").mkdir()
    archive(tmp_path / "in" / "a.jsonl", 30)
    (tmp_path / "in" / "b.txt").write_text(text(99), encoding="utf-8")
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "c.txt").write_text(text(98), encoding="utf-8")
    (tmp_path / "far" / "d.txt").write_text(text(98), encoding="utf-8")
    sources = [str(tmp_path / "in"), str(tmp_path / "missing.txt"), f"file://{tmp_path}/far/*.txt"]
    one, out = tmp_path / "one.jsonl", tmp_path / "out.jsonl"
    extract_to(str(one), sources[:1], workers=1)

    def kill_one() -> None:
        while not list(out.glob("part-*")):
            time.sleep(0.01)
        os.kill(cluster.workers[0].pid, signal.SIGKILL)

    killer = threading.Thread(target=kill_one)
    killer.start()
    told = Told()
    totals = extract_on(cluster.address, str(out), sources, part_size=4000, watcher=told)
    killer.join()
    cluster.workers[0].wait()
    parts = sorted(out.iterdir())
    assert len(parts) > 3
    assert b"".join(part.read_bytes() for part in parts).startswith(one.read_bytes())
    assert list(load(str(out)))[-1].source == f"file://{tmp_path}/far/c.txt"
    assert told.repeats == [f"file://{tmp_path}/far/d.txt"]
    assert totals.articles == 32
    assert [problem.source for problem in told.problems] == [str(tmp_path / "missing.txt")]

    # With --resume only what is missing is made again; other sources are refused.
    again = tmp_path / "again.db"
    extract_on(cluster.address, str(again), sources, part_size=100_000)
    assert list(load(str(again))) == list(load(str(out)))
    with pytest.raises(ResumeError, match="not empty"):
        extract_on(cluster.address, str(out), sources)


@pytest.mark.parametrize(
    ("sources", "out", "told"),
    [
        ("a.txt", "s3://news/out.jsonl", r"s3:// needs an extra package .* pip install 'fsspec\[s3\]'"),
        ("a.txt", "nowhere://news/out.jsonl", "cannot be written"),
        ("a.txt", "memory://out.jsonl", "name a folder that all share"),
    ],
)
def test_where_nothing_can_be_written_is_told(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sources: str, out: str, told: str
) -> None:
    from claimcli.bulk.cluster import extract_on

    monkeypatch.setitem(sys.modules, "s3fs", None)
    (tmp_path / sources).write_text(text(1), encoding="utf-8")
    with pytest.raises((FormatError, OSError), match=told):
        extract_on(cluster.address, out, [str(tmp_path / sources)])


def test_a_source_whose_package_is_missing_is_told(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claimcli.bulk.cluster import extract_on

    monkeypatch.setitem(sys.modules, "s3fs", None)
    (tmp_path / "a.txt").write_text(text(1), encoding="utf-8")
    watcher = Told()
    out = tmp_path / "out.jsonl"
    sources = ["s3://news/*.txt", str(tmp_path / "a.txt")]
    assert extract_on(cluster.address, str(out), sources, watcher=watcher).articles == 1
    assert [problem.source for problem in watcher.problems] == ["s3://news/*.txt"]
    assert "pip install 'fsspec[s3]'" in watcher.problems[0].problem


def test_what_is_no_address_of_a_scheduler_is_told_at_once(tmp_path: Path) -> None:
    from claimcli.bulk.cluster import extract_on

    with pytest.raises(ConnectionError, match="write it like tcp://"):
        extract_on("scheduler", str(tmp_path / "out.jsonl"), [])
