"""Was it said? A quotation compared word by word with the claims nearest to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby, islice

from claimcli.index.alignment import (
    Change,
    Difference,
    Step,
    Token,
    align,
    cover,
    differences,
    quoted_tokens,
    tokens_of,
)
from claimcli.index.collection import Passes
from claimcli.index.inverted import Index, both, index_of
from claimcli.index.named import Named, named_near
from claimcli.index.negation import negations, negations_near
from claimcli.index.numbers import differing_numbers, number_places
from claimcli.index.quoted import Quoted, how_quoted, quoted_spans
from claimcli.index.standing import Standing, standing
from claimcli.index.surroundings import taken_back
from claimcli.index.words import SMALL, is_negation
from claimcli.model import Article, Claim, Span
from claimcli.names import stem
from claimcli.query import Query, checked_limit

LIMIT = 3  # claims compared, unless told

# Limits of the verdicts, as shares of the weight of words; see ``check`` for how they were measured.
ALTERED = 0.6
SHORT = 12  # words: of a shorter quotation more has to stand, as so few words may agree by chance;
STRICTER = 0.015  # so much more for each word that it is shorter
PARAPHRASE = 0.8
LEAST_SHARED = 4  # telling words that a paraphrase has
LEAST_KEPT = (
    3  # telling words of a quotation that is all there, in its order, but for words left out of the claim
)

LEAST_INVENTED = 2  # telling words in a row that the claim has not, to be told as invented;
INVENTED_CLAUSE = 4  # so many are a clause of their own, beside which nothing is a paraphrase
TOO_SHORT = 2  # words: so few are anybody's

SHORTLIST = 10  # texts that are compared word by word


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

    ``score`` (0 to 100) is the share of their words that both have in the same order, weighed by how telling
    they are. ``negations`` are the words among the differences that turn the meaning, as "not" does, each by
    itself: missing or added. ``numbers`` are those of the quotation that are others in the claim, or nowhere in it;
    ``invented`` the runs of words that the claim has neither there nor elsewhere. ``taken_back`` are words beside the
    claim's that deny them, or say that they were not said, as far as its article is known: "never said", "scrapped
    plans". ``same_speaker`` is None when no speaker was asked for.

    ``quoted`` tells how many of the words that both have stand in quotation marks in the article: all, some or
    none. The others are the article's own, and nobody spoke them. ``quoted_spans`` are the stretches in marks that
    hold them, as character offsets into ``claim.text``.

    ``named`` is where the claim's article, if it is known, names the speaker asked for, though the claim is not theirs.
    """

    claim: Claim
    score: float
    verdict: Verdict
    differences: tuple[Difference, ...]
    negations: tuple[Difference, ...]
    same_speaker: bool | None
    quoted: Quoted
    quoted_spans: tuple[Span, ...]
    numbers: tuple[Difference, ...] = ()
    invented: tuple[Difference, ...] = ()
    taken_back: str | None = None
    named: Named | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """The verdict on a quotation, and the claims nearest to it, best first.

    ``wrong_speaker``: it was said, but by somebody else than the one asked about. ``in_articles``: where no claim has
    all its words, the articles in which they stand all the same, as far as articles are known. ``too_short``: of one or
    two words, which anybody may have said. Where it is not found, the nearest are, if any, of the speaker asked about.
    """

    quote: str
    verdict: Verdict
    nearest: tuple[Comparison, ...]
    wrong_speaker: bool
    in_articles: tuple[Standing, ...] = ()
    too_short: bool = False


def check(
    claims: Sequence[Claim],
    quote: str,
    *,
    speaker: str | None = None,
    limit: int = LIMIT,
    articles: Iterable[Article] | None = None,
) -> Check:
    """Whether ``quote`` was said in ``claims``, and by ``speaker`` if one is named (as people type names).

    ``articles`` are those of the claims; where they are given, and no claim has the words, they are looked through.

    Case, accents and punctuation do not count. In the quotation an ellipsis ("…", "...", "[...]") stands
    for words left out, brackets for an editor's own words; neither counts as a difference.

    verbatim: every word, in the same order. altered: a score of 60 or more, in a quotation of fewer than twelve
    words 1.5 more for each that it has fewer; or all its words, three telling ones among them, in order, and no
    more between them than it has itself. paraphrase: at least 80 % of the weight of the quotation's telling
    words, four or more, stands in one place of the claim, in any order or form, and there is no clause (four telling
    words) of which the claim has nothing like it; not found: less. Measured on
    the 17,185 claims that are found in 840 news articles (PolNeAR's): of quotations in which one to three words
    were altered 99 of 100 are told from what nobody said, and of the articles' own sentences 1 in 100 is not.
    """
    return check_in(index_of(claims, articles=articles), quote, speaker=speaker, limit=limit)


