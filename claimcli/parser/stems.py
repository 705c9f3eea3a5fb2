"""Words cut to stems, which labels and claims are compared by, and which claims have them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    ROLE,
    SUBJECT,
    SUBORDINATOR,
    TAGS,
    TIME,
    VERB_BASE,
    WH,
)

STEM: Final = 5
"""Letters of a stem: "aboli" for "abolish" and "abolition". Longer ones part kin, shorter join strangers."""

FIGURES: Final = (2, 3)
"""How many figures a number may have that has a stem: neither few of something nor a year."""

LEAST: Final = 4
"""Letters of the shortest words with a stem, beside figures."""

COUNTED: Final = 50_000
"""How many characters of an article stems are counted in, to keep time in step with length."""

_MARKS: Final = "\n“”„‟‘’‚'\"«».,;:!?()[]$£€—–…"
_EMPTY: Final = (
    (OPENS_NOUN | SUBJECT | OBJECT | PRONOUN | RELATIVE | WH)
    | (PREPOSITION | SUBORDINATOR | AUXILIARY | ADVERB)
    | (TIME | NUMBER)
)
_VAGUE: Final = "more most less least next last following previous recent former current further many much"
_EMPTY_WORDS: Final = frozenset([word for word, what in TAGS.items() if what & _EMPTY]).union(_VAGUE.split())

_FOR_OR_AGAINST: Final = ("anti", "pro")
"""What parts from what it stands before: "the anti-**toll** march" is on the toll."""

_ENDINGS: Final = ("ing", "ers", "er", "ed", "es", "s", "e")
"""What short words lose, where enough of them is left."""

_DOERS: Final = ("er", "ers", "or", "ors")


def _is_agent(word: str, what: int) -> bool:
    """Whether a noun is of whoever does what a verb says: "supporters", of "support"."""
    if not (what & (ROLE | PEOPLE) and word.endswith(_DOERS)):
        return False
    doer = word.removesuffix("s")
    return bool((TAGS.get(doer[:-2], 0) | TAGS.get(doer[:-1], 0) | TAGS.get(doer[:-3], 0)) & VERB_BASE)


_AGENTS: Final = frozenset([word for word, what in TAGS.items() if _is_agent(word, what)])
"""Nouns that have a stem of their own: a label with "support" is not what "supporters" speaks of."""


def plain(text: str) -> str:
    """A text in lower case with a space for every mark, so that it can be split into words; offsets stay."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters grow when lowered: offsets count more than they
        lower = text
    for mark in _MARKS:
        lower = lower.replace(mark, " ")
    for prefix in _FOR_OR_AGAINST:
        lower = lower.replace(f" {prefix}-", f" {prefix} ")
    return lower


def stems_in(lower: str, start: int, end: int, least: int = LEAST) -> frozenset[str]:
    """The stems of a plain text between two offsets; words of fewer letters, empty ones and years have none."""
    words = [word for word in lower[start:end].split() if word not in _EMPTY_WORDS]
    return frozenset(
        [stem(word) for word in words if (len(word) in FIGURES if word.isdigit() else len(word) >= least)]
    )


def is_short(word: str) -> bool:
    """Whether a word is but a letter too short for a stem, and not empty."""
    return len(word) == LEAST - 1 and word.isalpha() and word not in _EMPTY_WORDS


def stem(word: str) -> str:
    """A word cut to its stem: "aboli", "supporter"; short ones to what their forms share: "hack", of "hacked"."""
    if word in _AGENTS:
        return word.removesuffix("s")
    if LEAST < len(word) < STEM + LEAST:
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= LEAST:
                word = word.removesuffix(ending)
                break
        if len(word) > LEAST and word[-1] == word[-2]:
            word = word[:-1]
    return word[:STEM]


class Sayings:
    """What an article's claims say (plain texts), and which of them, by their indexes, have some words."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        self._known: dict[str, list[int]] = {}  # by each stem that was asked for, the claims that have it
        self._said = " " + " \n ".join(texts) + " "  # a space before and behind every word
        self._ends = list(accumulate([len(text) + 3 for text in texts]))

    def _with_stem(self, part: str) -> list[int]:
        """Which claims have a stem, looked for once, and in as much of an article as stems are counted in."""
        having = self._known.get(part)
        if having is None:
            having = self._known[part] = self._having(part, COUNTED)
        return having

    def _having(self, part: str, limit: int) -> list[int]:
        """Which claims have a stem, of those that begin before so many characters."""
        word, said = " " + part, self._said
        at = said.find(word, 0, limit)
        if at < 0:
            return []
        having, ends, short = [], self._ends, LEAST <= len(part) < STEM
        while at >= 0:
            end = said.find(" ", at + 1)
            found = said[at + 1 : end]
            if not (short or found in _AGENTS) or stem(found) == part:
                claim = bisect_right(ends, at)
                having.append(claim)
                end = ends[claim]
            at = said.find(word, end, limit)
        return having

    def with_word(self, word: str) -> list[int]:
        """Which claims have a word."""
        having, apart = [], f" {word} "
        at = self._said.find(apart)
        while at >= 0:
            claim = bisect_right(self._ends, at)
            having.append(claim)
            at = self._said.find(apart, self._ends[claim])
        return having

    def on(self, stems: frozenset[str]) -> int:
        """How many claims have at least half of some stems."""
        times = _times([self._with_stem(stem) for stem in stems])
        enough = (len(stems) + 1) // 2
        return sum([count >= enough for count in times.values()])

    def words_of(self, stems: Iterable[str]) -> dict[int, int]:
        """How many of some stems each claim of the whole article has, if any."""
        all_said = len(self._said)
        return _times(
            [self._with_stem(stem) if all_said <= COUNTED else self._having(stem, all_said) for stem in stems]
        )


def _times(lists: list[list[int]]) -> dict[int, int]:
    """How often each number stands in some lists."""
    times: dict[int, int] = {}
    for numbers in lists:
        for number in numbers:
            times[number] = times.get(number, 0) + 1
    return times
