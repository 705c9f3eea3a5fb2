"""When a choice was made, as the article tells it."""

from __future__ import annotations

from claimcli.lexicon import ADVERB, CAPITAL, NUMBER, TIME
from claimcli.parser.decisions.sentence import Range, Telling
from claimcli.parser.text import Tokens

REACH = 40
"""How many tokens around the words of the choice a date may stand."""

_TIME_OR_NUMBER = TIME | NUMBER
_RECURRING = frozenset({"last", "next", "this", "earlier", "late", "early"})
_TIME_PREPOSITIONS = frozenset({"in", "since", "by", "until", "from", "of", "late", "early", "during"})


def date_of(telling: Telling) -> str | None:
    """The first date in the words of the choice, else near them: "2022", "Tuesday", "Jan. 7", "last week"."""
    t = telling.t
    first, last = t.sentences[telling.sentence]
    elsewhere = None
    for i in range(max(first, telling.action[0] - REACH), min(last, telling.action[1] + REACH)):
        if t.tag[i] & _TIME_OR_NUMBER:
            found = _date_at(t, i, last)
            if found and telling.action[0] <= i < telling.action[1]:
                return t.words(*found)
            elsewhere = elsewhere or found
    return t.words(*elsewhere) if elsewhere else None


def _date_at(t: Tokens, i: int, last: int) -> Range | None:
    """The date that opens at a token: a year, a day, a month with its day, or "last week"."""
    word, what = t.lower[i], t.tag[i]
    if what & NUMBER and word.isdigit() and len(word) == 4 and "1900" <= word < "2100":
        return (i, i + 1) if i and t.lower[i - 1] in _TIME_PREPOSITIONS else None
    if not what & TIME:
        return None
    if what & ADVERB and word not in ("ago",):
        return (i, i + 1)
    if what & CAPITAL:
        end = i + 1
        while end < last and (
            t.tag[end] & (NUMBER | TIME)
            or (t.lower[end] in (".", ",") and end + 1 < last and t.tag[end + 1] & NUMBER)
        ):
            end += 1
        return (i, end)
    return (i - 1, i + 1) if i and t.lower[i - 1] in _RECURRING else None
