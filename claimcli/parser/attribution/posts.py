"""Posts that an article embeds, with whose they are below: "… / — Anna Marr (@annmarr) May 5, 2026"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from claimcli.parser.attribution.labels import talk
from claimcli.parser.attribution.sentence import Attribution
from claimcli.parser.text import Layout, Tokens

_SIGNED: Final = re.compile(r"[—–-] ?(?P<name>[^\s(@—–-][^\n(@—–]{0,60}?) ?\(@\w{1,30}\)(?P<date>.{0,40})")
"""Whose a post is, and when it was sent."""
_DATE: Final = re.compile(r"[ ,]*(?:\w{3,9}\.? \d{1,2},? \d{4}|\d{1,2} \w{3,9}\.?,? \d{4})\W*(?:</\w+>)?\W*$")
"""A day: without one, the line may tell who wrote the article."""
_LINKS: Final = re.compile(r"(?:https?://|pic\.twitter\.com/)\S+")
_LINES: Final = 8
"""Paragraphs of the longest post."""
_ENDS: Final = tuple(".?!:…”’\"'")
"""Marks by which a paragraph of the article's ends, and a line of a post need not."""


def read_posts(t: Tokens, layout: Layout) -> dict[int, Attribution | None]:
    """ "*We will fight it.* / — Anna Marr (@annmarr) May 5, 2026", in one paragraph or more.

    Returns by sentence number the attribution of the post that begins there, None for the other sentences of posts and
    the lines below them. Of several paragraphs only the last may end as the article's do.
    """
    found: dict[int, Attribution | None] = {}
    if "(@" not in t.text:
        return found
    begins = [t.start[first] for first, _ in t.sentences]
    behind = 0  # where the last post ends
    for signed in _SIGNED.finditer(t.text):
        place = layout.paragraph_at(signed.start())
        start, end = layout.paragraphs[place - 1]
        if end > signed.end() or not _DATE.match(signed["date"]):
            continue
        if start == signed.start():
            start = layout.paragraphs[_first_line(t, layout, place, behind) - 1].start
        first, last = bisect_left(begins, max(start, behind)), bisect_left(begins, end)
        stop = bisect_left(t.start, _without_links(t.text, start, signed.start()))
        content = talk(t, [(a, min(b, stop)) for a, b in t.sentences[first:last] if a < stop])
        behind = end
        name = bisect_left(t.start, signed.start("name")), bisect_left(t.start, signed.end("name"))
        if content and name[0] < name[1]:
            found.update(dict.fromkeys(range(first, last)))
            found[first] = Attribution(content, name, name, None, first, ["post-then-name"])
    return found


def _without_links(text: str, start: int, end: int) -> int:
    """Where a post ends without the links that close it."""
    for link in reversed(list(_LINKS.finditer(text, start, end))):
        if text[link.end() : end].strip():
            break
        end = link.start()
    return end


def _first_line(t: Tokens, layout: Layout, place: int, behind: int) -> int:
    """The paragraph (from 1) that opens a post which ends before a paragraph."""
    line = max(place - 1, 1)
    while line > max(2, place - _LINES):
        start, end = layout.paragraphs[line - 2]
        if start < behind or t.text.endswith(_ENDS, start, end):
            break
        line -= 1
    return line
