"""Tables for people, drawn by Rich: as wide as the window, all text wrapped and none cut.

Without colours, as in a pipe, what stands out in prose is put in brackets instead.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimcli.output import Record, Screen
from claimcli.output.blocks import (
    GLUE,
    NONE,
    Block,
    Cell,
    Column,
    Fields,
    Listing,
    Prose,
    Style,
    Title,
    Words,
    blocks,
)
from claimcli.output.safe import one_line

# Attributes and the terminal's own base colours that read on dark and on light; without colour
# the attributes still tell them apart.
_STYLES = {
    Style.MATCH: "bold red",
    Style.CLAIM: "bold",
    Style.CUE: "italic magenta",
    Style.MENTION: "underline green",
    Style.ADDED: "bold green",
    Style.MISSING: "strike red",
    Style.BEWARE: "bold red",
}
# The same without a terminal; the last two as in a word-by-word diff.
_BRACKETS = {
    Style.MATCH: ("", ""),
    Style.BEWARE: ("", ""),
    Style.CLAIM: ("⟦", "⟧"),
    Style.CUE: ("{", "}"),
    Style.MENTION: ("‹", "›"),
    Style.ADDED: ("{+", "+}"),
    Style.MISSING: ("[-", "-]"),
}

_GAP = 2  # between columns
_INDENT = 2
_PIECE = 8_000  # characters


def lines(command: str, records: Iterable[Record], screen: Screen) -> Iterator[str]:
    yield from drawn(blocks(command, records), screen)


def drawn(page_of: Iterable[Block], screen: Screen) -> Iterator[str]:
    """The lines of a page, as wide as the screen."""
    page = Page(screen)
    for place, block in enumerate(page_of):
        if place:
            yield ""
        yield from page.lines(block)


class Page:
    """Draws blocks one after the other."""

    def __init__(self, screen: Screen) -> None:
        self._width = screen.width
        self._console = Console(
            file=io.StringIO(),
            width=screen.width,
            force_terminal=screen.terminal,
            highlight=False,
            markup=False,
            emoji=False,
        )
        self._colours = self._console.color_system is not None

    def lines(self, block: Block) -> list[str]:
        with self._console.capture() as capture:
            for part in self._parts(block):
                self._console.print(part)
        return [line.replace(GLUE, " ").rstrip(" ") for line in capture.get().splitlines()]

    def _parts(self, block: Block) -> Iterator[RenderableType]:
        if isinstance(block, Title):
            yield _whole(Text(one_line(block.text), style="bold", overflow="fold"))
            if block.detail:
                yield _whole(Text(one_line(block.detail), style="dim", overflow="fold"))
        elif isinstance(block, Prose):
            yield self._beside(((block.label, block.words),), quiet=block.quiet)
        elif isinstance(block, Fields):
            yield self._beside(block.rows)
        else:
            yield from self._listing(block)

    def _beside(self, rows: Iterable[tuple[str, Words]], *, quiet: bool = False) -> RenderableType:
        """Labels in a margin, words beside them."""
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(style="dim", no_wrap=True)
        grid.add_column(overflow="fold")
        for label, words in rows:
            grid.add_row(Text(one_line(label)), _whole(self._text(words, style="dim" if quiet else "")))
        return Padding(grid, (0, 0, 0, _INDENT))

    # Listings

    def _listing(self, listing: Listing) -> Iterator[RenderableType]:
        prose = next((place for place, column in enumerate(listing.columns) if column.most is None), None)
        if prose is None:
            yield from self._grid(listing)
            return
        widths = self._widths(listing, prose)
        if widths[prose] < min(listing.columns[prose].least, _width(listing, prose)):
            yield from self._stacked(listing, prose)
        else:
            yield self._table(listing, widths, prose)

    def _widths(self, listing: Listing, prose: int) -> dict[int, int]:
        """The columns that stand side by side, and how wide; others fold to leave the prose its room."""
        columns = listing.columns
        widths = {
            place: _width(listing, place)
            for place, column in enumerate(columns)
            if column.fold <= self._width
            and (place == prose or any(row[place].words.text for row in listing.rows))
        }
        wanted = widths[prose]
        while True:
            left = self._width - sum(width + _GAP for place, width in widths.items() if place != prose)
            foldable = [place for place in widths if columns[place].fold]
            if left >= min(columns[prose].least, wanted) or not foldable:
                lines = (cell_len(_beneath(listing, row, widths)) for row in listing.rows)
                return {**widths, prose: min(left, max(wanted, *lines))}
            del widths[max(foldable, key=lambda place: columns[place].fold)]

    def _table(self, listing: Listing, widths: dict[int, int], prose: int) -> RenderableType:
        """Columns side by side; those without a width go beneath the prose."""
        table = _rich_table(listing.columns, widths, airy=_wraps(listing, widths))
        for row in listing.rows:
            cells = {place: row[place] for place in widths}
            beneath = (*row[prose].beneath, _beneath(listing, row, widths))
            cells[prose] = Cell(row[prose].words, beneath)
            table.add_row(*(self._cell(cell) for cell in cells.values()))
        return table

    def _stacked(self, listing: Listing, prose: int) -> Iterator[RenderableType]:
        """A paragraph a row: what is short on one line, the prose under it."""
        for number, row in enumerate(listing.rows):
            if number:
                yield Text()
            short = [*row[0].beneath] if prose else []
            beneath = [*row[prose].beneath]
            for place, column in enumerate(listing.columns):
                if place not in (0, prose):
                    (beneath if column.fold else short).append(_led(column, row[place]))
            details = Text(one_line(" · ".join(filter(None, short))), style="dim", overflow="fold")
            heading = self._text(row[0].words, style="bold")
            if prose:
                yield _whole(Text.assemble(heading, (" · ", "dim"), details, overflow="fold"))
                yield self._indented(self._text(row[prose].words))
            else:
                yield _whole(heading)
                yield self._indented(details)
            for line in filter(None, map(one_line, beneath)):
                yield self._indented(Text(line, style="dim", overflow="fold"))

    def _grid(self, listing: Listing) -> Iterator[RenderableType]:
        """A table of short cells under headers that may be long: these wrap, or become numbers.

        What stands beneath a header wraps only where it has the room that is the most for its column.
        """
        columns = listing.columns
        for narrowest in (_width, _word_width):
            widths = {place: narrowest(listing, place) for place in range(len(columns))}
            if sum(widths.values()) + _GAP * len(widths) <= self._width:
                yield self._plain_table(columns, widths, listing)
                return
        numbered = [
            Column(f"[{place}]", most=column.most, right=True) if 0 < place < len(columns) - 1 else column
            for place, column in enumerate(columns)
        ]
        yield from self._in_parts(Listing(tuple(numbered), listing.rows))
        yield Text()
        yield self._beside(
            (f"[{place}]", Words(" · ".join(filter(None, (column.header, column.beneath)))))
            for place, column in enumerate(columns[1:-1], 1)
        )

    def _in_parts(self, listing: Listing) -> Iterator[RenderableType]:
        """Several tables one below the other, as wide as the window, each with the rows that have anything in it.

        All begin with the first column, which names a row, and the last, which sums it up.
        """
        *places, last = range(1, len(listing.columns))
        total = _width(listing, last)
        head = {0: min(_width(listing, 0), max(self._width // 2 - total - _GAP, 4)), last: total}
        widest = max(_width(listing, place) for place in places)
        room = self._width - sum(head.values()) - _GAP * (len(head) - 1)
        parts = ceil(len(places) / max(room // (widest + _GAP), 1))
        for part in range(parts):  # of as many columns each, so that none is left over by itself
            if part:
                yield Text()
            own = places[len(places) * part // parts : len(places) * (part + 1) // parts]
            rows = [row for row in listing.rows if any(row[place].words.text != NONE for place in own)]
            widths = head | {place: _width(listing, place) for place in own}
            yield self._plain_table(listing.columns, widths, Listing(listing.columns, rows))

    def _plain_table(
        self, columns: Sequence[Column], widths: dict[int, int], listing: Listing
    ) -> RenderableType:
        table = _rich_table(columns, widths, airy=False)
        for row in listing.rows:
            table.add_row(*(self._cell(row[place]) for place in widths))
        return table

    # Words

    def _cell(self, cell: Cell) -> RenderableType:
        text = self._text(cell.words)
        for line in filter(None, map(one_line, cell.beneath)):
            text.append("\n" if text.plain else "").append(line, style="dim")
        return _whole(text)

    def _text(self, words: Words, style: str = "") -> Text:
        words = words.even()
        text = Text(style=style, overflow="fold")
        last = 0
        for mark in words.marks:
            before, after = ("", "") if self._colours else _BRACKETS[mark.style]
            text.append(words.text[last : mark.start] + before)
            text.append(words.text[mark.start : mark.end], style=_STYLES[mark.style])
            text.append(after)
            last = mark.end
        return text.append(words.text[last:])

    def _indented(self, text: Text) -> RenderableType:
        return Padding(_whole(text), (0, 0, 0, _INDENT))


def _whole(text: Text) -> RenderableType:
    """``text``, in pieces if it is long: the time that Rich takes grows with the square of its length."""
    if len(text) <= _PIECE:
        return text
    ends = []
    end = 0
    while len(text) - end > _PIECE:
        space = text.plain.rfind(" ", end, end + _PIECE)
        end = space + 1 if space > end else end + _PIECE
        ends.append(end)
    return Group(*text.divide(ends))


def _rich_table(columns: Sequence[Column], widths: dict[int, int], *, airy: bool) -> Table:
    table = Table(
        box=SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        leading=int(airy),
        header_style="bold",
    )
    for place, width in widths.items():
        column = columns[place]
        header = Text(one_line(column.header))
        if column.beneath:
            header.append(f"\n{one_line(column.beneath)}", style="not bold dim")
        table.add_column(
            header,
            width=width,
            overflow="fold",
            justify="right" if column.right else "left",
        )
    return table


def _width(listing: Listing, place: int) -> int:
    """Columns of text that a column would fill, up to its greatest width."""
    column = listing.columns[place]
    texts = [column.header, column.beneath]
    for row in listing.rows:
        texts += [row[place].words.text, *row[place].beneath]
    longest = max(map(cell_len, map(one_line, texts)))
    whole = max(cell_len(one_line(column.header)), cell_len(one_line(column.beneath)))
    return longest if column.most is None else min(longest, max(column.most, whole))


def _beneath(listing: Listing, row: Sequence[Cell], widths: dict[int, int]) -> str:
    """The cells of ``row`` that have no column of their own, on one line."""
    folded = (_led(column, row[place]) for place, column in enumerate(listing.columns) if place not in widths)
    return one_line(" · ".join(filter(None, folded)))


def _wraps(listing: Listing, widths: dict[int, int]) -> bool:
    """Whether any row takes more than one line; then empty lines between rows keep them apart."""
    return any(
        _beneath(listing, row, widths)
        or any(
            row[place].beneath or cell_len(row[place].words.text) > width for place, width in widths.items()
        )
        for row in listing.rows
    )


def _word_width(listing: Listing, place: int) -> int:
    """The same where the header may break between its words."""
    column = listing.columns[place]
    texts = [one_line(row[place].words.text) for row in listing.rows]
    texts += one_line(f"{column.header} {column.beneath}").split()
    beneath = min(cell_len(one_line(column.beneath)), column.most or 0)
    return max(beneath, *map(cell_len, texts))


def _led(column: Column, cell: Cell) -> str:
    """A cell under the prose; what leads it stays beside its first word."""
    return column.lead.replace(" ", GLUE) + cell.words.text if cell.words.text else ""
