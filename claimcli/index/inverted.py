"""Fuzzy search over claims: an inverted index, and the hits that a query finds in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush, heappushpop, nsmallest
from itertools import groupby, islice
from typing import TYPE_CHECKING, Self

from claimcli.index.collection import FIELDS, Collection, Held, Passes
from claimcli.index.explain import explain
from claimcli.index.query import Asked, parse_query
from claimcli.index.reading import Filling, Reading, quoted_reading, readings
from claimcli.index.words import WORD, in_article
from claimcli.model import Article, Claim, Span
from claimcli.query import checked_limit

if TYPE_CHECKING:
    from os import PathLike

Scored = tuple[float, Reading]

LIMIT = 10  # hits, unless told
LEAST_SCORE = 0.35  # below this share of the query nobody would call it a match
TIE = 1e-6  # scores nearer than this are the same
LIKELY = 6  # texts that are compared in order, for each that is compared word by word
LEAST_WEIGHT = 0.3  # of a word that stands everywhere, when quotations are compared


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim that a query found.

    ``score`` runs from 0 to 100. ``spans`` are the matched words of the content as character offsets into
    ``claim.text``; ``article_spans`` are the same, and the matches in speaker and cue, as offsets into the
    article's text. ``explain`` tells in words how the score came about.
    """

    claim: Claim
    score: float
    spans: tuple[Span, ...]
    article_spans: tuple[Span, ...]
    explain: tuple[str, ...]


