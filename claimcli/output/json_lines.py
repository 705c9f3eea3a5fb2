"""JSON, in UTF-8: Lines are a record a line, an array has marks around them; empty it is ``[]``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from claimcli.output import Record, Screen

# JSON may hold these as they are, but a terminal may act on them, some programs take them for
# line ends. The escape reads back as the same character. Of half a surrogate pair it would be no JSON to most
# programs, so a replacement character stands for it: a character for a character, offsets stay right.
_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def lines(command: str, records: Iterable[Record], screen: Screen) -> Iterator[str]:  # noqa: ARG001
    return _array(map(encoded, records)) if screen.format == "json" else map(encoded, records)


def _array(texts: Iterator[str]) -> Iterator[str]:
    """An array that is whole also where its records end in an exception, which follows it."""
    text = next(texts, None)
    if text is None:
        yield "[]"
        return
    yield "["
    ended: BaseException | None = None
    while text is not None:
        try:
            following = next(texts, None)
        except BaseException as error:
            following, ended = None, error
        yield text if following is None else text + ","
        text = following
    yield "]"
    if ended:
        raise ended


def encoded(record: Record) -> str:
    """``record`` on one line: letters of all scripts as they are, keys in the order of its shape."""
    text = json.dumps(record, ensure_ascii=False)
    return text if text.isascii() and "\x7f" not in text else _ESCAPED.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    return "\ufffd" if "\ud800" <= found[0] <= "\udfff" else f"\\u{ord(found[0]):04x}"
