"""``claimcli speakers``."""

from __future__ import annotations

from claimcli.cli.options import Filters, Limit, Reads, Sources, Writes
from claimcli.cli.run import Reading, answer
from claimcli.output.records import speaker_row
from claimcli.register import register


def speakers(
    sources: Sources = None,
    *,
    filters: Filters,
    limit: Limit = None,
    reads: Reads,
    writes: Writes,
) -> int:
    """Who speaks, and how often. The same person in several articles is one row.

    \b
    Examples:
      claimcli speakers
      claimcli speakers --about "no-fly zone"
    """
    query = filters.query()
    reading = Reading(sources, reads, query)
    records = (
        speaker_row(entry.speaker, len(entry.claims), entry.quotes, entry.articles)
        for entry in register(query.claims(reading))[:limit]
    )
    return answer("speakers", records, reading, writes)
