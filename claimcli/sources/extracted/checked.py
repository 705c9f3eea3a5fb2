"""Whether what was read back is an article that others may rely on."""

from __future__ import annotations

from itertools import chain

from claimcli.model import Article


def checked(article: Article) -> Article:
    """``article``, as whoever gets it may rely on. Raises ``TypeError`` or ``ValueError`` where it does not fit."""
    length = len(article.text)
    words = [article.id]
    maybe = [article.title, article.source, article.published]
    spans = [*article.paragraphs]
    numbers = [1]
    decisions = set()
    for decision in article.decisions:
        decisions.add(decision.id)
        words += decision.id, decision.label, decision.action, *decision.because
        maybe += decision.actor, decision.when
        spans.append(decision.evidence)
    for claim in article.claims:
        if not claim.article:
            continue  # a husk
        words += claim.because
        words += claim.id, claim.text
        spans += claim.spans
        if claim.mention:
            spans.append(claim.mention)
        if claim.cue:
            spans.append(claim.cue)
        numbers.append(claim.paragraph)
        if claim.about and not decisions.issuperset(claim.about):
            raise ValueError("a claim about a decision that is not there")
        if not 0 <= claim.confidence <= 1:
            raise ValueError(f"a confidence of {claim.confidence}")
        if claim.speaker_confidence is not None and not 0 <= claim.speaker_confidence <= 1:
            raise ValueError(f"a confidence of {claim.speaker_confidence} in the speaker")
    for fact in article.facts:
        words.append(fact.id)
        spans.append(fact.span)
        numbers.append(fact.paragraph)
    offsets = [0, *chain.from_iterable(spans)]
    "".join(words)  # which takes nothing but text
    if not {str, type(None)}.issuperset(map(type, maybe)):
        raise TypeError("something else than text where text is wanted")
    if not {int}.issuperset(map(type, offsets)) or min(offsets) < 0 or max(offsets) > length:
        raise ValueError("a place that is not in the text")
    if not {int}.issuperset(map(type, numbers)) or min(numbers) < 1 or max(numbers) > max(length, 1):
        raise ValueError("a paragraph that is not there")
    return article
