"""Reads the word lists, the text files beside this module: "#" opens a comment, "CLASS: words" is an entry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).parent


def _lines(name: str) -> Iterator[str]:
    """The lines of a list without comments and blank ones."""
    for line in (_HERE / name).read_text(encoding="utf-8").splitlines():
        line = line.partition("#")[0].strip()
        if line:
            yield line


def lines(name: str) -> Iterator[list[str]]:
    """The words of a list line by line."""
    return map(str.split, _lines(name))


def entries(name: str) -> Iterator[tuple[str, list[str]]]:
    """The entries of a word list: pairs of a class and its words."""
    for line in _lines(name):
        classes, _, words = line.partition(":")
        yield classes.strip(), words.split()
