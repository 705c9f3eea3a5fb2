"""From a place to its documents: open it, unpack it, see what it holds, call the reader of that kind."""

from __future__ import annotations

import re
import sys
import zlib
from collections.abc import Callable, Iterator
from io import BufferedReader
from os.path import splitext
from typing import TYPE_CHECKING, NamedTuple, cast

from claimcli.model import Article, Kind, Speaker
from claimcli.sources.compressed import unpacked
from claimcli.sources.document import Document, Fields, SourceError, os_problem
from claimcli.sources.limit import whole
from claimcli.sources.paths import STANDARD_INPUT, Place, is_url

if TYPE_CHECKING:
    from io import RawIOBase

HEAD = 4096  # bytes: what is looked at to tell what a file holds, a long comment above a page included

Found = Document | Article | SourceError
Wanted = Callable[[Kind, Speaker], bool]


class Asked(NamedTuple):
    """What readers heed: names of columns, and of claims read back whose words will be looked at."""

    fields: Fields = Fields()
    wanted: Wanted | None = None


Reader = Callable[[str, BufferedReader, Asked], Iterator[Found]]


def read(place: Place, fields: Fields, wanted: Wanted | None = None) -> Iterator[Found]:
    """The documents of one file, stream or URL, and an error for each that cannot be read.

    Of claims extracted before, the articles that they came from; with ``wanted``, claims of kinds and speakers
    that it denies may lack their words.
    """
    asked = Asked(fields, wanted)
    try:
        if is_url(place.path):
            from claimcli.sources.url import fetch

            name, page = fetch(place.path)
            yield from _opened(place.source, name, page, asked)
        elif place.path == STANDARD_INPUT:
            yield from _opened(place.source, "", standard_input(), asked)
        else:
            with open(place.path, "rb") as file:
                yield from _opened(place.source, place.path, file, asked)
    except SourceError as error:
        yield error
    except OSError as error:
        yield SourceError(place.source, os_problem(error))


