"""``claimcli check``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from claimcli.cli import BAD, FOUND, NOTHING, counted, say
from claimcli.cli.lines import Line, Queries, exit_code, in_lines, read_lines
from claimcli.cli.nothing import unmatched
from claimcli.cli.options import Filters, Limit, Reads, Sources, Writes, query_of
from claimcli.cli.run import Reading, Searched, answer, tell_if_file
from claimcli.output.compared import check_record, checked_record, unfound_record
from claimcli.output.shapes import CheckedRecord, CheckRecord, Tally

Quote = Annotated[
    str | None,
    typer.Argument(metavar="QUOTE", help="The quotation, as you have it.", show_default=False),
]
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
Exact = Annotated[
    bool,
    typer.Option(
        "--exact",
        help="Exit code 1 unless it may be printed so: verbatim, all in quotation marks, and nothing to beware of.",
    ),
]


def check(
    quote: Quote = None,
    sources: Sources = None,
    speaker: Asked = None,
    exact: Exact = False,
    queries: Queries = None,
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
    An altered quotation, a paraphrase, and words that a line "beware" warns of are found, too: for a script that
    must not let them through there is --exact.
    Where an article has the words, but in no claim, it is shown.
    Case, accents and punctuation do not count; "…" stands for words left out, [brackets] for an editor's own.
    Words without quotation marks in the article are its own: they tell what was said, and nobody spoke them so.
    The verdict says where all or a part of the quotation is of them.
    A line "beware" tells which words alone stand in quotation marks, that a quotation is too short to tell, and what
    turns the meaning: a negation, as "not", that only one of both has; another number; words of which the claim has
    nothing; a cue by which the speaker denies the words ("denied that …"); and words beside them by which the article
    takes them back ("never said", "scrapped plans to …").
    A (?) behind a speaker: of those named by the same rule, more than one in four is somebody else.
    Nearest claims come first, at most 3 unless --limit says otherwise.

    With --queries every line of FILE is a quotation; blank lines are left out. Each is answered by one line of JSON
    with the verdict and the nearest claims. Exit code 0 if any is found, with --exact if all are exact, else 1.

    \b
    Examples:
      claimcli check "We drew a clear line in the sand"
      claimcli check "a red line in the sand" -s Stoltenberg
    """
    if queries is not None:
        sources = [*([] if quote is None else [quote]), *(sources or [])]
        writes, lines = in_lines(writes), read_lines(queries, sources, "quotation")
    elif quote is None:
        raise typer.BadParameter("QUOTE is missing; write the quotation, or name a file by --queries")
    elif problem := _problem(quote):
        raise typer.BadParameter(f"QUOTE {problem}")
    else:
        tell_if_file("check", quote, sources)
    reading = Reading(sources, reads, filters.query())
    checking = _Checking(reading, speaker, limit, exact)
    if queries is None:
        records = checking.records(quote or "")
        code = answer("check", records, reading, writes)
    else:
        code = answer("check", checking.answers(queries, lines), reading, writes)
        if NOTHING in checking.ends and FOUND not in checking.ends:
            quotations = counted(len(lines), "quotation")
            say(f"claimcli check: none of {quotations} is {'exact' if exact else 'found'}")
    if checking.ends and (told := unmatched(reading)):
        say(f"claimcli check: {told}")
    return exit_code(code, checking.ends, all_of_them=exact)


def _problem(quote: str) -> str:
    from claimcli.index.alignment import quoted_tokens

    return "" if quoted_tokens(quote) else "has no words; write the quotation as you have it"


class _Checking:
    """Quotations checked one after the other against the same claims.

    ``ends`` tells of each that was checked how it ended, as an exit code.
    """

    def __init__(self, reading: Reading, speaker: str | None, limit: int | None, exact: bool) -> None:
        self._asked = query_of(speaker=[] if speaker is None else speaker)
        self._reading, self._speaker, self._limit, self._exact = reading, speaker, limit, exact
        self._searched = reading.searched()
        self._searched.claims.collection.judge(self._asked)
        reading.typed.append(self._asked)
        self.ends: list[int] = []

    def answers(self, path: str, lines: Iterable[Line]) -> Iterator[CheckedRecord]:
        """An answer a line; one without words is told, and the rest goes on."""
        for number, quote in lines:
            if problem := _problem(quote):
                self.ends.append(BAD)
                say(f"claimcli check: {path}, line {number}: {problem}")
                yield checked_record(quote, [], problem)
            else:
                yield checked_record(quote, self.records(quote))

    def records(self, quote: str) -> list[CheckRecord]:
        """The claims nearest to a quotation, best first; none where nothing could be read, and no verdict is."""
        from claimcli.index import Verdict
        from claimcli.index.checking import check_in

        claims, only, article_of = self._searched
        result = check_in(claims, quote, speaker=self._speaker, limit=self._limit, only=only)
        left_out, asked = 0, None
        if result.verdict is Verdict.NOT_FOUND:
            left_out, asked = _left_out(self._searched, quote), self._claims_of_asked()
        records = [
            check_record(
                result,
                near,
                article_of(near.claim),
                filtered_out=left_out,
                asked=asked,
            )
            for near in result.nearest
        ]
        if not records and (self._reading.articles or not self._reading.failed):
            records = [unfound_record(result, filtered_out=left_out, asked=asked)]
        if records:
            self.ends.append(self._ending(records[0]))
        return records

    def _claims_of_asked(self) -> list[Tally] | None:
        """How many claims are of each who may be asked about, most first; None where nobody was."""
        if self._speaker is None:
            return None
        self._reading.count()
        claims = self._reading.everybody
        meant = sorted(set(self._asked.speaker.meant), key=lambda name: (-claims[name], name))
        return [{"name": name, "claims": claims[name]} for name in meant]

    def _ending(self, record: CheckRecord) -> int:
        is_found = record["verdict"] != "not found" and record["same_speaker"] is not False
        return FOUND if (record["exact"] if self._exact else is_found) else NOTHING


def _left_out(searched: Searched, quote: str) -> int:
    """How many claims have a quotation that only the filters leave out."""
    from claimcli.index import Verdict
    from claimcli.index.checking import check_in

    if not searched.only:
        return 0
    everywhere = check_in(searched.claims, quote, limit=None)
    return sum(near.verdict is not Verdict.NOT_FOUND for near in everywhere.nearest)
