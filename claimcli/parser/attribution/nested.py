"""Quotations inside quotations: “They told us, ‘The wall will hold,’” the mayor said.

Only what somebody else is quoted as saying, as a whole utterance with a cue of its own, is a claim; words
that somebody might say, or that are only terms, are not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import itemgetter
from typing import Final, NamedTuple

from claimcli.lexicon import MODAL, SPEECH
from claimcli.model import Span
from claimcli.parser.attribution import STARTS, read_sentence
from claimcli.parser.attribution.sentence import Attribution, is_utterance
from claimcli.parser.quotation import find_quotations
from claimcli.parser.text import QUOTATION, Tokens, Written, tokenize

_OPENS: Final = re.compile(r"[“„«‘\"'`][\[( “„«‘\"'`]{0,8}[^\W_a-z]")
"""What can open an utterance inside a quotation, before its capital or figure: a quick look.

So many marks and no more: a run of a million marks must not be read anew from each of them.
"""

_NOBODY_ELSE: Final = frozenset({"i", "we", "you", "one", "who", "somebody", "someone", "anybody", "anyone"})
"""Who is nobody else than the speaker, or nobody at all: "I said to myself, ‘Go,’", "you hear one say, ‘Go’"."""


class Nested(NamedTuple):
    """An attribution within a quotation: its ranges count the tokens ``t`` of that quotation alone.

    ``outer`` is the attribution of the quotation, which is the token ``at`` of the article.
    """

    t: Tokens
    attribution: Attribution
    outer: Attribution
    at: int


def find_nested(t: Tokens, found: list[Attribution]) -> list[Nested]:
    """What the speakers of an article quote others as saying, in the order of the text."""
    holding = [i for i in t.quotations if _OPENS.search(t.text, *_inside(t, i))]
    if not holding:
        return []
    outer_of: dict[int, Attribution] = {}
    for outer in found:
        for first, last in outer.content:
            for i in holding[bisect_left(holding, first) : bisect_left(holding, last)]:
                outer_of[i] = outer  # a teller comes before whom he tells of
    return [each for i, outer in sorted(outer_of.items(), key=itemgetter(0)) for each in _within(t, i, outer)]


def _inside(t: Tokens, at: int) -> Span:
    """What stands between the marks of the quotation at a token, without blanks at its end."""
    start, end = t.start[at], t.end[at]
    width = 2 if t.text.startswith(("''", "``"), start) else 1
    end -= width * t.closed(at)
    while end > start + width and t.text[end - 1].isspace():
        end -= 1
    return Span(start + width, max(start + width, end))


def _within(t: Tokens, at: int, outer: Attribution) -> Iterator[Nested]:
    """The attributions within the quotation at a token."""
    block = _inside(t, at)
    as_given = Written(t.text, t.text)
    quotations = find_quotations(as_given, (block,))
    if quotations:
        inner = tokenize(as_given, (block,), quotations)
        for number, starts in enumerate(inner.by_sentence(STARTS)):
            for a in read_sentence(inner, number, starts):
                if _is_told(inner, a):
                    yield Nested(inner, a, outer, at)


def _is_told(t: Tokens, a: Attribution) -> bool:
    """Whether an attribution is of an utterance that somebody did make."""
    if a.mention is None or a.cue is None or len(a.content) != 1 or a.rules[0].startswith("infinitive"):
        return False
    first, _ = a.content[0]
    if t.lower[first] != QUOTATION or not is_utterance(t, first):
        return False
    a.content = [(first, first + 1)]
    if t.lower[a.mention[0]] in _NOBODY_ELSE or not t.holds(SPEECH, *a.cue):
        return False
    return not t.holds(MODAL, max(0, a.cue[0] - 3), a.cue[0])
