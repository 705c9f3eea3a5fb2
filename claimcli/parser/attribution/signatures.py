"""Whose a quotation is by a name beside it: a signature, a name behind a dash, a line with who it is, a source."""

from __future__ import annotations

import re
from typing import Final

from claimcli.lexicon import CAPITAL, PEOPLE, ROLE, WORD
from claimcli.lexicon.names import given_names
from claimcli.parser.attribution.sentence import Attribution
from claimcli.parser.grammar import is_finite, phrase_end, without_final_mark
from claimcli.parser.text import DASHES, QUOTATION, Layout, Range, Tokens


def signer(
    t: Tokens, layout: Layout, number: int, quotation: int, previous: Attribution | None
) -> Range | None:
    """The name beside a quotation; ``previous`` is the last attribution that holds one.

    "Anna Marr, mayor / “It is safe.”" names her above, unless she has just spoken so; else the line below does.
    """
    signature = _signature(t, number, quotation) or source_in_brackets(t, quotation + 1)
    signature = signature or _told_behind(t, number) or _named_in_line(t, layout, number - 1)
    if signature is None or (previous is not None and previous.mention == signature):
        return _named_in_line(t, layout, number + 1)
    return signature


def _named_in_line(t: Tokens, layout: Layout, number: int) -> Range | None:
    """The name in a line that has but that and who it is: "*Anna Marr*, mayor", "*Tom Reed*, 34"; no place."""
    if not 0 < number < len(t.sentences):
        return None
    first, last = t.sentences[number]
    line = layout.paragraphs[layout.paragraph_at(t.start[first]) - 1]
    named = _name_in(t, first, last) if (t.start[first], t.end[last - 1]) == (line.start, line.end) else None
    if named is None or named[1] - first < 2 or not all(what & CAPITAL for what in t.tag[first : named[1]]):
        return None
    person = t.lower[first] in given_names() or t.holds(ROLE | PEOPLE, first, last)
    return named if person and t.tag[last - 1] & WORD else None


def _signature(t: Tokens, number: int, quotation: int) -> Range | None:
    """Whose name stands on a line of its own below a quotation.

    "“It is safe.” / — Anna Marr, mayor", or before the closing mark: "“It is safe. / Anna Marr, mayor”".
    """
    if number + 1 == len(t.sentences):
        return None
    first, last = t.sentences[number + 1]
    dash = t.lower[first] in DASHES
    if not dash and (t.closed(quotation) or not t.closed(last - 1)):
        return None
    first, last = first + dash, without_final_mark(t, first, last - (not dash))
    return _name_in(t, first, last)


def signed_in_line(t: Tokens, number: int) -> Range | None:
    """Whose name stands behind a quotation and a dash: "“We had no choice” — Anna Marr, mayor"; not behind a title."""
    quotation, last = t.sentences[number]
    if t.lower[quotation] != QUOTATION or t.word(quotation + 1) not in DASHES:
        return None
    spoken = len(t.words(quotation, quotation + 1).split()) >= _SENTENCE or "," in t.close_of(quotation)
    return _name_in(t, quotation + 2, without_final_mark(t, quotation + 2, last)) if spoken else None


_SENTENCE: Final = 4
"""Words of the shortest quotation that is no title."""


def _name_in(t: Tokens, first: int, last: int) -> Range | None:
    """The name that opens a signature."""
    if not 0 < last - first <= _SIGNATURE:
        return None
    end = t.find({","}, first, last, last)
    if first == end or t.lower[last - 1] in DASHES or not t.tag[first] & CAPITAL:
        return None
    if any(is_finite(what) for what in t.tag[first:end]):
        return None
    return first, end


def _told_behind(t: Tokens, number: int) -> Range | None:
    """Whose a quotation is by the sentence behind it: "“It is safe.” That quote **from Ann Marr** appeared in …"."""
    if number + 1 == len(t.sentences):
        return None
    first, last = t.sentences[number + 1]
    points = t.lower[first] in ("that", "this", "the") and t.word(first + 1) in _QUOTES
    if not points or t.word(first + 2) not in ("from", "by", "of") or not t.what(first + 3) & CAPITAL:
        return None
    end = phrase_end(t, first + 3, last)
    return (first + 3, end) if end > first + 3 else None


_QUOTES: Final = frozenset("quote quotation remark line comment statement declaration boast".split())
"""Nouns for words in quotation marks."""


def source_in_brackets(t: Tokens, i: int) -> Range | None:
    """The source that a newsletter sets behind a quotation: "“It is safe.” [**Arra Ledger**]"."""
    bracket = _IN_BRACKETS.match(t.text, t.end[i - 1]) if i < len(t.start) else None
    end = i
    if bracket and bracket.group().strip(" []").lower() in _STAGED:
        return None
    while bracket and end < len(t.start) and t.start[end] < bracket.end():
        if not (t.tag[end] & CAPITAL or t.lower[end] in ("the", "of", ".")):
            return None
        end += 1
    end -= end > i and t.lower[end - 1] == "."
    return (i, end) if end > i else None


_STAGED: Final = frozenset(
    "laughter laughs applause cheers cheering crosstalk pause pauses sic inaudible".split()
)
"""What a transcript sets in brackets."""
_IN_BRACKETS: Final = re.compile(r" ?\[[^\[\]\n]{2,40}\]")


_SIGNATURE: Final = 16
"""Tokens of the longest line that tells who made the quotation above it."""
