"""Roles as people type them: "governor" for whoever is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from claimcli.names import REMEMBERED, folded_words, respells

# What ends the office in a role and begins whose, where or which: "minister for housing", "president, Acme".
_OFFICE_ENDS = re.compile(r",|;| (?:of|for|at|in|to|from|with|on|by|near|under|who|that)\b", re.IGNORECASE)
_TWO_OFFICES = re.compile(r" (?:and|&) |/", re.IGNORECASE)
_BEHIND_OFFICE = frozenset("general elect designate emeritus".split())  # the attorney general is an attorney
# A vice president is no president, a deputy prime minister no minister, and a former mayor no mayor.
_IS_NOT = frozenset("vice deputy assistant associate lieutenant under shadow former ex onetime late".split())
_LONGEST_TITLE = 4  # letters, of one that is cut short
_LITTLE = frozenset("the a an of for at in to and".split())


@lru_cache(maxsize=REMEMBERED)
def names_and_roles(called: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What names somebody, fullest first, and the roles that the rest tells, each in words of its own.

    >>> names_and_roles(("Ann Reed", "Mayor Reed", "the mayor", "mayor of Arra Ann Reed"))
    (('Ann Reed', 'Mayor Reed', 'mayor of Arra Ann Reed'), ('Mayor', 'mayor of Arra', 'the mayor'))
    """
    fullest, *others = called
    own = set(folded_words(fullest))
    before = {other: _before_name(other, own) for other in others}
    roles = list(filter(None, before.values()))
    offices = {word for role in roles for word in folded_words(role)}
    described = [
        other
        for other in others
        if before[other] is None and (_is_described(other) or offices.issuperset(folded_words(other)))
    ]
    return tuple(name for name in called if name not in described), (*roles, *described)


def spelled_out(typed: tuple[str, ...]) -> tuple[str, ...]:
    """Folded words with titles in full: "lt gov" is "lieutenant governor"."""
    if all(len(word) > _LONGEST_TITLE or word in _LITTLE for word in typed):
        return typed
    from claimcli.lexicon.names import persons  # costs tens of milliseconds, and most names need none of it

    return tuple(part for word in typed for part in folded_words(persons().short.get(word, word)))


@lru_cache(maxsize=REMEMBERED)
def is_role(typed: tuple[str, ...], role: str) -> bool:
    """Whether folded words name an office in ``role``: "minister", "housing minister" in "Minister for Housing"."""
    asked = set(typed) - _LITTLE
    if not asked.issubset(spelled_out(folded_words(role))):
        return False
    for office in _offices(role):
        heads = office[-2:] if office[-1] in _BEHIND_OFFICE else office[-1:]
        first = next((place for place, word in enumerate(office) if word in asked), 0)
        if not asked.isdisjoint(heads) and _IS_NOT.isdisjoint(office[:first]):
            return True
    return False


def is_respelled(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether what two people are called, fullest first, is one person's in two spellings.

    Their names are a slip apart and an office is both's: ministers Sergei and Sergey Marr, but not Paul and Paula Marr.
    """
    if not respells(folded_words(one[0]), folded_words(other[0])):
        return False
    from claimcli.lexicon.names import given_names  # costs tens of milliseconds

    genders = {given_names().get(folded_words(names[0])[0]) for names in (one, other)} - {None}
    return len(genders) < 2 and not _heads(one).isdisjoint(_heads(other))


def _heads(called: tuple[str, ...]) -> set[str]:
    """What somebody is by the roles in what they are called: "spokesman" of "Port spokesman Tom Reed"."""
    from claimcli.lexicon.names import persons

    return {persons().role(office[-1]) for role in names_and_roles(called)[1] for office in _offices(role)}


def unlike(roles: Iterable[str]) -> list[str]:
    """Of these roles each that shares no word with one before: "Mayor", "baker", but no "former mayor of Arra"."""
    told: dict[str, None] = {}
    before: set[str] = set()
    for role in roles:
        words = set(folded_words(role)) - _LITTLE
        if words.isdisjoint(before):
            told[role] = None
            before |= words
    return list(told)


def _offices(role: str) -> Iterator[tuple[str, ...]]:
    """The words of each office in a role, the last of them what it is."""
    for office in _TWO_OFFICES.split(_OFFICE_ENDS.split(role)[0]):
        if words := spelled_out(folded_words(office)):
            yield words


def _before_name(called: str, own: set[str]) -> str | None:
    """What stands before a name that ends in words of the fullest one: "Mayor" of "Mayor Reed"; else None."""
    words = called.split()
    size = len(words)
    while size and not own.isdisjoint(folded_words(words[size - 1])):
        size -= 1
    return " ".join(words[:size]) if size < len(words) else None


def _is_described(called: str) -> bool:
    """Whether words only describe: "the mayor", "an aide to Ann Reed"."""
    return _OFFICE_ENDS.split(called)[0].rpartition(" ")[2].islower()
