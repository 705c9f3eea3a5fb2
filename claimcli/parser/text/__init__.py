"""Text into paragraphs, blocks, tokens and sentences: views that keep every character offset.

Nothing is normalised. A *paragraph* is what the article's layout says it is, a *block* one
or more paragraphs that only a faulty break separates ("… the role of U.S." / "President Joe Biden …"),
and a *token* a word, a mark of punctuation, or a whole quotation: quoted words are hidden behind one
token, so that no rule mistakes another's words for the article's own.
"""

from claimcli.parser.text.in_context import AGENCIES as AGENCIES
from claimcli.parser.text.layout import Layout as Layout
from claimcli.parser.text.layout import lay_out as lay_out
from claimcli.parser.text.marks import BULLETS as BULLETS
from claimcli.parser.text.marks import CLOSED_BY as CLOSED_BY
from claimcli.parser.text.marks import CLOSES_ASIDE as CLOSES_ASIDE
from claimcli.parser.text.marks import DASHES as DASHES
from claimcli.parser.text.marks import INSERTING as INSERTING
from claimcli.parser.text.marks import MONEY as MONEY
from claimcli.parser.text.marks import QUOTATION as QUOTATION
from claimcli.parser.text.marks import QUOTED as QUOTED
from claimcli.parser.text.marks import Range as Range
from claimcli.parser.text.marks import Written as Written
from claimcli.parser.text.marks import as_written as as_written
from claimcli.parser.text.places import places as places
from claimcli.parser.text.sentences import LONGEST_SENTENCE as LONGEST_SENTENCE
from claimcli.parser.text.tokens import Tokens as Tokens
from claimcli.parser.text.tokens import tokenize as tokenize
from claimcli.parser.text.turns import turn_of as turn_of
