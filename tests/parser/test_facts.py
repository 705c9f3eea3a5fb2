"""What the article asserts itself."""

from __future__ import annotations

import pytest

from claimcli import parse


def facts(text: str) -> list[str]:
    return [fact.text for fact in parse(text).facts]


def test_facts_are_the_sentences_that_nobody_claims() -> None:
    article = parse(
        "The ferry sank. “It was old,” said Ada Reed, a diver. It lies at forty metres.\n\n***\n\nThe end came soon."
    )
    assert [fact.text for fact in article.facts] == [
        "The ferry sank.",
        "It lies at forty metres.",
        "The end came soon.",
    ]
    assert [fact.paragraph for fact in article.facts] == [1, 1, 3]
    assert [article.text[slice(*fact.span)] for fact in article.facts] == [
        fact.text for fact in article.facts
    ]


def test_what_leads_in_to_a_claim_is_no_fact() -> None:
    assert facts("The ferry sank. Ada Reed told the court:\n\n“It was old.”\n") == ["The ferry sank."]


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Reed and Per Lund",
        "14:52 GMT",
        "OSLO, Norway",
        "3:40 p.m.",
        "(Reporting by Ada Reed and Per Lund; Editing by Mo Dahl)",
        "--With assistance from Mo Dahl.",
        "Additional reporting by Mo Dahl.",
        "Mo Dahl in Bergen contributed to this report.",
        "—Mo Dahl, economist",
        "In other business, the board:",
        "Our rating: False",
    ],
)
def test_lines_of_the_page_are_no_facts(line: str) -> None:
    text = f"Ferry Sinks Off Oslo\n\n{line}\n\nNobody drowned.\n"
    assert facts(text) == ["Ferry Sinks Off Oslo", "Nobody drowned."]


def test_whom_the_writer_works_for_is_no_fact() -> None:
    assert facts("Ferry Sinks Off Oslo\nBy Ada Reed\nUnited Press\nNobody drowned.\n") == [
        "Ferry Sinks Off Oslo",
        "Nobody drowned.",
    ]
    assert facts("Ferry Sinks Off Oslo\n\nUnited Press Owners Sink Boat\n")[1:] == [
        "United Press Owners Sink Boat"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Thanks for reading.",
        "Sign up for our newsletter.",
        "Read more: the harbor in pictures.",
        "Reach her at ada.reed@harborpost.example.",
        "(Subscribe here.)",
        "Follow Ada Reed on Twitter @adareed.",
        "Last updated: 17:42",
        "Stay with us.",
        "For more information, visit www.harborpost.example.",
        "The conversation has been edited for length and clarity.",
    ],
)
def test_what_a_page_says_to_its_reader_is_no_fact(line: str) -> None:
    assert facts(f"The ferry sank.\n\n{line}\n\nNobody drowned.\n") == ["The ferry sank.", "Nobody drowned."]


def test_what_is_asked_is_no_fact() -> None:
    text = "The shop moved.\n\nQ: You like Harbor Street. Do you live there?\n\nWhy now? Nobody knows.\n"
    assert facts(text + "\nWhat comes next\n") == ["The shop moved.", "Nobody knows."]


def test_what_is_asked_in_bold_is_no_fact() -> None:
    text = (
        "The shop moved.\n\n**Tell me of the street.**\n\nAda Reed: It is steep.\n\n**And dry?**\n\nReed: No."
    )
    assert facts(text) == ["The shop moved."]


def test_what_an_interview_without_labels_asks_is_no_fact() -> None:
    asked = (
        "You like the street. Why?",
        "**Tell me of the shop.**",
        "Will you stay?",
    )
    text = "The shop moved. Ada Reed spoke to us.\n\n" + "".join(
        f"{one}\n\nI do. We all do.\n\n" for one in asked
    )
    assert facts(text + "The street is steep.") == [
        "The shop moved.",
        "Ada Reed spoke to us.",
        "The street is steep.",
    ]


def test_what_a_label_puts_to_the_test_is_no_fact() -> None:
    text = "The claim: A new law taxes rain. It comes in May.\n\nThe law taxes roofs.\n\nMyth: Rain is free."
    assert facts(text) == ["The law taxes roofs."]


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("Nine people were killed in the town of Arra, governor Pavlo Sund, said, on the radio.", False),
        ("As my grandmother used to say, a ferry is a bridge.", False),
        ("The mayor has not said when the ferry will sail.", True),
        ("The passengers were told in May.", True),
        ("That said, the ferry is old.", True),
        ("As prices fell, the ferry was sold.", True),
    ],
)
def test_what_somebody_says_is_no_fact_even_if_no_claim_was_found(sentence: str, own: bool) -> None:
    assert (sentence in facts(f"The ferry sank.\n\n{sentence}\n")) is own