def check_in(
    index: Index,
    quote: str,
    *,
    speaker: str | None = None,
    limit: int | None = LIMIT,
    only: Passes | None = None,
) -> Check:
    """The same for the claims of an index, those for which ``only`` holds.

    Raises ``ValueError`` for no name and a limit below 0.
    """
    with index.collection.lock:
        return _check(index, quote, speaker, checked_limit(limit), only)


def _check(index: Index, quote: str, speaker: str | None, limit: int | None, only: Passes | None) -> Check:
    tokens = quoted_tokens(quote)
    words = [token.word for token in tokens if not token.bracketed]
    by_speaker = None if speaker is None else index.collection.judge(Query(speaker=[speaker]))

    def compared(passes: Passes | None) -> list[Comparison]:
        known: dict[object, Comparison] = {}  # an archive has some words thousands of times
        found = []
        for text in index.nearest(words, SHORTLIST, passes):
            for claim in index.claims_of(text, passes):
                wording = claim.text, claim.kind, tuple(end - start for start, end in claim.spans)
                if wording not in known:
                    known[wording] = _compare(claim, quote, tokens, index.weight)
                same_speaker = None if by_speaker is None else by_speaker(claim)
                found.append(replace(known[wording], claim=claim, same_speaker=same_speaker))
        return found

    found = sorted(
        compared(only), key=lambda near: (_ORDER.index(near.verdict), near.same_speaker is False, -near.score)
    )
    verdict = found[0].verdict if found else Verdict.NOT_FOUND
    if by_speaker and verdict is Verdict.NOT_FOUND:  # a stranger's words are no help before hers
        found = sorted(compared(both(only, by_speaker)), key=lambda near: -near.score) or found
    wrong = bool(found) and verdict is not Verdict.NOT_FOUND and found[0].same_speaker is False
    in_articles: tuple[Standing, ...] = ()
    if verdict is Verdict.NOT_FOUND or (verdict is not Verdict.VERBATIM and only is None):
        in_articles = tuple(islice(standing(index.collection.articles_with(words), tokens), limit))
    nearest = [_in_its_article(index, near, speaker) for near in found[:limit]]
    return Check(quote, verdict, tuple(nearest), wrong, in_articles, len(words) <= TOO_SHORT)


def _in_its_article(index: Index, near: Comparison, speaker: str | None) -> Comparison:
    """The same with what the article tells around the claim, and where it names ``speaker``, whose claim it is not."""
    article = index.collection.article(near.claim.article)
    kept = [part.claim for part in near.differences if part.change is Change.KEPT and part.claim]
    told = taken_back(near.claim, kept[0], article) if kept else None
    if article is None or speaker is None or near.same_speaker is not False:
        return replace(near, taken_back=told)
    return replace(near, taken_back=told, named=named_near(article, speaker, near.claim))


def _compare(claim: Claim, typed: str, quote: Sequence[Token], weigh: Callable[[str], float]) -> Comparison:
    """``quote``, the words of what was ``typed``, beside those of ``claim``, whoever speaks."""
    words = tokens_of(claim.text)
    steps = align(quote, words, [weigh(token.word) for token in quote])
    score = _score(steps, quote, words, weigh)
    kept = [words[step.claim].span for step in steps if step.claim is not None and step.quote is not None]
    quoted, holding = how_quoted(kept, quoted_spans(claim))
    invented = _invented(steps, quote, words, weigh, number_places(quote, typed))
    verdict = _verdict(steps, score, quote, words, weigh, invented)
    turned = list(negations(steps, quote, words, claim.text))
    if verdict is Verdict.PARAPHRASE and not turned:
        turned = list(negations_near(quote, words, claim.text))
    return Comparison(
        claim,
        round(100 * score, 1),
        verdict,
        tuple(differences(steps, quote, words)),
        tuple(turned),
        None,
        quoted,
        holding,
        tuple(differing_numbers(steps, quote, words, typed, claim.text)),
        tuple(Difference(Change.ADDED, cover([token.span for token in run]), None) for run in invented),
    )


