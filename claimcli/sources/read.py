"""From a place to its documents: open it, see what it holds, hand it to the reader of that kind."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import BinaryIO

from claimcli.sources import markdown, text
from claimcli.sources.document import Document, SourceError, os_problem
from claimcli.sources.paths import STANDARD_INPUT, Place, is_url


def read(place: Place) -> Iterator[Document]:
    """The documents of one file, stream or URL. Raises ``SourceError``."""
    if is_url(place.path):
        raise SourceError(place.source, "URLs cannot be read yet; save the page and name the file")
    try:
        if place.path == STANDARD_INPUT:
            yield from _documents(place.source, sys.stdin.buffer)
        else:
            with open(place.path, "rb") as file:
                yield from _documents(place.source, file)
    except OSError as error:
        raise SourceError(place.source, os_problem(error)) from error


def _documents(source: str, file: BinaryIO) -> Iterator[Document]:
    content = text.decode(source, file.read())
    if source.lower().endswith(markdown.ENDINGS):
        yield markdown.document(source, content)
    else:
        yield Document(content, source=source)
