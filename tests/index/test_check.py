"""Whether a quotation was said: the verdict, the differences, the mouth."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claimcli import parse
from claimcli.index import Change, Quoted, Verdict, check, checking
from claimcli.index.checking import Comparison
from claimcli.model import Claim, Kind, Span

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


def test_the_same_words_are_compared_once(claims: list[Claim], monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[object] = []
    align = checking.align
    monkeypatch.setattr(checking, "align", lambda *sides: compared.append(sides) or align(*sides))
    first, other = claims[CORRIDOR], claims[CAFE].speaker
    again = [
        replace(first, id=f"again{number}", speaker=first.speaker if number % 2 else other)
        for number in range(30)
    ]
    found = check([*again, replace(first, kind=Kind.INDIRECT)], first.text, speaker="Kovač", limit=99)
    assert len(compared) == 2
    assert [near.claim.speaker is first.speaker for near in found.nearest] == [
        near.same_speaker for near in found.nearest
    ]
    assert {(near.claim.kind, near.quoted) for near in found.nearest} == {
        (Kind.DIRECT, Quoted.ALL),
        (Kind.INDIRECT, Quoted.NONE),
    }


@pytest.mark.parametrize(
    ("said", "quote", "verdict"),
    [
        ("Pigeons, she used to say, are honest critics", "Pigeons are honest critics", Verdict.ALTERED),
        (
            "Workers are paying for a boardroom gamble on cocoa futures",
            "Workers are paying for cocoa futures",
            Verdict.ALTERED,
        ),
        (
            "Pigeons, as she used to say on Sundays, are honest critics",
            "Pigeons are honest critics",
            Verdict.NOT_FOUND,
        ),
        ("It is what the old man said of it on that day to us", "It is of that to us", Verdict.NOT_FOUND),
    ],
)
def test_words_left_out_without_a_mark_alter_a_quotation(
    claims: list[Claim], said: str, quote: str, verdict: Verdict
) -> None:
    made = [*claims, replace(claims[CORRIDOR], id="made", text=f"“{said}”")]
    assert check(made, quote).verdict == verdict


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


@pytest.mark.parametrize(
    ("said", "quote", "missing", "added"),
    [
        ("He is not for sale", "He is for sale", ["not"], []),
        ("He is for sale", "He is not for sale", [], ["not"]),
        ("He isn’t for sale", "He is for sale", ["isn’t"], []),
        ("We can wait for the next boat", "We cant wait for the next boat", [], ["cant"]),
        ("We cannot wait for the boat", "We can wait for the boat", ["cannot"], []),
        ("Nobody here asked for the money", "Somebody here asked for the money", ["Nobody"], []),
        ("They left without the money today", "They left with the money today", ["without"], []),
        ("Neither Oslo nor Bergen will pay for it", "Oslo and Bergen will pay for it", [], []),
        ("I say neither Oslo nor Bergen will pay", "I say Oslo and Bergen will pay", ["neither"], []),
        ("He is … for sale, not lent", "He is for sale, not lent", [], []),
        # One negation for another turns nothing.
        ("He is not for sale", "He isn't for sale", [], []),
        ("We will not sell the boat", "We won’t ever sell the boat", [], []),
        ("We will not sell the boat", "We will never sell the boat", [], []),
        ("No one has asked for the money", "Nobody has asked for the money", [], []),
        ("They left without the money", "They left with no money", [], []),
        ("It is not here nor there", "It is not here or there", [], []),
        ("It was not only late but wet and cold", "It was late but wet and cold", [], []),
        # What the quotation owns up to.
        ("He is not for sale this year", "He is … for sale this year", ["not"], []),
        ("He is good. That is not odd. He is for sale", "He is good … He is for sale", [], []),
        ("He is not for sale this year", "He is [never] for sale this year", [], []),
        # In a clause of its own, which leaves out what the one before has.
        ("The clams will wait. The postdocs won’t", "The postdocs will wait", ["won’t"], []),
        ("The clams will wait. The postdocs won’t", "The postdocs won’t wait", [], []),
        ("The clams will wait. The postdocs will", "The postdocs won’t wait", [], ["won’t"]),
        ("The clams will wait. The postdocs are not idle", "The postdocs will wait", [], []),
        # Before and after it the claim may say what it likes.
        ("It is not true that he is for sale", "he is for sale", [], []),
    ],
)
def test_negations_that_turn_the_meaning(
    claims: list[Claim], said: str, quote: str, missing: list[str], added: list[str]
) -> None:
    (near,) = check([replace(claims[CORRIDOR], text=f"“{said},”")], quote).nearest
    found = near.negations
    assert [near.claim.text[slice(*part.claim)] for part in found if part.claim] == missing
    assert [quote[slice(*part.quote)] for part in found if part.quote] == added


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


def nearest(claims: list[Claim], said: str, quote: str) -> Comparison:
    return check([replace(claims[CORRIDOR], text=f"“{said}”")], quote).nearest[0]


@pytest.mark.parametrize(
    ("said", "quote", "numbers"),
    [
        ("Norvik will cut 1,200 jobs", "Norvik will cut 12,000 jobs", [("12,000", "1,200")]),
        ("Norvik will cut 1200 jobs", "Norvik will cut 1,200 jobs", []),
        ("Norvik will cut twelve jobs", "Norvik will cut 12 jobs", []),
        (
            "Norvik will cut two million jobs",
            "Norvik will cut two billion jobs",
            [("two billion", "two million")],
        ),
        (
            "Rates rose to 4.5 percent in May",
            "Rates rose to 4.7 percent in May",
            [("4.7 percent", "4.5 percent")],
        ),
        (
            "Rates went from 3 to 5 percent",
            "Rates went from 5 to 3 percent",
            [("5", "3"), ("3 percent", "5 percent")],
        ),
        ("Norvik lost $5 million", "Norvik lost £5 million", [("£5 million", "$5 million")]),
        ("Norvik lost $5 million", "Norvik lost [$]5 [million]", []),
        ("Norvik lost $3m on 20 ships", "Norvik lost 3 million dollars on twenty ships", []),
        ("Norvik grew -3 percent in May", "Norvik grew 3 percent in May", [("3 percent", "-3 percent")]),
        ("Norvik grew minus 3 percent in May", "Norvik grew -3% in May", []),
        ("Norvik grew by 5% in May", "Norvik grew by 5 in May", [("5", "5%")]),
        ("Norvik grew by 5 per cent in May", "Norvik grew by five percent in May", []),
        ("Norvik sold 4.5 million tins", "Norvik sold 4,5 million tins", [("4,5 million", "4.5 million")]),
        ("Norvik shut for twenty-five days", "Norvik shut for 25 days", []),
        ("Norvik shut for twenty-five days", "Norvik shut for 20 days", [("20", "twenty-five")]),
        ("I say twenty-five ships sank", "[T]wenty-five ships sank", []),
        ("I say twenty-five ships sank", "[S]ixty-five ships sank", [("[S]ixty-five", "twenty-five")]),
        ("Norvik sold a hundred and five of two and three", "Norvik sold 105 of 2 and 3", []),
        ("Norvik ends the first phase", "Norvik ends the second phase", [("second", "first")]),
        ("Norvik ends the twenty-first phase", "Norvik ends the 21st phase", []),
        ("Norvik sold half of the ships", "Norvik sold a third of the ships", [("third", "half")]),
        ("Norvik sold the ships", "Norvik first sold the ships", []),
        ("Norvik will cut jobs in Oslo", "Norvik will cut 300 jobs in Oslo", [("300", None)]),
        ("In 2022 the alliance declined to fly", "the alliance declined to fly in 2022", []),
        ("Norvik will cut 300 jobs in Oslo", "Norvik will cut jobs in Oslo", []),
        ("Norvik will sell a ship in Oslo", "Norvik will sell one ship in Oslo", []),
        ("Norvik will cut 300 jobs in Oslo", "Norvik will cut [400] jobs in Oslo", []),
    ],
)
def test_numbers_that_differ(
    claims: list[Claim], said: str, quote: str, numbers: list[tuple[str, str | None]]
) -> None:
    near = nearest(claims, said, quote)
    found = [
        (quote[slice(*part.quote)], part.claim and near.claim.text[slice(*part.claim)])
        for part in near.numbers
        if part.quote
    ]
    assert found == numbers


GESTURE = (
    "I cannot sign a bill that will not survive. Our railroad workers deserve more than a symbolic gesture"
)


@pytest.mark.parametrize(
    ("quote", "verdict", "invented"),
    [
        ("Our railroad workers deserve more than a symbolic gesture", Verdict.VERBATIM, []),
        (
            "Our railroad workers deserve more than a symbolic gesture and I will sign the bill next year",
            Verdict.NOT_FOUND,
            ["and I will sign the bill next year"],
        ),
        (
            "I cannot sign a bill that will not survive. Our railroad workers deserve more than free beer",
            Verdict.ALTERED,
            ["free beer"],
        ),
        ("Our railroad workers always deserve more than a symbolic gesture", Verdict.ALTERED, []),
    ],
)
def test_words_that_a_claim_has_nothing_of(
    claims: list[Claim], quote: str, verdict: Verdict, invented: list[str]
) -> None:
    near = nearest(claims, GESTURE, quote)
    assert near.verdict == verdict
    assert [quote[slice(*part.quote)] for part in near.invented if part.quote] == invented


def test_a_paraphrase_of_what_was_denied_is_told(claims: list[Claim]) -> None:
    said = "the impact of tariffs on fishing fleets would not be felt for decades"
    near = nearest(claims, said, "fishing fleets would feel tariffs and their impact for decades")
    assert near.verdict is Verdict.PARAPHRASE
    assert [near.claim.text[slice(*part.claim)] for part in near.negations if part.claim] == ["not"]


@pytest.mark.parametrize(
    ("text", "quote", "taken_back"),
    [
        ("“We will strike,” Kurt Lohse never said.", "We will strike", "never said"),
        ("“We will strike,” said Kurt Lohse, who never sleeps.", "We will strike", None),
        ("It is untrue that Ada Reed said she would resign.", "she would resign", "untrue that"),
        ("Ada Reed falsely claimed that the pier was hers.", "the pier was hers", "falsely claimed"),
        ("Ada Reed barely mentioned that she had sold the pier.", "she had sold the pier", None),
        ("The trust has scrapped plans to close the ward at Wetherby.", "close the ward", "scrapped plans"),
        ("The trust has announced plans to close the ward at Wetherby.", "close the ward", None),
        (
            "“I never said that we would sell the pier,” said Ada Reed.",
            "we would sell the pier",
            "never said that",
        ),
        ("“We are not going to sell the pier,” said Ada Reed.", "sell the pier", "not going to"),
        ("“We scrapped plans to sell the pier,” said Ada Reed.", "sell the pier", "scrapped plans to"),
        (
            "“We scrapped plans to sell the pier,” said Ada Reed.",
            "plans to sell the pier",
            "scrapped plans to",
        ),
        ("“We scrapped plans to sell the pier,” said Ada Reed.", "We scrapped plans to sell the pier", None),
        ("“We refuse to sell the pier,” said Ada Reed.", "sell the pier", "refuse to"),
        ("“She was falsely accused of selling the pier,” said Ada Reed.", "accused of selling", "falsely"),
        ("“It was not only late. We will sell the pier,” said Ada Reed.", "We will sell the pier", None),
    ],
)
def test_words_around_a_claim_that_take_it_back(text: str, quote: str, taken_back: str | None) -> None:
    article = parse(text)
    (near, *_) = check(article.claims, quote, articles=[article]).nearest
    assert near.verdict is not Verdict.NOT_FOUND
    assert near.taken_back == taken_back


def test_one_or_two_words_are_too_short(claims: list[Claim]) -> None:
    for quote, short in (("winter", True), ("lost everything", True), ("café owner lost", False)):
        assert check(claims, quote).too_short is short


def test_what_is_nobodys_is_compared_with_the_words_of_the_asked_speaker(claims: list[Claim]) -> None:
    quote = "We will never close the café before midsummer"
    assert check(claims, quote, speaker="blom").verdict is Verdict.NOT_FOUND
    for near in check(claims, quote, speaker="blom").nearest:
        assert near.same_speaker
    assert check(claims, quote, speaker="zebra").nearest[0].same_speaker is False


def test_a_long_quotation_is_found_in_a_longer_claim(claims: list[Claim]) -> None:
    words = [f"{number * 7919 % 9973}th" for number in range(6_000)]
    long = [replace(claims[0], id="long", text=" ".join(words), spans=(Span(0, 50_000),))]
    assert check(long, " ".join(words[2_000:4_000])).verdict is Verdict.VERBATIM
    found = check(
        long, " ".join([*words[2_000:3_000], "[...]", *words[3_007:3_500], "pier", *words[3_501:4_000]])
    )
    assert found.verdict is Verdict.ALTERED
    changes = [(part.change, part.marked) for part in found.nearest[0].differences]
    assert changes == [
        (Change.KEPT, False),
        (Change.MISSING, True),
        (Change.KEPT, False),
        (Change.CHANGED, False),
        (Change.KEPT, False),
    ]


def test_a_long_quotation_of_one_word_takes_no_time(claims: list[Claim]) -> None:
    never = "never " * 30_000
    long = [replace(claims[0], id="long", text=f"{never}here", spans=(Span(0, 180_004),))]
    assert check(long, f"{never}now").nearest[0].score > 99
