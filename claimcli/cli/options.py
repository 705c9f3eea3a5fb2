"""Arguments and options that commands share, each written once."""

from __future__ import annotations

from collections.abc import Callable, Collection
from enum import StrEnum
from typing import Annotated

import typer

from claimcli.cli.completion import decision_labels, names_of, speaker_names
from claimcli.model import Status
from claimcli.query import KINDS

STATUSES = tuple(map(str, Status))


class Format(StrEnum):
    """How results are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MARKDOWN = "markdown"


def one_of(names: Collection[str]) -> Callable[[list[str] | None], list[str] | None]:
    """Reads names of which several may be typed with commas between them: "direct,Mixed"."""

    def read(typed: list[str] | None) -> list[str] | None:
        parts = [part.strip().lower() for text in typed or () for part in text.split(",")]
        for part in filter(None, parts):
            if part not in names:
                raise typer.BadParameter(f"{part!r} is none of {', '.join(names)}")
        if typed and not any(parts):
            raise typer.BadParameter(f"no name in {typed[0]!r}; there are {', '.join(names)}")
        return list(filter(None, parts)) or None

    return read


Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCE",
        help="Files, folders, globs, URLs, or - for standard input; the shipped example if none is named.",
        show_default=False,
    ),
]
Speakers = Annotated[
    list[str] | None,
    typer.Option(
        "--speaker",
        "-s",
        metavar="NAME",
        help="Only what NAME says: part of a name or an alias, any case, a typo forgiven. May be repeated.",
        autocompletion=speaker_names,
        show_default=False,
    ),
]
About = Annotated[
    list[str] | None,
    typer.Option(
        "--about",
        "-a",
        metavar="DECISION",
        help="Only what is about a decision: words of its label, or its id. May be repeated.",
        autocompletion=decision_labels,
        show_default=False,
    ),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        "-k",
        metavar="KIND,...",
        help="direct, mixed or indirect: all, some or none of it in quotation marks; quote is the first two. "
        "May be repeated.",
        callback=one_of(KINDS),
        autocompletion=names_of(KINDS),
        show_default=False,
    ),
]
Statuses = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        metavar="STATUS,...",
        help="Only decisions that are taken, declined or proposed. May be repeated.",
        callback=one_of(STATUSES),
        autocompletion=names_of(STATUSES),
        show_default=False,
    ),
]
Via = Annotated[
    list[str] | None,
    typer.Option(
        "--via",
        metavar="NAME",
        help="Only what NAME reports of somebody else.",
        autocompletion=speaker_names,
        show_default=False,
    ),
]
MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        metavar="0..1",
        min=0.0,
        max=1.0,
        help="Only claims whose rules are right at least this often.",
        show_default=False,
    ),
]
Limit = Annotated[
    int | None,
    typer.Option("--limit", "-n", metavar="N", min=1, help="At most N results.", show_default=False),
]
Output = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        case_sensitive=False,
        metavar="FORMAT",
        help="table (the default), json, jsonl, csv, tsv or markdown.",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="The same as --format json.")]


def _field(option: str, what: str) -> typer.models.OptionInfo:
    """An option that names a column (a key) of JSON, CSV and Parquet sources."""
    info: typer.models.OptionInfo = typer.Option(
        option, metavar="COLUMN", help=f"Column of {what}, where it has no usual name.", show_default=False
    )
    return info


TextField = Annotated[str | None, _field("--text-field", "the text in JSON, CSV and Parquet sources")]
TitleField = Annotated[str | None, _field("--title-field", "the title")]
DateField = Annotated[str | None, _field("--date-field", "the date")]
IdField = Annotated[str | None, _field("--id-field", "the id")]
Strict = Annotated[bool, typer.Option("--strict", help="Stop at the first source that cannot be read.")]
