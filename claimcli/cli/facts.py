"""``claimcli facts``."""

from __future__ import annotations

from itertools import islice

from claimcli.cli.options import (
    DateField,
    IdField,
    Json,
    Limit,
    Output,
    Sources,
    Strict,
    TextField,
    TitleField,
)
from claimcli.cli.run import Reading, answer
from claimcli.output.records import fact_record
from claimcli.sources import Fields


def facts(
    sources: Sources = None,
    limit: Limit = None,
    text_field: TextField = None,
    title_field: TitleField = None,
    date_field: DateField = None,
    id_field: IdField = None,
    strict: Strict = False,
    output: Output = None,
    json: Json = False,
) -> int:
    """The article's own voice: sentences that no claim covers.

    They are what the article asserts, not what is true.

    \b
    Examples:
      claimcli facts
      claimcli facts --limit 3 --json
    """
    fields = Fields(text_field, title_field, date_field, id_field)
    reading = Reading(sources, fields=fields, strict=strict)
    records = (fact_record(article, fact) for article in reading for fact in article.facts)
    return answer("facts", islice(records, limit), reading, output=output, json=json)
