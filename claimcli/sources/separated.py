"""CSV and TSV: a line of column names, then one article a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BufferedReader

from claimcli.sources import limit
from claimcli.sources.document import Document, Fields, SourceError
from claimcli.sources.rows import Columns
from claimcli.sources.text import stream


def documents(source: str, file: BufferedReader, fields: Fields) -> Iterator[Document]:
    """The articles of a table. What parts its columns is seen in the line of their names."""
    csv.field_size_limit(limit.MOST)  # characters; the default is less than a long article
    lines = limit.lines(source, stream(source, file))
    header = next(lines, "")
    if not header.strip():
        raise SourceError(source, "is empty; name a file that holds an article")
    mark = max(",;\t|", key=header.count)
    names = next(csv.reader([header], delimiter=mark), [])
    columns = Columns(source, names, fields)
    try:
        for number, row in enumerate(csv.DictReader(lines, fieldnames=names, delimiter=mark), 1):
            document = columns.document(row, number)
            if document:
                yield document
    except csv.Error as error:
        raise SourceError(source, f"is no table that can be read ({error}); check it") from error
