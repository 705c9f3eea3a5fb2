"""What a worker does: fetch the pieces of a part, extract them, put the part in its place."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import fsspec  # type: ignore[import-untyped]
from distributed import get_worker

from claimcli.bulk.cluster.pieces import Piece, lines_of
from claimcli.bulk.formats import format_of
from claimcli.bulk.run import Job, Totals, Watcher
from claimcli.bulk.units import Problem, Unit, units_of
from claimcli.sources import Fields, SourceError
from claimcli.sources.document import os_problem
from claimcli.sources.paths import Place, is_url
from claimcli.sources.read import read


class Part(NamedTuple):
    """What one task does: all that a worker has to know."""

    target: str
    pieces: list[Piece | Problem]
    fields: Fields
    timeout: float


class Done(NamedTuple):
    """What came of a part."""

    totals: Totals
    problems: list[Problem]
    repeats: list[str]
    """Where articles stand that the part has already."""


def make(part: Part) -> Done:
    """Make one part of the output. Runs on a worker; the articles are parsed in a process of their own."""
    # Dask's workers are daemons, which multiprocessing lets have no children; ours end when they do.
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
    form = format_of(part.target)
    with tempfile.TemporaryDirectory(dir=get_worker().local_directory) as folder:
        told = _Told()
        job = Job(_units(part, Path(folder)), "", part.fields, told)
        made = Path(folder, f"part{Path(part.target).suffix}")
        with closing(form.writer(made)) as writer:
            # A process that runs threads, as Dask's does, is not to be forked.
            job.run(form, writer, workers=1, timeout=part.timeout, start_method="spawn")
            writer.finish()
        _put(made, part.target)
    return Done(job.totals, told.problems, told.repeats)


class _Told(Watcher):
    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.repeats: list[str] = []

    def problem(self, problem: Problem) -> None:
        self.problems.append(problem)

    def repeated(self, source: str) -> None:
        self.repeats.append(source)


def _units(part: Part, folder: Path) -> Iterator[tuple[Unit, int]]:
    for number, piece in enumerate(part.pieces):
        if isinstance(piece, Problem):
            yield piece, 0
        elif piece.end is None:
            yield from units_of(_fetched(piece.place, folder / str(number)), part.fields)
        else:
            yield from _cut_units(piece, folder / str(number), part.fields)


def _fetched(place: Place, folder: Path) -> Place | SourceError:
    """``place`` as a local file."""
    if not is_url(place.path) or place.path.startswith(("http://", "https://")):
        return place
    fs, path = fsspec.core.url_to_fs(place.path)
    folder.mkdir()
    local = folder / path.rsplit("/", 1)[-1]
    try:
        fs.get_file(path, str(local))
    except OSError as error:
        return SourceError(place.source, os_problem(error))
    return Place(place.source, str(local))


def _cut_units(piece: Piece, folder: Path, fields: Fields) -> Iterator[tuple[Unit, int]]:
    """The articles of a piece of a file.

    The piece is read under the first line of the file, which tells the columns, and under as many empty
    lines as it takes for every line to have its number.
    """
    folder.mkdir()
    first = folder / "first.jsonl"
    first.write_bytes(next(lines_of(piece._replace(start=0, end=1))))
    path = folder / "piece.jsonl"
    with open(path, "wb") as file:
        if piece.start:
            file.write(first.read_bytes() + b"\n" * (piece.lines_before - 1))
        file.writelines(lines_of(piece))
    # What the first line gives was told by the first piece.
    known = sum(1 for _ in read(Place(piece.place.source, str(first)), fields)) if piece.start else 0
    for found in islice(read(Place(piece.place.source, str(path)), fields), known, None):
        if isinstance(found, SourceError):
            yield Problem(found.source, found.problem), 0
        else:
            yield found, len(found.text)


def _put(made: Path, target: str) -> None:
    """Put a file in its place at once: elsewhere by an upload, which counts when it is whole, here by a name."""
    fs, path = fsspec.core.url_to_fs(target)
    if "file" not in (fs.protocol if isinstance(fs.protocol, tuple | list) else (fs.protocol,)):
        fs.put_file(str(made), path)
        return
    before = f"{os.path.dirname(path)}/.{uuid4().hex}"
    fs.put_file(str(made), before)
    os.replace(before, path)
