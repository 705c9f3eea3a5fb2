"""How near the claims that a system finds come to those that people marked.

Contents are compared as sets of word tokens. Marked and found claims are paired one to one, the pair with
the largest overlap (words in both, by words in either) first, where it is at least one half.

- claims: the pairs. attributed: those whose speaker is right too: the mentions share a word, or neither has
  one. exact: those whose contents are the same words, an opening "that" aside.
- tokens: the words of any claim, without pairs.
- by kind: how much of the content stands in quotation marks (direct: all, mixed: some, indirect: none),
  recall by the kind of the marked claim, precision by that of the found one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tests.benchmarks.corpus import Annotated, Text

LEAST_OVERLAP = 0.5
KINDS = ("direct", "mixed", "indirect")
MEASURES = ("claims", "attributed", "exact", "tokens")


class Rates(NamedTuple):
    """Precision, recall and their harmonic mean, 0 to 1."""

    precision: float
    recall: float
    f1: float


def rates(right: int, found: int, marked: int) -> Rates:
    return Rates(share(right, found), share(right, marked), share(2 * right, found + marked))


def share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def pair(marked: Sequence[Annotated], found: Sequence[Annotated]) -> list[tuple[int, int]]:
    """The pairs of a marked and a found claim, as their places in the two sequences."""
    near = []
    for m, one in enumerate(marked):
        for f, other in enumerate(found):
            both = len(one.content & other.content)
            if both and both >= LEAST_OVERLAP * len(one.content | other.content):
                near.append((-both / len(one.content | other.content), m, f))
    pairs: dict[int, int] = {}
    taken = set()
    for _, m, f in sorted(near):
        if m not in pairs and f not in taken:
            pairs[m] = f
            taken.add(f)
    return list(pairs.items())


class Score:
    """What one system gets right, added up over articles."""

    def __init__(self) -> None:
        self.articles = 0
        self._count: Counter[tuple[str, str]] = Counter()

    def add(self, text: Text, marked: Sequence[Annotated], found: Sequence[Annotated]) -> dict[int, int]:
        """Count one article; returns the found claims that are right, each with the marked one it is paired with."""
        self.articles += 1
        count = self._count
        for claim in marked:
            count["marked", text.kind(claim.content)] += 1
        for claim in found:
            count["found", text.kind(claim.content)] += 1
        pairs = {f: m for m, f in pair(marked, found)}
        for one, other in [(marked[m], found[f]) for f, m in pairs.items()]:
            kind = text.kind(one.content)
            count["recalled", kind] += 1
            count["right", text.kind(other.content)] += 1
            count["attributed", kind] += same_speaker(one, other)
            count["exact", kind] += same_content(text, one, other)
        marked_words = frozenset[int]().union(*(claim.content for claim in marked))
        found_words = frozenset[int]().union(*(claim.content for claim in found))
        count["words", "marked"] += len(marked_words)
        count["words", "found"] += len(found_words)
        count["words", "both"] += len(marked_words & found_words)
        return pairs

    def all(self, what: str) -> int:
        """How many claims are ``marked``, ``found``, ``recalled``, ``attributed`` or ``exact``."""
        return sum(self._count[what, kind] for kind in KINDS)

    def rates(self, measure: str) -> Rates:
        """The rates of one of ``MEASURES``."""
        if measure == "tokens":
            words = self._count
            return rates(words["words", "both"], words["words", "found"], words["words", "marked"])
        right = self.all("recalled" if measure == "claims" else measure)
        return rates(right, self.all("found"), self.all("marked"))

    def kind(self, kind: str) -> dict[str, float]:
        """One kind: how many are ``marked`` and ``found``, and the rates of those that are right."""
        marked, found = self._count["marked", kind], self._count["found", kind]
        return {
            "marked": marked,
            "recall": share(self._count["recalled", kind], marked),
            "attributed recall": share(self._count["attributed", kind], marked),
            "found": found,
            "precision": share(self._count["right", kind], found),
        }


def same_speaker(one: Annotated, other: Annotated) -> bool:
    return bool(one.speaker & other.speaker) or not (one.speaker or other.speaker)


def same_content(text: Text, one: Annotated, other: Annotated) -> bool:
    return _without_that(text, one.content) == _without_that(text, other.content)


def _without_that(text: Text, content: frozenset[int]) -> frozenset[int]:
    first = min(content)
    return content - {first} if text.word(first).lower() == "that" else content
