"""Characters that only Python's strings can hold."""

from __future__ import annotations

from typing import Any

from claimcli.model import Article
from claimcli.sources.text import without_halves


def writable(rows: list[Any], article: Article) -> list[Any]:
    """``rows`` of ``article`` with a replacement character for each half of a surrogate pair.

    Articles that were parsed in Python may hold one, and so may the name of a file.
    """
    try:
        for text in (article.text, article.title, article.source, article.published):
            (text or "").encode()
    except UnicodeEncodeError:
        return [_without_halves(row) for row in rows]
    return rows


def _without_halves(value: Any) -> Any:
    if isinstance(value, str):
        return without_halves(value)
    if isinstance(value, dict):
        return {key: _without_halves(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(map(_without_halves, value))
    return value
