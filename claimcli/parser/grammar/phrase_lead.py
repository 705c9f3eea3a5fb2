"""What leads in to a noun phrase, and is no part of it: "*On Friday* | ministers", "*But then* | the mayor"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    HONORIFIC,
    NEGATION,
    NOUN,
    NUMBER,
    OPENS_NOUN,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    TIME,
    WORD,
)
from claimcli.parser.grammar.onward import OPENS_MEASURE, opens_count
from claimcli.parser.grammar.phrase_marks import POSSESSIVE_MARKS
from claimcli.parser.text import Tokens


def trim_left(t: Tokens, a: int, e: int) -> int:
    """Drop from a phrase what leads into it: a preposition's phrase, conjunctions, adverbs, times."""
    tag = t.tag
    while a < e:
        what = tag[a]
        if what & (ADVERB | TIME) and is_times_own(t, a, e):
            break
        if what & NEGATION and a + 1 < e and denies_all(t, a):
            break  # "*Not every* baker"
        if t.lower[a] in OPENS_MEASURE and opens_count(t, a):
            break  # "*at least* 40 bakers"
        if (
            (what & NUMBER and _is_year(t, a, e))
            or what & COORDINATOR
            or not what & WORD
            or (what & SUBORDINATOR and not what & PREPOSITION)  # "While Reed said …"
            or (what & ADVERB and not what & (DETERMINER | PRONOUN | NOUN) and not _is_ordinal(t, a, e))
        ):
            a += 1
        elif what & PREPOSITION:
            start = _after_prepositional(t, a, e)
            a = a + 1 if start == e and what & SUBORDINATOR else start
        elif what & TIME and a + 1 < e and t.lower[a + 1] != "of":
            a += 1  # but "**minutes** of the meeting", "**years** of research"
        elif what & (NUMBER | DETERMINER) and "ago" in t.lower[a + 1 : min(e - 1, a + 4)]:
            a = t.lower.index("ago", a) + 1  # "*Ten years ago* the board"
        else:
            break
    return a


def denies_all(t: Tokens, i: int) -> bool:
    """Whether "not" at ``i`` denies who does something, rather than what is done: "*Not all* bakers said so"."""
    return t.lower[i] == "not" and t.lower[i + 1] in _COUNTED


_COUNTED: Final = frozenset("a an all every everyone everybody everything many much one".split())


def _is_year(t: Tokens, a: int, e: int) -> bool:
    """Whether a number only tells when: "In *1979* | the station proposed"."""
    return a + 1 < e and len(t.raw[a]) == 4 and t.raw[a].isdigit() and bool(t.tag[a + 1] & OPENS_NOUN)


def is_times_own(t: Tokens, a: int, e: int) -> bool:
    """Whether a time owns the noun behind it: "**Last year’s** figures", "**Monday night’s** vote"."""
    while a < e and t.tag[a] & (ADVERB | TIME):
        a += 1
    return a < e and t.lower[a] in POSSESSIVE_MARKS


def _is_ordinal(t: Tokens, a: int, e: int) -> bool:
    """Whether a word that is also an adverb counts a noun: "*First* lady Ann Marr", not "*First* his wife said"."""
    return a + 1 < e and bool(t.tag[a] & NUMBER) and not t.tag[a + 1] & OPENS_NOUN


def _after_prepositional(t: Tokens, a: int, e: int) -> int:
    """Where the subject begins after an opening "in an interview …": a name after a noun."""
    tag = t.tag
    day = a + 1
    while day < e and tag[day] & (TIME | NUMBER):
        day += 1
    if a + 1 < day < e and t.lower[day] not in POSSESSIVE_MARKS:
        return day  # "on Friday | ministers"
    for i in range(e - 1, a + 1, -1):
        what, before = tag[i], tag[i - 1]
        if not before & WORD:
            continue
        if what & CAPITAL and not before & (CAPITAL | PREPOSITION | OPENS_NOUN | COORDINATOR | HONORIFIC):
            return i
    return e - 1 if a + 2 < e and tag[e - 1] & CAPITAL and not tag[e - 2] & PREPOSITION else e
