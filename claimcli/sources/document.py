"""What a source gives: a document, or an error that says what to do."""

from __future__ import annotations

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


class SourceError(Exception):
    """A source that cannot be read. The message is one line: the source, what is wrong, what to do."""

    def __init__(self, source: str, problem: str) -> None:
        super().__init__(f"{source}: {problem}")
        self.source = source
        self.problem = problem


def os_problem(error: OSError) -> str:
    """What the operating system refused, in words, with what to do about it."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder; check the path"
    if isinstance(error, PermissionError):
        return "permission denied; make it readable for your user"
    if isinstance(error, IsADirectoryError):
        return "is a folder; name the files in it"
    return f"cannot be read ({error.strerror or error}); check the file and try again"
