"""The words of the searched texts: which texts hold each, and which of them a typed word may mean."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import log

from claimcli.index.words import Words
from claimcli.names import stem

NEAR = 0.95  # what a near spelling keeps of a word's weight, besides its share of right letters
OTHER_FIRST = 0.9  # the same again, where the first letter is wrong
LONG = 9  # letters from which on two may be wrong


class Vocabulary(ABC):
    """Folded words and the different texts that they are in. Texts have numbers that rise in their order."""

    def __init__(self) -> None:
        self._stems: dict[str, dict[str, list[str]]] = {}  # by the first letter
        self._shapes: dict[int | tuple[int, str], list[str]] = {}
        self._near: dict[str, tuple[tuple[str, float], ...]] = {}

    @property
    @abstractmethod
    def size(self) -> int:
        """How many texts there are."""

    @abstractmethod
    def all(self) -> Iterable[str]:
        """Every word."""

    @abstractmethod
    def count(self, word: str) -> int:
        """How many texts hold ``word``."""

    @abstractmethod
    def texts(self, word: str) -> Sequence[int]:
        """The numbers of the texts that hold ``word``, rising."""

    @abstractmethod
    def words(self, text: int) -> tuple[str, ...]:
        """The words of a text in order."""

    def weight(self, word: str) -> float:
        """How telling a word is: 1 for a word of a single text or none, near 0 for one of all texts."""
        count = self.count(word)
        return log(1 + self.size / count) / log(1 + self.size) if count else 1.0

    def same_stem(self, word: str) -> Sequence[str]:
        """Words that differ from ``word`` by an ending, and ``word`` if some text has it."""
        first = word[:1]  # which stems keep: only words that begin so are looked at
        if first not in self._stems:
            stems: dict[str, list[str]] = defaultdict(list)
            for known in self.all():
                if known.startswith(first):
                    stems[stem(known)].append(known)
            self._stems[first] = stems
        return self._stems[first].get(stem(word), ())

    def near(self, word: str) -> tuple[tuple[str, float], ...]:
        """(word, closeness below 1) of other words that are spelled almost like ``word``.

        One letter may be wrong, or two neighbours swapped; in words of nine letters or more two. Where
        ``word`` itself is known, only words with the same first letter, which people seldom get wrong.
        """
        if word not in self._near:
            self._near[word] = tuple(sorted(self._spelled_like(word)))
        return self._near[word]

    def _spelled_like(self, word: str) -> Iterable[tuple[str, float]]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if not self._shapes:
            self._shapes = self._by_shape()
        most = 1 if len(word) < LONG else 2
        for length in range(len(word) - most, len(word) + most + 1):
            others = self._shapes.get((length, word[0]) if self.count(word) else length, ())
            for other, distance, _ in process.extract(
                word, others, scorer=OSA.distance, score_cutoff=most, limit=None
            ):
                if distance:
                    first = 1.0 if other[0] == word[0] else OTHER_FIRST
                    yield other, NEAR * first * (1 - distance / len(word))

    def _by_shape(self) -> dict[int | tuple[int, str], list[str]]:
        """The words of each length, and of each length and first letter."""
        shapes: dict[int | tuple[int, str], list[str]] = defaultdict(list)
        for word in self.all():
            shapes[len(word)].append(word)
            shapes[len(word), word[:1]].append(word)
        return dict(shapes)


class Texts(Vocabulary):
    """A vocabulary in memory, of texts that are added one by one and numbered from 0."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Words()
        self._texts: list[tuple[str, ...]] = []
        self._holding: dict[str, list[int]] = defaultdict(list)

    def add(self, text: str) -> None:
        number = len(self._texts)
        words = self._words.of(text)
        self._texts.append(words)
        holding = self._holding
        for word in set(words):
            holding[word].append(number)

    @property
    def size(self) -> int:
        return len(self._texts)

    def all(self) -> Iterable[str]:
        return self._holding

    def count(self, word: str) -> int:
        return len(self._holding[word]) if word in self._holding else 0

    def texts(self, word: str) -> Sequence[int]:
        return self._holding.get(word, ())

    def words(self, text: int) -> tuple[str, ...]:
        return self._texts[text]
