"""Phrases before a verb that can be no subject of it: a noun must follow them, or they tell when or how."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADJECTIVE,
    ADVERB,
    CAPITAL,
    CUE_ADJECTIVE,
    NOUN,
    NUMBER,
    OBJECT,
    OPENS_NOUN,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    TIME,
    VERB_PARTICIPLE,
    WH,
)
from claimcli.parser.grammar.verb_group import CONTRACTED
from claimcli.parser.text import Tokens

PARTICLES: Final = frozenset("up out off away forward forth aside apart down".split())
_MANNERS: Final = frozenset("way ways time times extent particular forward well worth enough hard".split())
ANY_ADJECTIVE: Final = ADJECTIVE | CUE_ADJECTIVE


def is_nobody(t: Tokens, a: int, e: int) -> bool:
    """Whether a phrase can be no verb's subject: "a" (failed plan), "(in) 2012", "(spent) months", "’s trying"."""
    tag, lower = t.tag, t.lower
    what, word = tag[e - 1], lower[e - 1]
    if lower[a] in CONTRACTED:
        return not tag[a + 1] & WH or a + 1 == e  # "that’s why | the team thinks"
    if lower[a] in PARTICLES:
        return True  # "freed up | funds"
    if a + 1 < e and tag[a] & ANY_ADJECTIVE and tag[a + 1] & PREPOSITION:
        return True  # "(is) critical of the plan"
    if what & POSSESSIVE and a + 1 < e:
        return True  # "tears in their (eyes)"
    waits = what & ADJECTIVE and not what & (CAPITAL | NOUN) and not (a + 1 < e and tag[a] & PRONOUN)
    if waits or (a + 1 < e and not what & (NOUN | CAPITAL | PEOPLE) and word.endswith(_AWAIT_NOUN)):
        return True  # "played up his | hopes", "channeling his respectful | roots"
    if what & (PRONOUN | NOUN | CAPITAL | OBJECT) or (word == "other" and e - a > 1):
        return False
    if what & NUMBER or not (what & (OPENS_NOUN | ADVERB | TIME) or word in _MANNERS):
        return a + 1 == e and len(word) == 4 and word.isdigit()
    return not t.holds(CAPITAL | PREPOSITION | VERB_PARTICIPLE, a, e - 1)


def is_trait(t: Tokens, a: int, e: int) -> bool:
    """Whether a phrase is but an adjective: "*Eager* to build it, Marr left", "(is) *easy* to see"."""
    return all(what & (ANY_ADJECTIVE | ADVERB) and not what & (NOUN | PRONOUN) for what in t.tag[a:e])


def are_several(t: Tokens, a: int, e: int) -> bool:
    """Whether a phrase is a plural, so that a verb’s form in "s" behind it is its noun: "*several* (promises)"."""
    if a + 1 < e and t.tag[a] & OPENS_NOUN and t.tag[a + 1] & NUMBER:
        a += 1  # "*your two* (reports)"
    if t.lower[a] not in SEVERAL or (t.tag[e - 1] & CAPITAL and e - a > 1):
        return False
    return not t.holds(PREPOSITION | RELATIVE, a + 1, e)


SEVERAL: Final = frozenset(
    "both several other some most all enough fewer few many multiple various numerous these those "
    "two three four five six".split()
)
"""What opens a phrase of several."""


_AWAIT_NOUN: Final = ("ious", "tful", "less", "able", "ible", "-related", "-based", "-style", "-wide", "-led")
"""How adjectives end whose noun must follow, so that what looks like a verb behind them is that noun."""
