"""Quotations inside quotations: “They told us, ‘The wall will hold,’” the mayor said.

Only what somebody else is quoted as saying, as a whole utterance with a cue of its own, is a claim; words
that somebody might say, or that are only terms, are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimcli.lexicon import MODAL, SPEECH
from claimcli.model import Span
from claimcli.parser.attribution import find_cues, read_sentence
from claimcli.parser.attribution.quoted import is_utterance
from claimcli.parser.attribution.sentence import Attribution
from claimcli.parser.quotation import find_quotations
from claimcli.parser.text import QUOTATION, Tokens, tokenize

_OPENS = re.compile(r"[“„«‘\"]|``|''|(?<=\s)'")
"""What can open a quotation inside another: a quick look."""

_NOBODY = frozenset({"you", "one", "who", "somebody", "someone", "anybody", "anyone"})


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
    nested = []
    for outer in found:
        for at, inner in _inner_tokens(t, outer):
            cues = find_cues(inner)
            for number in range(len(inner.sentences)):
                told = (a for a in read_sentence(inner, number, cues) if _is_told(inner, a))
                nested += [Nested(inner, a, outer, at) for a in told]
    return nested


def _inner_tokens(t: Tokens, outer: Attribution) -> Iterator[tuple[int, Tokens]]:
    """Each quotation in a content that holds further quotations: its token, and the tokens in it."""
    for first, last in outer.content:
        for i in range(first, last):
            if t.lower[i] != QUOTATION:
                continue
            block = Span(t.start[i] + 1, t.end[i] - t.closed(i))
            if not _OPENS.search(t.text, block.start, block.end):
                continue
            quotations = find_quotations(t.text, (block,))
            if quotations:
                yield i, tokenize(t.text, (block,), quotations)


def _is_told(t: Tokens, a: Attribution) -> bool:
    """Whether an attribution is of an utterance that somebody did make."""
    if a.mention is None or a.cue is None or len(a.content) != 1 or a.rules[0].startswith("infinitive"):
        return False
    first, _ = a.content[0]
    if t.lower[first] != QUOTATION or not is_utterance(t, first):
        return False
    a.content = [(first, first + 1)]
    if t.lower[a.mention[0]] in _NOBODY or not any(what & SPEECH for what in t.tag[slice(*a.cue)]):
        return False
    return not any(what & MODAL for what in t.tag[max(0, a.cue[0] - 3) : a.cue[0]])
