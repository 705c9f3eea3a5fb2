"""``claimcli show``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from claimcli.cli.nothing import some
from claimcli.cli.options import Reads, Sources, Writes
from claimcli.cli.run import Reading, answer
from claimcli.output import Record
from claimcli.output.in_context import claim_page, decision_page, fact_page

_IDS_TOLD = 5  # of those that begin as was typed


def show(
    identity: Annotated[
        str, typer.Argument(metavar="ID", help="Of a claim, a decision or a fact; its beginning is enough.")
    ],
    sources: Sources = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell by which rules it was found, and how far to trust it.")
    ] = False,
    *,
    reads: Reads,
    writes: Writes,
) -> int:
    """A claim, decision or fact in its paragraph.

    The claim, its cue and the words that name the speaker are marked; without colours they stand as
    ⟦claim⟧, {cue} and ‹speaker›. For a decision the evidence is marked and the claims about it listed; --explain
    tells every place that tells the decision, and why each claim is about it.
    A (?) behind a speaker: of those named by the same rule, more than one in four is somebody else.

    \b
    Examples:
      claimcli show 3bf5b4 --explain
      claimcli show 3bf5b4 --json
    """
    beginning = identity.strip().lower()
    if not beginning:
        raise typer.BadParameter("ID is empty; claims, facts and decisions list theirs")
    reading = Reading(sources, reads)
    pages = _pages(beginning, reading, explain)
    found = {page["id"]: page for page in pages}
    if beginning in found:
        found = {beginning: found[beginning]}
    if len(found) > 1:
        listed = [f"{page['id']} ({page['what']})" for page in found.values()]
        raise typer.BadParameter(
            f"{beginning} begins several ids: {some(listed, _IDS_TOLD)}; type more of it"
        )
    missing = f"no id begins with {identity!r}; claims, facts and decisions list theirs"
    return answer("show", found.values(), reading, writes, otherwise=missing)


def _pages(beginning: str, reading: Reading, explain: bool) -> Iterator[Record]:
    for article in reading.holding(beginning):
        for claim in article.claims:
            if claim.id.startswith(beginning):
                yield claim_page(article, claim, explain=explain)
        for decision in article.decisions:
            if decision.id.startswith(beginning):
                yield decision_page(article, decision, explain=explain)
        for fact in article.facts:
            if fact.id.startswith(beginning):
                yield fact_page(article, fact)
