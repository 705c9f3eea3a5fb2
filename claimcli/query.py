"""Which claims somebody asks for, article by article as the articles come."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from claimcli.dates import Period
from claimcli.model import Article, Claim, Decision, Kind, Speaker
from claimcli.wanted import Names, Wanted

QUOTES = (Kind.DIRECT, Kind.MIXED)
KINDS = (*map(str, Kind), "quote")  # as they may be named


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
    actor: Wanted


class Query:
    """The filters that all commands share.

    ``speaker`` and ``via`` match names and aliases, ``about`` the decisions that a claim is about, each
    as people type them; of several, any may match. ``kind`` lists the kinds wanted, none means all; "quote" is
    direct or mixed. Each may be one string or many.
    ``actor`` matches who decides: of the decisions that ``run`` gives only theirs, the claims are left alone.
    ``since`` and ``until``, "2026-11-26", "2026-11" or "2026" and both within, leave only articles that are published
    in that time, as far as their dates can be read.
    ``min_confidence`` is 0 to 1: how often the rule of a claim has to be right and, where a speaker is named, the
    one that named the speaker. ``limit`` is the most claims to give. Raises ``ValueError`` for a name
    without any letter, for a kind that there is not, for a date or time that there is not, for a confidence that none
    can be and a limit below 0.

    A query may be run any number of times, also side by side. ``speaker``, ``about``, ``via`` and ``actor`` tell what
    the run that was begun last has seen.

    ``[claim.text for _, claim in Query(speaker="stoltenberg").claims(load("news/"))]`` is every word of his.
    """

    def __init__(
        self,
        *,
        speaker: str | Iterable[str] = (),
        about: str | Iterable[str] = (),
        kind: str | Iterable[str] = (),
        via: str | Iterable[str] = (),
        actor: str | Iterable[str] = (),
        since: str | None = None,
        until: str | None = None,
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
        self.actor = Wanted(each(actor), people=True)
        self.period = Period.of(since, until)

    @property
    def narrows(self) -> bool:
        """Whether there is anything that could leave a claim of an article out, the limit aside."""
        names = bool(self.speaker or self.about or self.via)
        return names or len(self.kinds) < len(Kind) or self.min_confidence > 0

    @property
    def glance(self) -> Callable[[Kind, Speaker], bool] | None:
        """Tells of a claim's kind and speaker whether its words matter at all; None where more has to be looked at."""
        if not self.speaker or self.via or self.about or self.actor or self.period:
            return None
        return lambda kind, speaker: kind in self.kinds and self.speaker.may_match(speaker_names(speaker))

    def claims(self, articles: Iterable[Article]) -> Iterator[tuple[Article, Claim]]:
        """The claims asked for, each with its article; near matches at the end, where nothing was nearer."""
        selections = self._selections(self._begin(), articles, whole=False)
        found = ((article, claim) for article, claims, _ in selections for claim in claims)
        return islice(found, self.limit)

    def run(self, articles: Iterable[Article]) -> Iterator[Selection]:
        """A selection an article, empty ones too; at the end those with near matches, if nothing was nearer."""
        left = self.limit
        for selection in self._selections(self._begin(), articles, whole=True):
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
        self.speaker, self.about, self.via, self.actor = seen = Seen(
            self.speaker.anew(), self.about.anew(), self.via.anew(), self.actor.anew()
        )
        return seen

    def _selections(self, seen: Seen, articles: Iterable[Article], *, whole: bool) -> Iterator[Selection]:
        """What is asked for, article by article; what may yet prove to be waits, alone or as a ``whole`` article."""
        waiting: list[Selection] = []
        for article in articles:
            if not self.period.holds(article.published):
                continue
            self._see(seen, article)
            everything = Selection(article, article.claims, article.decisions)
            now, later = self._split(seen, everything, final=False)
            waits = bool(later.claims or later.decisions)
            if waits:
                waiting.append(everything if whole else later)
            if not (waits and whole):
                yield now
        for selection in waiting:
            now, _ = self._split(seen, selection, final=True)
            yield now

    def _see(self, seen: Seen, article: Article) -> None:
        seen.speaker.see(speaker_names(claim.speaker) for claim in article.claims)
        seen.via.see(speaker_names(claim.via) for claim in article.claims)
        seen.about.see(decision_names(decision) for decision in article.decisions)
        if seen.actor:
            seen.actor.see(actor_names(article).values())

    def _split(self, seen: Seen, selection: Selection, *, final: bool) -> tuple[Selection, Selection]:
        """What of ``selection`` is asked for, and what may yet prove to be."""
        about = {
            decision.id: not seen.about or seen.about.matches(decision_names(decision), final=final)
            for decision in selection.article.decisions
        }
        actors = actor_names(selection.article) if seen.actor else {}
        listed = {
            decision.id: _all(
                (about[decision.id], seen.actor.matches(actors.get(decision.actor, ()), final=final))
            )
            for decision in selection.decisions
        }
        answers = [self._wants(seen, claim, about, final=final) for claim in selection.claims]

        def part(answer: bool | None) -> Selection:
            both = zip(selection.claims, answers, strict=True) if answer in answers else ()
            return Selection(
                selection.article,
                tuple([claim for claim, given in both if given is answer]),
                tuple(decision for decision in selection.decisions if listed[decision.id] is answer),
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
        return _all(answers)


def _all(answers: Collection[bool | None]) -> bool | None:
    """Whether all of them are yes; None as long as that is open."""
    return False if False in answers else None if None in answers else True


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
    return limit if limit is None else min(limit, sys.maxsize)  # more than that cannot be counted


def speaker_names(speaker: Speaker | None) -> Names:
    """What a speaker is called; none for no speaker."""
    return () if speaker is None else called(speaker.name, speaker.role, speaker.aliases)


def called(name: str, role: str | None, aliases: Iterable[str]) -> Names:
    """What a speaker is called, fullest first. A role, which may name others ("Clinton spokesman"), has the name behind
    it, without which it does not match.
    """
    return (name, *aliases) if role is None else (name, *aliases, f"{role} {name}")


def actor_names(article: Article) -> dict[str | None, Names]:
    """What whoever decides in an article is called, by the actor of the decision: more than that where they speak."""
    speakers = {speaker.name: speaker_names(speaker) for speaker in article.speakers}
    actors = (decision.actor for decision in article.decisions if decision.actor)
    return {actor: speakers.get(actor, (actor,)) for actor in actors}


def decision_names(decision: Decision) -> Names:
    """What a decision is called."""
    return decision_called(decision.label, decision.action, decision.id)


def decision_called(label: str, action: str, key: str) -> Names:
    """What a decision is called: its label, with the nouns of what it does ("closure"), what was done, its id."""
    from claimcli.lexicon.decision_words import kin_of  # reads word lists, which most queries need not

    return (label, " ".join([label, *kin_of(label.lower().split())]), action, key)
