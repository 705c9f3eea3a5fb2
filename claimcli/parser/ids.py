"""Short names for what a parse finds: the same for the same article on every machine, however it was saved.

Some programs end a line by two characters, or another one, or put white space behind the last. An id tells of none of
these; any other change of the text, in any place, makes another article with other ids.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

from claimcli.model import Span

_RETURN: Final = re.compile(r"\r(?=\n)")


class Ids:
    """The id of an article, and those of what stands in it.

    ``title`` and ``text`` are as the article is given; places are character offsets into that text.
    """

    def __init__(self, title: str | None, text: str) -> None:
        self._returns: list[int] = []  # places of the characters that no id tells of, the end aside
        if "\r" in text:
            self._returns = [found.start() for found in _RETURN.finditer(text)]
            text = _RETURN.sub("", text).replace("\r", "\n")
        self.article: str = short_hash(title or "", text.rstrip())

    def of(self, parts: list[str]) -> str:
        """The id of what these parts tell apart from all else in the article."""
        return _hash([self.article, *parts])

    def place(self, span: Span | None) -> str:
        """A place as one of the parts, also that there is none."""
        if span is None:
            return "None"
        start, end = span
        if self._returns:
            start -= bisect_left(self._returns, start)
            end -= bisect_left(self._returns, end)
        return f"Span(start={start}, end={end})"


def short_hash(*parts: str) -> str:
    """Sixteen hexadecimal digits that name the parts: a change in any, or in their order, gives others."""
    return _hash(parts)


def _hash(parts: Sequence[str]) -> str:
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
