"""Attributions as claims: token ranges become spans of the text, and the claims stand in its order."""

from __future__ import annotations

from claimcli.model import Claim, Kind, Span, Speaker
from claimcli.parser.attribution import Attribution
from claimcli.parser.attribution.nested import Nested
from claimcli.parser.confidence import confidence_of, speaker_confidence_of
from claimcli.parser.ids import Ids
from claimcli.parser.speakers import Speakers
from claimcli.parser.speakers.naming.runs import is_nickname
from claimcli.parser.speakers.naming.spelling import with_listed
from claimcli.parser.text import Layout, Tokens, places
from claimcli.rules import GOVERNED, traits_of


def to_claims(
    t: Tokens,
    layout: Layout,
    attributions: list[Attribution],
    speakers: list[Speaker | None],
    about: list[tuple[str, ...]],
    nested: list[Nested],
    people: Speakers,
    ids: Ids,
) -> tuple[Claim, ...]:
    """Attributions as claims: token ranges become spans of the text, in the text's order."""
    speaker_of = dict(zip(map(id, attributions), speakers, strict=True))
    claims = [
        _claim(t, layout, a, speaker, speaker_of[id(a.via)] if a.via else None, decisions, ids)
        for a, speaker, decisions in zip(attributions, speakers, about, strict=True)
    ]
    for each in nested:
        inner, a, teller = each.t, each.attribution, speaker_of[id(each.outer)]
        speaker = people.quoted(each, teller)
        a.rules.append("quoted by another" if speaker != teller else "quoting oneself")
        claims.append(_claim(inner, layout, a, speaker, teller if speaker != teller else None, (), ids))
    claims.sort(key=lambda claim: claim.spans[0])
    return tuple(claims)


def _claim(
    t: Tokens,
    layout: Layout,
    a: Attribution,
    speaker: Speaker | None,
    via: Speaker | None,
    about: tuple[str, ...],
    ids: Ids,
) -> Claim:
    """One attribution as a claim; its ranges count the tokens of ``t``."""
    text, starts, ends = t.text, t.start, t.end
    spans: list[Span] = []
    for first, last in a.content:
        spans += layout.split(*with_listed(text, starts[first], ends[last - 1]))
    mention = t.span(a.mention) if a.mention else None
    cue = t.span(a.cue) if a.cue else None
    kind = _kind(t, a)
    start, end = spans[0]
    return Claim(  # by position: by name costs as much again, and a parse makes many
        ids.of([*[ids.place(span) for span in spans], ids.place(cue)]),
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
        ids.article,
        None if speaker is None else speaker_confidence_of(a.rules, speaker.type),
    )


def _kind(t: Tokens, a: Attribution) -> Kind:
    quoted = [i for first, last in a.content for i in places(t.quoted, "1", first, last)]
    if all(is_nickname(t, i) or t.lower[i - 1] == "so-called" for i in quoted):
        return Kind.INDIRECT  # no quotation, or "James “Jimbo” Reed", "the so-called “Mill” men"
    if traits_of(a.rules[0]) & GOVERNED:
        return Kind.MIXED
    for first, last in a.content:
        if any(t.tag[first:last]):
            return Kind.MIXED
    return Kind.DIRECT
