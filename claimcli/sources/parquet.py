"""Parquet: one article a row (extra ``parquet``)."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

from claimcli.model import Article
from claimcli.sources.document import Document, Fields, SourceError, missing_extra
from claimcli.sources.rows import Columns

BATCH = 1000  # rows held at a time


def documents(
    source: str, file: BufferedReader, fields: Fields
) -> Iterator[Document | Article | SourceError]:
    """The articles of a Parquet file, a batch of rows at a time. Only the columns needed are read."""
    try:
        import pyarrow
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise missing_extra(source, "a Parquet file", "parquet") from None
    try:
        table = ParquetFile(file if file.seekable() else pyarrow.BufferReader(file.read()))
        if b"claimcli" in (table.schema_arrow.metadata or {}):
            from claimcli.sources.extracted.articles import articles_of_table

            yield from articles_of_table(source, table)
            return
        columns = Columns(source, table.schema_arrow.names, fields)
        wanted = [name for name in (columns.text, columns.title, columns.date, columns.id) if name]
        number = 0
        for batch in table.iter_batches(batch_size=BATCH, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                document = columns.document(row, number)
                if document:
                    yield document
    except pyarrow.ArrowException as error:
        raise SourceError(source, f"is no Parquet file that can be read ({error}); fetch it again") from error
