"""JSON Lines of extracted claims, read back as articles."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from io import BufferedReader

from claimcli.model import Article, Claim
from claimcli.sources import json_rows, limit
from claimcli.sources.document import SourceError
from claimcli.sources.extracted.articles import Found, articles_of
from claimcli.sources.extracted.glance import Line, Wanted, glanced
from claimcli.sources.extracted.speakers import Row
from claimcli.sources.text import stream

# How the first line begins: an article, or a claim, whose first two keys nobody else has so.
_BEGINS = re.compile(
    rb'\s*\{\s*"(?:what"\s*:\s*"article"'
    rb'|id"\s*:\s*"[0-9a-f]{16}"\s*,\s*"kind"\s*:\s*"(?:direct|mixed|indirect)"\s*,\s*"text")'
)


def begins_so(head: bytes) -> bool:
    """Whether a file that begins with ``head`` is JSON Lines of extracted claims."""
    return _BEGINS.match(head) is not None


def lines(source: str, file: BufferedReader, wanted: Wanted | None = None) -> Iterator[Found]:
    """The articles of JSON Lines. A line that cannot be read is told, and the rest goes on.

    With ``wanted``, claims of kinds and speakers that it denies may be husks, of which only kind and speaker
    are right, and so may be articles that have no other claims.
    """
    begun = _BEGINS.match(file.peek(1))
    if begun and b"\n" in begun[0].lstrip():  # somebody has put every value on several lines
        values = json_rows.values_of(source, "", stream(source, file))
        yield from articles_of(
            source, (value if isinstance(value, SourceError) else value[1] for value in values)
        )
        return
    rows: Iterator[Line] = enumerate(limit.lines(source, file), 1)
    yield from articles_of(source, _parsed(source, glanced(rows, wanted) if wanted else rows))


def _parsed(
    source: str, rows: Iterable[Line | Claim | Article]
) -> Iterator[Row | Claim | Article | SourceError]:
    for row in rows:
        if not isinstance(row, tuple):
            yield row
        elif not row[1].isspace():
            try:
                yield json.loads(row[1])
            except (ValueError, RecursionError):
                yield SourceError(source, f"line {row[0]} is not JSON; check it")
