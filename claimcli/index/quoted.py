"""Which words of a claim are its speaker's own: those that the article has in quotation marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from claimcli.index.words import JOIN
from claimcli.model import Claim, Kind, Span


class Quoted(StrEnum):
    """How many of some words stand in quotation marks."""

    ALL = "all"
    SOME = "some"
    NONE = "none"


def quoted_spans(claim: Claim) -> tuple[Span, ...]:
    """What of the claim's text stands in quotation marks, these included: character offsets into it, in order."""
    if claim.kind is Kind.INDIRECT:
        return ()
    pieces: list[Span] = []
    for start, end in claim.spans:
        before = pieces[-1].end + len(JOIN) if pieces else 0
        pieces.append(Span(before, before + end - start))
    if claim.kind is Kind.DIRECT:
        return tuple(pieces)
    return in_marks(claim.text, tuple(pieces))


def in_marks(text: str, paragraphs: tuple[Span, ...]) -> tuple[Span, ...]:
    """What of a text stands in quotation marks, these included; no quotation goes beyond its paragraph."""
    from claimcli.parser.quotation import find_quotations  # the parser, which claims read back do without
    from claimcli.parser.text import as_written

    return tuple(find_quotations(as_written(text), paragraphs))


def how_quoted(words: Sequence[Span], quoted: Iterable[Span]) -> tuple[Quoted, tuple[Span, ...]]:
    """How many of ``words`` stand within ``quoted``, and those of ``quoted`` that hold any; both in order."""
    holding = tuple(span for span in quoted if any(_holds(span, word) for word in words))
    inside = sum(any(_holds(span, word) for span in holding) for word in words)
    return Quoted.NONE if not inside else Quoted.ALL if inside == len(words) else Quoted.SOME, holding


def _holds(span: Span, word: Span) -> bool:
    return span.start <= word.start and word.end <= span.end
