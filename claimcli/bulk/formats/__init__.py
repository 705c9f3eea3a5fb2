"""The files that extraction writes, one module a kind, found by the ending of the file's name.

Each has ``encode``, which makes the rows of an article in a worker, and ``Writer``, which puts
them into the file. A file appears under its name only when it is whole.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from claimcli.model import Article
from claimcli.parser.ids import short_hash

State = dict[str, Any]

_MODULES = {
    ".jsonl": "json_lines",
    ".ndjson": "json_lines",
    ".csv": "csv_rows",
    ".parquet": "parquet",
    ".db": "sqlite",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
}
ENDINGS = tuple(_MODULES)


class Writer(Protocol):
    """A file in the making, gone on with where an earlier run left it.

    ``state`` is that of the last commit, None at the start.
    """

    state: State | None

    def adopt(self) -> None:
        """Begin with the rows of the file that is there. Raises ``FormatError`` if ``encode`` makes other ones."""

    def known(self) -> Iterator[str]:
        """What the articles that are in it are known by (``known_by``). Raises ``FormatError`` where it is damaged."""

    def lost(self, known: set[str]) -> int:
        """How many articles of the file that is there are not ``known``, as far as it can be read."""

    def write(self, rows: bytes) -> None:
        """Add what ``encode`` has made. Raises ``OSError``."""

    def commit(self, state: State) -> None:
        """Make all rows so far safe from a crash, together with ``state``. Raises ``OSError``."""

    def finish(self) -> None:
        """Put the whole file in its place."""

    def close(self) -> None:
        """Let go of the file; what was committed waits for another run, where nothing was, nothing is left."""


class Format(NamedTuple):
    encode: Callable[[Article], bytes]
    writer: Callable[[Path], Writer]
    """Made of the path of the file."""


class FormatError(ValueError):
    """No format has this ending, or its package is missing; the message says what to do."""


def known_by(article: str, claims: Iterable[str]) -> str:
    """What an article is known by that is made up of ``claims`` alone, of which others may have more.

    One that is whole is known by its id alone.
    """
    return short_hash(article, *claims)


def names_of(rows: Iterable[tuple[str, bool | None]]) -> Iterator[str]:
    """What articles are known by. ``rows`` are ids: an article's and whether it is whole, then its claims' and None."""
    part: list[str] = []  # the ids of an article of claims alone and of those
    for key, is_whole in rows:
        if is_whole is not None and part:
            yield known_by(part[0], part[1:])
            part = []
        if is_whole:
            yield key
        elif part or is_whole is False:
            part.append(key)
    if part:
        yield known_by(part[0], part[1:])


def begun(path: Path, out: Path) -> Path:
    """``path``, made empty; who may read ``out``, if it is there, may read it, and nobody else."""
    path.touch()
    if out.exists():
        shutil.copymode(out, path)
    return path


def damaged(out: Path, where: str) -> FormatError:
    """The error for a file that claimcli did not leave so; ``where`` is the place in it."""
    return FormatError(
        f"{out}: {where} is not as claimcli wrote it, so nothing can be added; put that right, or name a new file"
    )


def other_rows(out: Path) -> FormatError:
    """The error for a file that no rows can be added to."""
    return FormatError(
        f"{out} has rows of another form than is written now, so none can be added; extract it into a new file"
    )


def format_of(name: str) -> Format:
    """The format that the ending of ``name`` asks for. Raises ``FormatError``."""
    ending = Path(name).suffix.lower()
    if ending not in _MODULES:
        raise FormatError(f"{name}: no format for this name; end it with one of {', '.join(ENDINGS)}")
    try:
        module = import_module(f"claimcli.bulk.formats.{_MODULES[ending]}")
    except ImportError as error:
        raise FormatError(
            f"{name}: Parquet needs an extra package; install it with: pip install 'claimcli[parquet]'"
        ) from error
    return Format(module.encode, module.Writer)
