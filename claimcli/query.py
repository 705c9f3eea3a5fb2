"""Which claims somebody asks for, article by article as the articles come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from claimcli.model import Article, Claim, Decision, Kind, Speaker
from claimcli.names import Closeness, Typed

QUOTES = (Kind.DIRECT, Kind.MIXED)

Names = tuple[str, ...]


class Selection(NamedTuple):
    """What a query leaves of one article: claims and decisions in the article's order."""

    article: Article
    claims: tuple[Claim, ...]
    decisions: tuple[Decision, ...]


class Query:
    """The filters that all commands share.

    ``speaker`` and ``via`` match names and aliases, ``about`` the decisions that a claim is about, each
    as people type them; of several, any may match. ``kind`` lists the kinds wanted, none means all.
    ``min_confidence`` is 0 to 1, ``limit`` the most claims to give. Raises ``ValueError`` for a name
    without any letter, for a kind that there is not, and for a confidence that none can be.

    ``[claim.text for _, claim in Query(speaker=["stoltenberg"]).claims(load())]`` is every word of his.
    """

    def __init__(
        self,
        *,
        speaker: Iterable[str] = (),
        about: Iterable[str] = (),
        kind: Iterable[Kind | str] = (),
        via: Iterable[str] = (),
        min_confidence: float = 0.0,
        limit: int | None = None,
    ) -> None:
        self.speaker = Wanted(speaker)
        self.about = Wanted(about)
        self.via = Wanted(via)
        self.kinds = frozenset(map(Kind, kind)) or frozenset(Kind)
        if not 0 <= min_confidence <= 1:
            raise ValueError(f"confidence is from 0 to 1, not {min_confidence}")
        self.min_confidence = min_confidence
        self.limit = limit

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
        for selection in self._selections(articles):
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
        about: set[str] = set()
        if self.speaker:
            self.speaker.see(speakers())
        if self.via:
            self.via.see(vias())
        if self.about:
            known = list(decisions())
            self.about.see(names for _, names in known)
            about = {key for key, names in known if self.about.matches(names, final=True)}

        def passes(claim: Claim) -> bool:
            return (
                claim.kind in self.kinds
                and claim.confidence >= self.min_confidence
                and self.speaker.matches(speaker_names(claim.speaker), final=True) is True
                and self.via.matches(speaker_names(claim.via), final=True) is True
                and (not self.about or not about.isdisjoint(claim.about))
            )

        return passes

    def _selections(self, articles: Iterable[Article]) -> Iterator[Selection]:
        waiting: list[Selection] = []
        for article in articles:
            self._see(article)
            everything = Selection(article, article.claims, article.decisions)
            now, later = self._split(everything, final=False)
            if later.claims or later.decisions:
                waiting.append(later)
            yield now
        for selection in waiting:
            now, _ = self._split(selection, final=True)
            if now.claims or now.decisions:
                yield now

    def _see(self, article: Article) -> None:
        self.speaker.see(speaker_names(claim.speaker) for claim in article.claims)
        self.via.see(speaker_names(claim.via) for claim in article.claims)
        self.about.see(decision_names(decision) for decision in article.decisions)

    def _split(self, selection: Selection, *, final: bool) -> tuple[Selection, Selection]:
        """What of ``selection`` is asked for, and what may yet prove to be."""
        about = {
            decision.id: self.about.matches(decision_names(decision), final=final)
            for decision in selection.article.decisions
        }
        answers = [self._wants(claim, about, final=final) for claim in selection.claims]

        def part(answer: bool | None) -> Selection:
            both = zip(selection.claims, answers, strict=True) if answer in answers else ()
            return Selection(
                selection.article,
                tuple([claim for claim, given in both if given is answer]),
                tuple(decision for decision in selection.decisions if about[decision.id] is answer),
            )

        return part(True), part(None)

    def _wants(self, claim: Claim, about: dict[str, bool | None], *, final: bool) -> bool | None:
        if claim.kind not in self.kinds or claim.confidence < self.min_confidence:
            return False
        answers = [self.speaker.matches(speaker_names(claim.speaker), final=final)]
        if self.via:
            answers.append(self.via.matches(speaker_names(claim.via), final=final))
        if self.about:
            linked = [about.get(decision, False) for decision in claim.about]
            answers.append(True if True in linked else None if None in linked else False)
        return False if False in answers else None if None in answers else True


class Wanted:
    """The names typed for one filter, any of which may match. An exact match anywhere beats a near one.

    While articles stream past, a near match can only wait: ``matches`` answers None until ``final``,
    when all names have been seen. Nothing typed matches everything.
    """

    def __init__(self, typed: Iterable[str]) -> None:
        self._typed = [Typed(text) for text in typed]
        self._best: list[Closeness | None] = [None] * len(self._typed)
        self._ranks: dict[Names, list[Closeness | None]] = {}

    def __bool__(self) -> bool:
        return bool(self._typed)

    @property
    def unmatched(self) -> tuple[str, ...]:
        """What was typed and stands for nothing seen so far."""
        both = zip(self._typed, self._best, strict=True)
        return tuple(typed.text for typed, best in both if best is None)

    @property
    def guesses(self) -> dict[str, list[str]]:
        """What was typed with a slip, as it seems, and the names that it was taken for."""
        return {
            typed.text: [names[0] for names, ranks in self._ranks.items() if ranks[place] is Closeness.NEAR]
            for place, typed in enumerate(self._typed)
            if self._best[place] is Closeness.NEAR
        }

    def see(self, groups: Iterable[Names]) -> None:
        """Take note of what an article has: the names of each speaker, or of each decision."""
        if not self._typed:
            return
        new = [names for names in dict.fromkeys(groups) if names and names not in self._ranks]
        self._ranks.update((names, []) for names in new)
        for place, typed in enumerate(self._typed):
            found = [typed.closeness(names, near=False) for names in new]
            if self._best[place] is None and all(rank is None for rank in found):
                found = [typed.closeness(names) for names in new]
            for names, rank in zip(new, found, strict=True):
                self._ranks[names].append(rank)
            ranks = [rank for rank in [self._best[place], *found] if rank is not None]
            self._best[place] = min(ranks, default=None)

    def may_match(self, names: Names) -> bool:
        """Whether ``names`` come near anything typed, be it less near than others."""
        return any(typed.closeness(names) is not None for typed in self._typed)

    def matches(self, names: Names, *, final: bool = False) -> bool | None:
        """Whether ``names`` are wanted; None as long as a nearer match may still come."""
        if not self._typed:
            return True
        both = zip(self._ranks.get(names, ()), self._best, strict=False)
        nearest = [rank for rank, best in both if rank is not None and rank == best]
        if not nearest:
            return False
        return True if final or Closeness.EXACT in nearest else None


def speaker_names(speaker: Speaker | None) -> Names:
    """What a speaker is called; the role is left out, it may name somebody else ("Clinton spokesman")."""
    return () if speaker is None else (speaker.name, *speaker.aliases)


def decision_names(decision: Decision) -> Names:
    """What a decision is called: its label, what was done, its id."""
    return (decision.label, decision.action, decision.id)
