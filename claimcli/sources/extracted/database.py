"""The articles of a SQLite database that ``claimcli extract`` has made: all in turn, or one by its key."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BufferedReader, FileIO
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from claimcli.model import Article, Claim, Decision, Fact, Kind, Span, Speaker, Status
from claimcli.sources.document import SourceError
from claimcli.sources.extracted.articles import MISFITS, Found, misfit
from claimcli.sources.extracted.checked import checked
from claimcli.sources.extracted.speakers import Speakers, how_sure

_Row = tuple[Any, ...]


def articles(source: str, file: BufferedReader) -> Iterator[Found]:
    """The articles of a SQLite database that ``claimcli extract`` has made."""
    connection = _connected(file)
    try:
        yield from _from_database(source, Rows(source, connection))
    finally:
        connection.close()


def has_articles(path: str) -> bool:
    """Whether a database has the tables of articles and claims."""
    connection = sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro", uri=True)
    try:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    except sqlite3.Error:
        return False
    finally:
        connection.close()
    return {"articles", "claims", "links"} <= tables


class Rows:
    """What a database answers; where it cannot, a ``SourceError`` with its name, and once closed a ``ValueError``."""

    def __init__(self, source: str, connection: sqlite3.Connection) -> None:
        self.source = source
        self._execute = connection.execute

    def __call__(self, command: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._execute(command, values)
        except sqlite3.ProgrammingError as error:  # no fault of the database
            if "closed" in str(error):
                raise ValueError(f"the index of {self.source} is closed; open it again") from None
            raise
        except sqlite3.DatabaseError as error:
            if "no such" in str(error):
                told = f"is a database, but none that claimcli extract has made ({error}); name articles"
            else:
                told = f"is damaged ({error}); extract it again"
            raise SourceError(self.source, told) from error


def _connected(file: BufferedReader) -> sqlite3.Connection:
    name = (
        file.raw.name if isinstance(file.raw, FileIO) else None
    )  # none of what is unpacked or comes by a pipe
    if isinstance(name, str) and Path(name).is_file():
        return sqlite3.connect(f"{Path(name).resolve().as_uri()}?mode=ro", uri=True)
    connection = sqlite3.connect(":memory:")
    connection.deserialize(file.read())
    return connection


_ARTICLES = "SELECT key, id, title, source, published, text, paragraphs FROM articles{where} ORDER BY key"
_CLAIM = (
    "key, id, kind, text, speaker, via, mention_start, mention_end, cue_start, cue_end, "
    "spans, paragraph, confidence, {sure}, because"
)
_SIDES = (
    "SELECT article, key, name, role, aliases, type FROM speakers{where} ORDER BY key",
    'SELECT article, id, label, actor, action, status, "when", evidence_start, evidence_end, {because} '
    "FROM decisions{where} ORDER BY key",
    f"SELECT article, {_CLAIM} FROM claims{{where}} ORDER BY key",
    'SELECT article, id, text, "start", "end", paragraph FROM facts{where} ORDER BY key',
    "SELECT links.claim, decisions.id FROM links JOIN decisions ON decisions.key = links.decision{where} "
    "ORDER BY links.rowid",
)


def _from_database(source: str, run: Rows, only: int | None = None) -> Iterator[Found]:
    """Every table in its order, side by side: what belongs to an article stands together in each.

    Of all articles, or ``only`` that of one key. In the place of one that does not fit, an error.
    """
    known = Speakers()
    asked = () if only is None else (only,)
    rows = run(_ARTICLES.format(where=" WHERE key = ?" if asked else ""), asked)
    where = " WHERE article = ?" if asked else ""
    because = _column(run, "decisions", "because", "'[]'")
    sure = _column(run, "claims", "speaker_confidence", "NULL")
    people, decisions, claims, facts, links = (
        _Side(run(query.format(where=where, because=because, sure=sure), asked)) for query in _SIDES
    )
    for key, *row in rows:
        sides = people.of(key), claims.of(key), decisions.of(key), facts.of(key)
        try:
            yield checked(_stored_article(known, links, tuple(row), *sides))
        except MISFITS as error:
            yield misfit(source, error)


def _column(run: Rows, table: str, name: str, otherwise: str) -> str:
    """The ``name`` of a column of ``table`` to ask for; ``otherwise`` if version 0.1.0 made it, which had none."""
    return name if name in {column for _, column, *_ in run(f"PRAGMA table_info({table})")} else otherwise


def _stored_article(
    known: Speakers,
    links: _Side,
    row: _Row,
    people: list[_Row],
    claims: list[_Row],
    decisions: list[_Row],
    facts: list[_Row],
) -> Article:
    name, title, source, published, text, paragraphs = row
    speakers = {number: _stored_speaker(known, row) for _, number, *row in people}
    found = tuple(
        [
            _stored_claim(row[1:], name, speakers, [decision for _, decision in links.of(row[1])])
            for row in claims
        ]
    )
    return Article(
        id=name,
        title=title,
        source=source,
        published=published,
        text=text,
        paragraphs=tuple([Span(*span) for span in json.loads(paragraphs)]),
        claims=found,
        decisions=tuple([_stored_decision(row) for row in decisions]),
        speakers=tuple(dict.fromkeys([claim.speaker for claim in found if claim.speaker])),
        facts=tuple([Fact(row[1], row[2], Span(row[3], row[4]), row[5], name) for row in facts]),
    )


def _stored_decision(row: tuple[Any, ...]) -> Decision:
    _, key, label, actor, action, status, when, start, end, because = row
    told = tuple(json.loads(because))
    return Decision(key, label, actor, action, Status(status), when, Span(start, end), told)


def _stored_speaker(known: Speakers, row: Sequence[Any]) -> Speaker | None:
    name, role, aliases, sort = row
    return known.of({"name": name, "role": role, "aliases": json.loads(aliases), "type": sort})


def _stored_claim(
    row: Sequence[Any], article: str, speakers: Mapping[int, Speaker | None], about: Iterable[str]
) -> Claim:
    _, name, kind, text, speaker, via, *pieces, spans, paragraph, confidence, sure, because = row
    who, told = speakers.get(speaker), tuple(json.loads(because))
    mention_start, mention_end, cue_start, cue_end = pieces
    return Claim(
        name,
        Kind(kind),
        text,
        tuple([Span(*span) for span in json.loads(spans)]),
        who,
        None if mention_start is None else Span(mention_start, mention_end),
        None if cue_start is None else Span(cue_start, cue_end),
        speakers.get(via),
        tuple(about),
        paragraph,
        confidence,
        told,
        article,
        how_sure(who, told, sure),
    )


class ByKey:
    """A claim or an article of such a database by its key, without reading the others.

    Raises ``SourceError`` for one that does not fit.
    """

    def __init__(self, run: Rows) -> None:
        self._run = run
        self._known = Speakers()
        self._of_claim = _CLAIM.format(sure=_column(run, "claims", "speaker_confidence", "NULL"))

    def claim(self, key: int) -> Claim:
        run = self._run
        article, *row = next(
            run(
                "SELECT (SELECT id FROM articles WHERE key = claims.article), "
                f"{self._of_claim} FROM claims WHERE key = ?",
                (key,),
            )
        )
        about = run(
            "SELECT decisions.id FROM links JOIN decisions ON decisions.key = links.decision "
            "WHERE links.claim = ? ORDER BY links.rowid",
            (key,),
        )
        try:
            people = {number: self._speaker(number) for number in row[4:6] if number is not None}
            return _stored_claim(row, article, people, [decision for (decision,) in about])
        except MISFITS as error:
            raise misfit(run.source, error) from error

    def _speaker(self, key: int) -> Speaker | None:
        rows = self._run("SELECT name, role, aliases, type FROM speakers WHERE key = ?", (key,))
        return _stored_speaker(self._known, next(rows))

    def article(self, key: int) -> Article:
        found = next(_from_database(self._run.source, self._run, key))
        if isinstance(found, SourceError):
            raise found
        return found


class _Side:
    """A table whose rows are taken group by group; its first column is the number of the group."""

    def __init__(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self._groups = groupby(rows, key=itemgetter(0))
        self._next = next(self._groups, None)

    def of(self, key: int) -> list[tuple[Any, ...]]:
        while self._next and self._next[0] < key:  # those of an article that was left out
            self._next = next(self._groups, None)
        if self._next is None or self._next[0] != key:
            return []
        rows = list(self._next[1])
        self._next = next(self._groups, None)
        return rows
