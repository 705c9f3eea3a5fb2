"""Decisions, and what each claim is about.

``quoted`` finds the places that tell a choice, by ``tellings`` in the article's words and in quotations; ``gathering``
makes one of those of one choice, ``ranking`` keeps the choices that the article makes something of, ``actors`` and
``dates`` say who and when, ``about`` links the claims.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from claimcli.model import Decision, Span, Speaker
from claimcli.parser.attribution import Attribution
from claimcli.parser.decisions.about import Linker
from claimcli.parser.decisions.actors import Actors, spoken_by
from claimcli.parser.decisions.choices import Choice
from claimcli.parser.decisions.dates import date_of
from claimcli.parser.decisions.gathering import gather, join_headlines, part_by_actor
from claimcli.parser.decisions.labels import label_of
from claimcli.parser.decisions.quoted import tellings_of
from claimcli.parser.decisions.ranking import Frame, is_dropped, is_nobodys, rank
from claimcli.parser.ids import Ids
from claimcli.parser.stems import Sayings, plain
from claimcli.parser.text import Layout, Tokens

if TYPE_CHECKING:
    from claimcli.parser.speakers import Speakers

_TITLE: Final = 200
"""A first paragraph of fewer characters is a headline."""

_LEAD: Final = 250
"""How many characters after the headline everyday acts, too, are read in: what an article leads with."""

_NOTES: Final = ("editor s note", "correction  ", "correction \n")
"""What opens a note of the editor's, or is the line above it, as plain text."""

OPENING: Final = 7
"""An article's opening is its headline and this part (a seventh) of the rest."""


def find_decisions(
    t: Tokens,
    layout: Layout,
    people: Speakers,
    found: list[Attribution],
    speakers: list[Speaker | None],
    ids: Ids,
) -> tuple[list[Decision], list[tuple[str, ...]]]:
    """The decisions of an article, most made of first, and for each attribution the ids of those it is about.

    Adds to the ``rules`` of an attribution why it is about a decision.
    """
    lower = plain(t.text)
    title_end = _title_end(layout)
    lead_end = _lead_end(t, title_end)
    opening_end = max(title_end + (len(lower) - title_end) // OPENING, lead_end)
    cues = bytearray(len(t.raw))
    _mark(cues, [a.cue for a in found if a.cue])
    weighty = bytearray(cues)
    _mark(weighty, [(0, bisect_left(t.start, max(title_end + 1, min(opening_end, title_end + _LEAD))))])
    _mark(weighty, [piece for a in found for piece in a.content])
    spoken = [a for a, who in zip(found, speakers, strict=True) if who and spoken_by(who) is not None]
    of_body = {i for a in spoken for first, last in a.content for i in range(first, last)}
    told = tellings_of(t, lower, weighty, of_body)
    notes = {number for opener in _NOTES for number in _notes(opener, lower, layout)}
    if notes:
        told = [each for each in told if layout.paragraph_at(each.action.start) not in notes]
    if not told:
        return [], [() for _ in found]
    gathered = gather(told)
    join_headlines(gathered, title_end)
    sayings = _sayings(t, lower, found)
    actors = Actors(t, people, found, speakers)
    headline_end = title_end * (t.end[t.sentences[0][1] - 1] >= title_end)  # two sentences are no headline
    parted = [each for choice in gathered for each in part_by_actor(choice, actors.names_in, headline_end)]
    ranked = rank(parted, Frame(title_end, lead_end, opening_end, opening_end >= t.end[-1], cues, sayings))
    named = [(choice, actors.name_of(choice)) for choice in ranked]
    named = [(choice, name) for choice, name in named if name or not is_nobodys(choice)]
    unnamed = [choice for choice, name in named[:1] if not name]
    choices = [choice for choice, name in named if not is_dropped(choice, name)] or unnamed
    if not choices:
        return [], [() for _ in found]
    names = dict(named)
    decisions = [_decision(choice, names[choice], layout, ids) for choice in choices]
    linker = Linker(t, layout, lower, choices, sayings, [decision.actor for decision in decisions])
    links = [linker.link(number, a, speakers[number]) for number, a in enumerate(found)]
    known = [decision.id for decision in decisions]
    return decisions, [tuple([known[number] for number in numbers]) for numbers in links]


def _sayings(t: Tokens, lower: str, found: list[Attribution]) -> Sayings:
    """What claims say, with the questions that they answer and their cues."""
    start, end = t.start, t.end
    said = ([lower[start[first] : end[last - 1]] for first, last in a.words()] for a in found)
    return Sayings([" ".join(parts) for parts in said])


def _mark(marks: bytearray, ranges: Iterable[tuple[int, int]]) -> None:
    """Set the byte of every token that belongs to any of the ranges."""
    for first, last in ranges:
        marks[first:last] = b"\x01" * (last - first)


def _notes(opener: str, lower: str, layout: Layout) -> Iterator[int]:
    """The numbers of the paragraphs that are notes of the editor's, which belong to no article."""
    at = lower.find(opener)
    while at >= 0:
        number = layout.paragraph_at(at)
        start, end = layout.paragraphs[number - 1]
        if not lower[start:at].strip(" *_–—-"):
            yield number + (at + len(opener) > end)  # "CORRECTION:" is a line of its own
        at = lower.find(opener, max(at + 1, end))


def _decision(choice: Choice, actor: str | None, layout: Layout, ids: Ids) -> Decision:
    """A choice as a decision: named by its clearest telling, with the status and date of its final one."""
    final, named = choice.final, choice.named
    t = final.telling.t
    label = label_of(named.telling, final.telling.status)
    return Decision(
        id=ids.of(["decision", label, ids.place(named.label)]),
        label=label,
        actor=actor,
        action=t.words(*final.telling.action),
        status=final.telling.status,
        when=_when(choice),
        evidence=t.span(t.sentences[final.telling.sentence]),
        because=tuple(_because(choice, layout)),
    )


def _because(choice: Choice, layout: Layout) -> Iterator[str]:
    """Each telling of a choice by its rule, words and place: the final one, then the others as the text has them."""
    for told in (choice.final, *sorted(choice.others, key=lambda told: told.action)):
        telling, paragraph = told.telling, layout.paragraph_at(told.action.start)
        yield f"{telling.rule}: “{telling.t.words(*telling.action)}” ({telling.status}, ¶ {paragraph})"


def _when(choice: Choice) -> str | None:
    """When a choice was made: by its final telling, else the first of the same status that says so, else the first."""
    for told in (*choice.of_its_status, *choice.others[:1]):
        date = date_of(told.telling)
        if date:
            return date
    return None


def _lead_end(t: Tokens, title_end: int) -> int:
    """Where the first sentence behind the headline ends: a short article’s opening is no less."""
    token = bisect_left(t.start, title_end)
    number = bisect_right(t.sentences, (token, len(t.raw))) - 1
    return t.end[t.sentences[number][1] - 1] if number >= 0 and token < len(t.raw) else title_end


def _title_end(layout: Layout) -> int:
    """Where the headline ends: with the first paragraph, where that is short and others follow."""
    first = layout.paragraphs[0] if layout.paragraphs else Span(0, 0)
    return first.end if len(layout.paragraphs) > 1 and first.end - first.start < _TITLE else 0
