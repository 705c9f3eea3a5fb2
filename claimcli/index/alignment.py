"""A quotation laid beside a claim, word by word, with what an editor's marks in it mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from claimcli.index.words import WORD, fold, rows_of
from claimcli.model import Span
from claimcli.names import stem

# "[W]e" is a word with another capital; "[...]" and "…" leave words out; "[the minister]" puts others there.
_CAPITAL = re.compile(r"\[(\w)\](?=\w)")
_MARK = re.compile(r"(?P<gap>\[\s?(?:(?:\.\s?){3,}|…\s?)\]|(?:\.\s?){2,}\.|…)|\[[^\[\]]*\]")

# What a step costs, beside words that weigh up to 1.
LIKE = 0.6  # share of its weight that another form of a word, or a near spelling, keeps
SKIP = 0.08  # a word of the claim that the quotation lacks
ADD = 0.12  # a word of the quotation that the claim lacks
MOST_CELLS = 2_000_000  # pairs of words: a quotation of 1,000 words beside a claim of 2,000
ROW = 8  # words: so many in a row are no turn of phrase
SWAP = 0.1  # another word in its place: cheaper than one lacking and one added


class Change(StrEnum):
    """What became of words between a claim and the quotation of it."""

    KEPT = "kept"
    CHANGED = "changed"
    MISSING = "missing"  # in the claim, not in the quotation
    ADDED = "added"  # in the quotation, not in the claim


@dataclass(frozen=True, slots=True)
class Difference:
    """A run of words with one fate: character offsets into quotation and claim text, None if absent.

    ``marked`` is true where the quotation owns up to it by an ellipsis or brackets.
    """

    change: Change
    quote: Span | None
    claim: Span | None
    marked: bool = False


class Token(NamedTuple):
    """A word where it stands. ``after_gap``: an ellipsis precedes it; ``bracketed``: an editor's word."""

    word: str
    span: Span
    after_gap: bool = False
    bracketed: bool = False


class Step(NamedTuple):
    """One word of the alignment: places in the quotation's and the claim's words, None if absent."""

    change: Change
    quote: int | None
    claim: int | None
    marked: bool


def tokens_of(text: str) -> list[Token]:
    """The words of a claim."""
    return [Token(fold(match[0]), Span(*match.span())) for match in WORD.finditer(text)]


def quoted_tokens(quote: str) -> list[Token]:
    """The words of a quotation, with its ellipses and brackets understood."""
    capitals = {match.start() for match in _CAPITAL.finditer(quote)}
    gaps, brackets = [], []
    for mark in _MARK.finditer(quote):
        if mark["gap"]:
            gaps.append(mark.start())
        elif mark.start() not in capitals:
            brackets.append(mark.span())
    # The brackets of a capital become characters that part nothing, so that offsets stay.
    plain = _CAPITAL.sub(lambda match: f"\u0300{match[1]}\u0300", quote)
    tokens = []
    before = 0
    for match in WORD.finditer(plain):
        start, end = match.span()
        if start - 1 in capitals:
            start -= 1
        gap = any(before <= place < start for place in gaps)
        inside = any(first <= start < last for first, last in brackets)
        tokens.append(Token(fold(match[0]), Span(start, end), gap, inside))
        before = end
    return tokens


def align(quote: Sequence[Token], claim: Sequence[Token], weights: Sequence[float]) -> list[Step]:
    """The cheapest way from the claim's words to the quotation's; the claim may go on before and after it.

    ``weights`` are those of the quotation's words. Work is in step with the product of both lengths, as far as that is
    not ``MOST_CELLS``; beyond, with a 64th of it, and all words weigh the same.
    """
    if len(quote) * len(claim) > MOST_CELLS:
        return _align_long(quote, claim)
    scores, moves = _table(quote, claim, weights)
    row, column = len(quote), max(range(len(claim) + 1), key=lambda place: scores[place])
    steps: list[Step] = []
    while row:
        move = moves[row - 1][column]
        if move == _SKIPPED:
            column -= 1
            marked = _is_gap(quote, row)
            steps.append(Step(Change.MISSING, None, column, marked))
        elif move == _ADDED:
            row -= 1
            steps.append(Step(Change.ADDED, row, None, quote[row].bracketed))
        else:
            row, column = row - 1, column - 1
            same = quote[row].word == claim[column].word
            marked = quote[row].bracketed and not same
            steps.append(Step(Change.KEPT if same else Change.CHANGED, row, column, marked))
    steps.reverse()
    return steps


