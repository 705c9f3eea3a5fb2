"""When a choice was made, as the article tells it."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    NOUN,
    NUMBER,
    OPENS_NOUN,
    PREPOSITION,
    TENSED,
    TIME,
    VERB_PARTICIPLE,
)
from claimcli.lexicon.names import given_names
from claimcli.parser.decisions.label_end import opens_clause
from claimcli.parser.decisions.sentence import Range, Sentence, Telling
from claimcli.parser.grammar import REACH, WHICH_TIME
from claimcli.parser.text import Tokens

_TIME_PREPOSITIONS: Final = frozenset({"in", "since", "by", "until", "from", "of", "late", "early", "during"})
_UNTIL: Final = frozenset({"until", "till", "through", "by", "since", "from", "before", "after", "effective"})
"""Words before a date by which it bounds what is chosen, and is not when it was."""

_OTHER_CLAUSE: Final = frozenset(
    {"that", "which", "who", "whose", "where", "when", "because", "as", "after", "before"}
)


def date_of(telling: Telling) -> str | None:
    """The first date in the choice's own clause: "in 2022", "Tuesday", "Jan. 7", "last week".

    Not the day it was announced ("said **on Monday** that it would"), nor one of another clause ("a dam that
    was built **in 1998**") or of an end ("**until June**").
    """
    t = telling.t
    first, last = t.sentences[telling.sentence]
    start, end = telling.action
    after = _dates(t, start, _next_clause(telling, min(last, end)), last)
    found = after or _dates(t, _own_clause(t, max(first, start - REACH), start), start, last)
    return t.words(*found) if found else None


def _dates(t: Tokens, start: int, end: int, last: int) -> Range | None:
    """The first date between two tokens that bounds nothing."""
    tag, aside = t.tag, False
    for i in range(start, end):
        if t.lower[i] == ",":
            aside = _opens_aside(t, i + 1, end)
        elif tag[i] & (TIME | NUMBER) and not aside:
            found = _date_at(t, i, last)
            if found and not _is_bound(t, found[0]):
                return found
    return None


def _opens_aside(t: Tokens, i: int, end: int) -> bool:
    """Whether a participle tells more of what was just named, or was before: "the road, **closed** by …, is"."""
    more = t.what(i) & (VERB_PARTICIPLE | NOUN) == VERB_PARTICIPLE and t.what(i + 1) & PREPOSITION
    return i + 1 < end and bool(more or t.lower[i] == "having")


def _is_bound(t: Tokens, first: int) -> bool:
    """Whether a date bounds what is chosen, and is not when it was: "until **March**", "until its **March** vote"."""
    while t.what(first - 1) & OPENS_NOUN:
        first -= 1
    return t.word(first - 1) in _UNTIL


def _next_clause(telling: Telling, stop: int) -> int:
    """Where another clause opens after the words of a choice: "…, **and** in 1999 she refused to …"."""
    t, lower, s = telling.t, telling.t.lower, Sentence(telling.t, telling.sentence)
    for i in range(telling.action[0] + 1, stop):
        if lower[i] in _OTHER_CLAUSE or (lower[i] == "," and opens_clause(s, i + 1)):
            return i
        if t.tag[i] & COORDINATOR and i + 1 < stop and t.tag[i + 1] & AUXILIARY:
            return i  # "rejected the offer **and will** strike on Monday"
    return stop


def _own_clause(t: Tokens, low: int, start: int) -> int:
    """Where the clause of a choice opens: behind "that", or the verb of who tells it ("said Monday | it would")."""
    lower, tag = t.lower, t.tag
    for i in range(start - 1, low - 1, -1):
        what = tag[i]
        if lower[i] in _OTHER_CLAUSE or (what & COORDINATOR and (lower[i - 1] == "," or lower[i] == "but")):
            return i + 1
        if what & TENSED and not what & (NOUN | CAPITAL):
            return start
    return low


def _date_at(t: Tokens, i: int, last: int) -> Range | None:
    """The date told by a token and what follows: a year, a day, a month with its day, or "last week"."""
    word, what = t.lower[i], t.tag[i]
    if what & NUMBER and word.isdigit() and len(word) == 4 and "1900" <= word < "2100":
        return (i, i + 1) if t.word(i - 1) in _TIME_PREPOSITIONS else None
    if not what & TIME:
        return None
    if what & ADVERB and word != "ago":
        return (i, i + 1)
    if what & CAPITAL:
        if i + 1 < last and t.tag[i + 1] & (CAPITAL | TIME) == CAPITAL and word in given_names():
            return None  # "**June** Marr"
        end = i + 1
        while end < last:
            mark = t.lower[end] in (".", ",")
            if not (_in_date(t, end + mark, last) and (t.tag[end + mark] & NUMBER or not mark)):
                break
            end += 1 + mark
        day = t.word(i - 1).isdigit() and len(t.lower[i - 1]) < 3
        return (i - (day or t.word(i - 1) in WHICH_TIME - {"that"}), end)  # "**7** March", "**next** Monday"
    return (i - 1, i + 1) if t.word(i - 1) in WHICH_TIME and t.word(i + 1) != "of" else None


def _in_date(t: Tokens, i: int, last: int) -> bool:
    """Whether a date goes on with the token at ``i``: "Jan. **7**", "Tuesday **night**"; not the count of "52-48"."""
    if i >= last or not t.tag[i] & NUMBER:
        return i < last and bool(t.tag[i] & TIME)
    word = t.lower[i]
    return word.isdigit() and len(word) in (1, 2, 4) and t.word(i + 1) not in ("-", "–")
