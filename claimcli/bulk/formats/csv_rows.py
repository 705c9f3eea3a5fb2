"""CSV: a row a claim, as ``claims --format csv`` prints it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path

from claimcli.bulk.formats import damaged, known_by
from claimcli.bulk.formats.appended import Appended
from claimcli.model import Article
from claimcli.output import Record, Screen
from claimcli.output.records import claim_record
from claimcli.output.separated import lines
from claimcli.sources import limit

_CSV = Screen("csv")


def encode(article: Article) -> bytes:
    records: list[Record] = [claim_record(article, claim) for claim in article.claims]
    rows = islice(lines("claims", records, _CSV), 1, None)
    return "".join(row + "\n" for row in rows).encode()


class Writer(Appended):
    """Rows under one line of column names."""

    def __init__(self, out: Path) -> None:
        super().__init__(out, head=f"{next(lines('claims', [], _CSV))}\n".encode())

    def names(self, path: Path) -> Iterator[tuple[str, ...]]:
        """Of the articles that have claims; no row tells whether it is from a whole article."""
        for article, claims in groupby(self._ids(path), itemgetter(0)):
            yield article, known_by(article, (claim for _, claim in claims))

    def _ids(self, path: Path) -> Iterator[tuple[str, str]]:
        """The ids of the article and the claim of each row."""
        csv.field_size_limit(limit.MOST)
        with open(path, encoding="utf-8", newline="") as file:
            rows = csv.reader(file, strict=True)
            try:
                head = next(rows)
                article, claim = head.index("article.id"), head.index("id")
                for row in rows:
                    if len(row) != len(head):
                        raise damaged(self._out, f"line {rows.line_num}")
                    yield row[article], row[claim]
            except (StopIteration, csv.Error, UnicodeDecodeError) as error:
                raise damaged(self._out, f"line {rows.line_num}") from error
