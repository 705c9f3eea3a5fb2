"""The claims that are searched: in memory, or in a database; and which of them somebody asks for."""

from __future__ import annotations

import gc
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cached_property
from itertools import islice

from claimcli.index.query import Asked, QueryError
from claimcli.index.vocabulary import Texts, Vocabulary
from claimcli.index.words import searchable
from claimcli.model import Article, Claim
from claimcli.query import Query, decision_names, speaker_names
from claimcli.wanted import Names

FIELDS = ("content", "speaker", "cue", "article")

LOOKED_THROUGH = 5_000  # articles, for words that no claim has

Passes = Callable[[Claim], bool]


class Collection(ABC):
    """Claims, each at a place that tells the order, and their different texts."""

    texts: Vocabulary
    fields: tuple[str, ...] = ("content",)
    has_articles = True  # without, a decision has no label
    lock: AbstractContextManager[object] = nullcontext()  # held by a thread as long as it searches

    @abstractmethod
    def close(self) -> None:
        """Let go of what is open."""

    @abstractmethod
    def places(self, text: int) -> Sequence[int]:
        """The places of the claims with a text, rising."""

    @abstractmethod
    def claim(self, place: int) -> Claim: ...

    @abstractmethod
    def article(self, key: str) -> Article | None:
        """The article of this id, if it is known."""

    @abstractmethod
    def articles_with(self, words: Sequence[str]) -> Iterable[Article]:
        """Of the first few thousand articles those that hold the letters of all ``words`` (folded)."""

    @abstractmethod
    def all_texts(self) -> Iterable[int]:
        """The numbers of all texts, rising."""

    @abstractmethod
    def speakers(self) -> Iterable[Names]:
        """The names of whoever speaks."""

    @abstractmethod
    def vias(self) -> Iterable[Names]:
        """The names of those through whom words come."""

    @abstractmethod
    def decisions(self) -> Iterable[tuple[str, Names]]:
        """The id of each decision, and what it is called."""

    def text_of(self, claim: Claim) -> str:
        """All of a claim that is searched."""
        if self.fields == ("content",):
            return claim.text
        return "\n".join(text for _, text, _ in self.fields_of(claim))

    def fields_of(self, claim: Claim) -> Iterator[tuple[str, str, int | None]]:
        """(field, text, where the text stands in the article) of what is searched, in the order of ``fields``.

        The content, the names of the speaker and the title stand nowhere in one piece.
        """
        article = None if self.fields == ("content",) else self.article(claim.article)
        for field in self.fields:
            if field == "content":
                yield field, claim.text, None
            elif field == "speaker" and claim.speaker:
                for name in (claim.speaker.name, *claim.speaker.aliases, claim.speaker.role):
                    yield field, name or "", None
            elif field == "cue" and article and claim.cue:
                yield field, article.text[slice(*claim.cue)], claim.cue.start
            elif field == "article" and article:
                yield field, article.title or "", None
                for start, end in article.paragraphs[claim.paragraph - 1 : claim.paragraph]:
                    yield field, article.text[start:end], start

    def judge(self, query: Query) -> Passes:
        """Whether a claim is one that ``query`` asks for."""
        return query.judge(self.speakers, self.vias, self.decisions)

    def filtered(self, asked: Asked) -> Passes | None:
        """The same for the filters in what was typed; None where it has none.

        Raises ``QueryError``, and ``ValueError`` for a label of a decision where no articles are known.
        """
        query = filters_of(asked)
        if query is None:
            return None
        passes = self.judge(query)
        if query.about.unmatched and not self.has_articles:
            raise ValueError("about: takes labels from articles; give those of the claims: articles=…")
        return passes


def filters_of(asked: Asked) -> Query | None:
    """The filters in what was typed; None where it has none. Raises ``QueryError``."""
    if not asked.has_filters:
        return None
    try:
        return Query(speaker=asked.speaker, about=asked.about, kind=asked.kind)
    except ValueError as error:
        raise QueryError(str(error)) from error


class Held(Collection):
    """Claims in memory, with the articles that are known, by id. A text is indexed once, whoever says it."""

    def __init__(
        self, claims: Iterable[Claim], fields: Sequence[str], articles: Iterable[Article] | None
    ) -> None:
        self.claims = list(claims)
        self.has_articles = articles is not None
        self.articles = {article.id: article for article in articles or ()}
        self.fields = tuple(fields)
        self.texts: Texts = Texts()
        self._first: list[int] = []  # of each text, the place of its first claim
        self._more: dict[int, list[int]] = {}  # and those of its other claims, where it has any
        collects = gc.isenabled()
        gc.disable()  # many objects and no garbage: looking for it would cost a tenth
        try:
            self._add_all()
        finally:
            if collects:
                gc.enable()

    def _add_all(self) -> None:
        known: dict[str, int] = {}
        add = self.texts.add
        only_content = self.fields == ("content",)
        for place, claim in enumerate(self.claims):
            text = claim.text if only_content else self.text_of(claim)
            number = known.get(text)
            if number is None:
                known[text] = len(self._first)
                self._first.append(place)
                add(text)
            else:
                self._more.setdefault(number, []).append(place)

    def close(self) -> None:
        """Nothing is open."""

    def places(self, text: int) -> Sequence[int]:
        more = self._more.get(text)
        return (self._first[text], *more) if more else self._first[text : text + 1]

    def claim(self, place: int) -> Claim:
        return self.claims[place]

    def article(self, key: str) -> Article | None:
        return self.articles.get(key)

    def articles_with(self, words: Sequence[str]) -> Iterable[Article]:
        return (article for article, text in self._looked_through if all(word in text for word in words))

    @cached_property
    def _looked_through(self) -> list[tuple[Article, str]]:
        """Articles and their letters, folded once for however many quotations."""
        return [
            (article, searchable(f"{article.title or ''} {article.text}"))
            for article in islice(self.articles.values(), LOOKED_THROUGH)
        ]

    def all_texts(self) -> Iterable[int]:
        return range(len(self._first))

    def speakers(self) -> Iterable[Names]:
        return dict.fromkeys(speaker_names(claim.speaker) for claim in self.claims)

    def vias(self) -> Iterable[Names]:
        return dict.fromkeys(speaker_names(claim.via) for claim in self.claims)

    def decisions(self) -> Iterable[tuple[str, Names]]:
        """By the labels in their articles; where these are not known, by the id alone."""
        named: dict[str, Names] = {key: (key,) for claim in self.claims for key in claim.about}
        for article in self.articles.values():
            named.update((decision.id, decision_names(decision)) for decision in article.decisions)
        return named.items()
