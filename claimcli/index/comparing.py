"""The same quotation across articles: who carries it, in which words, and who does not."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple

from claimcli.index.alignment import Change, Difference, Token, cover, tokens_of
from claimcli.index.words import Words, rows_of
from claimcli.model import Article, Claim, Kind, Span

ROW = 4  # words in a row that two wordings must share to be compared at all
COMMON = 20  # a row of words in more quotations than this is a turn of phrase, and no sign of a shared source
GAP = 1  # words, of either wording, that may stand between words of one run
RUN = 2  # words that both have in such a run, and are no coincidence
MOST_PAIRS = 200_000  # of the same word in two wordings: those of 5,000 words of prose
LEAST_WEIGHT = (
    2.5  # of the words in such runs: lighter ones are a turn of phrase that two speakers would find
)

_SENTENCE_ENDS = re.compile(r"[.!?…]")

Wording = tuple[str, ...]


class Limits(NamedTuple):
    """What two wordings have to share: words in runs, and their share of the shorter wording."""

    words: int
    share: float


QUOTED = Limits(5, 0.75)  # where the shorter is all in quotation marks
TOLD = Limits(8, 0.8)  # other words are a journalist's as well: fewer may be no more than the name of a thing

Weigh = Callable[[str], float]


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
    """A quotation that several articles carry: its wordings, that of most articles first.

    ``carried_by`` are the ids of these articles, ``among`` those of all that were compared, in their order.
    """

    variants: tuple[Variant, ...]
    carried_by: tuple[str, ...]
    among: tuple[str, ...]

    @property
    def missing_from(self) -> tuple[str, ...]:
        """The ids of the articles that do not carry it."""
        carriers = set(self.carried_by)
        return tuple(article for article in self.among if article not in carriers)


def compare(articles: Iterable[Article], claims: Iterable[Claim] | None = None) -> list[Shared]:
    """Claims that two or more of ``articles`` make in nearly the same words, those of most articles first.

    ``claims`` are those to compare, all of the articles' unless told. Two wordings are of the same quotation
    where 75 % of the shorter's words stand in the longer in the same order, near one another but for gaps: it may
    be cut at its ends or in the middle, told indirectly, or have words changed. These must be five words or more;
    where the shorter is not all in quotation marks eight, and 80 %; fewer, where one speaker is quoted with just the
    same words ("to comment" is nothing that two articles share). Only wordings that share an uncommon row of
    four words are compared, so that work grows with the number of claims and not of their pairs.
    """
    articles = list(articles)
    if claims is None:
        claims = (claim for article in articles for claim in article.claims)
    said: dict[Wording, list[Claim]] = defaultdict(list)
    words = Words()
    for claim in claims:
        said[words.of(claim.text)].append(claim)
    said = {words: told for words, claims in said.items() if (told := _telling(words, claims))}
    wordings = list(said)
    places = {
        article: place for place, article in enumerate(dict.fromkeys(article.id for article in articles))
    }
    among = tuple(places)
    shared = [
        _shared([said[wordings[place]] for place in group], places, among)
        for group in _groups(wordings, [_limits(claims) for claims in said.values()], _weights(said))
    ]
    return sorted(filter(None, shared), key=lambda row: -len(row.carried_by))


def _telling(words: Wording, claims: list[Claim]) -> list[Claim]:
    """The claims of one wording that may have one source: of few words those that quote one person twice."""
    if len(words) >= _limits(claims).words:
        return claims
    speakers = Counter(claim.speaker.name for claim in claims if claim.speaker and claim.kind is Kind.DIRECT)
    return [claim for claim in claims if claim.speaker and speakers[claim.speaker.name] > 1]


def _weights(said: Mapping[Wording, Sequence[Claim]]) -> Weigh:
    """How telling each word is: 1 for a word of one wording, near 0 for a word of all."""
    counts = Counter(word for words in said for word in set(words))
    most = log(1 + len(said))
    weights = {word: log(1 + len(said) / count) / most for word, count in counts.items()}
    return weights.__getitem__


def _groups(wordings: Sequence[Wording], limits: Sequence[Limits], weigh: Weigh) -> Iterable[list[int]]:
    """The places of the wordings of one quotation together, in their order."""
    leader = list(range(len(wordings)))
    others: set[tuple[int, int]] = set()  # that were compared and are not the same
    for places in _rows(wordings):
        seen: dict[int, None] = {}  # the leaders of the groups that have this row
        for place in places:
            root = _root(leader, place)
            for other in seen:
                # The longest of each group are compared, so that groups do not grow into chains of neighbours.
                one, two = _root(leader, other), _root(leader, root)
                if one == two or (one, two) in others:
                    continue
                short, long = sorted((one, two), key=lambda number: (len(wordings[number]), -number))
                if _are_same(wordings[short], wordings[long], limits[short], weigh):
                    leader[short] = long
                else:
                    others |= {(one, two), (two, one)}
            seen[_root(leader, place)] = None
            if len(seen) > COMMON:
                break
    groups: dict[int, list[int]] = defaultdict(list)
    for place in range(len(wordings)):
        groups[_root(leader, place)].append(place)
    return groups.values()


def _rows(wordings: Sequence[Wording]) -> Iterator[list[int]]:
    """For each row of words that several wordings have, their places."""
    once: set[int] = set()
    several: dict[int, list[int]] = {}
    for words in wordings:
        for row in _hashes(words):
            if row in once:
                several[row] = []
            once.add(row)
    del once
    for place, words in enumerate(wordings):
        for row in _hashes(words):
            if row in several:
                several[row].append(place)
    yield from several.values()


def _hashes(words: Wording) -> set[int]:
    """Numbers that stand for the rows of ``words``, each once: they take a tenth of the rows' memory."""
    return {hash(row) for row in rows_of(words, ROW)}


