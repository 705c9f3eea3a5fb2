"""Decisions, and what each claim is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcli.model import Decision, Span, Speaker
from claimcli.parser.attribution import Attribution
from claimcli.parser.decisions.about import link
from claimcli.parser.decisions.choices import Cover, Told, Weighing, gather, rank, read
from claimcli.parser.decisions.stems import Weights, stems_in
from claimcli.parser.decisions.tellings import find_tellings
from claimcli.parser.ids import short_hash
from claimcli.parser.text import QUOTATION, Layout, Tokens, tokenize

if TYPE_CHECKING:
    from claimcli.parser.speakers import Speakers


def find_decisions(
    t: Tokens, layout: Layout, people: Speakers, found: list[Attribution], speakers: list[Speaker | None], article: str
) -> tuple[list[Decision], list[tuple[str, ...]]]:
    """The decisions of an article, most made of first, and for each attribution the ids of those it is about."""
    lower = t.text.lower()
    if len(lower) != len(t.text):
        lower = t.text
    weights = Weights(lower)
    told = [read(telling, lower, False) for telling in find_tellings(t)]
    told += [read(telling, lower, True) for telling in find_tellings(_quoted(t))]
    told.sort(key=lambda each: each.label)
    title_end = _title_end(layout)
    cues = Cover([Span(t.start[a.cue[0]], t.end[a.cue[1] - 1]) for a in found if a.cue])
    contents = Cover([Span(t.start[first], t.end[last - 1]) for a in found for first, last in a.content])
    lead_end = title_end + (len(t.text) - title_end) // 7
    opening = frozenset(stems_in(lower, title_end, title_end + (len(t.text) - title_end) // 10))
    choices = rank(gather(told, weights), Weighing(title_end, lead_end, opening, weights, cues, contents))
    actors = [_actor(choice.final, people) for choice in choices]
    links = link(t, layout, lower, found, speakers, choices, weights, actors)
    decisions = []
    for choice in choices:
        main, named = choice.final, choice.named
        label = named.telling.t.words(*named.telling.label)
        decisions.append(
            Decision(
                short_hash(article, "decision", label, str(named.label)),
                label,
                _actor(main, people),
                main.telling.t.words(*main.telling.action),
                main.telling.status,
                None,
                main.evidence,
            )
        )
    about = [tuple(decisions[number].id for number in here) for here in links]
    return decisions, about


def _actor(told: Told, people: Speakers) -> str | None:
    actor = told.telling.actor
    if actor is None:
        return None
    if told.quoted:
        return told.telling.t.words(*actor)
    speaker, _ = people.speaker_of(*actor)
    return speaker.name if speaker else None


def _quoted(t: Tokens) -> Tokens:
    """The tokens of an article's quotations, each quotation a block."""
    spans = [Span(t.start[i] + 1, t.end[i] - (t.closed(i))) for i, word in enumerate(t.lower) if word == QUOTATION]
    return tokenize(t.text, tuple(span for span in spans if span.start < span.end), [])


def _title_end(layout: Layout) -> int:
    """Where the headline ends: the first paragraph, where it is short and others follow."""
    first = layout.paragraphs[0] if layout.paragraphs else Span(0, 0)
    return first.end if len(layout.paragraphs) > 1 and first.end - first.start < 200 else 0
