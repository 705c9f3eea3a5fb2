"""Where the paragraphs and blocks of an article stand: lines, hard-wrapped lines, faulty breaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from claimcli.lexicon import ABBREVIATIONS
from claimcli.model import Span

_LINE: Final = re.compile(r"\S(?:.*\S)?")
"""A line without the blanks around it, if it has more than blanks …"""
_LINE_OF_ANY: Final = re.compile(r"\S(?:[^\r\n\x85\u2028\u2029]*\S)?")
"""… and one that other characters than a newline may end: to look for each takes four times as long."""
_OTHER_ENDS: Final = "\r\x85\u2028\u2029"
_ENDS_LINE: Final = "\n" + _OTHER_ENDS
_BLANK_LINE: Final = re.compile(r"\n[ \t]*\r?\n")
_ENDS_SENTENCE: Final = re.compile(r"[.?!…:;”’\"'»)\]]$")
_ABBREVIATION_AT_END: Final = re.compile(r"(?:^|[\s(])((?:[^\W\d_]\.){2,}|[^\W\d_]{1,5}\.)$")
_NEEDS_MORE: Final = ABBREVIATIONS - frozenset("jr sr esq inc corp co ltd llc bros etc".split())
"""Abbreviations that no paragraph ends with; "Tom Reed Jr." and "Marr Inc." may well end one."""
_HEADLINE: Final = 60
"""Characters of the longest line that is taken for a headline, or an item of a list, where no mark ends it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where an article's paragraphs and blocks stand (character offsets)."""

    paragraphs: tuple[Span, ...]
    blocks: tuple[Span, ...]
    starts: list[int]  # of the paragraphs

    def paragraph_at(self, offset: int) -> int:
        """The number of the paragraph that holds an offset, from 1."""
        return bisect_right(self.starts, offset) or 1

    def split(self, start: int, end: int) -> list[Span]:
        """A stretch of text as one span a paragraph: what stands between paragraphs is in none."""
        first = self.paragraph_at(start)
        if first == len(self.starts) or end <= self.starts[first]:
            return [tuple.__new__(Span, (start, end))]
        last = self.paragraph_at(end - 1)
        pieces = [(max(start, p.start), min(end, p.end)) for p in self.paragraphs[first - 1 : last]]
        return [Span(a, b) for a, b in pieces if a < b]


def lay_out(text: str) -> Layout:
    """Find the paragraphs and blocks of a text. A line is a paragraph, unless the text is hard-wrapped."""
    line_of = _LINE_OF_ANY if any(end in text for end in _OTHER_ENDS) else _LINE
    # tuple.__new__ does what Span(…) does, in a third of its time: an article has many.
    lines = [tuple.__new__(Span, line.span()) for line in line_of.finditer(text)]
    if _is_wrapped(text, lines):
        opens = {after.start for before, after in pairwise(lines) if _is_parted(text, before, after)}
        lines = _join(lines, lambda _, after: after.start not in opens)
    blocks = _join(lines, lambda a, b: _is_faulty_break(text, a, b))
    return Layout(tuple(lines), tuple(blocks), [line.start for line in lines])


def _join(spans: list[Span], belongs: Callable[[Span, Span], bool]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and belongs(joined[-1], span):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether lines break where the column ends: most lines within a block stop short of a sentence's end."""
    if len(lines) < 4:
        return False
    inner = [a for a, b in pairwise(lines) if not _BLANK_LINE.search(text, a.end, b.start)]
    if len(inner) < len(lines) / 2:
        return False
    ends = [bool(_ENDS_SENTENCE.search(text, line.end - 1, line.end)) for line in inner]
    # a paragraph’s last line may be of any length
    narrow = [
        end for line, end in zip(inner, ends, strict=True) if 30 * (not end) <= line.end - line.start <= 100
    ]
    return len(narrow) >= 0.8 * len(inner) and narrow.count(False) >= 0.5 * len(inner)


def _is_parted(text: str, before: Span, after: Span) -> bool:
    """Whether a paragraph opens with a line of a hard-wrapped text: behind a blank one, or set in.

    >    … was sold to traders.
    >        The mayor signed it …

    What goes on an item of a list is set in as well, but the line before it ends no sentence.
    """
    if _BLANK_LINE.search(text, before.end, after.start):
        return True
    if not _ENDS_SENTENCE.search(text, before.end - 1, before.end):
        return False
    return _indent(text, after.start) > _indent(text, before.start)


def _indent(text: str, start: int) -> int:
    """The blanks (characters) before a line’s first word."""
    first = start
    while first and text[first - 1].isspace() and text[first - 1] not in _ENDS_LINE:
        first -= 1
    return start - first


def _is_faulty_break(text: str, before: Span, after: Span) -> bool:
    """Whether a paragraph ends inside a sentence: after an abbreviation that needs a word, or mid-phrase."""
    end = before.end
    mark = text[end - 1]
    if mark.islower() and text[after.start].islower():  # not a headline, nor a line by whom it is
        return end - before.start > _HEADLINE and text[after.start : after.start + 3] != "by "
    if mark not in ".,–—-":
        return False
    if mark == ".":
        tail = text[max(before.start, end - 8) : end]
        if len(tail) == 8 and tail[1:-1].isalpha():
            return False  # a longer word than any abbreviation: most lines end so
        match = _ABBREVIATION_AT_END.search(tail)
        if not match:
            return False
        word = match.group(1).lower()
        lead = text[max(before.start, end - len(word) - 5) : end - len(word)].rstrip()
        if not text[after.start].isalnum() or lead[-1:] in ("", ",", ":", "."):
            return False  # "…, N.C." ends its sentence, "MARR: No." is one
        if lead.endswith(" the") or word in ("a.m.", "p.m.") or text[after.start : after.start + 3].isupper():
            return False  # left by the U.N.; before a dateline
        return (word.count(".") > 1 and end - before.start > 40) or word[:-1] in _NEEDS_MORE
    return text[after.start].islower()
