"""Which decisions each claim is about, and why."""

from __future__ import annotations

from claimcli.lexicon.decision_words import REFERRING_NOUNS, plural
from claimcli.model import Span
from claimcli.parser.attribution import Attribution
from claimcli.parser.decisions.choices import Choice
from claimcli.parser.decisions.stems import Weights, stems_in
from claimcli.parser.text import Layout, Tokens

SAME_WORDS = 0.5


def link(
    t: Tokens, layout: Layout, lower: str, found: list[Attribution], choices: list[Choice], weights: Weights
) -> list[list[int]]:
    """For each claim the indexes of the choices it is about."""
    links: list[list[int]] = []
    totals = [weights.of(choice.stems) for choice in choices]
    for a in found:
        spans = [Span(t.start[first], t.end[last - 1]) for first, last in a.content]
        if a.cue:
            spans.append(Span(t.start[a.cue[0]], t.end[a.cue[1] - 1]))
        said = {stem for start, end in spans for stem in stems_in(lower, start, end)}
        here = []
        for number, choice in enumerate(choices):
            if any(_meets(span, told.action) for told in choice.tellings for span in spans):
                here.append(number)
                a.rules.append("about: tells the decision")
            elif totals[number] and weights.of(said & choice.stems) / totals[number] >= SAME_WORDS:
                here.append(number)
                a.rules.append("about: same words")
        links.append(here)
    return links


def _meets(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
