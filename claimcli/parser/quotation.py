"""Quotation marks into quotations: the outermost quoted stretches of a text, whatever marks it uses.

A stack follows the marks through each block. Typographic marks say themselves whether they open or
close; straight marks and the apostrophe say it by what stands beside them. A quotation that a block
leaves open ends with the block, or, where an attribution follows its comma, before that attribution.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from claimcli.lexicon import SPEECH_FORMS
from claimcli.model import Span
from claimcli.parser.text.marks import Written
from claimcli.parser.text.places import places

_IN_WORD: Final = r"[^\W_]"
_MARK: Final = re.compile(
    "|".join(
        [
            r"'(?<=[^\s']')(?=''(?!'))",
            "''",
            "``",
            f"'(?<!{_IN_WORD}')",
            f"'(?!{_IN_WORD})",
            f"’(?!{_IN_WORD})",
            f"‘(?<!{_IN_WORD}‘)",
            f"‘(?!{_IN_WORD})",
            r'"(?!(?<=[A-Za-z]")(?:t|ve|ll|re)\b)',  # no apostrophe gone wrong: isn"t
            *"“”„«»‹›‚",
        ]
    )
)
"""What may be a quotation mark: an apostrophe inside a word is none, even one set the wrong way round ("Marr‘s")."""
_OPENS_MARK: Final = "'`’‘“”\"„«»‹›‚"
"""The first characters of these: to find each at a leap is sooner done than to look for any."""

_FAMILY: Final = {
    "“": "double", "”": "double", '"': "double", "''": "double", "``": "double", "„": "double",
    "«": "angle", "»": "angle", "‹": "single angle", "›": "single angle",
    "‘": "single", "’": "single", "'": "single", "‚": "single",
}  # fmt: skip
_NONE_OPEN: Final = dict.fromkeys(_FAMILY.values(), 0)
_OPENING: Final = frozenset("“„«‹‘‚") | {"``"}
_CLOSING: Final = frozenset("”»›")

_BEFORE_OPENING: Final = frozenset("([{—–-/:>") | frozenset("“„«‹‘‚\"'`")
_ELISION: Final = re.compile(r"(?:[1-9]0s|[Tt]is|[Tt]was|[Tt]il|[Ee]m|[Nn])\b(?![-‐])")
_PAUSE: Final = re.compile(r"[,?!][”’\"']?\s+(?=\w)")
_WORD: Final = re.compile(r"[^\W\d_]+\b[.’']?")
_SENTENCE_END: Final = frozenset(".?!…")
_ENDS: Final = re.compile(r"[.?!…](?=\s)")
_OCCASIONS: Final = frozenset({"on", "in", "at", "during", "last", "to", "as", "after", "later"})


def find_quotations(written: Written, blocks: tuple[Span, ...]) -> list[Span]:
    """The outermost quotations of a text, marks included, in order, none across a block."""
    found: list[Span] = []
    if not blocks:
        return found
    text = written.right
    marks = _marks(text, blocks[0].start, blocks[-1].end)
    ends = [end for _, end in marks]
    at = 0
    for block in blocks:
        if at == len(marks):
            break
        if ends[at] > block.end:
            continue
        begin, at = at, bisect_right(ends, block.end, at)
        found += _in_block(text, block, marks[begin:at])
    return found


def _marks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where what may be quotation marks stands between two offsets."""
    found: list[tuple[int, int]] = []
    behind = start
    for at in sorted([at for opens in _OPENS_MARK for at in places(text, opens, start, end)]):
        mark = _MARK.match(text, at, end) if at >= behind else None
        if mark:
            found.append(mark.span())
            behind = mark.end()
    return found


class _Open:
    """The quotations that are open at a mark, outermost first: family, and where it opened.

    Counted by family, so that no mark looks through all of them.
    """

    __slots__ = ("count", "stack")

    def __init__(self) -> None:
        self.stack: list[tuple[str, int]] = []
        self.count = _NONE_OPEN.copy()

    def open(self, family: str, at: int) -> None:
        self.stack.append((family, at))
        self.count[family] += 1

    def goes_on(self, family: str) -> bool:
        """Whether the innermost quotation is of a family."""
        return bool(self.stack) and self.stack[-1][0] == family

    def close(self, family: str) -> int | None:
        """Close the innermost quotation of a family, with all inside it; where it opened, if one is open."""
        if not self.count[family]:
            return None
        while True:
            kind, opened = self.stack.pop()
            self.count[kind] -= 1
            if kind == family:
                return opened