class Index:
    """An inverted index of claims, built once in memory and searched many times.

    ``fields`` are what is searched: "content"; "speaker" (name, aliases, role); "cue"; "article" (title and
    paragraph of the claim). The last two, and ``about:`` by label in a query, need the ``articles`` of the claims.
    Raises ``ValueError`` for any other field, and for those that need articles where none are given.
    """

    def __init__(
        self,
        claims: Iterable[Claim],
        *,
        fields: Sequence[str] = ("content",),
        articles: Iterable[Article] | None = None,
    ) -> None:
        unknown = [field for field in fields if field not in FIELDS]
        if unknown or not fields:
            raise ValueError(f"no such field: {', '.join(unknown)}; fields are {', '.join(FIELDS)}")
        if articles is None and (lacking := [field for field in fields if field in ("cue", "article")]):
            raise ValueError(
                f"to search {' and '.join(lacking)}, give the articles of the claims: articles=…"
            )
        self.collection: Collection = Held(claims, fields, articles)

    @classmethod
    def stored(cls, path: str | PathLike[str]) -> Index:
        """The index of what is said in a SQLite database that ``extract`` wrote, used where it lies.

        It finds what an index in memory of the same claims finds. Any thread may search it; one waits for another.
        The file is open until ``close``, or to the end of ``with Index.stored(path) as index:``; searched after that,
        the index raises ``ValueError``. Raises ``FileNotFoundError`` where there is no file, ``ValueError`` for any
        other one.
        """
        from claimcli.index.stored import Stored

        index = cls.__new__(cls)
        index.collection = Stored(path)
        return index

    def close(self) -> None:
        """Let go of the database; of an index in memory there is nothing to let go of."""
        self.collection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def search(self, query: str, *, limit: int | None = LIMIT, only: Passes | None = None) -> list[Hit]:
        """The claims that ``query`` may mean, best first, at most ``limit``; those that tie keep their order.

        Besides words the query may hold "phrases in quotation marks" (taken as they stand), ``-word``
        (left out), ``speaker:NAME``, ``about:DECISION`` and ``kind:direct|mixed|indirect|quote``. A query of
        filters alone finds every claim that passes them, one of ``-word`` alone none. ``only`` tells which claims may
        be found at all; what a word weighs depends on all. Raises ``QueryError``, and ``ValueError`` for a limit
        below 0.
        """
        with self.collection.lock:
            return self._search(parse_query(query), checked_limit(limit), only)

    def _search(self, asked: Asked, limit: int | None, only: Passes | None) -> list[Hit]:
        passes = both(only, self.collection.filtered(asked))
        if limit == 0:
            return []
        if not asked.words:
            return list(islice(self._all(asked, passes), limit))
        found = self._found(asked, passes, limit)
        ranked = sorted(found, key=lambda text: (_rank(found[text]), text))
        claims = (
            claim
            for _, texts in groupby(ranked, key=lambda text: _rank(found[text]))
            for claim in self._in_order(texts, passes)
        )
        return [self._hit(claim, text, *found[text]) for claim, text in islice(claims, limit)]

    def _found(self, asked: Asked, passes: Passes | None, limit: int | None) -> dict[int, Scored]:
        """The texts that may be among the best, each with its score and how the query was read for it."""
        texts = self.collection.texts
        found: dict[int, Scored] = {}
        best: list[float] = []  # a heap of as many scores as are asked for
        for reading in readings(asked.words, texts):
            for text, most in reading.candidates():
                if most < LEAST_SCORE or (len(best) == limit and most < best[0] - TIE):
                    break
                score = reading.score(texts.words(text))
                known = text in found
                if score < (found[text][0] if known else LEAST_SCORE):
                    continue
                if not known and not self._admits(asked, passes, text):
                    continue
                found[text] = score, reading
                if not known and limit:
                    heappush(best, score) if len(best) < limit else heappushpop(best, score)
        return found

    def nearest(self, words: Sequence[str], count: int, only: Passes | None = None) -> list[int]:
        """The numbers of the ``count`` texts nearest to a quotation of ``words`` (folded), best first.

        Of those that share its rarest words, those that have most of its words in the same order.
        """
        from rapidfuzz.distance import LCSseq

        texts = self.collection.texts
        held = quoted_reading(words, texts).holding()
        admitted = held if only is None else [text for text in held if self._said(text, only)]
        likely = nsmallest(LIKELY * count, admitted, key=lambda text: (-round(held[text], 6), text))
        said = {text: texts.words(text) for text in likely}
        alike = {text: LCSseq.similarity(words, said[text]) for text in likely}
        return nsmallest(count, likely, key=lambda text: (-alike[text], len(said[text]), text))

    def weight(self, word: str) -> float:
        """How telling a folded word is, from 0.3 for a word of every text to 1 for a word of one or none."""
        return LEAST_WEIGHT + (1 - LEAST_WEIGHT) * self.collection.texts.weight(word)

    def claims_of(self, text: int, only: Passes | None = None) -> list[Claim]:
        """The claims with the text of this number."""
        return [claim for _, claim in self._claims(text, only)]

    def _all(self, asked: Asked, passes: Passes | None) -> Iterator[Hit]:
        """Every claim that passes a query without words, in order; none if it asks for nothing."""
        if not asked.has_filters:
            return
        texts = (text for text in self.collection.all_texts() if self._holds(asked, text))
        for claim, _ in self._in_order(texts, passes):
            yield Hit(claim, 100.0, (), (), ())

    def _claims(self, text: int, passes: Passes | None) -> Iterator[tuple[int, Claim]]:
        """The claims with a text, each with its place; of a claim that was given twice, the first."""
        known = set()
        for place in self.collection.places(text):
            claim = self.collection.claim(place)
            key = (claim.article, claim.id)
            if key not in known and (passes is None or passes(claim)):
                known.add(key)
                yield place, claim

    def _in_order(self, texts: Iterable[int], passes: Passes | None) -> Iterator[tuple[Claim, int]]:
        """The claims of ``texts`` (rising) with their texts, by place; no text is looked at before its turn."""
        waiting: list[tuple[int, int, Claim]] = []
        for text in texts:
            first = self.collection.places(text)[0]
            while waiting and waiting[0][0] < first:
                _, other, claim = heappop(waiting)
                yield claim, other
            for place, claim in self._claims(text, passes):
                heappush(waiting, (place, text, claim))
        while waiting:
            _, other, claim = heappop(waiting)
            yield claim, other

    def _admits(self, asked: Asked, passes: Passes | None, text: int) -> bool:
        """Whether a text holds what it must, and a claim with it passes the filters."""
        return self._holds(asked, text) and (passes is None or self._said(text, passes))

    def _said(self, text: int, passes: Passes) -> bool:
        return any(passes(self.collection.claim(place)) for place in self.collection.places(text))

    def _holds(self, asked: Asked, text: int) -> bool:
        """Whether a text has every phrase of the query and none of what it leaves out."""
        if not (asked.phrases or asked.without):
            return True
        words = self.collection.texts.words(text)
        return all(_has(words, phrase) for phrase in asked.phrases) and not any(
            _has(words, phrase) for phrase in asked.without
        )

    def _hit(self, claim: Claim, text: int, score: float, reading: Reading) -> Hit:
        words = self.collection.texts.words(text)
        filled = reading.fill(words)
        spans, elsewhere = self._where(claim, filled)
        return Hit(
            claim,
            round(100 * score, 1),
            spans,
            tuple(sorted({*in_article(claim, spans), *elsewhere})),
            explain(reading, filled, words),
        )

    def _where(self, claim: Claim, filled: Sequence[Filling | None]) -> tuple[tuple[Span, ...], set[Span]]:
        """Where the matched words stand: in the content, and in other fields of the article."""
        places = {filling.place for filling in filled if filling}
        spans: list[Span] = []
        elsewhere: set[Span] = set()
        before = 0
        for field, text, start in self.collection.fields_of(claim):
            words = [Span(*match.span()) for match in WORD.finditer(text)]
            matched = [words[place - before] for place in sorted(places) if 0 <= place - before < len(words)]
            if field == "content":
                spans = _merged(matched, text)
            elif start is not None:
                elsewhere |= {Span(start + first, start + last) for first, last in _merged(matched, text)}
            elif matched and field == "speaker" and claim.mention:
                elsewhere.add(claim.mention)
            before += len(words)
        return tuple(spans), elsewhere


