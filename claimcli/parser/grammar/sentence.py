"""A sentence to read: what stands at an index, whose verb it is, and where its last word ends."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from claimcli.lexicon import forms_of
from claimcli.parser.grammar.noun_phrase import noun_phrase_before
from claimcli.parser.grammar.onward import skip_adverbs, without_final_mark
from claimcli.parser.grammar.spine import Spine, end_before_verb, end_of_told, spine_of, tells_who
from claimcli.parser.grammar.subject import Subject, subject_before
from claimcli.parser.grammar.times import time_at
from claimcli.parser.grammar.verb_group import Group, verb_group
from claimcli.parser.text import Range, Tokens


class Sentence:
    """One sentence of the tokens ``t``, from ``first`` to ``last`` before its final marks, and ``end`` behind them.

    Attribution and decisions each add what their rules share while they read it.
    """

    __slots__ = ("_spine", "_spined", "end", "first", "last", "lower", "number", "t", "tag")

    def __init__(self, t: Tokens, number: int) -> None:
        self.t = t
        self.lower, self.tag = t.lower, t.tag
        self.number = number
        self.first, self.end = t.sentences[number]
        self.last = without_final_mark(t, self.first, self.end)
        self._spine: Spine | None = None
        self._spined = False

    def word(self, i: int) -> str:
        """The word at an index, or nothing outside the sentence."""
        return self.lower[i] if self.first <= i < self.last else ""

    def what(self, i: int) -> int:
        """The tags of the word at an index, or none outside the sentence."""
        return self.tag[i] if self.first <= i < self.last else 0

    def has(self, words: Set[str], first: int, last: int) -> bool:
        """Whether any of some words stands from ``first`` up to ``last``, within the sentence."""
        return not words.isdisjoint(self.lower[max(self.first, first) : min(last, self.last)])

    def find(self, words: Set[str], first: int, last: int) -> int:
        """The first of the tokens first..last that is one of some words, within the sentence; 0 if none is."""
        return self.t.find(words, first, min(last, self.last), 0)

    def find_back(self, words: Set[str], last: int, before: int) -> int:
        """The last such token from ``last`` back to the one behind ``before``, within the sentence; 0 if none is."""
        return self.t.find_back(words, last, max(self.first, before))

    def subject_of_verb(self, i: int, low: int | None = None) -> Subject | None:
        """The subject of the verb at an index, as ``subject_before`` tells it."""
        return self.subject_before(self.group_of(i, low).start, low)

    def subject_before(self, start: int, low: int | None = None) -> Subject | None:
        """The subject of the verb group that opens at ``start``, no further left than ``low``, if given."""
        subject = subject_before(self.t, self.first if low is None else low, start)
        spine = self.spine()
        if spine is not None and subject is not None and subject[0] <= spine[1] and spine[3] < start:
            # "Talks that began ended after **the union** | left"
            return subject_before(self.t, spine[3] + 1, start)
        if spine is None or not spine[1] < start <= spine[3]:
            return subject
        if start < spine[2] and self.after_adverbs(start) != spine[3]:
            return subject
        outside = subject is not None and not spine[1] <= subject[0] < spine[2]
        if outside or tells_who(self.t, spine, subject):
            return subject
        return spine[0], end_of_told(self.t, spine), spine[1]

    def before_main_verb(self, part: Range) -> Range:
        """A part of the sentence up to its main verb, where it opens in what tells of the subject."""
        spine = self.spine()
        if spine is None or not spine[1] <= part[0] < spine[2] < part[1]:
            return part
        return part[0], end_before_verb(self.t, spine)

    def spine(self) -> Spine | None:
        """Its opening subject and the verb of that, where something stands between them; found once."""
        if not self._spined:
            self._spined = True
            self._spine = spine_of(self.t, self.first, self.last)
        return self._spine

    def group_of(self, i: int, low: int | None = None) -> Group:
        """The verb group that ends with the verb at an index, no further left than ``low``, if given."""
        return verb_group(self.t, self.first if low is None else low, i)

    def phrase_before(self, end: int, low: int | None = None) -> Range | None:
        """The noun phrase that ends before an index, no further left than ``low``, if given."""
        return noun_phrase_before(self.t, self.first if low is None else low, end)

    def after_adverbs(self, i: int) -> int:
        """What follows the adverbs at an index, if any."""
        return skip_adverbs(self.t, i, self.last)

    def after_time(self, i: int) -> int:
        """What follows the time at an index, if any."""
        return time_at(self.t, i, self.last)

    def ends_bare(self) -> bool:
        """Whether no mark closes the sentence, as none closes a headline."""
        return bool(self.tag[self.end - 1])

    def is_undone(self, i: int) -> bool:
        """Whether what leads to a verb at ``i`` tells that it was not done: "**without** asking", "**failed** to"."""
        before = self.word(i - 1)
        yet = before == "yet" and self.word(i) == "to"  # "has **yet** to sign it"
        return yet or before in _UNDONE or (before == "of" and self.word(i - 2) in ("short", "instead"))


_UNDONE: Final = forms_of("fail neglect forget omit") | {"without", "failure", "inability", "unable"}
"""What tells of what follows that nobody did it."""
