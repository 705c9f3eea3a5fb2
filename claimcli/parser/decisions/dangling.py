"""What leads on from a phrase and is no part of it: prepositions, conjunctions, times, counts of votes."""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    TIME,
    VERB_PAST,
    VERB_S,
    WH,
    WORD,
)
from claimcli.parser.decisions.sentence import Sentence
from claimcli.parser.grammar import POSSESSIVE_MARKS
from claimcli.parser.text import QUOTATION

NOT_PLAIN: Final = (
    TIME | AUXILIARY | PREPOSITION | SUBORDINATOR | COORDINATOR | WH | RELATIVE | SUBJECT | VERB_S | VERB_PAST
)
"""What a word must be to end a phrase, or to part it."""
RECURRING: Final = frozenset({"last", "next", "this", "that", "every", "each"})
"""What leads to a time that comes again: "**next** week", "**every** Monday"."""
_AGAINST: Final = frozenset({"to", "-", "–"})
"""What stands between the votes for something and against it."""
_BEFORE_TIME: Final = RECURRING.union("late early mid past coming following previous recent".split())
_DANGLING: Final = PREPOSITION | COORDINATOR | DETERMINER | POSSESSIVE | ADVERB | TIME


def without_dangling(s: Sentence, p: int, i: int) -> int:
    """The end of a phrase without prepositions, conjunctions, times or marks that lead on from it."""
    i = _without_count(s, p, i)
    while i > p:
        what, word = s.tag[i - 1], s.lower[i - 1]
        if word in POSSESSIVE_MARKS:
            pass
        elif not what & WORD:
            if word in ("%", QUOTATION):
                break
        elif (
            not (what & (_DANGLING | NUMBER) or word in _BEFORE_TIME)
            or (what & NUMBER and not s.what(i) & TIME)  # but "the levy | three weeks ago"
            or (what & CAPITAL and not what & (PREPOSITION | TIME | DETERMINER))
            or (what & TIME and i - 1 > p and _is_head(s, i - 1))
        ):
            break
        i -= 1
    return i


def _is_head(s: Sentence, i: int) -> bool:
    """Whether a time at ``i`` is what a phrase names: "a four-day **week**", "its **hours**", "a school **day**".

    So is how long something lasts: "close it for two **weeks**".
    """
    before, word = s.tag[i - 1], s.lower[i - 1]
    if before & POSSESSIVE:
        return not s.what(i - 2) & PREPOSITION
    if before & NUMBER:
        return s.word(i - 2) == "for"
    plain = before & WORD and not before & (NOT_PLAIN | NUMBER | DETERMINER | ADVERB | CAPITAL)
    return bool(plain) and word not in _BEFORE_TIME and not s.lower[i].endswith("s")


def _without_count(s: Sentence, p: int, i: int) -> int:
    """The end of a phrase without a count of votes: "rejected the offer | 212-30", "the contract | 212 to 30"."""
    if i - 1 <= p or not s.tag[i - 1] & NUMBER:
        return i
    votes, _, others = s.lower[i - 1].partition("-")
    if votes.isdigit() and others.isdigit():
        return i - 1
    counted = i - 3 > p and s.lower[i - 2] in _AGAINST and _is_count(s.lower[i - 3])
    return i - 3 if counted and _is_count(votes) and s.lower[i - 4] != "from" else i


def _is_count(word: str) -> bool:
    """Whether a word may count the votes of a body, in figures."""
    return word.isdigit() and len(word) <= 3
