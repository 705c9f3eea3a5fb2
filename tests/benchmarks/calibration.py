"""Measured confidence: how often each rule is right, as a table, and whether the table keeps its word.

A claim is right when it pairs with one that a person marked: see ``scoring``. Its speaker is judged where the claim
is right and names one, whatever words it takes for the mention: who reads a claim asks whether the name at it is
that of who made it, not by which of two mistakes it is another's. It is right when it is the same as the one whom
a person named: see ``naming``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from claimcli.parser.confidence import ANY
from tests.benchmarks.scoring import share

Key = tuple[str, str]
"""A rule's name and a kind of claim: a rule that finds quotations well may find paraphrase badly.

Of a rule that names speakers, its name and a type of speaker: people it may know well, and organizations badly.
"""

WEIGHT = 20
"""How many claims of mean precision each row begins with, so that a few claims are not taken for a measure."""

FOLDS = 5


class Judged(NamedTuple):
    """A claim of the parser: the number of its article, its rule and kind, the confidence it came with."""

    article: int
    key: Key
    confidence: float
    right: bool


class Told(NamedTuple):
    """What the head of a table tells, and what the second of its columns is called."""

    measures: str
    column: str
    command: str
    on: str
    right: str


RULES = Told(
    "How often each rule of the parser is right, by the kind of claim.",
    "kind",
    "--write-confidence",
    "{corpus}: {articles} articles",
    "the claims whose content shares at least half of its words with that of an annotated claim",
)
NAMING = Told(
    "How often each rule that names a speaker is right, by the type of speaker, given that the claim is right.",
    "type",
    "--people DIR --write-confidence",
    "{articles} articles of {corpus} annotated with names by hand",
    "the claims whose speaker is the one that a person named, by the words of both names",
)


class Row(NamedTuple):
    """One row of the table: how many claims a rule made, how many of them are right, what to expect of it."""

    claims: int
    right: int
    confidence: float


def measure(judged: Sequence[Judged]) -> dict[Key, Row]:
    """The precision of each rule and kind, first that of all claims, which stands in for unknown rules."""
    claims = Counter(claim.key for claim in judged)
    right = Counter(claim.key for claim in judged if claim.right)
    mean = share(right.total(), claims.total())
    rows = {(ANY, ANY): Row(claims.total(), right.total(), round(mean, 2))}
    for key in sorted(claims):
        expected = (right[key] + WEIGHT * mean) / (claims[key] + WEIGHT)
        rows[key] = Row(claims[key], right[key], round(expected, 2))
    return rows


def unseen(judged: Sequence[Judged]) -> Iterator[Judged]:
    """The claims with the confidence that a table gives which was made without their part of the articles.

    Every fifth article is one part.
    """
    for part in range(FOLDS):
        table = measure([claim for claim in judged if claim.article % FOLDS != part])
        for claim in judged:
            if claim.article % FOLDS == part:
                row = table.get(claim.key) or table[ANY, ANY]
                yield claim._replace(confidence=row.confidence)


def at_least(judged: Iterable[Judged], confidence: float) -> tuple[int, float]:
    """How many claims have at least this confidence, and the part of them that is right."""
    sure = [claim.right for claim in judged if claim.confidence >= confidence]
    return len(sure), share(sum(sure), len(sure))


def as_text(told: Told, rows: dict[Key, Row], corpus: str, articles: int, day: date) -> str:
    """A table as the package ships it: a head of comments, the names of the columns, a row a rule and kind or type."""
    head = f"""\
# {told.measures} Made by
#   python -m tests.benchmarks.accuracy GOLD_DIR {told.command}
# Measured on {told.on.format(corpus=corpus, articles=articles)}, {day.isoformat()}.
# right: {told.right}.
# confidence: (right + {WEIGHT} × mean) / (claims + {WEIGHT}), where the mean is the precision of all claims,
# so that a rule with few claims is taken for an average one. Unknown rules take the row "{ANY}".
"""
    lines = [f"rule\t{told.column}\tclaims\tright\tprecision\tconfidence"]
    for (rule, sort), (claims, right, confidence) in rows.items():
        lines.append(f"{rule}\t{sort}\t{claims}\t{right}\t{share(right, claims):.2f}\t{confidence:.2f}")
    return head + "\n".join(lines) + "\n"
