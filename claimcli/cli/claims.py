"""``claimcli claims``."""

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
from claimcli.output.records import claim_record
from claimcli.sources import Fields


def claims(
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
    """Everything anybody said, quoted or in other words.

    \b
    Examples:
      claimcli claims --speaker critics
      claimcli claims --kind indirect --about "no-fly zone" --json
    """
    query = query_of(speaker, about, kind, via, min_confidence, limit)
    fields = Fields(text_field, title_field, date_field, id_field)
    reading = Reading(sources, query, fields=fields, strict=strict)
    records = (claim_record(article, claim) for article, claim in query.claims(reading))
    return answer("claims", records, reading, output=output, json=json)
