"""The same person in several articles."""

from __future__ import annotations

import sys
from dataclasses import replace
from types import FrameType
from typing import Any

import pytest

from claimcli.model import Article, Claim, Speaker, SpeakerType
from claimcli.output.records import speaker_row
from claimcli.register import register
from tests.output.made import article


def said(*names: str, kind: SpeakerType = SpeakerType.PERSON) -> list[tuple[Article, Claim]]:
    """A claim by each, each in an article of its own."""
    pairs = []
    for number, name in enumerate(names):
        made = article("“Ja,”", name=name)
        speaker = Speaker(name, "mayor" if number == 0 else None, (), kind)
        pairs.append((made, replace(made.claims[0], speaker=speaker, article=str(number))))
    return pairs


def counts(*names: str) -> dict[str, int]:
    return {entry.speaker.name: len(entry.claims) for entry in register(said(*names))}


def test_one_name_is_one_row_whatever_its_accents() -> None:
    assert counts("Ingrid Økland", "Ingrid Okland", "Bo Dahl") == {"Ingrid Økland": 2, "Bo Dahl": 1}


def test_a_surname_joins_the_only_full_name() -> None:
    (entry,) = register(said("Berg", "Ada Berg"))
    assert (entry.speaker.name, entry.speaker.aliases, entry.speaker.role) == ("Ada Berg", ("Berg",), "mayor")
    assert entry.articles == 2


def test_a_surname_of_two_people_stays_apart() -> None:
    assert counts("Berg", "Ada Berg", "Bo Berg") == {"Berg": 1, "Ada Berg": 1, "Bo Berg": 1}


def test_a_surname_of_two_people_is_whose_office_it_comes_with() -> None:
    pairs = said("Berg", "Ada Berg", "Bo Berg")
    roles = ("Mayor", "mayor of Arra", "baker")
    rows = register(
        (made, replace(claim, speaker=replace(claim.speaker, role=role)))
        for (made, claim), role in zip(pairs, roles, strict=True)
        if claim.speaker
    )
    assert {row.speaker.name: len(row.claims) for row in rows} == {"Ada Berg": 2, "Bo Berg": 1}


def test_a_middle_name_may_be_left_out() -> None:
    assert counts("Hillary Clinton", "Hillary Rodham Clinton") == {"Hillary Rodham Clinton": 2}
    assert counts("Clinton", "Hillary Clinton", "Hillary Rodham Clinton") == {"Hillary Rodham Clinton": 3}


def test_an_initial_is_kept_where_another_is_left_out_by_somebody_else() -> None:
    assert counts("Tom W. Berg", "Tom H. W. Berg") == {"Tom W. Berg": 1, "Tom H. W. Berg": 1}
    assert counts("Tom W. Berg", "Tom Will Berg") == {"Tom Will Berg": 2}
    assert counts("Ana M. de la Cruz", "Ana de la Cruz") == {"Ana M. de la Cruz": 2}


def test_a_pet_form_joins_the_christened_name() -> None:
    assert counts("Tom Berg", "Thomas J. Berg", "Tim Berg") == {"Thomas J. Berg": 2, "Tim Berg": 1}
    assert counts("Thomas Berg", "Tom Berg") == {"Thomas Berg": 2}
    assert counts("Tom Berg", "Thomas A. Berg", "Thomas B. Berg") == {
        "Tom Berg": 1,
        "Thomas A. Berg": 1,
        "Thomas B. Berg": 1,
    }


def named(*speakers: Speaker) -> dict[str, int]:
    """The rows of these speakers, each of an article of their own, with the number of claims."""
    pairs = said(*(speaker.name for speaker in speakers))
    rows = register(
        (made, replace(claim, speaker=speaker))
        for (made, claim), speaker in zip(pairs, speakers, strict=True)
    )
    return {row.speaker.name: len(row.claims) for row in rows}


def test_two_spellings_in_one_office_are_one_row_under_the_usual_one() -> None:
    usual, rare = Speaker("Sergey Berg", "port minister"), Speaker("Sergei Berg", None, ("Minister Berg",))
    assert named(rare, usual, usual) == {"Sergey Berg": 3}
    assert named(Speaker("Ada Berg", "mayor"), Speaker("Ada Bergh", "Mayor of Arra")) == {"Ada Berg": 2}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Speaker("Sergey Berg", "port minister"), Speaker("Sergei Berg", "poet")),
        (Speaker("Sergey Berg", "port minister"), Speaker("Sergei Berg")),
        (Speaker("Paul Berg", "senator"), Speaker("Paula Berg", "senator")),
        (Speaker("Ann Berg", "senator"), Speaker("Ian Berg", "senator")),
    ],
)
def test_another_spelling_in_another_office_is_another_row(one: Speaker, other: Speaker) -> None:
    assert len(named(one, other)) == 2


