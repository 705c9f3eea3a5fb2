"""Days as people type them and as sources tell them: a day, a whole month or a whole year."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_COMPACT = re.compile(r"(\d{4})[/.-]?(\d\d)[/.-]?(\d\d)(?!\d)")
_NUMBERS = re.compile(r"(\d\d?)([./-])(\d\d?)\2(\d{4})(?!\d)")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
# Not compiled before they are needed, which most runs never do.
_DAY_FIRST = rf"\b(\d\d?)(?:st|nd|rd|th)?(?: of)?[ -]{{1,3}}{_MONTH},?[ -]{{1,3}}(\d{{4}})\b"
_MONTH_FIRST = rf"{_MONTH} {{1,3}}(\d\d?)(?:st|nd|rd|th)?,?(?: [\d:]{{5,8}}[ A-Z]{{0,7}})? {{1,3}}(\d{{4}})\b"
_WHOLE_MONTH = rf"{_MONTH},?[ -]{{1,3}}(\d{{4}})"


class Days(NamedTuple):
    """From the first to the last day, both within."""

    first: date
    last: date


def typed(text: str) -> Days:
    """The days of "2026-11-26", "2026-11" or "2026". Raises ``ValueError`` for anything else."""
    found = _ISO.fullmatch(text.strip())
    days = found and _days(*found.groups())
    if not days:
        raise ValueError(f"{text!r} is no date; write it as 2026-11-26, 2026-11 or 2026")
    return days


@lru_cache(maxsize=1 << 12)
def told(text: str) -> Days | None:
    """The days that a source means, None where that cannot be read: "11/3/2026" is one day here and another there.

    >>> told("Thu, 26 Nov 2026 16:47:24 +0100").first.isoformat()
    '2026-11-26'
    """
    text = text.strip()[:100]
    if found := _ISO.fullmatch(text):
        return _days(*found.groups())
    if found := _COMPACT.match(text):
        return _days(*found.groups())
    if found := _NUMBERS.match(text):
        one, _, other, year = found.groups()
        readings = {_days(year, one, other), _days(year, other, one)} - {None}
        return readings.pop() if len(readings) == 1 else None
    day: str | None = None
    if found := re.search(_DAY_FIRST, text, re.IGNORECASE):
        day, month, year = found.groups()
    elif found := re.search(_MONTH_FIRST, text, re.IGNORECASE):
        month, day, year = found.groups()
    elif found := re.fullmatch(_WHOLE_MONTH, text, re.IGNORECASE):
        month, year = found.groups()
    else:
        return None
    return _days(year, str(_MONTHS.index(month[:3].lower()) + 1), day)


def _days(year: str, month: str | None, day: str | None) -> Days | None:
    """All days of a year, of a month in it, or one day; None where there is no such day."""
    try:
        first = date(int(year), int(month or 1), int(day or 1))
        if day:
            return Days(first, first)
        last = int(month or 12)
        return Days(first, date(first.year, last, monthrange(first.year, last)[1]))
    except ValueError:
        return None


class Period(NamedTuple):
    """The time that is asked for, both ends within; None is no end."""

    since: date | None = None
    until: date | None = None

    @classmethod
    def of(cls, since: str | None, until: str | None) -> Period:
        """From the first day of ``since`` to the last of ``until``. Raises ``ValueError`` where that is no time."""
        first = None if since is None else typed(since).first
        period = cls(first, None if until is None else typed(until).last)
        if period.since and period.until and period.since > period.until:
            raise ValueError(f"nothing is since {since} and until {until}")
        return period

    def __bool__(self) -> bool:
        return self != (None, None)

    def holds(self, published: str | None) -> bool | None:
        """Whether an article of this date may be of that time; None where its date is not known."""
        if not self:
            return True
        days = told(published) if published else None
        if days is None:
            return None
        return (self.since is None or days.last >= self.since) and (
            self.until is None or days.first <= self.until
        )
