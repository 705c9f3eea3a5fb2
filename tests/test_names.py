"""Names as people type them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimcli.index.words import fold as fold_word
from claimcli.names import Closeness, Typed, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Erdoğan", "erdogan"),
        ("O’Brien", "obrien"),
        ("Anne-Marie", "anne marie"),
        ("U.S.", "us"),
        ("Størksen  ŁUK", "storksen luk"),
        ("Straße", "strasse"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("letters", "bare"),
    [
        ("Þór", "thor"),
        ("Ħaż", "haz"),
        ("Ǿrsted", "orsted"),
        ("Ǽthel", "aethel"),
        ("Œuf", "oeuf"),
        ("Łıđð", "lidd"),
    ],
)
def test_names_and_words_are_folded_alike(letters: str, bare: str) -> None:
    assert fold(letters) == fold_word(letters) == bare


@pytest.mark.parametrize(
    ("typed", "name", "closeness"),
    [
        ("merkel", "Angela Merkel", Closeness.EXACT),
        ("Merkel Angela", "Angela Merkel", Closeness.EXACT),
        ("obrien", "Conan O'Brien", Closeness.EXACT),
        ("no fly zone", "no-fly zone over the strait", Closeness.EXACT),
        ("merk", "Angela Merkel", Closeness.PART),
        ("ange merk", "Angela Merkel", Closeness.PART),
        ("velk dorosh", "Marta Velk-Dorosh", Closeness.EXACT),
        ("Marta", "Marta Velk-Dorosh", Closeness.EXACT),
        ("Velk", "Marta Velk-Dorosh", Closeness.PART),
        ("jean picard", "Jean-Luc Picard", Closeness.PART),
        ("nofly", "no-fly zone over the strait", Closeness.PART),
        ("Merkle", "Angela Merkel", Closeness.NEAR),
        ("angela merkl", "Angela Merkel", Closeness.NEAR),
        ("zelenskyy", "Volodymyr Zelensky", Closeness.NEAR),
        ("merkelp", "Merkel poll", Closeness.NEAR),
        ("Putin", "Angela Merkel", None),
        ("Obama", "Osama", Closeness.NEAR),
        ("Jan", "Jon Snow", None),
        ("Merkel", "", None),
        ("J Snow", "Jon Snow", Closeness.PART),
        ("J", "Jon Snow", None),
        ("jonsn", "Jon Snow", None),
        ("Ann", "Joanna Ville", None),
        ("onan", "Ronando Cruz", None),
        ("mac donald", "Ross MacDonalds", Closeness.PART),
        ("Acme Foods, Ltd.", "Acme Foods", Closeness.EXACT),
        ("Acme Foods, Ltd.", "Acme", None),
        ("the council", "council", Closeness.EXACT),
        ("The Herald", "Arra Herald", Closeness.EXACT),
        ("A Snow", "Jon Snow", None),
        ("S Snow", "Jon Snow", None),
        ("Jon Snow Jr.", "Jon Snow", None),
        ("Snow Jr", "Snow", None),
        ("Snow Corp", "snowcoat", None),
        ("Jonsnow", "Jon Snow", Closeness.PART),
        ("Jonsnaw", "Jon Snow", Closeness.NEAR),
        ("Jon B. Snow", "Jon C. Snow", None),
        ("Jon B. Snow", "Jon B. Snwo", Closeness.NEAR),
        ("Jon B. Snow", "Ann C. Marr and Jon B. Snow", Closeness.EXACT),
        ("UN", "Kim Jong Un", None),
        ("un", "Kim Jong Un", Closeness.EXACT),
        ("UN", "UN Council", Closeness.EXACT),
    ],
)
def test_closeness(typed: str, name: str, closeness: Closeness | None) -> None:
    assert Typed(typed).closeness([name]) is closeness


def test_any_alias_will_do() -> None:
    assert Typed("nato").closeness(["North Atlantic Treaty Organization", "NATO"]) is Closeness.EXACT


@pytest.mark.parametrize(
    ("typed", "closeness"),
    [
        ("minister", None),
        ("Ministre", None),
        ("finance", None),
        ("fin", None),
        ("Minister Reed", Closeness.EXACT),
        ("Minister R", Closeness.PART),
        ("finance minister Read", Closeness.NEAR),
        ("lawmaker", Closeness.EXACT),
    ],
)
def test_a_role_before_a_name_is_no_name_by_itself(typed: str, closeness: Closeness | None) -> None:
    names = ("Ann Reed", "Finance Minister Ann Reed", "Minister Reed", "the lawmaker")
    assert Typed(typed).closeness(names) is closeness


@pytest.mark.parametrize(
    ("typed", "label", "closeness"),
    [
        ("veto", "vetoes rail bill", Closeness.EXACT),
        ("vetoed bills", "vetoes rail bill", Closeness.EXACT),
        ("closing", "close the ward", Closeness.EXACT),
        ("ban", "banner", Closeness.PART),
    ],
)
def test_labels_are_asked_for_in_any_form_of_their_words(
    typed: str, label: str, closeness: Closeness
) -> None:
    assert Typed(typed, inflected=True).closeness([label]) is closeness
    assert Typed(typed).closeness([label]) is not Closeness.EXACT


def test_a_name_needs_a_letter() -> None:
    with pytest.raises(ValueError, match="no name"):
        Typed("…")


@given(st.text(min_size=1))
@example("A¼")
def test_every_name_matches_itself(name: str) -> None:
    if fold(name):
        assert Typed(name).closeness([name]) is Closeness.EXACT
        assert Typed(name.upper()).closeness([name.upper()]) is Closeness.EXACT
