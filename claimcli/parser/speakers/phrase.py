"""What the rules are given, and what they answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcli.lexicon import DETERMINER, NUMBER, POSSESSIVE, ROLE
from claimcli.model import SpeakerType
from claimcli.parser.attribution import Attribution
from claimcli.parser.speakers.entity import Entity
from claimcli.parser.speakers.heads import head_of

if TYPE_CHECKING:
    from claimcli.parser.speakers.walk import Walk

Answer = tuple[Entity | None, str]  # whom a phrase stands for, and by which rule
DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
LEAD: Final = 3  # sentences in which an article may speak of somebody before it names them
THINGS: Final = (SpeakerType.ORGANIZATION, SpeakerType.DOCUMENT)


class Phrase:
    """A mention to resolve: its tokens, its head noun, where it stands, and whom it cannot mean."""

    __slots__ = ("claim", "first", "head", "last", "sentence")

    def __init__(self, first: int, last: int, head: int, sentence: int, claim: Attribution | None) -> None:
        self.first, self.last, self.head = first, last, head
        self.sentence = sentence
        self.claim = claim

    @property
    def mention_end(self) -> int:
        """Where the whole mention ends that begins with the phrase; 0 where the claim has another."""
        mention = self.claim.mention if self.claim is not None else None
        return mention[1] if mention and mention[0] <= self.first else 0


def is_bare_role(w: Walk, first: int, last: int) -> bool:
    """Whether a phrase is a role without article or name: "former Secretary of State"."""
    head = head_of(w.t, first, last)
    if head is None or w.t.tag[first] & (DETERMINER | POSSESSIVE | NUMBER):
        return False
    return bool(w.t.tag[head] & ROLE)
