"""Those whom an article names or describes, what it tells of them, and who was mentioned so far."""

from __future__ import annotations

import sys
from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final, NamedTuple

from claimcli.lexicon.names import Gender, persons
from claimcli.model import Speaker, SpeakerType

PERSON: Final = SpeakerType.PERSON
BODY: Final = SpeakerType.ORGANIZATION
GROUP: Final = SpeakerType.GROUP
PAPER: Final = SpeakerType.DOCUMENT
"""Looked up once: getting a member from its enumeration takes as long as calling a function."""
BY_PLACE: Final = attrgetter("at")
Words = tuple[str, ...]  # of a name, in lower case
JOINT: Final = ("and",)  # the words of several who speak as one
FORMER: Final = frozenset({"former", "ex", "then", "onetime", "retired", "predecessor"})
_HAVE_A_FIELD: Final = frozenset({"minister", "secretary", "spokesperson"})
_MENTIONS: Final = 30  # of people, as far as a pronoun reaches back


class Role(NamedTuple):
    """What somebody is: the article's words, their head noun, and all words in lower case."""

    text: str
    head: str
    words: frozenset[str]

    @property
    def former(self) -> bool:
        """Whether somebody no longer is it: "former mayor"."""
        return not FORMER.isdisjoint(self.words)

    def is_of_a(self, noun: str) -> bool:
        """Whether a noun may mean who has it: a senator is a "lawmaker", the foreign minister a "diplomat"."""
        head = persons().role(self.head)
        if noun == "diplomat" and head in _HAVE_A_FIELD:
            return not self.words.isdisjoint(("foreign", "state"))
        return head in persons().heads(noun)


class Entity:
    """One speaker under all the names and descriptions that the article gives.

    ``words`` are the lower-case words of the name or description, ``named`` whether it is a name; ``told``
    is whether a title or a pronoun tells the gender, rather than the first name; ``titled`` how
    often a title names it alone among people of its surname.
    """

    def __init__(
        self,
        name: str,
        kind: SpeakerType,
        words: Words = (),
        named: bool = True,
        gender: Gender | None = None,
    ) -> None:
        self.name = name
        self.type = kind
        self.words = words
        self.named = named
        self.gender = gender
        self.told = False
        self.titled = 0
        self.since = sys.maxsize  # the first token of its first full name
        self.named_at = -1  # the last sentence so far that names it in full
        self.roles: tuple[Role, ...] = ()
        self.age = ""
        self.described: tuple[str, ...] = ()  # by which words, beside its name
        self.mentions: list[Mention] = []  # by name; of who is only described, by claims
        self.inside = 0  # how many of them follow "in", "from" …
        self.made: Speaker | None = None

    @property
    def person(self) -> bool:
        """Whether "he" or "she" may stand for it."""
        return self.type is PERSON

    @property
    def place(self) -> bool:
        """Whether the article speaks of it as of a place: mostly "in Marr", "from Marr"."""
        return 2 * self.inside > len(self.mentions)

    def fits(self, gender: Gender) -> bool:
        """Whether nothing speaks against a pronoun of this gender."""
        return self.person and (self.gender is None or self.gender is gender)

    def tell(self, gender: Gender | None) -> None:
        """Take a gender that a title, a role or the article's pronouns tell."""
        if gender and not self.told:
            self.gender, self.told = gender, True

    def is_told_to_be(self, noun: str) -> bool:
        """Whether a role tells that somebody may be called so: a nominee is a "candidate"."""
        return any(role.is_of_a(noun) for role in self.roles)

    def add_role(self, role: Role) -> None:
        """Remember a role, and the gender that its words tell."""
        if role not in self.roles:
            self.roles += (role,)
        if not self.told and self.person:
            self.tell(persons().gender.get(role.head))

    def add_seat(self, seat: Role) -> None:
        """Add the party and state of "Sen. Ann Marr (R-Iowa)" to what is told of the office."""
        if self.roles:
            self.roles = tuple(role._replace(words=role.words | seat.words) for role in self.roles)
        if seat.head:
            self.add_role(seat)

    def mention_before(self, token: int) -> Mention | None:
        """Its last mention before a token."""
        k = bisect_left(self.mentions, token, key=BY_PLACE)
        return self.mentions[k - 1] if k else None

    def seen_at(self, token: int) -> int:
        """The last token before another where it is mentioned, -1 if that is only later."""
        last = self.mention_before(token)
        return last.at if last is not None else -1


def is_joint(entity: Entity) -> bool:
    """Whether several speak as one: "Ann Marr and Tom Reed"."""
    return entity.words == JOINT


class Mention:
    """Where somebody is mentioned: by name, by a pronoun, or as who makes a claim.

    A name stands from the token ``at`` up to ``last``; the titles before it begin at ``title``. An article
    has thousands of them, so they are made by hand.
    """

    entity: Entity  # as soon as it is decided

    def __init__(self, title: int, at: int, last: int, sentence: int) -> None:
        self.title = title
        self.at = at
        self.last = last
        self.sentence = sentence
        self.headline = False  # found among the capitals of a headline, which do not mark names
        self.modifier = False  # as part of another noun: "the Marr campaign"
        self.speaks = False  # as who makes a claim
        self.words: tuple[str, ...] = ()  # of a name, in lower case: without initials, dots and "Jr."
        self.subject: bool | None = None  # as a verb’s subject; None as long as nobody has asked


@dataclass(slots=True)
class Memory:
    """Who was mentioned so far, in the order of the text."""

    traces: list[Mention] = field(default_factory=list)

    def add(self, mention: Mention) -> None:
        """Remember a mention in its place: a rule that looked ahead may have told of a later one."""
        if self.traces and self.traces[-1].at > mention.at:
            insort(self.traces, mention, key=BY_PLACE)
        else:
            self.traces.append(mention)

    def back(self, at: int) -> Iterator[Mention]:
        """The mentions before a token, last first, as far as a pronoun reaches."""
        traces = self.traces
        k = len(traces)
        if k and traces[-1].at >= at:
            k = bisect_left(traces, at, key=BY_PLACE)
        return reversed(traces[max(0, k - _MENTIONS) : k])
