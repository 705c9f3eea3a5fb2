"""Which words of a mention name the speaker: without what leads to them, or stands behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcli.lexicon import (
    AUXILIARY,
    CAPITAL,
    MODAL,
    NOUN,
    NUMBER,
    OPENS_NOUN,
    ORGANIZATION,
    PEOPLE,
    POSSESSIVE,
    PREPOSITION,
    TIME,
    VERB_PARTICIPLE,
    VERB_S,
    WORD,
)
from claimcli.lexicon.kinds import kind_of
from claimcli.parser.attribution.phrase_extent import is_occasion
from claimcli.parser.grammar import A_OR_AN, POSSESSIVE_MARKS
from claimcli.parser.grammar.subject import STRESSED
from claimcli.parser.speakers.heads import LATER_ONES, head_of, is_somebody
from claimcli.parser.speakers.roles import end_of_apposition
from claimcli.parser.text import Tokens

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk

_DATE: Final = TIME | NUMBER
_TRAILING: Final = POSSESSIVE_MARKS | STRESSED | {"alike"}
_LEADS_IN: Final = frozenset("but and or so yet whether why how if because while though although let".split())
_ONE: Final = LATER_ONES | {"one", "another"}
_APPOSITION: Final = 16  # tokens
_DEGREES: Final = frozenset({"much", "only", "even", "just"})


def end_of_name(w: Walk, first: int, last: int) -> int:
    """Where a mention ends before what names nobody: "*Ann Marr* herself, who was late", "*Marr* also"."""
    lower = w.t.lower
    last = _before_adjunct(w.t, first, last)
    if last - first > 1 and w.t.tag[first] & CAPITAL:
        last = _before_predicate(w, first, last)
    while last - first > 1 and lower[last - 1] in _TRAILING:
        last -= 1
    return last


def behind_lead(t: Tokens, first: int, last: int) -> int:
    """Where a mention begins behind what leads to it: "But | *the mayor*", "even | *her aides*", "Let | *me* say"."""
    while last - first > 1 and (t.lower[first] in _LEADS_IN or _is_degree(t, first)):
        first += 1
    return first


def what_one_is(t: Tokens, first: int, last: int) -> tuple[int, int]:
    """What is told of one of several: "One, | *a baker*|, said", "Another, | *a nun* who had seen it|, was late"."""
    if t.lower[last - 1] not in _ONE or t.word(last) != "," or t.word(last + 1) not in A_OR_AN:
        return first, last
    return last + 1, end_of_apposition(t, last + 1, min(len(t.raw), last + _APPOSITION))


def _is_degree(t: Tokens, first: int) -> bool:
    """Whether a word tells how true a description is: "pretty *much* the only mayor", "*even* her aides"."""
    return t.lower[first] in _DEGREES and bool(t.tag[first + 1] & (OPENS_NOUN | NUMBER))


def _before_predicate(w: Walk, first: int, last: int) -> int:
    """Where a name ends before what it does: "*Marr* raises large", "*Ann Marr* Under Fire", "*Firm* Will Pay"."""
    tag = w.t.tag
    name = w.register.after(first)
    if name is not None and name.title == first and name.last < last:
        does = tag[name.last]
        shouted = does & CAPITAL and does & PREPOSITION
        if shouted or (does & (VERB_S | AUXILIARY) and not does & NOUN):
            return name.last
    modal = (k for k in range(first + 1, last - 1) if tag[k] & MODAL and w.register.over(k) is None)
    return next(modal, last)


def _before_adjunct(t: Tokens, first: int, last: int) -> int:
    """Where a phrase ends before when or in what somebody spoke: "*the board* on May 3", "*the envoy* in a speech".

    But "a report filed on May 3", "the man in the video".
    """
    for k in range(first + 1, last - 1):
        if t.lower[k] not in ("in", "on") or t.tag[k - 1] & VERB_PARTICIPLE:
            continue
        if t.tag[k + 1] & TIME and not any(what & WORD and not what & _DATE for what in t.tag[k + 1 : last]):
            return k
        some = t.lower[k] == "in" and (t.lower[k + 1] in A_OR_AN or t.tag[k + 1] & POSSESSIVE)
        head = head_of(t, first, k) if some and is_occasion(t, k + 1, last) else None
        if head is not None and (kind_of(t.lower[head]) & (PEOPLE | ORGANIZATION) or is_somebody(t, head)):
            return k
    return last
