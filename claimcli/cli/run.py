"""What all commands do: read the sources, write the answer, and tell people what they should know besides."""

from __future__ import annotations

import os
import stat
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple, TextIO, cast

import typer

from claimcli.cli import BAD, FOUND, NOTHING, drop_output, say
from claimcli.cli.options import Format
from claimcli.model import Article, Claim, Kind, Speaker
from claimcli.output import Record, Screen, write
from claimcli.query import Query
from claimcli.sources import Fields, SourceError, load

if TYPE_CHECKING:
    from claimcli.index import Index
    from claimcli.index.stored import Stored

_LEAST_WIDTH, _MOST_WIDTH = 20, 10_000  # columns; narrower, no word would stay whole
_PIPED_WIDTH = 100  # columns, where neither a window nor COLUMNS tells
_NAMES_TOLD = 12
_TELLING = 4  # letters of an id that few others begin with
# What a listing is one of, to tell people at a terminal how many there were.
_COUNTED = {
    "quotes": "quote",
    "claims": "claim",
    "facts": "fact",
    "speakers": "speaker",
    "decisions": "decision",
    "search": "hit",
    "compare": "shared quotation",
}
# What there is none of, where a command that is not counted so finds nothing.
_SOUGHT = {**_COUNTED, "matrix": "decision"}


class Searched(NamedTuple):
    """Claims to search, which of them are asked for (None: all), and the article of each."""

    claims: Index
    only: Callable[[Claim], bool] | None
    article_of: Callable[[Claim], Article]


class Reading:
    """The articles of ``sources`` as they come, with note of who and what is in them.

    A source that cannot be read is told on standard error, and the rest goes on unless ``strict``. An article
    that was read before counts once, whatever file it comes in again.
    """

    def __init__(
        self,
        sources: Sequence[str] | None,
        query: Query | None = None,
        *,
        fields: Fields | None = None,
        strict: bool = False,
    ) -> None:
        self._sources = sources or ()
        self._fields = fields
        self._strict = strict
        self.query = query or Query()
        self.typed: list[Query] = []  # filters in what was typed to search for
        self.hints: list[str] = []  # what else would have matched, where nothing does
        self.failed = False
        self.articles = 0
        self.repeated: list[str] = []  # where articles stand that were read before
        self.claims = 0
        self.speakers: Counter[str] = Counter()
        self.via: Counter[str] = Counter()
        self.decisions: Counter[str] = Counter()
        self._uncounted: Stored | None = None
        self._seen: dict[str, set[str] | None] = {}  # articles; of those read in parts, which claims

    def __iter__(self) -> Iterator[Article]:
        return self._noted(self.query.glance)

    def whole(self) -> Iterator[Article]:
        """The same with all claims, whoever is asked for."""
        return self._noted(None)

    def _noted(self, wanted: Callable[[Kind, Speaker], bool] | None) -> Iterator[Article]:
        if not self._sources and _is_given_a_file():
            say("claimcli: the shipped seeds are read, not standard input; for that, name - as a source")
        for found in load(*self._sources, on_error=self._tell, fields=self._fields, wanted=wanted):
            if article := self._unseen(found):
                self._note(article)
                yield article
            else:
                self.repeated.append(found.source or found.title or found.id)

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
            index = Index(claims, fields=fields, articles=articles)
        collection = index.collection
        only = collection.judge(self.query) if self.query.narrows else None
        return Searched(index, only, lambda claim: cast("Article", collection.article(claim.article)))

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
        claims: list[Claim] = []
        for article, found, _ in self.query.run(self.whole()):
            articles[article.id] = _joined(articles.get(article.id), article)
            claims += found
        return list(articles.values()), claims

    def _stored(self, fields: Sequence[str]) -> str | None:
        """The source, if its own index serves."""
        if len(self._sources) != 1 or tuple(fields) != ("content",) or not os.path.isfile(self._sources[0]):
            return None
        from claimcli.index.stored import is_indexed

        return self._sources[0] if is_indexed(self._sources[0]) else None

    def count(self) -> None:
        """Take note of what is in a database whose index answered, which only has to be told if that was nothing."""
        if self._uncounted is None:
            return
        kinds = self.query.kinds
        self.articles = self._uncounted.count("articles")
        self.claims = self._uncounted.count("claims")
        self.speakers.update(self._uncounted.tally("speaker", kinds))
        self.via.update(self._uncounted.tally("via", kinds))
        self.decisions.update(self._uncounted.labels(kinds))
        self._uncounted = None

    def _tell(self, error: SourceError) -> None:
        self.failed = True
        say(f"claimcli: {error}")
        if self._strict:
            raise typer.Exit(BAD)

    def _note(self, article: Article) -> None:
        self.articles += 1
        claims = [claim for claim in article.claims if claim.kind in self.query.kinds]
        self.claims += len(claims)
        self.speakers.update(claim.speaker.name for claim in claims if claim.speaker)
        self.via.update(claim.via.name for claim in claims if claim.via)
        linked = Counter(decision for claim in claims for decision in claim.about)
        self.decisions.update({decision.label: linked[decision.id] for decision in article.decisions})


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


