"""The same quotation across articles: who carries it, in which words, and who does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimcli.index.alignment import Difference, align, differences, tokens_of
from claimcli.model import Article, Claim

ROW = 4  # words in a row that two claims must share to be compared at all
COMMON = 40  # a row of words in more texts than this is a turn of phrase, and no sign of a shared source
LEAST_WORDS = 8  # a claim that is shorter says too little to be known again
SAME = 75.0  # percent of the shorter claim's words that stand in one place of the longer, in the same order


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording of a shared quotation, and the claims that have it.

    ``differences`` are to the first variant: their ``quote`` offsets are into this wording (the text of the
    first of ``claims``), their ``claim`` offsets into that of the first variant, which has none itself.
    """

    claims: tuple[Claim, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """A quotation that several articles carry: its wordings, that of most articles first; article ids."""

    variants: tuple[Variant, ...]
    carried_by: tuple[str, ...]
    missing_from: tuple[str, ...]


def compare(articles: Sequence[Article]) -> list[Shared]:
    """Claims that two or more of ``articles`` make in nearly the same words, those of most articles first.

    Two claims of eight words or more are the same where at least 75 % of the shorter's words stand in one
    place of the longer in the same order. Only claims that share an uncommon row of four words are compared,
    so that work grows with the number of claims and not of their pairs.
    """
    claims = [claim for article in articles for claim in article.claims]
    words = [tuple(token.word for token in tokens_of(claim.text)) for claim in claims]
    groups: dict[int, list[int]] = defaultdict(list)
    leader = list(range(len(claims)))
    for pair in _likely_pairs(words):
        # The firsts of two groups are compared, so that groups do not grow into chains of neighbours.
        first, second = sorted(_root(leader, place) for place in pair)
        if first != second and _are_same(words[first], words[second]):
            leader[second] = first
    for place in range(len(claims)):
        groups[_root(leader, place)].append(place)
    ids = list(dict.fromkeys(article.id for article in articles))
    shared = [
        _shared([claims[place] for place in group], [words[place] for place in group], ids)
        for group in groups.values()
        if len({claims[place].article for place in group}) > 1
    ]
    return sorted(shared, key=lambda row: -len(row.carried_by))


def _likely_pairs(words: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Pairs of claims that share an uncommon row of words; claims of the very same words in a chain."""
    same: dict[tuple[str, ...], int] = {}
    rows: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, text in enumerate(words):
        if len(text) < LEAST_WORDS:
            continue
        if text in same:
            yield same[text], place
            continue
        same[text] = place
        for row in {text[start : start + ROW] for start in range(len(text) - ROW + 1)}:
            rows[row].append(place)
    for places in rows.values():
        if 1 < len(places) <= COMMON:
            yield from combinations(places, 2)


def _root(leader: list[int], place: int) -> int:
    """The first claim of the group that ``place`` is in, with the way there made shorter."""
    while leader[place] != place:
        leader[place] = leader[leader[place]]
        place = leader[place]
    return place


def _are_same(one: Sequence[str], other: Sequence[str]) -> bool:
    from rapidfuzz import fuzz

    return fuzz.partial_ratio(one, other, score_cutoff=SAME) > 0


def _shared(claims: Sequence[Claim], words: Sequence[tuple[str, ...]], ids: Iterable[str]) -> Shared:
    """The row of one group: claims of the same words are one variant."""
    variants: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim, text in zip(claims, words, strict=True):
        variants[text].append(claim)
    ranked = sorted(
        variants.values(), key=lambda same: (-len({claim.article for claim in same}), -len(same[0].text))
    )
    first = tokens_of(ranked[0][0].text)
    rows = [Variant(tuple(ranked[0]), ())]
    for same in ranked[1:]:
        own = tokens_of(same[0].text)
        steps = align(own, first, [1.0] * len(own))
        rows.append(Variant(tuple(same), tuple(differences(steps, own, first))))
    carriers = {claim.article for claim in claims}
    return Shared(
        tuple(rows),
        tuple(article for article in ids if article in carriers),
        tuple(article for article in ids if article not in carriers),
    )


def _rank(same: Sequence[Claim]) -> tuple[int, int]:
    """Wordings of more articles first, longer ones before shorter."""
    return -len({claim.article for claim in same}), -len(same[0].text)
