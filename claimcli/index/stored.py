"""Claims and the index of their words in a SQLite database that ``extract`` wrote, read as they are needed."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from errno import ENOENT
from functools import lru_cache
from os import PathLike, strerror
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from claimcli.index.collection import LOOKED_THROUGH, Collection
from claimcli.index.vocabulary import Vocabulary
from claimcli.index.words import Words, searchable
from claimcli.model import Article, Claim, Kind
from claimcli.query import called, decision_called
from claimcli.wanted import Names

if TYPE_CHECKING:
    from claimcli.sources.extracted.database import Rows

_HELD = 20_000  # claims and texts that are kept once they were read
_CONDITIONS = 100  # of a query; SQLite takes no more than a thousand


def is_indexed(path: str | PathLike[str]) -> bool:
    """Whether ``path`` is a database that ``extract`` wrote, with the index of its words."""
    try:
        with open(path, "rb") as file:
            if not file.read(16).startswith(b"SQLite format 3\0"):
                return False
        connection = _opened(path)
        try:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        finally:
            connection.close()
    except (OSError, sqlite3.Error):
        return False
    return {"articles", "claims", "repeats", "words", "words_fts"} <= tables


def _opened(path: str | PathLike[str]) -> sqlite3.Connection:
    # Any thread may use it, one at a time, which ``Stored.lock`` sees to.
    return sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)


class Stored(Collection):
    """The claims of a database. A claim's place is its key, a text's number the key of its first claim.

    Raises ``FileNotFoundError`` where there is none, ``ValueError`` for a file that has no index; all else raises
    ``SourceError`` where it is damaged and ``ValueError`` where it is closed.
    """

    def __init__(self, path: str | PathLike[str]) -> None:
        if not Path(path).exists():
            raise FileNotFoundError(ENOENT, strerror(ENOENT), str(path))
        if not is_indexed(path):
            raise ValueError(f"{path} has no index; extract its articles again")
        from claimcli.sources.extracted.database import ByKey, Rows

        self.lock = RLock()
        self._connection = connection = _opened(path)
        connection.create_function("searchable", 1, searchable, deterministic=True)
        self._run = Rows(str(path), connection)
        self.texts = _Texts(self._run)
        rows = ByKey(self._run)
        self._claim = lru_cache(_HELD)(rows.claim)
        self._article = lru_cache(100)(rows.article)

    def close(self) -> None:
        with self.lock:
            self._connection.close()

    def places(self, text: int) -> Sequence[int]:
        rows = self._run("SELECT claim FROM repeats WHERE text = ? ORDER BY claim", (text,))
        return [text, *[claim for (claim,) in rows]]

    def claim(self, place: int) -> Claim:
        return self._claim(place)

    def article(self, key: str) -> Article | None:
        ((first,),) = self._run("SELECT min(key) FROM articles WHERE id = ?", (key,))
        return None if first is None else self._article(first)

    def dates(self) -> Iterable[tuple[str, str | None, str]]:
        """The id of each article, when it is published as its source has it, and where it comes from."""
        return self._run("SELECT id, published, coalesce(source, title, id) FROM articles ORDER BY key")

    def articles_with(self, words: Sequence[str]) -> Iterable[Article]:
        # Their letters are folded once for however many quotations.
        list(
            self._run(
                "CREATE TEMP TABLE IF NOT EXISTS looked_through AS "
                "SELECT key, searchable(ifnull(title, '') || ' ' || text) AS plain FROM articles "
                f"ORDER BY key LIMIT {LOOKED_THROUGH}"
            )
        )
        longest = sorted(set(words), key=len)[-_CONDITIONS:]
        holds = " AND ".join("instr(plain, ?)" for _ in longest)
        rows = self._run(f"SELECT key, plain FROM looked_through WHERE {holds or 1} ORDER BY key", longest)
        return (self._article(key) for key, plain in rows if all(word in plain for word in words))

    def articles_of(self, beginning: str) -> Iterator[Article]:
        """The articles with a claim, decision or fact whose id begins so, each once however often it is there."""
        tables = ("claims", "decisions", "facts")
        found = " UNION ALL ".join(
            f"SELECT article FROM {table} WHERE id BETWEEN ?1 AND ?1 || 'g'" for table in tables
        )
        rows = self._run(
            f"SELECT min(key) FROM articles WHERE key IN ({found}) GROUP BY id ORDER BY 1", (beginning,)
        )
        return (self._article(key) for (key,) in rows)

    def all_texts(self) -> Iterable[int]:
        rows = self._run("SELECT key FROM claims WHERE key NOT IN (SELECT claim FROM repeats) ORDER BY key")
        return (key for (key,) in rows)

    def speakers(self) -> Iterable[Names]:
        return self._names("speaker")

    def vias(self) -> Iterable[Names]:
        return self._names("via")

    def _names(self, part: str) -> Iterable[Names]:
        rows = self._run(
            f"SELECT DISTINCT name, role, aliases FROM speakers WHERE key IN (SELECT {part} FROM claims)"
        )
        return (called(name, role, json.loads(aliases)) for name, role, aliases in rows)

    def decisions(self) -> Iterable[tuple[str, Names]]:
        rows = self._run("SELECT id, label, action FROM decisions")
        return ((key, decision_called(label, action, key)) for key, label, action in rows)

    def tally(self, part: str, kinds: Iterable[Kind]) -> dict[str, int]:
        """How many claims of these kinds have each name as "speaker" or "via", in the order of their first."""
        return dict(
            self._run(
                f"SELECT name, count(*) FROM claims JOIN speakers ON speakers.key = claims.{part} "
                f"WHERE kind IN ({_listed(kinds)}) GROUP BY name ORDER BY min(claims.key)"
            )
        )

    def roles(self) -> dict[str, str]:
        """The role of each speaker that has one."""
        return dict(
            self._run(
                "SELECT name, role FROM speakers WHERE role IS NOT NULL "
                "AND key IN (SELECT speaker FROM claims) ORDER BY key"
            )
        )

    def labels(self, kinds: Iterable[Kind]) -> dict[str, int]:
        """How many claims of these kinds are about the decisions of each label, likewise."""
        return dict(
            self._run(
                "SELECT label, count(claims.key) FROM decisions "
                "LEFT JOIN links ON links.decision = decisions.key "
                f"LEFT JOIN claims ON claims.key = links.claim AND kind IN ({_listed(kinds)}) "
                "GROUP BY label ORDER BY min(decisions.key)"
            )
        )

    def count(self, table: str) -> int:
        """How many articles or claims there are."""
        ((number,),) = self._run(f"SELECT count(*) FROM {table}")
        return int(number)


def _listed(kinds: Iterable[Kind]) -> str:
    return ", ".join(f"'{kind.value}'" for kind in kinds)


class _Texts(Vocabulary):
    """The words of a database: all with their counts at once, the texts that hold them when they are asked for."""

    def __init__(self, run: Rows) -> None:
        super().__init__()
        self._run = run
        self._folded = Words()
        self._counts: dict[str, int] = dict(self._run("SELECT word, texts FROM words"))
        ((size,),) = self._run("SELECT (SELECT count(*) FROM claims) - (SELECT count(*) FROM repeats)")
        self._size: int = size
        self._texts = lru_cache(100)(self._holding)
        self._words = lru_cache(_HELD)(self._words_of)

    @property
    def size(self) -> int:
        return self._size

    def all(self) -> Iterable[str]:
        return self._counts

    def count(self, word: str) -> int:
        return self._counts.get(word, 0)

    def texts(self, word: str) -> Sequence[int]:
        return self._texts(word) if word in self._counts else ()

    def words(self, text: int) -> tuple[str, ...]:
        return self._words(text)

    def _holding(self, word: str) -> Sequence[int]:
        # Quotation marks keep a word from being an operator; it has none itself.
        rows = self._run("SELECT rowid FROM words_fts WHERE words_fts MATCH ?", (f'"{word}"',))
        return array("q", [text for (text,) in rows])

    def _words_of(self, text: int) -> tuple[str, ...]:
        ((words,),) = self._run("SELECT text FROM claims WHERE key = ?", (text,))
        return self._folded.of(words)
