"""Those whom an article names or describes, and what it tells of them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from claimcli.lexicon.names import Gender, persons
from claimcli.model import Speaker, SpeakerType


class Role(NamedTuple):
    """What somebody is: the article's words, their head noun, and all words in lower case."""

    text: str
    head: str
    words: frozenset[str]


@dataclass(slots=True, eq=False)
class Entity:
    """One speaker under all the names and descriptions that the article gives.

    ``words`` are the lower-case words of the name or description, ``named`` whether it is a name; ``told``
    is whether a title or a pronoun tells the gender, rather than the first name; ``count`` how often the
    full name stands.
    """

    name: str
    type: SpeakerType
    words: tuple[str, ...] = ()
    named: bool = True
    plural: bool = False
    gender: Gender | None = None
    told: bool = False
    count: int = 0
    roles: list[Role] = field(default_factory=list)
    age: str = ""
    aliases: dict[str, None] = field(default_factory=dict)
    seen: int = -1  # the sentence of its last mention
    acted: bool = False  # whether that mention was a subject
    places: list[int] = field(default_factory=list)  # the tokens where its name stands
    inside: int = 0  # how many of them follow "in", "from" …
    made: Speaker | None = None

    @property
    def person(self) -> bool:
        """Whether "he" or "she" may stand for it."""
        return self.type is SpeakerType.PERSON

    @property
    def place(self) -> bool:
        """Whether the article speaks of it as of a place: mostly "in Marr", "from Marr"."""
        return 2 * self.inside > len(self.places)

    def fits(self, gender: Gender) -> bool:
        """Whether nothing speaks against a pronoun of this gender."""
        return self.person and (self.gender is None or self.gender is gender)

    def tell(self, gender: Gender | None) -> None:
        """Take a gender that a title, a role or the article's pronouns tell."""
        if gender and not self.told:
            self.gender, self.told = gender, True

    def add_role(self, role: Role) -> None:
        """Remember a role, and the gender that its words tell."""
        if len(self.roles) < 12 and role not in self.roles:
            self.roles.append(role)
        if self.person:
            self.tell(persons().gender.get(role.head))

    def call(self, alias: str) -> None:
        """Remember a form under which the article mentions it."""
        if alias not in self.aliases and len(self.aliases) < 24:
            self.aliases[alias] = None

    def seen_at(self, token: int) -> int:
        """The last token before another where the name stands, -1 if it stands only later."""
        at = bisect_left(self.places, token)
        return self.places[at - 1] if at else -1

    def speaker(self) -> Speaker:
        """The speaker, made once, so that every claim of it holds the same."""
        if self.made is None:
            forms = dict.fromkeys(" ".join(alias.split()) for alias in self.aliases)
            aliases = tuple(alias for alias in forms if alias != self.name)
            role = self.roles[0].text if self.roles else None
            self.made = Speaker(self.name, role, aliases, self.type)
        return self.made
