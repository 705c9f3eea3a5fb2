"""The same person in several articles."""

from __future__ import annotations

from dataclasses import replace

from claimcli.model import Article, Claim, Speaker, SpeakerType
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


def test_a_middle_name_may_be_left_out() -> None:
    assert counts("Hillary Clinton", "Hillary Rodham Clinton") == {"Hillary Rodham Clinton": 2}
    assert counts("Clinton", "Hillary Clinton", "Hillary Rodham Clinton") == {"Hillary Rodham Clinton": 3}


def test_groups_are_joined_by_their_whole_name_alone() -> None:
    rows = register(said("officials", "city officials", kind=SpeakerType.GROUP))
    assert len(rows) == 2


def test_most_claims_come_first() -> None:
    assert next(iter(counts("Bo Dahl", "Ada Berg", "Ada Berg"))) == "Ada Berg"
