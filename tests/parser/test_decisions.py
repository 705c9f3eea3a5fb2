"""Decisions: who chose what, how far it has come, and which claims are about it.

The readable cases are in ``cases/decisions/``; the README of ``cases/`` tells how to add one.
"""

from __future__ import annotations

from itertools import chain, repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcli import parse
from claimcli.model import Article, Claim, Decision, Status
from tests.parser.case_files import CASES, Case, read

FILLER = "\n\nThe town lies on the coast. Its harbour is shallow. Most people there fish or mend nets."


def decisions_of(opening: str) -> tuple[Decision, ...]:
    return parse(opening + FILLER).decisions


ALL = [(file.stem, case) for file in sorted((CASES / "decisions").glob("*.txt")) for case in read(file)]


@pytest.mark.parametrize(("file", "case"), ALL, ids=[f"{file}: {case.title}" for file, case in ALL])
def test_decisions_of(file: str, case: Case) -> None:
    told = [
        as_told(*pair)
        for pair in zip(decisions_of(case.text), chain(case.expected, repeat("")), strict=False)
    ]
    assert (told or ["nothing"]) == case.expected, file


def as_told(decision: Decision, line: str) -> str:
    """A decision as the line of a case tells it: without a date where that has none, "?" where it leaves one open."""
    expected = line.split(" | ")
    parts = [decision.status.value, decision.actor or "-", decision.label, decision.when or "-"]
    told = parts[: max(3, len(expected))]
    return " | ".join(
        "?" if i < len(expected) and expected[i] == "?" else part for i, part in enumerate(told)
    )


@pytest.mark.parametrize(
    ("opening", "action"),
    [
        (
            "Mayor Anna Marr vowed to ban nets — all of them, she said — from the bay on Monday.",
            "vowed to ban nets — all of them, she said — from the bay on Monday",
        ),
        (
            "Mayor Anna Marr vowed to close the quarry, the docks and the old pier, which leaks.",
            "vowed to close the quarry, the docks and the old pier, which leaks",
        ),
        ("Mayor Anna Marr vowed to close the quarry, saying it leaks.", "vowed to close the quarry"),
        ("Mayor Anna Marr vowed to close the quarry, an aide said.", "vowed to close the quarry"),
        ("Mayor Anna Marr vowed to close the quarry, but the council did not.", "vowed to close the quarry"),
        ("Mayor Anna Marr vowed to close the quarry, and she kept her word.", "vowed to close the quarry"),
        ("Mayor Anna Marr vowed to close the quarry — a day too late.", "vowed to close the quarry"),
    ],
)
def test_an_action_goes_on_over_lists_and_asides_but_not_into_another_clause(
    opening: str, action: str
) -> None:
    assert decisions_of(opening)[0].action == action


def test_an_action_goes_on_over_a_name_beside_it() -> None:
    (decision,) = decisions_of("The Harlow Council sold its old ferry to a rival, Holt Lines.")
    assert decision.action == "sold its old ferry to a rival, Holt Lines"


def test_the_action_of_a_noun_opens_with_whose_it_is() -> None:
    (decision,) = decisions_of("The union applauded Anna Marr’s endorsement of the wider bridge at Holt.")
    assert decision.action == "Anna Marr’s endorsement of the wider bridge at Holt"


@pytest.mark.parametrize(
    "passing",
    ["Tom Reed, who closed the old pier, sang.", "Tom Reed sang when the council closed the old pier."],
)
def test_what_but_tells_who_or_when_weighs_less(passing: str) -> None:
    article = parse(f"The tide rose.{FILLER}\n\n{passing}\n\nHolt Lines sold the quarry.{FILLER}")
    assert article.decisions[0].label == "sold the quarry"


def test_an_article_leads_with_an_everyday_act_after_its_headline() -> None:
    article = parse("A Night in Harlow\n\nThe Harlow Council raised the bridge toll on Monday." + FILLER * 3)
    assert [(d.label, d.when) for d in article.decisions] == [("raised the bridge toll", "Monday")]


def test_it_is_a_body_that_turns_something_down() -> None:
    article = parse(
        "The Harlow Council met." + FILLER * 3 + " It turned down a request for a deeper harbour."
    )
    assert [(d.label, d.status) for d in article.decisions] == [
        ("request for a deeper harbour", Status.DECLINED)
    ]


FERRY = """Harlow Council Rejects Night Ferry to Holt

The Harlow Council on Monday refused to allow a night ferry to Holt, saying the pier was unsafe.
The islanders had requested a night ferry for years. “This was a painful decision,” Mayor Anna Marr said.

“A night ferry would have cost lives,” she said.

“I would vote the same way again,” Marr said.

The union hall has a new roof. “The slates are from Wales,” said Tom Reed, a roofer."""


def claim_with(article: Article, words: str) -> Claim:
    return next(claim for claim in article.claims if words in claim.text)


