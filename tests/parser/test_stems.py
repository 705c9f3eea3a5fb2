"""Which claims have which stems."""

from __future__ import annotations

from claimcli.parser.stems import COUNTED, Sayings


def test_a_claim_speaks_of_a_choice_by_half_of_its_stems() -> None:
    sayings = Sayings(["the ferry line is old", "sell the ferry to holt", "nets and fish"])
    assert sayings.on(frozenset({"ferry"})) == 2
    assert sayings.on(frozenset({"ferry", "sell"})) == 2
    assert sayings.on(frozenset({"ferry", "sell", "harbo"})) == 1
    assert sayings.on(frozenset({"bridg"})) == 0
    assert Sayings([]).on(frozenset({"ferry"})) == 0


def test_the_words_of_a_label_are_found_however_late_they_are_said() -> None:
    sayings = Sayings(["nets and fish " * COUNTED, "sell the old ferry"])
    assert sayings.words_of(["ferry", "sell"]) == {1: 2}
