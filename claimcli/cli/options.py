"""Arguments and options that commands share, each written once, in the groups in which they come.

A command names a group as a parameter, ``filters: Filters``; ``spread`` makes the group's options those of the command.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from inspect import Parameter, signature
from typing import Annotated, Any, get_type_hints

import typer

from claimcli.cli.completion import actor_names, decision_labels, names_of, speaker_names
from claimcli.model import Status
from claimcli.query import KINDS, Query
from claimcli.sources import Fields

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


def at_least(least: float) -> Callable[[Any], Any]:
    """Lets numbers from ``least`` on through. (Typer's own limits would stand in the help as "[x>=1]".)"""

    def read(typed: Any) -> Any:
        if typed is not None and not typed >= least:
            raise typer.BadParameter(f"{typed} is not at least {least}")
        return typed

    return read


Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCE",
        help="Files, folders, globs, URLs, or - for standard input; the shipped example if none is named.",
        show_default=False,
    ),
]
NamedSources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCE",
        help="Files, folders, globs, URLs, or - for standard input; at least one.",
        show_default=False,
    ),
]
Speakers = Annotated[
    list[str] | None,
    typer.Option(
        "--speaker",
        "-s",
        metavar="NAME",
        help="Only what NAME says: words of a name or an alias or their beginnings, any case, a typo forgiven; a role "
        "is whoever has it. May be repeated.",
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
        help="Only what NAME reports of somebody else. May be repeated.",
        autocompletion=speaker_names,
        show_default=False,
    ),
]
Actors = Annotated[
    list[str] | None,
    typer.Option(
        "--actor",
        metavar="NAME",
        help="Only decisions that NAME makes, typed as for --speaker. May be repeated.",
        autocompletion=actor_names,
        show_default=False,
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="DATE",
        help="Only articles published on or after DATE: 2026-11-26, 2026-11 or 2026.",
        show_default=False,
    ),
]
Until = Annotated[
    str | None,
    typer.Option(
        "--until",
        metavar="DATE",
        help="Only articles published on or before DATE, which may be a whole month or year.",
        show_default=False,
    ),
]
MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        metavar="0..1",
        help="Only claims whose rules are right at least this often, those that named the speaker too.",
        show_default=False,
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit", "-n", metavar="N", callback=at_least(1), help="At most N results.", show_default=False
    ),
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


@dataclass(frozen=True)
class Times:
    """When the articles are published that are asked for."""

    since: Since = None
    until: Until = None

    def query(self, **asked: Any) -> Query:
        """What is asked for, of articles of that time."""
        return query_of(since=self.since, until=self.until, **asked)


_EVER = Times()


@dataclass(frozen=True)
class Filters:
    """Which claims are asked for."""

    speaker: Speakers = None
    about: About = None
    kind: Kinds = None
    via: Via = None
    min_confidence: MinConfidence = 0.0

    def query(
        self,
        limit: int | None = None,
        *,
        kind: Sequence[str] = (),
        actor: Sequence[str] = (),
        times: Times = _EVER,
    ) -> Query:
        """The same as a query, of these kinds where none were named."""
        return times.query(
            speaker=self.speaker or (),
            about=self.about or (),
            kind=self.kind or kind,
            via=self.via or (),
            actor=actor,
            min_confidence=self.min_confidence,
            limit=limit,
        )


@dataclass(frozen=True)
class Reads:
    """How sources are read."""

    text_field: TextField = None
    title_field: TitleField = None
    date_field: DateField = None
    id_field: IdField = None
    strict: Strict = False

    @property
    def fields(self) -> Fields:
        return Fields(self.text_field, self.title_field, self.date_field, self.id_field)


@dataclass(frozen=True)
class Writes:
    """How results are written."""

    output: Output = None
    json: Json = False

    @property
    def format(self) -> Format:
        """What was asked for, a table unless told. Raises ``typer.BadParameter`` for two that differ."""
        if self.json and self.output not in (None, Format.JSON):
            raise typer.BadParameter(f"--json and --format {self.output}: choose one")
        return Format.JSON if self.json else self.output or Format.TABLE


def query_of(**asked: Any) -> Query:
    """A query of what was typed; a name without letters, or a date that is none, is bad usage."""
    try:
        return Query(**asked)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def spread(command: Callable[..., int]) -> Callable[..., int]:
    """``command`` with the options of its groups as parameters of its own; one that it names itself is its own."""
    hints = get_type_hints(command, include_extras=True)
    own = signature(command).parameters
    groups = {name: hints[name] for name in own if is_dataclass(hints[name])}
    parameters: dict[str, Parameter] = {}
    for name in own:
        if name not in groups:
            parameters[name] = own[name].replace(annotation=hints[name])
            continue
        annotations = get_type_hints(groups[name], include_extras=True)
        for field in fields(groups[name]):
            if field.name not in own:
                parameters[field.name] = Parameter(
                    field.name,
                    Parameter.KEYWORD_ONLY,
                    default=field.default,
                    annotation=annotations[field.name],
                )

    def run(**typed: Any) -> int:
        made = {
            name: group(**{field.name: typed[field.name] for field in fields(group) if field.name not in own})
            for name, group in groups.items()
        }
        return command(**{name: typed[name] for name in own if name not in groups}, **made)

    ordered = [each.replace(kind=Parameter.KEYWORD_ONLY) for each in parameters.values()]
    run.__signature__ = signature(command).replace(parameters=ordered)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in ordered}
    run.__name__, run.__doc__ = command.__name__, command.__doc__
    return run
