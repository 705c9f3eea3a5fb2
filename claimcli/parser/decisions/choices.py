"""Tellings of one choice gathered into one decision, and decisions ranked by what the article makes of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from claimcli.lexicon import CAPITAL
from claimcli.model import Span, Status
from claimcli.parser.decisions.stems import Weights, stems_in
from claimcli.parser.decisions.tellings import Telling

MOST = 12
"""Most decisions of one article."""

LEAST = 1.4
"""Decisions that score less are not worth telling."""


@dataclass(slots=True)
class Told:
    """A telling read against its article: character spans, stems, and how much it weighs."""

    telling: Telling
    label: Span
    action: Span
    evidence: Span
    stems: frozenset[str]
    quoted: bool
    weight: float = 0.0


@dataclass(slots=True)
class Choice:
    """One choice and all that tells it."""

    tellings: list[Told]
    stems: set[str]
    score: float = 0.0

    @property
    def final(self) -> Told:
        """The telling that says how the choice stands: one that was made outweighs one that was asked for."""
        made = [told for told in self.tellings if told.telling.status is not Status.PROPOSED]
        return max(made or self.tellings, key=_clarity)

    @property
    def named(self) -> Told:
        """The telling that names the choice best: the final one, unless that only answers another."""
        final = self.final
        return final if final.stems else max([told for told in self.tellings if told.stems], key=_clarity)


def _clarity(told: Told) -> tuple[bool, bool, float]:
    """How clearly a telling tells its choice: in the article's own words, in a sentence, by a telling word."""
    return not told.quoted, not _in_title_case(told), told.weight


def _in_title_case(told: Told) -> bool:
    words = told.telling.t.words(*told.telling.label).split()
    return len(words) > 1 and all(word[0].isupper() for word in words if len(word) > 3)


def read(telling: Telling, lower: str, quoted: bool) -> Told:
    """A telling with its places in the article."""
    t = telling.t
    stems = frozenset() if telling.rule == "answered" else frozenset(stems_in(lower, t.start[telling.label[0]], t.end[telling.label[1] - 1]))
    label = Span(t.start[telling.label[0]], t.end[telling.label[1] - 1])
    action = Span(t.start[telling.action[0]], t.end[telling.action[1] - 1])
    first, last = t.sentences[telling.sentence]
    evidence = Span(t.start[first], t.end[last - 1])
    return Told(telling, label, action, evidence, stems, quoted, telling.weight)


def gather(told: list[Told], weights: Weights) -> list[Choice]:
    """One choice for all tellings that share what is chosen; told in the order of the text."""
    choices: list[Choice] = []
    by_stem: dict[str, list[Choice]] = defaultdict(list)
    for each in told:
        if each.telling.rule == "answered":
            asked = [c for c in choices[-4:] if c.tellings[-1].telling.status is Status.PROPOSED]
            if asked:
                asked[-1].tellings.append(each)
            continue
        if not each.stems:
            continue
        best, most = None, 0.5
        rarest = sorted(each.stems, key=lambda stem: -weights[stem])[:4]
        for stem in rarest:
            for choice in by_stem[stem][-8:]:
                shared = weights.of(each.stems & choice.stems)
                part = shared / min(weights.of(each.stems), weights.of(choice.stems))
                if part > most:
                    best, most = choice, part
        if best is None:
            best = Choice([], set())
            choices.append(best)
        best.tellings.append(each)
        for stem in each.stems - best.stems:
            by_stem[stem].append(best)
        if len(best.tellings) == 1:
            best.stems |= each.stems
    return choices


def rank(choices: list[Choice], article: Weighing) -> list[Choice]:
    """The choices that the article makes something of, most first."""
    for choice in choices:
        choice.score = _score(choice, article)
    choices = sorted(choices, key=lambda choice: (-choice.score, choice.tellings[0].label.start))[:MOST]
    return [choice for choice in choices if choice.score >= LEAST]


@dataclass(slots=True)
class Weighing:
    """What choices are weighed against: an article's opening (its end, and its stems) and its claims."""

    title_end: int
    lead_end: int
    opening: frozenset[str]
    weights: Weights
    cues: Cover
    contents: Cover


def _score(choice: Choice, article: Weighing) -> float:
    """How much the article makes of a choice. The parts were weighed on annotated news."""
    final = choice.final
    actor = final.telling.actor
    score = max(told.weight for told in choice.tellings)
    score += 0.7 * any(article.cues.meets(told.action) for told in choice.tellings)
    score += 0.3 * any(article.contents.meets(told.action) for told in choice.tellings)
    score += 0.2 * (len(choice.tellings) > 1)
    score += 0.45 * (choice.tellings[0].label.start < article.lead_end)
    score += 0.1 * (choice.tellings[0].label.start < article.title_end)
    score += 0.3 * (article.weights.of(choice.stems & article.opening) > article.weights.of(choice.stems) / 2)
    score += 0.3 * bool(actor and final.telling.t.tag[actor[1] - 1] & CAPITAL)
    score += 0.4 * (final.telling.status is Status.DECLINED)
    score -= 0.5 * (len(choice.stems) == 1) + 0.3 * (len(choice.stems) == 2)
    return score - 0.5 * all(told.quoted for told in choice.tellings)


class Cover:
    """Stretches of the text, to ask whether another meets any of them."""

    def __init__(self, spans: list[Span]) -> None:
        spans.sort()
        self.starts = [span.start for span in spans]
        self.reach: list[int] = []  # the furthest end so far
        furthest = 0
        for span in spans:
            furthest = max(furthest, span.end)
            self.reach.append(furthest)

    def meets(self, span: Span) -> bool:
        at = bisect_left(self.starts, span.end)
        return at > 0 and self.reach[at - 1] > span.start
