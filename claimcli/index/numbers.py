"""Numbers that differ between a quotation and a claim: they change what was said as "not" does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from claimcli.index.alignment import Change, Difference, Step, Token
from claimcli.model import Span

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_GREAT = "dozen hundred thousand million billion trillion"
_VALUES = {
    **{word: str(number) for number, word in enumerate(_SMALL.split())},
    **{word: str(10 * number) for number, word in enumerate(_TENS.split(), 2)},
    **{form: word for word in _GREAT.split() for form in (word, f"{word}s")},
}
_ONE = "1"  # "one" stands for "a" as well, and for somebody


class _Number(NamedTuple):
    value: str
    span: Span


def differing_numbers(
    steps: Sequence[Step], quote: Sequence[Token], claim: Sequence[Token], typed: str, text: str
) -> Iterator[Difference]:
    """The numbers of a quotation (``typed``) beside other ones of the claim (``text``), and those that it has nowhere.

    "Twelve" is 12 and "1,200" is 1200. A number that the quotation leaves out is no other number.
    """
    ours, theirs = _numbers(quote, typed), _numbers(claim, text)
    known = {number.value for number in theirs.values()}
    for differs, run in groupby(steps, key=lambda step: step.change is not Change.KEPT and not step.marked):
        if not differs:
            continue
        beside = list(run)
        here = list(dict.fromkeys(ours[step.quote] for step in beside if step.quote in ours))
        there = list(dict.fromkeys(theirs[step.claim] for step in beside if step.claim in theirs))
        same = {number.value for number in here} & {number.value for number in there}
        others = iter([number for number in there if number.value not in same])
        for number in here:
            if number.value in same:
                continue
            if other := next(others, None):
                yield Difference(Change.CHANGED, number.span, other.span)
            elif number.value not in known and number.value != _ONE:
                yield Difference(Change.ADDED, number.span, None)


def _numbers(tokens: Sequence[Token], text: str) -> dict[int | None, _Number]:
    """The numbers among words, by the place of each word that is of one: "4.5" is two words and one number."""
    found: dict[int | None, _Number] = {}
    for place, token in enumerate(tokens):
        value = token.word if token.word[:1].isdigit() else _VALUES.get(token.word)
        if value is None:
            continue
        before = found.get(place - 1)
        if before and token.word.isdigit() and text[before.span.end : token.span.start] == ".":
            number = _Number(f"{before.value}.{value}", Span(before.span.start, token.span.end))
            found[place - 1] = number
        else:
            number = _Number(value, token.span)
        found[place] = number
    return found
