"""The file that extraction writes: never one that it reads, and one run at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from claimcli.sources import Document, Fields
from claimcli.sources.extracted.database import has_articles
from claimcli.sources.extracted.json_lines import begins_so
from claimcli.sources.paths import Place, expand
from claimcli.sources.read import read

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Of what stands in a folder because OUT is written there, or was before.
_ENDINGS = ("", ".lock", ".partial", ".partial-journal", ".partial.parquet", ".journal", ".journal.new")

_LOOKED_AT = 1 << 16  # bytes of a file, at either end


class OutError(ValueError):
    """The file that was asked for is not to be written; the message says why and what to do."""


class NothingReadError(OutError):
    """No article could be read from any source. A file that was there is as it was, and none is made."""

    def __init__(self, out: str) -> None:
        left = "is left as it was" if os.path.exists(out) else "is not written"
        super().__init__(f"no article could be read, so {out} {left}")


def check(out: str, sources: Iterable[str], fields: Fields) -> None:
    """Raises ``OutError`` where writing ``out`` would fail in the end, or cost articles that are to be read.

    What was extracted before may lie in a folder of sources: ``is_beside`` leaves it out.
    """
    if os.path.isdir(out):
        raise OutError(f"{out} is a folder; name a file in it")
    folder = os.path.dirname(out)
    if folder and not os.path.isdir(folder):
        raise OutError(f"there is no folder {folder}; make it first")
    if not os.path.exists(out):
        return
    sources = tuple(sources)
    is_named = any(_is_same(source, out) for source in sources)
    if is_named or (_is_found(out, sources) and _holds_articles(out, fields)):
        added = ", or leave it out of them and add to it with --append" if _is_ours(out) else ""
        raise OutError(f"{out} is one of the sources and would be replaced; name another file{added}")
    if _is_read_only(out):
        raise OutError(f"{out} is read-only, so it is not replaced; make it writable, or name another file")
    if not _is_ours(out):
        raise OutError(f"{out} is there and not of claimcli's making; remove it, or name another file")


def _is_read_only(path: str) -> bool:
    """Whether somebody made a file read-only, which stops those too who may write everything."""
    return not os.stat(path).st_mode & 0o222 or not os.access(path, os.W_OK)


def _is_ours(path: str) -> bool:
    """Whether a file is empty, or looks as if ``extract`` wrote it."""
    if not os.path.isfile(path) or not os.path.getsize(path):
        return True
    with open(path, "rb") as file:
        head = file.read(_LOOKED_AT)
        file.seek(-min(_LOOKED_AT, os.path.getsize(path)), os.SEEK_END)
        tail = file.read()
    if head.startswith(b"SQLite format 3\0"):
        return has_articles(path)
    if head.startswith(b"PAR1"):
        return b"claimcli" in tail  # in its schema, which stands there
    return begins_so(head) or head.startswith(b"id,kind,text,spans")


def _is_found(out: str, sources: Iterable[str]) -> bool:
    return any(isinstance(place, Place) and _is_same(place.path, out) for place in expand(sources))


def _holds_articles(path: str, fields: Fields) -> bool:
    return any(isinstance(found, Document) for found in islice(read(Place(path, path), fields), 1))


def _is_same(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
    except OSError:  # a URL, standard input, or not there
        return False


def is_beside(path: str, out: Path) -> bool:
    """Whether ``path`` is ``out`` or a file that stands beside it while it is written."""
    if not os.path.basename(path).startswith(out.name) and not os.path.islink(path):
        return False
    real, wanted = os.path.realpath(path), os.path.realpath(out)
    return real.startswith(wanted) and real.removeprefix(wanted) in _ENDINGS


def is_begun(out: str) -> bool:
    """Whether work stands beside ``out`` that ``resume`` can go on from, when no run writes it."""
    return os.path.exists(f"{os.path.realpath(out)}.partial")


@contextmanager
def held(out: Path) -> Iterator[None]:
    """Keep other runs from writing ``out`` meanwhile. Raises ``OutError`` if one does now.

    The lock is the system's and ends with the process, however that ends; OUT.lock is only the place for it.
    """
    path = out.with_name(f"{out.name}.lock")
    file = _locked(path)
    try:
        yield
    finally:
        with suppress(OSError):  # Windows lets nobody remove what is open
            path.unlink()
        file.close()
        if sys.platform == "win32":
            with suppress(OSError):
                path.unlink()


def _locked(path: Path) -> BinaryIO:
    while True:
        file = open(path, "ab")  # noqa: SIM115
        try:
            _lock(file)
            if os.path.samestat(os.fstat(file.fileno()), os.stat(path)):
                return file
        except FileNotFoundError:
            pass  # a run that has just ended took it away: make it anew
        except (BlockingIOError, PermissionError):
            file.close()
            out = path.with_suffix("")
            raise OutError(f"another run is writing {out}; wait for it, or name another file") from None
        except OSError:
            return file  # a file system without locks
        file.close()


def _lock(file: BinaryIO) -> None:
    if sys.platform == "win32":
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.lockf(
            file, fcntl.LOCK_EX | fcntl.LOCK_NB
        )  # which forked workers do not share, as they do flock
