"""Characters that only Python's strings can hold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from claimcli.model import Article

_HALVES = re.compile("[\ud800-\udfff]")


def writable(rows: list[Any], articles: Iterable[Article]) -> list[Any]:
    """``rows`` of ``articles`` with a replacement character for each half of a surrogate pair.

    No other file than JSON can hold one; a character for a character, the offsets stay right.
    """
    try:
        for article in articles:
            for text in (article.text, article.title, article.source, article.published):
                (text or "").encode()
    except UnicodeEncodeError:
        return [_without_halves(row) for row in rows]
    return rows


def _without_halves(value: Any) -> Any:
    if isinstance(value, str):
        return _HALVES.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: _without_halves(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(map(_without_halves, value))
    return value
