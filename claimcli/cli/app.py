"""The program's face: its commands, each a module of its own name, imported when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any, cast

import typer
import typer.main

from claimcli.cli.quick import Command, Group

COMMANDS = (
    "quotes",
    "claims",
    "facts",
    "speakers",
    "decisions",
    "matrix",
    "search",
    "check",
    "compare",
    "show",
    "extract",
    "schema",
)


class Commands(Group):
    """All commands by name, of which only the one that runs is built."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = cast(Any, dict.fromkeys(COMMANDS))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        from claimcli.cli.options import spread

        module = import_module(f"claimcli.cli.{cmd_name}")
        alone = typer.Typer(rich_markup_mode=None, add_completion=False)
        alone.command(cls=Command)(spread(getattr(module, cmd_name)))
        return typer.main.get_command(alone)


# Plain help: drawing it with Rich would take longer than most commands take to answer.
app = typer.Typer(
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
)


def _version(asked: bool) -> None:
    if asked:
        from claimcli import __version__

        typer.echo(f"claimcli {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def claimcli(
    ctx: typer.Context,
    version: Annotated[  # noqa: ARG001
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Who said what, about which decision: claims from news articles, listed, searched and checked.

    \b
    Examples:
      claimcli quotes --speaker Stoltenberg
      claimcli search "no-fly zone"
      claimcli claims --about "no-fly zone" --json

    SOURCE is a file, a folder, a glob, a URL, or - for standard input. Without one, commands that list read the
    article that claimcli ships, and say so.

    Exit code 0: something found; 1: nothing matched; 2: bad usage or unreadable input.
    """
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())
