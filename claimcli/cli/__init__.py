"""The command line. ``main`` is the program: every failure is one line and an exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import TextIO

FOUND, NOTHING, BAD, INTERRUPTED = 0, 1, 2, 130


def main() -> None:
    """Run ``claimcli``. Exit code 0: found; 1: nothing matched; 2: bad usage or input; 130: interrupted.

    With CLAIMCLI_DEBUG in the environment an error that is not bad usage comes out with its traceback.
    """
    gc.set_threshold(100_000, 50, 50)  # starting up makes many objects and next to no garbage
    try:
        code = _run()
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
        drop_output()
    except Exception as error:
        if os.environ.get("CLAIMCLI_DEBUG") and not hasattr(error, "format_message"):
            raise
        code = BAD
        say(_told(error))
        if isinstance(error, OSError):
            drop_output()
    sys.exit(code)


def say(message: str) -> None:
    """One line for the person, beside the results; whoever does not take it misses no result."""
    if sys.stderr is not None:
        from claimcli.output.safe import one_line

        try:
            print(one_line(message), file=sys.stderr)
        except OSError:
            _drop(sys.stderr)


def counted(count: int, noun: str) -> str:
    """ "1 claim", "2,000 claims"."""
    return f"{count:,} {noun}{'s' * (count != 1)}"


def say_repeated(command: str, sources: Sequence[str]) -> None:
    """A line that articles were read before, if any were; ``sources`` are where they stood again."""
    if sources:
        from claimcli.cli.nothing import some

        say(f"claimcli {command}: read before, so it counts once: the article in {some(sources, 1)}")


def _run() -> int:
    from claimcli.cli.app import app

    typed = sys.argv[1:]
    if typed[:1] == ["help"]:  # "claimcli help quotes", as other programs have it
        typed = [*typed[1:], "--help"]
    elif typed == ["version"]:
        typed = ["--version"]
    code = app(typed, prog_name="claimcli", standalone_mode=False)
    return code if isinstance(code, int) else FOUND


def _told(error: Exception) -> str:
    """What went wrong and what to do, from any error."""
    if message := getattr(error, "format_message", None):  # what the arguments fail by
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "claimcli"
        problem = message().removeprefix("Invalid value: ").replace("Value error, ", "").rstrip(".?")
        if getattr(error, "option_name", "--").startswith("--"):
            return f"{command}: {problem}; see {command} --help"
        return f"{command}: {problem}; words that begin with - have -- before them; see {command} --help"
    if isinstance(error, OSError):
        return f"claimcli: cannot write the results: {error.strerror or error}"
    from claimcli.sources.document import SourceError

    if isinstance(error, SourceError):  # a database that turns out to be damaged while it is searched
        return f"claimcli: {error}"
    where = error.__traceback__
    while where and where.tb_next:
        where = where.tb_next
    place = f"{os.path.basename(where.tb_frame.f_code.co_filename)}:{where.tb_lineno}" if where else "?"
    what = f"{type(error).__name__} at {place}: {error}"
    return f"claimcli: {what}; this is a fault of claimcli, and CLAIMCLI_DEBUG=1 before the command shows all of it"


def drop_output() -> None:
    """Keep Python from flushing results into a closed pipe or a full disk when it ends."""
    if sys.stdout is not None:
        _drop(sys.stdout)


def _drop(stream: TextIO) -> None:
    """Lead what a stream holds and gets nowhere: flushing it at the end would change the exit code."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
