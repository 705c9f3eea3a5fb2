"""``claimcli compare``."""

from __future__ import annotations

from collections.abc import Iterator

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
from claimcli.output.compared import shared_record
from claimcli.output.shapes import SharedRecord
from claimcli.sources import Fields


def compare(
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
    """The same quotation across articles: who carries it, in which words, and who does not.

    Its wordings stand side by side, that of most articles first; in the others {+words+} are added and
    [-words-] missing. A quotation may be cut, have words changed, or be told indirectly.

    \b
    Examples:
      claimcli compare monday.txt tuesday.txt
      claimcli compare monday.txt tuesday.txt --kind direct --format csv
    """
    if not sources:
        raise typer.BadParameter("two or more articles are compared; name their sources")
    query = query_of(speaker, about, kind, via, min_confidence)
    fields = Fields(text_field, title_field, date_field, id_field)
    reading = Reading(sources, query, fields=fields, strict=strict)
    records = _shared(reading, limit)
    return answer("compare", records, reading, output=output, json=json)


def _shared(reading: Reading, limit: int | None) -> Iterator[SharedRecord]:
    from claimcli.index import compare

    articles, claims = reading.gather()
    if len(articles) < 2 and not reading.failed:
        read = _too_few(reading.articles + len(reading.repeated))
        raise typer.BadParameter(f"two or more articles are compared, and {read}; name another source")
    known = {article.id: article for article in articles}
    for shared in compare(articles, claims)[:limit]:
        yield shared_record(known, shared)


def _too_few(read: int) -> str:
    """What there is of ``read`` articles, of which no two differ."""
    if read < 2:
        return "only one is here" if read else "none is here"
    return "both hold the same one" if read == 2 else f"all {read} hold the same one"
