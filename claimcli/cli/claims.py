"""``claimcli claims``."""

from __future__ import annotations

from claimcli.cli.options import (
    About,
    Json,
    Kinds,
    Limit,
    MinConfidence,
    Output,
    Sources,
    Speakers,
    Via,
)
from claimcli.cli.run import Reading, answer, query_of
from claimcli.output.records import claim_record


def claims(
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
    """Everything anybody said, quoted or in other words.

    \b
    Examples:
      claimcli claims --speaker critics
      claimcli claims --kind indirect --about "no-fly zone" --json
    """
    query = query_of(speaker, about, kind, via, min_confidence, limit)
    reading = Reading(sources, query)
    records = (claim_record(article, claim) for article, claim in query.claims(reading))
    return answer("claims", records, reading, output=output, json=json)
