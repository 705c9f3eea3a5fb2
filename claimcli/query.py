"""Which claims somebody asks for, article by article as the articles come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from typing import NamedTuple

from claimcli.model import Article, Claim, Decision, Kind, Speaker
from claimcli.names import Closeness, Typed, fold

QUOTES = (Kind.DIRECT, Kind.MIXED)
KINDS = (*map(str, Kind), "quote")  # as they may be named

Names = tuple[str, ...]


class Selection(NamedTuple):
    """What a query leaves of one article: claims and decisions in the article's order."""

    article: Article
    claims: tuple[Claim, ...]
    decisions: tuple[Decision, ...]


class Seen(NamedTuple):
    """What one run of a query has seen of the names that are wanted."""

    speaker: Wanted
    about: Wanted
    via: Wanted


class Query:
    """The filters that all commands share.

    ``speaker`` and ``via`` match names and aliases, ``about`` the decisions that a claim is about, each
    as people type them; of several, any may match. ``kind`` lists the kinds wanted, none means all; "quote" is
    direct or mixed. Each may be one string or many.
    ``min_confidence`` is 0 to 1: how often the rule of a claim has to be right and, where a speaker is named, the
    one that named the speaker. ``limit`` is the most claims to give. Raises ``ValueError`` for a name
    without any letter, for a kind that there is not, for a confidence that none can be and a limit below 0.

    A query may be run any number of times, also side by side. ``speaker``, ``about`` and ``via`` tell what the run
    that was begun last has seen.

    ``[claim.text for _, claim in Query(speaker="stoltenberg").claims(load("news/"))]`` is every word of his.
    """

    def __init__(
        self,
        *,
        speaker: str | Iterable[str] = (),
        about: str | Iterable[str] = (),
        kind: str | Iterable[str] = (),
        via: str | Iterable[str] = (),
        min_confidence: float = 0.0,
        limit: int | None = None,
    ) -> None:
        self.kinds = frozenset(kinds_of(kind)) or frozenset(Kind)
        if not 0 <= min_confidence <= 1:
            raise ValueError(f"confidence is from 0 to 1, not {min_confidence}")
        self.min_confidence = min_confidence
        self.limit = checked_limit(limit)
        self.speaker = Wanted(each(speaker), people=True)
        self.about = Wanted(each(about))
        self.via = Wanted(each(via), people=True)

    @property
    def narrows(self) -> bool:
        """Whether there is anything that could leave a claim out, the limit aside."""
        names = bool(self.speaker or self.about or self.via)
        return names or len(self.kinds) < len(Kind) or self.min_confidence > 0

    @property
    def glance(self) -> Callable[[Kind, Speaker], bool] | None:
        """Tells of a claim's kind and speaker whether its words matter at all; None where more has to be looked at."""
        if not self.speaker or self.via or self.about:
            return None
        return lambda kind, speaker: kind in self.kinds and self.speaker.may_match(speaker_names(speaker))

    def claims(self, articles: Iterable[Article]) -> Iterator[tuple[Article, Claim]]:
        """The claims asked for, each with its article."""
        for article, claims, _ in self.run(articles):
            for claim in claims:
                yield article, claim

    def run(self, articles: Iterable[Article]) -> Iterator[Selection]:
        """A selection an article, empty ones too; at the end the near matches, where nothing was nearer."""
        left = self.limit
        for selection in self._selections(self._begin(), articles):
            if left is None:
                yield selection
                continue
            yield selection._replace(claims=selection.claims[:left])
            left -= len(selection.claims)
            if left <= 0:
                return

    def judge(
        self,
        speakers: Callable[[], Iterable[Names]],
        vias: Callable[[], Iterable[Names]],
        decisions: Callable[[], Iterable[tuple[str, Names]]],
    ) -> Callable[[Claim], bool]:
        """Whether a claim is asked for, where all that may be meant is known: names, and decisions by id.

        Only what the query needs is called for.
        """
        seen = self._begin()
        about: set[str] = set()
        if seen.speaker:
            seen.speaker.see(speakers())
        if seen.via:
            seen.via.see(vias())
        if seen.about:
            known = list(decisions())
            seen.about.see(names for _, names in known)
            about = {key for key, names in known if seen.about.matches(names, final=True)}

        def passes(claim: Claim) -> bool:
            return (
                claim.kind in self.kinds
                and self._is_sure(claim)
                and seen.speaker.matches(speaker_names(claim.speaker), final=True) is True
                and seen.via.matches(speaker_names(claim.via), final=True) is True
                and (not seen.about or not about.isdisjoint(claim.about))
            )

        return passes

    def _begin(self) -> Seen:
        """A run that has seen nothing yet."""
        self.speaker, self.about, self.via = seen = Seen(
            self.speaker.anew(), self.about.anew(), self.via.anew()
        )
        return seen

    def _selections(self, seen: Seen, articles: Iterable[Article]) -> Iterator[Selection]:
        waiting: list[Selection] = []
        for article in articles:
            self._see(seen, article)
            everything = Selection(article, article.claims, article.decisions)
            now, later = self._split(seen, everything, final=False)
            if later.claims or later.decisions:
                waiting.append(later)
            yield now
        for selection in waiting:
            now, _ = self._split(seen, selection, final=True)
            if now.claims or now.decisions:
                yield now

    def _see(self, seen: Seen, article: Article) -> None:
        seen.speaker.see(speaker_names(claim.speaker) for claim in article.claims)
        seen.via.see(speaker_names(claim.via) for claim in article.claims)
        seen.about.see(decision_names(decision) for decision in article.decisions)

    def _split(self, seen: Seen, selection: Selection, *, final: bool) -> tuple[Selection, Selection]:
        """What of ``selection`` is asked for, and what may yet prove to be."""
        about = {
            decision.id: seen.about.matches(decision_names(decision), final=final)
            for decision in selection.article.decisions
        }
        answers = [self._wants(seen, claim, about, final=final) for claim in selection.claims]

        def part(answer: bool | None) -> Selection:
            both = zip(selection.claims, answers, strict=True) if answer in answers else ()
            return Selection(
                selection.article,
                tuple([claim for claim, given in both if given is answer]),
                tuple(decision for decision in selection.decisions if about[decision.id] is answer),
            )

        return part(True), part(None)

    def _is_sure(self, claim: Claim) -> bool:
        """Whether the rules of a claim, and those that named its speaker, are right as often as is asked for."""
        least, of_speaker = self.min_confidence, claim.speaker_confidence
        return claim.confidence >= least and (of_speaker is None or of_speaker >= least)

    def _wants(self, seen: Seen, claim: Claim, about: dict[str, bool | None], *, final: bool) -> bool | None:
        if claim.kind not in self.kinds or not self._is_sure(claim):
            return False
        answers = [seen.speaker.matches(speaker_names(claim.speaker), final=final)]
        if seen.via:
            answers.append(seen.via.matches(speaker_names(claim.via), final=final))
        if seen.about:
            linked = [about.get(decision, False) for decision in claim.about]
            answers.append(True if True in linked else None if None in linked else False)
        return False if False in answers else None if None in answers else True


