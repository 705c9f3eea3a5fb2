"""Words, marks and whole quotations as tokens, with what the lexicon knows of each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from itertools import compress, pairwise
from typing import Final

from claimcli.lexicon import WORD
from claimcli.lexicon.look_up import ENDS, look_up
from claimcli.model import Span
from claimcli.parser.text.in_context import (
    IN_CONTEXT,
    after_dateline,
    by_word,
    listings,
    names_in_s,
    tell_last,
    tell_may,
    tell_planned,
    tell_today,
    tell_who,
)
from claimcli.parser.text.marks import CLOSERS, QUOTATION, QUOTED, Range, Written
from claimcli.parser.text.places import places
from claimcli.parser.text.sentences import find_sentences

_TOKEN: Final = re.compile(
    r"[A-Za-z]++(?: (?=[A-Za-z])|(?=,|\.[ \n])|(?=[ \n;])[\s*\[\]]*+)"  # most words: the quick way
    r"|(?:[,.](?=[ \n])"  # most marks
    r"|(?:[^\W\d_]{1,8}[-/])?(?:[^\W\d_]\.){2,}(?:[-‐‑]\w{2,})*|Ph\.D\."  # U.S., U.S.-led, Franco-U.S.
    r"|[A-Z0-9]\w{0,5}\.[A-Z]{1,3}(?=[)>])"  # a share: (MRR.N)
    r"|\w+(?:(?:[-‐‑/&@+]|[.,:](?=\d)|[’'](?!(?:s|S|ll|d|ve|re|m)\b))\w+"  # word, 1,000, O’Malley, didn’t
    r"|[\u0300-\u036f]+\w*|\ufffd{2}(?!\ufffd)\w*"  # an accent, and "K��hn", whose "ü" is lost
    r"|(?<=[ÃÂ\u0302\u0303])[\x80-\x84\x86-\x9f¡-ª¬-º¼-¿]\w*)*"  # "PeÃ±a"
    r"|[’'](?:s|S|ll|d|ve|re|m)\b"  # Russia|’s, they|’ll
    r"|(?<![\w.”’\"')])\.\d+\b"  # .300
    r"|\.{3}|--+"
    r"|[^\w\s])[\s*\[\]]*+"  # what counts as blank is in ``claimcli.lexicon.look_up``, too
)
_FIRST: Final = re.compile(r"[^\s*\[\]]")
_NO_WORDS: Final[Set[str]] = frozenset()
LOOKAHEAD: Final = 4
"""How many tokens of no word stand behind the last one."""


@dataclass(slots=True)
class Tokens:
    """An article's tokens as parallel lists, and its sentences as half-open ranges of token indexes.

    ``text`` is the text as given, ``lower`` holds lower-case words (QUOTATION for a quotation), ``start``
    and ``end`` character offsets, ``tag`` what the lexicon knows of the word (it and ``lower`` go on with
    LOOKAHEAD tokens of no word, so that a rule may look past the last one), ``spots`` what may begin there
    (one byte a token: see ``where``), ``quoted`` a "1" for each quotation and a "0" for what is none,
    ``quotations`` the token indexes of these, ``sentences`` pairs of token indexes.
    """

    text: str
    raw: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]
    tag: list[int]
    spots: bytes
    quoted: str
    quotations: list[int]
    sentences: list[Range]

    def word(self, i: int) -> str:
        """The lower-case word at an index, or nothing outside the text."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def what(self, i: int) -> int:
        """The tags of the word at an index, or none outside the text."""
        return self.tag[i] if 0 <= i < len(self.tag) else 0

    def find(self, words: Set[str], first: int, last: int, none: int) -> int:
        """The first of the tokens first..last that is one of some words; ``none`` where no such stands there."""
        for i in range(first, last):  # a generator would take twice as long, here and below
            if self.lower[i] in words:
                return i
        return none

    def find_back(self, words: Set[str], last: int, before: int) -> int:
        """The last such token from ``last`` back to the one behind ``before``; 0 if there is none."""
        for i in range(last, before, -1):
            if self.lower[i] in words:
                return i
        return 0

    def holds(self, tags: int, first: int, last: int) -> bool:
        """Whether any of the tokens from ``first`` up to but not including ``last`` has one of some tags."""
        for what in self.tag[first:last]:  # noqa: SIM110
            if what & tags:
                return True
        return False

    def tagged(self, tags: int, first: int, last: int, none: int) -> int:
        """The first of the tokens first..last that has one of some tags; ``none`` where no such stands there."""
        for i in range(first, last):
            if self.tag[i] & tags:
                return i
        return none

    def stop_back(self, tags: int, last: int, before: int, words: Set[str] = _NO_WORDS) -> int:
        """Where a walk stops from ``last`` back to the token behind ``before``: at a mark, at some tags or words.

        It stops at -1, at no word, where it meets none.
        """
        for i in range(last, before, -1):
            if self.tag[i] & (WORD | tags) != WORD or self.lower[i] in words:
                return i
        return -1

    def where(self, spot: int) -> list[int]:
        """The tokens that have a spot, in the order of the text."""
        return _places(self.spots, spot)

    def by_sentence(self, spot: int) -> list[list[int]]:
        """For each sentence the tokens that have a spot."""
        found, at, where = [], 0, self.where(spot)
        for _, last in self.sentences:
            begin, at = at, bisect_left(where, last, at)
            found.append(where[begin:at])
        return found

    def has_quotation(self, first: int, last: int) -> bool:
        """Whether a quotation stands among the tokens from ``first`` up to but not including ``last``."""
        return self.quoted.find("1", first, last) >= 0

    def closed(self, quotation: int) -> bool:
        """Whether the quotation at a token index ends with a closing mark."""
        return self.text[self.end[quotation] - 1] in CLOSERS

    def close_of(self, quotation: int) -> str:
        """What closes the quotation at a token index behind its last word: ",”", ".''", "?’”"."""
        at = end = self.end[quotation]
        while at > end - 4 and not self.text[at - 1].isalnum():
            at -= 1
        return self.text[at:end]

    def span(self, tokens: Range) -> Span:
        """Where some tokens stand in the text."""
        # what Span(…) does, in a third of its time: an article has many
        return tuple.__new__(Span, (self.start[tokens[0]], self.end[tokens[1] - 1]))

    def words(self, first: int, last: int) -> str:
        """The text from the token ``first`` up to but not including the token ``last``."""
        return self.text[self.start[first] : self.end[last - 1]] if first < last else ""


