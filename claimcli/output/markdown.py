"""Markdown, to paste into a document. Words from an article stay text: no link, image, HTML or formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimcli.output import Record, Screen
from claimcli.output.blocks import GLUE, Block, Cell, Fields, Listing, Prose, Style, Title, Words, blocks
from claimcli.output.safe import one_line

_ACTIVE = re.compile(r"[\\`*_\[\]|~#$]")
# Where addresses and mentions begin, which many programs turn into links, often after they have read the escapes.
_ADDRESS = re.compile(r"@|:(?=//)|www(?=\.)", re.IGNORECASE)
_APART = "&#8203;"  # a space of no width
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})

_AROUND = {
    Style.MATCH: ("**", "**"),
    Style.CLAIM: ("**", "**"),
    Style.CUE: ("*", "*"),
    Style.MENTION: ("*", "*"),
    Style.ADDED: ("**", "**"),
    Style.MISSING: ("~~", "~~"),
    Style.BEWARE: ("**", "**"),
}


def lines(command: str, records: Iterable[Record], screen: Screen) -> Iterator[str]:  # noqa: ARG001
    for place, block in enumerate(blocks(command, records)):
        if place:
            yield ""
        yield from (line.replace(GLUE, " ") for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Title):
        yield f"### {_line(block.text)}"
        if block.detail:
            yield ""
            yield f"*{_line(block.detail)}*"
    elif isinstance(block, Prose):
        yield f"> {_line(block.label)} {_text(block.words)}"
    elif isinstance(block, Fields):
        yield from (f"- {f'{_line(name)}: ' if name else ''}{_text(words)}" for name, words in block.rows)
    else:
        yield from _table(block)


def _table(listing: Listing) -> Iterator[str]:
    """A table without the columns in which nothing stands."""
    rows = [[_cell(cell) for cell in row] for row in listing.rows]
    filled = [place for place in range(len(listing.columns)) if any(row[place] for row in rows)]
    columns = [listing.columns[place] for place in filled]
    yield _row(_cell(Cell(Words(column.header), (column.beneath,))) for column in columns)
    yield _row("--:" if column.right else "---" for column in columns)
    for row in rows:
        yield _row(row[place] for place in filled)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    parts = [_text(cell.words), *(f"*{_line(line)}*" for line in filter(None, cell.beneath))]
    return "<br>".join(filter(None, parts))


def _text(words: Words) -> str:
    words = words.even()
    parts: list[str] = []
    last = 0
    for mark in words.marks:
        before, after = _AROUND[mark.style]
        marked = escape(words.text[mark.start : mark.end])
        parts += [escape(words.text[last : mark.start]), before, marked, after]
        last = mark.end
    return "".join([*parts, escape(words.text[last:])]).strip()


def escape(text: str) -> str:
    """``text`` visible, every sign that Markdown or HTML would act on escaped.

    >>> escape("a|b <b>*c*")
    'a\\\\|b &lt;b&gt;\\\\*c\\\\*'
    """
    escaped = _ACTIVE.sub(r"\\\g<0>", text).translate(_HTML)
    return _ADDRESS.sub(rf"\g<0>{_APART}", escaped)


def _line(text: str) -> str:
    return escape(one_line(text))
