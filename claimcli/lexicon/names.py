"""What is known of names and titles: the gender of first names, short forms of roles, words for one role.

The lists (``given_names.txt``, ``persons.txt``) are read when first asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from enum import StrEnum
from functools import cache
from typing import Final

from claimcli.lexicon.lists import entries


class Gender(StrEnum):
    """As the article's pronouns have it."""

    FEMALE = "she"
    MALE = "he"


HE_OR_SHE: Final = {
    **dict.fromkeys("he him his himself".split(), Gender.MALE),
    **dict.fromkeys("she her hers herself".split(), Gender.FEMALE),
}
"""The gender that a pronoun tells."""


@cache
def given_names() -> dict[str, Gender | None]:
    """First names, lower-case, and the gender of most who bear them; None where both are common."""
    names: dict[str, Gender | None] = {}
    for kind, words in entries("given_names.txt"):
        names.update(dict.fromkeys(words, Gender[kind] if kind in Gender.__members__ else None))
    return names


class Persons:
    """The entries of ``persons.txt``, one attribute a class."""

    def __init__(self) -> None:
        found: dict[str, list[list[str]]] = defaultdict(list)
        for kind, words in entries("persons.txt"):
            found[kind].append(words)
        self._take_sets(found)
        self.gender = {word: gender for gender in Gender for word in _all(found, gender.name)}
        self.short = _pairs(found, "SHORT")
        self.states = _pairs(found, "STATE")
        self.nicknames = _pairs(found, "NICKNAME")
        self.verbs = _pairs(found, "VERB")
        self.parties = {letter: tuple(words) for letter, *words in found.pop("PARTY")}
        self.apart = [frozenset(words) for words in found.pop("APART")]
        self.sorts: dict[str, set[str]] = defaultdict(set)
        for sort, *words in found.pop("SORT"):
            for word in words:
                self.sorts[word].add(sort)
        self.kinds: dict[str, set[int]] = defaultdict(set)
        for number, words in enumerate(kinds := found.pop("KIND")):
            for word in (*words, *(kinds[0] if kinds[0][0] in words else ())):
                self.kinds[word.rstrip("*")].add(number)
        called = {word for words in kinds for word in words if not word.endswith("*")}
        self.bodies = called.union(_all(found, "ANY_KIND"))
        self.same: dict[str, str] = {}
        for words in found.pop("ALIKE"):
            for word in words:
                self.same.setdefault(word, words[0])
        self.offices: dict[str, set[str]] = defaultdict(set)
        for office, *others in found.pop("OFFICE"):
            self.offices[self.role(office)].update(map(self.role, others))
            for other in others:
                self.offices[self.role(other)].add(self.role(office))
        self.wider = {wide: tuple(map(self.role, words)) for wide, *words in found.pop("WIDER")}
        self.whole_states = frozenset(self.states.values())
        self.state_names = frozenset(word for state in self.whole_states for word in state.split("-"))
        self.state_tails = frozenset(state.rpartition("-")[2] for state in self.whole_states)  # no "new"
        if found:
            raise ValueError(f"persons.txt has classes that nothing reads: {', '.join(found)}")

    def _take_sets(self, found: dict[str, list[list[str]]]) -> None:
        """The classes that are no more than their words."""
        self.courtesy = frozenset(_all(found, "COURTESY"))
        self.particles = frozenset(_all(found, "PARTICLE"))
        self.epithets = frozenset(_all(found, "EPITHET"))
        self.works = frozenset(_all(found, "WORK"))
        self.texts = frozenset(_all(found, "TEXT"))
        self.kin = frozenset(_all(found, "KIN"))
        self.somebody = frozenset(_all(found, "SOMEBODY"))
        self.related = self.kin | frozenset(_all(found, "RELATED"))
        self.issued = frozenset(_all(found, "ISSUED"))
        self.places = frozenset(_all(found, "PLACE"))
        self.suffixes = frozenset(_all(found, "SUFFIX"))
        self.postnominals = frozenset(_all(found, "POSTNOMINAL"))
        self.firms = frozenset((words[0], words[1]) for words in found.pop("FIRM"))
        self.companies = frozenset(_all(found, "COMPANY"))
        self.ends_body = self.companies | frozenset(_all(found, "ENDS_BODY"))
        self.titling = frozenset(_all(found, "TITLING"))
        self.ranks = frozenset(_all(found, "RANK"))
        self.acts = frozenset(_all(found, "ACT"))
        self.fields = frozenset(_all(found, "FIELD"))
        self.trades = frozenset(_all(found, "TRADE"))
        self.leaders = frozenset(_all(found, "LEADER"))
        self.families = frozenset(_all(found, "FAMILY"))

    def role(self, word: str) -> str:
        """The word that stands for a role: "sen", "ex-senator" are "senator", "nominee" is "candidate"."""
        word = self.short.get(word, word).removeprefix("ex-").removeprefix("then-")
        return self.same.get(word, word)

    def clash(self, said: Set[str], told: Set[str]) -> bool:
        """Whether two descriptions can be of no one person: "a Democratic senator", "the Republican whip"."""
        return any(said & group and told & group and not said & told & group for group in self.apart)

    def exclude(self, one: str, other: str) -> bool:
        """Whether two words are of offices that nobody holds together: "judge", "mayor"."""
        one, other = self.role(one), self.role(other)
        along = self.offices.get(one)
        return along is not None and other in self.offices and other != one and other not in along

    def may_call(self, word: str, name: Iterable[str]) -> bool:
        """Whether a word may call a body again that bears a name: "the company" no "Bakers Association"."""
        told = set().union(*(self.sorts.get(part, ()) for part in name))
        return not told or not told.isdisjoint(self.sorts.get(word, told))

    def is_of_a_kind(self, word: str, told: Iterable[str]) -> bool:
        """Whether a word may call a body again of which others tell what it is: "the firm" a bank, no union."""
        kinds = [self.kinds[one] for one in told if one in self.kinds]
        return not kinds or word not in self.kinds or any(self.kinds[word] & kind for kind in kinds)

    def heads(self, said: str) -> list[str]:
        """The roles that a word may mean, itself first: "lawmaker" may mean a senator."""
        role = self.role(said)
        return [role, *self.wider.get(role, ())]


def _all(found: dict[str, list[list[str]]], kind: str) -> list[str]:
    """The words of all entries of a class, which need not be read again."""
    return [word for words in found.pop(kind) for word in words]


def _pairs(found: dict[str, list[list[str]]], kind: str) -> dict[str, str]:
    """The entries of a class whose words are "key=value"."""
    return {key: value for key, _, value in [word.partition("=") for word in _all(found, kind)]}


@cache
def persons() -> Persons:
    """The words beside names, read once."""
    return Persons()
