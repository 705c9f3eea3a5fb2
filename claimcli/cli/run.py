"""What all commands do: read the sources, write the answer, and tell people what they should know besides."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple, TextIO, cast

import typer

from claimcli.cli import BAD, FOUND, NOTHING, counted, drop_output, say, say_repeated
from claimcli.cli.nothing import LISTED, nothing, some
from claimcli.cli.options import Format, Reads, Writes
from claimcli.dates import Days, told
from claimcli.model import Article, Claim, Kind, Speaker
from claimcli.names import bare, fold
from claimcli.output import Record, Screen, write
from claimcli.query import Query
from claimcli.sources import SourceError, loaded

if TYPE_CHECKING:
    from claimcli.index import Index
    from claimcli.index.collection import Collection
    from claimcli.index.stored import Stored

NO_SOURCE = (
    "claimcli: no source is named, so the shipped example is read; name files, or - for standard input"
)

_LEAST_WIDTH, _MOST_WIDTH = 20, 10_000  # columns; narrower, no word would stay whole
_PIPED_WIDTH = 100  # columns, where neither a window nor COLUMNS tells
_TAKEN_TOLD = 20  # names, of all that a role or the beginning of a name is taken for
_TELLING = 4  # letters of an id that few others begin with


class Searched(NamedTuple):
    """Claims to search, which of them are asked for (None: all), and the article of each."""

    claims: Index
    only: Callable[[Claim], bool] | None
    article_of: Callable[[Claim], Article]


class Reading:
    """The articles of ``sources`` as they come, with note of who and what is in them.

    A source that cannot be read is told on standard error, and the rest goes on unless ``reads`` are strict. An article
    that was read before counts once, whatever file it comes in again.
    """

    def __init__(
        self,
        sources: Sequence[str] | None,
        reads: Reads,
        query: Query | None = None,
    ) -> None:
        self._sources = sources or None
        self._reads = reads
        self.query = query or Query()
        self.typed: list[Query] = []  # filters in what was typed to search for
        self.hints: list[str] = []  # what else would have matched, where nothing does
        self.failed = False
        self.articles = 0
        self.repeated: list[str] = []  # where articles stand that were read before
        self.claims = 0
        self.everybody: Counter[str] = Counter()  # speakers of claims of any kind
        self.speakers: Counter[str] = Counter()  # those of the kinds that are asked for
        self.roles: dict[str, str] = {}  # of speakers that have one
        self.via: Counter[str] = Counter()
        self.decisions: Counter[str] = Counter()
        self.actors: Counter[str] = Counter()  # who decides
        self.outside: list[Days] = []  # when other articles are published than in the time asked for
        self.undated: list[str] = []  # where articles stand whose date cannot be held against that time
        self._said: set[str] = set()  # what no decision is called, and claims have the words of
        self._named: set[str] = set()  # what no speaker is called, and articles have as a name
        self._searched: Collection | None = None
        self._uncounted: Stored | None = None
        self._seen: dict[str, set[str] | None] = {}  # articles; of those read in parts, which claims

    def __iter__(self) -> Iterator[Article]:
        return self._noted(self.query.glance)

    def whole(self) -> Iterator[Article]:
        """The same with all claims, whoever is asked for."""
        return self._noted(None)

    def _noted(self, wanted: Callable[[Kind, Speaker], bool] | None) -> Iterator[Article]:
        if not self._sources:
            say(NO_SOURCE)
        for found in loaded(self._sources, on_error=self._tell, fields=self._reads.fields, wanted=wanted):
            article = self._unseen(found)
            if article is None:
                self.repeated.append(found.source or found.title or found.id)
            elif self._is_of_that_time(article.published, article.source or article.title or article.id):
                self._note(article)
                yield article

    def _is_of_that_time(self, published: str | None, where: str) -> bool:
        """Whether an article is published when it is asked for; of one that is not, note why."""
        answer = self.query.period.holds(published)
        if answer is None and where:
            self.undated.append(where)
        elif answer is False and (days := told(published or "")):
            self.outside.append(days)
        return answer is True

    def _unseen(self, article: Article) -> Article | None:
        """``article`` as far as it was not read before; None where nothing of it is new.

        Claims that ``claims --format jsonl`` printed bring their article in parts, without its paragraphs.
        """
        if not article.id:  # only claims that nobody asks for
            return article
        seen = self._seen.get(article.id, set())
        if seen is None:
            return None
        new = tuple(claim for claim in article.claims if claim.id not in seen) if seen else article.claims
        if seen and not new and not article.paragraphs:
            return None
        self._seen[article.id] = None if article.paragraphs else seen.union(claim.id for claim in new)
        return article if len(new) == len(article.claims) else replace(article, claims=new)

    def searched(self, fields: Sequence[str] = ("content",)) -> Searched:
        """The index of all claims: that of a database if it is the only source and has one, else a new one."""
        from claimcli.index import Index

        if stored := self._stored(fields):
            index = Index.stored(stored)
            self._uncounted = cast("Stored", index.collection)
        else:
            articles: dict[str, Article] = {}
            claims: list[Claim] = []
            for article in self.whole():
                articles[article.id] = _joined(articles.get(article.id), article)
                claims += article.claims
            index = Index(claims, fields=fields, articles=articles.values())
        self._searched = collection = index.collection
        only = collection.judge(self.query) if self.query.narrows else None
        if self._uncounted and self.query.period:
            only = self._in_time(self._uncounted, only)
        return Searched(index, only, lambda claim: cast("Article", collection.article(claim.article)))

    def _in_time(self, stored: Stored, passes: Callable[[Claim], bool] | None) -> Callable[[Claim], bool]:
        """Whether a claim of a database passes and its article is published when it is asked for."""
        in_time = {key for key, published, where in stored.dates() if self._is_of_that_time(published, where)}
        return lambda claim: claim.article in in_time and (passes is None or passes(claim))

    def holding(self, beginning: str) -> Iterator[Article]:
        """The articles among which is any that has something whose id begins so: from a database only those."""
        telling = len(beginning) >= _TELLING and beginning.isascii()
        path = self._stored(("content",)) if telling else None
        if path is None:
            yield from self
            return
        from claimcli.index.stored import Stored

        stored = Stored(path)
        try:
            yield from stored.articles_of(beginning)
        finally:
            stored.close()

    def gather(self) -> tuple[list[Article], list[Claim]]:
        """All articles, each once, and those of their claims that pass the query."""
        articles: dict[str, Article] = {}

        def kept() -> Iterator[Article]:
            for article in self.whole():
                articles[article.id] = _joined(articles.get(article.id), article)
                yield article

        claims = [claim for _, claim in self.query.claims(kept())]
        return list(articles.values()), claims

    def _stored(self, fields: Sequence[str]) -> str | None:
        """The source, if its own index serves."""
        source, *others = self._sources or [""]
        if others or tuple(fields) != ("content",) or not os.path.isfile(source):
            return None
        from claimcli.index.stored import is_indexed

        return source if is_indexed(source) else None

    def count(self) -> None:
        """Take note of what is in a database whose index answered, which only has to be told if that was nothing."""
        if self._uncounted is None:
            return
        kinds = self.query.kinds
        self.articles = self._uncounted.count("articles") - len(self.outside) - len(self.undated)
        self.claims = self._uncounted.count("claims")
        self.everybody.update(self._uncounted.tally("speaker", Kind))
        self.roles.update(self._uncounted.roles())
        self.speakers.update(self._uncounted.tally("speaker", kinds))
        self.via.update(self._uncounted.tally("via", kinds))
        self.decisions.update(self._uncounted.labels(kinds))
        self._uncounted = None

    def _tell(self, error: SourceError) -> None:
        self.failed = True
        say(f"claimcli: {error}")
        if self._reads.strict:
            raise typer.Exit(BAD)

    def _note(self, article: Article) -> None:
        self.articles += 1
        self.everybody.update(claim.speaker.name for claim in article.claims if claim.speaker)
        self.roles.update((who.name, who.role) for who in article.speakers if who.role)
        claims = [claim for claim in article.claims if claim.kind in self.query.kinds]
        self.claims += len(claims)
        self.speakers.update(claim.speaker.name for claim in claims if claim.speaker)
        self.via.update(claim.via.name for claim in claims if claim.via)
        linked = Counter(decision for claim in claims for decision in claim.about)
        self.decisions.update({decision.label: linked[decision.id] for decision in article.decisions})
        self.actors.update(decision.actor for decision in article.decisions if decision.actor)
        for typed in set(self.query.speaker.unmatched) - self._named:
            if _holds_name(article.text, typed):
                self._named.add(typed)
        for typed in set(self.query.about.unmatched) - self._said:
            if any(_has_words(claim.text, typed) for claim in article.claims):
                self._said.add(typed)

    def is_named(self, typed: str) -> bool:
        """Whether articles have a name that no speaker has."""
        if typed in self._named or self._searched is None:
            return typed in self._named
        articles = self._searched.articles_with(fold(typed).split())
        return any(_holds_name(article.text, typed) for article in articles)

    def is_said(self, typed: str) -> bool:
        """Whether a claim has the words of what no decision is called."""
        if typed in self._said or self._searched is None:
            return typed in self._said
        texts = [set(self._searched.texts.texts(word)) for word in fold(typed).split()]
        return bool(set.intersection(*texts))


def _has_words(text: str, typed: str) -> bool:
    return set(fold(typed).split()) <= set(fold(text).split())


def _holds_name(text: str, typed: str) -> bool:
    """Whether a text has the words of a name one after the other; most have not even its last word."""
    name = fold(typed)
    return name.rpartition(" ")[2] in bare(text) and f" {name} " in f" {fold(text)} "


def _joined(before: Article | None, article: Article) -> Article:
    """``article`` with what parts of it told before: their words, where it is blank, and their decisions."""
    if before is None or article.paragraphs:
        return article
    if before.paragraphs:
        return before
    letters = zip_longest(before.text, article.text, fillvalue=" ")
    decisions = {decision.id: decision for decision in (*before.decisions, *article.decisions)}
    text = "".join(old if new == " " else new for old, new in letters)
    return replace(before, text=text, decisions=tuple(decisions.values()))


def tell_if_file(command: str, typed: str, sources: Sequence[str] | None) -> None:
    """Tell that what stands in the place of the words is a file, where no source is named: the words were forgotten."""
    if not sources and os.path.exists(typed):
        say(
            f"claimcli {command}: {typed} is a file or folder, but is taken for the words, which come before it"
        )


def answer(
    command: str,
    records: Iterable[Record],
    reading: Reading,
    writes: Writes,
    *,
    otherwise: str = "",
    limit: int | None = None,
    of: int | None = None,
) -> int:
    """Write ``records`` as asked for and give the exit code.

    When there are none, say ``otherwise``, or what would have matched. At a terminal the last line counts them; ``of``
    is how many there are without the ``limit``, where that is known.
    """
    screen = screen_for(writes)
    try:
        count = write(command, records, screen, _stream(screen))
    except BrokenPipeError:  # whoever reads the results has seen enough
        drop_output()
        return FOUND
    say_repeated(command, reading.repeated)
    if reading.undated:
        say(f"claimcli {command}: left out, as it has no date that can be read: {some(reading.undated, 1)}")
    # a search reads all, and shows the best
    _tell_guesses(command, reading, all_read=of is not None or count != limit or command == "search")
    any_read = reading.articles or reading.outside or reading.undated
    if count == 0 and (any_read or not reading.failed):  # where nothing could be read, that was told
        say(f"claimcli {command}: {otherwise or nothing(reading, command)}")
    if reading.failed:
        return BAD
    if count == 0:
        return NOTHING
    if screen.terminal and screen.format == Format.TABLE and command in LISTED:
        say(_tally(count, LISTED[command], limit, of))
    return FOUND


def _tell_guesses(command: str, reading: Reading, *, all_read: bool) -> None:
    """For which names something was taken that is no whole word of any."""
    so_far = "" if all_read else " so far; without --limit for more, maybe"
    for query in (reading.query, *reading.typed):
        for wanted in (query.speaker, query.via, query.about, query.actor):
            for typed, names in wanted.guesses.items():
                say(f"claimcli {command}: “{typed}” is taken for {some(names, _TAKEN_TOLD)}{so_far}")


def _tally(count: int, noun: str, limit: int | None, of: int | None) -> str:
    """ "3 claims", and whether that is all: "2 of 12 speakers"."""
    if of is not None and of > count:
        return f"{count:,} of {counted(of, noun)}"
    more = "; a higher --limit may show more" if of is None and count == limit else ""
    return f"{counted(count, noun)}{more}"


def screen_for(writes: Writes) -> Screen:
    """The format asked for, and the size of the window."""
    format = writes.format  # noqa: A001
    terminal = sys.stdout is not None and sys.stdout.isatty()
    return Screen(format.value, _width(terminal), terminal)


def _width(terminal: bool) -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdecimal() and int(columns):
        return min(max(int(columns), _LEAST_WIDTH), _MOST_WIDTH)
    if not terminal:
        return _PIPED_WIDTH
    try:
        return max(os.get_terminal_size(sys.stdout.fileno()).columns or 80, _LEAST_WIDTH)
    except OSError:
        return 80


def _stream(screen: Screen) -> TextIO:
    """Standard output; UTF-8 for programs, and for people whatever their terminal can show."""
    if sys.stdout is None:
        raise OSError(9, "standard output is closed")
    if hasattr(sys.stdout, "reconfigure"):
        if screen.format == Format.TABLE:
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    return sys.stdout