def _root(leader: list[int], place: int) -> int:
    """The longest wording of the group that ``place`` is in, with the way there made shorter."""
    while leader[place] != place:
        leader[place] = leader[leader[place]]
        place = leader[place]
    return place


def _limits(claims: Iterable[Claim]) -> Limits:
    return QUOTED if any(claim.kind is Kind.DIRECT for claim in claims) else TOLD


def _are_same(short: Wording, long: Wording, limits: Limits, weigh: Weigh) -> bool:
    needed = max(limits.words, limits.share * len(short))
    there = set(long)
    if sum(word in there for word in short) < needed:
        return False
    kept = [word for run in _runs(short, long) if len(run) >= RUN for word in run]
    return len(kept) >= needed and sum(map(weigh, kept)) >= LEAST_WEIGHT


def _blocks(one: Sequence[str], other: Sequence[str]) -> Iterable[tuple[int, int, int]]:
    """Where both have the same words in the same order: the place in each and how many, at the end 0 of them.

    The longest runs are found first; where words are repeated so often that this takes long, most words.
    """
    counts = Counter(other)
    if sum(counts[word] for word in one) > MOST_PAIRS:
        from rapidfuzz.distance import Levenshtein

        blocks = Levenshtein.editops(one, other).as_matching_blocks()
        return [(block.a, block.b, block.size) for block in blocks]
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()


def _runs(short: Wording, long: Wording) -> Iterator[list[str]]:
    """The words that both have in the same order, run by run."""
    run: list[str] = []
    end = end_there = 0
    for start, start_there, size in _blocks(short, long):
        if start - end > GAP or start_there - end_there > GAP:
            yield run
            run = []
        run += short[start : start + size]
        end, end_there = start + size, start_there + size
    yield run


def _shared(
    wordings: Sequence[Sequence[Claim]], places: Mapping[str, int], among: tuple[str, ...]
) -> Shared | None:
    """The row of one group, each wording a variant; None if a single article has them all."""
    wordings = _outermost(wordings)
    carriers = {claim.article for claims in wordings for claim in claims}
    if len(carriers) < 2:
        return None
    ranked = sorted(wordings, key=_rank)
    others = (
        Variant(tuple(claims), tuple(_differences(claims[0].text, ranked[0][0].text)))
        for claims in ranked[1:]
    )
    return Shared(
        (Variant(tuple(ranked[0]), ()), *others),
        tuple(sorted(carriers, key=places.__getitem__)),
        among,
    )


