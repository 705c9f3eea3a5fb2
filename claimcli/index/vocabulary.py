"""All words of the searched texts, each with the texts that hold it, and which of them a typed word may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import log

from claimcli.index.words import WORD, fold, stem

NEAR = 0.95  # what a near spelling keeps of a word’s weight, besides the share of letters that are wrong


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
        self._lengths: dict[int, list[str]] = {}
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

    def add(self, text: str) -> list[int]:
        """Take in the next text; the numbers of its words in order."""
        numbers = [self[raw] for raw in WORD.findall(text)]
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
        """(number, closeness up to 1) of words spelled almost like ``word``: one letter in five may be wrong."""
        if word not in self._near:
            self._near[word] = tuple(self._spelled_like(word))
        return self._near[word]

    def _spelled_like(self, word: str) -> Iterator[tuple[int, float]]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if not self._lengths:
            lengths: dict[int, list[str]] = defaultdict(list)
            for known in self.words:
                lengths[len(known)].append(known)
            self._lengths = dict(lengths)
        most = 1 if len(word) < 9 else 2
        for length in range(len(word) - most, len(word) + most + 1):
            found = process.extract(
                word, self._lengths.get(length, ()), scorer=OSA.distance, score_cutoff=most, limit=None
            )
            for known, distance, _ in found:
                closeness = NEAR * (1 - distance / len(word))
                if distance and known[0] == word[0]:
                    yield self._numbers[known], closeness
                elif distance:  # people seldom get the first letter wrong
                    yield self._numbers[known], closeness * 0.9
