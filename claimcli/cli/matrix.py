"""``claimcli matrix``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from claimcli.cli import say
from claimcli.cli.options import Filters, Format, Limit, Reads, Sources, Times, Writes
from claimcli.cli.run import Reading, answer
from claimcli.model import Article, Claim, Decision, Speaker
from claimcli.output.records import matrix_cell, matrix_row
from claimcli.output.shapes import MatrixRow
from claimcli.query import Selection
from claimcli.register import register

_READABLE = 20  # rows and columns of a page for people, unless they ask for more


def matrix(
    sources: Sources = None,
    *,
    filters: Filters,
    times: Times,
    limit: Limit = None,
    reads: Reads,
    writes: Writes,
) -> int:
    """Speakers against decisions, with the number of claims.

    Speakers stand by the number of their claims, last those of whom the article does not tell who speaks (—);
    decisions as `claimcli decisions` lists them, article by article, those first that it makes most of.

    With --limit only so many speakers and decisions are kept, those with the most claims. Tables and Markdown
    have 20 of each unless it says otherwise.

    \b
    Examples:
      claimcli matrix
      claimcli matrix --kind direct --format csv
    """
    query = filters.query(times=times)
    reading = Reading(sources, reads, query)
    if limit is None and writes.format in (Format.TABLE, Format.MARKDOWN):
        limit = _READABLE
    records = matrix_rows(query.run(reading), limit)
    return answer("matrix", records, reading, writes)


def matrix_rows(selections: Iterable[Selection], limit: int | None) -> Iterator[MatrixRow]:
    """A row a speaker, and one for claims whose speaker is not told.

    Of more than ``limit`` speakers or decisions those with the most claims.
    """
    decisions: dict[str, tuple[Article, Decision]] = {}
    claims: list[tuple[Article, Claim]] = []
    for article, found, asked in selections:
        known = {decision.id: (article, decision) for decision in asked}
        decisions |= known
        claims += [(article, claim) for claim in found if not known.keys().isdisjoint(claim.about)]
    totals = Counter(about for _, claim in claims for about in claim.about if about in decisions)
    shown = {decision for decision, _ in totals.most_common(limit)}
    columns = [(article, decision) for article, decision in decisions.values() if decision.id in shown]
    counted = [(article, claim) for article, claim in claims if not shown.isdisjoint(claim.about)]
    entries = register(counted)
    everybody = len(register(claims)) if len(counted) < len(claims) else len(entries)
    if limit is not None and (everybody > limit or len(totals) > limit):
        there = f"{everybody} speakers and {len(totals)} decisions"
        say(f"claimcli matrix: those with the most claims, of {there}; --limit shows more")
    rows: list[tuple[Speaker | None, list[Claim]]] = [
        (entry.speaker, entry.claims) for entry in entries[:limit]
    ]
    if untold := [claim for _, claim in counted if claim.speaker is None]:
        rows.append((None, untold))
    for speaker, theirs in rows:
        counts = Counter(about for claim in theirs for about in claim.about)
        cells = [matrix_cell(article, decision, counts[decision.id]) for article, decision in columns]
        yield matrix_row(speaker, cells, len(theirs))
