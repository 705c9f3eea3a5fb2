"""How a score came about, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcli.index.reading import FAR, Filling, Reading


def explain(reading: Reading, filled: Sequence[Filling | None], words: Sequence[str]) -> tuple[str, ...]:
    """Reasons for the score of a text of these (folded) words, one a line."""
    reasons = list(_rows(filled, words))
    for slot, filling in zip(reading.slots, filled, strict=True):
        found = None if filling is None else words[filling.place]
        if found is None:
            reasons.append(f"“{slot.word}” not found")
        elif found != slot.word:
            reasons.append(f"“{found}” for “{slot.word}”")
    apart = max(_distances(filled), default=0)
    if apart:
        reasons.append(
            f"words apart or in another order, by up to {apart} places" if apart < FAR else "words far apart"
        )
    if reading.penalty < 1:
        reasons.append("a word of the query joined or parted")
    return tuple(reasons)


def _rows(filled: Sequence[Filling | None], words: Sequence[str]) -> Iterator[str]:
    """The runs of words that stand as in the query; a single word where it stands alone."""
    row: list[int] = []
    for filling in [*filled, None]:
        if row and (filling is None or filling.place != row[-1] + 1):
            yield f"“{' '.join(words[place] for place in row)}” found"
            row = []
        if filling is not None:
            row.append(filling.place)


def _distances(filled: Sequence[Filling | None]) -> Iterator[int]:
    """How far each word stands from where the one before it would have it."""
    starts = [filling.place - slot for slot, filling in enumerate(filled) if filling]
    for one, other in pairwise(starts):
        yield abs(other - one)
