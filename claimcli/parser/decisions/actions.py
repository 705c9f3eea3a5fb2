"""How far the words go that tell a choice."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    COORDINATOR,
    INFLECTED,
    NOUN,
    OBJECT,
    OPENS_NOUN,
    PREPOSITION,
    SPEECH,
    SUBJECT,
    SUBORDINATOR,
    TENSED,
    VERB_PARTICIPLE,
    WORD,
)
from claimcli.parser.decisions.label_end import ASIDES, LABEL_REACH, closing_mark
from claimcli.parser.decisions.sentence import Range, Sentence
from claimcli.parser.grammar import phrase_end
from claimcli.parser.text import QUOTATION

ACTION_REACH: Final = 25
"""Most tokens of an action."""
_STOPS: Final = frozenset({",", ";", ":", "—", "–", "--", "(", ")", "...", "…", "?", "!"})
_TURNS: Final = frozenset(
    "according but saying calling arguing citing telling adding noting claiming said says".split()
)
"""Words that lead from what is chosen to what is said of it."""


def mark_after(s: Sentence, p: int) -> int:
    """Where a clause that opens at ``p`` ends, at most ``LABEL_REACH`` tokens on."""
    limit = min(s.last, p + LABEL_REACH)
    return s.t.find(_STOPS, p, limit, limit)


def action_from(s: Sentence, start: int, k: int) -> Range:
    """The words that tell the choice: from ``start`` to where the clause of the word at ``k`` ends."""
    lower, tag = s.lower, s.tag
    limit = min(s.last, k + ACTION_REACH)
    i = k + 1
    while i < limit:
        what = tag[i]
        if not what:
            if lower[i] in ASIDES:
                end = closing_mark(s, i, limit)
                if not end:
                    return (start, i)
                i = end
            elif lower[i] in _STOPS and not _comma_goes_on(s, i):
                return (start, i)
        elif what & COORDINATOR:
            following = s.what(i + 1)
            if following & (INFLECTED | SUBJECT) and not following & (NOUN | OBJECT):
                return (start, i)
        i += 1
    return (start, limit)


def _comma_goes_on(s: Sentence, i: int) -> bool:
    """Whether a clause goes on after a comma at ``i``: with a list, or what tells more of what it names.

    Not with another clause ("…, **she said**", "…, **a minister said**", "…, **but** he lost"), nor with what is said
    of it ("saying").
    """
    what, word = s.what(i + 1), s.word(i + 1)
    if s.lower[i] != "," or word in _TURNS or not (what & WORD or word == QUOTATION):
        return False
    if what & (SUBJECT | INFLECTED) and not what & (OPENS_NOUN | NOUN | VERB_PARTICIPLE):
        return False
    end = phrase_end(s.t, i + 1, s.last)
    if end > i + 1 and s.what(end) & SPEECH and s.what(end) & TENSED:
        return False
    if what & COORDINATOR:
        return not s.what(i + 2) & SUBJECT
    return not what & SUBORDINATOR or bool(what & PREPOSITION)
