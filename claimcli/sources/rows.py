"""One article a row, in files of many: which columns hold its parts."""

from __future__ import annotations

from collections.abc import Mapping
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


class Columns:
    """Which columns hold what, found once a file from its first row."""

    def __init__(self, source: str, names: list[str], fields: Fields) -> None:
        """Raises ``SourceError`` if a named column does not exist, none looks like text, or they hold claims."""
        if OWN.issubset(names):
            raise SourceError(source, "holds claims that claimcli found, not articles; name the articles")
        self._source = source
        self._names = names
        text = self._find(fields.text, TEXT)
        if text is None:
            problem = f"no column that holds text, of {_told(names) or 'none'}; name it with --text-field"
            raise SourceError(source, problem)
        self.text = text
        self.title = self._find(fields.title, TITLE)
        self.date = self._find(fields.date, DATE)
        self.id = self._find(fields.id, ID)

    def _find(self, named: str | None, usual: tuple[str, ...]) -> str | None:
        if named is not None:
            if named not in self._names:
                raise SourceError(self._source, f"no column {named!r}; there are: {_told(self._names)}")
            return named
        plain = {"".join(filter(str.isalnum, name.casefold())): name for name in reversed(self._names)}
        return next((plain[name] for name in usual if name in plain), None)

    def document(self, row: Mapping[str, Any], number: int) -> Document | None:
        """The document of row ``number`` (from 1), None if it has no text. Its source ends in its id."""
        text = row.get(self.text)
        if not isinstance(text, str) or not text.strip():
            return None
        limit.check(f"{self._source}, row {number}", len(text))
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


def _value(row: Mapping[str, Any], column: str | None) -> str | None:
    value = None if column is None else row.get(column)
    return None if value is None or value == "" else str(value)
