"""The parser: a text becomes an Article, one stage a line.

Each stage is a function from what it is given to what it adds; none of them changes the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from claimcli.model import Article, Claim, Fact, Kind, Span, Speaker
from claimcli.parser.attribution import Attribution, find_attributions
from claimcli.parser.confidence import confidence_of
from claimcli.parser.decisions import find_decisions
from claimcli.parser.quotation import find_quotations
from claimcli.parser.speakers import Speakers
from claimcli.parser.text import QUOTATION, Layout, Tokens, lay_out, tokenize


def parse(
    text: str, *, title: str | None = None, source: str | None = None, published: str | None = None
) -> Article:
    """Read an article. Never raises on any text; takes time in step with its length.

    Spans in the result are character offsets into ``text`` exactly as given.
    """
    article = _hash(title or "", text)
    layout = lay_out(text)
    quotations = find_quotations(text, layout.blocks)
    tokens = tokenize(text, layout.blocks, quotations)
    attributions = find_attributions(tokens, layout)
    people = Speakers(tokens, layout)
    speakers = people.resolve(attributions)
    decisions, about = find_decisions(tokens, layout, people, attributions, speakers, article)
    claims = _claims(tokens, layout, attributions, speakers, about, article)
    facts = _facts(tokens, layout, claims, article)
    found = tuple(dict.fromkeys(claim.speaker for claim in claims if claim.speaker))
    return Article(
        article, title, source, published, text, layout.paragraphs, claims, tuple(decisions), found, facts
    )


def _hash(*parts: str) -> str:
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _claims(
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
        kind = _kind(t, a.content)
        claim = Claim(
            id=_hash(article, *map(str, spans), str(cue)),
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


def _kind(t: Tokens, content: Iterable[tuple[int, int]]) -> Kind:
    quoted = words = False
    for first, last in content:
        for i in range(first, last):
            if t.lower[i] == QUOTATION:
                quoted = True
            elif t.tag[i]:
                words = True
    return Kind.INDIRECT if not quoted else Kind.MIXED if words else Kind.DIRECT


def _facts(t: Tokens, layout: Layout, claims: tuple[Claim, ...], article: str) -> tuple[Fact, ...]:
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
        if not any(t.tag[i] for i in range(first, last)):
            continue
        span = Span(start, end)
        facts.append(
            Fact(_hash(article, str(span)), t.text[start:end], span, layout.paragraph_at(start), article)
        )
    return tuple(facts)
