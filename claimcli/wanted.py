"""Names as somebody asks for them, against those that article after article turns out to have."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from functools import lru_cache

from claimcli.names import (
    FILLERS,
    REMEMBERED,
    Closeness,
    Typed,
    fold,
    folded_words,
    initials_differ,
    is_initials,
    respells,
    shortens,
)
from claimcli.roles import is_respelled, is_role, names_and_roles, spelled_out

Names = tuple[str, ...]
"""What somebody or something is called, fullest first."""

_CERTAIN = (Closeness.EXACT, Closeness.ROLE)


class Wanted:
    """The names typed for one filter, any of which may match. An exact match anywhere beats a near one.

    While articles stream past, a near match can only wait: ``matches`` answers None until ``final``,
    when all names have been seen. Nothing typed matches everything.

    Of ``people`` a shorter name matches too, where it may be nobody else’s: "Reed" for "Ann Reed", unless there is
    a "Tom Reed", and "Ann Reed" for "Ann B. Reed", unless there is an "Ann C. Reed". So does another spelling in the
    same office, "Anne Reed", and the initials that an organization shares with no other. A role stands for all who
    have it: "mayor" for every mayor there is.
    """

    def __init__(self, typed: Iterable[str], *, people: bool = False) -> None:
        self._asked = [_Asked(Typed(text, inflected=not people), people) for text in typed]
        self._seen: set[Names] = set()

    def anew(self) -> Wanted:
        """The same names, of which nothing was seen."""
        other = copy(self)
        other._asked = [_Asked(asked.typed, asked.people) for asked in self._asked]
        other._seen = set()
        return other

    def __bool__(self) -> bool:
        return bool(self._asked)

    @property
    def unmatched(self) -> tuple[str, ...]:
        """What was typed and stands for nothing seen so far."""
        return tuple(asked.typed.text for asked in self._asked if asked.nearest is None)

    @property
    def meant(self) -> list[str]:
        """The names seen so far that are wanted, each by its fullest form."""
        seen = self._asked[0].ranks if self._asked else ()
        return [names[0] for names in seen if self.matches(names, final=True)]

    @property
    def guesses(self) -> dict[str, list[str]]:
        """What is no whole word of any name here, or a role, and the names that it was taken for."""
        return {asked.typed.text: guessed for asked in self._asked if (guessed := asked.guessed())}

    def see(self, groups: Iterable[Names]) -> None:
        """Take note of what an article has: the names of each speaker, or of each decision."""
        if not self._asked:
            return
        new = [names for names in dict.fromkeys(groups) if names and names not in self._seen]
        self._seen.update(new)
        for asked in self._asked:
            asked.see(new)

    def may_match(self, names: Names) -> bool:
        """Whether ``names`` come near anything typed, be it less near than others."""
        return any(asked.is_near(names) for asked in self._asked)

    def matches(self, names: Names, *, final: bool = False) -> bool | None:
        """Whether ``names`` are wanted; None as long as a nearer match may still come."""
        if not self._asked:
            return True
        ranks = [asked.ranks.get(names) for asked in self._asked if asked.accepts(names)]
        if not ranks:
            return None if not final and any(asked.may_be(names) for asked in self._asked) else False
        return True if final or not set(_CERTAIN).isdisjoint(ranks) else None


class _Asked:
    """One name that was typed, and how near those come that were seen."""

    def __init__(self, typed: Typed, people: bool) -> None:
        self.typed = typed
        self.people = people
        self.is_near = lru_cache(REMEMBERED)(self._is_near)
        self._role = spelled_out(typed.words) if people else ()
        self.ranks: dict[Names, Closeness | None] = {}
        self._best: Closeness | None = None  # shorter names aside
        self._shorter: set[str] = set()  # names seen that may be short for what was typed
        # others who have the surname, by their first names
        self._namesakes: dict[str, set[tuple[str, ...]]] = {}
        self._exact: list[Names] = []
        self._respelled: dict[str, list[Names]] = {}  # by the fullest name, in another spelling
        self._initials: dict[str, set[str]] = {}  # by what is initials of what was typed, who has them

    def see(self, new: Iterable[Names]) -> None:
        """Take note of names that were not seen before; a typo is forgiven where nothing was nearer."""
        found = {names: self.literally(names) for names in new}
        if self._best in (None, Closeness.NEAR) and all(
            rank in (None, Closeness.SHORT) for rank in found.values()
        ):
            found = {names: rank or self.nearly(names) for names, rank in found.items()}
        self.ranks |= found
        for names, rank in found.items():
            if rank is Closeness.SHORT:
                self._shorter.add(names[0])
            elif (
                rank is not Closeness.EXACT and names and self._is_a_namesake(words := folded_words(names[0]))
            ):
                self._namesakes.setdefault(words[0], set()).add(words)
            if rank is Closeness.EXACT:
                self._exact.append(names)
            elif self.people and names and respells(self.typed.words, folded_words(names[0])):
                self._respelled.setdefault(names[0], []).append(names)
            if rank not in (None, Closeness.SHORT):
                self._best = min(self._best or rank, rank)
            for alias in names[1:] if self.people else ():
                if is_initials(alias, self.typed.text):
                    self._initials.setdefault(fold(alias), set()).add(fold(names[0]))

    def _is_a_namesake(self, words: tuple[str, ...]) -> bool:
        """Whether a name is that of somebody else who has the surname, and not "Ann Reed and Tom Reed"."""
        typed = self.typed.words
        if len(words) < 2 or words[-1] != typed[-1] or not FILLERS.isdisjoint(words):
            return False
        return words[0] != typed[0] or initials_differ(typed, words)

    def literally(self, names: Names) -> Closeness | None:
        """How near names come without a typo."""
        if not names or not self.people:
            return self.typed.closeness(names, near=False)
        named, roles = names_and_roles(names)
        rank = self.typed.closeness(named, near=False)
        if rank is not Closeness.EXACT and any(is_role(self._role, role) for role in roles):
            return Closeness.ROLE
        if rank is not Closeness.EXACT and self.typed.is_shortened_by(names[0]):
            # before PART: the middle initial of "Ann J. Reed" begins a word of "judge Ann Reed"
            return Closeness.SHORT
        return rank

    def _is_near(self, names: Names) -> bool:
        """Whether names come near at all, whoever else was seen."""
        return bool(self.literally(names) or self.nearly(names) or self._is_initials(names))

    def nearly(self, names: Names) -> Closeness | None:
        """How near names come where a typo is forgiven."""
        named = names_and_roles(names)[0] if names and self.people else names
        return self.typed.closeness(named)

    @property
    def nearest(self) -> Closeness | None:
        """How near the nearest of the names seen comes; a shorter one counts where it is nobody else's."""
        short = self._best not in _CERTAIN and any(map(self._is_nobody_elses, self._shorter))
        return Closeness.SHORT if short else self._best

    def _is_nobody_elses(self, short: str) -> bool:
        """Whether nobody else seen may go by it: by "Reed" any other Reed, by "Ann Reed" any other Ann."""
        words = folded_words(short)
        if len(words) == 1:
            return not self._namesakes
        namesakes = self._namesakes.get(words[0], ())
        return not (any(shortens(words, other) for other in namesakes) if len(words) > 2 else namesakes)

    def may_be(self, names: Names) -> bool:
        """Whether names may prove to be what was typed, in another spelling or by its initials."""
        return self._is_initials(names) or bool(names and names[0] in self._respelled)

    def _is_initials(self, names: Names) -> bool:
        return bool(self.people and names) and is_initials(names[0], self.typed.text)

    def _proves_to_be(self, names: Names) -> bool:
        """Whether somebody of the name that was typed has that other spelling in the same office, or those initials."""
        if self._initials.get(fold(names[0])) == {" ".join(self.typed.words)}:
            return True
        spelt = self._respelled.get(names[0], ())
        return any(is_respelled(other, exact) for exact in self._exact for other in spelt)

    def accepts(self, names: Names) -> bool:
        """Whether names that were seen are meant by what was typed."""
        rank = self.ranks.get(names)
        if rank not in _CERTAIN and self._best in _CERTAIN and self.may_be(names):
            return self._proves_to_be(names)
        if rank is Closeness.SHORT:
            return self._is_nobody_elses(names[0])
        return rank is not None and (rank is self.nearest or (rank in _CERTAIN and self.nearest in _CERTAIN))

    def guessed(self) -> list[str]:
        """The names that it was taken for, where it is no whole word of theirs; all of them where it is a role, too."""
        taken = {names[0]: rank for names, rank in self.ranks.items() if self.accepts(names)}
        return [] if set(taken.values()) <= {Closeness.EXACT} else list(taken)
