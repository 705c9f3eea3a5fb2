"""What is known of names and titles: the gender of first names, short forms of roles, words for one role.

The lists (``given_names.txt``, ``persons.txt``) are read when first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from enum import StrEnum
from functools import cache

from claimcli.lexicon import entries


class Gender(StrEnum):
    """As the article's pronouns have it."""

    FEMALE = "she"
    MALE = "he"


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
        self.gender: dict[str, Gender] = {}
        self.same: dict[str, str] = {}
        self.wider: dict[str, tuple[str, ...]] = {}
        self.verbs: dict[str, str] = {}
        self.short: dict[str, str] = {}
        self.nicknames: dict[str, str] = {}
        self.parties: dict[str, tuple[str, ...]] = {}
        self.states: dict[str, str] = {}
        self.apart: list[frozenset[str]] = []
        self.sorts: dict[str, set[str]] = {}
        sets: dict[str, set[str]] = {
            "COURTESY": set(),
            "PARTICLE": set(),
            "SUFFIX": set(),
            "POSTNOMINAL": set(),
            "EPITHET": set(),
            "WORK": set(),
            "PLACE": set(),
            "BODY": set(),
            "RELATED": set(),
            "ISSUED": set(),
            "COMPANY": set(),
            "ENDS_BODY": set(),
            "TITLING": set(),
            "RANK": set(),
            "FIELD": set(),
            "FAMILY": set(),
            "ACT": set(),
        }
        for kind, words in entries("persons.txt"):
            if kind in Gender.__members__:
                self.gender.update(dict.fromkeys(words, Gender[kind]))
            elif kind == "SHORT":
                self.short.update(dict(_pair(word) for word in words))
            elif kind == "PARTY":
                self.parties[words[0]] = tuple(words[1:])
            elif kind == "STATE":
                self.states.update(dict(_pair(word) for word in words))
            elif kind == "NICKNAME":
                self.nicknames.update(dict(_pair(word) for word in words))
            elif kind == "VERB":
                self.verbs.update(dict(_pair(word) for word in words))
            elif kind == "ALIKE":
                for word in words:
                    self.same.setdefault(word, words[0])
            elif kind == "APART":
                self.apart.append(frozenset(words))
            elif kind == "SORT":
                for word in words[1:]:
                    self.sorts.setdefault(word, set()).add(words[0])
            elif kind == "WIDER":
                self.wider[words[0]] = tuple(self.role(word) for word in words[1:])
            else:
                sets[kind].update(words)
        self.state_names = frozenset(word for state in self.states.values() for word in state.split("-"))
        self.courtesy = frozenset(sets["COURTESY"])
        self.particles = frozenset(sets["PARTICLE"])
        self.epithets = frozenset(sets["EPITHET"])
        self.works = frozenset(sets["WORK"])
        self.related = frozenset(sets["RELATED"])
        self.issued = frozenset(sets["ISSUED"])
        self.bodies = frozenset(sets["BODY"])
        self.places = frozenset(sets["PLACE"])
        self.suffixes = frozenset(sets["SUFFIX"])
        self.postnominals = frozenset(sets["POSTNOMINAL"])
        self.companies = frozenset(sets["COMPANY"])
        self.ends_body = frozenset(sets["ENDS_BODY"])
        self.titling = frozenset(sets["TITLING"])
        self.ranks = frozenset(sets["RANK"])
        self.acts = frozenset(sets["ACT"])
        self.fields = frozenset(sets["FIELD"])
        self.families = frozenset(sets["FAMILY"])

    def role(self, word: str) -> str:
        """The word that stands for a role: "sen" and "senators" are "senator", "nominee" is "candidate"."""
        word = self.short.get(word, word)
        return self.same.get(word, word)

    def clash(self, said: Set[str], told: Set[str]) -> bool:
        """Whether two descriptions can be of no one person: "a Democratic senator", "the Republican whip"."""
        return any(said & group and told & group and not said & told & group for group in self.apart)

    def may_call(self, word: str, name: Iterable[str]) -> bool:
        """Whether a word may call a body again that bears a name: "the company" no "Bakers Association"."""
        told = set().union(*(self.sorts.get(part, ()) for part in name))
        return not told or not told.isdisjoint(self.sorts.get(word, told))

    def heads(self, said: str) -> list[str]:
        """The roles that a word may mean, itself first: "lawmaker" may mean a senator."""
        role = self.role(said)
        return [role, *self.wider.get(role, ())]


def _pair(entry: str) -> tuple[str, str]:
    key, _, value = entry.partition("=")
    return key, value


@cache
def persons() -> Persons:
    """The words beside names, read once."""
    return Persons()
