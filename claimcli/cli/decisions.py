"""``claimcli decisions``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from claimcli.cli.options import STATUSES, Actors, Filters, Limit, Reads, Sources, Statuses, Times, Writes
from claimcli.cli.run import Reading, answer
from claimcli.output.records import decision_record
from claimcli.output.shapes import DecisionRecord
from claimcli.query import Selection, checked_limit


def decisions(
    sources: Sources = None,
    *,
    filters: Filters,
    times: Times,
    actor: Actors = None,
    status: Statuses = None,
    limit: Limit = None,
    reads: Reads,
    writes: Writes,
) -> int:
    """What was decided, by whom and when, and who speaks about it.

    Article by article, those first that it makes most of: that it tells early, plainly and by name, and that
    most is said about.

    --actor is who decides, --speaker who speaks about it. With --speaker, --kind, --via or --min-confidence only
    the claims that pass are counted, and only decisions that some of them are about are listed.

    \b
    Examples:
      claimcli decisions
      claimcli decisions --about "no-fly" --status declined
      claimcli decisions --actor NATO
    """
    query = filters.query(actor=actor or (), times=times)
    reading = Reading(sources, reads, query)
    counts_claims = bool(filters.speaker or filters.kind or filters.via or filters.min_confidence)
    records = _rows(query.run(reading), reading, status or STATUSES, counts_claims)
    return answer("decisions", islice(records, checked_limit(limit)), reading, writes, limit=limit)


def _rows(
    selections: Iterable[Selection], reading: Reading, wanted: Collection[str], counts_claims: bool
) -> Iterator[DecisionRecord]:
    """The decisions of these statuses, those with claims if these are counted; where there is none, a hint."""
    others: Counter[str] = Counter()
    none = True
    for article, claims, decisions in selections:
        for decision in decisions:
            row = decision_record(article, decision, claims)
            if counts_claims and not row["claims"]:
                continue
            if decision.status in wanted:
                none = False
                yield row
            else:
                others[decision.status] += 1
    if none and others:
        there = ", ".join(f"{count} {status}" for status, count in others.most_common())
        reading.hints.append(f"decisions here: {there}")
