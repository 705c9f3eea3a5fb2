"""SQLite: articles, claims, speakers, decisions, facts, links of claims and decisions, a full-text index.

Keys are numbers in the order of the rows. Ids are those that the commands show. Offsets are characters into
``articles.text``.
"""

from __future__ import annotations

import json
import os
import pickle
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from claimcli.bulk.formats import State, begun, known_by, other_rows
from claimcli.bulk.formats.characters import writable
from claimcli.model import Article, Claim, Span, Speaker

_TABLES = """
CREATE TABLE articles (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT, source TEXT, published TEXT,
    text TEXT NOT NULL, paragraphs TEXT NOT NULL
);
CREATE TABLE speakers (
    key INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles(key),
    name TEXT NOT NULL, role TEXT, aliases TEXT NOT NULL, type TEXT NOT NULL
);
CREATE TABLE decisions (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL, article INTEGER NOT NULL REFERENCES articles(key),
    label TEXT NOT NULL, actor TEXT, action TEXT NOT NULL, status TEXT NOT NULL, "when" TEXT,
    evidence TEXT NOT NULL, evidence_start INTEGER NOT NULL, evidence_end INTEGER NOT NULL,
    because TEXT NOT NULL
);
CREATE TABLE claims (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL, article INTEGER NOT NULL REFERENCES articles(key),
    kind TEXT NOT NULL, text TEXT NOT NULL, speaker INTEGER REFERENCES speakers(key),
    via INTEGER REFERENCES speakers(key),
    mention TEXT, mention_start INTEGER, mention_end INTEGER,
    cue TEXT, cue_start INTEGER, cue_end INTEGER,
    spans TEXT NOT NULL, paragraph INTEGER NOT NULL, confidence REAL NOT NULL, speaker_confidence REAL,
    because TEXT NOT NULL
);
CREATE TABLE links (
    claim INTEGER NOT NULL REFERENCES claims(key), decision INTEGER NOT NULL REFERENCES decisions(key)
);
CREATE TABLE facts (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL, article INTEGER NOT NULL REFERENCES articles(key),
    text TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, paragraph INTEGER NOT NULL
);
CREATE TABLE progress (state TEXT NOT NULL);
"""
_INDEXES = """
CREATE INDEX articles_id ON articles(id);
CREATE INDEX speakers_article ON speakers(article);
CREATE INDEX speakers_name ON speakers(name);
CREATE INDEX decisions_id ON decisions(id);
CREATE INDEX decisions_article ON decisions(article);
CREATE INDEX claims_id ON claims(id);
CREATE INDEX claims_article ON claims(article);
CREATE INDEX claims_speaker ON claims(speaker);
CREATE INDEX links_claim ON links(claim);
CREATE INDEX links_decision ON links(decision);
CREATE INDEX facts_id ON facts(id);
CREATE INDEX facts_article ON facts(article);
CREATE VIRTUAL TABLE claims_fts USING fts5(
    text, content="claims", content_rowid="key", tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO claims_fts(claims_fts) VALUES ('rebuild');
"""
# What `search` and `check` look up: in which different texts each word is, folded as they fold it, and how
# many. `repeats` are claims with the very text of an earlier one, which stands for them all.
_WORDS = """
CREATE TABLE repeats (claim INTEGER PRIMARY KEY, text INTEGER NOT NULL);
INSERT INTO repeats SELECT key, first
    FROM (SELECT key, min(key) OVER (PARTITION BY text) AS first FROM claims) WHERE key > first ORDER BY key;
CREATE INDEX repeats_text ON repeats(text);
CREATE VIRTUAL TABLE words_fts USING fts5(
    words, content="", detail="none", columnsize=0, tokenize="ascii tokenchars '_'''"
);
"""
_COUNTS = """
CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab("main", "words_fts", "row");
CREATE TABLE words (word TEXT PRIMARY KEY, texts INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO words SELECT term, doc FROM temp.vocabulary;
DROP TABLE temp.vocabulary;
DROP TABLE progress;
"""
# How each column is written: as it is, or a key in the given table, from 0 for the rows sent together.
_COLUMNS: dict[str, tuple[str | None, ...]] = {
    "articles": ("articles", *[None] * 6),
    "speakers": ("speakers", "articles", *[None] * 4),
    "decisions": ("decisions", None, "articles", *[None] * 9),
    "claims": ("claims", None, "articles", None, None, "speakers", "speakers", *[None] * 11),
    "links": ("claims", "decisions"),
    "facts": ("facts", None, "articles", *[None] * 4),
}
# What `finish` makes of the rows, and makes anew where rows are added.
_MADE_OF_ROWS = re.findall(
    r"^CREATE (?:VIRTUAL )?(TABLE|INDEX) (\w+)(?![\w.])", _INDEXES + _WORDS + _COUNTS, re.MULTILINE
)
_CACHE = 32 << 10  # KiB

