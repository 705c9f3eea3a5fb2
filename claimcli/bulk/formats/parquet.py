"""Parquet: a row a claim, nested as the JSON record is, and before the claims of an article a row for it.

A Parquet file cannot be gone on with: what lies in it is told at its very end. So rows are collected in an
Arrow stream, which only grows, and become Parquet when all are there.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from claimcli import __version__
from claimcli.bulk.formats import begun, names_of, other_rows
from claimcli.bulk.formats.appended import Appended
from claimcli.bulk.formats.characters import writable
from claimcli.model import Article
from claimcli.output.records import article_line, article_record, claim_record

_ROWS = 20_000  # in a group, about; one group is in memory at a time
_BYTES = 24 << 20  # in a group at most, about

_TOGETHER = 100  # articles whose rows are brought together when all are written
_ADOPTED = 1000  # rows read at a time of a file that more are added to

_OFFSETS = pa.list_(pa.int32())
_SPEAKER = pa.struct(
    [("name", pa.string()), ("role", pa.string()), ("aliases", pa.list_(pa.string())), ("type", pa.string())]
)
_PIECE = pa.struct([("text", pa.string()), ("start", pa.int32()), ("end", pa.int32())])
_ARTICLE = pa.struct([(name, pa.string()) for name in ("id", "title", "source", "published")])
_DECISION = pa.struct(
    [(name, pa.string()) for name in ("id", "label", "actor", "action", "status", "when")]
    + [("start", pa.int32()), ("end", pa.int32()), ("because", pa.list_(pa.string()))]
)
_FACT = pa.struct([("id", pa.string()), *((name, pa.int32()) for name in ("start", "end", "paragraph"))])
_DOCUMENT = pa.struct(
    [
        ("text", pa.string()),
        ("paragraphs", pa.list_(_OFFSETS)),
        ("decisions", pa.list_(_DECISION)),
        ("facts", pa.list_(_FACT)),
        ("via", pa.list_(_SPEAKER)),
    ]
)
SCHEMA = pa.schema(
    [
        ("id", pa.string()),
        ("kind", pa.string()),
        ("text", pa.string()),
        ("spans", pa.list_(_OFFSETS)),
        ("speaker", _SPEAKER),
        ("mention", _PIECE),
        ("cue", _PIECE),
        ("via", pa.string()),
        ("about", pa.list_(pa.struct([("id", pa.string()), ("label", pa.string())]))),
        ("paragraph", pa.int32()),
        ("confidence", pa.float64()),
        ("speaker_confidence", pa.float64()),
        ("because", pa.list_(pa.string())),
        ("article", _ARTICLE),
        ("document", _DOCUMENT),
    ],
    metadata={"claimcli": __version__},
)

_HEAD = SCHEMA.serialize().to_pybytes()
_END = b"\xff\xff\xff\xff\0\0\0\0"


def encode(article: Article) -> bytes:
    """One message of an Arrow stream."""
    rows = writable(list(_rows(article)), article)
    return _message(pa.RecordBatch.from_pylist(rows, SCHEMA))


def _message(batch: pa.RecordBatch) -> bytes:
    options = pa.ipc.IpcWriteOptions(compression="lz4", use_threads=False)
    stream = pa.BufferOutputStream()
    with pa.ipc.new_stream(stream, SCHEMA, options=options) as writer:
        writer.write_batch(batch)
    made: bytes = stream.getvalue().to_pybytes()
    return made[len(_HEAD) : -len(_END)]


def _rows(article: Article) -> Iterator[dict[str, Any]]:
    yield {"article": article_record(article), "document": article_line(article)}
    for claim in article.claims:
        yield {**claim_record(article, claim)}


class Writer(Appended):
    """Rows as an Arrow stream in OUT.partial, at the end as Parquet."""

    def __init__(self, out: Path) -> None:
        super().__init__(out, head=_HEAD)

    def adopt(self) -> None:
        try:
            with pq.ParquetFile(self._out) as old:
                if not old.schema_arrow.equals(SCHEMA):
                    raise other_rows(self._out)
                for batch in old.iter_batches(batch_size=_ADOPTED):
                    self._file.write(_message(batch))
        except pa.ArrowInvalid as error:
            raise other_rows(self._out) from error
        self._file.flush()

    def names(self, path: Path) -> Iterator[tuple[str, ...]]:
        return ((name,) for batches in self._batches(path) for name in names_of(_ids(batches)))

    def _batches(self, path: Path) -> Iterator[Iterable[pa.RecordBatch]]:
        """The rows of OUT, which is Parquet, or of what is to be it, which is none yet."""
        if path == self.partial:
            with pa.OSFile(str(path)) as file, pa.ipc.open_stream(file) as stream:
                yield stream
            return
        try:
            with pq.ParquetFile(path) as old:
                yield old.iter_batches(_ADOPTED, columns=["id", "article.id", "document.paragraphs"])
        except (pa.ArrowInvalid, KeyError) as error:
            raise other_rows(self._out) from error

    def finish(self) -> None:
        self._file.close()
        whole = begun(self.partial.with_name(f"{self.partial.name}.parquet"), self._out)
        with (
            pa.OSFile(str(self.partial)) as file,
            pa.ipc.open_stream(file) as stream,
            pq.ParquetWriter(whole, SCHEMA, compression="zstd") as writer,
        ):
            for group in _groups(_larger(stream)):
                writer.write_table(pa.Table.from_batches(group, SCHEMA), row_group_size=2 * _ROWS)
        with open(whole, "rb+") as written:
            os.fsync(written.fileno())
        self.replace(whole)


def _ids(batches: Iterable[pa.RecordBatch]) -> Iterator[tuple[str, bool | None]]:
    """The id in each row, and whether an article is whole."""
    for batch in batches:
        claims = batch.column("id").to_pylist()
        articles = batch.column("article").field("id").to_pylist()
        paragraphs = batch.column("document").field("paragraphs").value_lengths().to_pylist()
        for claim, article, length in zip(claims, articles, paragraphs, strict=True):
            yield (article, bool(length)) if claim is None else (claim, None)


def _larger(batches: pa.RecordBatchReader) -> Iterator[pa.RecordBatch]:
    """The rows in larger batches: one of a single article is more overhead than rows."""
    while some := list(islice(batches, _TOGETHER)):
        yield from pa.Table.from_batches(some, SCHEMA).combine_chunks().to_batches()


def _groups(batches: Iterator[pa.RecordBatch]) -> Iterator[list[pa.RecordBatch]]:
    held: list[pa.RecordBatch] = []
    rows = size = 0
    for batch in batches:
        held.append(batch)
        rows += batch.num_rows
        size += batch.nbytes
        if rows >= _ROWS or size >= _BYTES:
            yield held
            held, rows, size = [], 0, 0
    if held:
        yield held
