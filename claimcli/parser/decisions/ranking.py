"""Choices ranked by what the article makes of them; those that it makes little of are dropped."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from claimcli.lexicon.decision_words import frames_of
from claimcli.model import Status
from claimcli.parser.decisions.choices import LEAVE, Choice, is_whole
from claimcli.parser.decisions.choosers import LAWS, can_choose
from claimcli.parser.decisions.tell import ANYBODY
from claimcli.parser.stems import Sayings

MOST: Final = 12
"""Most decisions of one article."""

LEAST: Final = 2.0
"""Choices that score less are not worth telling …"""

LEAST_FOR_FOREMOST: Final = 1.5
"""… unless an article tells none that score more: then the foremost is, from here on."""

LEAST_OF_PASSIVE: Final = 1.1
"""… or it is told by a plain passive, as what nobody is told to have chosen scores less: "the tax was vetoed" …"""

LEAST_OF_OUTCOME: Final = 1.0
"""… or what became of what was asked for: "the motion was passed"."""

LEAST_IN_LEAD: Final = 1.3
"""From where on the foremost is told of a text that is but its opening, such as a single sentence."""

LEAST_OF_LEAD: Final = 1.7
"""… or the first sentence, or the headline before it, tells none that score more: what the article opens with."""

LEAST_OF_UNKNOWN: Final = 2.6
"""What a choice must score whose chooser is told, but by words that stand for nobody the article lets us know."""


FOREMOST: Final = 2.0
"""How much further up a choice stands that is told in the article's opening."""

NAMED: Final = (0.0, -0.1, 0.5, 0.75, 1.0)
"""What a label is worth by how many stems it has (more than four count no more)."""


class Frame(NamedTuple):
    """What choices are weighed against.

    Where the article's headline, first sentence and opening end (character offsets), and whether nothing follows;
    one byte a token of the article, whether it belongs to a claim's cue; and what claims say.
    """

    title_end: int
    lead_end: int
    opening_end: int
    is_all_opening: bool
    cues: bytearray
    sayings: Sayings


def rank(choices: list[Choice], frame: Frame) -> list[Choice]:
    """The choices that the article makes something of, most first."""
    for choice in choices:
        choice.score = _score(choice, frame)
    ranked = sorted(
        choices,
        key=lambda choice: (-choice.score - FOREMOST * (choice.start < frame.opening_end), choice.start),
    )
    least = LEAST_IN_LEAD if frame.is_all_opening else LEAST_FOR_FOREMOST
    passive = dict.fromkeys(("was done", "carried"), min(least, LEAST_OF_PASSIVE))
    passive["outcome"] = min(least, LEAST_OF_OUTCOME)
    told = [c for c in ranked if c.score >= passive.get(c.final.telling.rule, least) and not _lacks_object(c)]
    lead = next((c for c in told if c.start < frame.lead_end and c.final.telling.rule != "own choice"), None)
    return [c for c in told if c.score >= (LEAST_OF_LEAD if c is lead else LEAST)][:MOST] or told[:1]


def is_dropped(choice: Choice, name: str | None) -> bool:
    """Whether a choice is dropped as no chooser of that name decides it, or none is known.

    "43 percent said that **they** would pay"; "**they** would pay", of nobody told before; "calls to close it", of
    nobody. Not what a law or a ruling does, nor "the pier was closed".
    """
    telling = choice.final.telling
    if name:
        counted = name.partition(" of ")[0].split()[-1:]
        return telling.by_pronoun and telling.status is Status.PROPOSED and not ANYBODY.isdisjoint(counted)
    if telling.actor is None:
        if telling.status is Status.TAKEN:
            return telling.rule == "did"  # "might bring **uninvited** guests"
        return telling.rule in ("choice to", "whether to") and telling.status is Status.PROPOSED
    least = (
        MOST if telling.by_pronoun and telling.rule == "would" else LEAST_OF_UNKNOWN
    )  # "**we** must save it"
    return choice.score < least and LAWS.isdisjoint(telling.actor_words)


def is_nobodys(choice: Choice) -> bool:
    """Whether what nobody known chose is no choice: "good **sales** of umbrellas", "BREAD MARKET OPENS LOWER".

    In a line of capitals any noun looks like a name.
    """
    telling = choice.final.telling
    trend = telling.rule == "choice of" and telling.label_words[0] == "sales"
    return trend or (telling.actor is not None and telling.t.words(*telling.label).isupper())


def _lacks_object(choice: Choice) -> bool:
    """Whether a choice is but a verb that needs an object or a place, which is not told: "she would **sign**".

    Who "refused to sign" has chosen, whatever it was; who "refused to **leave**" has not, for a reader.
    """
    telling = choice.named.telling
    first, last = telling.label
    leaves = choice.named.act == LEAVE
    if len(choice.stems) > 1 or last - first > 1 or telling.object is not None or leaves:
        return False
    frames = frames_of(telling.t.lower[first])
    if telling.status is Status.DECLINED:
        return "act" in frames and not (telling.rule == "would not" and is_whole(telling))
    return telling.status is Status.PROPOSED and "object" in frames


def _score(choice: Choice, frame: Frame) -> float:
    """How much the article makes of a choice: how surely and fully it is told, and by whom, where and how often.

    The parts were weighed on annotated news: each is worth what it adds to the odds that a reader, too, makes
    a decision of the choice.
    """
    final, stems, start = choice.final.telling, choice.stems, choice.start
    weight, told_by_cue, all_quoted = 0.0, False, True
    for told in choice.tellings:
        weight = max(weight, told.telling.weight)
        told_by_cue = told_by_cue or frame.cues.find(1, *told.tokens) >= 0
        all_quoted = all_quoted and told.quoted
    named = 2 if len(stems) < 2 and is_whole(choice.named.telling) else min(len(stems), 4)
    score = weight + NAMED[named] + 0.4 * math.log1p(frame.sayings.on(stems))
    score += 0.4 * told_by_cue - 0.5 * all_quoted + 0.2 * (final.status is Status.DECLINED)
    if start < frame.opening_end:
        score += 0.2 if start >= frame.title_end else 0.8
    chooser = final if final.actor is not None else choice.named.telling  # "both requests were refused"
    said = chooser.rule == "would"  # also "it said **it** would", of a body
    if chooser.actor is not None and (said or can_choose(chooser.t, chooser.actor)):
        score += 0.6
    return score
