"""What follows from the names of rules."""

from __future__ import annotations

import pytest

from claimcli.lexicon.lists import entries
from claimcli.rules import _TRAITS, GOVERNED, HOLDS_CLAUSE, IF_DENIED, NEEDS_CUE, frame_of, traits_of


def test_every_name_is_a_rule_or_what_one_reads() -> None:
    rules = {name for name, _ in entries("rule_examples.txt")}
    assert set(_TRAITS) <= rules | {frame_of(rule) for rule in rules}


@pytest.mark.parametrize(
    ("rule", "traits"),
    [
        ("cue-then-clause", HOLDS_CLAUSE),
        ("infinitive-cue-then-object", GOVERNED | NEEDS_CUE | IF_DENIED),
        ("known-as", GOVERNED),
        ("phrase-then-content", NEEDS_CUE),
        ("quote-then-cue", 0),
    ],
)
def test_traits_of_a_rule(rule: str, traits: int) -> None:
    assert traits_of(rule) == traits
