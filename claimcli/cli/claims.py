"""``claimcli claims``."""

from __future__ import annotations

from claimcli.cli.options import Filters, Limit, Reads, Sources, Times, Writes
from claimcli.cli.run import Reading, answer
from claimcli.output.records import claim_record


def claims(
    sources: Sources = None,
    *,
    filters: Filters,
    times: Times,
    limit: Limit = None,
    reads: Reads,
    writes: Writes,
) -> int:
    """Everything anybody said, quoted or in other words.

    A (?) behind a speaker: of those named by the same rule, more than one in four is somebody else.

    \b
    Examples:
      claimcli claims --speaker critics
      claimcli claims -k indirect --about "no-fly zone" --json
    """
    query = filters.query(limit, times=times)
    reading = Reading(sources, reads, query)
    records = (claim_record(article, claim) for article, claim in query.claims(reading))
    return answer("claims", records, reading, writes, limit=limit)