def _is_given_a_file() -> bool:
    """Whether standard input is a file that nobody has read yet, as by ``< article.txt``.

    Of a pipe it cannot be told for whom it is: in ``while read`` every command in the loop has that of the loop.
    From a file the loop has read by then.
    """
    if os.environ.get("CI"):
        return False
    try:
        held = os.fstat(0)
        return stat.S_ISREG(held.st_mode) and held.st_size > 0 and os.lseek(0, 0, os.SEEK_CUR) == 0
    except OSError:
        return False


def query_of(
    speaker: Sequence[str] | None = None,
    about: Sequence[str] | None = None,
    kind: Sequence[Kind] | None = None,
    via: Sequence[str] | None = None,
    min_confidence: float = 0.0,
    limit: int | None = None,
) -> Query:
    """The options of a command as a query; a name without letters is bad usage."""
    try:
        return Query(
            speaker=speaker or (),
            about=about or (),
            kind=kind or (),
            via=via or (),
            min_confidence=min_confidence,
            limit=limit,
        )
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def answer(
    command: str,
    records: Iterable[Record],
    reading: Reading,
    *,
    output: Format | None,
    json: bool,
    otherwise: str = "",
) -> int:
    """Write ``records`` as asked for and give the exit code.

    When there are none, say ``otherwise``, or what would have matched.
    """
    screen = screen_for(output, json)
    try:
        count = write(command, records, screen, _stream(screen))
    except BrokenPipeError:  # whoever reads the results has seen enough
        drop_output()
        return FOUND
    if reading.repeated:
        first, *others = reading.repeated
        more = f" and {len(others)} more" if others else ""
        say(f"claimcli {command}: read before, so it counts once: the article in {first}{more}")
    for wanted in (
        part for query in (reading.query, *reading.typed) for part in (query.speaker, query.via, query.about)
    ):
        for typed, names in wanted.guesses.items():
            say(f"claimcli {command}: no “{typed}” here; taken for {', '.join(names[:_NAMES_TOLD])}")
    if count == 0 and (reading.articles or not reading.failed):  # where nothing could be read, that was told
        say(f"claimcli {command}: {otherwise or nothing(reading, command)}")
    if reading.failed:
        return BAD
    if count == 0:
        return NOTHING
    if screen.terminal and screen.format == Format.TABLE and command in _COUNTED:
        say(f"{count} {_COUNTED[command]}{'s' * (count != 1)}")
    return FOUND


def screen_for(output: Format | None, json: bool) -> Screen:
    """The format asked for, and the size of the window."""
    if json and output not in (None, Format.JSON):
        raise typer.BadParameter(f"--json and --format {output}: choose one")
    format = Format.JSON if json else output or Format.TABLE  # noqa: A001
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


def nothing(reading: Reading, command: str = "claims") -> str:
    """Why nothing matched, and what would have."""
    if told := unmatched(reading):
        return told
    if any(query.narrows for query in (reading.query, *reading.typed)) and reading.claims:
        return "; ".join(
            ["nothing matches all of that", _listed("speaker", reading.speakers), *reading.hints]
        )
    articles = f"{reading.articles} article{'s' * (reading.articles != 1)}"
    if command == "search" or reading.hints:
        return "; ".join([f"nothing found in {articles}", *reading.hints])
    if command == "matrix" and reading.decisions:
        return f"no claims about the decisions in {articles}"
    return f"no {_SOUGHT[command]}s in {articles}"


def unmatched(reading: Reading) -> str:
    """The names asked for that stand for nobody and nothing here, and those that there are; empty if all do."""
    reading.count()
    parts = []
    for query in (reading.query, *reading.typed):
        for noun, wanted, there in (
            ("speaker", query.speaker, reading.speakers),
            ("go-between", query.via, reading.via),
            ("decision", query.about, reading.decisions),
        ):
            if wanted.unmatched:
                typed = ", ".join(f"“{name}”" for name in wanted.unmatched)
                parts.append(f"no {noun} like {typed}; {_listed(noun, there)}")
    return ". ".join(parts)


def _listed(noun: str, names: Counter[str]) -> str:
    if not names:
        return f"no {noun}s here"
    told = [name for name, _ in names.most_common(_NAMES_TOLD)]
    more = f" and {len(names) - len(told)} more" if len(names) > len(told) else ""
    return f"{noun}s here: {', '.join(told)}{more}"
