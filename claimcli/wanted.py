"""Names as somebody asks for them, against those that article after article turns out to have."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy

from claimcli.names import Closeness, Typed, fold

Names = tuple[str, ...]
"""What somebody or something is called, fullest first."""


class Wanted:
    """The names typed for one filter, any of which may match. An exact match anywhere beats a near one.

    While articles stream past, a near match can only wait: ``matches`` answers None until ``final``,
    when all names have been seen. Nothing typed matches everything.

    Of ``people`` a shorter name matches too, where it may be nobody else’s: "Reed" for "Ann Reed", unless
    there is a "Tom Reed".
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
        """What is no whole word of any name here, or only of what somebody is called once ("the mayor"), and the names
        that it was taken for.
        """
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
        return any(asked.typed.closeness(names) or asked.literally(names) for asked in self._asked)

    def matches(self, names: Names, *, final: bool = False) -> bool | None:
        """Whether ``names`` are wanted; None as long as a nearer match may still come."""
        if not self._asked:
            return True
        ranks = [rank for asked in self._asked if asked.accepts(rank := asked.ranks.get(names))]
        if not ranks:
            return False
        return True if final or Closeness.EXACT in ranks else None


class _Asked:
    """One name that was typed, and how near those come that were seen."""

    def __init__(self, typed: Typed, people: bool) -> None:
        self.typed = typed
        self.people = people
        self.ranks: dict[Names, Closeness | None] = {}
        self._best: Closeness | None = None  # shorter names aside
        self._short = False  # whether a shorter name was seen
        self._namesakes: set[str] = set()  # surnames of others

    def see(self, new: Iterable[Names]) -> None:
        """Take note of names that were not seen before; a typo is forgiven where nothing was nearer."""
        found = {names: self.literally(names) for names in new}
        if self._best is None and all(rank in (None, Closeness.SHORT) for rank in found.values()):
            found = {names: rank or self.typed.closeness(names) for names, rank in found.items()}
        self.ranks |= found
        for names, rank in found.items():
            if rank is Closeness.SHORT:
                self._short = True
            elif rank is not Closeness.EXACT and " " in names[0]:
                self._namesakes.add(fold(names[0]).rpartition(" ")[2])
            if rank not in (None, Closeness.SHORT):
                self._best = min(self._best or rank, rank)

    def literally(self, names: Names) -> Closeness | None:
        """How near names come without a typo."""
        short = self.people and bool(names) and self.typed.is_shortened_by(names[0])
        return self.typed.closeness(names, near=False) or (Closeness.SHORT if short else None)

    @property
    def nearest(self) -> Closeness | None:
        """How near the nearest of the names seen comes; a shorter one counts where nobody else has that surname."""
        short = self._short and self._is_one_family and self._best is not Closeness.EXACT
        return Closeness.SHORT if short else self._best

    @property
    def _is_one_family(self) -> bool:
        """Whether nobody seen has the surname that was typed, and another first name."""
        return self.typed.surname not in self._namesakes

    def accepts(self, rank: Closeness | None) -> bool:
        """Whether a name of this rank is meant by what was typed."""
        if rank is Closeness.SHORT:
            return self._is_one_family
        return rank is not None and rank is self.nearest

    def guessed(self) -> list[str]:
        """The names that it was taken for, where it is no whole word of theirs or only of what they are called once."""
        nearest = self.nearest
        taken = [names for names, rank in self.ranks.items() if nearest and rank is nearest]
        if nearest is Closeness.EXACT:
            taken = [names for names in taken if self.people and self._only_describes(names)]
        return [names[0] for names in taken]

    def _only_describes(self, names: Names) -> bool:
        """Whether of these ``names`` none but a description has what was typed: "the mayor" of Ann Reed."""
        first, *aliases = names
        proper = [alias for alias in aliases if not alias.rpartition(" ")[2].islower()]
        return self.typed.closeness([first, *proper], near=False) is not Closeness.EXACT
