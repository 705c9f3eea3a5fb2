"""Verb groups: a verb with its auxiliaries, negations and adverbs."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    COORDINATOR,
    CUE,
    DETERMINER,
    FINITE,
    HAVE,
    MODAL,
    NEGATION,
    NUMBER,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SUBJECT,
    TIME,
    VERB_BASE,
    VERB_ING,
    VERB_PARTICIPLE,
    VERB_PAST,
)
from claimcli.parser.grammar.times import COUNTS, FROM_NOW, LEADS_TIME, WHICH_TIME, time_before
from claimcli.parser.text import Tokens

REACH: Final = 40
"""How many tokens a walk may take: longer noun phrases and verb groups are not found in news prose."""
CONTRACTED: Final = frozenset({"’s", "'s", "’d", "'d", "’ve", "'ve", "’ll", "'ll", "’re", "'re", "’m", "'m"})
_IN_GROUP: Final = AUXILIARY | NEGATION | ADVERB | TIME | NUMBER
_INSERTED: Final = frozenset("past fact turn effect part essence course times first least best".split())
"""What stands behind "in", "of" or "at" between an auxiliary and its verb: "has in fact said"."""
_FLOATING: Final = frozenset("both all each either since".split())
"""What may stand behind an auxiliary or a subject, within a group."""
_LEADS_FLOATING: Final = AUXILIARY | SUBJECT | RELATIVE
_DEGREES: Final = frozenset({"more", "less", "most", "least"})
_IN_GROUP_WORDS: Final = CONTRACTED | {"to", "longer"} | _FLOATING | _INSERTED | _DEGREES
_NO_PLAIN_ADVERB: Final = DETERMINER | SUBJECT | PREPOSITION | CUE | RELATIVE
NOT_ALL: Final = frozenset({"only", "just", "merely", "simply"})
"""What leads behind "not" to what is so, with more: "they **not only** closed it"."""


class Group:
    """A verb group: where it starts, and how it is meant."""

    __slots__ = ("auxiliary", "finite", "infinitive", "modal", "negated", "passive", "start")

    def __init__(self, start: int, finite: bool) -> None:
        self.start = start
        self.finite = finite
        self.negated = self.passive = self.infinitive = self.modal = self.auxiliary = False


def verb_group(t: Tokens, low: int, k: int) -> Group:
    """The group of auxiliaries, negations and adverbs before the verb at ``k``, no further than ``low``."""
    lower, tag = t.lower, t.tag
    g = k
    group = Group(k, bool(tag[k] & FINITE or (tag[k] & AUXILIARY and not tag[k] & VERB_ING)))
    limit = low if low > k - REACH else k - REACH
    while g > limit:
        word, what = lower[g - 1], tag[g - 1]
        if word == "," and (aside := _aside_start(t, limit, g)):
            g = aside
            continue
        if not what & _IN_GROUP and word not in _IN_GROUP_WORDS:
            break
        if what & AUXILIARY:
            if what & BE and tag[k] & VERB_PARTICIPLE:
                group.passive |= all(one & (ADVERB | NEGATION | BE) for one in tag[g:k])
            group.modal |= bool(what & MODAL)
            group.negated |= bool(what & NEGATION)
            group.finite = group.auxiliary = True
        elif what & NEGATION:
            group.negated |= lower[g] not in NOT_ALL
        elif word == "longer" and g - 2 >= low and lower[g - 2] == "no":
            group.negated = True
            g -= 1
        elif word in CONTRACTED:
            leads = g - 2 >= low and tag[g - 2] & (SUBJECT | RELATIVE | PRONOUN)
            takes = (
                tag[k] & (PARTICIPLE | VERB_BASE) if leads else tag[k] & PARTICIPLE and not tag[k] & VERB_PAST
            )
            if g - 2 < low or not takes:
                break  # "Marr’s *claim*", but "he’s *left*", "Marr’s *leaving*"
            is_it = lower[g - 2] == "it" and k + 1 < len(lower) and lower[k + 1] in ("that", "to")
            # "they**’re** *told*", "it**’s** *believed* that", where "he’s told" may be "he has told"
            group.passive |= g == k and bool(tag[k] & VERB_PARTICIPLE) and (word[1:] in ("re", "m") or is_it)
            group.finite = group.auxiliary = True
        elif word == "to":
            if tag[k] & VERB_BASE:
                group.infinitive = True
                g -= 1
            break
        elif (what & ADVERB and not what & _NO_PLAIN_ADVERB) or _stands_within(t, low, g, k):
            pass
        elif (inserted := _inserted_time(t, limit, g)) is not None:
            g = inserted
            continue
        else:
            break
        g -= 1
    group.start = g
    return group


def _aside_start(t: Tokens, low: int, g: int) -> int:
    """Where an aside opens behind an auxiliary that ends before ``g``: "has**, however,** asked"; 0 if none does."""
    for i in range(g - 3, max(low, g - 8), -1):
        if t.lower[i] == ",":
            have = t.tag[i - 1] & (HAVE | MODAL) and not t.tag[i - 1] & CAPITAL  # no month of May
            return i if have and not t.holds(FINITE | AUXILIARY, i + 1, g - 1) else 0
    return 0


_LEADS_NOUN: Final = DETERMINER | PREPOSITION | COORDINATOR
"""What leads to a noun whose adjective is of the highest degree: "the **most** politically charged vote"."""


def _stands_within(t: Tokens, low: int, g: int, k: int) -> bool:
    """Whether the word before ``g`` is one of a group’s own: "they **all** voted", "has **since** said"."""
    if t.lower[g - 1] in _DEGREES:
        highest = t.lower[g - 1].endswith("st")  # "Marr **most** recently said", not "*most* have said"
        plain = g - 2 >= low and t.tag[g] & ADVERB and not t.tag[g - 2] & _LEADS_NOUN
        # "**more** accurately predicted", not "they all say *more* surveys"
        return g < k and bool(plain or not highest)
    if g - 2 < low or t.lower[g - 1] not in _FLOATING:
        return False
    return bool(t.tag[g - 2] & (HAVE if t.lower[g - 1] == "since" else _LEADS_FLOATING))


def _day_before(t: Tokens, low: int, g: int) -> int | None:
    """Where a day begins that ends before ``g``: "the mayor | on Tuesday said", "on June 6", "Monday night".

    It is no part of the group where another preposition leads to it: "a poll *from last June* showed".
    """
    tag, lower = t.tag, t.lower
    end = g - 1 if tag[g - 1] & NUMBER else g  # "June **6**"
    start = time_before(t, low, end)
    if start == end or not (tag[end - 1] & CAPITAL or tag[end - 2] & TIME):
        return None
    if lower[start] in LEADS_TIME:
        return start
    return None if start == low or tag[start - 1] & PREPOSITION else start


def _inserted_time(t: Tokens, low: int, g: int) -> int | None:
    """Where "in the past", "in fact" or "for years" begins between auxiliary and verb ("has in the past described").

    A day may stand before the group, too: "the mayor | **on Tuesday** said".
    """
    if (day := _day_before(t, low, g)) is not None:
        return day
    if not t.tag[g - 1] & TIME and t.lower[g - 1] not in _INSERTED:
        return None
    start = time_before(t, low, g)
    opens = low < start < g and t.lower[start] in WHICH_TIME
    if opens and not t.tag[start - 1] & (PREPOSITION | DETERMINER):
        return start  # "Marr **last week** proposed", but "spent the past week | *arguing*"
    if t.lower[g] in FROM_NOW and g - 2 >= low:
        # "Marr two weeks ago said", "Marr years ago said"
        return g - 1 - (g - 3 >= low and bool(t.tag[g - 2] & COUNTS))
    for i in range(g - 2, max(low, g - 4), -1):
        if t.tag[i] & PREPOSITION:
            return i if t.tag[i - 1] & (AUXILIARY | RELATIVE) else None
    return None
