"""What the rules are given, and what they answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from claimcli.lexicon import NUMBER, OPENS_NOUN, ROLE
from claimcli.lexicon.names import HE_OR_SHE, Gender
from claimcli.parser.attribution import Attribution
from claimcli.parser.grammar import A_OR_AN
from claimcli.parser.speakers.entity import BODY, PAPER, Entity
from claimcli.parser.speakers.heads import head_of
from claimcli.parser.text import Tokens

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk

Answer = tuple[Entity | None, str]  # whom a phrase stands for, and by which rule
DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
NEW: Final = A_OR_AN | {"one", "another"}
"""What opens a phrase for somebody not spoken of so far."""
LEAD: Final = 3  # sentences in which an article may speak of somebody before it names them
THINGS: Final = (BODY, PAPER)


class Phrase:
    """A mention to resolve: its tokens, its head noun, where it stands, and whom it cannot mean.

    ``word`` is the head noun, ``what`` its tag, ``opens`` the first word.
    """

    __slots__ = ("claim", "first", "head", "last", "opens", "sentence", "t", "what", "word")

    def __init__(
        self, t: Tokens, first: int, last: int, head: int, sentence: int, claim: Attribution | None
    ) -> None:
        self.t = t
        self.first, self.last, self.head = first, last, head
        self.sentence = sentence
        self.claim = claim
        self.opens, self.word, self.what = t.lower[first], t.lower[head], t.tag[head]

    @property
    def gender(self) -> Gender:
        """The gender that a "he" or "her" tells."""
        return HE_OR_SHE[self.opens]

    @property
    def words(self) -> list[str]:
        """All words, in lower case."""
        return self.t.lower[self.first : self.last]

    @property
    def alone(self) -> bool:
        """Whether it is one word: "officials"."""
        return self.last - self.first == 1

    @property
    def bare(self) -> bool:
        """Whether nothing stands behind the head noun: "the former mayor"."""
        return self.last - self.head == 1

    @property
    def is_the_word(self) -> bool:
        """Whether it is no more than "the" and a noun."""
        return self.last - self.head == 1 and self.head - self.first == 1

    def part(self, first: int, last: int, head: int) -> Phrase:
        """Some of its words, or of those beside it, as a mention of their own: "the tycoon and *former mayor*"."""
        return Phrase(self.t, first, last, head, self.sentence, self.claim)

    @property
    def mention_end(self) -> int:
        """Where the whole mention ends that begins with the phrase; 0 where the claim has another."""
        mention = self.claim.mention if self.claim is not None else None
        return mention[1] if mention and mention[0] <= self.first else 0


Rule = Callable[["Walk", Phrase], Answer | None]
"""Answers whom a phrase stands for, or leaves it to the next."""


def is_bare_role(w: Walk, first: int, last: int) -> bool:
    """Whether a phrase is a role without article or name: "former Secretary of State"."""
    head = head_of(w.t, first, last)
    if head is None or w.t.tag[first] & (OPENS_NOUN | NUMBER):
        return False
    return bool(w.t.tag[head] & ROLE)
