"""CSV and TSV: a line of column names, then one article a row."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import BufferedReader
from itertools import chain

from claimcli.sources import limit
from claimcli.sources.document import Document, Fields, SourceError
from claimcli.sources.rows import Columns
from claimcli.sources.text import stream

_QUOTED = re.compile(r'"[^"]*"')
_HEADER = 20  # lines that the names of columns may take, with line breaks in them


def documents(source: str, file: BufferedReader, fields: Fields) -> Iterator[Document]:
    """The articles of a table. What parts its columns is seen in the line of their names."""
    csv.field_size_limit(limit.MOST)  # characters; the default is less than a long article
    lines = limit.lines(source, stream(source, file))
    header = next(lines, "")
    if not header.strip():
        raise SourceError(source, "is empty; name a file that holds an article")
    begun = [header]
    while sum(line.count('"') for line in begun) % 2 and len(begun) < _HEADER:  # a line break in a name
        begun.append(next(lines, ""))
    whole = "".join(begun)
    seen = header if whole.count('"') % 2 else _QUOTED.sub("", whole)  # inches are no quotation
    mark = max(",;\t|", key=seen.count)
    rest = chain(begun, lines)
    try:
        names = next(csv.reader(rest, delimiter=mark), [])
        columns = Columns(source, names, fields)
        for number, row in enumerate(csv.DictReader(rest, fieldnames=names, delimiter=mark), 1):
            document = columns.document(row, number)
            if document:
                yield document
    except csv.Error as error:
        raise SourceError(source, f"is no table that can be read ({error}); check it") from error
