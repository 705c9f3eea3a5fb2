"""Extraction from any number of sources into one file: read, parse on all cores, write, commit."""

from __future__ import annotations

import errno
import hashlib
import os
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from claimcli import __version__
from claimcli.bulk.formats import Format, FormatError, State, Writer, format_of
from claimcli.bulk.out import NothingReadError, check, held, is_beside
from claimcli.bulk.pool import TIMEOUT, Pool, cores
from claimcli.bulk.units import Batch, Mark, Problem, Unit, batches, find_units
from claimcli.bulk.worker import Result
from claimcli.sources import Fields, Sources, named
from claimcli.sources.paths import Place, is_url

STANDARD_OUTPUT = "-"
COMMIT = 2.0  # seconds between two commits: what an interruption may cost


class Totals(NamedTuple):
    """What has been done so far; ``size`` is in bytes of input."""

    articles: int = 0
    claims: int = 0
    size: int = 0
    problems: int = 0

    def plus(self, other: Totals) -> Totals:
        """Both together."""
        return Totals(*map(sum, zip(self, other, strict=True)))


class ResumeError(ValueError):
    """What is left of an interrupted run does not fit this one."""


class Watcher:
    """Hears how the work goes. Does nothing; a subclass may."""

    def problem(self, problem: Problem) -> None:
        """A source or article is left out."""

    def retried(self, problem: Problem) -> None:
        """An article is tried once more."""

    def repeated(self, source: str) -> None:
        """An article is not written: the same was read before."""

    def progress(self, totals: Totals) -> None:
        """So much is done; called at every batch, and several times a second in between."""

    def replaced(self, lost: int) -> None:
        """A file had to make room for one that has ``lost`` of its articles not."""

    def resumed(self, totals: Totals) -> None:
        """An earlier run has done so much already; nothing if none was interrupted."""


def extract_to(
    out: str,
    sources: Sources,
    *,
    workers: int | None = None,
    timeout: float = TIMEOUT,
    resume: bool = False,
    append: bool = False,
    fields: Fields | None = None,
    watcher: Watcher | None = None,
) -> Totals:
    """Extract ``sources`` into the file ``out``, or as JSON Lines to standard output for "-".

    The same sources give the same bytes whatever the number of ``workers`` (default: a process a core). The same
    article in several of them is written once, and one that takes more than ``timeout`` seconds is left out.
    With ``append`` those that can be read are added to the articles of a file that is there, none if the work is cut
    off, and those that it has are not written again; what is returned counts what is new. ``resume`` goes on where an
    earlier run of the same sources was interrupted; its work is never thrown away.

    Raises ``OSError`` if ``out`` cannot be written, ``FormatError`` for its ending or if its rows are damaged or of a
    form that none can be added to, ``OutError`` if it is a folder, a source, read-only, or being written by another
    run, or if no article could be read, which leaves a file that is there as it was, ``ResumeError`` if the work of an
    earlier run is there and cannot, or was not asked to, be gone on with.
    """
    sources, fields, watcher = tuple(named(sources)), fields or Fields(), watcher or Watcher()
    workers = cores() if workers is None else workers
    if out == STANDARD_OUTPUT:
        job = Job(find_units(sources, fields), "", fields, watcher)
        job.run(format_of("-.jsonl"), _to_standard_output(resume, append), workers=workers, timeout=timeout)
        return job.totals
    path = _behind(out)
    check(str(path), sources, fields)
    form = format_of(out)
    with held(path):  # what is there is looked at when nobody else can write it
        job = _job(path, sources, fields, watcher, append=append)
        with closing(form.writer(path)) as writer:
            job.go_on_from(writer.state, str(path), resume)
            if job.adds and writer.state is None:
                writer.adopt()
            job.run(form, writer, workers=workers, timeout=timeout)
            job.put_in_place(writer, str(path))
    return job.totals


def _behind(out: str) -> Path:
    """The file to write: where ``out`` is a symbolic link, that which it leads to."""
    if is_url(out):
        raise FormatError(f"{out}: only files on this machine can be written here; --cluster writes others")
    return Path(os.path.realpath(out) if os.path.islink(out) else out)


def _job(out: Path, sources: tuple[str, ...], fields: Fields, watcher: Watcher, *, append: bool) -> Job:
    # The shell may have put what an interrupted run left beside OUT in the place of a "*".
    asked = tuple(source for source in sources if not is_beside(source, out))
    onto = Place(str(out), str(out)) if append and out.is_file() and out.stat().st_size else None
    units = find_units(sources, fields, lambda path: is_beside(path, out))
    return Job(units, command_of(asked, fields, append=append), fields, watcher, onto)


def _to_standard_output(resume: bool, append: bool) -> Writer:
    if resume:
        raise ResumeError("what has gone to standard output cannot be gone on with; name a file with -o")
    if append:
        raise FormatError("nothing can be added to what has gone to standard output; name a file with -o")
    if sys.stdout is None:
        raise OSError(errno.EBADF, "standard output is closed")
    return _Stream(sys.stdout.buffer)


