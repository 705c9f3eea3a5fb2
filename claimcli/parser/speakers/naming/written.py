"""The names of an article as it writes them: which stand in full, and which as one word, with a title or without."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from claimcli.lexicon import ROLE, forms_of
from claimcli.lexicon.names import persons
from claimcli.parser.grammar import ARTICLES
from claimcli.parser.speakers.entity import Mention, Words
from claimcli.parser.speakers.naming.appositions import age_after
from claimcli.parser.speakers.naming.beside import WITHIN
from claimcli.parser.speakers.naming.spelling import is_adjective
from claimcli.parser.speakers.naming.titles import is_titled, without_postnominals
from claimcli.parser.text import QUOTATION, Tokens

_ARTICLES_OF_NAMES: Final = frozenset({"al", "el", "ul", "abd", "abu", "jean"})
_MOVES: Final = forms_of(
    "go come travel fly drive sail walk move return flee head emigrate migrate relocate commute"
) | frozenset(
    "deported shipped bussed evacuated trip trips flight flights train trains bus buses ferry journey road route way "
    "visit visits tour".split()
)
"""Behind which "to" leads to a place."""


_CHRISTENED: Final = frozenset("dean duke major judge bishop king marshal prince".split())
"""Titles that people are christened."""


class Written:
    """Where each name stands, by its words: without initials, suffixes and the letters of honours.

    ``full`` holds names of several words, ``alone`` those of one, ``titled`` those of one that have a title.
    """

    def __init__(self, t: Tokens, names: list[Mention]) -> None:
        self.t = t
        self.full: dict[Words, list[Mention]] = defaultdict(list)
        self.alone: dict[str, list[Mention]] = defaultdict(list)
        self.titled: dict[str, list[Mention]] = defaultdict(list)
        self.headlines: list[Mention] = []
        self.with_suffixes = False  # whether any is called "Jr."
        self._within: dict[str, int] = defaultdict(int)  # how often one word follows "in", "from" …
        self._shortened: dict[Words, Words] = {}
        _keep_first_names(t, names)
        for name in names:
            if name.headline:
                self.headlines.append(name)
                continue
            name.words = words = self._words_of(name) if name.last - name.at > 1 else (t.lower[name.at],)
            if len(words) > 1:
                self.full[words].append(name)
                continue
            self.alone[words[0]].append(name)
            before = t.lower[name.title - 1] if name.title else ""
            if before in WITHIN or (before == "to" and t.lower[name.title - 2] in _MOVES):
                self._within[words[0]] += 1  # "*in* Orlando", "flew *to* Florence"
            if name.title < name.at and is_titled(t, name):
                self.titled[words[0]].append(name)

    @property
    def places(self) -> set[str]:
        """The names of one word that mostly stand as places do: "in Orlando"."""
        return {word for word, times in self._within.items() if 2 * times > len(self.alone[word])}

    def _words_of(self, name: Mention) -> Words:
        """The words of a name of several tokens: "ann marr" of "Ann B. Marr Jr. OBE"."""
        lower, last = self.t.lower, without_postnominals(self.t, name)
        if "-" in lower[name.at] or "-" in lower[name.at + 1]:
            self._cut_adjective(name, last)
        written = tuple(lower[name.at : last])
        return self._shortened.get(written) or self._shorten(written)

    def _shorten(self, written: Words) -> Words:
        """The words of a full name without its initials, dots, nickname and "Jr."."""
        suffixes = persons().suffixes
        parts = [part for part in written if len(part) > 1 and part not in suffixes and part != QUOTATION]
        if len(parts) == 1 and len(written[0]) == 1:
            parts.insert(0, written[0])  # "J. Marr"
        elif len(parts) == 1:
            parts += [part for part in written if part in suffixes]  # "Tom Jr."
        words = self._shortened[written] = tuple(parts) or written[:1]
        self.with_suffixes = self.with_suffixes or not suffixes.isdisjoint(written)
        return words

    def _cut_adjective(self, name: Mention, last: int) -> None:
        """Take from a name the adjective before it: "New York-based | *Marr Air*", not "Al-shaab Bank"."""
        raw, lower = self.t.raw, self.t.lower
        for k in (name.at + 1, name.at):
            article = lower[k].partition("-")[0] in _ARTICLES_OF_NAMES
            if k + 1 < last and is_adjective(raw[k]) and not article:
                name.title = name.at = k + 1
                return


def _keep_first_names(t: Tokens, names: list[Mention]) -> None:
    """Take for first names what would be titles, where an age or a trade tells that: "*Dean* Marr, 43, said".

    Nobody is meant of whom the article tells another first name: "Judge Ann Marr … Judge Marr, 58".
    """
    titled = [n for n in names if n.at == n.title + 1 == n.last - 1 and t.lower[n.title] in _CHRISTENED]
    told = {t.lower[name.at] for name in titled if _is_christened(t, name)}
    told -= {t.lower[name.last - 1] for name in names if name.last - name.at > 1 and not name.headline}
    for name in titled:
        if t.lower[name.at] in told:
            name.at = name.title


def _is_christened(t: Tokens, name: Mention) -> bool:
    """Whether an age, or a trade that is no such office, stands behind a name: "Dean Marr, *43*", "…, *a nurse*"."""
    if t.word(name.last) != ",":
        return False
    first, age = t.lower[name.title], age_after(t, name) != ""
    at = name.last + 1 + 2 * age
    if first == "dean" and t.word(at) != "who" and any(what & ROLE for what in t.tag[at : at + 3]):
        return True  # "*Dean* Marr, an owner of the club"
    if t.word(at) in ARTICLES or t.word(at) == "who":
        return any(word in persons().trades for word in t.lower[at + 1 : at + 4])
    return age and first not in ("king", "prince")
