"""Negations that only one of a quotation and a claim has: they turn the meaning, however few the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from claimcli.index.alignment import Change, Difference, Step, Token
from claimcli.index.words import SMALL, is_negation
from claimcli.names import stem

_CLAUSE_ENDS = re.compile(r"[.,;:!?…—–]")


def negations(
    steps: Sequence[Step], quote: Sequence[Token], claim: Sequence[Token], text: str
) -> Iterator[Difference]:
    """The negations that are missing in the quotation of a claim (of this ``text``) or added to it, a word each.

    "is not" for "isn't" and "never" for "not" are one negation for another. Words that the quotation owns up to
    leaving out count where they stand in the clause that it goes on with: "He is … for sale".

    Nor need it be the place that the quotation lies beside: "The clams will wait. The postdocs won't" denies that the
    postdocs will wait.
    """
    ours, theirs = _denying(quote), _denying(claim)
    answered = _denied_elsewhere(steps, quote, claim, text, theirs)
    if not ours:
        yield from (Difference(Change.MISSING, None, claim[place].span) for place in answered)
    for kept, run in groupby(steps, key=lambda step: step.change is Change.KEPT):
        if kept:
            continue
        changed = list(run)
        added = [quote[place] for step in changed if (place := step.quote) is not None and place in ours]
        missing = [claim[place] for step in changed if (place := step.claim) is not None and place in theirs]
        if _parts_clauses(changed, claim, text):
            missing = []
        both = min(len(added), len(missing))
        # "No one" for "nobody": at an end of the quotation the claim's own word may stand just outside.
        outside = len(theirs & _beside(changed, steps))
        for token in added[both + outside + len(answered) :]:
            yield Difference(Change.ADDED, token.span, None)
        for token in missing[both:]:
            yield Difference(Change.MISSING, None, token.span)


def negations_near(quote: Sequence[Token], claim: Sequence[Token], text: str) -> Iterator[Difference]:
    """The negations of the claim's clauses that share words with a quotation which tells them in an order of its own.

    None where the quotation has any itself: which of them is which, words in another order do not tell.
    """
    if _denying(quote):
        return
    theirs = _denying(claim)
    telling = {stem(token.word) for token in quote if _is_content(token.word)}
    for places in _clauses(claim, text):
        if not telling.isdisjoint(stem(claim[place].word) for place in places):
            for place in places:
                if place in theirs:
                    yield Difference(Change.MISSING, None, claim[place].span)


def _denied_elsewhere(
    steps: Sequence[Step], quote: Sequence[Token], claim: Sequence[Token], text: str, theirs: set[int]
) -> list[int]:
    """The negations of clauses that say of a word of the quotation, lost beside it, nothing that it has not as well."""
    kept = {step.quote for step in steps if step.change is Change.KEPT}
    beside = {step.claim for step in steps if step.quote is not None}
    lost = {token.word for place, token in enumerate(quote) if place not in kept and _is_content(token.word)}
    known = {stem(token.word) for token in quote}
    found = []
    for places in _clauses(claim, text):
        words = [claim[place].word for place in places]
        if not lost.isdisjoint(words) and beside.isdisjoint(places):
            if all(stem(word) in known or not _is_content(word) for word in words):
                found += [place for place in places if place in theirs]
    return found


def _is_content(word: str) -> bool:
    """Whether a word is neither small nor a negation."""
    return word not in SMALL and not is_negation(word)


def _clauses(claim: Sequence[Token], text: str) -> Iterator[list[int]]:
    """The places of the claim's words, clause by clause."""
    clause: list[int] = []
    for place, token in enumerate(claim):
        if clause and _CLAUSE_ENDS.search(text, claim[place - 1].span.end, token.span.start):
            yield clause
            clause = []
        clause.append(place)
    if clause:
        yield clause


def _denying(tokens: Sequence[Token]) -> set[int]:
    """The places of negations. "Nor" only goes on with the one before it: "not here nor there", "not here or there"."""
    places = [place for place, token in enumerate(tokens) if is_negation(token.word)]
    return {
        place
        for number, place in enumerate(places)
        if not (number and tokens[place].word == "nor") and not _says_more(tokens, place)
    }


def _says_more(tokens: Sequence[Token], place: int) -> bool:
    """Whether a negation denies nothing: "not only"."""
    return tokens[place].word == "not" and [token.word for token in tokens[place + 1 : place + 2]] == ["only"]


def _parts_clauses(run: Sequence[Step], claim: Sequence[Token], text: str) -> bool:
    """Whether an ellipsis stands for more than words of one clause."""
    left_out = [step.claim for step in run if step.marked and step.claim is not None]
    if not left_out:
        return False
    before, after = max(left_out[0] - 1, 0), min(left_out[-1] + 1, len(claim) - 1)
    return _CLAUSE_ENDS.search(text, claim[before].span.end, claim[after].span.start) is not None


def _beside(run: Sequence[Step], steps: Sequence[Step]) -> set[int]:
    """The places of the claim's words next to ``run`` that the quotation, which begins or ends there, leaves out."""
    places = [step.claim for step in steps if step.claim is not None]
    if not places:
        return set()
    before = {places[0] - 1} if run[0] is steps[0] else set()
    after = {places[-1] + 1} if run[-1] is steps[-1] else set()
    return {*before, *after}