def _align_long(quote: Sequence[Token], claim: Sequence[Token]) -> list[Step]:
    """The way with the fewest changed words: for texts so long that weighing each pair of words takes too long."""
    from rapidfuzz.distance import Levenshtein

    words = [token.word for token in quote]
    first, last = _window(words, [token.word for token in claim])
    there = [token.word for token in claim[first:last]]
    steps: list[Step] = []
    for run in Levenshtein.opcodes(words, there):
        start, end = first + run.dest_start, first + run.dest_end
        if run.tag == "insert":
            # else the claim begins before the quotation, or goes on behind it
            if 0 < run.src_start < len(quote):
                marked = _is_gap(quote, run.src_start)
                steps += (Step(Change.MISSING, None, place, marked) for place in range(start, end))
            continue
        change = {"equal": Change.KEPT, "replace": Change.CHANGED, "delete": Change.ADDED}[run.tag]
        for place in range(run.src_start, run.src_end):
            own = None if change is Change.ADDED else start + place - run.src_start
            steps.append(Step(change, place, own, quote[place].bracketed and change is not Change.KEPT))
    return steps


def _window(quote: Sequence[str], claim: Sequence[str]) -> tuple[int, int]:
    """Where in a long claim a long quotation begins and ends, by the first and last row of words that both have.

    A row that the claim has several times does not tell.
    """
    counts = Counter(rows_of(claim, ROW))
    rows = {row: place for place, row in enumerate(rows_of(claim, ROW)) if counts[row] == 1}
    shared = [(place, rows[row]) for place, row in enumerate(rows_of(quote, ROW)) if row in rows]
    if not shared:
        return 0, len(claim)
    (before, first), (behind, last) = shared[0], shared[-1]
    start, end = max(first - before, 0), last + len(quote) - behind
    return (start, end) if start < end else (0, len(claim))


_PAIRED, _ADDED, _SKIPPED = range(3)


def _table(
    quote: Sequence[Token], claim: Sequence[Token], weights: Sequence[float]
) -> tuple[list[float], list[list[int]]]:
    """The scores of the whole quotation ending at each word of the claim, and the move to each cell."""
    above = [0.0] * (len(claim) + 1)
    moves: list[list[int]] = []
    stems = [stem(token.word) for token in claim]
    for row, token in enumerate(quote):
        weight, root, free = weights[row], stem(token.word), token.bracketed
        add = 0.0 if free else ADD
        skip = 0.0 if _is_gap(quote, row + 1) else SKIP
        scores, chosen = [above[0] - add], [_ADDED]
        for column, other in enumerate(claim):
            if token.word == other.word:
                paired = above[column] + weight
            elif root == stems[column]:
                paired = above[column] + weight * LIKE
            else:
                paired = above[column] - (0.0 if free else SWAP)
            best, move = paired, _PAIRED
            if above[column + 1] - add > best:
                best, move = above[column + 1] - add, _ADDED
            if scores[column] - skip > best:
                best, move = scores[column] - skip, _SKIPPED
            scores.append(best)
            chosen.append(move)
        moves.append(chosen)
        above = scores
    return above, moves


def _is_gap(quote: Sequence[Token], row: int) -> bool:
    """Whether words of the claim may be left out between words ``row - 1`` and ``row`` of the quotation."""
    if row >= len(quote):
        return False
    return quote[row].after_gap or quote[row].bracketed or quote[row - 1].bracketed


def differences(
    steps: Sequence[Step], quote: Sequence[Token], claim: Sequence[Token]
) -> Iterator[Difference]:
    """Steps with the same fate in a row as one difference."""
    start = 0
    for place in range(1, len(steps) + 1):
        if place < len(steps) and (steps[place].change, steps[place].marked) == (
            steps[start].change,
            steps[start].marked,
        ):
            continue
        run = steps[start:place]
        yield Difference(
            run[0].change,
            cover([quote[step.quote].span for step in run if step.quote is not None]),
            cover([claim[step.claim].span for step in run if step.claim is not None]),
            run[0].marked,
        )
        start = place


def cover(spans: Sequence[Span]) -> Span | None:
    """All of ``spans``, which stand in order, as one; None of none."""
    return Span(spans[0].start, spans[-1].end) if spans else None
