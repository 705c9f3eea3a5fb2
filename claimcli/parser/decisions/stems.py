"""Words cut to stems, which labels and claims are compared by, and which claims have them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from itertools import accumulate
from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    DETERMINER,
    NUMBER,
    OBJECT,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    SUBJECT,
    SUBORDINATOR,
    TAGS,
    TIME,
    WH,
)

STEM: Final = 5
"""Letters of a stem: "aboli" for "abolish" and "abolition". Longer ones part kin, shorter join strangers."""

COUNTED: Final = 50_000
"""How many characters of an article stems are counted in, to keep time in step with length."""

_MARKS: Final = "\n“”„‟‘’‚'\"«».,;:!?()[]$£€—–…"
_FUNCTION: Final = (
    DETERMINER
    | POSSESSIVE
    | SUBJECT
    | OBJECT
    | WH
    | PREPOSITION
    | SUBORDINATOR
    | AUXILIARY
    | ADVERB
    | PRONOUN
)
_EMPTY_WORDS: Final = frozenset([word for word, what in TAGS.items() if what & (_FUNCTION | TIME | NUMBER)])


def plain(text: str) -> str:
    """A text in lower case with a space for every mark, so that it can be split into words; offsets stay."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters grow when lowered: offsets count more than they
        lower = text
    for mark in _MARKS:
        lower = lower.replace(mark, " ")
    return lower


def stems_in(lower: str, start: int, end: int) -> frozenset[str]:
    """The stems of a plain text between two offsets; short and empty words have none."""
    words = set(lower[start:end].split()) - _EMPTY_WORDS
    return frozenset([word[:STEM] for word in words if len(word) > 3])


class Sayings(dict[str, int]):
    """What an article's claims say (plain texts), and which of them have a stem: a number with one bit a claim."""

    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self.texts = texts
        self._said = " " + "\n ".join(texts)  # a space before every word
        self._ends = list(accumulate([len(text) + 2 for text in texts]))

    def __missing__(self, stem: str) -> int:
        having, word, find, ends = 0, " " + stem, self._said.find, self._ends
        at = find(word, 0, COUNTED)
        while at >= 0:
            claim = bisect_right(ends, at)
            having |= 1 << claim
            at = find(word, ends[claim], COUNTED)
        self[stem] = having
        return having

    def on(self, stems: Collection[str]) -> int:
        """How many claims have at least half of some stems."""
        enough = (len(stems) + 1) // 2
        have = [-1] + [0] * enough  # the claims that have at least 0, 1, … of the stems so far
        for stem in stems:
            having = self[stem]
            for n in range(enough, 0, -1):
                have[n] |= have[n - 1] & having
        return have[enough].bit_count()
