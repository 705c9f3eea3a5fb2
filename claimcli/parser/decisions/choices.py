"""Tellings of one choice gathered into one, and choices ranked by what the article makes of them."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from claimcli.lexicon import CAPITAL
from claimcli.model import Span, Status
from claimcli.parser.decisions.sentence import Range, Telling
from claimcli.parser.decisions.stems import Weights, stems_in

MOST = 12
"""Most decisions of one article."""

LEAST = 1.3
"""Choices that score less are not worth telling."""

FOREMOST = 1.0
"""How much further up a choice stands that is told in the article's opening."""

SAME = 0.5
"""Two tellings share their choice where more than this part of the lighter label's stems is the other's."""


class Told(NamedTuple):
    """A telling with its places in the article (character offsets), and the stems of its label.

    ``tokens`` is where the article's own tokens have its action; within a quotation, the quotation.
    """

    telling: Telling
    label: Span
    action: Span
    stems: frozenset[str]
    tokens: Range
    quoted: bool

    @property
    def is_answer(self) -> bool:
        """Whether it names no choice itself, but answers what was asked: "the minister refused"."""
        return self.telling.rule == "answered"

    @property
    def clarity(self) -> tuple[bool, bool, float]:
        """How clearly it tells its choice: in the article's own words, in a sentence, by a telling word."""
        words = self.telling.t.raw[self.telling.label[0] : self.telling.label[1]]
        in_title_case = len(words) > 1 and all(word[0].isupper() for word in words if len(word) > 3)
        return not self.quoted, not in_title_case, self.telling.weight


class Choice:
    """One choice and all that tells it, in the order of the text."""

    __slots__ = ("score", "tellings")

    def __init__(self, first: Told) -> None:
        self.tellings = [first]
        self.score = 0.0

    @property
    def stems(self) -> frozenset[str]:
        """What the choice is known by."""
        return self.tellings[0].stems

    @property
    def start(self) -> int:
        """Where it is first told (a character offset)."""
        return self.tellings[0].label.start

    @property
    def final(self) -> Told:
        """The telling that says how the choice stands: one that was made outweighs one that was asked for."""
        if len(self.tellings) == 1:
            return self.tellings[0]
        made = [told for told in self.tellings if told.telling.status is not Status.PROPOSED]
        return max(made or self.tellings, key=lambda told: told.clarity)

    @property
    def named(self) -> Told:
        """The telling that names the choice best: the final one, unless that only answers another."""
        final = self.final
        return (
            max([told for told in self.tellings if not told.is_answer], key=lambda told: told.clarity)
            if final.is_answer
            else final
        )


def place(telling: Telling, lower: str, quotation: int | None = None) -> Told:
    """A telling with its places in the article, whose text in lower case is given.

    ``quotation`` is the article's token whose words tell it, if it is told in a quotation.
    """
    t = telling.t
    label = Span(t.start[telling.label[0]], t.end[telling.label[1] - 1])
    action = Span(t.start[telling.action[0]], t.end[telling.action[1] - 1])
    tokens = telling.action if quotation is None else (quotation, quotation + 1)
    return Told(telling, label, action, stems_in(lower, *label), tokens, quotation is not None)


def gather(tellings: list[Told], weights: Weights) -> list[Choice]:
    """One choice for all tellings (in the order of the text) that share what is chosen."""
    choices: list[Choice] = []
    by_stem: dict[str, list[Choice]] = defaultdict(list)
    for told in tellings:
        if told.is_answer:
            _answer(told, choices)
        elif told.stems:
            choice = _same_choice(told, by_stem, weights)
            if choice is not None:
                choice.tellings.append(told)
                continue
            choices.append(Choice(told))
            for stem in told.stems:
                by_stem[stem].append(choices[-1])
    return choices


def _answer(told: Told, choices: list[Choice]) -> None:
    """Give an answer to the last choice that was asked for shortly before."""
    for choice in reversed(choices[-4:]):
        if choice.tellings[-1].telling.status is Status.PROPOSED:
            choice.tellings.append(told)
            return


def _same_choice(told: Told, by_stem: dict[str, list[Choice]], weights: Weights) -> Choice | None:
    """The choice whose label shares most with a telling's: sought by its rarest stems, among the latest."""
    best, most = None, SAME
    if by_stem.keys().isdisjoint(told.stems):
        return None
    weight = weights.of(told.stems)
    for _, stem in sorted([(-weights[stem], stem) for stem in told.stems])[:4]:
        for choice in by_stem.get(stem, ())[-8:]:
            part = weights.of(told.stems & choice.stems) / min(weight, weights.of(choice.stems))
            if part > most:
                best, most = choice, part
    return best


class Frame(NamedTuple):
    """What choices are weighed against.

    Where the article's opening ends (a character offset) and the stems it holds; and, one byte a token of
    the article, whether it belongs to a claim's cue or to a claim's content.
    """

    opening_end: int
    opening: frozenset[str]
    weights: Weights
    cues: bytearray
    contents: bytearray


def rank(choices: list[Choice], frame: Frame) -> list[Choice]:
    """The choices that the article makes something of, most first."""
    for choice in choices:
        choice.score = _score(choice, frame)
    kept = [choice for choice in choices if choice.score >= LEAST]
    kept.sort(
        key=lambda choice: (-choice.score - FOREMOST * (choice.start < frame.opening_end), choice.start)
    )
    return kept[:MOST]


def _score(choice: Choice, frame: Frame) -> float:
    """How much the article makes of a choice. The parts were weighed on annotated news."""
    final = choice.final.telling
    stems = choice.stems
    named_actor = final.actor and final.t.tag[final.actor[1] - 1] & CAPITAL
    early = stems & frame.opening
    spoken_of_early = early and (early == stems or frame.weights.of(early) > frame.weights.of(stems) / 2)
    told_by_cue = told_in_claim = False
    all_quoted = True
    weight = 0.0
    for told in choice.tellings:
        weight = max(weight, told.telling.weight)
        told_by_cue = told_by_cue or frame.cues.find(1, *told.tokens) >= 0
        told_in_claim = told_in_claim or frame.contents.find(1, *told.tokens) >= 0
        all_quoted = all_quoted and told.quoted
    score = weight
    score += 0.4 * told_by_cue
    score += 0.3 * told_in_claim
    score += 0.2 * (len(choice.tellings) > 1)
    score += 0.45 * (choice.start < frame.opening_end)
    score += 0.3 * bool(spoken_of_early)
    score += 0.3 * bool(named_actor)
    score += 0.4 * (final.status is Status.DECLINED)
    score -= 0.5 if len(stems) == 1 else 0.3 if len(stems) == 2 else 0.0
    return score - 0.5 * all_quoted
