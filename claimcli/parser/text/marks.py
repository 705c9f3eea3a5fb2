"""Marks that rules ask for by name, the spoilt ones put right, and what a range of tokens is."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from claimcli.lexicon.look_up import watch

Range = tuple[int, int]
"""Tokens from the first up to but not including the second."""

QUOTATION: Final = "\x00."
"""What a quotation token says of itself in ``Tokens.lower``: no word of a text can be this."""
QUOTED: Final = watch([QUOTATION])
"""The spot of quotations."""
DASHES: Final = frozenset({"—", "–", "--", "-"})
"""Dashes as tokens; a hyphen is one where it stands alone."""
INSERTING: Final = DASHES | {","}
"""Marks that set off what is inserted, on both sides: "it is, Marr said, late"."""
CLOSED_BY: Final = {"(": ")", **{mark: mark for mark in INSERTING}}
"""Marks that open an aside, "vowed **—** again — to fight", and what closes each."""
CLOSES_ASIDE: Final = INSERTING | {")"}
BULLETS: Final = DASHES | frozenset("•*·▪●‣◦■►")
"""What opens a line of a list."""
MONEY: Final = frozenset("$£€¥")
"""Marks of money, which lead a number and part no phrase: "a **$**40 billion plan"."""
CLOSERS: Final = frozenset({")", "]", "”", "’", '"', "'", "»"})
"""Marks that close a quotation or a bracket."""

_GONE_WRONG: Final = re.compile(
    r'"(?:(?<=[\w,.!?\x27’\])]")(?P<closing>\?)(?=["\w])|(?<=\s")(?P<dash>\?)(?=[\w\s])|(?<=[a-z]")(?=(?:t|ve|ll|re)\b))'
)
_MEANT: Final = {"closing": '" ', "dash": "--", None: "'"}


class Written(NamedTuple):
    """A text as it is given, and with the marks that its storage spoilt put right: '"It isn"t,"?she said "?too'.

    Both are of one length. What is read is the second; what an answer repeats is the first.
    """

    given: str
    right: str


def as_written(text: str) -> Written:
    """A text beside itself with its marks put right."""
    return Written(text, _GONE_WRONG.sub(lambda mark: _MEANT[mark.lastgroup], text))
