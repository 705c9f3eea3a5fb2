"""CSV: a row a claim, as ``claims --format csv`` prints it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

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

    def known(self) -> Iterator[str]:
        """The ids of the articles that have claims."""
        csv.field_size_limit(limit.MOST)
        with open(self.partial, encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            column = next(rows).index("article.id")
            for row in rows:
                yield row[column]
