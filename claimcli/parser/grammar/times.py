"""Times and dates: where one ends that opens at a token, where one opens that ends there.

"on Tuesday", "last week", "in late March", "Sunday night", "Sept. 6", "a day earlier".
"""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import DETERMINER, NUMBER, TIME
from claimcli.parser.grammar.phrase_marks import POSSESSIVE_MARKS
from claimcli.parser.text import Tokens

WHICH_TIME: Final = frozenset(
    "last this next that late early mid earlier past coming following previous recent".split()
)
"""What tells which time is meant: "**last** week", "**late** March"."""
LEADS_TIME: Final = frozenset({"on", "in", "by", "at"})
"""What leads to a time: "**on** Monday", "**by** noon"."""
BEFORE_TIME: Final = WHICH_TIME | LEADS_TIME
"""What a time may open with that is no time by itself."""
PART_OF_DAY: Final = frozenset({"late", "early"})
"""What tells which part of a time is meant ahead of what leads to it: "**late** on Monday"."""
_THAT: Final = frozenset({"day", "night", "evening"})
"""What "that" points at: "said **that day**", but "said that | **Monday** was too late"."""
_LONGEST: Final = 8
"""Tokens that a time may take where it is read from its end."""
_UNITS: Final = frozenset(
    "day night morning afternoon evening week weekend month year spring summer autumn fall winter".split()
)
"""What by itself is no time: "rejects | **night** ferry"; "**last** night" is."""
COUNTS: Final = NUMBER | DETERMINER
FROM_NOW: Final = frozenset({"earlier", "later", "ago", "before", "after"})


def time_at(t: Tokens, p: int, end: int) -> int:
    """Where the time ends that opens at ``p``: "on Tuesday", "last week", "the same day"; ``p`` where none does."""
    lower, tag = t.lower, t.tag
    i = p + (p + 1 < end and lower[p] in PART_OF_DAY and lower[p + 1] in LEADS_TIME)  # "late on Tuesday"
    if i < end and lower[i] in LEADS_TIME:
        i += 1
    if p < i < end and len(lower[i]) == 4 and lower[i].isdigit() and t.word(i + 1) in ("to", "not"):
        return i + 1  # "agreed **in 2019** to", but "what it sold in 2019 | leaks"
    while i + 1 < end and lower[i] in WHICH_TIME and (lower[i] != "that" or lower[i + 1] in _THAT):
        i += 1
    alone = i == p < end and lower[i] in _UNITS and lower[i - 1] not in WHICH_TIME
    if i < end and tag[i] & TIME and not alone:
        while i < end and (tag[i] & (TIME | NUMBER) or lower[i] == "."):
            i += 1  # "Sunday **night**", "Sept**. 6**"
        return p if i < end and lower[i] in POSSESSIVE_MARKS else i  # "in last night’s debate"
    if p + 2 < end and tag[p] & COUNTS:
        if lower[p + 1] == "same":
            return p + 3 if tag[p + 2] & TIME else p
        i = p + 1 + (lower[p + 1] == "few")  # "a few days ago"
        return i + 2 if i + 1 < end and tag[i] & TIME and lower[i + 1] in FROM_NOW else p
    return p


def time_before(t: Tokens, low: int, e: int) -> int:
    """Where the time opens that ends before ``e``: "beat Marr | **last year**"; ``e`` where none does."""
    lower, i, low = t.lower, e, max(low, e - _LONGEST)
    while i > low and t.tag[i - 1] & TIME:
        i -= 1
    if i == e:
        return e
    while i > low and lower[i - 1] in WHICH_TIME:
        i -= 1
    led = i > low and lower[i - 1] in LEADS_TIME
    if i == e - 1 and lower[i] in _UNITS and not led:
        return e  # "the fiscal **year**"
    return i - led - (led and i - 1 > low and lower[i - 2] in PART_OF_DAY)
