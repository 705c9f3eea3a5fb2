"""The commands, put together."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcli.cli.check import check
from claimcli.cli.claims import claims
from claimcli.cli.decisions import decisions
from claimcli.cli.facts import facts
from claimcli.cli.matrix import matrix
from claimcli.cli.quotes import quotes
from claimcli.cli.schema import schema
from claimcli.cli.search import search
from claimcli.cli.show import show
from claimcli.cli.speakers import speakers

# Plain help: Rich would take longer to import than most commands take to answer.
app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
)
for command in (quotes, claims, facts, speakers, decisions, matrix, search, check, show, schema):
    app.command()(command)


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
    """Who said what, about which decision: claims from news articles, listed, filtered, searched and checked.

    \b
    Examples:
      claimcli quotes --speaker Stoltenberg
      claimcli search "no-fly zone"
      claimcli claims --about "no-fly zone" --json

    SOURCE is a file, a folder, a glob, a URL, or - for standard input. Without one, the articles shipped
    with claimcli are read.

    Exit code 0: something found; 1: nothing matched; 2: bad usage or unreadable input.
    """
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())
