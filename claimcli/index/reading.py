"""One way to read a query: a slot for each word, and how well a text fills the slots.

A slot is filled by the word itself, another ending of it, or a near spelling. The score of a text is the
share of the query's weight that it holds, each word counting less the further it stands from where the
query puts it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimcli.index.vocabulary import Vocabulary
from claimcli.index.words import SMALL

SAME_STEM = 0.95  # "declining" for "declined"
NEAR_OF_KNOWN = 0.8  # a near spelling of a word that the texts have too
REJOINED = 0.97  # "health care" for "healthcare", or the other way round
SMALL_FOR_SMALL = 0.76  # "the impact on" for "an impact of"

# What a word keeps of its weight, by how many places it stands from where the query puts it.
DECAY = (1.0, 0.92, 0.86, 0.81, 0.77, 0.73, 0.7, 0.67, 0.64, 0.62, 0.6)
FAR = len(DECAY) - 1

# Small words are everywhere: one that stands elsewhere says little.
SMALL_DECAY = (1.0, 0.82, 0.7, 0.62, 0.55, 0.4, 0.3, 0.2, 0.1, 0.1, 0.1)

QUOTED_WORDS = 12  # of a long quotation that are looked up
FEW = 1000  # texts: a word of no more than so many, or of a tenth of all, is looked up
CANDIDATES = 3000  # texts that are scored at most


class Slot(NamedTuple):
    """One word of a query: what it weighs, and the words of the vocabulary that fill it, each how well."""

    word: str
    weight: float
    fillers: dict[str, float]


class Filling(NamedTuple):
    """How a text fills a slot: by the word at ``place``, keeping ``value`` of the query's weight."""

    value: float
    place: int


