"""The file that extraction writes: never one that it reads, and one run at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from claimcli.sources.paths import Place, expand

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class OutError(ValueError):
    """The file that was asked for is not to be written; the message says why and what to do."""


def check(out: str, sources: Iterable[str]) -> None:
    """Raises ``OutError`` where writing ``out`` would fail in the end, or cost articles that are to be read."""
    if os.path.isdir(out):
        raise OutError(f"{out} is a folder; name a file in it")
    if not os.path.exists(out):
        return
    for place in expand(sources):
        if isinstance(place, Place) and _is_same(place.path, out):
            raise OutError(f"{out} is one of the sources and would be replaced; name another file")


def _is_same(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
    except OSError:  # a URL, standard input, or not there
        return False


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
