"""Whether a quotation was said: the verdict, the differences, the mouth."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcli.index import Change, Verdict, check
from claimcli.model import Claim

CORRIDOR, ZONE, CAFE, HEALTH, TARIFFS, TALKS = range(6)


@pytest.mark.parametrize(
    ("quote", "verdict", "place"),
    [
        ("We will not close the no-fly corridor over the harbour before winter", Verdict.VERBATIM, CORRIDOR),
        ("we will NOT close the no fly corridor", Verdict.VERBATIM, CORRIDOR),
        ("We will not close ... over the harbour before winter", Verdict.VERBATIM, CORRIDOR),
        ("[W]e will not close [it] over the harbour", Verdict.VERBATIM, CORRIDOR),
        ("We will close the no-fly corridor over the harbour before winter", Verdict.ALTERED, CORRIDOR),
        ("We shall not close the corridor over the harbour before spring", Verdict.ALTERED, CORRIDOR),
        ("fishing fleets would feel tariffs and their impact for decades", Verdict.PARAPHRASE, TARIFFS),
    ],
)
def test_verdicts(claims: list[Claim], quote: str, verdict: Verdict, place: int) -> None:
    found = check(claims, quote)
    assert found.verdict == verdict
    assert claims.index(found.nearest[0].claim) == place


@pytest.mark.parametrize(
    "quote",
    ["", "…", "Zebras outnumber tourists again", "We will build a bridge of gold before the summer is out"],
)
def test_what_nobody_said_is_not_found(claims: list[Claim], quote: str) -> None:
    found = check(claims, quote)
    assert found.verdict == Verdict.NOT_FOUND
    assert not found.wrong_speaker


def changes(claims: list[Claim], quote: str) -> list[tuple[Change, str | None, str | None, bool]]:
    near = check(claims, quote).nearest[0]
    return [
        (
            part.change,
            None if part.quote is None else quote[slice(*part.quote)],
            None if part.claim is None else near.claim.text[slice(*part.claim)],
            part.marked,
        )
        for part in near.differences
    ]


def test_differences_word_by_word(claims: list[Claim]) -> None:
    assert changes(claims, "We will really not close a no-fly corridor before winter") == [
        (Change.KEPT, "We will", "We will", False),
        (Change.ADDED, "really", None, False),
        (Change.KEPT, "not close", "not close", False),
        (Change.CHANGED, "a", "the", False),
        (Change.KEPT, "no-fly corridor", "no-fly corridor", False),
        (Change.MISSING, None, "over the harbour", False),
        (Change.KEPT, "before winter", "before winter", False),
    ]


def test_ellipses_and_brackets_are_told_apart_from_changes(claims: list[Claim]) -> None:
    assert changes(claims, "[W]e will [never] close […] before winter") == [
        (Change.KEPT, "[W]e will", "We will", False),
        (Change.CHANGED, "never", "not", True),
        (Change.KEPT, "close", "close", False),
        (Change.MISSING, None, "the no-fly corridor over the harbour", True),
        (Change.KEPT, "before winter", "before winter", False),
    ]


def test_a_quotation_in_the_wrong_mouth_is_told(claims: list[Claim]) -> None:
    quote = "the insurers paid 1,500 crowns"
    assert check(claims, quote, speaker="blom").wrong_speaker is False
    wrong = check(claims, quote, speaker="kovac")
    assert wrong.wrong_speaker
    assert wrong.nearest[0].same_speaker is False
    assert wrong.nearest[0].claim.speaker is not None
    assert wrong.nearest[0].claim.speaker.name == "Pieter Blom"
    assert check(claims, quote).nearest[0].same_speaker is None


def test_the_asked_speaker_comes_first_where_both_said_it(claims: list[Claim]) -> None:
    echoed = [*claims, replace(claims[CAFE], id="echo", speaker=claims[CORRIDOR].speaker)]
    assert check(echoed, "A café owner lost everything", speaker="kovac").nearest[0].claim.id == "echo"
    assert not check(echoed, "A café owner lost everything", speaker="kovac").wrong_speaker
