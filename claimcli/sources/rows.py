"""One article a row, in files of many: which columns hold its parts, and what is told of rows without a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claimcli.sources import limit
from claimcli.sources.document import Document, Fields, SourceError

# The usual names of columns, likeliest first; case, spaces and punctuation do not count.
TEXT = (
    *(
        "text",
        "body",
        "articletext",
        "articlebody",
        "maintext",
        "fulltext",
        "plaintext",
        "content",
        "article",
    ),
    *("story", "bodytext", "rawtext", "document", "transcript"),
)
TITLE = ("title", "headline", "heading", "articletitle")
DATE = (
    *("date", "published", "publisheddate", "datepublished", "publicationdate", "pubdate", "publishdate"),
    *("publishedat", "firstpublished", "created", "createdat", "timestamp"),
)
OWN = {"kind", "spans", "because"}  # columns of claims in claimcli's own output
MENTIONED, LONGEST = 12, 40  # columns in errors, and characters of each
ID = ("id", "articleid", "docid", "documentid", "uuid", "guid", "url", "link")
_TRIED = 100  # rows, of which none has a text, before a file is given up


class TextlessError(SourceError):
    """A row has no text, or nothing tells which of its columns holds it."""


def those_with_text(
    source: str, rows: Iterable[Document | SourceError], what: str
) -> Iterator[Document | SourceError]:
    """``rows`` with an error in the place of each that has no text; ``what`` a row is called in this file.

    Raises ``SourceError`` where none has one, or none of the first hundred: most likely all lack it.
    """
    held: list[TextlessError] = []  # as long as no row had a text
    found = False
    for row in rows:
        if isinstance(row, TextlessError) and not found:
            held.append(row)
            if len(held) == _TRIED:
                break
            continue
        if isinstance(row, Document) and not found:
            yield from held
            found = True
        yield row
    if held and not found:
        more = f"; so it is with {len(held) - 1} more {what}s" if len(held) > 1 else ""
        rest = ", and the rest is not read" if len(held) == _TRIED else ""
        raise SourceError(source, f"{held[0].problem}{more}{rest}")


class Columns:
    """Which columns (in JSON, keys) hold what, found once a file from its first row."""

    def __init__(
        self, source: str, names: list[str], fields: Fields, *, column: str = "column", row: str = "row"
    ) -> None:
        """``column`` and ``row`` are what people call them in such a file.

        Raises ``TextlessError`` if a named column does not exist or none looks like text, ``SourceError`` if they
        hold claims.
        """
        if OWN.issubset(names):
            raise SourceError(source, "holds claims that claimcli found, not articles; name the articles")
        self._source = source
        self._names = names
        self._column = column
        self._row = row
        text = self._find(fields.text, TEXT)
        if text is None:
            told = f"no {column} has a usual name for the text (there are: {_told(names) or 'none'})"
            raise TextlessError(source, f"{told}; name the one that holds it with --text-field")
        self.text = text
        self.title = self._find(fields.title, TITLE)
        self.date = self._find(fields.date, DATE)
        self.id = self._find(fields.id, ID)

    def _find(self, named: str | None, usual: tuple[str, ...]) -> str | None:
        if named in self._names:
            return named
        names = {plain(name): name for name in reversed(self._names)}
        if named is None:
            return next((names[name] for name in usual if name in names), None)
        if plain(named) not in names:
            told = f"no {self._column} {named!r}; there are: {_told(self._names)}"
            raise TextlessError(self._source, told)
        return names[plain(named)]

    def document(self, row: Mapping[str, Any], number: int) -> Document | TextlessError:
        """The document of row ``number`` (from 1); its source ends in its id."""
        text = row.get(self.text)
        if not isinstance(text, str) or not text.strip():
            told = f"{self._row} {number} has no text ({self.text!r} is {_what(text)}); check it"
            return TextlessError(self._source, told)
        limit.check(f"{self._source}, {self._row} {number}", len(text))
        name = _value(row, self.id) or str(number)
        return Document(
            text,
            title=_value(row, self.title),
            source=f"{self._source}#{name}",
            published=_value(row, self.date),
            id=name,
        )


def _told(names: list[str]) -> str:
    return ", ".join(name if len(name) <= LONGEST else f"{name[:LONGEST]}…" for name in names[:MENTIONED])


def plain(name: str) -> str:
    """The name of a column without case, spaces and punctuation."""
    return "".join(filter(str.isalnum, name.casefold()))


def _what(value: object) -> str:
    """What stands in the place of a text, as words for a person."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return "empty"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, dict):
        return "an object"
    return (
        "a list" if isinstance(value, list) else "a number" if isinstance(value, int | float) else "no text"
    )


def _value(row: Mapping[str, Any], column: str | None) -> str | None:
    value = None if column is None else row.get(column)
    return None if value is None or value == "" or isinstance(value, list | dict) else str(value)
