"""``claimcli compare``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from claimcli.cli.options import Filters, Limit, NamedSources, Reads, Times, Writes
from claimcli.cli.run import Reading, answer
from claimcli.output.compared import shared_record

if TYPE_CHECKING:
    from claimcli.index import Shared
    from claimcli.model import Article


def compare(
    sources: NamedSources = None,
    *,
    filters: Filters,
    times: Times,
    limit: Limit = None,
    reads: Reads,
    writes: Writes,
) -> int:
    """A quotation across articles: who carries it, in which words.

    Its wordings stand side by side, that of most articles first; in the others {+words+} are added and
    [-words-] missing. Then come the articles that do not carry it. A quotation may be cut, have words changed, or be
    told indirectly.

    \b
    Examples:
      claimcli compare monday.txt tuesday.txt
      claimcli compare monday.txt tuesday.txt -k direct -f csv
    """
    if not sources:
        raise typer.BadParameter("two or more articles are compared; name their sources")
    query = filters.query(times=times)
    reading = Reading(sources, reads, query)
    articles, shared = _shared(reading)
    records = (shared_record(articles, each) for each in shared[:limit])
    return answer("compare", records, reading, writes, of=len(shared))


def _shared(reading: Reading) -> tuple[dict[str, Article], list[Shared]]:
    """The articles by their ids, and what they share."""
    from claimcli.index import compare

    articles, claims = reading.gather()
    if len(articles) < 2 and not reading.failed:
        read = _too_few(reading)
        raise typer.BadParameter(f"two or more articles are compared, and {read}; name another source")
    return {article.id: article for article in articles}, compare(articles, claims)


def _too_few(reading: Reading) -> str:
    """What there is of articles, of which no two differ."""
    of_that_time = " of that time" if reading.outside or reading.undated else ""
    if not reading.articles:
        return f"none{of_that_time} is here"
    read = reading.articles + len(reading.repeated)
    if of_that_time or read < 2:
        return f"only one{of_that_time} is here"
    return "both hold the same one" if read == 2 else f"all {read} hold the same one"