Rows = dict[str, list[tuple[Any, ...]]]


def encode(article: Article) -> bytes:
    """The rows of each table, their keys counted from 0."""
    return pickle.dumps(writable(_rows(article), article))


def _rows(article: Article) -> Rows:
    rows: Rows = {table: [] for table in _COLUMNS}
    key = 0
    head = (article.id, article.title, article.source, article.published)
    rows["articles"].append((key, *head, article.text, _json(article.paragraphs)))
    decisions = {}
    for decision in article.decisions:
        decisions[decision.id] = len(rows["decisions"])
        told = (decision.label, decision.actor, decision.action, decision.status.value, decision.when)
        where = (*_piece(article, decision.evidence), _json(decision.because))
        rows["decisions"].append((len(rows["decisions"]), decision.id, key, *told, *where))
    speakers: dict[Speaker, int] = {}
    for claim in article.claims:
        for speaker in filter(None, (claim.speaker, claim.via)):
            if speaker not in speakers:
                speakers[speaker] = len(rows["speakers"])
                rows["speakers"].append((speakers[speaker], key, *_speaker(speaker)))
        number = len(rows["claims"])
        rows["claims"].append((number, claim.id, key, *_claim(article, claim, speakers)))
        rows["links"] += [(number, decisions[about]) for about in claim.about]
    for fact in article.facts:
        rows["facts"].append((len(rows["facts"]), fact.id, key, fact.text, *fact.span, fact.paragraph))
    return rows


def _claim(article: Article, claim: Claim, speakers: dict[Speaker, int]) -> tuple[Any, ...]:
    return (
        claim.kind.value,
        claim.text,
        speakers[claim.speaker] if claim.speaker else None,
        speakers[claim.via] if claim.via else None,
        *_piece(article, claim.mention),
        *_piece(article, claim.cue),
        _json(claim.spans),
        claim.paragraph,
        claim.confidence,
        claim.speaker_confidence,
        _json(claim.because),
    )


def _speaker(speaker: Speaker) -> tuple[Any, ...]:
    return speaker.name, speaker.role, _json(speaker.aliases), speaker.type.value


def _piece(article: Article, span: Span | None) -> tuple[str | None, int | None, int | None]:
    return (article.text[span.start : span.end], span.start, span.end) if span else (None, None, None)


def _json(values: Sequence[Any]) -> str:
    return json.dumps(values, ensure_ascii=False)


