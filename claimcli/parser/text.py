"""Text into paragraphs, blocks, tokens and sentences: views that keep every character offset.

Nothing is normalised or copied. A *paragraph* is what the article's layout says it is, a *block* one
or more paragraphs that only a faulty break separates ("… the role of U.S." / "President Joe Biden …"),
and a *token* a word, a mark of punctuation, or a whole quotation: quoted words are hidden behind one
token, so that no rule mistakes another's words for the article's own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from operator import add
from typing import Final

from claimcli.lexicon import (
    ABBREVIATIONS,
    ADVERB,
    AUXILIARY,
    BE,
    CAPITAL,
    DETERMINER,
    ENDS,
    HAVE,
    HONORIFIC,
    NEGATION,
    NUMBER,
    POSSESSIVE,
    SPOKEN_FORMS,
    SUBJECT,
    TIME,
    VERB_BASE,
    VERB_PAST,
    VERB_S,
    WORD,
    look_up,
    watch,
)
from claimcli.model import Span

QUOTATION: Final = "\x00."
"""What a quotation token says of itself in ``Tokens.lower``: no word of a text can be this."""
QUOTED: Final = watch([QUOTATION])
"""The spot of quotations."""
DASHES: Final = frozenset({"—", "–", "--", "-"})
"""Dashes as tokens; a hyphen is one where it stands alone."""
MONEY: Final = frozenset("$£€¥")
"""Marks of money, which lead a number and part no phrase: "a **$**40 billion plan"."""

_LINE: Final = re.compile(r"\S(?:[^\r\n\x85\u2028\u2029]*\S)?")
"""A line without the blanks around it, if it has more than blanks."""
_BLANK_LINE: Final = re.compile(r"\n[ \t]*\r?\n")
_ENDS_SENTENCE: Final = re.compile(r"[.?!…:;”’\"'»)\]]$")
_ABBREVIATION_AT_END: Final = re.compile(r"(?:^|[\s(])((?:[^\W\d_]\.){2,}|[^\W\d_]{1,5}\.)$")

_TOKEN: Final = re.compile(
    r"(?:[A-Za-z]++(?=[ ,\n;]|\.[ \n])"  # most words: the quick way
    r"|(?:[^\W\d_]{1,5}-)?(?:[^\W\d_]\.){2,}|Ph\.D\."  # U.S.
    r"|\w+(?:(?:[-‐‑/&@+]|[.,:](?=\d)|[’'](?!(?:s|S|ll|d|ve|re|m)\b))\w+"  # word, 1,000, O’Malley, didn’t
    r"|[\u0300-\u036f]+\w*|(?<=[ÃÂ\u0302\u0303])[\x80-\x84\x86-\x9f¡-ª¬-º¼-¿]\w*)*"  # an accent, and "PeÃ±a"
    r"|[’'](?:s|S|ll|d|ve|re|m)\b"  # Russia|’s, they|’ll
    r"|(?<![\w.”’\"')])\.\d+\b"  # .300
    r"|\.{3}|--+"
    r"|[^\w\s])\s*+"
)
_FIRST: Final = re.compile(r"\S")
_QUOTATION_ENDS_SENTENCE: Final = re.compile(r"[.?!…][”’\"'»)\]]{1,3}$")
LONGEST_SENTENCE: Final = 250
"""How many tokens a sentence may have. The longest in 28,000 sentences of news has 101, the longest list of
names 220; what is longer is a table or no prose at all, and is cut so that reading it stays in step with its length."""

_TERMINATORS: Final = frozenset({".", "?", "!", "…", "..."})
_LEADS_IN: Final = frozenset({",", ":"})
_CLOSERS: Final = frozenset({")", "]", "”", "’", '"', "'", "»"})


@dataclass(frozen=True, slots=True)
class Layout:
    """Where an article's paragraphs and blocks stand (character offsets)."""

    paragraphs: tuple[Span, ...]
    blocks: tuple[Span, ...]
    starts: list[int]  # of the paragraphs

    def paragraph_at(self, offset: int) -> int:
        """The number of the paragraph that holds an offset, from 1."""
        return bisect_right(self.starts, offset) or 1

    def split(self, start: int, end: int) -> list[Span]:
        """A stretch of text as one span a paragraph: what stands between paragraphs is in none."""
        first = self.paragraph_at(start)
        if first == len(self.starts) or end <= self.starts[first]:
            return [tuple.__new__(Span, (start, end))]
        last = self.paragraph_at(end - 1)
        pieces = [(max(start, p.start), min(end, p.end)) for p in self.paragraphs[first - 1 : last]]
        return [Span(a, b) for a, b in pieces if a < b]


