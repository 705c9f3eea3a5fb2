"""``claimcli speakers``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from claimcli.cli.options import Filters, Limit, Reads, Sources, Times, Writes
from claimcli.cli.run import Reading, answer
from claimcli.names import fold
from claimcli.output.records import speaker_row
from claimcli.register import register


class Order(StrEnum):
    """Who comes first."""

    CLAIMS = "claims"
    QUOTES = "quotes"
    NAME = "name"


Sort = Annotated[
    Order | None,
    typer.Option(
        "--sort",
        case_sensitive=False,
        metavar="ORDER",
        help="By claims (the default) or quotes, most first, or by name.",
        show_default=False,
    ),
]


def speakers(
    sources: Sources = None,
    *,
    filters: Filters,
    times: Times,
    sort: Sort = None,
    limit: Limit = None,
    reads: Reads,
    writes: Writes,
) -> int:
    """Who speaks, and how often. The same name in several articles is one row.

    Those with the most claims come first, unless --sort says otherwise. Where articles give a name roles
    without a word in common, the row tells them: maybe they mean two people.

    \b
    Examples:
      claimcli speakers
      claimcli speakers --about "no-fly zone" --sort quotes
    """
    query = filters.query(times=times)
    reading = Reading(sources, reads, query)
    entries = register(query.claims(reading))
    if sort is Order.QUOTES:
        entries.sort(key=lambda entry: -entry.quotes)
    elif sort is Order.NAME:
        entries.sort(key=lambda entry: fold(entry.speaker.name))
    return answer("speakers", map(speaker_row, entries[:limit]), reading, writes, of=len(entries))