def _in_block(text: str, block: Span, marks: list[tuple[int, int]]) -> list[Span]:
    closers = _later_closers(text, block, marks)
    straight = _straight_closers(text, block, marks)
    nested = _nested_closers(text, block, marks)
    found: list[Span] = []
    now = _Open()
    inner: list[int] = []  # openings within the outermost quotation
    closed: list[Span] = []  # quotations closed within it
    for number, (start, end) in enumerate(marks):
        mark = text[start:end]
        family = _FAMILY[mark]
        twice = mark in '"“' and text[end : end + 1] in "“”" and text[end + 1 : end + 2].isalnum()
        if (mark == '"' and text[end : end + 1] == "“") or (twice and not now.stack):
            continue  # "“so”", “”so”: a mark too many
        if _is_closing(text, block, start, end, family, now, closers[number]):
            opened = now.close(family)
            if opened is not None:
                (closed if now.stack else found).append(Span(opened, end))
        elif _is_opening(text, block, start, end, mark, now, straight[number]):
            again = now.goes_on(family) and not nested[number] and _starts_sentence(text, start)
            if again and (cut := _attribution_inside(text, inner[-1] if inner else now.stack[0][1], start)):
                found.append(Span(now.stack[0][1], cut))  # “The tide is out, she said. “It will be back.”
                now = _Open()
            if now.stack:
                inner.append(start)
            else:
                inner, closed = [], []
            if not (again and now.stack):
                now.open(family, start)
    if now.stack:
        found += _left_open(text, block, now.stack[0][1], inner, closed)
    return found


def _is_opening(text: str, block: Span, start: int, end: int, mark: str, now: _Open, closed: bool) -> bool:
    if end >= block.end or mark == "’" or (mark in _CLOSING and now.stack):
        return False
    parted = start == block.start or text[start - 1].isspace()
    if text[end].isspace():
        return mark in ("“", "``", "«") and parted  # « so », `` so '' in tokenised text
    if not (parted or text[start - 1] in _BEFORE_OPENING or mark in _OPENING):
        return False
    if mark in ("'", "‘") and _ELISION.match(text, end, block.end):
        return False  # rock 'n' roll, the '90s: an apostrophe that stands for letters left out
    return mark != "'" or text[end].isupper() or (text[end].isalpha() and closed)


def _is_closing(text: str, block: Span, start: int, end: int, family: str, now: _Open, later: bool) -> bool:
    mark = text[start:end]
    if mark in _OPENING:
        return bool(now.stack) and _closes_what_opened(text, start, end, text[now.stack[-1][1]])
    if mark in _CLOSING:  # with nothing open it opens: ”so”, »so«
        return now.count[family] > 0
    if start == block.start or text[start - 1].isspace():
        return end >= block.end or (bool(now.stack) and text[end].isspace() and family == "double")
    before, after = text[start - 1], text[end] if end < block.end else " "
    if family == "double":
        if before in "'’" and after in ".,;:":
            return True  # "It was 'safe'".
        return not (before in _BEFORE_OPENING and not after.isspace())
    if after.isalnum():
        return False
    if not before.isalnum():
        return True
    if not now.count["single"]:
        return False
    # farmers’ barns: the possessive of a plural, unless nothing later could close the quotation
    return not (before in "sS" and after == " " and later and text[end + 1 : end + 2].islower())


_CLOSED_BY: Final = {"„": "“", "‚": "‘", "»": "«", "›": "‹"}


def _closes_what_opened(text: str, start: int, end: int, opened: str) -> bool:
    """Whether a mark that mostly opens closes instead: „so“, »so«, or “so“ by mistake."""
    mark = text[start:end]
    if _CLOSED_BY.get(opened) == mark:
        return True
    return mark == opened == "“" and not text[start - 1].isspace() and not text[end : end + 1].isalnum()


def _later_closers(text: str, block: Span, marks: list[tuple[int, int]]) -> list[bool]:
    """For each mark, whether a later single mark surely closes before a further one opens."""
    found = [False] * len(marks)
    sure = False
    for number in range(len(marks) - 1, -1, -1):
        found[number] = sure
        start, end = marks[number]
        mark = text[start:end]
        if mark == "‘" or (mark == "'" and start > block.start and text[start - 1].isspace()):
            sure = False
        elif mark in ("’", "'") and start > block.start:
            after = text[end] if end < block.end else " "
            if not after.isalnum() and text[start - 1] not in "sS":
                sure = True
    return found


