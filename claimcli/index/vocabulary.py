"""The words of the searched texts: which texts hold each, and which of them a typed word may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import log

from claimcli.index.words import WORD, fold, stem

NEAR = 0.95  # what a near spelling keeps of a word's weight, besides its share of right letters
OTHER_FIRST = 0.9  # the same again, where the first letter is wrong
LONG = 9  # letters from which on two may be wrong


class Vocabulary(dict[str, int]):
    """From a word as it stands in a text to the number of its folded form, numbered at first sight.

    ``texts[number]`` are the numbers of the texts that hold the word, rising.
    """

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.texts: list[list[int]] = []
        self.size = 0
        self._numbers: dict[str, int] = {}
        self._stems: dict[str, list[int]] | None = None
        self._shapes: dict[int | tuple[int, str], list[str]] = {}
        self._near: dict[str, tuple[tuple[int, float], ...]] = {}

    def __missing__(self, raw: str) -> int:
        word = fold(raw)
        number = self._numbers.get(word)
        if number is None:
            number = self._numbers[word] = len(self.words)
            self.words.append(word)
            self.texts.append([])
        self[raw] = number
        return number

    def add(self, text: str) -> tuple[int, ...]:
        """Take in the next text; the numbers of its words in order."""
        numbers = tuple(map(self.__getitem__, WORD.findall(text)))
        texts = self.texts
        for number in set(numbers):
            texts[number].append(self.size)
        self.size += 1
        return numbers

    def number(self, word: str) -> int | None:
        """The number of a folded word, None if no text holds it."""
        return self._numbers.get(word)

    def weight(self, number: int) -> float:
        """How telling a word is: 1 for a word of a single text, near 0 for one of all texts."""
        return log(1 + self.size / len(self.texts[number])) / log(1 + self.size)

    def same_stem(self, word: str) -> Iterator[int]:
        """Words that differ from ``word`` by an ending."""
        if self._stems is None:
            stems: dict[str, list[int]] = defaultdict(list)
            for number, known in enumerate(self.words):
                stems[stem(known)].append(number)
            self._stems = dict(stems)
        return iter(self._stems.get(stem(word), ()))

    def near(self, word: str) -> tuple[tuple[int, float], ...]:
        """(number, closeness below 1) of other words that are spelled almost like ``word``.

        One letter may be wrong, or two neighbours swapped; in words of nine letters or more two. Where
        ``word`` itself is known, only words with the same first letter, which people seldom get wrong.
        """
        if word not in self._near:
            self._near[word] = tuple(self._spelled_like(word))
        return self._near[word]

    def _spelled_like(self, word: str) -> Iterator[tuple[int, float]]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if not self._shapes:
            self._shapes = self._by_shape()
        known = word in self._numbers
        most = 1 if len(word) < LONG else 2
        for length in range(len(word) - most, len(word) + most + 1):
            others = self._shapes.get((length, word[0]) if known else length, ())
            for other, distance, _ in process.extract(
                word, others, scorer=OSA.distance, score_cutoff=most, limit=None
            ):
                if distance:
                    first = 1.0 if other[0] == word[0] else OTHER_FIRST
                    yield self._numbers[other], NEAR * first * (1 - distance / len(word))

    def _by_shape(self) -> dict[int | tuple[int, str], list[str]]:
        """The words of each length, and of each length and first letter."""
        shapes: dict[int | tuple[int, str], list[str]] = defaultdict(list)
        for word in self.words:
            shapes[len(word)].append(word)
            shapes[len(word), word[:1]].append(word)
        return dict(shapes)
