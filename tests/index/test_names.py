"""Names as people type them."""

from __future__ import annotations

import pytest

from claimcli.index import match_names

NAMES = ["Ana Kovač", "Anastasia Kovačević", "John Marr", "John Marrow", "the Dockers’ Union"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kovac", ["Ana Kovač"]),
        ("KOVAČEVIĆ", ["Anastasia Kovačević"]),
        ("john", ["John Marr", "John Marrow"]),
        ("john marr", ["John Marr"]),
        ("marrow john", ["John Marrow"]),
        ("anast", ["Anastasia Kovačević"]),
        ("Kovaac", ["Ana Kovač"]),
        ("docker union", ["the Dockers’ Union"]),
        ("Smith", []),
        ("", []),
    ],
)
def test_an_exact_match_beats_a_near_one(typed: str, found: list[str]) -> None:
    assert match_names(typed, NAMES) == found
