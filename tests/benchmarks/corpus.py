"""Annotated articles in brat standoff, in the layout of PolNeAR.

A corpus is a folder with ``text/NAME.txt`` and ``attributions/NAME.ann``, or ``NAME_xxxx.ann`` where
``xxxx`` is an annotator of four characters. An article that several people annotated counts once, by the
first of them in alphabetical order. The format: https://brat.nlplab.org/standoff.html; the corpus: Newell,
Margolin and Ruths, "An Attribution Relations Corpus for Political News" (LREC 2018).
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from glob import escape
from pathlib import Path

Range = tuple[int, int]
"""A stretch of text in character offsets, end exclusive."""

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_QUOTED = re.compile(
    "|".join(
        (
            r"“[^“”]*”",
            r'"[^"\n]*"',
            r"«[^«»]*»",
            r"„[^„“”]*[“”]",
            r"(?:''|``)(?:'(?!')|[^'\n])*''",
            r"‘(?:[^‘’\n]|’(?=\w))*’",  # a mark before a letter is an apostrophe
        )
    )
)
_OFFSETS = re.compile(r"(\d+) (\d+)")
_TEXT_BOUND = re.compile(r"(T\d+)\t([^\t]*)")  # a marked text may hold line breaks: not all lines are entries
_EVENT = re.compile(r"(E\d+)\t")
_ROLE = re.compile(r"(Content|Source|Cue)\d*:(T\d+)")


@dataclass(frozen=True, slots=True)
class Annotated:
    """One attribution as word tokens, by their number in the article: punctuation never counts.

    ``key`` is that of its event in the annotation; what a system found has none.
    """

    content: frozenset[int]
    speaker: frozenset[int]
    key: str = ""


@dataclass
class Text:
    """An article's text as word tokens."""

    text: str
    _starts: list[int] = field(init=False, repr=False)
    _ends: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        words = [match.span() for match in _WORD.finditer(self.text)]
        self._starts = [start for start, _ in words]
        self._ends = [end for _, end in words]

    def words_in(self, ranges: Iterable[Range]) -> frozenset[int]:
        """The numbers of the words that begin within any of the ranges."""
        return frozenset(
            number
            for start, end in ranges
            for number in range(bisect_left(self._starts, start), bisect_left(self._starts, end))
        )

    def word(self, number: int) -> str:
        return self.text[self._starts[number] : self._ends[number]]

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The numbers of the words in quotation marks, by the marks alone and not by the parser."""
        return self.words_in(match.span() for match in _QUOTED.finditer(self.text))

    def kind(self, content: frozenset[int]) -> str:
        """``direct``: every word of the content is quoted; ``mixed``: two or more are; else ``indirect``."""
        quoted = len(content & self.quoted)
        if quoted == len(content):
            return "direct"
        return "mixed" if quoted > 1 else "indirect"


@dataclass(frozen=True)
class Article:
    """One annotated article: its name, its text, and the attributions that a person marked in it."""

    name: str
    text: Text
    attributions: tuple[Annotated, ...]


def read_corpus(folder: Path, every: int = 1) -> Iterator[Article]:
    """The annotated articles of a corpus by name, only every ``every``-th; one that nobody annotated is left out.

    A file that cannot be read is told on standard error, and the rest goes on.
    """
    for path in sorted((folder / "text").glob("*.txt"))[::every]:
        attributions = folder / "attributions"
        annotators = sorted(attributions.glob(f"{escape(path.stem)}_????.ann"))
        annotation = annotators[0] if annotators else attributions / f"{path.stem}.ann"
        if annotation.exists():
            try:
                yield _read_article(path, annotation)
            except (OSError, UnicodeDecodeError) as error:
                print(f"{path.name} or {annotation.name}: left out: {error}", file=sys.stderr)


def _read_article(path: Path, annotation: Path) -> Article:
    with path.open(encoding="utf-8", newline="") as file:  # offsets count every "\r"
        text = Text(file.read())
    lines = annotation.read_text(encoding="utf-8").splitlines()
    return Article(path.stem, text, tuple(read_annotations(text, lines)))


def read_annotations(text: Text, lines: Iterable[str]) -> Iterator[Annotated]:
    """The attributions of a standoff file: text-bound annotations (T), and the events (E) that join them."""
    ranges: dict[str, list[Range]] = {}
    events = []
    for line in lines:
        if bound := _TEXT_BOUND.match(line):
            ranges[bound[1]] = [(int(start), int(end)) for start, end in _OFFSETS.findall(bound[2])]
        elif event := _EVENT.match(line):
            events.append((event[1], _ROLE.findall(line)))
    for name, roles in events:
        parts: dict[str, list[Range]] = {"Content": [], "Source": [], "Cue": []}
        for role, key in roles:
            parts[role] += ranges.get(key, [])
        content = text.words_in(parts["Content"])
        if content:
            yield Annotated(content, text.words_in(parts["Source"]), name)
