"""Attributions as claims, and what no claim covers as facts.

Token ranges become spans of the text; the claims and the facts stand in its order.
"""

from __future__ import annotations

from claimcli.model import Claim, Fact, Kind, Span, Speaker
from claimcli.parser.attribution import Attribution
from claimcli.parser.confidence import confidence_of
from claimcli.parser.ids import short_hash
from claimcli.parser.text import QUOTATION, Layout, Tokens

_GOVERNED = frozenset({"object", "particle", "as", "relative", "known-as"})
"""What follows the cue in rules whose content is part of the article's own sentence."""


def to_claims(
    t: Tokens,
    layout: Layout,
    attributions: list[Attribution],
    speakers: list[Speaker | None],
    about: list[tuple[str, ...]],
    article: str,
) -> tuple[Claim, ...]:
    """Attributions as claims: token ranges become spans of the text, in the text's order."""
    speaker_of = {id(a): speaker for a, speaker in zip(attributions, speakers, strict=True)}
    claims = []
    for a, speaker, decisions in zip(attributions, speakers, about, strict=True):
        spans = tuple(
            span for first, last in a.content for span in layout.split(t.start[first], t.end[last - 1])
        )
        cue = _span(t, a.cue)
        kind = _kind(t, a)
        claim = Claim(
            id=short_hash(article, *map(str, spans), str(cue)),
            kind=kind,
            text=" … ".join([t.text[start:end] for start, end in spans]),
            spans=spans,
            speaker=speaker,
            mention=_span(t, a.mention),
            cue=cue,
            via=speaker_of.get(id(a.via)),
            about=decisions,
            paragraph=layout.paragraph_at(spans[0].start),
            confidence=confidence_of(a.rules[0], kind),
            because=tuple(a.rules),
            article=article,
        )
        claims.append(claim)
    claims.sort(key=lambda claim: claim.spans[0])
    return tuple(claims)


def _span(t: Tokens, tokens: tuple[int, int] | None) -> Span | None:
    return Span(t.start[tokens[0]], t.end[tokens[1] - 1]) if tokens else None


def _kind(t: Tokens, a: Attribution) -> Kind:
    quoted = any(QUOTATION in t.lower[first:last] for first, last in a.content)
    words = any(any(t.tag[first:last]) for first, last in a.content)
    if not quoted:
        return Kind.INDIRECT
    fragment = a.rules[0].rpartition("-then-")[2] in _GOVERNED
    return Kind.MIXED if words or fragment else Kind.DIRECT


def to_facts(t: Tokens, layout: Layout, claims: tuple[Claim, ...], article: str) -> tuple[Fact, ...]:
    """The sentences that no claim covers: the article's own voice."""
    spans = sorted(span for claim in claims for span in claim.spans)
    facts = []
    at = 0
    for first, last in t.sentences:
        start, end = t.start[first], t.end[last - 1]
        while at < len(spans) and spans[at].end <= start:
            at += 1
        if at < len(spans) and spans[at].start < end:
            continue
        if not any(t.tag[first:last]):
            continue
        span = Span(start, end)
        facts.append(
            Fact(short_hash(article, str(span)), t.text[start:end], span, layout.paragraph_at(start), article)
        )
    return tuple(facts)
