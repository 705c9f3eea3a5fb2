"""Where an article names whom somebody asks for, beside a claim that it gives to another."""

from __future__ import annotations

from typing import NamedTuple

from claimcli.index.alignment import tokens_of
from claimcli.model import Article, Claim, Span
from claimcli.names import Typed
from claimcli.query import speaker_names


class Named(NamedTuple):
    """A name in an article: offsets into its text, the paragraph, and whether any claim there is this speaker's."""

    span: Span
    paragraph: int
    speaks: bool


def named_near(article: Article, typed: str, claim: Claim) -> Named | None:
    """Where the name that was typed, or its last word, stands nearest to ``claim``; None where it stands nowhere."""
    text = tokens_of(article.text)
    words = [token.word for token in text]
    asked = [token.word for token in tokens_of(typed)]
    start = claim.spans[0].start
    for name in (asked, asked[-1:]):
        size = len(name)
        places = [
            Span(text[at].span.start, text[at + size - 1].span.end)
            for at, word in enumerate(words)
            if name and word == name[0] and words[at : at + size] == name
        ]
        if places:
            span = min(places, key=lambda place: abs(place.start - start))
            return Named(span, _paragraph(article, span), _speaks(article, typed))
    return None


def _paragraph(article: Article, span: Span) -> int:
    """The number of the paragraph that holds a span, from 1."""
    return sum(paragraph.start <= span.start for paragraph in article.paragraphs) or 1


def _speaks(article: Article, typed: str) -> bool:
    asked = Typed(typed)
    return any(asked.closeness(speaker_names(who), near=False) for who in article.speakers)
