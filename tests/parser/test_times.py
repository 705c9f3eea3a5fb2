"""Where a time ends that opens at a token, where one opens that ends there."""

from __future__ import annotations

import pytest

from claimcli.parser.grammar import time_at, time_before
from claimcli.parser.text import Tokens, as_written, lay_out, tokenize

TIMES = [
    "on Tuesday",
    "last week",
    "in late March",
    "Sunday night",
    "Sept. 6",
    "this past week",
    "that evening",
    "by noon",
]


def tokens(text: str) -> Tokens:
    return tokenize(as_written(text), lay_out(text).blocks, [])


@pytest.mark.parametrize("time", [*TIMES, "a day earlier", "the same day"])
def test_a_time_is_read_from_its_start(time: str) -> None:
    t = tokens(f"The clerk left {time} to sell eels.")
    assert t.words(3, time_at(t, 3, len(t.raw))) == time


@pytest.mark.parametrize("time", [time for time in TIMES if time != "Sept. 6"])
def test_a_time_is_read_from_its_end(time: str) -> None:
    t = tokens(f"The clerk left {time} to sell eels.")
    end = len(t.raw) - 4
    assert t.words(time_before(t, 0, end), end) == time


@pytest.mark.parametrize("text", ["that Monday was late", "the clerk", "last orders", "on Monday’s sale"])
def test_no_time(text: str) -> None:
    t = tokens(text)
    assert time_at(t, 0, len(t.raw)) == 0
