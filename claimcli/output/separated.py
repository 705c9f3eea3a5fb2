"""CSV and TSV: a record a row, its fields flat under the names that they have in JSON ("speaker.name").

Several values in a cell are joined by "; ", offsets are written "12-40". Words from an article must not run:
a cell that a spreadsheet would take for a formula gets an apostrophe before it, and control
characters are shown as signs. Whoever needs the exact text reads JSON.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from claimcli.output import Record, Screen
from claimcli.output.safe import visible
from claimcli.output.schema import columns, shape_of

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
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
        yield ["; ".join(_values(record, path)) for path in paths]


def _values(value: Any, path: tuple[str, ...]) -> Iterator[str]:
    """All that ``path`` leads to, as text."""
    if value is None:
        return
    if isinstance(value, list) and value and not path and all(isinstance(part, int) for part in value):
        yield "-".join(map(str, value))
    elif isinstance(value, list):
        for part in value:
            yield from _values(part, path)
    elif path:
        yield from _values(value[path[0]], path[1:])
    else:
        yield str(value)


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
    return " → ".join(side["text"] if side else "∅" for side in (part["first"], part["here"]))


_TABLES = {"matrix": _matrix, "compare": _compare}


def _harmless(cell: str) -> str:
    return visible("'" + cell if cell.startswith(_FORMULA) else cell)


def _csv_row(cells: list[str]) -> str:
    row = io.StringIO()
    unix = [cell.replace("\r\n", "\n").replace("\r", "\n") for cell in cells]
    csv.writer(row, lineterminator="\n").writerow(unix)
    return row.getvalue().removesuffix("\n")


def _tsv_row(cells: list[str]) -> str:
    return "\t".join(cell.translate(_TSV_ESCAPES) for cell in cells)
