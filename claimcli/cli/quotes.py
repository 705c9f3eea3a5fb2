"""``claimcli quotes``."""

from __future__ import annotations

import typer

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
from claimcli.model import Kind
from claimcli.output.records import claim_record
from claimcli.query import QUOTES
from claimcli.sources import Fields


def quotes(
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
    """Quoted words: who said them, about which decision.

    \b
    Examples:
      claimcli quotes --speaker Stoltenberg
      claimcli quotes --about "no-fly zone" --format markdown
    """
    if kind and Kind.INDIRECT in kind:
        raise typer.BadParameter("an indirect claim is no quote; claimcli claims --kind indirect lists them")
    query = query_of(speaker, about, kind or QUOTES, via, min_confidence, limit)
    fields = Fields(text_field, title_field, date_field, id_field)
    reading = Reading(sources, query, fields=fields, strict=strict)
    records = (claim_record(article, claim) for article, claim in query.claims(reading))
    return answer("quotes", records, reading, output=output, json=json)