def test_what_was_asked_for_and_then_refused_is_one_decision() -> None:
    (decision,) = parse(FERRY).decisions
    assert decision.label == "night ferry to Holt"
    assert (decision.actor, decision.status, decision.when) == ("Harlow Council", Status.DECLINED, "Monday")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("painful decision", "about: refers to the decision"),
        ("would have cost lives", "about: same words"),
        ("the pier was unsafe", "about: stands where the decision is told"),
        ("the same way again", "about: goes on from a claim that is"),
    ],
)
def test_a_claim_says_why_it_is_about_a_decision(words: str, why: str) -> None:
    article = parse(FERRY)
    claim = claim_with(article, words)
    assert claim.about == (article.decisions[0].id,)
    assert why in claim.because


def test_a_claim_on_other_matters_is_about_no_decision() -> None:
    assert claim_with(parse(FERRY), "slates").about == ()


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("Such a ban is cruel", "banning fireworks on the beach"),
        ("This decision is cruel", "widen the quarry road"),
        ("The law is cruel", None),
    ],
)
def test_a_claim_points_to_a_decision_by_a_noun_of_it_or_one_for_any(said: str, label: str | None) -> None:
    article = parse(
        "The Harlow Council voted to widen the quarry road."
        + FILLER
        + "\n\nThe Ferry Union called for banning fireworks on the beach."
        + FILLER
        + f"\n\n“{said},” said Tom Reed, a roofer."
    )
    linked = claim_with(article, said).about
    assert [d.label for d in article.decisions if d.id in linked] == ([label] if label else [])


@pytest.mark.parametrize(
    ("said", "linked"),
    [
        ("The roof of the quarry hall leaks", False),
        ("Marr knows that the roof of the quarry hall leaks", True),
    ],
)
def test_words_of_a_decision_told_later_make_no_claim_about_it_unless_who_chose_is_spoken_of(
    said: str, linked: bool
) -> None:
    article = parse(
        "The Harlow Council voted to sell the pier." + FILLER + f"\n\n“{said},” said Tom Reed, a roofer."
        f"{FILLER}\n\nSheriff Ann Marr promised to mend the quarry roof in spring." + FILLER
    )
    later = next(d.id for d in article.decisions if "quarry" in d.label)
    assert (later in claim_with(article, said).about) == linked


def test_the_decision_may_be_what_is_only_planned() -> None:
    article = parse(
        f"Sheriff Ann Marr will sell the jail.{FILLER}\n\nTom Reed called the decision rash.\n\nIt rained."
    )
    assert claim_with(article, "rash").about == (article.decisions[0].id,)


@pytest.mark.parametrize(
    ("told", "said", "linked"),
    [
        ("Holt Foods agreed to buy Marr Mills.", "The deal was late", True),
        ("The two islands agreed a ceasefire on Monday.", "The truce was late", True),
        ("The ferry firm rejected an offer from Marr Lines.", "The bid was low", True),
        ("The ferry firm rejected an offer from Marr Lines.", "The bid to win the games was low", False),
        ("The ferry firm will move its head office to Harlow.", "The shift was late", True),
        ("The senate passed a bill on bicycles.", "The passage was late", True),
        ("The ferry firm dropped its levy on bicycles.", "The shift was late", False),
        ("The ferry firm dropped its levy on bicycles.", "The U-turn was late", True),
        ("The ferry firm dropped its levy on bicycles.", "The bid was low", False),
    ],
)
def test_a_claim_points_to_a_decision_by_another_noun_for_it(told: str, said: str, linked: bool) -> None:
    article = parse(told + FILLER + f"\n\n{said}, said Tom Reed, a roofer.")
    first = next(d.id for d in article.decisions if d.evidence.start == 0)
    assert (first in claim_with(article, said).about) == linked


def test_a_name_in_a_label_alone_makes_no_claim_about_it() -> None:
    article = parse(
        "Mayor Anna Marr endorsed Tim Holt." + FILLER + "\n\n“I like Holt,” said Tom Reed, a roofer."
    )
    assert len(article.decisions) == 1
    assert claim_with(article, "like Holt").about == ()


@pytest.mark.parametrize(
    ("told", "said", "linked"),
    [
        ("Thieves hacked the ferry on Monday.", "“All those hacks cost us weeks,” Anna Marr said.", True),
        ("Anna Marr vowed to raise rents.", "“Raising a rent is cruel,” Tom Reed said.", True),
        ("Anna Marr vowed to close the mines.", "“The mine is safe,” Tom Reed said.", True),
        ("Anna Marr vowed to merge the inns.", "“All mergers are mad,” Tom Reed said.", True),
        ("Anna Marr vowed to close the mines.", "“My closet is full,” Tom Reed said.", False),
    ],
)
def test_short_words_are_known_by_what_their_forms_share(told: str, said: str, linked: bool) -> None:
    article = parse(f"{told}{FILLER}\n\nIt rained.{FILLER}\n\n{said}")
    assert bool(labels_of(article, said[1:12])) == linked


