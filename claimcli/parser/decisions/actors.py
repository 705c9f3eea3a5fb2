"""Whom the actor of a telling stands for."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Final

from claimcli.lexicon import CAPITAL, SUBJECT
from claimcli.model import Speaker, Status
from claimcli.parser.attribution import Attribution
from claimcli.parser.decisions.choices import Choice, Told
from claimcli.parser.text import Tokens

if TYPE_CHECKING:
    from claimcli.parser.speakers import Speakers

_I: Final = frozenset({"i", "my", "me"})
_WE: Final = frozenset({"we", "our", "us"})
_COUNTRIES: Final = {
    short: full
    for full, shorts in (
        ("United States", ("United States", "U.S.", "US", "U.S.A.", "USA")),
        ("United Kingdom", ("United Kingdom", "U.K.", "UK")),
        ("United Nations", ("United Nations", "U.N.", "UN")),
        ("European Union", ("European Union", "E.U.", "EU")),
    )
    for short in shorts
}
"""States and their unions by what they are called for short."""


class Actors:
    """Resolves actors as speakers are; within a quotation "I" and "we" are whoever speaks there."""

    def __init__(
        self, t: Tokens, people: Speakers, found: list[Attribution], speakers: list[Speaker | None]
    ) -> None:
        self._t = t
        self._people = people
        self._found = found
        self._speakers = speakers

    @cached_property
    def _spoken(self) -> list[tuple[int, int, int]]:
        """Where each claim's content stands (character offsets), and the claim's index."""
        t = self._t
        pieces = ((piece, n) for n, a in enumerate(self._found) for piece in a.content)
        return sorted((t.start[first], t.end[last - 1], n) for (first, last), n in pieces)

    def name_of(self, choice: Choice) -> str | None:
        """Who chooses, by a name that any telling of the same status gives: "NATO" rather than "alliance"."""
        final = choice.final
        status = final.telling.status
        others = [told for told in choice.tellings if told is not final and told.telling.status is status]
        first = None
        for told in (final, *others):
            name = self._name_in(told)
            if name and name[0].isupper():
                return name
            first = first or name
        asked = final.telling.rule == "asked" and status is Status.PROPOSED
        if asked and final.telling.actor is None:  # of nobody in particular, by whose words these are
            voice = self._voice_at(final.label.start)
            return voice.name if voice else None
        return first

    def _name_in(self, told: Told) -> str | None:
        """The resolved name of who chooses where it is told, or none."""
        actor = told.telling.actor
        if actor is None:
            return None
        country = _COUNTRIES.get(told.telling.t.words(*actor).removeprefix("the ").removeprefix("The "))
        if country is not None:
            return country
        t = told.telling.t
        word = t.lower[actor[0]] if actor[1] - actor[0] == 1 else ""
        if word in _I or word in _WE:
            voice = self._voice_at(told.label.start)
            if voice is not None:
                return (word in _WE and _spoken_for(voice)) or voice.name
        if not told.quoted:
            speaker, _ = self._people.speaker_of(*actor)
            if speaker and _is_chosen(told, speaker.name):
                return told.telling.t.words(*actor).removeprefix("the ").removeprefix("The ")
            return speaker.name if speaker else None
        if word in _I or word in _WE:
            return None
        return self._fullest(t.words(*actor)) if t.tag[actor[1] - 1] & CAPITAL else None

    def _fullest(self, name: str) -> str:
        """A name by the fullest form of it that a speaker of the article has."""
        words = set(name.split())
        known = (
            s.name for s in self._speakers if s and (name in s.aliases or words.issubset(s.name.split()))
        )
        return next(known, name)

    def _voice_at(self, offset: int) -> Speaker | None:
        """Who speaks at an offset: the speaker of the claim that begins last before it."""
        at = bisect_right(self._spoken, (offset, 1 << 62, 0)) - 1
        if at < 0 or self._spoken[at][1] < offset:
            return None
        return self._speakers[self._spoken[at][2]]


def _is_chosen(told: Told, name: str) -> bool:
    """Whether a name is of whom the choice names, not of who chooses: "the board named **Tom Reed** …"."""
    t, actor = told.telling.t, told.telling.actor
    if actor is None or t.tag[actor[0]] & SUBJECT:
        return False
    return name in t.words(*told.telling.label) and name not in t.words(*actor)


def _spoken_for(speaker: Speaker) -> str | None:
    """For whom a speaker says "we": the body that an acronym in the role names ("NATO Secretary General")."""
    words = (speaker.role or "").split()
    return next((word for word in words if len(word) > 2 and word.isalpha() and word.isupper()), None)