def _invented(
    steps: Sequence[Step],
    quote: Sequence[Token],
    claim: Sequence[Token],
    weigh: Callable[[str], float],
    numbers: Container[int | None],
) -> list[Sequence[Token]]:
    """The runs of a quotation, of two telling words or more, that the claim has neither there nor elsewhere.

    Small words that both have part no run; negations and ``numbers`` (their places) are told by themselves.
    """
    kept = {step.quote for step in steps if step.change is Change.KEPT or step.marked}
    places = [place for place, token in enumerate(quote) if place not in kept or _tells(token)]
    found = []
    for is_new, run in groupby(places, key=lambda place: place not in kept):
        new = list(run)
        words = quote[new[0] : new[-1] + 1]
        telling = sum(
            _tells(quote[place]) and not is_negation(quote[place].word) and place not in numbers
            for place in range(new[0], new[-1] + 1)
        )
        if is_new and telling >= LEAST_INVENTED and _shared(words, claim, weigh) < PARAPHRASE:
            found.append(words)
    return found


def _score(
    steps: Sequence[Step], quote: Sequence[Token], claim: Sequence[Token], weigh: Callable[[str], float]
) -> float:
    """The weight of the words kept in order, as a share of all in the quotation and those missing in it.

    What the quotation owns up to, by an ellipsis or brackets, counts neither way.
    """
    kept = lost = 0.0
    for step in steps:
        if step.marked:
            continue
        if step.quote is not None:
            weight = weigh(quote[step.quote].word)
        elif step.claim is not None:
            weight = weigh(claim[step.claim].word)
        if step.change is Change.KEPT:
            kept += weight
        else:
            lost += weight
    return kept / (kept + lost) if kept else 0.0


def _verdict(
    steps: Sequence[Step],
    score: float,
    quote: Sequence[Token],
    claim: Sequence[Token],
    weigh: Callable[[str], float],
    invented: Sequence[Sequence[Token]],
) -> Verdict:
    if score and all(step.change is Change.KEPT or step.marked for step in steps):
        return Verdict.VERBATIM
    if score >= ALTERED + STRICTER * max(0, SHORT - len(quote)) or _only_left_out(steps, quote):
        return Verdict.ALTERED
    own_clause = any(sum(map(_tells, run)) >= INVENTED_CLAUSE for run in invented)
    telling = {stem(token.word) for token in quote if _tells(token)}
    if len(telling) >= LEAST_SHARED and not own_clause and _shared(quote, claim, weigh) >= PARAPHRASE:
        return Verdict.PARAPHRASE
    return Verdict.NOT_FOUND


def _only_left_out(steps: Sequence[Step], quote: Sequence[Token]) -> bool:
    """Whether the claim has the whole quotation, in its order, with no more words between than the quotation has."""
    between = sum(step.change is Change.MISSING and not step.marked for step in steps)
    if between > len(quote) or sum(map(_tells, quote)) < LEAST_KEPT:
        return False
    return all(step.marked or step.change in (Change.KEPT, Change.MISSING) for step in steps)


def _shared(quote: Sequence[Token], claim: Sequence[Token], weigh: Callable[[str], float]) -> float:
    """The share of the telling words (one at least) that stand near one another in the claim, in any form."""
    telling = {stem(token.word): weigh(token.word) for token in quote if _tells(token)}
    found = [(place, root) for place, token in enumerate(claim) if (root := stem(token.word)) in telling]
    near: Counter[str] = Counter()
    most = weight = 0.0
    first = 0
    for place, root in found:
        near[root] += 1
        weight += telling[root] * (near[root] == 1)
        while place - found[first][0] > 2 * len(quote):
            gone = found[first][1]
            near[gone] -= 1
            weight -= telling[gone] * (near[gone] == 0)
            first += 1
        most = max(most, weight)
    return most / sum(telling.values())


def _tells(token: Token) -> bool:
    """Whether a word is neither small nor an editor's own; a negation tells."""
    return token.word not in SMALL and not token.bracketed