def _outermost(wordings: Sequence[Sequence[Claim]]) -> list[list[Claim]]:
    """The claims of a group without those inside another of them: a quotation in a quotation is no wording of it."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for claims in wordings:
        for claim in claims:
            spans[claim.article] += claim.spans

    def is_inside(claim: Claim) -> bool:
        start, end = claim.spans[0]
        return any(a <= start and end <= b and (a, b) != (start, end) for a, b in spans[claim.article])

    kept = ([claim for claim in claims if not is_inside(claim)] for claims in wordings)
    return [claims for claims in kept if claims]


_CHANGES = {
    "equal": Change.KEPT,
    "replace": Change.CHANGED,
    "delete": Change.ADDED,
    "insert": Change.MISSING,
}


def _differences(own_text: str, first_text: str) -> Iterator[Difference]:
    """What became of the words between the first wording and this one; either may go on at its ends."""
    own, first = tokens_of(own_text), tokens_of(first_text)
    starts, starts_there = _sentence_starts(own, own_text), _sentence_starts(first, first_text)
    blocks = _blocks([token.word for token in own], [token.word for token in first])
    steps = [piece for step in _steps(blocks) for piece in _at_sentences(step, starts, starts_there)]
    for place, (step, start, end, start_there, end_there) in enumerate(steps):
        change = _CHANGES[step]
        if change is Change.MISSING and place in (0, len(steps) - 1):
            continue  # this one begins later or ends sooner
        yield Difference(
            change,
            cover([token.span for token in own[start:end]]),
            cover([token.span for token in first[start_there:end_there]]),
        )


_Step = tuple[str, int, int, int, int]  # as of difflib: what, the words of one side, those of the other


def _steps(blocks: Iterable[tuple[int, int, int]]) -> Iterator[_Step]:
    """The blocks that both wordings have, and what stands between them."""
    end = end_there = 0
    for start, start_there, size in blocks:
        if end < start or end_there < start_there:
            yield _step_of(end, start, end_there, start_there), end, start, end_there, start_there
        end, end_there = start + size, start_there + size
        if size:
            yield "equal", start, end, start_there, end_there


def _sentence_starts(words: Sequence[Token], text: str) -> list[int]:
    """The places of the words that begin a sentence, or another piece of a quotation, but for the first."""
    return [
        place
        for place in range(1, len(words))
        if _SENTENCE_ENDS.search(text, words[place - 1].span.end, words[place].span.start)
    ]


def _at_sentences(step: _Step, own: Sequence[int], first: Sequence[int]) -> list[_Step]:
    """Words that replace others, where but one of both goes on beyond its sentence, without that sentence.

    What stands at the beginning of a wording belongs to the words behind it, all else to those before it.
    """
    what, start, end, start_there, end_there = step
    starts = [place for place in own if start < place < end]
    starts_there = [place for place in first if start_there < place < end_there]
    if what != "replace" or bool(starts) == bool(starts_there):
        return [step]
    if start == 0 or start_there == 0:
        cut, cut_there = [start, *starts][-1], [start_there, *starts_there][-1]
    else:
        cut, cut_there = [*starts, end][0], [*starts_there, end_there][0]
    pieces = ((start, cut, start_there, cut_there), (cut, end, cut_there, end_there))
    return [(_step_of(*piece), *piece) for piece in pieces]


def _step_of(start: int, end: int, start_there: int, end_there: int) -> str:
    return "insert" if start == end else "delete" if start_there == end_there else "replace"


def _rank(claims: Sequence[Claim]) -> tuple[int, int]:
    """Wordings of more articles first, longer ones before shorter."""
    return -len({claim.article for claim in claims}), -len(claims[0].text)
