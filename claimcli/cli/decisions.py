"""``claimcli decisions``."""

from __future__ import annotations

from itertools import islice

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
from claimcli.output.records import decision_record
from claimcli.sources import Fields


def decisions(
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
    """What was decided, by whom and when, and who speaks about it.

    Article by article, those first that it makes most of: that it tells early, plainly and by name, and that
    most is said about.

    With --speaker, --kind, --via or --min-confidence only the claims that pass are counted, and only
    decisions that some of them are about are listed.

    \b
    Examples:
      claimcli decisions
      claimcli decisions --about "no-fly"
    """
    query = query_of(speaker, about, kind, via, min_confidence)
    fields = Fields(text_field, title_field, date_field, id_field)
    reading = Reading(sources, query, fields=fields, strict=strict)
    rows = (
        decision_record(article, decision, claims)
        for article, claims, decisions in query.run(reading)
        for decision in decisions
    )
    counts_claims = bool(speaker or kind or via or min_confidence)
    records = (row for row in rows if row["claims"] or not counts_claims)
    return answer("decisions", islice(records, limit), reading, output=output, json=json)
