"""Marks within a noun phrase that is read from its end: "Gov. Ann Marr (Green, Arra)", "the $2 bill"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import ABBREVIATIONS, CAPITAL
from claimcli.parser.text import MONEY, QUOTATION, Tokens

POSSESSIVE_MARKS: Final = frozenset({"’s", "'s", "’", "'"})
SHARES: Final = frozenset(("percent", "%"))
"""What makes a share of those asked of a number: "40 **percent** say"."""
INNER: Final = MONEY | {"-", "&", "%", "/", "#", "@"}
"""Marks that part no phrase."""
_INNER: Final = INNER | {"(", ")", "'", "’"}
"""Marks within a phrase that is read from its end."""


def mark_before(t: Tokens, low: int, a: int, e: int) -> int:
    """How many tokens a phrase takes in that a mark ends, left of ``a``: none where the mark parts it."""
    word = t.lower[a - 1]
    if ends_abbreviation(t, low, a - 1):
        return 2
    if word == ")":
        return a - opening_bracket(t, low, a - 1)
    if word == "," and a < e and is_of_a_university(t, a - 1):
        return 1
    return int(word in _INNER or (word == QUOTATION and a < e and a - 1 > low and _is_nickname(t, a - 1)))


def opening_bracket(t: Tokens, low: int, closing: int) -> int:
    """Where the short bracket opens that closes behind a name: "Ann Marr *(Green, Arra)*"; the end if none does."""
    return t.find_back({"("}, closing - 1, max(low, closing - 8)) or closing


def is_of_a_university(t: Tokens, comma: int) -> bool:
    """Whether a comma belongs to a university’s name: "the University of Arra, *Pellbury*"."""
    named = t.lower[max(0, comma - 3) : comma - 1] == ["university", "of"]
    return named and t.holds(CAPITAL, comma + 1, comma + 2)


def ends_abbreviation(t: Tokens, low: int, i: int) -> bool:
    """Whether the token ``i`` is the full stop of an abbreviation or an initial."""
    return t.lower[i] == "." and i - 1 >= low and (t.lower[i - 1] in ABBREVIATIONS or len(t.raw[i - 1]) == 1)


def _is_nickname(t: Tokens, quotation: int) -> bool:
    """Whether a quotation inside a phrase is part of a name ("John “Jack” Marr") rather than somebody's words."""
    start, end = t.start[quotation], t.end[quotation]
    return end - start < 25 and bool(t.tag[quotation - 1] & CAPITAL) and t.text[end - 2] not in ".,?!"
