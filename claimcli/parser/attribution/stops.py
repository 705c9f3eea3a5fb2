"""The walk to where a content ends: a table of words tells at which the walk may stop, and why.

``CLAUSE_STOPS`` (in ``clause_extent``) and ``PHRASE_STOPS`` (in ``phrase_extent``) are these tables; why a content
ends is answered by the stop at its end.
"""

from __future__ import annotations

from collections.abc import Callable

from claimcli.lexicon import CUE, INFLECTED, NUMBER, PREPOSITION, WORD
from claimcli.parser.attribution.after_comma import (
    closes_lead,
    main_clause_resumes,
    parts_words,
    quotes_on,
    series_end,
    setting_of,
)
from claimcli.parser.attribution.sentence import Sentence
from claimcli.parser.text import DASHES, QUOTATION


class Opened:
    """A content that opens at ``start`` for the cue at ``k``, while its end is looked for."""

    __slots__ = ("_series_end", "k", "s", "setting", "start")

    def __init__(self, s: Sentence, start: int, k: int) -> None:
        self.s = s
        self.start = start
        self.k = k
        self.setting: str | None = None
        self._series_end: int | None = None

    def main_clause_resumes(self, i: int) -> bool:
        """Whether the main clause goes on at ``i``, after a comma."""
        setting = self._setting()
        return bool(setting) and main_clause_resumes(self.s, setting, i)

    def _setting(self) -> str:
        """How the clause of the cue stands in its sentence, found once: "*When he said* it was safe, she left"."""
        if self.setting is None:
            self.setting = setting_of(self.s, self.k)
        return self.setting

    def series_end(self) -> int:
        """Where "and" leads to the last of three verbs of which the cue is the second, found once; 0 if none does."""
        if self._series_end is None:
            self._series_end = series_end(self.s, self.k)
        return self._series_end

    def closes_lead(self, comma: int) -> bool:
        """Whether a comma closes but what leads in to the content, and no clause that the main clause follows."""
        s, first = self.s, self.start + 1
        behind_that = s.lower[self.start] == "that" and s.tag[first] & PREPOSITION
        return closes_lead(s, self.start, comma) and bool(behind_that or not self._setting())

    def opens_share(self, p: int) -> bool:
        """Whether another share of those asked opens at ``p``: "40 percent backed it and **30 percent said** …"."""
        s = self.s
        start = s.after_adverbs(p)
        if not s.what(start) & NUMBER or not s.t.holds(NUMBER, max(s.first, self.k - 6), self.k):
            return False
        verb = s.after_adverbs(s.phrase_end(start))
        return bool(s.what(verb) & CUE)


Stop = Callable[[Opened, int], int]
"""Where a content ends for the word that stands at a token, which is not the last: 0 where it goes on."""


def first_stop(content: Opened, first: int, stops: dict[str, Stop], may_stop: int) -> int:
    """Where a content ends: at the first stop from ``first`` on, else with its sentence, before a dash left there.

    A quick look spares words that are nothing of ``may_stop``, which have no stop.
    """
    lower, tag = content.s.lower, content.s.tag
    last = content.s.last
    for i in range(first, last - 1):
        if tag[i] & may_stop == WORD:
            continue
        stop = stops.get(lower[i])
        if stop is not None and (end := stop(content, i)):
            return end
    return last - (lower[last - 1] in DASHES)


def at_mark(content: Opened, i: int) -> int:
    """ "said it was safe**;** he left"; not "cost $5 (4 euros**;** 3 pounds)"."""
    return 0 if content.s.is_bracketed(i) else i


def at_comma(content: Opened, i: int, turns_away: Callable[[Opened, int], bool]) -> int:
    """ "said it was safe**,** adding that", "When he said it was**,** she left", "denied it**, then** said that"."""
    s = content.s
    quotation = s.lower[i] == QUOTATION
    none = quotation and not s.ends_with_comma(i)
    if none or parts_words(s, i) or content.closes_lead(i):
        return 0
    then = s.what(s.after_adverbs(i + 1)) if s.lower[i + 1] == "then" else 0
    turns = (then & CUE and then & s.tag[content.k] & INFLECTED) or (
        turns_away(content, i) and not (s.quotes and quotes_on(s, i))
    )
    return i + quotation if turns or content.main_clause_resumes(i + 1) or content.opens_share(i + 1) else 0


def before_comma(s: Sentence, i: int) -> int:
    """Where a content ends before the word at ``i``: before its comma, if it has one."""
    return i - (s.lower[i - 1] == ",")