def _opened(source: str, name: str, file: BufferedReader, asked: Asked) -> Iterator[Found]:
    """What an open file holds; ``name`` is its path, or the end of its URL."""
    try:
        name, file = unpacked(source, name.lower(), file)
        head = file.peek(HEAD)
        if not head:
            raise SourceError(source, "is empty; name a file that holds an article")
        found = None
        for found in _reader(name, head, asked.fields)(source, file, asked):
            yield _writable(found) if isinstance(found, Document) else found
        if found is None:
            raise SourceError(source, "holds no article; name a file that does")
    except (EOFError, zlib.error, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:  # of the system, not of an unpacker
            raise
        raise SourceError(source, f"is cut off or damaged ({error}); fetch it again") from error
    except SourceError:
        raise
    except Exception as error:  # what libraries raise for damaged and odd files has no end
        told = f"{type(error).__name__}: {error}"
        raise SourceError(source, f"cannot be read ({told}); fetch it again, or save its text") from error


def _writable(document: Document) -> Document:
    """``document`` as any file can hold it. ``source`` stays: it may be the name of a file, whatever that is."""
    from claimcli.sources.text import without_halves

    return document._replace(
        text=without_halves(document.text),
        title=document.title and without_halves(document.title),
        published=document.published and without_halves(document.published),
        id=document.id and without_halves(document.id),
    )


class _Kind(NamedTuple):
    """A kind of file: its reader, the endings of its names, what it begins with."""

    read: Reader
    endings: tuple[str, ...]
    begins: re.Pattern[bytes] | None = None


def _reader(name: str, head: bytes, fields: Fields) -> Reader:
    """The reader for a file: by what it begins with where that is telling, else by the ending of its name.

    What has none, as what comes by a pipe, is a table where its first line names columns.
    """
    for kind in _KINDS:
        if kind.begins and kind.begins.match(head[:HEAD]):
            return kind.read
    if not splitext(name)[1]:
        from claimcli.sources import separated

        return _separated if separated.begins_so(head[:HEAD], fields) else _plain
    return next((kind.read for kind in _KINDS if name.endswith(kind.endings)), _plain)


def standard_input() -> BufferedReader:
    """Standard input, which something that stands in for it may not buffer. ``SourceError`` if it is closed."""
    if sys.stdin is None:
        raise SourceError(STANDARD_INPUT, "standard input is closed; name a file, or send something to it")
    file = sys.stdin.buffer
    return file if isinstance(file, BufferedReader) else BufferedReader(cast("RawIOBase", file))


# The readers, one a kind. Each imports what it needs when the first such file turns up.


def _plain(source: str, file: BufferedReader, _: Asked) -> Iterator[Found]:
    from claimcli.sources.text import decode

    yield Document(decode(source, whole(source, file)), source=source)


def _markdown(source: str, file: BufferedReader, _: Asked) -> Iterator[Found]:
    from claimcli.sources import markdown, text

    yield markdown.document(source, text.decode(source, whole(source, file)))


def _html(source: str, file: BufferedReader, _: Asked) -> Iterator[Found]:
    from claimcli.sources import html

    yield html.document(source, whole(source, file))


def _word(source: str, file: BufferedReader, _: Asked) -> Iterator[Found]:
    from claimcli.sources import word

    yield word.document(source, whole(source, file))


def _pdf(source: str, file: BufferedReader, _: Asked) -> Iterator[Found]:
    from claimcli.sources import pdf

    yield pdf.document(source, whole(source, file))


def _json_lines(source: str, file: BufferedReader, asked: Asked) -> Iterator[Found]:
    from claimcli.sources import json_rows
    from claimcli.sources.extracted import json_lines

    if json_lines.begins_so(file.peek(HEAD)):
        yield from json_lines.lines(source, file, asked.wanted)
    else:
        yield from json_rows.lines(source, file, asked.fields)


def _json_array(source: str, file: BufferedReader, asked: Asked) -> Iterator[Found]:
    from claimcli.sources import json_rows

    yield from json_rows.array(source, file, asked.fields)


def _separated(source: str, file: BufferedReader, asked: Asked) -> Iterator[Found]:
    from claimcli.sources import separated

    yield from separated.documents(source, file, asked.fields)


def _parquet(source: str, file: BufferedReader, asked: Asked) -> Iterator[Found]:
    from claimcli.sources import parquet

    yield from parquet.documents(source, file, asked.fields)


def _database(source: str, file: BufferedReader, _: Asked) -> Iterator[Found]:
    from claimcli.sources.extracted import database

    yield from database.articles(source, file)


def _not_an_article(kind: str) -> Reader:
    """The reader of what can be told, but not read: as plain text it would have claims by nobody."""

    def refuse(source: str, _file: BufferedReader, _asked: Asked) -> Iterator[Found]:
        raise SourceError(source, f"is {kind}, which cannot be read; save its text and name that file")

    return refuse


def _begins(pattern: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"(?:\xef\xbb\xbf)?\s*+(?:" + pattern + rb")", re.IGNORECASE)


# What may stand above the first element of a page. None of it is ever read in two ways, which could take for ever.
_ABOVE = rb"(?:\s|(?><!--(?s:.*?)-->)|(?><\?xml[^>]*>))*+"
# Lines of the head of a mail, up to one that nothing but a program writes.
_MAIL = (
    rb"(?:From [^\n]*+\n)?(?:[\w-]++:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)*?(?:received:\s+(?:from|by)\s|return-path:\s*<"
    rb"|message-id:\s*<|mime-version:\s*1)"
)

_KINDS = (
    _Kind(_database, (), _begins(rb"sqlite format 3\0")),
    _Kind(_pdf, (".pdf",), _begins(rb"%pdf-")),
    _Kind(_parquet, (".parquet", ".pq"), _begins(rb"par1")),
    _Kind(_word, (".docx",), _begins(rb"pk\x03\x04")),
    _Kind(_html, (".html", ".htm", ".xhtml"), _begins(_ABOVE + rb"<(?:!doctype\s+html|html|head|body)\b")),
    _Kind(_not_an_article("XML"), (".xml", ".rss"), _begins(rb"<\?xml|<(?:rss|feed|rdf:rdf)\b")),
    _Kind(_not_an_article("rich text (RTF)"), (".rtf",), _begins(rb"\{\\rtf")),
    _Kind(_not_an_article("a mail as it was sent"), (".eml", ".mbox"), _begins(_MAIL)),
    _Kind(_markdown, (".md", ".markdown", ".mdown", ".mkd")),
    _Kind(_json_lines, (".jsonl", ".ndjson"), _begins(rb'\{\s*"')),
    _Kind(_json_array, (".json",), _begins(rb'\[\s*\{\s*"')),
    _Kind(_separated, (".csv", ".tsv", ".tab")),
)
