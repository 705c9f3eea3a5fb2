"""Decisions, and what each claim is about."""

from __future__ import annotations

from claimcli.model import Decision, Speaker
from claimcli.parser.attribution import Attribution
from claimcli.parser.speakers import Speakers
from claimcli.parser.text import Layout, Tokens


def find_decisions(
    t: Tokens, layout: Layout, people: Speakers, found: list[Attribution], speakers: list[Speaker | None], article: str
) -> tuple[list[Decision], list[tuple[str, ...]]]:
    """The decisions of an article, most made of first, and for each attribution the ids of those it is about."""
    return [], [() for _ in found]
