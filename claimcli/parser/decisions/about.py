"""Which decisions each claim is about, and why: rules tried in order, the first that finds any decides."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from claimcli.lexicon.decision_words import REFERRING_NOUNS, plural
from claimcli.model import Span, Speaker
from claimcli.parser.attribution import Attribution
from claimcli.parser.decisions.choices import Choice
from claimcli.parser.decisions.stems import Weights, stems_in
from claimcli.parser.text import Layout, Tokens

SAME_WORDS = 0.5
NEAR_WORDS = 0.3

import os
P = {k: float(v) for k, v in (kv.split("=") for kv in os.environ.get("P", "").split(",") if kv)}

_REFERRING = REFERRING_NOUNS | {plural(noun) for noun in REFERRING_NOUNS}


def link(
    t: Tokens,
    layout: Layout,
    lower: str,
    found: list[Attribution],
    speakers: list[Speaker | None],
    choices: list[Choice],
    weights: Weights,
    actors: list[str | None],
) -> list[list[int]]:
    """For each claim the indexes of the choices it is about."""
    links: list[list[int]] = []
    totals = [weights.of(choice.stems) for choice in choices]
    places = sorted((told.action.start, number) for number, choice in enumerate(choices) for told in choice.tellings)
    starts = [start for start, _ in places]
    chain = 0
    before: tuple[int, Speaker | None, list[int]] | None = None
    for a, speaker in zip(found, speakers, strict=True):
        spans = [Span(t.start[first], t.end[last - 1]) for first, last in a.content]
        where = list(spans)
        if a.cue:
            spans.append(Span(t.start[a.cue[0]], t.end[a.cue[1] - 1]))
        said = {stem for start, end in spans for stem in stems_in(lower, start, end)}
        paragraph = layout.paragraph_at(where[0].start)
        here: list[int] = []
        rule = ""
        for number, choice in enumerate(choices):
            if any(_meets(span, told.action) for told in choice.tellings for span in spans):
                here.append(number)
                rule = "tells the decision"
        if True:
            for number, choice in enumerate(choices):
                if number in here: continue
                share = weights.of(said & choice.stems) / totals[number] if totals[number] else 0
                if share >= (P.get("same", 0.4) if number else P.get("same0",.4)):
                    here.append(number)
                    rule = rule or "same words"
        if not here and P.get("sent", 1):
            anchor = t.start[a.cue[0]] if a.cue else where[0].start
            for number, choice in enumerate(choices):
                if any(told.evidence.start <= anchor < told.evidence.end for told in choice.tellings):
                    here.append(number)
                    rule = "stands where the decision is told"
        if not here and P.get("ref", 1) and choices:
            noun = _refers(lower, spans)
            if noun:
                at = bisect_right(starts, where[0].start)
                near = places[at - 1] if at else None
                stem = noun[:5]
                named = [n for n, c in enumerate(choices) if any(stem in stems_in(lower, *x.action) for x in c.tellings)]
                if named and P.get("named", 0):
                    here = named[:1]
                elif near and layout.paragraph_at(near[0]) >= paragraph - P.get("refgap", 0):
                    here = [near[1]]
                elif P.get("main", 1):
                    here = [0]
                rule = "refers to the decision"
        if not here and before and P.get("go", 1):
            same = speaker and before[1] and speaker.name == before[1].name
            if (paragraph == before[0] and (same or P.get("anyone", 1))) or paragraph <= before[0] + P.get("gap", 1) and same:
                here = before[2][:1]
                rule = "goes on from a claim that is"
        if not here and P.get("beside", 1) and choices:
            at = bisect_right(starts, where[0].start)
            if at and layout.paragraph_at(places[at - 1][0]) >= paragraph - P.get("besidegap", 0):
                here = [places[at - 1][1]]
                rule = "stands beside"
        if here and rule[0] in "rg" or rule=="stands beside":
            here = [n for n in here if choices[n].score >= P.get("top", 0) or n == 0]
        if not here and P.get("near", 0):
            best = max(range(len(choices)), key=lambda n: weights.of(said & choices[n].stems) / totals[n] if totals[n] else 0, default=None)
            if best is not None and weights.of(said & choices[best].stems) / totals[best] >= P["near"]:
                here = [best]; rule = "some words"
        if here:
            a.rules.append("about: " + rule)
            chain = chain + 1 if rule.startswith("goes") else 0
            if chain <= P.get("chain", 0):
                before = (paragraph, speaker, here)
            else:
                before = None
        else:
            before = None
        links.append(here)
    return links


def _refers(lower: str, spans: list[Span]) -> str | None:
    import re
    for s, e in spans:
        for m in re.finditer(r"\b(?:the|this|that|his|her|their|its|such an?|an?|(?:hard|difficult|easy|right|wrong)\w*)\s+(?:[\w-]+\s+){0,2}?([a-z]+)\b", lower[s:e]):
            if m.group(1) in _REFERRING:
                return m.group(1)
    return None


def _meets(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
