"""What is sent to the workers: small files by their name, the articles of large files one by one.

A worker opens a small file itself, so that pages and PDFs are read on all cores too. A large
file of many articles is taken apart by the one process that reads it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from typing import NamedTuple

from claimcli.model import Article
from claimcli.sources import Document, Fields, SourceError
from claimcli.sources.paths import STANDARD_INPUT, Place, expand, is_url
from claimcli.sources.read import read

SMALL = 1 << 18  # bytes: a file of no more is opened by a worker, whatever it holds
BATCH = 1 << 18  # bytes of input that go to a worker at once: a fraction of a second of work
MOST_UNITS = 200  # in a batch

# However large, a file of these kinds is one article.
_SINGLE = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx")
# How much larger than the file its articles are, about; to tell the time left.
_PACKED = {".gz": 3, ".bz2": 4, ".zst": 3, ".parquet": 2}


class Problem(NamedTuple):
    """A source or article that is left out, and why; a ``SourceError`` cannot be sent to another process."""

    source: str
    problem: str

    def error(self) -> SourceError:
        return SourceError(self.source, self.problem)


Unit = Place | Document | Article | Problem


class Batch(NamedTuple):
    """Units that one worker reads in one go. ``size`` is in bytes of input, ``number`` counts from 0."""

    number: int
    units: list[Unit]
    size: int


class Mark:
    """How far the input has been read: how many units, and a hash of them, to know them again."""

    def __init__(self) -> None:
        self.units = 0
        self._hash = blake2b(digest_size=8)

    def add(self, unit: Unit, size: int) -> None:
        self.units += 1
        parts: tuple[object, ...]
        if isinstance(unit, Place):
            parts = unit.path, size, _changed(unit.path)
        elif isinstance(unit, Article):
            parts = unit.source, unit.text
        else:
            parts = unit
        told = "\0".join([type(unit).__name__, *map(str, parts), "\n"])
        self._hash.update(told.encode("utf-8", "surrogatepass"))

    @property
    def hash(self) -> str:
        return self._hash.hexdigest()


def _changed(path: str) -> int:
    """When a file was last written, in nanoseconds; 0 for what is no file here."""
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return 0


def find_units(
    sources: Iterable[str], fields: Fields, leave_out: Callable[[str], bool] = lambda _: False
) -> Iterator[tuple[Unit, int]]:
    """Everything behind ``sources`` in order, each with its size in bytes; not the paths to ``leave_out``."""
    for place in expand(sources):
        if isinstance(place, SourceError) or not leave_out(place.path):
            yield from units_of(place, fields)


def units_of(place: Place | SourceError, fields: Fields) -> Iterator[tuple[Unit, int]]:
    if isinstance(place, SourceError):
        yield Problem(place.source, place.problem), 0
        return
    size = _size(place)
    if size is not None:
        yield place, size
        return
    for found in read(place, fields):
        if isinstance(found, SourceError):
            yield Problem(found.source, found.problem), 0
        else:
            yield found, len(found.text)


def _size(place: Place) -> int | None:
    """The bytes of a file that a worker is to open; None if it is to be taken apart first."""
    if place.path == STANDARD_INPUT:
        return None
    if is_url(place.path):
        return 0
    try:
        size = os.stat(place.path).st_size
    except OSError:
        return 0  # the worker will find out why
    return size if size <= SMALL or place.path.lower().endswith(_SINGLE) else None


def batches(source: Iterable[tuple[Unit, int]]) -> Iterator[Batch]:
    """``source`` in batches of about ``BATCH`` bytes: the same ones in every run."""
    number, held, total = 0, list[Unit](), 0
    for unit, size in source:
        held.append(unit)
        total += size
        if total >= BATCH or len(held) >= MOST_UNITS:
            yield Batch(number, held, total)
            number, held, total = number + 1, [], 0
    if held:
        yield Batch(number, held, total)


def expected_size(sources: Iterable[str]) -> int | None:
    """About how many bytes the articles of ``sources`` have; None where only reading them can tell."""
    total = 0
    for place in expand(sources):
        if isinstance(place, SourceError):
            continue
        if place.path == STANDARD_INPUT or is_url(place.path):
            return None
        try:
            size = os.stat(place.path).st_size
        except OSError:
            continue
        total += size if size <= SMALL else size * _PACKED.get(os.path.splitext(place.path)[1].lower(), 1)
    return total