def _straight_closers(text: str, block: Span, marks: list[tuple[int, int]]) -> list[bool]:
    """For each mark, whether the next straight single mark at a word's end stands close by and can close."""
    found = [False] * len(marks)
    closer = block.end + 400  # no letter after it
    for number in range(len(marks) - 1, -1, -1):
        start, end = marks[number]
        found[number] = closer - end < 400 and not text[closer - 1].isspace()
        if text[start] == "'" and not text[start + 1 : min(start + 2, block.end)].isalnum():
            closer = start
    return found


def _nested_closers(text: str, block: Span, marks: list[tuple[int, int]]) -> list[bool]:
    """For each mark, whether two marks that close of its family come next to each other, before another opens.

    Then a mark that opens at a sentence's start is of a quotation in a quotation ("I came late. "Go home,"
    he told me."). Else it repeats the first, as each paragraph of one speech does, joined by who stored it:
    "I came late. "Nobody had waited," she said.
    """
    found = [False] * len(marks)
    pair = dict.fromkeys(_NONE_OPEN, False)
    last = pair.copy()
    for number in range(len(marks) - 1, -1, -1):
        start, end = marks[number]
        family = _FAMILY[text[start:end]]
        found[number] = pair[family]
        closes = start > block.start and not text[start - 1].isspace() and text[start] not in _OPENING
        if closes:
            pair[family] = last[family]
        last[family] = closes
    return found


def _starts_sentence(text: str, at: int) -> bool:
    """Whether a sentence ends right before an offset: "The tide is out. | “It will be back.”"."""
    return text[max(0, at - 3) : at].rstrip()[-1:] in _SENTENCE_END


def _left_open(text: str, block: Span, opened: int, inner: list[int], closed: list[Span]) -> list[Span]:
    """The quotations of a stretch whose first mark nobody closed.

    "‘As a girl I believed it, said Torn, 81. ‘I used to row there.’" has forgotten a mark after "it,";
    without an attribution between, the stretch is one quotation up to the block's end, or, where others
    follow that no quotation holds within it, up to its sentence's: "Torn said: "It floats. She is "sure"."
    """
    restarts = [at for at in inner if _starts_sentence(text, at)]
    others = _behind(text, opened, closed)
    limit = others[0].start if others else block.end
    cut = _attribution_inside(text, opened, min([limit, *restarts[:1]]))
    if others:
        ends = _ENDS.search(text, max([at for at in restarts if at < limit], default=opened), limit)
        cut = cut or (ends.end() if ends else None)
        return [Span(opened, cut), *others] if cut is not None else others
    if cut is None:
        return [Span(opened, block.end)]
    found = [Span(opened, cut)]
    if restarts:
        found.append(Span(restarts[0], block.end))
    return found


def _behind(text: str, opened: int, closed: list[Span]) -> list[Span]:
    """The outermost of the quotations closed behind a mark, from the first one on that stands for itself."""
    found: list[Span] = []
    for span in sorted(closed):
        alone = bool(found) or text[span.start] == text[opened] == '"' or _starts_sentence(text, span.start)
        if alone and (not found or span.start >= found[-1].end):
            found.append(span)
    return found


def _attribution_inside(text: str, start: int, end: int) -> int | None:
    """Where ", said Torn" or ", she said" begins between two offsets (just after the comma), if anywhere."""
    for pause in _PAUSE.finditer(text, start, min(end, start + 2000)):
        words: list[re.Match[str]] = []
        at = pause.end()
        while len(words) < 6 and (word := _WORD.match(text, at, end)):
            words.append(word)
            at = word.end() + 1
        if words and _is_attribution(text, words):
            return pause.start() + len(pause.group().rstrip())
    return None


def _is_attribution(text: str, words: list[re.Match[str]]) -> bool:
    """Whether words after a comma are "said Torn", "she said." or "Anna Torn said on Monday"."""
    for number, word in enumerate(words):
        if word.group().lower().rstrip(".") not in SPEECH_FORMS:
            continue
        if number == 0:
            return len(words) > 1 or text[word.end() + 1 : word.end() + 2].isupper()
        subject = words[0].group()
        if not (subject in ("he", "she", "they", "it") or subject[0].isupper() or subject.lower() == "the"):
            return False
        following = words[number + 1].group() if number + 1 < len(words) else ""
        ends = text[word.end() - 1 : word.end() + 1].strip(" \n").endswith((".", ",", ";", ":"))
        return ends or following in _OCCASIONS or following[:1].isupper()
    return False
