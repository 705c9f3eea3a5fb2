"""Many questions at once, a line each: ``--queries FILE``."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from io import BufferedReader, BytesIO
from typing import Annotated, NamedTuple

import typer

from claimcli.cli import BAD, FOUND, NOTHING, say
from claimcli.cli.options import Format, Writes
from claimcli.sources import SourceError
from claimcli.sources.document import os_problem
from claimcli.sources.read import standard_input

Queries = Annotated[
    str | None,
    typer.Option(
        "--queries",
        "-q",
        metavar="FILE",
        help="Answer each line of FILE (- for standard input) instead, in JSON Lines.",
        show_default=False,
    ),
]


class Line(NamedTuple):
    """One question, and the number of its line from 1."""

    number: int
    text: str


def read_lines(path: str, sources: Sequence[str] | None, what: str = "query") -> list[Line]:
    """The lines of a file that are not blank, each with ``what`` is asked.

    Lines end at a line feed alone, as what is copied from a page may hold other characters that part lines. Bytes that
    are not UTF-8 are taken for Windows-1252, which a line on standard error tells. Raises ``typer.BadParameter`` where
    the file cannot be read or has none.
    """
    from claimcli.sources.text import stream

    if path == "-" and "-" in (sources or ()):
        raise typer.BadParameter("- is standard input, which can be either the queries or a source")
    try:
        if path == "-":
            data = standard_input().read()
        else:
            with open(path, "rb") as file:
                data = file.read()
    except OSError as error:
        raise typer.BadParameter(f"--queries {path}: {os_problem(error)}") from error
    except SourceError as error:
        raise typer.BadParameter(f"--queries {error}") from error
    try:
        # A few bytes in an old encoding change nothing of the other lines.
        text = stream(path, BufferedReader(BytesIO(data)))
    except SourceError as error:
        raise typer.BadParameter(f"--queries {path}: is no text; write a {what} on each line") from error
    lines = text.read().removeprefix("\ufeff").split("\n")
    if text.encoding == "utf-8":
        _tell_old_bytes(path, data.split(b"\n"))
    found = [Line(number, line.strip()) for number, line in enumerate(lines, 1) if line.strip()]
    if not found:
        raise typer.BadParameter(f"--queries {path}: is empty; write a {what} on each line")
    return found


def _tell_old_bytes(path: str, lines: Sequence[bytes]) -> None:
    old = [number for number, line in enumerate(lines, 1) if not _is_utf8(line)]
    if old:
        more = f" (and {len(old) - 1} more)" if len(old) > 1 else ""
        say(f"claimcli: --queries {path}, line {old[0]}{more}: is not UTF-8, and read as Windows-1252")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def in_lines(writes: Writes) -> Writes:
    """How answers to many questions are written: in JSON Lines unless JSON is asked for."""
    if not writes.json and writes.output is None:
        return Writes(Format.JSONL)
    if writes.format not in (Format.JSON, Format.JSONL):
        raise typer.BadParameter(f"--queries answers in jsonl or json, not {writes.format}")
    return writes


def exit_code(code: int, ends: Collection[int], *, all_of_them: bool = False) -> int:
    """Of answers that ended so, where all that was read and written ended with ``code``.

    One that found something will do, unless all of them have to.
    """
    if code == BAD or BAD in ends:
        return BAD
    found = NOTHING not in ends if all_of_them else FOUND in ends
    return FOUND if found and ends else NOTHING
