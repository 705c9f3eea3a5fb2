"""Sentences whose capitals mark no names: "Marr Wins Vote", "ABSTRACT"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcli.lexicon import (
    AUXILIARY,
    CAPITAL,
    COORDINATOR,
    DETERMINER,
    MODAL,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    SUBORDINATOR,
    VERB_PAST,
    VERB_S,
    WORD,
)
from claimcli.parser.speakers.entity import Mention
from claimcli.parser.speakers.naming.runs import run_end
from claimcli.parser.text import Tokens

_NOT_CAPITALISED: Final = CAPITAL | PREPOSITION | DETERMINER | COORDINATOR | SUBORDINATOR | NUMBER
"""What a long word without a capital may be in a headline, capitals aside."""
_TOLD: Final = VERB_PAST | VERB_S  # as no headline has its verbs without a capital


def headline_runs(t: Tokens, number: int, capitals: list[int]) -> Iterator[Mention]:
    """The runs of capitalised words in a headline."""
    end = t.sentences[number][1]
    free = 0
    for i in capitals:
        if i >= free:
            free = run_end(t, i, end)
            name = Mention(i, i, free, number)
            name.headline = True
            yield name


def is_headline(t: Tokens, begin: int, end: int, capitals: list[int]) -> bool:
    """Whether a sentence Capitalises Its Words as headlines do, so that capitals mark no names.

    More than half of its words have capitals, one of them a verb or function word after the first, and no more
    than one other word of some length has none.
    """
    tag = t.tag
    words = sum([1 for what in tag[begin:end] if what & WORD])
    if 2 * len(capitals) <= words:
        return False
    if len(capitals) == words and all(t.raw[i].isupper() for i in capitals):
        return True
    plain = [
        i for i in range(begin, end) if tag[i] & WORD and not tag[i] & _NOT_CAPITALISED and len(t.raw[i]) > 3
    ]
    if len(plain) > 1 or any(tag[i] & _TOLD for i in plain):
        return False  # "said Ann Marr, who runs Our Harbour"
    if len(capitals) > 4 and len(capitals) >= words - 1 and t.lower[end - 1] != ".":
        return True
    telling = AUXILIARY | PREPOSITION | DETERMINER | POSSESSIVE | MODAL | VERB_S
    return any(tag[i] & telling for i in capitals[1:])


def is_heading(t: Tokens, begin: int, end: int) -> bool:
    """Whether a sentence is no more than a heading in capitals: "ABSTRACT", "FULL TEXT"."""
    return all(t.raw[i].isupper() for i in range(begin, end) if t.tag[i] & WORD)
