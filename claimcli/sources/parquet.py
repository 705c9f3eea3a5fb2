"""Parquet: one article a row (extra ``parquet``)."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

from claimcli.model import Article
from claimcli.sources.document import Document, Fields, SourceError, missing_extra
from claimcli.sources.rows import Columns, those_with_text

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
        batches = table.iter_batches(batch_size=BATCH, columns=wanted)
        rows = enumerate((row for batch in batches for row in batch.to_pylist()), 1)
        yield from those_with_text(source, (columns.document(row, number) for number, row in rows), "row")
    except pyarrow.ArrowException as error:
        raise SourceError(source, f"is no Parquet file that can be read ({error}); fetch it again") from error
