"""Speakers of their records, and how sure they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claimcli.model import Speaker, SpeakerType

Row = dict[str, Any]


class Speakers:
    """Speakers of their records, each made once as long as it keeps turning up."""

    _MOST = 20_000

    def __init__(self) -> None:
        self._known: dict[tuple[Any, ...], Speaker] = {}

    def of(self, row: Row | None) -> Speaker | None:
        if row is None:
            return None
        key = (row["name"], row["role"], row["type"], *row["aliases"])
        speaker = self._known.get(key)
        if speaker is None:
            if len(self._known) >= self._MOST:
                self._known.clear()
            if not all(isinstance(part, str) for part in key if part is not None) or row["name"] is None:
                raise TypeError("a speaker whose names are no text")
            speaker = Speaker(row["name"], row["role"], tuple(row["aliases"]), SpeakerType(row["type"]))
            self._known[key] = speaker
        return speaker


def how_sure(speaker: Speaker | None, because: Sequence[str], told: float | None) -> float | None:
    """The confidence in the speaker of a claim as it was ``told``.

    Version 0.1.0 told none, but by which rule it named the speaker: then how often that rule is right today.
    """
    if speaker is None or told is not None:
        return told
    from claimcli.parser.confidence import speaker_confidence_of  # the parser takes long to load

    return speaker_confidence_of(because, speaker.type)
