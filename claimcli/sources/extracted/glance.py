"""Lines of JSON that need not be read, as only the kind and the speaker of their claims are asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from claimcli.model import Article, Claim, Kind, Speaker
from claimcli.sources.extracted.speakers import Speakers

Line = tuple[int, bytes]  # and its number, from 1
Wanted = Callable[[Kind, Speaker], bool]
# What our own lines begin with: an article's its id, a claim's an id of sixteen digits and then its kind.
_ARTICLE = b'{"what": "article", "id": "'
_KIND, _KIND_AT = b'", "kind": "', len(b'{"id": "0123456789abcdef')
_SPEAKER = b', "speaker": '
_REMEMBERED = 1 << 15  # speakers and husks


def glanced(rows: Iterable[Line], wanted: Wanted) -> Iterator[Line | Claim | Article]:
    """Lines that have to be read, and husks for the others."""
    glance = _Glance(wanted)
    block: list[Line | Claim] = []  # the line of an article and what follows it
    for row in rows:
        if row[1].startswith(_ARTICLE):
            yield from _lighter(block)
            block = [row]
            glance.turn_to(row[1])
        elif block:
            block.append(glance.husk(row[1]) or row)
        else:
            yield row
    yield from _lighter(block)


def _lighter(block: list[Line | Claim]) -> Iterable[Line | Claim | Article]:
    claims = [row for row in block[1:] if isinstance(row, Claim)]
    if not claims or len(claims) < len(block) - 1:
        return block
    return [Article("", None, None, None, "", (), tuple(claims), (), (), ())]


class _Glance:
    """A look at the line of a claim, as we write it: at its kind and its speaker, and whose claim it is."""

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._speakers = Speakers()
        self._end = b""
        self._speaker = lru_cache(_REMEMBERED)(self._read_speaker)
        self._husk = lru_cache(_REMEMBERED)(self._made)

    def turn_to(self, line: bytes) -> None:
        """The claims that follow belong to the article on ``line``."""
        self._end = b', "article": {"id": "' + line[len(_ARTICLE) : line.find(b', "text": ')] + b"}}\n"

    def husk(self, line: bytes) -> Claim | None:
        """The claim without its words; None if they may be wanted, or if the line is not as we write it."""
        # No key can be mistaken: inside a string, its quotation marks would have backslashes.
        start = line.find(_SPEAKER)
        end = line.find(b', "mention": ', start)
        if not line.startswith(_KIND, _KIND_AT) or start < 0 or end < 0:
            return None
        if not line.endswith(self._end) or line.find(b', "via": null, ', end) < 0:
            return None
        kind = _KIND_AT + len(_KIND)
        return self._husk(line[kind : line.find(b'"', kind)], line[start + len(_SPEAKER) : end])

    def _made(self, kind: bytes, speaker: bytes) -> Claim | None:
        sort, who = Kind(kind.decode()), self._speaker(speaker)
        if who and self._wanted(sort, who):
            return None
        return Claim("", sort, "", (), who, None, None, None, (), 1, 1.0, (), "")

    def _read_speaker(self, speaker: bytes) -> Speaker | None:
        return self._speakers.of(json.loads(speaker.decode()))