@cache
def _only(spot: int) -> bytes:
    """What translates bytes into "1" where they have a bit, "0" where they do not."""
    return b"".join([b"1" if byte & spot else b"0" for byte in range(256)])


def _ones(spots: bytes, spot: int) -> str:
    """A "1" for each byte that has a bit, a "0" for each that has not."""
    return spots.translate(_only(spot)).decode()


def _places(spots: bytes, spot: int) -> list[int]:
    """Where bytes have a bit."""
    return places(_ones(spots, spot), "1", 0, len(spots))


class _Pieces:
    """A text cut into tokens, each with the blanks after it: their lengths tell where the next one begins."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[str] = []
        self.start: list[int] = []
        self.hidden: list[int] = []  # the tokens that are quotations
        self.firsts: list[int] = []  # the first token of each block

    def cut(self, at: int, until: int) -> None:
        """The words and marks of a stretch of text."""
        first = _FIRST.search(self.text, at, until)
        if not first:
            return
        at = first.start()
        found: list[str] = _TOKEN.findall(self.text, at, until)
        start = self.start
        for piece in found:
            start.append(at)
            at += len(piece)
        self.found += found

    def hide(self, quotation: Span) -> None:
        """A quotation as one token."""
        self.hidden.append(len(self.found))
        self.found.append(QUOTATION)
        self.start.append(quotation.start)

    def join(self, marks: list[int]) -> None:
        """Make each of these tokens one with the token before it."""
        for i in reversed(marks):
            self.found[i - 1] += self.found[i]
        self.leave_out(marks)

    def leave_out(self, marks: list[int]) -> None:
        """Do without these tokens, as if blanks stood there."""
        kept = bytearray(b"\1") * len(self.found)
        for i in marks:
            kept[i] = 0
        self.found = list(compress(self.found, kept))
        self.start = list(compress(self.start, kept))
        self.hidden = [i - bisect_left(marks, i) for i in self.hidden]
        self.firsts = [i - bisect_left(marks, i) for i in self.firsts]


def _pieces(text: str, blocks: tuple[Span, ...], quotations: list[Span]) -> _Pieces:
    """The tokens of a text, block by block."""
    pieces = _Pieces(text)
    quotes = iter([*quotations, Span(1 << 62, 1 << 62)])
    quote = next(quotes)
    for block in blocks:
        pieces.firsts.append(len(pieces.found))
        at = block.start
        while quote.start < block.end:
            pieces.cut(at, quote.start)
            pieces.hide(quote)
            at = quote.end
            quote = next(quotes)
        pieces.cut(at, block.end)
    return pieces


def tokenize(written: Written, blocks: tuple[Span, ...], quotations: list[Span]) -> Tokens:
    """Tokens and sentences of a text whose quotations (outermost, in order) are one token each."""
    text = written.right
    pieces = _pieces(text, blocks, quotations)
    here = text[blocks[0].start : blocks[-1].end] if blocks else ""  # of a long text a quotation, maybe
    if marks := names_in_s(here, pieces.found):
        pieces.join(marks)
    if "<" in here and (brackets := listings(pieces.found)):
        pieces.leave_out(brackets)
    start, firsts = pieces.start, pieces.firsts
    raw, lower, tag, spots = look_up(pieces.found)
    where = by_word(raw, _places(spots, IN_CONTEXT))
    tell_may(where, lower, tag)
    tell_today(where, raw, tag)
    tell_last(where, raw, tag)
    marked = bytearray(spots)
    tell_who(where, raw, lower, tag, marked)
    end = [start[i] + len(word) for i, word in enumerate(raw)]
    for i, quotation in zip(pieces.hidden, quotations, strict=False):
        end[i] = quotation.end
    openings = [after_dateline(raw, tag, start, first, last) for first, last in pairwise([*firsts, len(raw)])]
    for first, opening in zip(firsts, openings, strict=True):
        if opening > first:  # a dateline names nobody
            tag[first:opening] = [0] * (opening - first)
            marked[first:opening] = bytes(opening - first)
    spots = bytes(marked)
    sentences = find_sentences(text, raw, end, firsts, openings, _places(spots, ENDS))
    tell_planned(tag, sentences)
    quoted = _ones(spots, QUOTED)
    lower += [""] * LOOKAHEAD
    tag += [0] * LOOKAHEAD
    return Tokens(written.given, raw, lower, start, end, tag, spots, quoted, pieces.hidden, sentences)
