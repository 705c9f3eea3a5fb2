"""Words as search compares them: case, accents and the shape of apostrophes do not count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from sys import intern

from claimcli.model import Claim, Span
from claimcli.names import WHOLE_LETTERS, bare

JOIN = " … "  # between the spans of a claim's text

# Hyphens part words, so that "no-fly" and "no fly" are the same two words; an apostrophe does not, nor does
# an accent that is a character of its own, nor the comma of "1,000".
WORD = re.compile(r"\w+(?:['’ʼ\u0300-\u036f]\w+|,\d{3}\b(?<=\d,\d\d\d))*")

# Words that people swap within each group without noticing when they remember a phrase.
_SWAPPED = (
    "a an the and or but nor of to in on at by for from with as into onto upon than that this these those if",
    "it its he his him she her they their them we our us you your i my me who which what",
    "is are was were be been being am has have had do does did",
    "will would can could may might shall should must",
)
SMALL = {word: group for group, words in enumerate(_SWAPPED) for word in words.split()}

# Words that turn a sentence into its opposite, folded; the short forms as they are typed in haste, too.
_NEGATIONS = frozenset(
    "not never no nor neither none nobody nothing nowhere without cannot hardly scarcely barely".split()
)
_SHORT_NEGATION = re.compile(
    "(?:do|does|did|is|are|was|were|has|have|had|ca|could|wo|would|sha|should|must|might|need|dare|ai)n'?t"
)

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", ",": None})

_ACCENT = re.compile("[\u0300-\u036f]")

_LONGEST = 200  # characters of a word that count


def fold(word: str) -> str:
    """``word`` without case and accents, letters and digits alone: "Erdoğan’s" is "erdogan's", "1,000" "1000"."""
    word = word[:_LONGEST].casefold().translate(_APOSTROPHES)
    if word.isascii():
        return word
    return "".join(letter for letter in bare(word) if letter.isalnum() or letter in "_'") or word


def searchable(text: str) -> str:
    """``text`` so that it holds the letters of each of its folded words."""
    text = text.casefold()
    if not text.isascii():
        text = _ACCENT.sub("", unicodedata.normalize("NFKD", text)).translate(WHOLE_LETTERS)
    return text.translate(_APOSTROPHES)


def rows_of(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    """Each so many words in a row."""
    return zip(*(words[start:] for start in range(length)), strict=False)


def is_negation(word: str) -> bool:
    """Whether a folded word says no: "not", "isn't", "cannot", "nobody"."""
    return word in _NEGATIONS or _SHORT_NEGATION.fullmatch(word) is not None


class Words(dict[str, tuple[str, ...]]):
    """The folded words of texts. Each piece between spaces is taken apart once: most turn up again and again."""

    _MOST = 500_000  # pieces remembered

    def __missing__(self, piece: str) -> tuple[str, ...]:
        if len(self) >= self._MOST:
            self.clear()
        if piece.isalnum() and piece.isascii():
            found: tuple[str, ...] = (intern(piece[:_LONGEST].lower()),)
        else:
            found = tuple([intern(fold(word)) for word in WORD.findall(piece)])
        self[piece] = found
        return found

    def of(self, text: str) -> tuple[str, ...]:
        return tuple(chain.from_iterable(map(self.__getitem__, text.split())))


def in_article(claim: Claim, spans: Iterable[Span]) -> Iterator[Span]:
    """``spans`` of the claim's text as spans of the article's; one that crosses a join is cut there."""
    before = 0
    pieces = []
    for piece in claim.spans:
        pieces.append((before, piece))
        before += piece.end - piece.start + len(JOIN)
    for start, end in spans:
        for before, piece in pieces:
            first, last = max(start - before, 0), min(end - before, piece.end - piece.start)
            if first < last:
                yield Span(piece.start + first, piece.start + last)
