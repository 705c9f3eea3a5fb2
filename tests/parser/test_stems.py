"""What stems weigh."""

from __future__ import annotations

from itertools import permutations

from claimcli.parser.decisions.stems import Weights


def test_stems_weigh_the_same_in_every_order() -> None:
    weights = Weights("bridge " + "ferry " * 2 + "harbour " * 4 + "council " * 6 + "vote " * 9)
    orders = permutations(["bridg", "ferry", "harbo", "counc", "vote"])
    assert len({weights.of(stems) for stems in orders}) == 1
