"""``claimcli check``."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcli.cli import FOUND, NOTHING, say
from claimcli.cli.nothing import unmatched
from claimcli.cli.options import Filters, Limit, Reads, Sources, Writes, query_of
from claimcli.cli.run import Reading, Searched, answer
from claimcli.output.compared import check_record, unfound_record

Quote = Annotated[str, typer.Argument(metavar="QUOTE", help="The quotation, as you have it.")]
Asked = Annotated[
    str | None,
    typer.Option(
        "--speaker",
        "-s",
        metavar="NAME",
        help="Who is said to have said it: words of a name, or their beginnings.",
        show_default=False,
    ),
]


def check(
    quote: Quote,
    sources: Sources = None,
    speaker: Asked = None,
    *,
    filters: Filters,
    limit: Limit = 3,
    reads: Reads,
    writes: Writes,
) -> int:
    """Was this said? By whom, and what differs word by word.

    \b
    Verdicts:
      verbatim    every word, in the same order
      altered     most of the words, in their order
      paraphrase  the same in other words
      not found   in no claim

    The exit code is 1 where it is not found, and with --speaker where the claims that have it are of others. By which
    words the article tells the speaker then, how sure that is, and where it names whom you asked for, is shown.
    Where an article has the words, but in no claim, it is shown.
    Case, accents and punctuation do not count; "…" stands for words left out, [brackets] for an editor's own.
    Words without quotation marks in the article are its own: they tell what was said, and nobody spoke them so.
    The verdict says where all or a part of the quotation is of them.
    A line "beware" tells which words alone stand in quotation marks, and of what turns the meaning: a negation,
    as "not", that only one of both has, or a cue by which the speaker denies the words ("denied that …").
    A (?) behind a speaker: of those named by the same rule, more than one in four is somebody else.

    \b
    Examples:
      claimcli check "We drew a clear line in the sand"
      claimcli check "a red line in the sand" -s Stoltenberg
    """
    from claimcli.index import Verdict
    from claimcli.index.alignment import quoted_tokens
    from claimcli.index.checking import check_in

    if not quoted_tokens(quote):
        raise typer.BadParameter("QUOTE has no words; write the quotation as you have it")
    query = filters.query()
    asked = query_of(speaker=[] if speaker is None else speaker)
    reading = Reading(sources, reads, query)
    searched = reading.searched()
    result = check_in(searched.claims, quote, speaker=speaker, limit=limit, only=searched.only)
    searched.claims.collection.judge(asked)
    reading.typed.append(asked)
    left_out = _left_out(searched, quote) if result.verdict is Verdict.NOT_FOUND else 0
    records = [
        check_record(result, near, searched.article_of(near.claim), filtered_out=left_out)
        for near in result.nearest
    ]
    if not records and (reading.articles or not reading.failed):  # where nothing could be read, no verdict
        records = [unfound_record(result, filtered_out=left_out)]
    code = answer("check", records, reading, writes)
    if records and (told := unmatched(reading)):
        say(f"claimcli check: {told}")
    if code == FOUND and (result.verdict is Verdict.NOT_FOUND or result.wrong_speaker):
        return NOTHING
    return code


def _left_out(searched: Searched, quote: str) -> int:
    """How many claims have a quotation that only the filters leave out."""
    from claimcli.index import Verdict
    from claimcli.index.checking import check_in

    if not searched.only:
        return 0
    everywhere = check_in(searched.claims, quote, limit=None)
    return sum(near.verdict is not Verdict.NOT_FOUND for near in everywhere.nearest)
