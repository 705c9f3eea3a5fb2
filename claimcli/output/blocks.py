"""What a page for people is made of, whatever draws it: titles, prose, fields and listings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from importlib import import_module
from typing import NamedTuple

from claimcli.output import Record
from claimcli.output.safe import visible

# A space at which no line may end; whatever draws a block writes a plain one. No text has this character,
# which Unicode keeps for such uses; Rich takes the usual no-break space for any other.
GLUE = "\ufdd0"

NONE = "·"  # a number in a grid that is 0

_UNEVEN_SPACE = re.compile(r"\s{2,}|[^\S ]")


class Style(Enum):
    """Why words stand out."""

    MATCH = "match"  # what a search looked for
    CLAIM = "claim"
    CUE = "cue"
    MENTION = "mention"
    ADDED = "added"  # in the quotation checked, not in the article
    MISSING = "missing"  # in the article, not in the quotation
    BEWARE = "beware"  # what nobody should overlook


class Mark(NamedTuple):
    """A stretch of words that stands out: character offsets into them."""

    start: int
    end: int
    style: Style


class Words(NamedTuple):
    """Text on one line, of which some may stand out. Marks do not overlap and stand in order."""

    text: str
    marks: tuple[Mark, ...] = ()

    def even(self) -> Words:
        """The same words with nothing that a terminal acts on, every run of white space one space."""
        pieces: list[str] = []
        shifts: list[
            tuple[int, int]
        ] = []  # (where a run of space ends, how much shorter the text is by then)
        last = shorter = 0
        for run in _UNEVEN_SPACE.finditer(self.text):
            pieces += [self.text[last : run.start()], " "]
            last = run.end()
            shorter += len(run[0]) - 1
            shifts.append((last, shorter))
        text = visible("".join([*pieces, self.text[last:]]))
        return Words(text, tuple(_shifted(self.marks, shifts))) if shifts else Words(text, self.marks)


def _shifted(marks: Iterable[Mark], shifts: list[tuple[int, int]]) -> Iterable[Mark]:
    from bisect import bisect_right

    ends = [end for end, _ in shifts]

    def moved(place: int) -> int:
        before = bisect_right(ends, place)
        return place - (shifts[before - 1][1] if before else 0)

    for mark in marks:
        start, end = moved(mark.start), moved(mark.end)
        if start < end:
            yield Mark(start, end, mark.style)


class Title(NamedTuple):
    """A heading, and what is worth knowing about it."""

    text: str
    detail: str = ""


class Prose(NamedTuple):
    """A paragraph; ``label`` stands in the margin, ``quiet`` ones are only there for context."""

    words: Words
    label: str = ""
    quiet: bool = False


class Fields(NamedTuple):
    """Names and values, one a line."""

    rows: tuple[tuple[str, Words], ...]


class Column(NamedTuple):
    """A column of a listing.

    ``most`` is its greatest width in characters, None for the one of prose, which takes what is left and
    needs ``least`` to be read with pleasure. In a window narrower than ``fold`` the column's cells go
    under the prose, with ``lead`` before them. ``beneath`` stands under the header, quieter.
    """

    header: str
    most: int | None = None
    least: int = 30
    right: bool = False
    fold: int = 0
    lead: str = ""
    beneath: str = ""


class Cell(NamedTuple):
    """A cell: its words, and quieter ones on lines of their own beneath."""

    words: Words
    beneath: tuple[str, ...] = ()


class Listing(NamedTuple):
    """A table. Where its column of prose gets too narrow, its rows stand one below the other."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]


Block = Title | Prose | Fields | Listing

_PAGES = ("show", "check", "compare")


def blocks(command: str, records: Iterable[Record]) -> Iterator[Block]:
    """The page for what ``command`` answers, begun as soon as the first article is through."""
    module = import_module(f"claimcli.output.{'pages' if command in _PAGES else 'listings'}")
    view: Iterator[Block] = getattr(module, command)(records)
    return view