class Wanted:
    """The names typed for one filter, any of which may match. An exact match anywhere beats a near one.

    While articles stream past, a near match can only wait: ``matches`` answers None until ``final``,
    when all names have been seen. Nothing typed matches everything.

    Of ``people`` a shorter name matches too, where it may be nobody else’s: "Reed" for "Ann Reed", unless
    there is a "Tom Reed".
    """

    def __init__(self, typed: Iterable[str], *, people: bool = False) -> None:
        self._typed = [Typed(text, inflected=not people) for text in typed]
        self._people = people
        self._forget()

    def anew(self) -> Wanted:
        """The same names, of which nothing was seen."""
        other = copy(self)
        other._forget()
        return other

    def _forget(self) -> None:
        self._best: list[Closeness | None] = [None] * len(self._typed)  # shorter names aside
        self._short: list[bool] = [False] * len(self._typed)  # whether a shorter name was seen
        self._namesakes: list[set[str]] = [set() for _ in self._typed]  # surnames of others
        self._ranks: dict[Names, list[Closeness | None]] = {}

    def __bool__(self) -> bool:
        return bool(self._typed)

    @property
    def unmatched(self) -> tuple[str, ...]:
        """What was typed and stands for nothing seen so far."""
        return tuple(typed.text for place, typed in enumerate(self._typed) if self._nearest(place) is None)

    @property
    def meant(self) -> list[str]:
        """The names seen so far that are wanted, each by its fullest form."""
        return [names[0] for names in self._ranks if self.matches(names, final=True)]

    @property
    def guesses(self) -> dict[str, list[str]]:
        """What is no whole word of any name here, or only of what somebody is called once ("the mayor"), and the names
        that it was taken for.
        """
        guesses: dict[str, list[str]] = {}
        for place, typed in enumerate(self._typed):
            nearest = self._nearest(place)
            taken = [names for names, ranks in self._ranks.items() if nearest and ranks[place] is nearest]
            if nearest is Closeness.EXACT:
                taken = [names for names in taken if self._people and _only_described(typed, names)]
            if taken:
                guesses[typed.text] = [names[0] for names in taken]
        return guesses

    def see(self, groups: Iterable[Names]) -> None:
        """Take note of what an article has: the names of each speaker, or of each decision."""
        if not self._typed:
            return
        new = [names for names in dict.fromkeys(groups) if names and names not in self._ranks]
        self._ranks.update((names, []) for names in new)
        for place, typed in enumerate(self._typed):
            found = [typed.closeness(names, near=False) or self._short_for(typed, names) for names in new]
            if self._best[place] is None and all(rank in (None, Closeness.SHORT) for rank in found):
                found = [rank or typed.closeness(names) for rank, names in zip(found, new, strict=True)]
            for names, rank in zip(new, found, strict=True):
                self._ranks[names].append(rank)
                if rank is Closeness.SHORT:
                    self._short[place] = True
                elif rank is not Closeness.EXACT and " " in names[0]:
                    self._namesakes[place].add(fold(names[0]).rpartition(" ")[2])
            best = [self._best[place], *found]
            ranks = [rank for rank in best if rank is not None and rank is not Closeness.SHORT]
            self._best[place] = min(ranks, default=None)

    def may_match(self, names: Names) -> bool:
        """Whether ``names`` come near anything typed, be it less near than others."""
        return any(typed.closeness(names) or self._short_for(typed, names) for typed in self._typed)

    def matches(self, names: Names, *, final: bool = False) -> bool | None:
        """Whether ``names`` are wanted; None as long as a nearer match may still come."""
        if not self._typed:
            return True
        ranks = [rank for place, rank in enumerate(self._ranks.get(names, ())) if self._accepts(place, rank)]
        if not ranks:
            return False
        return True if final or Closeness.EXACT in ranks else None

    def _short_for(self, typed: Typed, names: Names) -> Closeness | None:
        return Closeness.SHORT if self._people and names and typed.is_shortened_by(names[0]) else None

    def _nearest(self, place: int) -> Closeness | None:
        """How near the nearest of the names seen comes; a shorter one counts where nobody else has that surname."""
        best = self._best[place]
        short = self._short[place] and self._typed[place].surname not in self._namesakes[place]
        return Closeness.SHORT if short and best is not Closeness.EXACT else best

    def _accepts(self, place: int, rank: Closeness | None) -> bool:
        """Whether a name of this rank is meant by what was typed at a place."""
        if rank is Closeness.SHORT:
            return self._typed[place].surname not in self._namesakes[place]
        return rank is not None and rank is self._nearest(place)


