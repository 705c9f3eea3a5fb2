"""``claimcli quotes``."""

from __future__ import annotations

import typer

from claimcli.cli.options import Filters, Limit, Reads, Sources, Times, Writes
from claimcli.cli.run import Reading, answer
from claimcli.model import Kind
from claimcli.output.records import claim_record
from claimcli.query import QUOTES


def quotes(
    sources: Sources = None,
    *,
    filters: Filters,
    times: Times,
    limit: Limit = None,
    reads: Reads,
    writes: Writes,
) -> int:
    """Quoted words: who said them, about which decision.

    A (?) behind a speaker: of those named by the same rule, more than one in four is somebody else.

    \b
    Examples:
      claimcli quotes --speaker Stoltenberg
      claimcli quotes --about "no-fly zone" --format markdown
    """
    if Kind.INDIRECT in (filters.kind or ()):
        raise typer.BadParameter("an indirect claim is no quote; claimcli claims --kind indirect lists them")
    query = filters.query(limit, kind=QUOTES, times=times)
    reading = Reading(sources, reads, query)
    records = (claim_record(article, claim) for article, claim in query.claims(reading))
    return answer("quotes", records, reading, writes, limit=limit)
