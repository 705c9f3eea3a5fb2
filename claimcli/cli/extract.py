"""``claimcli extract``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from claimcli.cli import BAD, FOUND, NOTHING, counted, drop_output, say, say_repeated
from claimcli.cli.options import NamedSources, Reads, at_least

if TYPE_CHECKING:
    from claimcli.cli.progress import Progress

_GOES_ON = "; the same command with --resume goes on from here"


Out = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="OUT",
        help="File to write: .jsonl, .csv, .parquet or .db (SQLite); - is JSON Lines to standard output.",
        show_default=False,
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        "-w",
        metavar="N",
        callback=at_least(1),
        help="Processes that parse; all cores unless told otherwise.",
    ),
]
Timeout = Annotated[
    float,
    typer.Option(
        "--timeout",
        metavar="SECONDS",
        callback=at_least(0.1),
        help="An article that takes longer is left out and named.",
    ),
]
Resume = Annotated[bool, typer.Option("--resume", help="Go on where the same command was interrupted.")]
Append = Annotated[
    bool,
    typer.Option(
        "--append", help="Add what can be read to what OUT holds; articles that it has are not added again."
    ),
]
Cluster = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        metavar="ADDRESS",
        help="Address of a Dask scheduler whose workers do it; OUT is a folder of parts then.",
        show_default=False,
    ),
]


def extract(
    sources: NamedSources = None,
    *,
    out: Out = "",
    workers: Workers = None,
    timeout: Timeout = 60.0,
    append: Append = False,
    resume: Resume = False,
    reads: Reads,
    cluster: Cluster = None,
) -> int:
    """Claims of any number of articles into one file.

    All commands read JSON Lines, Parquet and SQLite files made so back without parsing again.

    \b
    Files:
      .jsonl    a line an article, then a line a claim
      .csv      a row a claim
      .parquet  as .jsonl, in columns
      .db       SQLite, with full-text indexes

    OUT appears when it is whole, in the place of what extract wrote there before, or, with --append, together
    with it. Until then the work stands beside it; after an interruption the same command
    with --resume goes on. At a terminal a line tells what came of it; elsewhere success is silent. On a cluster,
    sources and OUT may be on any file system that fsspec knows (s3://, gs://).

    \b
    Examples:
      claimcli extract monday.txt -o claims.jsonl
      claimcli extract "*day.txt" -o claims.db -w 2 --resume
      claimcli extract tuesday.txt -o claims.jsonl --append
      claimcli extract "*day.txt" -o - --timeout 10
    """
    if not sources:
        raise typer.BadParameter("name the articles to read: files, folders, globs, URLs or -")
    if not out:
        raise typer.BadParameter("name the file to write: -o claims.jsonl (or .csv, .parquet, .db)")
    if append and cluster:
        raise typer.BadParameter("on a cluster nothing is added to a folder that is there; name a new one")
    from claimcli.cli.progress import Progress

    with Progress(sources, out, append=append, strict=reads.strict) as progress:
        with _told(progress, out, saves=bool(cluster)):
            if cluster:
                from claimcli.bulk.cluster import extract_on

                totals = extract_on(
                    cluster,
                    out,
                    sources,
                    resume=resume,
                    timeout=timeout,
                    fields=reads.fields,
                    watcher=progress,
                )
            else:
                from claimcli.bulk.run import extract_to

                totals = extract_to(
                    out,
                    sources,
                    workers=workers,
                    timeout=timeout,
                    resume=resume,
                    append=append,
                    fields=reads.fields,
                    watcher=progress,
                )
        progress.summary(totals)
    say_repeated("extract", progress.repeats)
    if sys.stdout is not None:
        sys.stdout.flush()
    if totals.problems:
        return BAD
    if not totals.claims and not (append and progress.repeats):
        say(f"claimcli extract: nothing found in {counted(totals.articles, 'article')}")
        return NOTHING
    return FOUND


@contextmanager
def _told(progress: Progress, out: str, *, saves: bool) -> Iterator[None]:
    """Tells people what broke the work off, and ends with the exit code. ``saves``: whatever is done is kept."""
    from claimcli.bulk.formats import FormatError
    from claimcli.bulk.out import NothingReadError, OutError, is_begun
    from claimcli.bulk.pool import WorkerError
    from claimcli.bulk.run import STANDARD_OUTPUT, ResumeError

    try:
        yield
    except NothingReadError as error:  # of which the sources were told one by one
        progress.say(str(error))
        raise typer.Exit(BAD) from error
    except (FormatError, OutError, ResumeError) as error:
        raise typer.BadParameter(str(error)) from error
    except BrokenPipeError:  # whoever reads the results has seen enough
        drop_output()
        raise typer.Exit(FOUND) from None
    except KeyboardInterrupt:
        if out != STANDARD_OUTPUT:
            saved = saves or is_begun(out)
            progress.say(f"interrupted{_GOES_ON if saved else ' before any work was saved'}")
        raise
    except (ConnectionError, WorkerError) as error:
        progress.say(str(error))
        raise typer.Exit(BAD) from error
    except OSError as error:
        then = _GOES_ON if is_begun(out) else ""
        progress.say(f"cannot write {out}: {error.strerror or error}{then}")
        raise typer.Exit(BAD) from error
