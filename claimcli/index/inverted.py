"""Fuzzy search over claims: an inverted index in memory, and the hits that a query finds in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappush, heappushpop, nsmallest

from claimcli.index.explain import explain
from claimcli.index.filters import make_filter
from claimcli.index.query import Query, parse_query
from claimcli.index.reading import Filling, Reading, quoted_reading, readings
from claimcli.index.vocabulary import Vocabulary
from claimcli.index.words import WORD, in_article
from claimcli.model import Article, Claim, Span

FIELDS = ("content", "speaker", "cue", "article")

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
    """An inverted index of claims in memory, built once and searched many times.

    ``fields`` are what is searched: "content"; "speaker" (name, aliases, role); "cue"; "article" (title and
    paragraph of the claim). The last two, and ``about:`` by label in a query, need ``articles`` by id.
    Raises ``ValueError`` for any other field.
    """

    def __init__(
        self,
        claims: Iterable[Claim],
        *,
        fields: Sequence[str] = ("content",),
        articles: Mapping[str, Article] | None = None,
    ) -> None:
        unknown = [field for field in fields if field not in FIELDS]
        if unknown or not fields:
            raise ValueError(f"no such field: {', '.join(unknown)}; fields are {', '.join(FIELDS)}")
        self.claims = list(claims)
        self.fields = tuple(fields)
        self.articles = articles or {}
        self._vocabulary = Vocabulary()
        self._texts: list[tuple[int, ...]] = []  # of each different text, the numbers of its words in order
        self._first: list[int] = []  # of each different text, the place of its first claim in self.claims
        self._more: dict[int, list[int]] = {}  # and those of its other claims, where it has any
        self._build()

    def _build(self) -> None:
        """Index each different text once, however many claims say it."""
        known: dict[str, int] = {}
        add = self._vocabulary.add
        only_content = self.fields == ("content",)
        for place, claim in enumerate(self.claims):
            text = claim.text if only_content else "\n".join(text for _, text in self._fields_of(claim))
            number = known.get(text)
            if number is None:
                known[text] = len(self._first)
                self._first.append(place)
                self._texts.append(add(text))
            else:
                self._more.setdefault(number, []).append(place)

    def _fields_of(self, claim: Claim) -> Iterator[tuple[str, str]]:
        """(field, text) of what is searched, in the order of ``fields``."""
        article = self.articles.get(claim.article)
        for field in self.fields:
            if field == "content":
                yield field, claim.text
            elif field == "speaker" and claim.speaker:
                for name in (claim.speaker.name, *claim.speaker.aliases, claim.speaker.role):
                    yield field, name or ""
            elif field == "cue" and article and claim.cue:
                yield field, article.text[slice(*claim.cue)]
            elif field == "article" and article:
                yield field, article.title or ""
                for span in article.paragraphs[claim.paragraph - 1 : claim.paragraph]:
                    yield field, article.text[slice(*span)]

    def search(self, query: str, *, limit: int | None = LIMIT) -> list[Hit]:
        """The claims that ``query`` may mean, best first, at most ``limit``; those that tie keep their order.

        Besides words the query may hold "phrases in quotation marks" (taken as they stand), ``-word``
        (left out), ``speaker:NAME``, ``about:DECISION`` and ``kind:direct|mixed|indirect|quote``. A query of
        filters alone finds every claim that passes them. Raises ``QueryError``.
        """
        asked = parse_query(query)
        passes = make_filter(asked, self.claims, self.articles)
        if not asked.words:
            return self._all(asked, passes, limit)
        found: dict[int, tuple[float, Reading]] = {}
        best: list[float] = []  # a heap of as many scores as are asked for
        for reading in readings(asked.words, self._vocabulary, self._texts):
            for text, most in reading.candidates():
                if most < LEAST_SCORE or (len(best) == limit and most < best[0] - TIE):
                    break
                score = reading.score(self._texts[text])
                known = text in found
                if score < (found[text][0] if known else LEAST_SCORE) or not self._admits(
                    asked, passes, text
                ):
                    continue
                found[text] = score, reading
                if not known and limit:
                    heappush(best, score) if len(best) < limit else heappushpop(best, score)
        ranked = (
            (-round(score / TIE), place, text)
            for text, (score, _) in found.items()
            for place in self._distinct(text)
            if passes(self.claims[place])
        )
        first = sorted(ranked) if limit is None else nsmallest(limit, ranked)
        return [self._hit(self.claims[place], text, *found[text]) for _, place, text in first]

    def nearest(self, words: Sequence[str], count: int) -> list[int]:
        """The numbers of the ``count`` texts nearest to a quotation of ``words`` (folded), best first.

        Of those that share its rarest words, those that have most of its words in the same order.
        """
        from rapidfuzz.distance import LCSseq

        held = quoted_reading(words, self._vocabulary).holding()
        likely = nsmallest(LIKELY * count, held, key=lambda text: (-round(held[text], 6), text))
        numbers = [self._vocabulary.number(word) for word in words]
        alike = {text: LCSseq.similarity(numbers, self._texts[text]) for text in likely}
        return nsmallest(count, likely, key=lambda text: (-alike[text], len(self._texts[text]), text))

    def weight(self, word: str) -> float:
        """How telling a folded word is, from 0.3 for a word of every text to 1 for a word of one or none."""
        number = self._vocabulary.number(word)
        return LEAST_WEIGHT + (1 - LEAST_WEIGHT) * (
            1.0 if number is None else self._vocabulary.weight(number)
        )

    def claims_of(self, text: int) -> list[Claim]:
        """The claims with the text of this number."""
        return [self.claims[place] for place in self._distinct(text)]

    def _all(self, asked: Query, passes: Callable[[Claim], bool], limit: int | None) -> list[Hit]:
        """Every claim that passes a query without words, in order; none if the query is empty."""
        if not (asked.has_filters or asked.without):
            return []
        places = sorted(
            place
            for text in range(len(self._texts))
            if self._holds(asked, text)
            for place in self._distinct(text)
        )
        claims = (self.claims[place] for place in places)
        return [Hit(claim, 100.0, (), (), ()) for claim in claims if passes(claim)][:limit]

    def _places(self, text: int) -> list[int]:
        return [self._first[text], *self._more.get(text, ())]

    def _distinct(self, text: int) -> Iterable[int]:
        """The places of the claims with this text; of a claim that was given twice, the first."""
        places = self._places(text)
        first: dict[tuple[str, str], int] = {}
        for place in places:
            claim = self.claims[place]
            first.setdefault((claim.article, claim.id), place)
        return first.values()

    def _admits(self, asked: Query, passes: Callable[[Claim], bool], text: int) -> bool:
        """Whether a text holds what it must, and a claim with it passes the filters."""
        return self._holds(asked, text) and any(passes(self.claims[place]) for place in self._places(text))

    def _holds(self, asked: Query, text: int) -> bool:
        """Whether a text has every phrase of the query and none of what it leaves out."""
        words = self._texts[text]
        return all(self._has(words, phrase) for phrase in asked.phrases) and not any(
            self._has(words, phrase) for phrase in asked.without
        )

    def _has(self, words: tuple[int, ...], phrase: Sequence[str]) -> bool:
        numbers = tuple(self._vocabulary.number(word) for word in phrase)
        if None in numbers:
            return False
        size = len(numbers)
        return any(words[start : start + size] == numbers for start in range(len(words) - size + 1))

    def _hit(self, claim: Claim, text: int, score: float, reading: Reading) -> Hit:
        filled = reading.fill(self._texts[text])
        spans, elsewhere = self._where(claim, filled)
        return Hit(
            claim,
            round(100 * score, 1),
            spans,
            tuple(sorted({*in_article(claim, spans), *elsewhere})),
            explain(reading, filled, [self._vocabulary.words[number] for number in self._texts[text]]),
        )

    def _where(self, claim: Claim, filled: Sequence[Filling | None]) -> tuple[tuple[Span, ...], set[Span]]:
        """Where the matched words stand: in the content, and in other fields of the article."""
        places = {filling.place for filling in filled if filling}
        spans: list[Span] = []
        elsewhere: set[Span] = set()
        before = 0
        for field, text in self._fields_of(claim):
            words = [Span(*match.span()) for match in WORD.finditer(text)]
            matched = [words[place - before] for place in sorted(places) if 0 <= place - before < len(words)]
            if field == "content":
                spans = _merged(matched, text)
            elif matched and field == "speaker" and claim.mention:
                elsewhere.add(claim.mention)
            elif matched and field == "cue" and claim.cue:
                elsewhere.add(claim.cue)
            before += len(words)
        return tuple(spans), elsewhere


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
    articles: Mapping[str, Article] | None = None,
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
    articles: Mapping[str, Article] | None = None,
) -> Index:
    """The index of ``claims``: that of last time if they are the same, else a new one."""
    if not _recent or not _same(_recent[0], claims, tuple(fields), articles):
        _recent[:] = [Index(claims, fields=fields, articles=articles)]
    return _recent[0]


def _same(
    index: Index, claims: Sequence[Claim], fields: tuple[str, ...], articles: Mapping[str, Article] | None
) -> bool:
    """Whether ``index`` is of exactly these claims. Comparing lists of the same objects is quick."""
    return index.fields == fields and index.articles == (articles or {}) and index.claims == list(claims)
