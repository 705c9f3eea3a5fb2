"""CSV and TSV: a line of column names, then one article a row."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import BufferedReader
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from claimcli.sources import limit
from claimcli.sources.document import Document, Fields, SourceError
from claimcli.sources.rows import DATE, ID, TEXT, TITLE, Columns, plain, those_with_text
from claimcli.sources.text import stream

if TYPE_CHECKING:
    from _csv import Reader as _Rows

_QUOTED = re.compile(r'"[^"]*"')
_TOLD = re.compile(r'"?sep=([^"])"?\s*')  # above the names, by Excel: what parts columns
_HEADER = 20  # lines that the names of columns may take, with line breaks in them


def begins_so(head: bytes, fields: Fields) -> bool:
    """Whether what begins with ``head`` is a table by its first line: names of columns, of texts and of something else.

    For what has no name of its own, which prose may well be.
    """
    line = head.partition(b"\n")[0].decode(errors="replace")
    mark = max(",;\t|", key=line.count)
    names = {plain(name) for name in line.split(mark)}
    texts = {*TEXT, *([plain(fields.text)] if fields.text else [])}
    return not names.isdisjoint(texts) and not names.isdisjoint({*TITLE, *DATE, *ID})


def documents(source: str, file: BufferedReader, fields: Fields) -> Iterator[Document | SourceError]:
    """The articles of a table. What parts its columns is seen in the line of their names, or told above it.

    Rows that a quotation mark without its counterpart has run together are told, and the rest goes on.
    """
    csv.field_size_limit(limit.MOST)  # characters; the default is less than a long article
    lines = limit.lines(source, stream(source, file))
    header = next(lines, "")
    told = _TOLD.fullmatch(header)
    if told:
        header = next(lines, "")
    if not header.strip():
        raise SourceError(source, "is empty; name a file that holds an article")
    begun = [header]
    while sum(line.count('"') for line in begun) % 2 and len(begun) < _HEADER:  # a line break in a name
        begun.append(next(lines, ""))
    whole = "".join(begun)
    seen = header if whole.count('"') % 2 else _QUOTED.sub("", whole)  # inches are no quotation
    mark = told[1] if told else max(",;\t|", key=seen.count)
    rows = csv.reader(chain(begun, lines), delimiter=mark, strict=True)
    try:
        names = next(rows, [])
    except csv.Error as error:
        raise SourceError(source, f"is no table that can be read ({error}); check it") from error
    columns = Columns(source, names, fields)
    found = _rows(source, rows, len(names), 1 if told else 0)
    yield from those_with_text(source, _documents(columns, names, found), "row")


def _documents(
    columns: Columns, names: list[str], rows: Iterator[list[str] | SourceError]
) -> Iterator[Document | SourceError]:
    for number, row in enumerate(rows, 1):
        if isinstance(row, SourceError):
            yield row
        elif any(map(str.strip, row)):  # spreadsheets end in rows of nothing but commas
            cells = zip_longest(names, row[: len(names)], fillvalue="")
            yield columns.document(dict(cells), number)


def _rows(source: str, rows: _Rows, width: int, above: int) -> Iterator[list[str] | SourceError]:
    """The rows below the names; in the place of those that cannot be told apart, an error with their lines.

    A quotation mark without its counterpart runs a row into the next ones, as far as another mark betrays
    it. After that only a row of full ``width`` can be trusted to be one. ``above`` are lines before the table.
    """
    broken, problem = 0, ""
    while True:
        first = rows.line_num + above + 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            if "field limit" in str(error):
                raise SourceError(source, f"line {first} is no row that can be read ({error})") from error
            broken, problem = broken or first, str(error)
            continue
        if broken and (row is None or len(row) == width):
            lines = f"line {broken}" if broken == first - 1 else f"lines {broken} to {first - 1}"
            yield SourceError(source, f"{lines}: a quotation mark is not closed ({problem}); check them")
            broken = 0
        if row is None:
            return
        if row and not broken:
            yield row
