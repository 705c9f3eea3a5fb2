"""Where a character stands in a text."""

from __future__ import annotations


def places(text: str, character: str, start: int, end: int) -> list[int]:
    """Where a character stands between two offsets, found at a leap."""
    found, at = [], text.find(character, start, end)
    while at >= 0:
        found.append(at)
        at = text.find(character, at + 1, end)
    return found