def test_what_is_said_beside_a_lesser_decision_is_about_it_from_who_chose() -> None:
    told = f"{PIER}{FILLER}\n\n{ROAD.removesuffix('.')}{{}}{FILLER}"
    article = parse(told.format(", saying that trucks are loud."))
    assert labels_of(article, "loud") == ["closing the quarry road"]
    article = parse(
        told.format(" on Monday. In the hall it was warm, and Tom Reed said that beans are dear.")
    )
    assert labels_of(article, "dear") == []


def test_the_name_of_where_something_goes_is_not_enough() -> None:
    told = "“We sent six nurses to Arra,” Tom Reed said.\n\nIt rained.{}\n\n“Arra has fine beaches,” Tom Reed said."
    article = parse(
        "The Harlow Council voted to send nurses to Arra." + FILLER + "\n\n" + told.format(FILLER)
    )
    assert claim_with(article, "six nurses").about
    assert not claim_with(article, "beaches").about


def test_these_decisions_are_those_just_told() -> None:
    told = f"{PIER} It shut the quarry road. Tom Reed said {{}} were cruel."
    for said, linked in (("these decisions", True), ("those sad moves", True), ("decisions", False)):
        assert bool(parse(told.format(said) + FILLER).claims[-1].about) is linked


def test_a_name_in_a_label_is_enough_from_whoever_spoke_of_it_before() -> None:
    article = parse(
        "Mayor Anna Marr endorsed Tim Holt." + FILLER + "\n\n“Holt is honest,” Marr said. It rained." + FILLER
    )
    assert labels_of(article, "is honest") == ["endorsed Tim Holt"]


def test_a_claim_that_tells_a_decision_is_about_it() -> None:
    article = parse("Anna Marr vowed to close the quarry road." + FILLER)
    assert article.claims[0].about == (article.decisions[0].id,)
    assert "about: tells the decision" in article.claims[0].because


def test_what_the_opening_tells_comes_first() -> None:
    article = parse(
        "The Harlow Council voted to sell the old pier."
        + FILLER * 5
        + "\n\nAnna Marr said that the Ferry Union refused to repair the lighthouse lamp."
    )
    assert [d.label for d in article.decisions] == ["sell the old pier", "repair the lighthouse lamp"]


def test_ids_are_the_articles_own_and_stable() -> None:
    one, again, other = parse(FERRY), parse(FERRY), parse(FERRY + " It rains.")
    assert [d.id for d in one.decisions] == [d.id for d in again.decisions]
    assert not {d.id for d in one.decisions} & {d.id for d in other.decisions}


VOCABULARY = """Marr Harlow the council voted to sell reject not would will refused plan ban on of by that and
, . “ ” urged Holt turned down it her decision praised for cutting we I in 2020 Tuesday going is was should"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n"])


def stands_in(label: str, text: str) -> bool:
    """Whether a label is the text’s own words: as one piece, or its verb and the object that was told ahead of it."""
    words = label.split(" ")
    halves = ((" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words)))
    return label in text or any(verb in text and told in text for verb, told in halves)


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_any_words_give_decisions_within_the_text(text: str) -> None:
    article = parse(text)
    known = {decision.id for decision in article.decisions}
    for decision in article.decisions:
        assert 0 <= decision.evidence.start < decision.evidence.end <= len(text)
        assert stands_in(decision.label, text), decision.label
        assert decision.action in text
    assert all(set(claim.about) <= known for claim in article.claims)


# Which decisions a claim is about: what speaks for it, weighed.

PIER = "The Harlow Council voted on Monday to sell the old pier."
ROAD = "The Ferry Union called for closing the quarry road."


INTERVIEW = """

The council closed the quarry road.

Mayor Anna Marr met us.

Q: Why was the pier sold?

A: Nobody came.

Q: Why did you close the quarry road?

A: Nothing else was left.

Q: Is it cold?

