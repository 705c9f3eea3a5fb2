"""What people are shown of each command's records, whatever the format that draws it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module

from claimcli.output import Record
from claimcli.output.blocks import Block

_PAGES = ("show", "check", "compare")


def blocks(command: str, records: Iterable[Record]) -> Iterator[Block]:
    """The page for ``records``, begun as soon as the first article is through."""
    module = import_module(f"claimcli.output.{'pages' if command in _PAGES else 'listings'}")
    view: Iterator[Block] = getattr(module, command)(records)
    return view