def _only_described(typed: Typed, names: Names) -> bool:
    """Whether of these ``names`` none but a description has what was typed: "the mayor" of Ann Reed."""
    first, *aliases = names
    proper = [alias for alias in aliases if not alias.rpartition(" ")[2].islower()]
    return typed.closeness([first, *proper], near=False) is not Closeness.EXACT


def each(wanted: str | Iterable[str]) -> Iterable[str]:
    """One string by itself as well as many."""
    return (wanted,) if isinstance(wanted, str) else wanted


def kinds_of(named: str | Iterable[str]) -> Iterator[Kind]:
    """The kinds of these names, "quote" being two. Raises ``ValueError`` for one that there is not."""
    for name in each(named):
        if name == "quote":
            yield from QUOTES
        elif name in KINDS:
            yield Kind(name)
        else:
            raise ValueError(f"{name!r} is no kind; there are {', '.join(KINDS)}")


def checked_limit(limit: int | None) -> int | None:
    """``limit``, the most results to give, None for all; raises ``ValueError`` for one below 0."""
    if limit is not None and limit < 0:
        raise ValueError(f"a limit is 0 or more, not {limit}")
    return limit


def speaker_names(speaker: Speaker | None) -> Names:
    """What a speaker is called; none for no speaker."""
    return () if speaker is None else called(speaker.name, speaker.role, speaker.aliases)


def called(name: str, role: str | None, aliases: Iterable[str]) -> Names:
    """What a speaker is called, fullest first. A role, which may name others ("Clinton spokesman"), has the name behind
    it, without which it does not match.
    """
    return (name, *aliases) if role is None else (name, *aliases, f"{role} {name}")


def decision_names(decision: Decision) -> Names:
    """What a decision is called: its label, what was done, its id."""
    return (decision.label, decision.action, decision.id)
