"""Answers as text: one module a format, each turning the same records into lines.

``write`` is all that a command needs. To add a format, add a module with
``lines(command, records, screen)`` and name it in ``FORMATS``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any, NamedTuple, TextIO

Record = Mapping[str, Any]

# What a person types after --format, and the module that draws it.
FORMATS = {
    "table": "table",
    "json": "json_lines",
    "jsonl": "json_lines",
    "csv": "separated",
    "tsv": "separated",
    "markdown": "markdown",
}


class Screen(NamedTuple):
    """What lines are drawn for: the format by name, columns of text, whether it is a terminal for people."""

    format: str
    width: int = 100
    terminal: bool = False


def write(command: str, records: Iterable[Record], screen: Screen, stream: TextIO) -> int:
    """Write what ``command`` found to ``stream`` as it comes; how many records there were."""
    count = 0

    def counted() -> Iterator[Record]:
        nonlocal count
        for record in records:
            count += 1
            yield record

    renderer = import_module(f"claimcli.output.{FORMATS[screen.format]}")
    for line in renderer.lines(command, counted(), screen):
        stream.write(line + "\n")
    stream.flush()
    return count
