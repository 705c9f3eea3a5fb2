"""``claimcli schema``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from claimcli.cli import FOUND


def schema(
    command: Annotated[
        str | None,
        typer.Argument(
            metavar="COMMAND", help="One command; all of them if none is named.", show_default=False
        ),
    ] = None,
    table: Annotated[bool, typer.Option("--table", help="Tables for people, not JSON.")] = False,
) -> int:
    """What each command prints with --json, field by field.

    As JSON Schema, or as tables for people.

    \b
    Examples:
      claimcli schema quotes --table
      claimcli schema
    """
    from claimcli.output import schema as shapes

    if command is not None and command not in shapes.SHAPES:
        raise typer.BadParameter(f"no JSON of {command!r}; there is that of {', '.join(shapes.SHAPES)}")
    for line in _tables(command) if table else [_json(command)]:
        typer.echo(line)
    return FOUND


def _json(command: str | None) -> str:
    from json import dumps

    from claimcli.output.schema import schema, schemas

    return dumps(schemas() if command is None else schema(command), indent=2, ensure_ascii=False)


def _tables(command: str | None) -> Iterator[str]:
    from claimcli.cli.options import Format, Writes
    from claimcli.cli.run import screen_for
    from claimcli.output.fields import page
    from claimcli.output.table import drawn

    yield from drawn(page(command), screen_for(Writes(Format.TABLE)))
