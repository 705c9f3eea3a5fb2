"""``claimcli search``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

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
from claimcli.output.records import HitRecord, hit_record
from claimcli.sources import Fields


def search(
    words: Annotated[str, typer.Argument(metavar="QUERY", help="Words as you remember them.")],
    sources: Sources = None,
    speaker: Speakers = None,
    about: About = None,
    kind: Kinds = None,
    via: Via = None,
    min_confidence: MinConfidence = 0.0,
    limit: Limit = 10,
    where: Annotated[
        str,
        typer.Option(
            "--in", metavar="FIELD,...", help="Where the words stand: content, speaker, cue, article."
        ),
    ] = "content",
    explain: Annotated[bool, typer.Option("--explain", help="Tell how each score came about.")] = False,
    text_field: TextField = None,
    title_field: TitleField = None,
    date_field: DateField = None,
    id_field: IdField = None,
    strict: Strict = False,
    output: Output = None,
    json: Json = False,
) -> int:
    """Claims by words that you half remember.

    A typo, another ending or another order still finds them.

    In QUERY, "words in quotation marks" are taken as they stand, and -word leaves claims with it out.
    Best matches come first, at most 10 unless --limit says otherwise.

    \b
    Examples:
      claimcli search "no-fly zone"
      claimcli search "escalating conflct" --speaker Stoltenberg --explain
      claimcli search "ukrainian officials" --in speaker,content
    """
    query = query_of(speaker, about, kind, via, min_confidence)
    fields = Fields(text_field, title_field, date_field, id_field)
    reading = Reading(sources, query, fields=fields, strict=strict)
    records = _hits(words, reading, _fields(where), limit, explain)
    return answer("search", records, reading, output=output, json=json)


def _fields(named: str) -> tuple[str, ...]:
    """The fields that ``--in`` names, each once."""
    from claimcli.index import FIELDS

    fields = tuple(dict.fromkeys(name for word in named.split(",") if (name := word.strip().lower())))
    unknown = [name for name in fields if name not in FIELDS]
    if unknown or not fields:
        which = f"{unknown[0]!r} is no field" if unknown else "no field is named"
        raise typer.BadParameter(f"{which}; there are {', '.join(FIELDS)}", param_hint="--in")
    return fields


def _hits(
    words: str, reading: Reading, where: tuple[str, ...], limit: int | None, explain: bool
) -> Iterator[HitRecord]:
    from claimcli.index import QueryError
    from claimcli.index import search as find

    claims, articles = reading.gather()
    try:
        hits = find(claims, words, limit=limit, fields=where, articles=articles)
    except QueryError as error:
        raise typer.BadParameter(str(error)) from error
    for hit in hits:
        yield hit_record(articles[hit.claim.article], hit, explain=explain)
