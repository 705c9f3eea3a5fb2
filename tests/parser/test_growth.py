"""Hostile text: the work must grow in step with the size. Steps are counted, not seconds.

What copies all bytes again and again shows in no step: ``tests.benchmarks.speed`` times large texts.
"""

from __future__ import annotations

import gc
import sys
from types import FrameType
from typing import Any

import pytest

from claimcli import parse

MARKS = ["“", "”", '"', "‘", "’", "'", "`", "«", "»", "„", "‚", "‹", "›"]

# What is repeated, by what it tries.
REPEATED = {
    **{f"only {mark}": mark for mark in MARKS},
    **{f"only {mark} and spaces": mark + " " for mark in ("“", '"', "'", "’")},
    "quotations left open": "“a ",
    "straight quotations left open": "'a ",
    "quotations left open, a paragraph each": "“Yes, it is.\n\n",
    "quotations left open before a speaker": "“Yes, it is, said Reed. ",
    "quotations in quotations": "“a ‘b «c „d ",
    "single quotations in double ones left open": "“‘a’ ",
    "closing marks in quotations of another kind left open": "“a’ ",
    "plural possessives": "the dogs’ and ",
    "lone quotations": "“Yes.” ",
    "interrupted quotations": "“Yes,” he said, ",
    "speakers in quotations": "“Marr said, ‘Yes,’ to us,” Reed said. ",
    "only cues": "said ",
    "cues and commas": "said, ",
    "speakers in a chain": "Reed, Lund, Voss, said ",
    "that that that": "that ",
    "said that said that": "he said that ",
    "which which which": "which he said ",
    "whose whose whose": "whose son was held ",
    "asides of a subject": "Reed, who left, ",
    "participles of a subject": "the man held by ",
    "claims by claims by": "claims by ",
    "a ban on a ban on": "a ban on ",
    "proud of proud of": "was proud of ",
    "accused of accused of": "was accused of ",
    "told through told through": "he reportedly demanded that ",
    "participles": ", adding that it was ",
    "according to": "according to ",
    "polls": "in a poll ",
    "words": "the old river town keeps a small wooden bridge over cold water ",
    "no spaces": "river",
    "no spaces but marks": "a-b'c,",
    "capitals": "Reed ",
    "abbreviations": "U.S. ",
    "paragraphs that end in abbreviations": "the men of the old navy of the U.S.\n\n",
    "commas": ",",
    "colons": ": ",
    "parentheses": "( ",
    "dashes": "— ",
    "stops": ". ",
    "ellipses": "… ",
    "newlines": "\n",
    "short lines": "a\n",
    "labels": "REED: yes.\n\n",
    "marks in brackets left open": "( a; ",
    "questions and answers": "Q: yes\n",
    "decisions": "The council decided to build a bridge. ",
    "decisions in one sentence": "the council declined to build a bridge and ",
    "about decisions": "“This decision was bad,” he said. The decision was good. ",
    "emoji": "🦢 ",
    "NULs": "\x00",
    "surrogates": "\ud800",
    "right to left": "\u200f“שלום,” ",
}  # fmt: skip


class Searched(str):
    """A text that counts the characters through which words are looked for at once, without a line of Python."""

    characters = 0

    def __contains__(self, words: object) -> bool:
        self.characters += len(self)
        return super().__contains__(words)  # type: ignore[operator]

    def count(self, *words: Any) -> int:
        self.characters += len(self)
        return super().count(*words)


def steps(text: str) -> int:
    """How many lines of the parser's code run while a text is parsed, and characters are looked through."""
    count = 0
    searched = Searched(text)

    def inside(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        if event == "line":
            count += 1
        return inside

    before = sys.gettrace()
    sys.settrace(inside)
    try:
        parse(searched)
    finally:
        sys.settrace(before)
    return count + searched.characters


@pytest.mark.parametrize("repeated", REPEATED.values(), ids=REPEATED)
def test_twice_the_text_is_at_most_twice_the_work(repeated: str) -> None:
    size = max(12 * len(repeated), 1200) if len(repeated) < 3 else 5000
    times = size // len(repeated)
    parse(repeated * times)  # what is looked up once only
    once, twice = steps(repeated * times), steps(repeated * (2 * times))
    assert twice < 2.4 * once + 2000


def test_many_names_are_at_most_twice_the_work() -> None:
    def names(count: int) -> str:
        letters = "abcdefghij"
        return "".join(
            f"“It rained,” said Ann M{''.join(letters[int(digit)] for digit in str(number))}. "
            f"The council of Q{''.join(letters[int(digit)] for digit in str(number))} voted to close the mill. "
            for number in range(100, 100 + count)
        )

    parse(names(80))
    once, twice = steps(names(40)), steps(names(80))
    assert twice < 2.4 * once


def test_nothing_is_left_to_the_garbage_collector() -> None:
    text = (
        "Mayor Ann Marr said it sank. “It was old,” she said. A neighbor said Tom Reed, the owner, knew. " * 4
    )

    def left() -> int:
        gc.collect()
        parse(text)
        return gc.collect()

    parse(text)  # fills what is kept for further texts
    gc.disable()
    try:
        # What other tests left may take several collections to go; the parser would leave something each time.
        assert min(left() for _ in range(10)) == 0
    finally:
        gc.enable()


@pytest.mark.parametrize("mark", ["“", '"', "‘", "'", "("])
def test_deep_nesting(mark: str) -> None:
    closing = {"“": "”", '"': '"', "‘": "’", "'": "'", "(": ")"}[mark]
    text = "She said " + f"{mark}a " * 5000 + f" b{closing}" * 5000
    assert parse(text).text == text


@pytest.mark.parametrize("lead", ["READ MORE: ", "WATCH - ", "(07.06.2016) ", "Marr: ", "Marr said: “"])
def test_what_leads_in_to_the_same_again(lead: str) -> None:
    text = lead * 5000
    assert parse(text).text == text


@pytest.mark.parametrize("mark", ["`", '"', "[“"])
def test_a_run_of_marks_is_read_once(mark: str) -> None:
    """No regular expression may read a run anew from each of its marks: for 100,000 that would take minutes."""
    text = f"She said “{mark * 50_000}” now. {mark * 50_000}"
    assert parse(text).text == text