def lay_out(text: str) -> Layout:
    """Find the paragraphs and blocks of a text. A line is a paragraph, unless the text is hard-wrapped."""
    # tuple.__new__ does what Span(…) does, in a third of its time: an article has many.
    lines = [tuple.__new__(Span, line.span()) for line in _LINE.finditer(text)]
    if _is_wrapped(text, lines):
        lines = _join(lines, lambda before, after: not _BLANK_LINE.search(text, before.end, after.start))
    blocks = _join(lines, lambda a, b: _is_faulty_break(text, a, b))
    return Layout(tuple(lines), tuple(blocks), [line.start for line in lines])


def _join(spans: list[Span], belongs: Callable[[Span, Span], bool]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and belongs(joined[-1], span):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether lines break where the column ends: most lines within a block stop short of a sentence's end."""
    if len(lines) < 4:
        return False
    inner = [a for a, b in pairwise(lines) if not _BLANK_LINE.search(text, a.end, b.start)]
    if len(inner) < len(lines) / 2:
        return False
    narrow = [line for line in inner if 30 <= line.end - line.start <= 100]
    open_ended = [line for line in narrow if not _ENDS_SENTENCE.search(text, line.end - 1, line.end)]
    return len(narrow) >= 0.8 * len(inner) and len(open_ended) >= 0.5 * len(inner)


_NEEDS_MORE: Final = ABBREVIATIONS - frozenset("jr sr esq inc corp co ltd llc bros etc".split())
"""Abbreviations that no paragraph ends with; "Tom Reed Jr." and "Marr Inc." may well end one."""

_HOURS: Final = frozenset({"a.m.", "p.m."})


def _is_faulty_break(text: str, before: Span, after: Span) -> bool:
    """Whether a paragraph ends inside a sentence: after an abbreviation that needs a word, or mid-phrase."""
    end = before.end
    mark = text[end - 1]
    if mark not in ".,–—-":
        return False
    if mark == ".":
        tail = text[max(before.start, end - 8) : end]
        if len(tail) == 8 and tail[1:-1].isalpha():
            return False  # a longer word than any abbreviation: most lines end so
        match = _ABBREVIATION_AT_END.search(tail)
        if not match:
            return False
        word = match.group(1).lower()
        lead = text[max(before.start, end - len(word) - 5) : end - len(word)].rstrip()
        if not text[after.start].isalnum() or lead[-1:] in ("", ",", ":", "."):
            return False  # "…, N.C." ends its sentence, "MARR: No." is one
        if lead.endswith(" the") or word in _HOURS:
            return False  # left by the U.N.
        return (word.count(".") > 1 and end - before.start > 40) or word[:-1] in _NEEDS_MORE
    return text[after.start].islower()


@dataclass(slots=True)
class Tokens:
    """An article's tokens as parallel lists, and its sentences as half-open ranges of token indexes.

    ``lower`` holds lower-case words (QUOTATION for a quotation), ``start`` and ``end`` character
    offsets, ``tag`` what the lexicon knows of the word, ``spots`` what may begin there (one byte a
    token: see ``where``), ``quoted`` a one for each quotation and a zero for what is none, ``sentences``
    pairs of token indexes.
    """

    text: str
    raw: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]
    tag: list[int]
    spots: bytes
    quoted: bytes
    sentences: list[tuple[int, int]]

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
        return self.quoted.find(1, first, last) >= 0

    def closed(self, quotation: int) -> bool:
        """Whether the quotation at a token index ends with a closing mark."""
        return self.text[self.end[quotation] - 1] in _CLOSERS

    def words(self, first: int, last: int) -> str:
        """The text from the token ``first`` up to but not including the token ``last``."""
        return self.text[self.start[first] : self.end[last - 1]] if first < last else ""


@cache
def _only(spot: int) -> bytes:
    """What translates bytes into ones where they have a bit, zeros where they do not."""
    return bytes([1 if byte & spot else 0 for byte in range(256)])


def _places(spots: bytes, spot: int) -> list[int]:
    """Where bytes have a bit."""
    find = spots.translate(_only(spot)).find
    found = []
    at = find(1)
    while at >= 0:
        found.append(at)
        at = find(1, at + 1)
    return found


