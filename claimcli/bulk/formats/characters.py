"""Characters that only Python's strings can hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

_HALVES = re.compile("[\ud800-\udfff]")


def writable(rows: Iterable[Any]) -> Iterator[Any]:
    """``rows`` with a replacement character for each half of a surrogate pair, so that offsets stay right."""
    for row in rows:
        yield _without_halves(row)


def _without_halves(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isascii() else _HALVES.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: _without_halves(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(map(_without_halves, value))
    return value
