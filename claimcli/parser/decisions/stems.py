"""Words cut to stems, and how much each says in its article: what labels, tellings and claims are compared by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    DETERMINER,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    SUBJECT,
    SUBORDINATOR,
    TAGS,
    TIME,
    WH,
    NUMBER,
)

STEM = 5
"""Letters of a stem: "abort" for "abortion" and "abortions". Longer ones part plurals, shorter ones join strangers."""

_WORD = re.compile(r"[^\W\d_][\w-]{3,}|\d[\d,.]*\d|no-\w+")
_EMPTY = (
    DETERMINER | POSSESSIVE | SUBJECT | OBJECT | WH | PREPOSITION | SUBORDINATOR | AUXILIARY | ADVERB | PRONOUN | TIME | NUMBER
)


def stems_in(lower: str, start: int = 0, end: int | None = None) -> list[str]:
    """The stems of a lower-case text between two offsets, in order, function words left out."""
    words = _WORD.findall(lower, start, len(lower) if end is None else end)
    return [word[:STEM] for word in words if not TAGS.get(word, 0) & _EMPTY]


class Weights(dict[str, float]):
    """How much each stem says: one that stands everywhere in the article says little."""

    def __init__(self, lower: str) -> None:
        super().__init__()
        self.counts = Counter(stems_in(lower))

    def __missing__(self, stem: str) -> float:
        weight = self[stem] = 1.0 / (1.0 + self.counts[stem]) ** 0.5
        return weight

    def of(self, stems: Iterable[str]) -> float:
        """The weight of several stems together."""
        return sum([self[stem] for stem in stems])
