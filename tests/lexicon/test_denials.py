"""Cues by which somebody denies what follows."""

from __future__ import annotations

import pytest

from claimcli.lexicon.denials import denies


@pytest.mark.parametrize(
    "cue",
    [
        "denied",
        "Denies",
        "rejected",
        "refuting",
        "flatly disputes",
        "doubted",
        "pleaded not guilty to",
        "pleads innocent",
        "ruled out",
        "denial",
        "is doubtful",
        "are sceptical of",
        "declined",
        "refused to say",
        "does not believe",
        "didn't think",
        "never expected",
        "was not convinced",
    ],
)
def test_what_denies(cue: str) -> None:
    assert denies(cue)


@pytest.mark.parametrize(
    "cue",
    [
        "said",
        "insisted",
        "did not deny",
        "cannot refute",
        "has no doubt",
        "does not know",
        "countered",
        "questioned",
        "pleaded for",
        "",
    ],
)
def test_what_does_not(cue: str) -> None:
    assert not denies(cue)