def tokenize(text: str, blocks: tuple[Span, ...], quotations: list[Span]) -> Tokens:
    """Tokens and sentences of a text whose quotations (outermost, in order) are one token each."""
    pieces: list[str] = []  # tokens with the blanks after them: their lengths tell where the next one begins
    start: list[int] = []
    hidden: list[int] = []  # the tokens that are quotations
    firsts: list[int] = []  # the first token of each block

    def cut(at: int, until: int) -> None:
        first = _FIRST.search(text, at, until)
        if not first:
            return
        found = _TOKEN.findall(text, first.start(), until)
        start.extend(accumulate(map(len, found), initial=first.start()))
        start.pop()
        pieces.extend(found)

    quotes = iter([*quotations, Span(1 << 62, 1 << 62)])
    quote = next(quotes)
    for block in blocks:
        firsts.append(len(pieces))
        at = block.start
        while quote.start < block.end:
            cut(at, quote.start)
            hidden.append(len(pieces))
            pieces.append(QUOTATION)
            start.append(quote.start)
            at = quote.end
            quote = next(quotes)
        cut(at, block.end)
    raw, lower, tag, spots = look_up(pieces)
    if "May" in text:
        _tell_may(raw, lower, tag)
    end = list(map(add, start, map(len, raw)))
    for i, quotation in zip(hidden, quotations, strict=False):
        end[i] = quotation.end
    openings = [_after_dateline(raw, tag, *block) for block in pairwise([*firsts, len(raw)])]
    for first, opening in zip(firsts, openings, strict=True):
        if opening > first:  # a dateline names nobody
            tag[first:opening] = [0] * (opening - first)
            spots = spots[:first] + bytes(opening - first) + spots[opening:]
    sentences = _sentences(text, raw, end, firsts, openings, _places(spots, ENDS))
    return Tokens(text, raw, lower, start, end, tag, spots, spots.translate(_only(QUOTED)), sentences)


_LEADS_TO_MONTH: Final = frozenset(
    "in of last this next early late mid since until till by from between through during before after and or".split()
)


def _tell_may(raw: list[str], lower: list[str], tag: list[int]) -> None:
    """Tell the month ("in *May*", "*May* 5") and the name ("Theresa *May* said") from the modal verb.

    It stays a verb where it opens a wish and within a headline: "*May* they win", "Marr *May* Stay".
    """
    i = -1
    for _ in range(raw.count("May")):
        i = raw.index("May", i + 1)
        before = tag[i - 1] if i else 0
        after = tag[i + 1] if i + 1 < len(tag) else 0
        if (i and lower[i - 1] in _LEADS_TO_MONTH) or after & NUMBER:
            tag[i] = TIME | CAPITAL | WORD
        elif (after & CAPITAL and after & _BEHIND_MODAL) or after & _OPENS_SUBJECT:
            continue
        elif after & _BEHIND_NAME or before & (CAPITAL | HONORIFIC) or (i and not before):
            tag[i] = CAPITAL | WORD
        else:
            tag[i] = TIME | CAPITAL | WORD


_BEHIND_MODAL: Final = VERB_BASE | BE | HAVE | NEGATION | ADVERB
_OPENS_SUBJECT: Final = SUBJECT | DETERMINER | POSSESSIVE
_BEHIND_NAME: Final = VERB_PAST | VERB_S | AUXILIARY

_DATELINE: Final = 14
"""Tokens of the longest dateline, with its dash."""
_IN_DATELINE: Final = frozenset({",", ".", "(", ")", "/"})
_AGENCIES: Final = frozenset(
    "ap afp upi reuters cnn cbs nbc abc bbc npr ani pti ians dpa efe ansa tass interfax xinhua kyodo yonhap "
    "bloomberg politico thomson foundation news".split()
)


def _after_dateline(raw: list[str], tag: list[int], first: int, last: int) -> int:
    """Where a paragraph's first sentence opens: behind its dateline, "PELLBURY, Miss. (Reuters) - | The mayor …".

    The town stands in capitals, or an agency that everybody knows stands behind it.
    """
    if last - first < 3 or not tag[first] & CAPITAL:
        return first
    if not raw[first].isupper() and "(" not in raw[first + 1 : first + _DATELINE]:
        return first
    for dash in range(first + 1, min(first + _DATELINE, last - 1)):
        if raw[dash] in DASHES:
            opens = raw[dash + 1] is QUOTATION or tag[dash + 1] & (CAPITAL | NUMBER)
            return dash + 1 if opens and _is_dateline(raw[first:dash]) else first
        if not (tag[dash] & (CAPITAL | NUMBER) or raw[dash] in _IN_DATELINE):
            break
    return first


def _is_dateline(words: list[str]) -> bool:
    """Whether what stands before a dash is a town: "PELLBURY, Miss.", "NEW PELL (AP)", "Pellbury (Reuters)"."""
    if words[-1] == ")" and "(" in words:
        opened = words.index("(")
        if _AGENCIES.issuperset([word.lower() for word in words[opened + 1 : -1] if word != "/"]):
            return opened > 0
    town = words[: words.index(",")] if "," in words else words
    return len(town) <= _TOWN and all(word.isupper() or word == "." for word in town) and len(town[0]) > 1


_TOWN: Final = 4
"""Tokens of the longest name of a town."""


