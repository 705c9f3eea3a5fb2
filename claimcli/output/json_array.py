"""JSON: one array, a record a line; empty it is ``[]``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcli.output import Record, Screen
from claimcli.output.json_lines import encoded


def lines(command: str, records: Iterable[Record], screen: Screen) -> Iterator[str]:  # noqa: ARG001
    previous = None
    for record in records:
        yield "[" if previous is None else previous + ","
        previous = encoded(record)
    if previous is None:
        yield "[]"
    else:
        yield previous
        yield "]"
