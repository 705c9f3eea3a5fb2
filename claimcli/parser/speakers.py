"""Mentions to speakers: names, roles, pronouns, groups."""

from __future__ import annotations

from claimcli.model import Speaker
from claimcli.parser.attribution import Attribution
from claimcli.parser.text import Layout, Tokens


class Speakers:
    """Whom the mentions of one article stand for."""

    def __init__(self, t: Tokens, layout: Layout) -> None:
        self.t = t
        self.layout = layout

    def speaker_of(self, first: int, last: int) -> tuple[Speaker | None, str]:
        """The speaker whom the tokens first..last stand for, and the name of the rule that found it."""
        return Speaker(self.t.words(first, last)), "as mentioned"

    def resolve(self, found: list[Attribution]) -> list[Speaker | None]:
        """The speaker of each attribution, in order; adds the name of the rule to its ``rules``."""
        speakers = []
        for a in found:
            if a.core is None:
                speakers.append(None)
                continue
            speaker, rule = self.speaker_of(*a.core)
            a.rules.append(rule)
            speakers.append(speaker)
        return speakers
