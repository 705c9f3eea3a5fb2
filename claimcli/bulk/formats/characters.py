"""Characters that only Python's strings can hold."""

from __future__ import annotations

from typing import Any, TypeVar

from claimcli.model import Article
from claimcli.sources.text import without_halves

Rows = TypeVar("Rows")


def writable(rows: Rows, article: Article) -> Rows:
    """``rows`` of ``article`` with a replacement character for each half of a surrogate pair.

    They are lists, tuples and dicts of one another. Articles that were parsed in Python may hold one, and so may the
    name of a file.
    """
    try:
        for text in (article.text, article.title, article.source, article.published):
            (text or "").encode()
    except UnicodeEncodeError:
        without: Rows = _without_halves(rows)
        return without
    return rows


def _without_halves(value: Any) -> Any:
    if isinstance(value, str):
        return without_halves(value)
    if isinstance(value, dict):
        return {key: _without_halves(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(map(_without_halves, value))
    return value
