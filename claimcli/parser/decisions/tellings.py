"""Where a text tells a choice: the words that tell it, who chooses, what, and how far it has come.

A sentence is read once, from one word that can tell a choice to the next. For each the rules are tried in
the order of their lists; the first that fits makes a telling, and what its label covers is read no more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Final

from claimcli.lexicon import ADVERB, VERB_ING, VERB_PARTICIPLE, WORD
from claimcli.lexicon.decision_words import (
    ARRANGED,
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
        (PLANNED, planned),
    )
    for words, reader in (*own, *OTHER_READERS):
        for word in words:
            by_word[word].append(reader)
    return {word: tuple(readers) for word, readers in by_word.items()}


_READERS: Final = _readers()
_TELLS: Final = watch(_READERS)
ITEM_REACH: Final = 4
"""Most sentences of a list’s item behind which the list goes on."""
_TO: Final = frozenset({"to"})
_IS: Final = frozenset("is are am ’m 'm ’re 're isn’t isn't aren’t aren't".split())
_NOW: Final = _IS | {"has", "have", "’ve", "'ve"}
_FOLLOWED_BY: Final = {
    **dict.fromkeys(BEFORE_TO.difference(DECISION_VERBS), (_TO, 2)),
    **{word: (leaning.led_by, 1) for word, leaning in LEANINGS.items() if word not in DECISION_VERBS},
    **{
        word: (words | _TO if word in BEFORE_TO else words, reach)
        for word, (words, reach) in FOLLOWED_BY.items()
        if word not in ARRANGED
    },
}


def find_tellings(t: Tokens, weighty: bytearray) -> list[Telling]:
    """The tellings of all sentences, in the order of the text.

    Words for everyday acts are read only at the tokens that ``weighty`` marks, one byte a token, or told as news:
    elsewhere the article makes nothing of them.
    """
    lower = t.lower
    headline = t.sentences[0][1] if t.sentences and t.tag[t.sentences[0][1] - 1] & WORD else 0
    triggers = [
        k
        for k in t.where(_TELLS)
        if (weighty[k] or lower[k] not in EVERYDAY_WORDS or _is_news(t, k))
        and (lower[k] != "to" or k < headline)
        and (lower[k] not in _FOLLOWED_BY or _is_followed(lower, k))
    ]
    found: list[Telling] = []
    triggers.append(len(lower))  # behind every sentence: there is always a next one
    at, goes_on = 0, 0  # the next trigger; the first sentence behind what may belong to a list
    lead: Range | None = None  # who acts in its items, by the line before them: "Also Monday, **the board**:"
    for number, (first, last) in enumerate(t.sentences):
        opens_item = lower[first] in BULLETS
        if opens_item:
            lead = lead if number < goes_on else None
            goes_on = number + 1 + ITEM_REACH
        elif lower[last - 1] == ":":
            lead, goes_on = noun_phrase_before(t, first, last - 1), number + 2
        if triggers[at] >= last:
            continue
        sentence = Sentence(t, number)
        if opens_item:
            sentence.first += 1  # behind the bullet
            sentence.subject = lead
        taken, end = first, sentence.last
        while (k := triggers[at]) < last:
            at += 1
            if taken <= k < end:
                telling = _read(sentence, k)
                if telling is not None:
                    sentence.told = telling
                    taken = telling.label[1]
                    found.append(telling)
    return found


def _is_news(t: Tokens, k: int) -> bool:
    """Whether the word at ``k`` tells what somebody **is** doing now or **has** just done."""
    before = t.word(k - 1 - bool(t.what(k - 1) & ADVERB))
    form = VERB_ING if before in _IS else VERB_PARTICIPLE
    return before in _NOW and bool(t.tag[k] & form)


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
