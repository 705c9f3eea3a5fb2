"""``claimcli search``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from claimcli.cli import BAD, FOUND, NOTHING, say
from claimcli.cli.lines import Line, Queries, exit_code, in_lines, read_lines
from claimcli.cli.options import Filters, Limit, Reads, Sources, Times, Writes
from claimcli.cli.run import Reading, Searched, answer, tell_if_file
from claimcli.output.records import answer_record, hit_record
from claimcli.output.shapes import AnswerRecord, HitRecord

if TYPE_CHECKING:
    from claimcli.index.query import Asked

Words = Annotated[
    str | None, typer.Argument(metavar="QUERY", help="Words as you remember them.", show_default=False)
]
Where = Annotated[
    str,
    typer.Option("--in", metavar="FIELD,...", help="Where the words stand: content, speaker, cue, article."),
]
Explain = Annotated[bool, typer.Option("--explain", help="Tell how each score came about.")]


def search(
    words: Words = None,
    sources: Sources = None,
    *,
    filters: Filters,
    times: Times,
    limit: Limit = 10,
    where: Where = "content",
    queries: Queries = None,
    explain: Explain = False,
    reads: Reads,
    writes: Writes,
) -> int:
    """Claims by words that you half remember.

    A typo, another ending or another order still finds them.

    In QUERY, "words in quotation marks" are taken as they stand, -word leaves claims with it out, and
    speaker:NAME, about:DECISION and kind:KIND (quote, too: direct or mixed) do as the options do.
    Best matches come first, at most 10 unless --limit says otherwise.
    A (?) behind a speaker: of those named by the same rule, more than one in four is somebody else.

    With --queries every line of FILE is a query as it stands; blank lines are left out. Each is answered by
    one line of JSON with the query and its hits, none where nothing matches; what keeps a query from being
    understood stands in its line (error). Exit code 0 if any query found something, 1 if none did.

    \b
    Examples:
      claimcli search "no-fly zone"
      claimcli search "spiling over" -s Stoltenberg --explain
      claimcli search "ukrainian officials" --in speaker
      claimcli search '"no-fly zone" -impose kind:direct'
    """
    if queries is not None:
        sources = [*([] if words is None else [words]), *(sources or [])]
    elif words is None:
        raise typer.BadParameter("QUERY is missing; write what you remember, or name a file by --queries")
    else:
        _expect_words(words)
        tell_if_file("search", words, sources)
    query = filters.query(times=times)
    reading = Reading(sources, reads, query)
    named = _fields(where)
    if queries is None:
        hits = _hits(words or "", reading, named, limit, explain)
        return answer("search", hits, reading, writes, limit=limit)
    writes = in_lines(writes)
    lines = read_lines(queries, sources)
    ends: list[int] = []  # how each query ended, as an exit code
    answers = _answers(queries, lines, reading, named, limit, explain, ends)
    code = answer("search", answers, reading, writes)
    if NOTHING in ends and FOUND not in ends and (reading.articles or not reading.failed):
        say(f"claimcli search: nothing found for any of {len(lines)} quer{'ies' if len(lines) > 1 else 'y'}")
    return exit_code(code, ends)


def _expect_words(typed: str) -> None:
    """A query without words and filters is bad usage, as is one that cannot be understood."""
    from claimcli.index.collection import filters_of
    from claimcli.index.query import QueryError, parse_query

    try:
        query = parse_query(typed)
        filters_of(query)
    except QueryError as error:
        raise typer.BadParameter(str(error)) from error
    if problem := _problem(query):
        raise typer.BadParameter(f"QUERY {problem}")
    for field in query.unknown:
        say(
            f"claimcli search: {field} is no filter (these are speaker:, about: and kind:), so it is taken for words"
        )


def _answers(
    path: str,
    lines: Iterable[Line],
    reading: Reading,
    where: tuple[str, ...],
    limit: int | None,
    explain: bool,
    ends: list[int],
) -> Iterator[AnswerRecord]:
    """An answer a query; one that cannot be understood is told, and the rest goes on."""
    from claimcli.index import QueryError
    from claimcli.index.query import parse_query

    searched = reading.searched(where)
    for number, query in lines:
        try:
            if problem := _problem(parse_query(query)):
                raise QueryError(problem)
            hits = searched.claims.search(query, limit=limit, only=searched.only)
        except QueryError as error:
            ends.append(BAD)
            say(f"claimcli search: {path}, line {number}: {error}")
            yield answer_record(query, [], str(error))
            continue
        ends.append(FOUND if hits else NOTHING)
        yield answer_record(
            query, [hit_record(searched.article_of(hit.claim), hit, explain=explain) for hit in hits]
        )


def _problem(asked: Asked) -> str:
    """What a query lacks to be one; nothing for most."""
    if asked.words or asked.has_filters:
        return ""
    lacking = "no words" if not asked.without else "only what to leave out"
    return f"has {lacking}; write what you remember, or speaker:NAME"


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
    from claimcli.index.collection import filters_of
    from claimcli.index.query import QueryError, parse_query

    searched = reading.searched(where)
    try:
        hits = searched.claims.search(words, limit=limit, only=searched.only)
    except QueryError as error:
        raise typer.BadParameter(str(error)) from error
    if filters := filters_of(parse_query(words)):
        searched.claims.collection.judge(filters)
        reading.typed.append(filters)
    if not hits:
        reading.hints += _elsewhere(words, searched, where)
    for hit in hits:
        yield hit_record(searched.article_of(hit.claim), hit, explain=explain)


def _elsewhere(typed: str, searched: Searched, where: tuple[str, ...]) -> Iterator[str]:
    """Where the words of a query stand that no claim has, and how to ask for them there."""
    from shlex import quote

    from claimcli.index.query import parse_query
    from claimcli.names import Typed

    asked = parse_query(typed)
    words = " ".join(asked.words)
    if not words:
        return
    name = Typed(words)
    speakers = searched.claims.collection.speakers()
    if not asked.speaker and any(name.closeness(names) is not None for names in speakers):
        as_typed = words if asked.has_filters or asked.without else typed.strip(' "“”')
        yield f"a speaker here: --speaker {quote(as_typed)}"
    if option := _in_an_article(typed, asked.words, searched, where):
        yield f"in the article's own words: {option}"


def _in_an_article(
    typed: str, words: Sequence[str], searched: Searched, where: tuple[str, ...]
) -> str | None:
    """What finds ``words`` in an article: the field of its paragraphs with claims, or the facts beside them."""
    from claimcli.index import Index
    from claimcli.index.words import Words

    folded = Words()
    for article in searched.claims.collection.articles_with(words):
        around = Index(article.claims, fields=("article",), articles=[article])
        if "article" not in where and around.search(typed, limit=1, only=searched.only):
            return "--in article"
        if any(set(words) <= set(folded.of(fact.text)) for fact in article.facts):
            return "claimcli facts"
    return None