def _rank(scored: Scored) -> int:
    """Scores that are the same but for rounding are one rank; the best comes first."""
    return -round(scored[0] / TIE)


def _has(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    return any(words[start : start + size] == phrase for start in range(len(words) - size + 1))


def both(one: Passes | None, other: Passes | None) -> Passes | None:
    """What passes ``one`` and ``other``; None lets all through."""
    if one is None or other is None:
        return one or other
    return lambda claim: one(claim) and other(claim)


def _merged(words: Sequence[Span], text: str) -> list[Span]:
    """Spans of words with those that only spaces or a hyphen part made one."""
    merged: list[Span] = []
    for word in words:
        if merged and not text[merged[-1].end : word.start].strip(" -‐‑"):
            merged[-1] = Span(merged[-1].start, word.end)
        else:
            merged.append(word)
    return merged


_recent: list[Index] = []  # the index that was built last


def search(
    claims: Sequence[Claim],
    query: str,
    *,
    limit: int | None = LIMIT,
    fields: Sequence[str] = ("content",),
    articles: Iterable[Article] | None = None,
) -> list[Hit]:
    """The claims that ``query`` may mean, best first; see ``Index`` and ``Index.search`` for all of it.

    The index of the claims that were searched last is kept, so that asking again is quick; claims added or
    taken away since are noticed.
    """
    return index_of(claims, fields=fields, articles=articles).search(query, limit=limit)


def index_of(
    claims: Sequence[Claim],
    *,
    fields: Sequence[str] = ("content",),
    articles: Iterable[Article] | None = None,
) -> Index:
    """The index of ``claims``: that of last time if they are the same, else a new one."""
    known = None if articles is None else list(articles)
    if not _recent or not _same(_recent[0], claims, tuple(fields), known):
        _recent[:] = [Index(claims, fields=fields, articles=known)]
    return _recent[0]


def _same(
    index: Index, claims: Sequence[Claim], fields: tuple[str, ...], articles: list[Article] | None
) -> bool:
    """Whether ``index`` is of exactly these claims. Comparing lists of the same objects is quick."""
    held = index.collection
    return (
        isinstance(held, Held)
        and held.fields == fields
        and held.has_articles == (articles is not None)
        and held.articles == {article.id: article for article in articles or ()}
        and held.claims == list(claims)
    )
