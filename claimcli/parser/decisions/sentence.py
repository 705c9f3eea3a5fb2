"""A sentence as the rules of decisions see it, and a telling, which is what they make of its words.

All positions are token indexes, ranges half-open.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from claimcli.lexicon import SUBJECT, WORD
from claimcli.model import Status
from claimcli.parser import grammar
from claimcli.parser.grammar import ARTICLES, ends_abbreviation
from claimcli.parser.text import Range as Range
from claimcli.parser.text import Tokens

NEAR: Final = 8
"""How many tokens away what belongs to a word is looked for in a short clause; in a longer one, ``grammar.REACH``."""
FAR: Final = 12
"""How many tokens on a walk goes that may pass an aside, or a clause within the clause."""
ASKING_RULES: Final = frozenset({"asked", "asked that"})
"""Rules by which somebody else is asked for a choice."""


class Telling(NamedTuple):
    """One place that tells a choice, in ranges of the tokens ``t`` (an article's, or its quotations').

    ``weight`` says how surely the words tell a choice; 1 is a plain verb with its object.
    """

    t: Tokens
    status: Status
    actor: Range | None
    label: Range
    action: Range
    sentence: int
    rule: str
    weight: float
    object: Range | None = None
    """What the label's verb has for an object where that stands before: "the **levy**, which Marr vowed to keep"."""

    @property
    def label_words(self) -> list[str]:
        """The words of its label, in lower case."""
        return self.t.lower[self.label[0] : self.label[1]]

    @property
    def action_words(self) -> list[str]:
        """The words that tell it, in lower case."""
        return self.t.lower[self.action[0] : self.action[1]]

    @property
    def actor_words(self) -> list[str]:
        """The words of who chooses, in lower case; none where nobody is told to."""
        return [] if self.actor is None else self.t.lower[self.actor[0] : self.actor[1]]

    @property
    def actor_tags(self) -> int:
        """The tags of the last word of who chooses: what sort of chooser it is."""
        return 0 if self.actor is None else self.t.tag[self.actor[1] - 1]

    @property
    def by_pronoun(self) -> bool:
        """Whether a pronoun tells who chooses: "**she** resigned"."""
        return self.actor is not None and bool(self.t.tag[self.actor[0]] & SUBJECT)


class Sentence(grammar.Sentence):
    """One sentence being read; ``subject`` is the last that was found to choose, ``told`` the last telling.

    ``first`` is behind a bullet that opens it.
    """

    __slots__ = ("subject", "told")

    def __init__(self, t: Tokens, number: int) -> None:
        super().__init__(t, number)
        self.subject: Range | None = None
        self.told: Telling | None = None

    def after_article(self, i: int) -> int:
        """Where what an article leads stands, if one does at ``i``: "the | pier"."""
        return i + (self.word(i) in ARTICLES)

    def before_article(self, i: int) -> int:
        """Where what stands before an article stands, if one does at ``i``: "when | the (pier)"."""
        return i - (self.word(i) in ARTICLES)

    def asks(self, start: int) -> bool:
        """Whether the clause that opens at ``start`` is a question: "asked **if** | she would resign"."""
        return self.word(start - 1) in ("if", "whether")

    def abbreviates(self, i: int) -> bool:
        """Whether a stop at ``i`` ends an abbreviation or an initial: "Ann K**.** Marr"."""
        return ends_abbreviation(self.t, self.first, i)

    def breaks(self, i: int, tags: int = 0) -> bool:
        """Whether a phrase ends before an index, read either way: at a mark, or a word with any of some tags."""
        what = self.tag[i]
        return bool(what & tags) or not (what & WORD or self.abbreviates(i))