def _sentences(
    text: str,
    raw: list[str],
    end: list[int],
    firsts: list[int],
    openings: list[int],
    may_end: list[int],
) -> list[tuple[int, int]]:
    """Cut the tokens into sentences, none across the start of a block, each after one that may end it.

    A block's first sentence begins at its opening, behind a dateline.
    """
    found = []
    ends = iter(may_end)
    i = next(ends, len(raw))
    for begin, last in zip(openings, [*firsts[1:], len(raw)], strict=False):
        while i < last - 1:
            cut = _cut_after(text, raw, end, i, begin)
            if cut is not None and begin < cut < last and _may_open(raw[cut], raw[i]):
                found.append((begin, cut))
                begin = cut
            i = next(ends, len(raw))
        if i == last - 1:
            i = next(ends, len(raw))
        if begin < last:
            found.append((begin, last))
    if max([last - begin for begin, last in found], default=0) <= LONGEST_SENTENCE:
        return found
    return [piece for sentence in found for piece in _pieces(*sentence)]


def _pieces(first: int, last: int) -> list[tuple[int, int]]:
    """A sentence, or what it is cut into where it is longer than any sentence is."""
    if last - first <= LONGEST_SENTENCE:
        return [(first, last)]
    return [(at, min(at + LONGEST_SENTENCE, last)) for at in range(first, last, LONGEST_SENTENCE)]


def _cut_after(text: str, raw: list[str], end: list[int], i: int, begin: int) -> int | None:
    """Where the next sentence would begin if the token ``i`` ended one; None where it does not."""
    word = raw[i]
    if word in _TERMINATORS:
        if word == "." and raw[i + 1] == ")" and "(" in raw[max(begin, i - 2) : i]:
            return None  # "Ann Marr (D-Calif.)"
        if raw[i + 1] in _TERMINATORS or (word == "." and _is_abbreviation(text, raw, end, i, begin)):
            return None
    elif word is QUOTATION:
        match = _QUOTATION_ENDS_SENTENCE.search(text, max(0, end[i] - 5), end[i])
        if not match or (raw[i - 1] not in _LEADS_IN and _is_attributed(raw, i + 1, match.group()[0])):
            return None
    elif not _opens_sentence(text, raw, end, i + 1):
        return None
    return i + 2 if raw[i + 1] in _CLOSERS else i + 1


def _is_attributed(raw: list[str], i: int, mark: str) -> bool:
    """Whether words after a quotation tell who made it, so that it ends no sentence, though it has a final mark.

    After a question or exclamation, words of all kinds can: "“Why?” asked Marr, the mayor, who …"; after a full
    stop, which is a slip, only a few that do nothing else: "“It is safe.” Marr said."
    """
    reach, between = (6, (".",)) if mark == "." else (12, (".", ","))
    for j in range(i, min(i + reach, len(raw))):
        if raw[j].lower() in SPOKEN_FORMS:
            return mark != "." or (j > i and raw[j + 1 : j + 2] == ["."])
        if not (raw[j][0].isalnum() or raw[j] in between):
            return False
    return False


def _is_abbreviation(text: str, raw: list[str], end: list[int], i: int, begin: int) -> bool:
    """Whether the full stop at ``i`` belongs to the word before it rather than to the sentence."""
    if i <= begin:
        return False
    before, after = raw[i - 1], raw[i + 1]
    word = before.lower()
    if word not in ABBREVIATIONS:
        return len(before) == 1 and before.isupper() and before != "I"
    if word in _BEFORE_NUMBERS:
        return after[0].isdigit()
    if before.islower() and word not in _LOWER_CASE:
        return False  # "a dry mass.", "she felt ill."
    return word in _NEVER_LAST or not _opens_sentence(text, raw, end, i + 1)


def _may_open(word: str, ended_by: str) -> bool:
    """Whether a token can open a sentence: a capital, a digit, a quotation or an opening mark."""
    if word is QUOTATION:
        return ended_by != "…"
    return not word[0].islower() and word not in (",", ";", ":")


# Abbreviations by where they stand; all are in abbreviations.txt.
_BEFORE_NUMBERS: Final = frozenset("no art vol pp".split())
_LOWER_CASE: Final = frozenset("vs v etc al ca cf eds".split())
_NEVER_LAST: Final = frozenset(
    "mr mrs ms dr prof sen sens rep reps gov lt col sgt capt cmdr gen adm rev hon st v vs".split()
)

_BLANKS_AND_MARKS: Final = " \n“\"'‘`«„[(.…"
_STARTERS: Final = frozenset(
    "The He She It They We But And In On At A An This That These Those There His Her Their If As When While "
    "After Before For Still Some Many Most No Not I You".split()
)


def _opens_sentence(text: str, raw: list[str], end: list[int], i: int) -> bool:
    """Whether the token ``i`` surely opens a sentence: "The", or a quotation whose first word has a capital."""
    if raw[i] is QUOTATION:
        return text[end[i - 1] : end[i - 1] + 9].lstrip(_BLANKS_AND_MARKS)[:1].isupper()
    return raw[i] in _STARTERS
