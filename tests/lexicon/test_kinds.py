"""What sort of thing a noun names, by all lists together."""

from __future__ import annotations

import pytest

from claimcli.lexicon import DOCUMENT, ORGANIZATION, PEOPLE, ROLE
from claimcli.lexicon.kinds import body_of, kind_of


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("mayor", ROLE),
        ("bloke", ROLE),
        ("mother-of-two", ROLE),
        ("ex-baker", ROLE),
        ("officials", PEOPLE),
        ("mourners", PEOPLE),
        ("undergraduates", PEOPLE),
        ("council", ORGANIZATION),
        ("steelmaker", ORGANIZATION),
        ("developer", ROLE | ORGANIZATION),
        ("report", DOCUMENT),
        ("memoir", DOCUMENT),
        ("factsheet", DOCUMENT),
        ("bridge", 0),
        ("towers", 0),
    ],
)
def test_a_noun_names(word: str, kind: int) -> None:
    """Of a word that names two sorts of things both are told."""
    assert kind_of(word) == kind


@pytest.mark.parametrize(
    ("word", "one"), [("unions", "union"), ("agencies", "agency"), ("bridges", ""), ("union", "")]
)
def test_the_word_for_one_of_several_bodies(word: str, one: str) -> None:
    """Only a plural has one."""
    assert body_of(word) == one