def test_spellings_are_found_among_any_number_of_namesakes() -> None:
    others = [f"Ada B{number:011b}".replace("0", "ene").replace("1", "olt") for number in range(2_000)]
    people = [*others, "Ada Berglund", "Ada Berglnud", "Ada Bergund", "Ada Berkklund"]
    rows = named(*(Speaker(name, "senator") for name in people))
    assert len(rows) == 2_001
    assert rows["Ada Berglund"] == 4


def test_initials_join_the_only_body_that_they_are_told_to_stand_for() -> None:
    body = SpeakerType.ORGANIZATION
    board, short = Speaker("Arra Port Board", None, ("APB",), body), Speaker("APB", None, (), body)
    bureau = Speaker("Arra Poetry Bureau", None, ("APB",), body)
    assert named(board, short) == {"Arra Port Board": 2}
    assert named(board, bureau, short) == {"Arra Port Board": 1, "Arra Poetry Bureau": 1, "APB": 1}
    assert named(replace(board, aliases=()), short) == {"Arra Port Board": 1, "APB": 1}
    assert named(board, replace(short, type=SpeakerType.PERSON)) == {"Arra Port Board": 1, "APB": 1}


def test_groups_are_joined_by_their_whole_name_alone() -> None:
    rows = register(said("officials", "city officials", kind=SpeakerType.GROUP))
    assert len(rows) == 2


def test_people_without_a_name_are_others_in_every_article() -> None:
    for name in ("spokesman", "senior official", "Resident of the town"):
        rows = register(said(name, name))
        assert [(row.speaker.name, row.articles) for row in rows] == [(name, 1), (name, 1)]
    (entry,) = register(
        [(made, replace(claim, article="0")) for made, claim in said("spokesman", "spokesman")]
    )
    assert entry.articles == 1
    assert counts("李伟", "李伟") == {"李伟": 2}
    aide = Speaker("a port spokesman", "spokesman")
    assert named(aide, replace(aide, name="a port spokesmen")) == {
        "a port spokesman": 1,
        "a port spokesmen": 1,
    }


@pytest.mark.parametrize("name", ["{} Berg", "Ada B{}", "a spokesman"], ids=["surname", "first name", "none"])
def test_twice_the_people_are_at_most_twice_the_work(name: str) -> None:
    def calls(people: int) -> int:
        others = (f"{number * 2654435761 % 4294967296:032b}" for number in range(people))
        names = [name.format(other.translate({48: "ab", 49: "c"})) for other in others]
        pairs = [
            (made, replace(claim, speaker=Speaker(called, "mayor")))
            for (made, claim), called in zip(said(*names), names, strict=True)
        ]
        count = 0

        def note(_frame: FrameType, event: str, _argument: Any) -> None:
            nonlocal count
            count += event == "call"

        before = sys.getprofile()
        sys.setprofile(note)
        try:
            register(pairs)
        finally:
            sys.setprofile(before)
        return count

    assert calls(400) < 2.4 * calls(200)


@pytest.mark.parametrize(
    ("name", "text", "rows"),
    [
        ("critics", "", 2),
        ("one of them", "", 2),
        ("Critics", "", 2),
        ("Many residents", "", 2),
        ("Democrats", "The vote split the Democrats.", 1),
        ("Ukrainian officials", "It was denied by Ukrainian officials.", 1),
        ("White House officials", "", 1),
    ],
)
def test_groups_without_a_name_are_others_in_every_article(name: str, text: str, rows: int) -> None:
    pairs = [(replace(made, text=text), claim) for made, claim in said(name, name, kind=SpeakerType.GROUP)]
    assert len(register(pairs)) == rows


def test_what_stands_for_a_noun_is_no_name() -> None:
    assert len(register(said("Another", "Another"))) == 2
    assert len(register(said("Shell", "Shell", kind=SpeakerType.ORGANIZATION))) == 1


def test_a_description_is_no_surname() -> None:
    assert counts("spokesman", "PM’s spokesman") == {"spokesman": 1, "PM’s spokesman": 1}
    assert counts("Spokesman", "PM’s spokesman") == {"Spokesman": 1, "PM’s spokesman": 1}


def test_roles_without_a_word_in_common_are_all_told() -> None:
    pairs = said("Ada Berg", "Ada Berg", "Ada Berg", "Ada Berg")
    roles = ("striker of the Arra Rovers", "mayor", "Mayor of Norr", None)
    (entry,) = register(
        (made, replace(claim, speaker=replace(claim.speaker, role=role)))
        for (made, claim), role in zip(pairs, roles, strict=True)
        if claim.speaker
    )
    assert entry.roles == ["striker of the Arra Rovers", "mayor"]
    assert speaker_row(entry)["role"] == "striker of the Arra Rovers"
    entry.claims.append(entry.claims[1])  # of the same article
    assert entry.roles[0] == "striker of the Arra Rovers"
    entry.claims.append(replace(entry.claims[1], article="5"))
    assert entry.roles[0] == "mayor"


def test_most_claims_come_first() -> None:
    assert next(iter(counts("Bo Dahl", "Ada Berg", "Ada Berg"))) == "Ada Berg"
