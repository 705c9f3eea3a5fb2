"""``claimcli matrix``."""

from __future__ import annotations

from collections.abc import Iterator

from claimcli.cli.options import About, Json, Kinds, Limit, MinConfidence, Output, Sources, Speakers, Via
from claimcli.cli.run import Reading, answer, query_of
from claimcli.model import Article, Claim, Decision
from claimcli.output.records import MatrixRow, matrix_cell, matrix_row
from claimcli.query import Query
from claimcli.register import register


def matrix(
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
    """Speakers against decisions, with the number of claims.

    \b
    Examples:
      claimcli matrix
      claimcli matrix --kind direct --format csv
    """
    query = query_of(speaker, about, kind, via, min_confidence)
    reading = Reading(sources, query)
    return answer("matrix", _rows(query, reading, limit), reading, output=output, json=json)


def _rows(query: Query, reading: Reading, limit: int | None) -> Iterator[MatrixRow]:
    columns: dict[str, Decision] = {}
    pairs: list[tuple[Article, Claim]] = []
    for article, claims, decisions in query.run(reading):
        spoken_of = {decision for claim in claims for decision in claim.about}
        columns.update((decision.id, decision) for decision in decisions if decision.id in spoken_of)
        pairs += [(article, claim) for claim in claims if not columns.keys().isdisjoint(claim.about)]
    for entry in register(pairs)[:limit]:
        cells = [
            matrix_cell(decision, sum(decision.id in claim.about for claim in entry.claims))
            for decision in columns.values()
        ]
        yield matrix_row(entry.speaker, cells, len(entry.claims))