A: No, it was sunny."""


def labels_of(article: Article, words: str) -> list[str]:
    linked = claim_with(article, words).about
    return [d.label for d in article.decisions if d.id in linked]


@pytest.mark.parametrize(
    ("after", "words", "labels"),
    [
        # it tells the choice, repeats its words, or points to it
        (FILLER + "\n\nAnna Marr said that to sell the pier was mad.", "mad", ["sell the old pier"]),
        (FILLER + "\n\nAnna Marr said that the move was a mistake.", "mistake", ["sell the old pier"]),
        # by another noun of its verb, too
        (FILLER + "\n\nAnna Marr said that the sale was a mistake.", "mistake", ["sell the old pier"]),
        (FILLER + "\n\nAnna Marr said that the purchase was a mistake.", "mistake", []),
        # one that is but planned, where it was just told, by a noun for one that was made, too
        ("\n\nHolt Lines will cut 90 jobs. Reed called the decision cruel.", "cruel", ["cut 90 jobs"]),
        (
            "\n\nHolt Lines will cut 90 jobs.\n\nReed called the decision cruel.",
            "cruel",
            ["sell the old pier"],
        ),
        # but a verb points to nothing
        (FILLER + "\n\nAnna Marr said that the fishers will vote in May.", "in May", []),
        # a part of its label is too little by itself
        (FILLER + "\n\nAnna Marr said that the pier was long.", "was long", []),
        # but is enough beside the name of who chose, which is little without it, as soon as it may follow
        (
            FILLER + "\n\nAnna Marr said that the Harlow Council never painted the pier.",
            "painted",
            ["sell the old pier"],
        ),
        (FILLER + "\n\nAnna Marr said that the council did paint the pier.", "paint", ["sell the old pier"]),
        (FILLER + "\n\nAnna Marr said that a marriage council painted the pier.", "painted", []),
        (FILLER + "\n\nAnna Marr said that the Ferry Union never painted the pier.", "painted", []),
        (FILLER + "\n\nAnna Marr said that the Harlow Council never sleeps.", "sleeps", []),
        ("\n\nTom Reed accused the Harlow Council of ignoring him.", "ignoring", []),
        # what a law does is as good as its label, but not the words of other clauses
        (
            FILLER
            + "\n\nThe mayor vetoed a bill on Monday that would have raised the petrol levy."
            + FILLER
            + "\n\nTom Reed said that raising a petrol levy would hurt families.",
            "families",
            ["vetoed a bill that would have raised the petrol levy"],
        ),
        (
            FILLER
            + "\n\nThe mayor vetoed a bill on Monday, and the petrol levy went up."
            + FILLER
            + "\n\nTom Reed said that raising a petrol levy would hurt families.",
            "families",
            [],
        ),
        # what answers a question is on what that asks about
        (INTERVIEW, "left", ["closed the quarry road"]),
        (INTERVIEW, "came", ["sell the old pier"]),
        (INTERVIEW, "sunny", []),
        # it stands beside it, or goes on from a claim that does
        (", as Mayor Anna Marr said that the town was broke.", "broke", ["sell the old pier"]),
        (" Mayor Anna Marr called the decision a mistake.", "mistake", ["sell the old pier"]),
        (" Mayor Anna Marr said that it was falling down.", "falling", ["sell the old pier"]),
        (" Mayor Anna Marr said that the pier was rotten.", "rotten", ["sell the old pier"]),
        ("\n\nHer rival, Tom Reed, called it “a betrayal.”", "betrayal", ["sell the old pier"]),
        # but what neither takes it up nor is quoted may be on anything
        (" Mayor Anna Marr said that her son was ill.", "ill", []),
        ("\n\nTom Reed said that rain was falling on it.", "rain", []),
        (
            " Mayor Anna Marr called it a relief. “We sleep at last,” she said.",
            "sleep",
            ["sell the old pier"],
        ),
        (" Marr called it a relief.\n\n“We sleep at last,” Tom Reed said.", "sleep", ["sell the old pier"]),
        # and what points back by a pronoun goes on from the claim before, where it has no words of another's
        (" Marr called it a relief." + FILLER + "\n\nReed said that many relied on it.", "relied", []),
        (
            FILLER + "\n\nMarr called the sale a relief. Reed said he liked it.",
            "liked",
            ["sell the old pier"],
        ),
        (FILLER + "\n\nMarr called the sale a relief. Reed said he liked soup.", "soup", []),
        (FILLER + "\n\nMarr called the sale a relief. The inn was full. Reed said he liked it.", "liked", []),
        # another speaker after words of the article's own goes on to another matter
        (" Marr called it a relief.\n\nThe inn has a roof. “It leaks,” Tom Reed said.", "leaks", []),
        (FILLER + "\n\n“I like the sea,” Tom Reed said.", "like the sea", []),
        # a quotation that opens the next paragraph goes on from it; what is told sentences later does not
        ("\n\n“My boat lay there,” Tom Reed said.", "boat", ["sell the old pier"]),
        (" It rained. The inn was full. Tom Reed said that the soup was cold.", "soup", []),
    ],
)
def test_a_claim_is_about_what_enough_speaks_for(after: str, words: str, labels: list[str]) -> None:
    assert labels_of(parse(PIER.removesuffix("." if after[0] == "," else "") + after), words) == labels


def test_half_of_a_label_without_its_nouns_for_what_is_chosen_speaks_of_it() -> None:
    mend = f"Holt Lines vowed to mend nets for trawlers of the northern shore.{FILLER}\n\nTom Reed said that {{}}."
    for words, about in (
        ("trawlers on the northern shore rust", True),
        ("the northern shore is cold", False),
    ):
        assert bool(parse(mend.format(words)).claims[-1].about) is about


def test_a_claim_that_plainly_speaks_of_one_decision_needs_more_for_another() -> None:
    article = parse(f"{PIER}{FILLER}\n\n{ROAD}{FILLER}\n\n“Closing the quarry road is mad,” Tom Reed said.")
    assert labels_of(article, "is mad") == ["closing the quarry road"]


@pytest.mark.parametrize(
    ("opening", "speaker", "labels"),
    [
        ("The appeals court struck down the levy.", "Judge Ann Marr", ["struck down the levy"]),
        ("Holt Lines closed its yard.", "Ann Marr, a Holt Lines clerk,", ["closed its yard"]),
        ("Holt Lines closed its yard.", "Ann Marr, a Pellbury Air clerk,", []),
    ],
)
def test_who_is_of_the_body_that_chose_speaks_of_it(opening: str, speaker: str, labels: list[str]) -> None:
    article = parse(f"{PIER}{FILLER}\n\n{opening}\n\n{speaker} said “trade was weak.”{FILLER}")
    assert labels_of(article, "weak") == labels


def test_a_noun_for_any_decision_means_the_one_just_told() -> None:
    article = parse(f"{PIER}{FILLER}\n\n{ROAD} Tom Reed said that the move was a mistake.")
    assert labels_of(article, "mistake") == ["closing the quarry road"]


@pytest.mark.parametrize(
    ("told", "said", "label"),
    [
        ("Holt Lines will lay off forty sailors.", "The layoffs are cruel", "lay off forty sailors"),
        ("Holt Lines shut down the night ferry.", "The closure is cruel", "shut down the night ferry"),
        ("The Harlow Council expelled two members.", "Their expulsion was rigged", "expelled two members"),
        ("The ministry imposed a tariff on rum.", "The tariffs are mad", "tariff on rum"),
        ("Holt Lines called for a strike.", "The strike is mad", "called for a strike"),
        ("Holt Lines waited for a strike.", "The strike is mad", None),
        ("Holt Lines suspended the captain.", "An expulsion is a grave matter", None),
    ],
)
def test_a_claim_is_about_what_it_calls_by_a_noun_of_its_verb(
    told: str, said: str, label: str | None
) -> None:
    article = parse(f"{told}{FILLER}\n\n{said}, Tom Reed said.")
    assert labels_of(article, said) == ([label] if label else [])


def test_a_noun_for_any_decision_means_none_told_later() -> None:
    article = parse(
        "Holt Lines is closing its office in Arra.\n\nThe decision was made on Sunday, said Tom Reed.\n\n"
        "In May, Mayor Anna Marr refused to close the quarry road."
    )
    assert labels_of(article, "on Sunday") == ["closing its office in Arra"]


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("the ruling was a mistake", "sell the old pier"),
        ("“the decision hurt us”", "sell the old pier"),
        ("the move was a mistake", "closing the quarry road"),
    ],
)
def test_a_noun_for_what_was_decided_means_no_plan(said: str, label: str) -> None:
    assert labels_of(parse(f"{PIER} {ROAD} Tom Reed said {said}."), said) == [label]


def test_what_is_called_by_name_outweighs_what_was_just_told() -> None:
    article = parse(
        "The Harlow Council voted to ban drones." + FILLER + f"\n\n{PIER} Tom Reed said the ban was silly."
    )
    assert labels_of(article, "silly") == ["ban drones"]


def test_a_word_of_its_label_is_enough_for_what_is_quoted_on_the_main_decision() -> None:
    told = f"{PIER}{FILLER}\n\n{{}}{FILLER}\n\n{{}}"
    article = parse(told.format("It rained.", "“The planks are rotten,” Tom Reed said."))
    assert labels_of(article, "rotten") == []
    article = parse(told.format("It rained.", "“The pier is rotten,” Tom Reed said."))
    assert labels_of(article, "rotten") == ["sell the old pier"]


@pytest.mark.parametrize(
    ("told", "said", "linked"),
    [
        ("raise the bridge toll for night lorries", "“The toll is silly,” Tom Reed said.", True),
        ("raise the bridge toll for night lorries", "“The bridge is narrow,” Tom Reed said.", True),
        ("raise the bridge toll for night lorries", "“My lorries are red,” Tom Reed said.", False),
        ("raise the bridge toll for night lorries", "“Lorries are a joy at night,” Tom Reed said.", False),
        ("print the leader’s speech", "“A leader must be old,” Tom Reed said.", False),
        ("shut and refit the boathouse", "“To refit it will take years,” Tom Reed said.", True),
        ("ask for a rise in spending on parks", "“Such spending is silly,” Tom Reed said.", True),
        ("back a bill giving porters more leave", "“My bill is long,” Tom Reed said.", True),
        ("back a bill giving porters more leave", "“Those porters are rude,” Tom Reed said.", False),
    ],
)
def test_a_word_of_its_label_is_of_what_is_chosen_not_of_what_stands_around(
    told: str, said: str, linked: bool
) -> None:
    article = parse(f"The Harlow Council voted on Monday to {told}.{FILLER}\n\nIt rained.{FILLER}\n\n{said}")
    assert bool(article.claims[-1].about) is linked


def test_what_stands_behind_for_or_against_is_a_word_of_its_own() -> None:
    article = parse(f"{PIER}{FILLER}\n\nIt rained.{FILLER}\n\n“The anti-pier crowd is loud,” Tom Reed said.")
    assert labels_of(article, "is loud") == ["sell the old pier"]


def test_what_was_said_long_before_is_gone_on_from_no_more() -> None:
    said = "“The old pier is rotten,” Tom Reed said.{}“It is a pity,” Anna Marr said."
    for between, linked in (
        (" ", True),
        (FILLER + " It rained. It snowed. Swans came. The sun set. ", False),
    ):
        article = parse(f"{PIER}{FILLER} {said.format(between)}")
        assert bool(labels_of(article, "a pity")) is linked


def test_a_word_of_its_label_is_too_little_before_the_decision_is_told() -> None:
    article = parse("“The pier is rotten,” Tom Reed said.\n\n" + PIER + FILLER)
    assert labels_of(article, "rotten") == []
    article = parse("“To sell the pier is mad,” Tom Reed said.\n\n" + PIER + FILLER)
    assert labels_of(article, "is mad") == ["sell the old pier"]


@pytest.mark.parametrize(
    ("said", "linked"),
    [
        ("“I would support Marr,” Tom Reed said.", True),
        ("“It is hard to support Holt,” Tom Reed said.", False),  # another name
        ("“We support him,” Tom Reed said.", True),
        ("“The supporters here are loud,” Tom Reed said.", False),  # who does it is another word
    ],
)
def test_a_verb_is_of_the_decision_with_the_name_that_its_label_has(said: str, linked: bool) -> None:
    article = parse(f"The Ferry Union vowed to support Anna Marr.{FILLER}\n\nIt rained.{FILLER}\n\n{said}")
    assert labels_of(article, said[1:12]) == (["support Anna Marr"] if linked else [])


def test_a_label_is_known_by_the_words_that_a_reader_sees_not_by_a_headline() -> None:
    article = parse(
        "Reed Backs Holt Plan\n\nTom Reed backed the harbour plan on Monday, the council said."
        + FILLER
        + "\n\n“Reed is a fool,” Anna Marr said."
    )
    assert labels_of(article, "a fool") == []


@pytest.mark.parametrize(
    ("after", "words", "linked"),
    [
        # in the same sentence, but in a clause of its own
        (", while Tom Reed praised a new film.", "new film", False),
        ("; Tom Reed praised a new film.", "new film", False),
        (", and Tom Reed praised a new film.", "new film", False),
        (" and said that the town was broke.", "broke", True),
        (", but Tom Reed said that the soup was cold.", "soup", False),
        (", while Tom Reed said that it was unsafe.", "unsafe", True),
        (", but Tom Reed said that that was a mistake.", "a mistake", True),
        (", saying that the town was broke.", "broke", True),
        # a sentence of its own takes it up by "it" or "this", but "that" may open a clause, and "they" be anybody
        (" Tom Reed said that this would cost lives.", "cost lives", True),
        (" Tom Reed said that children like apples.", "apples", False),
        (" The bakers said that they need flour.", "flour", False),
    ],
)
def test_what_stands_beside_a_decision_may_be_on_other_matters(after: str, words: str, linked: bool) -> None:
    article = parse(PIER.removesuffix("." if after[0] in ",;" else "") + after + FILLER)
    assert labels_of(article, words) == (["sell the old pier"] if linked else [])


def test_who_chose_speaks_of_it_when_quoted_soon_after() -> None:
    told = f"Mayor Anna Marr vowed to sell the old pier. It rained. The inn was full.\n\n{{}}{ROAD}{FILLER}"
    article = parse(told.format("In the hall, all was still. “My word is my bond,” Marr said. "))
    assert labels_of(article, "my bond") == ["sell the old pier"]
    article = parse(told.format("In the hall, all was still. “My soup is cold,” Tom Reed said. "))
    assert labels_of(article, "soup") == []
    article = parse(told.format(f"It rained.{FILLER}\n\n") + "\n\n“My word is my bond,” Marr said.")
    assert labels_of(article, "my bond") == []


@pytest.mark.parametrize(
    ("told", "said", "label"),
    [
        ("Anna Marr stepped down as mayor on Monday.", "Her removal was overdue", "stepped down as mayor"),
        (
            "Holt Lines invited Anna Marr to meet with sailors.",
            "The invitation was accepted",
            "meet with sailors",
        ),
        ("Thieves hacked the bank’s computers.", "The breach was grave", "hacked the bank’s computers"),
        # a noun that only stands behind a preposition in the label names something else
        ("Anna Marr named five sailors to the commission.", "The commission is old", None),
    ],
)
def test_a_noun_of_what_is_done_names_it(told: str, said: str, label: str | None) -> None:
    article = parse(f"{told}{FILLER}\n\n{said}, Tom Reed said.")
    assert labels_of(article, said) == ([label] if label else [])


def test_a_noun_for_a_plan_means_none_that_was_made() -> None:
    assert labels_of(parse(f"{ROAD} Tom Reed dismissed that idea."), "that idea") == [
        "closing the quarry road"
    ]
    assert labels_of(parse(f"{PIER} It rained. Tom Reed hailed the idea."), "the idea") == []


@pytest.mark.parametrize(
    ("after", "words", "about"),
    [
        (" told reporters that the fair was fun.", "fun", False),
        (" was at the fair.\n\n“The sea is calm,” said Tom Holt.", "calm", False),
        (" said it was too dear.", "dear", True),
        (" defended the move.", "the move", True),
        (" was at the fair.\n\n“That was a mistake,” said Tom Holt.", "mistake", True),
    ],
)
def test_what_is_told_by_the_way_draws_only_what_points_to_it(after: str, words: str, about: bool) -> None:
    article = parse(f"Anna Marr, who sold the quarry on Monday,{after}")
    assert ("sold the quarry" in labels_of(article, words)) is about


@pytest.mark.parametrize(
    ("told", "about"),
    [
        ("who sold the quarry on Monday", True),
        # but not what others did, nor what he did in a clause of its own
        ("whose rival Ann Holt sold the quarry on Monday", False),
        ("and on Monday Ann Holt sold the quarry", False),
    ],
)
def test_whoever_has_spoken_is_asked_for_what_is_told_of_them_by_the_way(told: str, about: bool) -> None:
    article = parse(f"“We had to live,” said Tom Reed, {told}.{FILLER}")
    assert ("sold the quarry" in labels_of(article, "to live")) is about


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ("Holt said that the night was cold.", False),
        ("Holt said that the Harlow Council never sleeps.", False),
        # what points back by a pronoun does, but not a word that only opens a noun
        ("Holt said that it was a disgrace.", True),
        ("Holt said that this was a disgrace.", True),
        ("Holt asked who would do this.", True),
        ("Holt said that this talk was idle.", False),
        ("Holt said that such weather was rare.", False),
        # and what is on the very words that were said
        ("Holt echoed those comments.", True),
        ("Holt called the rude remarks a joke.", True),
        ("Holt praised the rude waiters.", False),
        # and who chose speaks of much besides
        ("The Harlow Council said that it was raining.", False),
    ],
)
def test_what_points_back_by_a_pronoun_goes_on(said: str, about: bool) -> None:
    article = parse(f"{PIER} Marr called the sale a relief. {said}")
    assert bool(article.claims[-1].about) is about


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ("“If the road is closed, we starve,” said Tom Holt.", True),
        ("Tom Holt said that the road was long.", False),
    ],
)
def test_what_is_supposed_is_about_what_is_only_planned(said: str, about: bool) -> None:
    article = parse(f"{PIER}{FILLER}\n\n{ROAD}{FILLER}\n\n{said}")
    assert bool(article.claims[-1].about) is about


def test_who_went_is_told_by_that_alone() -> None:
    article = parse("Mr. Marr, who stepped down last week, plans to sell the ferry.")
    assert labels_of(article, "the ferry") == ["sell the ferry"]
    article = parse("The minister said that he had stepped down last week.")
    assert labels_of(article, "had stepped") == ["stepped down"]


def test_the_words_of_a_cue_point_to_nothing() -> None:
    article = parse(f"{ROAD}{FILLER}\n\nMayor Anna Marr calls Arra her home.")
    assert labels_of(article, "her home") == []


def test_a_finding_or_an_action_may_be_a_decision() -> None:
    article = parse("The Harlow Council sold the pier on Monday. Reed praised the action.")
    assert labels_of(article, "the action") == ["sold the pier"]


def test_an_answer_is_about_what_was_asked_about() -> None:
    article = parse(
        f"{ROAD}{FILLER}\n\n{PIER}{FILLER}\n\nAsked about the sale, Tom Reed said money was short."
    )
    assert labels_of(article, "was short") == ["sell the old pier"]


def test_the_plainest_reasons_that_are_enough_are_told() -> None:
    article = parse(PIER + " “Such a plan to sell the old pier is mad,” Tom Reed said.")
    because = claim_with(article, "is mad").because
    assert [why for why in because if why.startswith("about: ")] == ["about: same words"]


def test_a_particle_makes_no_two_choices_one() -> None:
    article = parse(
        "Tom Reed had no intention of stepping down." + FILLER + "\n\nAnna Marr turned the job down."
    )
    assert [(d.label, d.actor) for d in article.decisions] == [
        ("stepping down", "Tom Reed"),
        ("turned the job down", "Anna Marr"),
    ]


def test_to_go_to_at_the_end_of_a_text_is_a_course() -> None:
    assert parse("Anna Marr refused to go to").decisions == ()


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("The firm could close the plant.", "close the plant"),
        ("Reed struggled to close the mine.", "close the mine"),
        ("The contract requires the firm to pay a fine.", "pay a fine"),
    ],
)
def test_a_sentence_alone_tells_what_an_article_would_make_little_of(sentence: str, label: str) -> None:
    assert [decision.label for decision in parse(sentence).decisions] == [label]
    assert not parse(f"{FILLER}\n\n{FILLER} {sentence}").decisions


def last_word(said: str) -> str:
    """The last word before "Anna Marr said", by which its claim is found."""
    return said.split(",")[0].rstrip(".").split()[-1]


NIGHT_FERRY = "Holt Lines closed the night ferry in May."


@pytest.mark.parametrize(
    ("said", "label"),
    [
        # what opens by the noun that points to it is on it
        ("The closure was absurd, Anna Marr said.", "closed the night ferry"),
        ("Anna Marr criticised the whole closure.", "closed the night ferry"),
        ("Anna Marr said their closure was absurd.", "closed the night ferry"),
        # not what comes to it by the way, nor another's, nor what tells a choice of its own
        ("Anna Marr said that few in Arra had heard of the closure.", None),
        ("The queue outside was absurd, Anna Marr said.", None),
        ("A length of rope was missing, Anna Marr said.", None),
        ("Closures seldom work, Anna Marr said.", None),
        ("The winter was long, Anna Marr said.", None),
        ("The tax was absurd, Anna Marr said.", None),
    ],
)
def test_a_claim_is_on_what_it_opens_with(said: str, label: str | None) -> None:
    article = parse(f"{PIER}{FILLER}\n\n{NIGHT_FERRY}{FILLER}\n\n{said}")
    assert labels_of(article, last_word(said)) == ([label] if label else [])


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ("The trawlers are rusty, Anna Marr said.", True),
        ("These old trawlers are rusty, Anna Marr said.", True),
        # further on, or without a word that points, it is but a word
        ("Anna Marr said that her uncle had one of the trawlers.", False),
        ("Trawlers are rusty, Anna Marr said.", False),
        ("The harbour is rusty, Anna Marr said.", False),
    ],
)
def test_a_claim_is_on_a_noun_of_what_was_just_told(said: str, about: bool) -> None:
    article = parse(f"{PIER}{FILLER}\n\nHolt Lines sold two trawlers. It rained all day.\n\n{said}")
    assert ("sold two trawlers" in labels_of(article, last_word(said))) is about
    later = parse(f"{PIER}{FILLER}\n\nHolt Lines sold two trawlers.{FILLER}{FILLER}\n\n{said}")
    assert labels_of(later, last_word(said)) == []


def test_determination_is_no_decision() -> None:
    article = parse(f"{PIER}{FILLER}\n\nAnna Marr praised the determination of her sons.")
    assert labels_of(article, "determination") == []


def test_who_votes_for_what_a_body_stops_has_not_stopped_it() -> None:
    article = parse(
        f"The judge halted a recount. Ann Marr, who voted for the recount, was surprised.{FILLER}"
    )
    assert article.decisions[0].actor == "judge"


@pytest.mark.parametrize(
    ("told", "labels"),
    [
        ("said she stood by her decision", ["charge the clerk"]),
        ("called the decision “a pity”", ["sell the old pier"]),
    ],
)
def test_ones_own_decision_is_the_one_that_one_made(told: str, labels: list[str]) -> None:
    article = parse(
        f"{PIER}{FILLER}\n\nAnn Marr declined to charge the clerk.{FILLER}\n\nAnn Marr {told}.{FILLER}"
    )
    assert labels_of(article, "decision") == labels


def test_what_somebody_asked_others_for_is_not_yet_a_decision() -> None:
    told = "Tom Reed had urged the guild to spare the fleet. He called the decision a mistake."
    assert labels_of(parse(f"{PIER}{FILLER}\n\n{told}{FILLER}"), "decision") == ["sell the old pier"]


@pytest.mark.parametrize(
    ("headline", "lead"),
    [
        ("Judge blocks recount in tight race", "A county judge on Friday halted a hand recount of ballots."),
        ("Appeals court tosses verdict", "A federal appeals court threw out a jury verdict on Tuesday."),
    ],
)
def test_a_headline_tells_what_the_same_one_does_to_the_same_thing(headline: str, lead: str) -> None:
    assert len(parse(f"{headline}\n\n{lead}{FILLER}").decisions) == 1
