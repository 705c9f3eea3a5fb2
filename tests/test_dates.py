"""Dates as people type them and as sources tell them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcli.dates import Days, Period, told, typed


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-11-26", (2026, 11, 26), (2026, 11, 26)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2026", (2026, 1, 1), (2026, 12, 31)),
    ],
)
def test_a_day_a_month_and_a_year(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert typed(text) == told(text) == Days(date(*first), date(*last))


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-26T16:47:24+01:00",
        "2026-11-26 16:47:24",
        "20261126",
        "2026/11/26",
        "Thu, 26 Nov 2026 16:47:24 +0100",
        "Thu Nov 26 16:47:24 UTC 2026",
        "26 November 2026",
        "26-Nov-2026",
        "November 26, 2026",
        "Updated Nov. 26th, 2026, 4 p.m.",
        "26.11.2026",
        "26/11/2026 16:47",
        "11/26/2026",
        "26th of November 2026",
    ],
)
def test_dates_of_sources(text: str) -> None:
    day = date(2026, 11, 26)
    assert told(text) == Days(day, day)
    if text != "2026-11-26":
        with pytest.raises(ValueError, match="write it as"):
            typed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Marching 4 2026",
        "Mayor 4 2026",
        "Marching 2026",
        "11/3/2026",
        "30/31/2026",
        "2026112610",
        "",
        "11/03/26",
        "2026-02-30",
        "2026-13",
        "yesterday",
        "0000",
        "31 June 2026",
    ],
)
def test_what_is_no_plain_date(text: str) -> None:
    assert told(text) is None
    with pytest.raises(ValueError, match="write it as"):
        typed(text)


@pytest.mark.parametrize("text", ["Nov. 2026", "November 2026", "nov-2026", "November, 2026"])
def test_months_of_sources(text: str) -> None:
    assert told(text) == Days(date(2026, 11, 1), date(2026, 11, 30))


def test_a_day_that_is_its_month_has_one_reading() -> None:
    assert told("11.11.2026") == Days(date(2026, 11, 11), date(2026, 11, 11))


@given(st.text())
def test_any_text_may_stand_for_a_date(text: str) -> None:
    told(text)


def test_both_ends_are_within() -> None:
    november = Period.of("2026-11", "2026-11")
    assert [november.holds(day) for day in ("2026-10-31", "2026-11-01", "2026-11-30", "2026-12-01")] == [
        False,
        True,
        True,
        False,
    ]
    assert (november.holds("2026"), november.holds(None), november.holds("soon")) == (True, None, None)
    assert Period.of(None, None).holds(None) is True
    assert Period.of("2026", None).holds("2031") is True
    with pytest.raises(ValueError, match="nothing is since 2026 and until 2025"):
        Period.of("2026", "2025")
