"""Attributions as claims, and what no claim covers as facts.

Token ranges become spans of the text; the claims and the facts stand in its order.
"""

from __future__ import annotations

from typing import Final

from claimcli.lexicon import AUXILIARY, FINITE
from claimcli.model import Claim, Fact, Kind, Span, Speaker
from claimcli.parser.attribution import Attribution
from claimcli.parser.attribution.nested import Nested
from claimcli.parser.attribution.sentence import Range, holds_quotation
from claimcli.parser.confidence import confidence_of, speaker_confidence_of
from claimcli.parser.ids import short_hash
from claimcli.parser.speakers import Speakers
from claimcli.parser.text import Layout, Tokens

_GOVERNED: Final = frozenset({"object", "particle", "as", "relative", "known-as"})
"""What follows the cue in rules whose content is part of the article's own sentence."""

_LONGEST_LINE: Final = 12
"""Tokens of the longest byline."""
_IN_LINES: Final = frozenset({"by", "and", "in", "of", "for", "the", "a.m.", "p.m.", "am", "pm"})
"""What has no capital in a byline."""

_LABEL: Final = 4
"""Tokens of the longest label before a question, with its colon."""


def to_claims(
    t: Tokens,
    layout: Layout,
    attributions: list[Attribution],
    speakers: list[Speaker | None],
    about: list[tuple[str, ...]],
    nested: list[Nested],
    people: Speakers,
    article: str,
) -> tuple[Claim, ...]:
    """Attributions as claims: token ranges become spans of the text, in the text's order."""
    speaker_of = dict(zip(map(id, attributions), speakers, strict=True))
    claims = [
        _claim(t, layout, a, speaker, speaker_of[id(a.via)] if a.via else None, decisions, article)
        for a, speaker, decisions in zip(attributions, speakers, about, strict=True)
    ]
    for each in nested:
        inner, a, teller = each.t, each.attribution, speaker_of[id(each.outer)]
        speaker = people.quoted(each, teller)
        a.rules.append("quoted by another" if speaker != teller else "quoting oneself")
        claims.append(_claim(inner, layout, a, speaker, teller if speaker != teller else None, (), article))
    claims.sort(key=lambda claim: claim.spans[0])
    return tuple(claims)


def _claim(
    t: Tokens,
    layout: Layout,
    a: Attribution,
    speaker: Speaker | None,
    via: Speaker | None,
    about: tuple[str, ...],
    article: str,
) -> Claim:
    """One attribution as a claim; its ranges count the tokens of ``t``."""
    text, starts, ends = t.text, t.start, t.end
    spans: list[Span] = []
    for first, last in a.content:
        spans += layout.split(starts[first], ends[last - 1])
    mention = _span(t, a.mention) if a.mention else None
    cue = _span(t, a.cue) if a.cue else None
    kind = _kind(t, a)
    start, end = spans[0]
    return Claim(  # by position: by name costs as much again, and a parse makes many
        short_hash(article, *map(_place, spans), _place(cue) if cue else "None"),
        kind,
        text[start:end] if len(spans) == 1 else " … ".join([text[start:end] for start, end in spans]),
        tuple(spans),
        speaker,
        mention,
        cue,
        via,
        about,
        layout.paragraph_at(start),
        confidence_of(a.rules[0], kind),
        tuple(a.rules),
        article,
        None if speaker is None else speaker_confidence_of(a.rules, speaker.type),
    )


def _span(t: Tokens, tokens: Range) -> Span:
    """The text of some tokens."""
    return tuple.__new__(Span, (t.start[tokens[0]], t.end[tokens[1] - 1]))


def _place(span: Span) -> str:
    """A span as ids have it."""
    start, end = span
    return f"Span(start={start}, end={end})"


def _kind(t: Tokens, a: Attribution) -> Kind:
    if not holds_quotation(t, a.content):
        return Kind.INDIRECT
    if a.rules[0].rpartition("-then-")[2] in _GOVERNED:
        return Kind.MIXED
    for first, last in a.content:
        if any(t.tag[first:last]):
            return Kind.MIXED
    return Kind.DIRECT


def to_facts(t: Tokens, layout: Layout, claims: tuple[Claim, ...], article: str) -> tuple[Fact, ...]:
    """The sentences that no claim covers: the article's own voice."""
    text, starts, ends, tag = t.text, t.start, t.end, t.tag
    covered = sorted([span for claim in claims for span in claim.spans])
    covered.append(Span(len(text), len(text)))
    spans = iter(covered)
    claimed, free = next(spans)
    facts = []
    for first, last in t.sentences:
        start, end = starts[first], ends[last - 1]
        while free <= start:
            claimed, free = next(spans)
        asserts = end <= claimed and (tag[first] or any(tag[first:last]))
        asserts = asserts and not _is_line(t, first, last) and not _is_to_reader(t, first, last)
        if asserts and not _is_asked(t, layout, first, last):
            span = tuple.__new__(Span, (start, end))
            paragraph = layout.paragraph_at(start)
            facts.append(Fact(short_hash(article, _place(span)), text[start:end], span, paragraph, article))
    return tuple(facts)


def _is_line(t: Tokens, first: int, last: int) -> bool:
    """Whether a sentence is a byline, a place or an hour, which asserts nothing: "By Ada Reed", "14:52 GMT"."""
    if last - first > _LONGEST_LINE or any(what & (FINITE | AUXILIARY) for what in t.tag[first:last]):
        return False
    return not any(word.islower() and word not in _IN_LINES for word in t.raw[first:last])


def _is_to_reader(t: Tokens, first: int, last: int) -> bool:
    """Whether a sentence only asks the reader to read on, or thanks for it: "Thanks for reading.", "Sign up for …"."""
    return tuple(t.lower[first : first + 2]) in _TO_READER and last - first <= _LONGEST_REQUEST


_TO_READER: Final = frozenset(
    (verb, word)
    for verb, rest in {
        "sign": "up in",
        "subscribe": "to now here today for",
        "follow": "us our me",
        "click": "here the to on",
        "tap": "here the to on",
        "read": "more also next on our",
        "see": "also more",
        "watch": "more also our",
        "thanks": "for",
        "thank": "you",
        "join": "us our",
        "support": "us our",
        "donate": "to now here today",
        "download": "our the",
        "share": "this your",
        "contact": "us our",
        "email": "us our",
        "like": "us our",
        "scroll": "down to",
    }.items()
    for word in rest.split()
)
"""The first two words of what a page says to its reader."""
_LONGEST_REQUEST: Final = 24
"""Tokens of the longest such sentence."""


def _is_asked(t: Tokens, layout: Layout, first: int, last: int) -> bool:
    """Whether a sentence is a question under a label, which asserts nothing.

    "Q: Why now?"
    """
    if t.text[t.end[last - 1] - 1] != "?" or ":" not in t.raw[first + 1 : first + _LABEL]:
        return False
    start = t.start[first]
    return layout.paragraphs[layout.paragraph_at(start) - 1].start == start