class Writer:
    """A database in the making, OUT.partial. Rows and state are committed in one transaction."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._partial = out.with_name(f"{out.name}.partial")
        if not _unfinished(self._partial):
            self._remove()
        with _disk_errors():
            self._database = sqlite3.connect(begun(self._partial, out), isolation_level=None)
        self._run("PRAGMA synchronous = NORMAL")
        self._run(f"PRAGMA cache_size = -{_CACHE}")
        self.state: State | None = self._begin()
        self._bases: dict[str, int] = {}
        self._count()

    def _count(self) -> None:
        for table in _COLUMNS:
            if table != "links":
                (base,) = self._run(f"SELECT coalesce(max(key), -1) + 1 FROM {table}")[0]
                self._bases[table] = base

    def _begin(self) -> State | None:
        """Make the tables, unless an earlier run has; its state."""
        if not self._run("SELECT 1 FROM sqlite_master WHERE name = 'progress'"):
            self._run("BEGIN")
            self._script(_TABLES)
            self._run("COMMIT")
        states = self._run("SELECT state FROM progress")
        self._run("BEGIN")
        return json.loads(states[0][0]) if states else None

    def adopt(self) -> None:
        self._run("COMMIT")
        with closing(_opened(self._out)) as old:
            if _columns(old) != _columns(self._database):
                raise other_rows(self._out)
            with _disk_errors():
                old.backup(self._database)
        self._run("BEGIN")
        for kind, name in _MADE_OF_ROWS:
            self._run(f"DROP {kind} IF EXISTS {name}")
        self._run("CREATE TABLE progress (state TEXT NOT NULL)")
        self._count()

    def known(self) -> Iterator[str]:
        with _disk_errors():
            yield from _names(self._database)

    def lost(self, known: set[str]) -> int:
        try:
            with closing(_opened(self._out)) as old:
                return sum(name not in known for name in _names(old))
        except sqlite3.DatabaseError:  # of another form or damaged
            return 0

    def write(self, rows: bytes) -> None:
        tables: Rows = pickle.loads(rows)
        for table, some in tables.items():
            values = ", ".join("?" if of is None else f"? + {self._bases[of]}" for of in _COLUMNS[table])
            with _disk_errors():
                self._database.executemany(f"INSERT INTO {table} VALUES ({values})", some)
        for table in self._bases:
            self._bases[table] += len(tables[table])

    def commit(self, state: State) -> None:
        self._run("DELETE FROM progress")
        self._run("INSERT INTO progress VALUES (?)", json.dumps(state))
        self._run("COMMIT")
        self._run("BEGIN")

    def finish(self) -> None:
        self._script(_INDEXES)
        self._script(_WORDS)
        self._add_words()
        self._script(_COUNTS)
        self._run("COMMIT")
        self._database.close()
        os.replace(self._partial, self._out)

    def _add_words(self) -> None:
        from claimcli.index.words import Words

        folded = Words()
        with _disk_errors():
            texts = self._database.execute(
                "SELECT key, text FROM claims WHERE key NOT IN (SELECT claim FROM repeats) ORDER BY key"
            )
            rows = ((key, " ".join(folded.of(text))) for key, text in texts)
            self._database.executemany("INSERT INTO words_fts(rowid, words) VALUES (?, ?)", rows)

    def close(self) -> None:
        self._database.close()
        if not _unfinished(self._partial):
            self._remove()

    def _remove(self) -> None:
        self._partial.unlink(missing_ok=True)
        self._partial.with_name(f"{self._partial.name}-journal").unlink(missing_ok=True)

    def _run(self, command: str, *values: Any) -> list[Any]:
        with _disk_errors():
            return self._database.execute(command, values).fetchall()

    def _script(self, commands: str) -> None:
        """Several commands, as part of the transaction that is open."""
        for command in commands.split(";\n"):
            self._run(command)


def _opened(path: Path) -> sqlite3.Connection:
    """A database to read only."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def _names(database: sqlite3.Connection) -> Iterator[str]:
    """What the articles in ``database`` are known by."""
    yield from (key for (key,) in database.execute("SELECT id FROM articles WHERE paragraphs != '[]'"))
    made_up = database.execute(
        "SELECT articles.key, articles.id, claims.id FROM articles LEFT JOIN claims ON claims.article = articles.key"
        " WHERE paragraphs = '[]' ORDER BY articles.key, claims.key"
    )
    for (_, article), rows in groupby(made_up, itemgetter(0, 1)):
        yield known_by(article, (claim for *_, claim in rows))


def _columns(database: sqlite3.Connection) -> dict[str, list[str]]:
    """The columns of each table that rows are written to."""
    try:
        return {
            table: [name for _, name, *_ in database.execute(f"PRAGMA table_info({table})")]
            for table in _COLUMNS
        }
    except sqlite3.DatabaseError:
        return {}


def _unfinished(partial: Path) -> bool:
    """Whether a run has left a database that can be gone on with: one with rows committed, and how far it came."""
    if not partial.exists():
        return False
    try:
        database = sqlite3.connect(partial)
        try:
            return bool(database.execute("SELECT 1 FROM progress").fetchone())
        finally:
            database.close()
    except sqlite3.DatabaseError:
        return False


@contextmanager
def _disk_errors() -> Iterator[None]:
    """Turns what SQLite says of a full or broken disk, or of a damaged database, into the ``OSError`` that it is."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise OSError(0, str(error)) from error
