"""``claimcli facts``."""

from __future__ import annotations

from itertools import islice

from claimcli.cli.options import Limit, Reads, Sources, Times, Writes
from claimcli.cli.run import Reading, answer
from claimcli.output.records import fact_record
from claimcli.query import checked_limit


def facts(
    sources: Sources = None,
    *,
    times: Times,
    limit: Limit = None,
    reads: Reads,
    writes: Writes,
) -> int:
    """The article's own voice: sentences that no claim covers.

    They are what the article asserts, not what is true.

    \b
    Examples:
      claimcli facts
      claimcli facts --limit 3 --json
    """
    reading = Reading(sources, reads, times.query())
    records = (fact_record(article, fact) for article in reading for fact in article.facts)
    return answer("facts", islice(records, checked_limit(limit)), reading, writes, limit=limit)
