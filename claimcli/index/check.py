"""Was it said? A quotation compared word by word with the claims nearest to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claimcli.index.alignment import (
    Change,
    Difference,
    Step,
    Token,
    align,
    differences,
    quoted_tokens,
    tokens_of,
)
from claimcli.index.names import match_names
from claimcli.index.search import index_of
from claimcli.index.words import SMALL, stem
from claimcli.model import Article, Claim

LIMIT = 3  # claims compared, unless told

# Limits of the verdicts, as shares of the quotation's weight (rarer words weigh more).
ALTERED = 0.6  # kept in the same order
PARAPHRASE = 0.55  # found at all, in any order and with any ending

SHORTLIST = 30  # texts that are compared word by word


class Verdict(StrEnum):
    """What became of a quotation: the same words, nearly the same, the same in other words, or nowhere."""

    VERBATIM = "verbatim"
    ALTERED = "altered"
    PARAPHRASE = "paraphrase"
    NOT_FOUND = "not found"


_ORDER = list(Verdict)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A quotation beside one claim.

    ``score`` (0 to 100) is the share of the quotation that the claim has in the same order, its words weighed by
    how telling they are. ``same_speaker`` is None when no speaker was asked for.
    """

    claim: Claim
    score: float
    verdict: Verdict
    differences: tuple[Difference, ...]
    same_speaker: bool | None


@dataclass(frozen=True, slots=True)
class Check:
    """The verdict on a quotation, and the claims nearest to it, best first.

    ``wrong_speaker``: it was said, but by somebody else than the one asked about.
    """

    quote: str
    verdict: Verdict
    nearest: tuple[Comparison, ...]
    wrong_speaker: bool


def check(
    claims: Sequence[Claim],
    quote: str,
    *,
    speaker: str | None = None,
    limit: int = LIMIT,
    articles: Mapping[str, Article] | None = None,
) -> Check:
    """Whether ``quote`` was said in ``claims``, and by ``speaker`` if one is named (as people type names).

    Case, accents and punctuation do not count. In the quotation an ellipsis ("…", "...", "[...]") stands for
    words left out, brackets for an editor's own words; neither counts as a difference.

    verbatim: every word, in the same order; altered: at least 60 hundredths of the quotation's weight in the
    same order; paraphrase: at least 55 hundredths of it in any order or form; not found: less.
    """
    index = index_of(claims, articles=articles)
    tokens = quoted_tokens(quote)
    weights = [index.weight(token.word) for token in tokens]
    texts = index.nearest([token.word for token in tokens], SHORTLIST)
    by_speaker = _said_by(speaker, claims)
    compared = [
        _compare(claim, tokens, weights, by_speaker) for text in texts for claim in index.claims_of(text)
    ]
    found = sorted(
        compared, key=lambda other: (_ORDER.index(other.verdict), other.same_speaker is False, -other.score)
    )
    verdict = found[0].verdict if found else Verdict.NOT_FOUND
    wrong = bool(found) and verdict is not Verdict.NOT_FOUND and found[0].same_speaker is False
    return Check(quote, verdict, tuple(found[:limit]), wrong)


def _said_by(typed: str | None, claims: Sequence[Claim]) -> set[str] | None:
    """Names of the speakers that ``typed`` may mean, None if nobody was asked about."""
    if typed is None:
        return None
    return set(match_names(typed, (claim.speaker.name for claim in claims if claim.speaker)))


def _compare(
    claim: Claim, quote: Sequence[Token], weights: Sequence[float], by_speaker: set[str] | None
) -> Comparison:
    """``quote`` beside ``claim``."""
    words = tokens_of(claim.text)
    steps = align(quote, words, weights)
    total = sum(weight for token, weight in zip(quote, weights, strict=True) if not token.bracketed)
    kept = _kept(steps, quote, weights)
    score = kept / total if total else 0.0
    same_speaker = None if by_speaker is None else bool(claim.speaker and claim.speaker.name in by_speaker)
    return Comparison(
        claim,
        round(100 * score, 1),
        _verdict(steps, score, quote, words, weights),
        tuple(differences(steps, quote, words)),
        same_speaker,
    )


def _kept(steps: Sequence[Step], quote: Sequence[Token], weights: Sequence[float]) -> float:
    """The weight of the quotation's words that the claim has as they stand, in the same order."""
    return sum(
        weights[step.quote]
        for step in steps
        if step.change is Change.KEPT and step.quote is not None and not quote[step.quote].bracketed
    )


def _verdict(
    steps: Sequence[Step],
    score: float,
    quote: Sequence[Token],
    claim: Sequence[Token],
    weights: Sequence[float],
) -> Verdict:
    if not score:
        return Verdict.NOT_FOUND
    if all(step.change is Change.KEPT or step.marked for step in steps):
        return Verdict.VERBATIM
    missing = sum(step.change is Change.MISSING and not step.marked for step in steps)
    if score >= ALTERED and missing <= len(quote):
        return Verdict.ALTERED
    if _shared(quote, claim, weights) >= PARAPHRASE:
        return Verdict.PARAPHRASE
    return Verdict.NOT_FOUND


def _shared(quote: Sequence[Token], claim: Sequence[Token], weights: Sequence[float]) -> float:
    """The share of the quotation's telling words that the claim has, in any order and form."""
    telling = [
        (stem(token.word), weight) for token, weight in zip(quote, weights, strict=True) if _tells(token)
    ]
    roots = {stem(token.word) for token in claim}
    total = sum(weight for _, weight in telling)
    return sum(weight for root, weight in telling if root in roots) / total if len(telling) > 1 else 0.0


def _tells(token: Token) -> bool:
    return token.word not in SMALL and not token.bracketed
