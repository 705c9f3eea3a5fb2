"""What stems weigh."""

from __future__ import annotations

from itertools import permutations

from claimcli.parser.decisions.stems import Sayings, Weights


def test_stems_weigh_the_same_in_every_order() -> None:
    weights = Weights("bridge " + "ferry " * 2 + "harbour " * 4 + "council " * 6 + "vote " * 9)
    orders = permutations(["bridg", "ferry", "harbo", "counc", "vote"])
    assert len({weights.of(stems) for stems in orders}) == 1


def test_a_claim_speaks_of_a_choice_by_half_of_its_stems() -> None:
    sayings = Sayings(["the ferry line is old", "sell the ferry to holt", "nets and fish"])
    assert sayings.on(frozenset({"ferry"})) == 2
    assert sayings.on(frozenset({"ferry", "sell"})) == 2
    assert sayings.on(frozenset({"ferry", "sell", "harbo"})) == 1
    assert sayings.on(frozenset({"bridg"})) == 0
    assert Sayings([]).on(frozenset({"ferry"})) == 0
