"""Numbers that differ between a quotation and a claim: they change what was said as "not" does."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from claimcli.index.alignment import Change, Difference, Step, Token
from claimcli.model import Span

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_CARDINAL = {
    **{word: number for number, word in enumerate(_SMALL.split())},
    **{word: 10 * number for number, word in enumerate(_TENS.split(), 2)},
}
_ORDINAL = {
    **{word: f"{number}th" for number, word in enumerate(_ORDINALS.split(), 1)},
    **{part: part for part in ("half", "quarter")},
}
_GREAT = {
    "dozen": 12,
    "hundred": 100,
    **dict.fromkeys(("thousand", "k"), 10**3),
    **dict.fromkeys(("million", "m", "mn"), 10**6),
    **dict.fromkeys(("billion", "b", "bn"), 10**9),
    **dict.fromkeys(("trillion", "tn"), 10**12),
}
_MONEY = "$£€¥₹₽₩₪₺₴₦₱"
_MONEY_WORDS = {"dollar": "$", "pound": "£", "euro": "€", "yen": "¥"}
_ONE = "1"  # "one" stands for "a" as well, and for somebody


def _any_of(words: Iterator[str] | Sequence[str]) -> str:
    return f"(?:{'|'.join(words)})"


_great = _any_of([f"{word}s?" for word in _GREAT if len(word) > 2])
_spelled = rf"(?:{_any_of([*_CARDINAL])}|{_great})\b"
# All that is part of a number: "-3%", "minus three per cent", "$4.5m", "4.5 million dollars", "twenty-first".
_NUMBER = re.compile(
    rf"""(?P<minus>(?<![\w)%])[-−–](?=[{_MONEY}\d.])|\bminus\s)?
    (?P<money>[{_MONEY}])?\s?
    (?:
        (?P<digits>(?<![\w.])\.\d+|(?<!\w)(?:\d{{1,3}}(?:,\d{{3}})+(?![\d])(?:\.\d+)?|\d+(?:[.,]\d+)?))
        (?:(?P<unit>[^\W\d_]+)|[\s-]+(?P<great>{_great}|[mbt]n)\b)?
        |\b(?:(?P<tens>{_any_of(_TENS.split())})-)?(?P<ordinal>{_any_of([*_ORDINAL])})(?:(?<!second)s)?\b
        |\b(?P<words>{_spelled}(?:(?:[\s-]+|(?:(?<=dred)|(?<=sand)|(?<=lion))\sand\s){_spelled})*)
    )
    (?P<percent>\s?%|[\s-]+(?:per[\s-]?cent|pct)\b)?
    (?:\s?(?P<behind>[{_MONEY}])|[\s-]+(?P<called>{_any_of([*_MONEY_WORDS])})s?\b)?""",
    re.IGNORECASE | re.VERBOSE,
)
_BRACKETS = str.maketrans("[]", "  ")  # "5 [million]" is one number
_CAPITAL = re.compile(r"\[(\w)\](?=\w)")  # and so is "[T]wenty-five"


class _Number(NamedTuple):
    value: str
    span: Span

    @property
    def counts(self) -> bool:
        """Whether it is told where nothing stands in its place: "first" and "half" are more often no numbers."""
        return self.value != _ONE and self.value not in _ORDINAL.values()


def differing_numbers(
    steps: Sequence[Step], quote: Sequence[Token], claim: Sequence[Token], typed: str, text: str
) -> Iterator[Difference]:
    """The numbers of a quotation (``typed``) beside other ones of the claim (``text``), and those that it has nowhere.

    "Twelve" is 12, "1,200" is 1200 and "$3m" is 3 million dollars. A sign, a currency, a percent sign and a decimal
    point are part of a number. A number that the quotation leaves out is no other number.
    """
    ours, theirs = number_places(quote, typed), number_places(claim, text)
    known = {number.value for number in theirs.values()}

    def differs(step: Step) -> bool:
        here, there = ours.get(step.quote), theirs.get(step.claim)
        same = here is there or (here and there and here.value == there.value)
        return not step.marked and not (step.change is Change.KEPT and same)

    for is_other, run in groupby(steps, key=differs):
        if not is_other:
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
            elif number.value not in known and number.counts:
                yield Difference(Change.ADDED, number.span, None)


def number_places(tokens: Sequence[Token], text: str) -> dict[int | None, _Number]:
    """The numbers of a text, by the place of each of its words that is of one, but for what an editor put there."""
    starts, ends = [token.span.start for token in tokens], [token.span.end for token in tokens]
    found: dict[int | None, _Number] = {}
    for match in _NUMBER.finditer(_CAPITAL.sub(r"  \1", text).translate(_BRACKETS)):
        places = range(bisect_right(ends, match.start()), bisect_left(starts, match.end()))
        if places and not any(tokens[place].bracketed for place in places):
            begin = match.start() + len(match[0]) - len(match[0].lstrip())
            span = Span(min(begin, starts[places[0]]), match.end())
            found |= dict.fromkeys(places, _Number(_value(match), span))
    return found


def _value(match: re.Match[str]) -> str:
    """What a number is, in one form whatever the spelling: "-$3000000", "4.5%", "21th"."""
    behind = match["behind"] or _MONEY_WORDS.get((match["called"] or "").lower(), "")
    money = match["money"] or behind
    return f"{'-' if match['minus'] else ''}{money}{_amount(match)}{'%' if match['percent'] else ''}"


def _amount(match: re.Match[str]) -> str:
    if ordinal := match["ordinal"]:
        value = _ORDINAL[ordinal.lower()]
        return f"{_CARDINAL[match['tens'].lower()] // 10}{value}" if match["tens"] else value
    if words := match["words"]:
        return str(_spelled_amount(words.lower()))
    digits, unit = match["digits"], (match["unit"] or match["great"] or "").lower()
    whole = re.sub(r",(?=\d{3})", "", digits)
    if "," in whole:  # "4,5" is 4.5 to some, and to others nothing
        return f"{whole}{unit}"
    great = _great_of(unit)
    plain = f"{(Decimal(whole) * (great or 1)).normalize():f}"
    return plain if great else plain + ("th" if unit in ("st", "nd", "rd", "th") else unit)


def _spelled_amount(words: str) -> int:
    total = current = 0
    for word in re.findall(r"[a-z]+", words):
        if great := _great_of(word):
            current = (current or 1) * great
            if great >= 1000:
                total, current = total + current, 0
        else:
            current += _CARDINAL.get(word, 0)  # 0 for the "and" of "a hundred and five"
    return total + current


def _great_of(word: str) -> int:
    return _GREAT.get(word) or _GREAT.get(word.removesuffix("s"), 0)
