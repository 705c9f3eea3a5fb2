"""Tellings of one choice gathered into one decision, and decisions ranked by what the article makes of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from claimcli.lexicon import PRONOUN, SUBJECT, POSSESSIVE
from claimcli.model import Span, Status
from claimcli.parser.decisions.stems import Weights, stems_in
from claimcli.parser.decisions.tellings import Telling

MOST = 12
"""Most decisions of one article."""

LEAST = 0.9
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
    wide: set[str] = field(default_factory=set)

    @property
    def main(self) -> Told:
        """The telling that says how it stands: a choice made outweighs the choice asked for."""
        final = [told for told in self.tellings if told.telling.status is not Status.PROPOSED] or self.tellings
        return max(final, key=lambda told: (not told.quoted, not _in_title_case(told), told.weight))


def _in_title_case(told: Told) -> bool:
    words = told.telling.t.words(*told.telling.label).split()
    return len(words) > 1 and all(word[0].isupper() for word in words if len(word) > 3)


def read(telling: Telling, lower: str, quoted: bool) -> Told:
    """A telling with its places in the article."""
    t = telling.t
    label = Span(t.start[telling.label[0]], t.end[telling.label[1] - 1])
    action = Span(t.start[telling.action[0]], t.end[telling.action[1] - 1])
    first, last = t.sentences[telling.sentence]
    evidence = Span(t.start[first], t.end[last - 1])
    return Told(telling, label, action, evidence, frozenset(stems_in(lower, *label)), quoted, telling.weight)


def gather(told: list[Told], weights: Weights) -> list[Choice]:
    """One choice for all tellings that share what is chosen; told in the order of the text."""
    choices: list[Choice] = []
    by_stem: dict[str, list[Choice]] = defaultdict(list)
    for each in told:
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


def rank(choices: list[Choice], claimed: list[Span], title_end: int, length: int) -> list[Choice]:
    """The choices that the article makes something of, most first."""
    for choice in choices:
        choice.score = _score(choice, title_end, length)
    kept = [choice for choice in choices if choice.score >= LEAST]
    kept.sort(key=lambda choice: (-choice.score, choice.tellings[0].label.start))
    return kept[:MOST]


def _score(choice: Choice, title_end: int, length: int) -> float:
    best = max(told.weight for told in choice.tellings)
    score = best + 0.2 * min(3, len(choice.tellings) - 1)
    first = min(told.label.start for told in choice.tellings)
    if first < title_end:
        score += 0.8
    elif first < title_end + 0.15 * (length - title_end):
        score += 0.3
    return score


_ = (PRONOUN, SUBJECT, POSSESSIVE)