class Reading:
    """Slots in the order of the query, ready to score texts. ``penalty`` multiplies every score."""

    def __init__(self, slots: Sequence[Slot], penalty: float, vocabulary: Vocabulary) -> None:
        self.slots = tuple(slots)
        self.penalty = penalty
        self.weight = sum(slot.weight for slot in slots)
        self._vocabulary = vocabulary
        self._small_slots = frozenset(number for number, slot in enumerate(slots) if slot.word in SMALL)
        self._slots_of: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, slot in enumerate(slots):
            for word, share in slot.fillers.items():
                self._slots_of[word].append((place, share * slot.weight))

    def candidates(self) -> Iterator[tuple[int, float]]:
        """(text, the score that it can reach at most), those that may score best first."""
        held: dict[float, list[int]] = defaultdict(list)
        for text, value in self.holding().items():
            held[value].append(text)
        elsewhere = self._elsewhere()
        left = CANDIDATES
        for value in sorted(held, reverse=True):
            most = (value + elsewhere) * self.penalty / self.weight
            for text in sorted(held[value])[:left]:
                yield text, most
            left -= len(held[value])
            if left <= 0:
                return

    def _elsewhere(self) -> float:
        """The most weight that a text can hold besides the telling words that it has."""
        telling = self._telling()
        swapped = sum(slot.weight * SMALL_FOR_SMALL for slot in telling if slot.word in SMALL)
        return self.weight - sum(slot.weight for slot in telling) + swapped

    def holding(self) -> dict[int, float]:
        """The texts that hold any telling word of the query, with the weight of those that each holds."""
        found: dict[int, float] = defaultdict(float)
        for slot in self._telling():
            best: dict[int, float] = {}
            for word, share in sorted(slot.fillers.items(), key=lambda filler: filler[1]):
                best.update(dict.fromkeys(self._vocabulary.texts(word), share * slot.weight))
            for text, value in best.items():
                found[text] += value
        return found

    def _telling(self) -> list[Slot]:
        """Slots whose words are not all over the place; all slots if there is no such."""
        most = max(FEW, self._vocabulary.size // 10)
        telling = [slot for slot in self.slots if _count(slot, self._vocabulary) <= most]
        return telling or list(self.slots)

    def score(self, words: Sequence[str]) -> float:
        """How well a text of these words fills the slots, 0 to 1."""
        return sum(filling.value for filling in self.fill(words) if filling) * self.penalty / self.weight

    def fill(self, words: Sequence[str]) -> list[Filling | None]:
        """For each slot the word of the text that fills it best, None where none does."""
        slots_of = self._slots_of
        found = [
            (place, slot, value)
            for place, word in enumerate(words)
            if word in slots_of
            for slot, value in slots_of[word]
        ]
        best: list[Filling | None] = [None] * len(self.slots)
        most = -1.0
        for start in self._starts(found):
            filled = self._from(start, found, words)
            total = sum(filling.value for filling in filled if filling)
            if total > most:
                best, most = filled, total
        return best

    @staticmethod
    def _starts(found: Iterable[tuple[int, int, float]]) -> list[int]:
        """Where the query may begin in the text: the places that put the most weight where it should be."""
        weights: dict[int, float] = defaultdict(float)
        for place, slot, value in found:
            weights[place - slot] += value
        if not weights:
            return []
        most = max(weights.values())
        return [start for start, weight in weights.items() if weight > 0.999 * most][:3]

    def _from(
        self, start: int, found: Iterable[tuple[int, int, float]], words: Sequence[str]
    ) -> list[Filling | None]:
        """The slots filled, were the query to begin at ``start`` of the text."""
        small = self._small_slots
        filled: list[Filling | None] = [None] * len(self.slots)
        for place, slot, value in found:
            decay = SMALL_DECAY if slot in small else DECAY
            value *= decay[min(abs(place - slot - start), FAR)]
            known = filled[slot]
            if known is None or value > known.value:
                filled[slot] = Filling(value, place)
        for slot in self._small_slots:
            place = start + slot
            value = self.slots[slot].weight * SMALL_FOR_SMALL
            known = filled[slot]
            if (
                0 <= place < len(words)
                and (known is None or known.value < value)
                and SMALL.get(words[place]) == SMALL[self.slots[slot].word]
            ):
                filled[slot] = Filling(value, place)
        return filled


def readings(words: Sequence[str], vocabulary: Vocabulary) -> list[Reading]:
    """The ways to read ``words`` (folded): as typed, and with words joined or parted where texts are."""
    slots = {word: make_slot(word, vocabulary) for word in dict.fromkeys(words)}
    ways = [Reading([slots[word] for word in words], 1.0, vocabulary)]
    ways += [
        Reading([slots.get(word) or make_slot(word, vocabulary) for word in other], REJOINED, vocabulary)
        for other in _rejoined(words, vocabulary)
    ]
    return ways


def quoted_reading(words: Sequence[str], vocabulary: Vocabulary) -> Reading:
    """The reading of a long quotation by its rarest words, which are enough to find it."""
    slots = [make_slot(word, vocabulary, misspelled=False) for word in dict.fromkeys(words)]
    slots.sort(key=lambda slot: _count(slot, vocabulary) or vocabulary.size)
    return Reading(slots[:QUOTED_WORDS], 1.0, vocabulary)


def _count(slot: Slot, vocabulary: Vocabulary) -> int:
    """How many texts have a word that fills the slot; those with two count twice."""
    return sum(map(vocabulary.count, slot.fillers))


def make_slot(word: str, vocabulary: Vocabulary, *, misspelled: bool = True) -> Slot:
    """The slot of a folded word. ``misspelled``: a rare word that the texts have may be a slip too."""
    count = vocabulary.count(word)
    fillers: dict[str, float] = {}
    doubtful = not count or (misspelled and count <= max(3, vocabulary.size // 200))
    if len(word) > 3 and doubtful and word not in SMALL and not word.isdigit():
        known = NEAR_OF_KNOWN if count else 1.0
        fillers = {other: closeness * known for other, closeness in vocabulary.near(word)}
    for other in vocabulary.same_stem(word):
        fillers[other] = SAME_STEM
    if count:
        fillers[word] = 1.0
        weight = vocabulary.weight(word)
    elif fillers:
        closest = max(fillers.values())
        weight = min(vocabulary.weight(other) for other, share in fillers.items() if share == closest)
    else:
        weight = 1.0
    return Slot(word, weight, fillers)


def _rejoined(words: Sequence[str], vocabulary: Vocabulary) -> Iterator[tuple[str, ...]]:
    """``words`` with two of them written as one, or one as two, where some text has it so."""
    for place, (word, following) in enumerate(pairwise(words)):
        if vocabulary.count(word + following):
            yield (*words[:place], word + following, *words[place + 2 :])
    for place, word in enumerate(words):
        if word in SMALL or not word.isalpha():
            continue
        shortest = 3 if vocabulary.count(word) else 2
        for cut in range(shortest, len(word) - shortest + 1):
            if _adjacent(word[:cut], word[cut:], vocabulary):
                yield (*words[:place], word[:cut], word[cut:], *words[place + 1 :])


def _adjacent(first: str, second: str, vocabulary: Vocabulary) -> bool:
    """Whether some text has ``second`` right after ``first``; of many texts that have both, a part is looked at."""
    if not (vocabulary.count(first) and vocabulary.count(second)):
        return False
    both = sorted(set(vocabulary.texts(first)).intersection(vocabulary.texts(second)))
    return any((first, second) in pairwise(vocabulary.words(text)) for text in both[:FEW])
