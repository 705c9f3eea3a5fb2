"""``claimcli speakers``."""

from __future__ import annotations

from claimcli.cli.options import (
    About,
    DateField,
    IdField,
    Json,
    Kinds,
    Limit,
    MinConfidence,
    Output,
    Sources,
    Speakers,
    Strict,
    TextField,
    TitleField,
    Via,
)
from claimcli.cli.run import Reading, answer, query_of
from claimcli.output.records import speaker_row
from claimcli.register import register
from claimcli.sources import Fields


def speakers(
    sources: Sources = None,
    speaker: Speakers = None,
    about: About = None,
    kind: Kinds = None,
    via: Via = None,
    min_confidence: MinConfidence = 0.0,
    limit: Limit = None,
    text_field: TextField = None,
    title_field: TitleField = None,
    date_field: DateField = None,
    id_field: IdField = None,
    strict: Strict = False,
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
    fields = Fields(text_field, title_field, date_field, id_field)
    reading = Reading(sources, query, fields=fields, strict=strict)
    records = (
        speaker_row(entry.speaker, len(entry.claims), entry.quotes, entry.articles)
        for entry in register(query.claims(reading))[:limit]
    )
    return answer("speakers", records, reading, output=output, json=json)
