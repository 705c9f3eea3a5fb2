"""How much is read as one article, so that no file, however odd or hostile, takes all memory."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader
from typing import IO, AnyStr

from claimcli.sources.document import SourceError

MOST = 256 * 1024 * 1024  # bytes, or characters once they are text; a newspaper's whole year is less


def check(source: str, size: int) -> None:
    """Raises ``SourceError`` if ``size`` is too much for one article."""
    if size > MOST:
        raise SourceError(
            source, f"is over {MOST >> 20} MB as one article; split it, or give it as JSON Lines"
        )


def whole(source: str, file: BufferedReader) -> bytes:
    """All of ``file``. Raises ``SourceError`` if it is too much for one article."""
    data = file.read(MOST + 1)
    check(source, len(data))
    return data


def lines(source: str, file: IO[AnyStr]) -> Iterator[AnyStr]:
    """The lines of ``file``. Raises ``SourceError`` at one that is too much for one article."""
    most = MOST
    while line := file.readline(most + 1):
        if len(line) > most:
            check(source, len(line))
        yield line
