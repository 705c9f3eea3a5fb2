"""Claims that were extracted before, read back as the articles that they came from; nothing is parsed again.

``claimcli extract`` writes a row an article and after it a row a claim. Of claims alone, as
``claims --format jsonl`` prints them, the article is made up as far as they tell: its text is blank but for
their words, and its decisions have no more than a label.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from io import BufferedReader, FileIO
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcli.model import Article, Claim, Decision, Fact, Kind, Span, Speaker, SpeakerType, Status
from claimcli.sources import json_rows, limit
from claimcli.sources.document import SourceError
from claimcli.sources.text import stream

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

Row = dict[str, Any]
Found = Article | SourceError
Line = tuple[int, bytes]  # and its number, from 1
Wanted = Callable[[Kind, Speaker], bool]

# How the first line begins: an article, or a claim, whose first two keys nobody else has so.
_BEGINS = re.compile(
    rb'\s*\{\s*"(?:what"\s*:\s*"article"'
    rb'|id"\s*:\s*"[0-9a-f]{16}"\s*,\s*"kind"\s*:\s*"(?:direct|mixed|indirect)"\s*,\s*"text")'
)
# What our own lines begin with: an article's its id, a claim's an id of sixteen digits and then its kind.
_ARTICLE = b'{"what": "article", "id": "'
_KIND, _KIND_AT = b'", "kind": "', len(b'{"id": "0123456789abcdef')
_SPEAKER = b', "speaker": '
_REMEMBERED = 1 << 15  # speakers and husks
_BATCH = 512  # rows of Parquet held at a time


def begins_so(head: bytes) -> bool:
    """Whether a file that begins with ``head`` is JSON Lines of extracted claims."""
    return _BEGINS.match(head) is not None


def lines(source: str, file: BufferedReader, wanted: Wanted | None = None) -> Iterator[Found]:
    """The articles of JSON Lines. A line that cannot be read is told, and the rest goes on.

    With ``wanted``, claims of kinds and speakers that it denies may be husks, of which only kind and speaker
    are right, and so may be articles that have no other claims.
    """
    begun = _BEGINS.match(file.peek(1))
    if begun and b"\n" in begun[0].lstrip():  # somebody has put every value on several lines
        values = json_rows.values_of(source, "", stream(source, file))
        yield from _articles(
            source, (value if isinstance(value, SourceError) else value[1] for value in values)
        )
        return
    rows: Iterator[Line] = enumerate(limit.lines(source, file), 1)
    yield from _articles(source, _parsed(source, _glanced(rows, wanted) if wanted else rows))


def _parsed(
    source: str, rows: Iterable[Line | Claim | Article]
) -> Iterator[Row | Claim | Article | SourceError]:
    for row in rows:
        if not isinstance(row, tuple):
            yield row
        elif not row[1].isspace():
            try:
                yield json.loads(row[1])
            except (ValueError, RecursionError):
                yield SourceError(source, f"line {row[0]} is not JSON; check it")


def _glanced(rows: Iterable[Line], wanted: Wanted) -> Iterator[Line | Claim | Article]:
    """Lines that have to be read, and husks for the others."""
    glance = _Glance(wanted)
    block: list[Line | Claim] = []  # the line of an article and what follows it
    for row in rows:
        if row[1].startswith(_ARTICLE):
            yield from _lighter(block)
            block = [row]
            glance.turn_to(row[1])
        elif block:
            block.append(glance.husk(row[1]) or row)
        else:
            yield row
    yield from _lighter(block)


def _lighter(block: list[Line | Claim]) -> Iterable[Line | Claim | Article]:
    claims = [row for row in block[1:] if isinstance(row, Claim)]
    if not claims or len(claims) < len(block) - 1:
        return block
    return [Article("", None, None, None, "", (), tuple(claims), (), (), ())]


class _Glance:
    """A look at the line of a claim, as we write it: at its kind and its speaker, and whose claim it is."""

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._speakers = _Speakers()
        self._end = b""
        self._speaker = lru_cache(_REMEMBERED)(self._read_speaker)
        self._husk = lru_cache(_REMEMBERED)(self._made)

    def turn_to(self, line: bytes) -> None:
        """The claims that follow belong to the article on ``line``."""
        self._end = b', "article": {"id": "' + line[len(_ARTICLE) : line.find(b', "text": ')] + b"}}\n"

    def husk(self, line: bytes) -> Claim | None:
        """The claim without its words; None if they may be wanted, or if the line is not as we write it."""
        # No key can be mistaken: inside a string, its quotation marks would have backslashes.
        start = line.find(_SPEAKER)
        end = line.find(b', "mention": ', start)
        if not line.startswith(_KIND, _KIND_AT) or start < 0 or end < 0:
            return None
        if not line.endswith(self._end) or line.find(b', "via": null, ', end) < 0:
            return None
        kind = _KIND_AT + len(_KIND)
        return self._husk(line[kind : line.find(b'"', kind)], line[start + len(_SPEAKER) : end])

    def _made(self, kind: bytes, speaker: bytes) -> Claim | None:
        sort, who = Kind(kind.decode()), self._speaker(speaker)
        if who and self._wanted(sort, who):
            return None
        return Claim("", sort, "", (), who, None, None, None, (), 1, 1.0, (), "")

    def _read_speaker(self, speaker: bytes) -> Speaker | None:
        return self._speakers.of(json.loads(speaker.decode()))


def table(source: str, file: ParquetFile) -> Iterator[Found]:
    """The articles of a Parquet file that ``claimcli extract`` has made."""
    rows = (row for batch in file.iter_batches(batch_size=_BATCH) for row in batch.to_pylist())
    yield from _articles(
        source, ({**row["article"], **row["document"]} if row["document"] else row for row in rows)
    )


def _articles(source: str, rows: Iterable[Row | Claim | Article | SourceError]) -> Iterator[Found]:
    """Articles of their rows: each goes to the next article, or to the next claim of another article."""
    speakers = _Speakers()
    head: Row | None = None
    claims: list[Row | Claim] = []
    for row in rows:
        if isinstance(row, SourceError):
            yield row
            continue
        if not _is_ours(row):
            yield SourceError(source, "a line is neither an article nor a claim; extract it again")
            continue
        if not _belongs(row, head, claims):
            if head or claims:
                yield _article(source, head, claims, speakers)
            head, claims = None, []
        if isinstance(row, Article):
            yield row
        elif isinstance(row, dict) and "paragraphs" in row:
            head = row
        else:
            claims.append(row)
    if head or claims:
        yield _article(source, head, claims, speakers)


def _is_ours(row: object) -> bool:
    if isinstance(row, dict):
        return "paragraphs" in row or ("spans" in row and isinstance(row.get("article"), dict))
    return isinstance(row, Claim | Article)


def _belongs(row: Row | Claim | Article, head: Row | None, claims: list[Row | Claim]) -> bool:
    """Whether ``row`` is a claim of the article that is being read."""
    if isinstance(row, Claim):
        return True
    if isinstance(row, Article) or "paragraphs" in row:
        return False
    if head:
        return bool(row["article"].get("id") == head.get("id"))
    return not claims or (isinstance(claims[-1], dict) and claims[-1]["article"] == row["article"])


class _Speakers:
    """Speakers of their records, each made once as long as it keeps turning up."""

    _MOST = 20_000

    def __init__(self) -> None:
        self._known: dict[tuple[Any, ...], Speaker] = {}

    def of(self, row: Row | None) -> Speaker | None:
        if row is None:
            return None
        key = (row["name"], row["role"], row["type"], *row["aliases"])
        speaker = self._known.get(key)
        if speaker is None:
            if len(self._known) >= self._MOST:
                self._known.clear()
            if not all(isinstance(part, str) for part in key if part is not None) or row["name"] is None:
                raise TypeError("a speaker whose names are no text")
            speaker = Speaker(row["name"], row["role"], tuple(row["aliases"]), SpeakerType(row["type"]))
            self._known[key] = speaker
        return speaker


def _article(source: str, head: Row | None, claims: list[Row | Claim], speakers: _Speakers) -> Found:
    try:
        head = head or _made_up([row for row in claims if isinstance(row, dict)])
        return _checked(_made(head, claims, speakers))
    except (KeyError, TypeError, ValueError, IndexError) as error:
        return SourceError(
            source, f"has a row of another shape ({type(error).__name__}: {error}); extract it again"
        )


def _made(head: Row, rows: list[Row | Claim], speakers: _Speakers) -> Article:
    key, text = head["id"], head["text"]
    vias = iter([speakers.of(row) for row in head["via"]])
    claims = tuple([row if isinstance(row, Claim) else _claim(row, key, speakers, vias) for row in rows])
    return Article(
        id=key,
        title=head["title"],
        source=head["source"],
        published=head["published"],
        text=text,
        paragraphs=tuple([Span(*span) for span in head["paragraphs"]]),
        claims=claims,
        decisions=tuple([_decision(row) for row in head["decisions"]]),
        speakers=tuple(dict.fromkeys([claim.speaker for claim in claims if claim.speaker])),
        facts=tuple([_fact(row, text, key) for row in head["facts"]]),
    )


def _checked(article: Article) -> Article:
    """``article``, as whoever gets it may rely on. Raises ``TypeError`` or ``ValueError`` where it does not fit."""
    length = len(article.text)
    words = [article.id]
    maybe = [article.title, article.source, article.published]
    spans = [*article.paragraphs]
    numbers = [1]
    decisions = set()
    for decision in article.decisions:
        decisions.add(decision.id)
        words += decision.id, decision.label, decision.action, *decision.because
        maybe += decision.actor, decision.when
        spans.append(decision.evidence)
    for claim in article.claims:
        if not claim.article:
            continue  # a husk
        words += claim.because
        words += claim.id, claim.text
        spans += claim.spans
        if claim.mention:
            spans.append(claim.mention)
        if claim.cue:
            spans.append(claim.cue)
        numbers.append(claim.paragraph)
        if claim.about and not decisions.issuperset(claim.about):
            raise ValueError("a claim about a decision that is not there")
        if not 0 <= claim.confidence <= 1:
            raise ValueError(f"a confidence of {claim.confidence}")
    for fact in article.facts:
        words.append(fact.id)
        spans.append(fact.span)
        numbers.append(fact.paragraph)
    offsets = [0, *chain.from_iterable(spans)]
    "".join(words)  # which takes nothing but text
    if not {str, type(None)}.issuperset(map(type, maybe)):
        raise TypeError("something else than text where text is wanted")
    if not {int}.issuperset(map(type, offsets)) or min(offsets) < 0 or max(offsets) > length:
        raise ValueError("a place that is not in the text")
    if not {int}.issuperset(map(type, numbers)) or min(numbers) < 1 or max(numbers) > max(length, 1):
        raise ValueError("a paragraph that is not there")
    return article


def _claim(row: Row, article: str, speakers: _Speakers, vias: Iterator[Speaker | None]) -> Claim:
    return Claim(
        row["id"],
        Kind(row["kind"]),
        row["text"],
        tuple([Span(*span) for span in row["spans"]]),
        speakers.of(row["speaker"]),
        _piece(row["mention"]),
        _piece(row["cue"]),
        None if row["via"] is None else _via(row["via"], vias),
        tuple([decision["id"] for decision in row["about"]]),
        row["paragraph"],
        row["confidence"],
        tuple(row["because"]),
        article,
    )


def _via(name: str, vias: Iterator[Speaker | None]) -> Speaker:
    """The next speaker of this name; claims before it may have been filtered out."""
    return next((speaker for speaker in vias if speaker and speaker.name == name), None) or Speaker(str(name))


def _piece(row: Row | None) -> Span | None:
    return None if row is None else Span(row["start"], row["end"])


def _decision(row: Row) -> Decision:
    return Decision(
        id=row["id"],
        label=row["label"],
        actor=row["actor"],
        action=row["action"],
        status=Status(row["status"]),
        when=row["when"],
        evidence=Span(row["start"], row["end"]),
        because=tuple(row.get("because") or ()),  # version 0.1.0 wrote none
    )


def _fact(row: Row, text: str, article: str) -> Fact:
    span = Span(row["start"], row["end"])
    return Fact(row["id"], text[span.start : span.end], span, row["paragraph"], article)


def _made_up(claims: list[Row]) -> Row:
    """An article as far as its claims tell: blank but for their words."""
    text: list[str] = []
    decisions: dict[str, Row] = {}
    for row in claims:
        at = 0
        for start, end in row["spans"]:  # the text is the spans joined by " … "
            _put(text, start, row["text"][at : at + end - start])
            at += end - start + len(" … ")
        for piece in filter(None, (row["mention"], row["cue"])):
            _put(text, piece["start"], piece["text"])
        for named in row["about"]:
            told = {"actor": None, "action": named["label"], "status": Status.PROPOSED, "when": None}
            decisions[named["id"]] = {**named, **told, "start": 0, "end": 0}
    nothing: Row = {"paragraphs": [], "facts": [], "via": []}
    return {**claims[0]["article"], **nothing, "text": "".join(text), "decisions": list(decisions.values())}


def _put(text: list[str], start: int, words: str) -> None:
    if not 0 <= start <= limit.MOST:
        raise ValueError(f"an offset of {start}")
    text += " " * (start + len(words) - len(text))
    text[start : start + len(words)] = words


def database(source: str, file: BufferedReader) -> Iterator[Found]:
    """The articles of a SQLite database that ``claimcli extract`` has made."""
    connection = _connected(file)
    try:
        yield from _from_database(connection)
    except sqlite3.Error as error:
        yield SourceError(
            source, f"is a database, but none that claimcli extract has made ({error}); name articles"
        )
    finally:
        connection.close()


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
    "spans, paragraph, confidence, because"
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


def _from_database(connection: sqlite3.Connection, only: int | None = None) -> Iterator[Article]:
    """Every table in its order, side by side: what belongs to an article stands together in each.

    Of all articles, or ``only`` that of one key.
    """
    known = _Speakers()
    asked = () if only is None else (only,)
    rows = connection.execute(_ARTICLES.format(where=" WHERE key = ?" if asked else ""), asked)
    where = " WHERE article = ?" if asked else ""
    of_decisions = {name for _, name, *_ in connection.execute("PRAGMA table_info(decisions)")}
    because = "because" if "because" in of_decisions else "'[]'"  # version 0.1.0 wrote none
    speakers, decisions, claims, facts, links = (
        _Side(connection.execute(query.format(where=where, because=because), asked)) for query in _SIDES
    )
    for key, name, title, source, published, text, paragraphs in rows:
        people = {number: _stored_speaker(known, row) for _, number, *row in speakers.of(key)}
        found = tuple(
            [
                _stored_claim(row[1:], name, people, [decision for _, decision in links.of(row[1])])
                for row in claims.of(key)
            ]
        )
        yield Article(
            id=name,
            title=title,
            source=source,
            published=published,
            text=text,
            paragraphs=tuple([Span(*span) for span in json.loads(paragraphs)]),
            claims=found,
            decisions=tuple([_stored_decision(row) for row in decisions.of(key)]),
            speakers=tuple(dict.fromkeys([claim.speaker for claim in found if claim.speaker])),
            facts=tuple([Fact(row[1], row[2], Span(row[3], row[4]), row[5], name) for row in facts.of(key)]),
        )


def _stored_decision(row: tuple[Any, ...]) -> Decision:
    _, key, label, actor, action, status, when, start, end, because = row
    told = tuple(json.loads(because))
    return Decision(key, label, actor, action, Status(status), when, Span(start, end), told)


def _stored_speaker(known: _Speakers, row: Sequence[Any]) -> Speaker | None:
    name, role, aliases, sort = row
    return known.of({"name": name, "role": role, "aliases": json.loads(aliases), "type": sort})


def _stored_claim(
    row: Sequence[Any], article: str, speakers: Mapping[int, Speaker | None], about: Iterable[str]
) -> Claim:
    _, name, kind, text, speaker, via, *pieces, spans, paragraph, confidence, because = row
    mention_start, mention_end, cue_start, cue_end = pieces
    return Claim(
        name,
        Kind(kind),
        text,
        tuple([Span(*span) for span in json.loads(spans)]),
        speakers.get(speaker),
        None if mention_start is None else Span(mention_start, mention_end),
        None if cue_start is None else Span(cue_start, cue_end),
        speakers.get(via),
        tuple(about),
        paragraph,
        confidence,
        tuple(json.loads(because)),
        article,
    )


class Stored:
    """A claim or an article of such a database by its key, without reading the others."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known = _Speakers()

    def claim(self, key: int) -> Claim:
        run = self._connection.execute
        article, *row = run(
            f"SELECT (SELECT id FROM articles WHERE key = claims.article), {_CLAIM} FROM claims WHERE key = ?",
            (key,),
        ).fetchone()
        people = {
            number: _stored_speaker(
                self._known,
                run("SELECT name, role, aliases, type FROM speakers WHERE key = ?", (number,)).fetchone(),
            )
            for number in row[4:6]
            if number is not None
        }
        about = run(
            "SELECT decisions.id FROM links JOIN decisions ON decisions.key = links.decision "
            "WHERE links.claim = ? ORDER BY links.rowid",
            (key,),
        )
        return _stored_claim(row, article, people, [decision for (decision,) in about])

    def article(self, key: int) -> Article:
        return next(_from_database(self._connection, key))


class _Side:
    """A table whose rows are taken group by group; its first column is the number of the group."""

    def __init__(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self._groups = groupby(rows, key=itemgetter(0))
        self._next = next(self._groups, None)

    def of(self, key: int) -> list[tuple[Any, ...]]:
        if self._next is None or self._next[0] != key:
            return []
        rows = list(self._next[1])
        self._next = next(self._groups, None)
        return rows
