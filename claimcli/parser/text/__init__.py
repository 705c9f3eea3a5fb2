"""Text into paragraphs, blocks, tokens and sentences: views that keep every character offset.

Nothing is normalised or copied. A *paragraph* is what the article's layout says it is, a *block* one
or more paragraphs that only a faulty break separates ("… the role of U.S." / "President Joe Biden …"),
and a *token* a word, a mark of punctuation, or a whole quotation: quoted words are hidden behind one
token, so that no rule mistakes another's words for the article's own.
"""

from claimcli.parser.text.layout import Layout, lay_out
from claimcli.parser.text.marks import (
    BULLETS,
    CLOSED_BY,
    CLOSES_ASIDE,
    DASHES,
    INSERTING,
    MONEY,
    QUOTATION,
    QUOTED,
    Range,
)
from claimcli.parser.text.places import places
from claimcli.parser.text.sentences import LONGEST_SENTENCE
from claimcli.parser.text.tokens import Tokens, tokenize

__all__ = [
    "BULLETS",
    "CLOSED_BY",
    "CLOSES_ASIDE",
    "DASHES",
    "INSERTING",
    "LONGEST_SENTENCE",
    "MONEY",
    "QUOTATION",
    "QUOTED",
    "Layout",
    "Range",
    "Tokens",
    "lay_out",
    "places",
    "tokenize",
]
