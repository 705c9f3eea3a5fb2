"""JSON: an object a line, an array of objects, or objects one after another; one article an object."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BufferedReader, TextIOWrapper
from itertools import chain
from typing import Any

from claimcli.sources import limit
from claimcli.sources.document import Document, Fields, SourceError
from claimcli.sources.rows import Columns, TextlessError, those_with_text
from claimcli.sources.text import stream

CHUNK = 1 << 16  # characters read at a time from an array


def lines(source: str, file: BufferedReader, fields: Fields) -> Iterator[Document | SourceError]:
    """One JSON object a line. A line that is not one is told, and the rest goes on."""
    text = stream(source, file)
    read = limit.lines(source, text)
    begun = [next((line for line in read if line.strip()), "")]
    is_object = _is_object(begun[0])
    if not is_object:  # the line is broken, or one object or array goes over many lines
        begun.append(next(read, ""))
        is_object = _is_object(begun[1]) and begun[0].strip() != "["
    if is_object:
        yield from _documents(source, _lines(source, chain(begun, read)), fields, "line")
    else:
        yield from _documents(source, values_of(source, "".join(begun), text), fields, "value")


def array(source: str, file: BufferedReader, fields: Fields) -> Iterator[Document | SourceError]:
    """A JSON array of objects, or objects one after another, read bit by bit."""
    yield from _documents(source, values_of(source, "", stream(source, file)), fields, "value")


def _documents(
    source: str, values: Iterator[tuple[int, Any] | SourceError], fields: Fields, what: str
) -> Iterator[Document | SourceError]:
    """``what`` one of ``values`` is called: a line, or a value of an array."""
    yield from those_with_text(source, _rows(source, values, fields, what), what)


def _rows(
    source: str, values: Iterator[tuple[int, Any] | SourceError], fields: Fields, what: str
) -> Iterator[Document | SourceError]:
    columns: Columns | None = None
    for value in values:
        if isinstance(value, SourceError):
            yield value
            continue
        number, row = value
        if not isinstance(row, dict):
            told = f'{what} {number} is not an object; write each article as {{"text": …}}'
            if number == 1:  # nor will the others be
                raise SourceError(source, told)
            yield SourceError(source, told)
            continue
        try:
            if columns is None or columns.text not in row:  # rows may leave out what they lack
                columns = _columns(source, row, fields, what)
            yield columns.document(row, number)
        except TextlessError as error:
            yield TextlessError(source, f"{what} {number}: {error.problem}")


def _columns(source: str, row: dict[str, Any], fields: Fields, what: str) -> Columns:
    """The keys of an object. Raises ``TextlessError`` where none holds text."""
    try:
        return Columns(source, list(row), fields, column="key", row=what)
    except TextlessError as error:
        within = next((key for key, value in row.items() if _holds_keys(value)), None)
        if within is None:
            raise
        told = f"{error.problem}; only keys of the {what} itself are looked at, none within {within!r}"
        raise TextlessError(source, told) from None


def _holds_keys(value: object) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list) and any(isinstance(one, dict) for one in value)
    )


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _lines(source: str, lines: Iterator[str]) -> Iterator[tuple[int, Any] | SourceError]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield number, json.loads(line)
        except (ValueError, RecursionError):
            yield SourceError(source, f"line {number} is not JSON; check it")


def values_of(source: str, begun: str, file: TextIOWrapper) -> Iterator[tuple[int, Any] | SourceError]:
    """The values of JSON arrays, or values one after another.

    What is held is never more than about twice the largest value: reading doubles until a value is whole.
    """
    decode = json.JSONDecoder().raw_decode
    held, number, size = begun.lstrip("\ufeff"), 0, CHUNK
    inside = False
    while True:
        held = held.lstrip(", \t\r\n")
        if held.startswith("]" if inside else "["):
            held, inside = held[1:], not inside
            continue
        try:
            value, end = decode(held)
        except (ValueError, RecursionError):
            pass  # unless it goes on
        else:
            number += 1
            yield number, value
            held, size = held[end:], CHUNK
            continue
        limit.check(source, len(held))
        more = file.read(size)
        if not more:
            if held or inside:
                where = f" after value {number}" if number else ""
                yield SourceError(source, f"is not JSON{where}; check it")
            return
        held, size = held + more, size * 2
