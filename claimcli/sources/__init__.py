"""Where articles come from: files, folders, globs, standard input and URLs, whatever is in them.

``documents`` finds and reads texts, ``load`` parses them too. What a source holds is told by its content
first and its name second; what cannot be read is told in one line and the rest goes on.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from claimcli.sources.document import Document, Fields, SourceError
from claimcli.sources.paths import Place, expand, seeds, shipped
from claimcli.sources.read import Wanted, read

if TYPE_CHECKING:
    from claimcli.model import Article

__all__ = [
    "Document",
    "Fields",
    "OnError",
    "SourceError",
    "Sources",
    "documents",
    "load",
    "loaded",
    "named",
    "seeds",
]

OnError = Callable[[SourceError], None]
Sources = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


def named(*sources: Sources) -> list[str]:
    """Every source by itself, those that stand in a list among others too. Raises ``TypeError`` for what is none."""
    found: list[str] = []
    for source in sources:
        several = (
            [source] if isinstance(source, str | os.PathLike) or not isinstance(source, Iterable) else source
        )
        for one in several:
            if not isinstance(one, str | os.PathLike):
                raise TypeError(f"a source is a path, a URL or a list of these, not {type(one).__name__}")
            found.append(os.fspath(one))
    return found


def documents(
    source: Sources,
    *sources: Sources,
    on_error: OnError | None = None,
    fields: Fields | None = None,
) -> Iterator[Document]:
    """The texts behind ``sources`` in order, not parsed yet.

    A source is a file, a folder (read recursively in sorted order, hidden files left out), a glob
    (``**`` too), ``-`` for standard input, or a URL; several may stand in a list, an empty one is nothing.
    ``fields`` names the columns of JSON, CSV and Parquet that are not guessed right. Raises ``SourceError`` for what
    cannot be read, or, with ``on_error``, calls it and goes on with the rest.
    """
    for found in _found(expand(named(source, *sources)), on_error, fields):
        if isinstance(found, Document):
            yield found
        else:
            yield Document(found.text, found.title, found.source, found.published)


def _found(
    places: Iterable[Place | SourceError],
    on_error: OnError | None,
    fields: Fields | None,
    wanted: Wanted | None = None,
) -> Iterator[Document | Article]:
    for place in places:
        for found in [place] if isinstance(place, SourceError) else read(place, fields or Fields(), wanted):
            if not isinstance(found, SourceError):
                yield found
            elif on_error is None:
                raise found
            else:
                on_error(found)


def load(
    source: Sources,
    *sources: Sources,
    on_error: OnError | None = None,
    fields: Fields | None = None,
) -> Iterator[Article]:
    """Articles of ``sources``, each parsed when it is asked for; see ``documents`` for what a source is.

    Of claims that ``claimcli extract`` has written, the articles are put together again and not parsed.
    """
    return loaded(named(source, *sources), on_error=on_error, fields=fields)


def loaded(
    sources: Iterable[str] | None,
    *,
    on_error: OnError | None = None,
    fields: Fields | None = None,
    wanted: Wanted | None = None,
) -> Iterator[Article]:
    """The same as commands ask for it: None are the articles that claimcli ships.

    Where only some claims will be looked at, ``wanted`` says of which kind and speaker: the words of others
    may be missing then.
    """
    from claimcli.parser import parse

    places = shipped() if sources is None else expand(sources)
    for found in _found(places, on_error, fields, wanted):
        if isinstance(found, Document):
            yield parse(found.text, title=found.title, source=found.source, published=found.published)
        else:
            yield found
