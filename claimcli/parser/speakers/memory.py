"""Who was mentioned so far."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from claimcli.parser.speakers.entity import BY_PLACE, Mention

_MENTIONS: Final = 30


@dataclass(slots=True)
class Memory:
    """Who was mentioned so far, in the order of the text."""

    traces: list[Mention] = field(default_factory=list)

    def back(self, at: int) -> Iterator[Mention]:
        """The mentions before a token, last first, as far as a pronoun reaches."""
        traces = self.traces
        k = len(traces)
        if k and traces[-1].at >= at:
            k = bisect_left(traces, at, key=BY_PLACE)
        return reversed(traces[max(0, k - _MENTIONS) : k])
