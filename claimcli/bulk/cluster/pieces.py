"""The input in pieces, found by the client: whole files, and runs of lines of those that are large."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any, NamedTuple

import fsspec  # type: ignore[import-untyped]

from claimcli.bulk.units import Problem
from claimcli.sources import SourceError
from claimcli.sources.document import os_problem
from claimcli.sources.extracted.json_lines import begins_so
from claimcli.sources.paths import Place, expand, is_url

# These are cut into pieces of lines; of all other files each is read as a whole.
_CUT = (".jsonl", ".ndjson")


class Piece(NamedTuple):
    """A file, or the lines of it that start from byte ``start`` up to ``end``."""

    place: Place
    size: int
    start: int = 0
    end: int | None = None
    lines_before: int = 0


def pieces_of(sources: tuple[str, ...], part_size: int) -> Iterator[Piece | Problem]:
    """The files of ``sources``, the large ones cut, and what cannot be read of them."""
    for place in _places(sources):
        if isinstance(place, SourceError):
            yield Problem(place.source, place.problem)
            continue
        if place.path.startswith(("http://", "https://")):
            yield Piece(place, 0)
            continue
        try:
            yield from _cut(place, part_size)
        except OSError as error:
            yield Problem(place.source, os_problem(error))


def _places(sources: tuple[str, ...]) -> Iterator[Place | SourceError]:
    """As ``expand``, on all file systems; local paths in full, as workers may run in other folders."""
    for source in sources:
        if is_url(source) and not source.startswith(("http://", "https://")):
            yield from _remote(source)
            continue
        for place in expand([source]):
            if isinstance(place, SourceError) or is_url(place.path):
                yield place
            else:
                yield Place(place.source, os.path.abspath(place.path))


def _remote(source: str) -> Iterator[Place | SourceError]:
    try:
        fs, path = fsspec.core.url_to_fs(source)
        if any(mark in path for mark in "*?["):
            paths = sorted(fs.glob(path))
        else:
            paths = sorted(fs.find(path)) if fs.isdir(path) else [path]
    except ImportError:
        yield SourceError(source, what_it_needs(source))
        return
    except (OSError, ValueError) as error:
        yield SourceError(source, f"cannot be reached ({error}); check the address")
        return
    if not paths:
        yield SourceError(source, "no file matches this pattern; check the path")
    for found in paths:
        if not found.rsplit("/", 1)[-1].startswith("."):
            url = fs.unstrip_protocol(found)
            yield Place(url, url)


def _cut(place: Place, part_size: int) -> Iterator[Piece]:
    fs, path = fsspec.core.url_to_fs(place.path)
    size = fs.size(path) or 0
    if size <= part_size or not path.lower().endswith(_CUT) or not _may_be_cut(fs, path):
        yield Piece(place, size)
        return
    for start in range(0, size, part_size):
        end = min(start + part_size, size)
        yield Piece(place, end - start, start, end)


def _may_be_cut(fs: Any, path: str) -> bool:
    """Whether every line is an article, in UTF-8: claims that were extracted belong to the lines before them."""
    with fs.open(path, "rb") as file:
        first = file.readline()
    try:
        return isinstance(json.loads(first.decode("utf-8-sig")), dict) and not begins_so(first)
    except ValueError:
        return False


def numbered(client: Any, pieces: list[Piece | Problem]) -> list[Piece | Problem]:
    """``pieces`` with the number of lines before each in its file, by which articles without id are named."""
    cut = [place for place, piece in enumerate(pieces) if isinstance(piece, Piece) and piece.end is not None]
    lines = client.gather(client.map(count_lines, [pieces[place] for place in cut], pure=False))
    before = 0
    for place, here in zip(cut, lines, strict=True):
        piece = pieces[place]
        assert isinstance(piece, Piece)
        before = 0 if not piece.start else before
        pieces[place] = piece._replace(lines_before=before)
        before += here
    return pieces


def count_lines(piece: Piece) -> int:
    """How many lines start in ``piece``. Runs on a worker."""
    return sum(1 for _ in lines_of(piece))


def lines_of(piece: Piece) -> Iterator[bytes]:
    """The lines that start in ``piece``, each with its line end."""
    fs, path = fsspec.core.url_to_fs(piece.place.path)
    with fs.open(path, "rb", block_size=1 << 20) as file:
        at = piece.start
        if at:
            file.seek(at - 1)
            at += len(file.readline()) - 1
        while piece.end is None or at < piece.end:
            line = file.readline()
            if not line:
                return
            at += len(line)
            yield line


def groups_of(pieces: list[Piece | Problem], part_size: int) -> Iterator[list[Piece | Problem]]:
    """Pieces that make a part together."""
    held: list[Piece | Problem] = []
    size = 0
    for piece in pieces:
        more = piece.size if isinstance(piece, Piece) else 0
        if held and size + more > part_size:
            yield held
            held, size = [], 0
        held.append(piece)
        size += more
    if held:
        yield held


def what_it_needs(url: str) -> str:
    """What to install for a file system that is not known here, as words for a person."""
    scheme = url.partition("://")[0]
    return f"{scheme}:// needs an extra package here and on the workers: pip install 'fsspec[{scheme}]'"