def command_of(sources: tuple[str, ...], fields: Fields, *, append: bool = False) -> str:
    """A hash of what is asked for, to know the same command again."""
    told = repr((__version__, sources, tuple(fields), append))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class _Stream:
    """Standard output, which keeps nothing back and takes nothing back."""

    state: State | None = None

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def adopt(self) -> None:
        pass

    def known(self) -> Iterator[str]:
        return iter(())

    def lost(self, known: set[str]) -> int:  # noqa: ARG002
        return 0

    def write(self, rows: bytes) -> None:
        self._file.write(rows)
        self._file.flush()

    def commit(self, state: State) -> None:
        pass

    def finish(self) -> None:
        pass

    def close(self) -> None:
        pass


class Job:
    """One run over ``source``: units, each with its size in bytes; what it makes is added to that of ``onto``."""

    def __init__(
        self,
        source: Iterator[tuple[Unit, int]],
        command: str,
        fields: Fields,
        watcher: Watcher,
        onto: Place | None = None,
    ) -> None:
        self.totals = Totals()
        self.adds = onto is not None
        self._has_read = False  # any article
        self._command = command
        self._fields = fields
        self._watcher = watcher
        self._mark = Mark()
        if onto:
            self._mark.add(onto, os.path.getsize(onto.path))
        self._units = source
        self._known: set[str] = set()  # what the articles that are written are known by
        # How far the input was read when each batch under way was made, the oldest first.
        self._reached: deque[tuple[int, str]] = deque()

    def go_on_from(self, state: State | None, out: str, resume: bool) -> None:
        """Pass over the input that an earlier run has done. Raises ``ResumeError`` where that is not to be."""
        if state is None:
            if resume:
                self._watcher.resumed(self.totals)
            return
        otherwise = f"or remove {out}.partial to start over"
        if not resume:
            articles = Totals(*state["totals"]).articles
            raise ResumeError(
                f"an interrupted run has done {articles:,} articles of {out}; go on with --resume, {otherwise}"
            )
        if state["command"] != self._command:
            raise ResumeError(
                "an interrupted run is left here, but of other sources or options; repeat its command, "
                f"{otherwise}"
            )
        for unit, size in islice(self._units, state["units"] - self._mark.units):
            self._mark.add(unit, size)
        if (self._mark.units, self._mark.hash) != (state["units"], state["hash"]):
            raise ResumeError(
                f"the sources are not what they were when the run was interrupted; put them back, {otherwise}"
            )
        self.totals = Totals(*state["totals"])
        self._has_read = self.totals.articles > 0
        self._watcher.resumed(self.totals)

    def run(
        self,
        form: Format,
        writer: Writer,
        *,
        workers: int,
        timeout: float,
        start_method: str | None = None,
    ) -> None:
        """Parse and write it all, each article once.

        ``start_method`` is how multiprocessing is to start the workers.
        """
        watcher = self._watcher
        self._known.update(writer.known())
        pool = Pool(
            form.encode,
            self._fields,
            workers=workers,
            timeout=timeout,
            idle=lambda: watcher.progress(self.totals),
            retried=watcher.retried,
            start_method=start_method,
        )
        # Of no use before there is an article: a run that reads none leaves nothing.
        state: dict[str, Any] = {}
        saved = -COMMIT
        for result in pool.run(self._batches()):
            for problem in result.problems:
                watcher.problem(problem)
            self.totals = self.totals.plus(self._written(result, writer))
            watcher.progress(self.totals)
            reached, name = self._reached.popleft()
            state = {"command": self._command, "units": reached, "hash": name, "totals": self.totals}
            if self.totals.articles and time.monotonic() - saved >= COMMIT:
                writer.commit(state)
                saved = time.monotonic()
        if self.totals.articles and state:
            writer.commit(state)

    def put_in_place(self, writer: Writer, out: str) -> None:
        """Make what was written the file ``out``, unless nothing is new, and tell what that loses."""
        if not self._has_read:
            raise NothingReadError(out)
        if self.adds and not self.totals.articles:  # all of it is there
            return
        lost = 0 if self.adds else writer.lost(self._known)
        writer.finish()
        if lost:
            self._watcher.replaced(lost)

    def _written(self, result: Result, writer: Writer) -> Totals:
        """Write what of ``result`` is new."""
        articles = claims = 0
        for made in result.made:
            self._has_read = True
            if made.key in self._known:
                self._watcher.repeated(made.source)
                continue
            self._known.add(made.key)
            writer.write(made.rows)
            articles += 1
            claims += made.claims
        return Totals(articles, claims, result.batch.size, len(result.problems))

    def _batches(self) -> Iterator[Batch]:
        for batch in batches(self._noted()):
            self._reached.append((self._mark.units, self._mark.hash))
            yield batch

    def _noted(self) -> Iterator[tuple[Unit, int]]:
        for unit, size in self._units:
            self._mark.add(unit, size)
            yield unit, size
