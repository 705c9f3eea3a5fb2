"""CSV and TSV: a record a row, its fields flat under the names that they have in JSON ("speaker.name").

A list in a cell is its parts with "; " between them, a part that is null empty, so that columns of one list stand
part by part beside one another. A list within a list has " | " between its parts; offsets are written "12-40". In
a part ";", "|" and "\\" have a backslash before them, so that the list can be put together again.

Words from an article must not run: what a spreadsheet would take for a formula gets an apostrophe before it, also
after ";" and a line end, where some would split the cell (though it stands in quotation marks), and control
characters are shown as signs. Whoever needs the exact text reads JSON.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from claimcli.output import Record, Screen
from claimcli.output.safe import visible
from claimcli.output.schema import columns, shape_of

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_FORMULA_INSIDE = re.compile(r"[;\r\n]\s*(?=[=+\-@＝＋－＠])")
_SEPARATORS = ("; ", " | ")  # between the parts of a list, of a list in a list
_PARTS = str.maketrans({sign: f"\\{sign}" for sign in ";|\\"})
_QUOTED = re.compile(r'[",;\n]')
# Programs that read TSV split at every tab and line end, so these are written as escapes, as in "\t".
_TSV_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def lines(command: str, records: Iterable[Record], screen: Screen) -> Iterator[str]:
    write_row = _tsv_row if screen.format == "tsv" else _csv_row
    table = _TABLES.get(command, _flat)
    for row in table(command, iter(records)):
        yield write_row([_harmless(cell) for cell in row])


def _flat(command: str, records: Iterator[Record]) -> Iterator[list[str]]:
    """A header, then a row a record."""
    first = next(records, None)
    paths = columns(shape_of(command, first))
    yield [".".join(path) for path in paths]
    for record in chain([] if first is None else [first], records):
        yield [_cell(record, path) for path in paths]


def _cell(value: Any, path: tuple[str, ...], depth: int = 0) -> str:
    """What ``path`` leads to, as text; ``depth`` is that of the lists around it."""
    if isinstance(value, list):
        if value and isinstance(value[0], int):
            return "-".join(map(str, value))
        return _SEPARATORS[depth].join([_cell(part, path, depth + 1) for part in value])
    if value is None:
        return ""
    if path:
        return _cell(value[path[0]], path[1:], depth)
    return str(value).translate(_PARTS) if depth else str(value)


def _matrix(_: str, records: Iterator[Record]) -> Iterator[list[str]]:
    """A column a decision, as people fill a spreadsheet; by its id, as articles may share a label."""
    first = next(records, None)
    if first is None:
        yield ["speaker.name", "claims"]
        return
    names = [f"{cell['label']} ({cell['id']})" for cell in first["decisions"]]
    yield ["speaker.name", "claims", *names]
    for record in chain([first], records):
        counts = [str(cell["claims"]) for cell in record["decisions"]]
        yield [record["speaker"]["name"] if record["speaker"] else "", str(record["claims"]), *counts]


def _compare(_: str, records: Iterator[Record]) -> Iterator[list[str]]:
    """A row for each claim of a shared quotation, all under its number, as people sort and filter them."""
    yield [
        *("quotation", "articles", "missing", "variant", "text", "changes"),
        *("speaker.name", "kind", "paragraph", "id"),
        *("article.id", "article.title", "article.source", "article.published"),
    ]
    for number, record in enumerate(records, 1):
        for place, variant in enumerate(record["variants"], 1):
            changes = "; ".join(_change(part) for part in variant["differences"] if part["change"] != "kept")
            for claim in variant["claims"]:
                speaker = claim["speaker"]["name"] if claim["speaker"] else ""
                article = [claim["article"][name] or "" for name in ("id", "title", "source", "published")]
                counts = (number, record["articles"], record["missing"], place)
                yield [
                    *map(str, counts),
                    *(claim["text"], changes, speaker, claim["kind"], str(claim["paragraph"]), claim["id"]),
                    *article,
                ]


def _change(part: Record) -> str:
    return " → ".join(_cell(side, ("text",), 1) or "∅" for side in (part["first"], part["here"]))


_TABLES = {"matrix": _matrix, "compare": _compare}


def _harmless(cell: str) -> str:
    cell = _FORMULA_INSIDE.sub(r"\g<0>'", cell)
    return visible("'" + cell if cell.startswith(_FORMULA) else cell)


def _csv_row(cells: list[str]) -> str:
    return ",".join(map(_quoted, cells))


def _quoted(cell: str) -> str:
    if "\r" in cell:
        cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if _QUOTED.search(cell) else cell


def _tsv_row(cells: list[str]) -> str:
    return "\t".join(cell.translate(_TSV_ESCAPES) for cell in cells)
