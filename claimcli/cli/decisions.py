"""``claimcli decisions``."""

from __future__ import annotations

from itertools import islice

from claimcli.cli.options import About, Json, Kinds, Limit, MinConfidence, Output, Sources, Speakers, Via
from claimcli.cli.run import Reading, answer, query_of
from claimcli.output.records import decision_record


def decisions(
    sources: Sources = None,
    speaker: Speakers = None,
    about: About = None,
    kind: Kinds = None,
    via: Via = None,
    min_confidence: MinConfidence = 0.0,
    limit: Limit = None,
    output: Output = None,
    json: Json = False,
) -> int:
    """What was decided, by whom and when, and who speaks about it.

    With --speaker, --kind, --via or --min-confidence only the claims that pass are counted, and only
    decisions that some of them are about are listed.

    \b
    Examples:
      claimcli decisions
      claimcli decisions --about "no-fly"
    """
    query = query_of(speaker, about, kind, via, min_confidence)
    reading = Reading(sources, query)
    rows = (
        decision_record(article, decision, claims)
        for article, claims, decisions in query.run(reading)
        for decision in decisions
    )
    counts_claims = bool(speaker or kind or via or min_confidence)
    records = (row for row in rows if row["claims"] or not counts_claims)
    return answer("decisions", islice(records, limit), reading, output=output, json=json)
