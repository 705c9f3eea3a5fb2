"""Noun phrases, read from their end: "the former mayor of Arra" before "said"."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CUE_NOUN,
    LINK,
    NOUN,
    NOUN_VERB,
    NUMBER,
    OPENS_NOUN,
    PREPOSITION,
    RELATIVE,
    ROLE,
    SOURCE,
    SUBJECT,
    VERB,
    VERB_ING,
    WH,
    WORD,
)
from claimcli.parser.grammar.onward import MEASURING, opens_count, parts_adjectives
from claimcli.parser.grammar.phrase_marks import mark_before
from claimcli.parser.grammar.phrase_words import A_OR_AN, trim_left, word_before
from claimcli.parser.grammar.verb_group import CONTRACTED, REACH
from claimcli.parser.text import Range, Tokens

SELVES: Final = frozenset("himself herself itself themselves myself yourself ourselves".split())
_TRAILING: Final = SELVES | {"there", "here", "too", "alone"}
_NEVER_PLAIN: Final = SUBJECT | RELATIVE | WH | AUXILIARY | LINK | VERB | ADVERB
"""What may end a noun phrase that is read from its end: any other word belongs to it."""
_BEFORE_DETERMINER: Final = OPENS_NOUN | LINK | ADVERB | VERB | AUXILIARY | RELATIVE | NUMBER | ROLE
"""What may stand within a noun phrase before a determiner: "all the", "of the", "five most", "Envoy the Rev."."""


def noun_phrase_before(t: Tokens, low: int, e: int) -> Range | None:
    """The noun phrase that ends just before the token ``e``, no further left than ``low``."""
    lower, tag = t.lower, t.tag
    while e - 1 > low and lower[e - 1] in _TRAILING:
        e -= 1
    a = e
    limit = low if low > e - REACH else e - REACH
    while a > limit:
        what = tag[a - 1]
        measure = _measure_before(t, limit, a) if a < e and tag[a] & NUMBER else 0
        if measure:
            a -= measure
        elif what & _NEVER_PLAIN or not what & WORD:
            step = word_before(t, low, a, e) if what & WORD else mark_before(t, low, a, e)
            if not step and not (a < e and parts_adjectives(t, a - 1)):
                break
            a -= step or 1
        else:
            a -= 1
            if what & OPENS_NOUN and a > limit and _opens_phrase(t, a):
                break  # "That way | the public knows", "the role | her husband plays"
            if what & CAPITAL and a > limit and _is_object(t, limit, a, e):
                break  # "a claim | Marr denied"
    a = trim_left(t, a, e)
    return (a, e) if a < e else None


def _measure_before(t: Tokens, limit: int, a: int) -> int:
    """How many tokens measure the number at ``a``: "a group of *nearly* 40", "*at least* 40", "*as many as* 40"."""
    if t.lower[a - 1] not in MEASURING:
        return 0
    return next((n for n in (3, 2, 1) if a - n >= limit and opens_count(t, a - n)), 0)


_OBJECTS: Final = frozenset(
    "reason reasons way ways thing things time times moment moments place places opportunity opportunities chance "
    "honor honour role amount extent degree ones something anything everything nothing".split()
)
"""Words that name nobody, so that a name behind them says what is done: "the *way* | Marr speaks"."""
DEEDS: Final = frozenset(
    "move decision step choice change plan policy claim charge shift proposal practice strategy tactic measure sum "
    "figure price amount rate trend delay gap loss process ruling verdict deal gesture gamble approach concession "
    "assertion accusation allegation argument notion idea threat risk scenario prospect word lawsuit".split()
)
"""Nouns for what is done or said, of which a clause without "that" may tell what somebody thinks."""


def _is_object(t: Tokens, limit: int, a: int, e: int) -> bool:
    """Whether the name from ``a`` to ``e`` only says of the noun before it what it does: "a claim | Marr denied"."""
    tag = t.tag
    if tag[a - 1] & CAPITAL:
        return False
    if t.lower[a - 1] in _OBJECTS:
        return True
    deed = t.lower[a - 1] in DEEDS and not tag[a - 1] & VERB_ING  # not "a ruling Tory"
    if not deed and (not tag[a - 1] & (CUE_NOUN | NOUN_VERB) or tag[a - 1] & SOURCE):
        return False  # "the mayor Ann Marr", "the report Dry Rivers"
    if not all(what & CAPITAL for what in tag[a:e]):
        return False
    return bool(a - 2 >= limit and tag[a - 2] & OPENS_NOUN)


def _opens_phrase(t: Tokens, a: int) -> bool:
    """Whether a phrase begins with the determiner at ``a``, whatever stands before it: "in Arra *the* Reds say"."""
    before = t.tag[a - 1]
    if t.lower[a - 1] == "one":
        return t.lower[a - 2] != "no"  # "a bill was one *the* council wanted"
    if before & CAPITAL and t.tag[a - 2] & (CAPITAL | PREPOSITION) and t.raw[a] in A_OR_AN:
        return True  # "sent Ann Marr *a* letter", "sent to Marr *a* letter"
    if not before & WORD or t.lower[a - 1] in CONTRACTED:
        return False
    if before & _BEFORE_DETERMINER and not (before & NOUN and before & VERB):
        return False
    if not before & CAPITAL:
        return True
    return t.holds(CAPITAL, a + 1, a + 2)  # not "Marr *the* realist said"
