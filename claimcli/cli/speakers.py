"""``claimcli speakers``."""

from __future__ import annotations

from claimcli.cli.options import About, Json, Kinds, Limit, MinConfidence, Output, Sources, Speakers, Via
from claimcli.cli.run import Reading, answer, query_of
from claimcli.output.records import speaker_row
from claimcli.register import register


def speakers(
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
    """Who speaks, and how often. The same person in several articles is one row.

    \b
    Examples:
      claimcli speakers
      claimcli speakers --about "no-fly zone"
    """
    query = query_of(speaker, about, kind, via, min_confidence)
    reading = Reading(sources, query)
    records = (
        speaker_row(entry.speaker, len(entry.claims), entry.quotes, entry.articles)
        for entry in register(query.claims(reading))[:limit]
    )
    return answer("speakers", records, reading, output=output, json=json)
