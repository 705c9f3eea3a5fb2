"""What a source gives: a document, or an error that says what to do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Document(NamedTuple):
    """A text before it is parsed, small enough to be sent to another process.

    ``source`` is where it came from, as the person typed it; ``id`` the name that its file gives it, if any.
    """

    text: str
    title: str | None = None
    source: str | None = None
    published: str | None = None
    id: str | None = None


class Fields(NamedTuple):
    """Names of the columns (keys) that hold an article's parts, None to guess them from usual names."""

    text: str | None = None
    title: str | None = None
    date: str | None = None
    id: str | None = None


class SourceError(Exception):
    """A source that cannot be read. The message is one line: the source, what is wrong, what to do."""

    def __init__(self, source: str, problem: str) -> None:
        problem = " ".join(problem.split())  # a library's own words may be several lines
        super().__init__(f"{source}: {problem}")
        self.source = source
        self.problem = problem


def paragraphs(title: str | None, blocks: Iterable[str]) -> str:
    """A text of ``blocks`` under its title, as a page shows it, so that what the title claims is found."""
    every = list(blocks)
    if title and title not in every[:1]:
        every.insert(0, title)
    return "\n\n".join(every)


def os_problem(error: OSError) -> str:
    """What the operating system refused, in words, with what to do about it."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder; check the path"
    if isinstance(error, PermissionError):
        return "permission denied; make it readable for your user"
    if isinstance(error, IsADirectoryError):
        return "is a folder; name the files in it"
    return f"cannot be read ({error.strerror or error}); check the file and try again"


def missing_extra(source: str, kind: str, extra: str) -> SourceError:
    """The error for a kind of file that needs a package which is not installed."""
    return SourceError(
        source, f"{kind} needs an extra package; install it with: pip install 'claimcli[{extra}]'"
    )
