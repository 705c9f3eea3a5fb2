"""What a shell offers after TAB: names from the sources on the line, else from the seeds."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

import typer

from claimcli.model import Article

# Nobody waits long for TAB: larger files are left out, and of a folder no more than the first articles read.
MOST_BYTES = 1_000_000
_MOST_ARTICLES = 20


def speaker_names(ctx: typer.Context, incomplete: str) -> list[str]:
    names = (speaker.name for article in _articles(ctx) for speaker in article.speakers)
    return _offered(names, incomplete)


def actor_names(ctx: typer.Context, incomplete: str) -> list[str]:
    names = (decision.actor for article in _articles(ctx) for decision in article.decisions)
    return _offered(filter(None, names), incomplete)


def decision_labels(ctx: typer.Context, incomplete: str) -> list[str]:
    labels = (decision.label for article in _articles(ctx) for decision in article.decisions)
    return _offered(labels, incomplete)


def names_of(choices: Iterable[str]) -> Callable[[str], list[str]]:
    """Completes each of several names with commas between them, in the case that was typed."""

    def offered(incomplete: str) -> list[str]:
        begun = incomplete.rpartition(",")[2]
        return [incomplete + name[len(begun) :] for name in choices if name.startswith(begun.lower())]

    return offered


def _articles(ctx: typer.Context) -> Iterator[Article]:
    from claimcli.sources import loaded

    # While the line ends in an option without its value, its sources are not sorted out yet.
    named = [*(ctx.params.get("sources") or []), *ctx.args]
    there = [source for source in named if os.path.exists(source) and os.path.getsize(source) < MOST_BYTES]
    if there or not named:
        yield from islice(loaded(there or None, on_error=lambda _: None), _MOST_ARTICLES)


def _offered(names: Iterable[str], incomplete: str) -> list[str]:
    """Names that begin so, and single words of names that do, in the case that was typed."""
    typed = incomplete.casefold()
    offered: dict[str, None] = {}
    for name in dict.fromkeys(names):
        words = [name, *name.split()] if typed else [name]
        offered.update(
            (incomplete + word[len(incomplete) :], None)
            for word in words
            if word.casefold().startswith(typed)
        )
    return [_for_shell(name) for name in offered if name.isprintable()]


def _for_shell(name: str) -> str:
    """Bash alone puts a completion on the line as it is, so spaces need their backslash here."""
    in_bash = os.environ.get("_CLAIMCLI_COMPLETE", "").endswith("bash")
    return "".join(
        f"\\{sign}" if in_bash and not (sign.isalnum() or sign in "-_.,") else sign for sign in name
    )
