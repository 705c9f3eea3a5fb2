"""``claimcli schema``."""

from __future__ import annotations

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
) -> int:
    """The JSON Schema of what each command prints with --json.

    \b
    Examples:
      claimcli schema quotes
      claimcli schema
    """
    from json import dumps

    from claimcli.output import schema as shapes

    if command is None:
        typer.echo(dumps(shapes.schemas(), indent=2, ensure_ascii=False))
    elif command in shapes.SHAPES:
        typer.echo(dumps(shapes.schema(command), indent=2, ensure_ascii=False))
    else:
        raise typer.BadParameter(f"no JSON of {command!r}; there is that of {', '.join(shapes.SHAPES)}")
    return FOUND
