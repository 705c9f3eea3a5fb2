"""Where a text tells a choice: the words that tell it, who chooses, what, and how far it has come.

A sentence is read once, from one word that can tell a choice to the next. For each the rules are tried in
the order of their lists; the first that fits makes a telling, and what its label covers is read no more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from claimcli.lexicon import ADVERB, VERB_ING, VERB_PARTICIPLE
from claimcli.lexicon.decision_words import (
    DECISION_NOUNS,
    DECISION_VERBS,
    DEED_REACH,
    DEEDS,
    DOING,
    EVERYDAY_WORDS,
    FOLLOWED_BY,
)
from claimcli.lexicon.look_up import watch
from claimcli.parser.decisions.modal_rules import BEFORE_TO, LEANINGS, OTHER_READERS, leans
from claimcli.parser.decisions.noun_rules import PLANNED, planned, read_noun
from claimcli.parser.decisions.sentence import Range, Sentence, Telling
from claimcli.parser.decisions.verb_rules import read_verb
from claimcli.parser.grammar import noun_phrase_before
from claimcli.parser.text import BULLETS, Tokens

Reader = Callable[[Sentence, int], Telling | None]


def _readers() -> dict[str, tuple[Reader, ...]]:
    """For each word that can tell a choice how to read it: with what leads it on, as a verb, a noun, another."""
    by_word: dict[str, list[Reader]] = defaultdict(list)
    own: tuple[tuple[Iterable[str], Reader], ...] = (
        (LEANINGS, leans),
        (DECISION_VERBS, read_verb),
        (DECISION_NOUNS, read_noun),
    )
    for words, reader in (*own, (PLANNED, planned), *OTHER_READERS):
        for word in words:
            by_word[word].append(reader)
    return {word: tuple(readers) for word, readers in by_word.items()}


_READERS: Final = _readers()
_TELLS: Final = watch(_READERS)
ITEM_REACH: Final = 4
"""Most sentences of a list’s item behind which the list goes on."""
_TO: Final = frozenset({"to"})
_IS: Final = frozenset({"is", "are"})
_NOW: Final = _IS | {"has", "have"}
_FOLLOWED_BY: Final = {
    **dict.fromkeys(BEFORE_TO.difference(DECISION_VERBS), (_TO, 1)),
    **{word: (leaning.led_by, 1) for word, leaning in LEANINGS.items() if word not in DECISION_VERBS},
    **{
        word: (words | _TO if word in BEFORE_TO else words, reach)
        for word, (words, reach) in FOLLOWED_BY.items()
    },
}


def find_tellings(t: Tokens, weighty: bytearray) -> Iterator[Telling]:
    """The tellings of all sentences, in the order of the text.

    Words for everyday acts are read only at the tokens that ``weighty`` marks, one byte a token, or told as news:
    elsewhere the article makes nothing of them.
    """
    lower = t.lower
    triggers = [
        k
        for k in t.where(_TELLS)
        if (weighty[k] or lower[k] not in EVERYDAY_WORDS or _is_news(t, k))
        and (lower[k] not in _FOLLOWED_BY or _is_followed(lower, k))
    ]
    triggers.append(len(lower))  # behind every sentence: there is always a next one
    at, leads = 0, _Leads(t)
    for number, (first, last) in enumerate(t.sentences):
        if triggers[at] >= last:
            continue
        sentence = Sentence(t, number)
        if lower[first] in BULLETS:
            sentence.open_with(leads.of(number))
        taken, end = first, sentence.last
        while (k := triggers[at]) < last:
            at += 1
            if taken <= k < end:
                telling = _read(sentence, k)
                if telling is not None:
                    sentence.told = telling
                    taken = telling.label[1]
                    yield telling


class _Leads:
    """Who acts in the items of a list by the line that leads to it: "Also Monday, **the board**:"."""

    def __init__(self, t: Tokens) -> None:
        self._t = t
        self._last = -1
        self._lead: Range | None = None

    def of(self, number: int) -> Range | None:
        """Who acts in an item, by its sentence’s number; items come in the order of the text."""
        at = number - 1
        while at > self._last and (item := self._item_at(at)) >= 0:
            at = item - 1
        if at < 0 or at > self._last:
            self._lead = self._led_by(at) if at >= 0 else None
        self._last = number
        return self._lead

    def _item_at(self, at: int) -> int:
        """The sentence that opens the item to which a sentence may belong: it or one shortly before; else -1."""
        t = self._t
        for number in range(at, max(-1, at - ITEM_REACH), -1):
            first, last = t.sentences[number]
            if t.lower[first] in BULLETS:
                return number
            if t.lower[last - 1] == ":":
                break
        return -1

    def _led_by(self, at: int) -> Range | None:
        """Who acts in a list by the sentence that leads to it."""
        first, last = self._t.sentences[at]
        return noun_phrase_before(self._t, first, last - 1) if self._t.lower[last - 1] == ":" else None


def _is_news(t: Tokens, k: int) -> bool:
    """Whether the word at ``k`` tells what somebody **is** doing now or **has** just done."""
    at = k - 1 - bool(k and t.tag[k - 1] & ADVERB)
    form = VERB_ING if at >= 0 and t.lower[at] in _IS else VERB_PARTICIPLE
    return at >= 0 and t.lower[at] in _NOW and bool(t.tag[k] & form)


def _is_followed(lower: list[str], k: int) -> bool:
    """Whether the word at ``k``, which tells nothing alone, has what it needs behind it: "side | with".

    A deed may have it before: "opened | an inquiry".
    """
    words, reach = _FOLLOWED_BY[lower[k]]
    if not words.isdisjoint(lower[k + 1 : k + 1 + reach]):
        return True
    return lower[k] in DEEDS and not DOING.isdisjoint(lower[max(0, k - DEED_REACH) : k])


def _read(s: Sentence, k: int) -> Telling | None:
    """What the word at ``k`` tells, by the first way of reading it that fits."""
    for reader in _READERS[s.lower[k]]:
        telling = reader(s, k)
        if telling is not None:
            return telling
    return None
