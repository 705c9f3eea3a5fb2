"""A file that only grows, and a journal beside it that says how much of it counts."""

from __future__ import annotations

import json
import os
import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from claimcli.bulk.formats import FormatError, State, begun, damaged, other_rows

_PIECE = 1 << 20  # bytes that are copied at a time


class Appended(ABC):
    """``OUT.partial`` in the making and ``OUT.journal`` beside it; only ``finish`` makes OUT.

    A run that was cut off may have written beyond its last commit: that is thrown away.
    """

    def __init__(self, out: Path, head: bytes = b"") -> None:
        self._out = out
        self._head = head
        self.partial = out.with_name(f"{out.name}.partial")
        self._journal = out.with_name(f"{out.name}.journal")
        self.state: State | None = None
        if self.partial.exists():
            self.state = _read(self._journal)
        if self.state is None:
            self._journal.unlink(missing_ok=True)
            self._file: BinaryIO = open(begun(self.partial, out), "wb")  # noqa: SIM115
            self._file.write(head)
            self._file.flush()
        else:
            self._file = open(self.partial, "r+b")  # noqa: SIM115
            self._file.truncate(self.state["length"])
            self._file.seek(self.state["length"])

    def adopt(self) -> None:
        with open(self._out, "rb") as old:
            if not self.fits(old):
                raise other_rows(self._out)
            old.seek(-1, os.SEEK_END)
            if old.read() != b"\n":
                raise damaged(self._out, "its last line")
            old.seek(0)
            self._file.seek(0)
            shutil.copyfileobj(old, self._file, _PIECE)
        self._file.flush()

    def fits(self, old: BinaryIO) -> bool:
        """Whether a file has rows like these, as far as its beginning tells."""
        return old.read(len(self._head)) == self._head

    @abstractmethod
    def names(self, path: Path) -> Iterator[tuple[str, ...]]:
        """What each article in ``path``, OUT or what is to be it, may be known by. Raises ``FormatError``."""

    def known(self) -> Iterator[str]:
        return chain.from_iterable(self.names(self.partial))

    def lost(self, known: set[str]) -> int:
        lost = 0
        with suppress(FormatError, OSError):
            for names in self.names(self._out):
                lost += known.isdisjoint(names)
        return lost

    def write(self, rows: bytes) -> None:
        self._file.write(rows)

    def commit(self, state: State) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        following = self._journal.with_name(f"{self._journal.name}.new")
        with open(following, "w", encoding="utf-8") as file:
            json.dump({**state, "length": self._file.tell()}, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(following, self._journal)

    def finish(self) -> None:
        self._file.close()
        self.replace(self.partial)

    def replace(self, whole: Path) -> None:
        """Make ``whole`` the file that was asked for, and clean up."""
        os.replace(whole, self._out)
        self.partial.unlink(missing_ok=True)
        self._journal.unlink(missing_ok=True)

    def close(self) -> None:
        with suppress(OSError):  # the disk is full; nothing after the last commit counts
            self._file.close()
        if not self._journal.exists():
            self.partial.unlink(missing_ok=True)


def _read(journal: Path) -> State | None:
    try:
        state: State = json.loads(journal.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return state
